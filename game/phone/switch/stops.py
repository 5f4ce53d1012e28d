"""Where the ring rests on a page, in order. Pure.

Answers come first, or else what most players want next; then the rest of the page, the
sheets at its sides, and last its header with the ways back and out. On a page with
many buttons those that belong together are one stop, which opens with a press.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.phone.elements import Button, Page, Rect, Role, Scroll, Text
from game.phone.reach import (
    Target,
    main_scroll,
    scrolls,
    targets,
)
from game.words import say

FEW: Final = 10
"""Up to so many buttons on a page are gone through one by one."""
PAIR: Final = 2
"""Up to so many buttons are no group: opening it takes as long as going through."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What the ring is around: a button, several of them, or a sheet to move on.

    ``key`` tells it from others when the page is built again. ``name`` is said for it.
    A sheet has no targets.
    """

    key: str
    name: str
    targets: tuple[Target, ...] = ()
    sheet: Scroll | None = None

    @property
    def single(self) -> bool:
        """Whether a press presses something, and does not open a group."""
        return len(self.targets) == 1

    @property
    def place(self) -> Rect:
        """What the ring is around, in pixels of the window; its size may be 0."""
        if self.sheet is not None:
            return self.sheet.rect
        seen = [one.seen for one in self.targets if one.seen.w and one.seen.h]
        if not seen:
            return Rect(0, 0, 0, 0)
        x, y = min(one.x for one in seen), min(one.y for one in seen)
        right, bottom = max(one.right for one in seen), max(one.bottom for one in seen)
        return Rect(x, y, right - x, bottom - y)

    @property
    def inside(self) -> "tuple[Stop, ...]":
        """The stops of a group that was opened."""
        return _singles(self.targets)


_Part: TypeAlias = tuple[str, tuple[Target, ...]]
"""Targets that belong together, after the heading over them if there is one."""


def stops(page: Page, offsets: Mapping[str, int]) -> tuple[Stop, ...]:
    """Return the stops of a page; every target of it is in just one of them.

    Args:
        page: The page that is up.
        offsets: How far each of its sheets is scrolled, in pixels.
    """
    reached = targets(page, offsets)
    first = _first(reached)
    rest = tuple(one for one in reached if one not in first)
    middle, around = _parts(page, rest)
    folded = len(reached) > FEW
    found = [*_singles(first)]
    for part in middle:
        found += _stops(part, folded=folded and bool(found))
    moving = main_scroll(page)
    if moving is not None:
        at = 0 if _reads_first(moving, first) else len(found)
        found.insert(at, Stop(f"sheet {moving.key}", say("Move the page"), (), moving))
    for part in around:
        found += _stops(part, folded=folded and bool(found))
    return _told_apart(found)


def _parts(
    page: Page, rest: Sequence[Target]
) -> tuple[tuple[_Part, ...], tuple[_Part, ...]]:
    """Return the parts of the largest sheet and below it, and those around it."""
    sheets = scrolls(page)
    main = max(sheets, key=lambda one: one.rect.w * one.rect.h, default=None)
    top = main.rect.y if main is not None else 0
    loose = tuple(one for one in rest if one.scroll is None)
    header = tuple(one for one in loose if one.rect.bottom <= top)
    bars = tuple(one for one in loose if one not in header)
    middle = _sections(main, rest) if main is not None else ()
    others = (one for one in sheets if one is not main)
    sides = (part for sheet in others for part in _sections(sheet, rest))
    return (*middle, ("", bars)), (*sides, ("", header))


def _stops(part: _Part, *, folded: bool) -> tuple[Stop, ...]:
    """Return the stops of a part: one for all of it if it is *folded* and no pair."""
    _, inside = part
    return (_group(part),) if folded and len(inside) > PAIR else _singles(inside)


def _first(reached: Sequence[Target]) -> tuple[Target, ...]:
    """Return the answers, or else what most players want next."""
    answers = tuple(one for one in reached if one.button.key)
    return answers or tuple(one for one in reached if one.button.main)


def _reads_first(sheet: Scroll, first: Sequence[Target]) -> bool:
    """Whether the page is there to be read, further than what is seen when it opens."""
    if sheet.follow is not None:
        return False
    if not first:
        return True
    button = first[0].button.rect
    return first[0].scroll is not sheet or button.bottom > sheet.rect.h


def _sections(sheet: Scroll, rest: Sequence[Target]) -> tuple[_Part, ...]:
    """Return the targets of a sheet, parted where it has a heading."""
    mine = {one.key: one for one in rest if one.scroll is sheet}
    parts: list[_Part] = [("", ())]
    for element in sheet.elements:
        match element:
            case Text(role=Role.HEADING, name=name):
                parts.append((name, ()))
            case Button() if (element.name, element.action) in mine:
                title, before = parts[-1]
                target = mine[element.name, element.action]
                parts[-1] = title, (*before, target)
            case _:
                pass
    return tuple(part for part in parts if part[1])


def _group(part: _Part) -> Stop:
    heading, inside = part
    title = heading or inside[0].button.name
    name = say("{title}, {count} buttons").format(title=title, count=len(inside))
    return Stop(f"group {title}", name, inside)


def _singles(found: Sequence[Target]) -> tuple[Stop, ...]:
    return _told_apart(
        [Stop(one.button.name, one.button.name, (one,)) for one in found]
    )


def _told_apart(found: Sequence[Stop]) -> tuple[Stop, ...]:
    """Return the stops, the second of the same key with another."""
    return tuple(_numbered(found))


def _numbered(found: Sequence[Stop]) -> Iterator[Stop]:
    seen: Counter[str] = Counter()
    for stop in found:
        seen[stop.key] += 1
        number = seen[stop.key]
        key = stop.key if number == 1 else f"{stop.key} ({number})"
        yield Stop(key, stop.name, stop.targets, stop.sheet)
