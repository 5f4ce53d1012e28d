"""How the ring goes round, and what the switch does. Pure: time comes in milliseconds.

It starts at the first stop of a page and rests there longer than elsewhere, so that
there is time to see where it is. Opening a group, it goes round inside. After two
rounds in which nothing was pressed it stops; a press lets it go on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.phone.switch.stops import Stop

FIRST: Final = 2
"""How many steps long the ring rests where it starts."""
ROUNDS: Final = 2
"""After how many rounds without a press it stops."""
TWICE: Final = 300
"""Milliseconds after a press in which another one is a hand that shakes."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Where the ring is.

    ``page`` tells the page it goes round on, ``at`` the stop, both None before it
    starts; a stopped one has ``page`` alone. ``inside`` is the group that was opened.
    ``waited`` is for how many milliseconds it has been there, and ``steps`` for how
    many steps it stays. ``rounds`` were made without a press. ``pressed`` is how many
    milliseconds ago the switch was pressed, TWICE at most.
    """

    page: object = None
    at: str | None = None
    inside: str | None = None
    waited: int = 0
    steps: int = FIRST
    rounds: int = 0
    pressed: int = TWICE

    @property
    def stopped(self) -> bool:
        """Whether it waits for a press to go on."""
        return self.page is not None and self.at is None


def page_of(title: str, stops: Sequence[Stop]) -> object:
    """Return what tells a page from others: its title, and what is first on it."""
    return title, stops[0].key if stops else ""


def live(scan: Scan, stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """Return the stops that the ring goes round now, those of a page given."""
    group = _opened(scan, stops)
    return group.inside if group is not None else tuple(stops)


def _opened(scan: Scan, stops: Sequence[Stop]) -> Stop | None:
    groups = (one for one in stops if len(one.targets) > 1)
    return next((one for one in groups if one.key == scan.inside), None)


def around(scan: Scan, stops: Sequence[Stop]) -> Stop | None:
    """Return what the ring is around."""
    return next((one for one in live(scan, stops) if one.key == scan.at), None)


def passed(
    scan: Scan, page: object, stops: Sequence[Stop], elapsed: int, step: int
) -> Scan:
    """Let time pass.

    Args:
        scan: Where the ring was.
        page: As from ``page_of``.
        stops: The stops of the page that is up now.
        elapsed: Milliseconds since the last time.
        step: Milliseconds for which the ring rests at a stop.
    """
    pressed = min(scan.pressed + elapsed, TWICE)
    if not stops:
        return Scan(pressed=pressed)
    if page != scan.page:
        return Scan(page, stops[0].key, pressed=pressed)
    scan = replace(scan, pressed=pressed)
    if scan.at is None:
        return scan
    if _opened(scan, stops) is None:
        scan = replace(scan, inside=None)
    keys = [one.key for one in live(scan, stops)]
    if scan.at not in keys:
        return replace(scan, at=keys[0], waited=0, steps=FIRST)
    waited = scan.waited + elapsed
    if waited < step * scan.steps:
        return replace(scan, waited=waited)
    return _on(scan, stops, keys)


def _on(scan: Scan, stops: Sequence[Stop], keys: Sequence[str]) -> Scan:
    """Return the ring at the next stop, out of a group, or stopped."""
    after = keys.index(scan.at or "") + 1
    scan = replace(scan, waited=0, steps=1)
    if after < len(keys):
        return replace(scan, at=keys[after])
    rounds = scan.rounds + 1
    if rounds < ROUNDS:
        return replace(scan, at=keys[0], rounds=rounds)
    if scan.inside is None:
        return replace(scan, at=None, rounds=0)
    outer = [one.key for one in stops]
    follows = (outer.index(scan.inside) + 1) % len(outer)
    return replace(scan, at=outer[follows], inside=None, rounds=0)


def pressed(scan: Scan, stops: Sequence[Stop]) -> tuple[Scan, Stop | None]:
    """Press the switch; return where the ring is then, and what was pressed.

    That is one button, a sheet to move on, or nothing.
    """
    if scan.pressed < TWICE or not stops:
        return scan, None
    scan = replace(scan, waited=0, steps=FIRST, rounds=0, pressed=0)
    stop = around(scan, stops)
    if stop is None:
        return replace(scan, at=stops[0].key, inside=None), None
    if stop.single or stop.sheet is not None:
        return scan, stop
    return replace(scan, at=stop.inside[0].key, inside=stop.key), None


def at_target(scan: Scan, stops: Sequence[Stop], key: object) -> Scan:
    """Put the ring where the focus went by another way, into its group if need be."""
    scan = replace(scan, waited=0, steps=FIRST, rounds=0)
    for stop in stops:
        for inner in stop.inside:
            if inner.targets[0].key == key:
                if stop.single:
                    return replace(scan, at=stop.key, inside=None)
                return replace(scan, at=inner.key, inside=stop.key)
    return scan
