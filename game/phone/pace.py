"""When messages appear. Knows no clock: time comes in as milliseconds."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from game.phone.transcript import Item, Kind


class Pace(StrEnum):
    """How fast messages arrive."""

    RELAXED = "relaxed"
    NORMAL = "normal"
    AT_ONCE = "at-once"
    ON_KEY = "on-key"


_FACTOR: Final = {Pace.RELAXED: 1.8, Pace.NORMAL: 1.0}
_SETTLE: Final = 350
"""How long after an item nobody types yet, in milliseconds."""
_LETTER: Final = 28
_SHORTEST, _LONGEST = 700, 2600
_CARD: Final = 900


def delay(item: Item, pace: Pace) -> int | None:
    """Return how long after the item before it *item* appears, in milliseconds.

    None is for ever: it waits for the player.
    """
    match pace:
        case Pace.AT_ONCE:
            return 0
        case Pace.ON_KEY:
            return None
        case _:
            length = _CARD
            if item.kind is Kind.THEIRS:
                length = min(max(_SHORTEST, _LETTER * len(item.text)), _LONGEST)
            return round((_SETTLE + length) * _FACTOR[pace])


def at_once(items: Sequence[Item]) -> int:
    """Return how many items of a step show with the press that led to it, 0 or more.

    What the player says or does is seen at once, without waiting for anybody.
    """
    for count, item in enumerate(items):
        if item.kind not in {Kind.MINE, Kind.DEED, Kind.TURN}:
            return count
    return len(items)


def typing(item: Item, pace: Pace, elapsed: int) -> bool:
    """Whether the dots blink, *elapsed* milliseconds after the item before."""
    if item.kind is not Kind.THEIRS:
        return False
    return pace is Pace.ON_KEY or (pace in _FACTOR and elapsed >= _SETTLE)


def stops(item: Item) -> bool:
    """Whether nothing follows this item until the player goes on."""
    return item.kind is Kind.TALK


def advance(
    items: Sequence[Item], shown: int, passed: int, elapsed: int, pace: Pace
) -> tuple[int, int]:
    """Return how many items are shown now, and the time that is left over.

    Args:
        items: All items so far, oldest first.
        shown: How many were shown before.
        passed: How many were shown when the player last went on; an item that stops
            holds up what follows unless it is among those.
        elapsed: Milliseconds since the last one appeared.
        pace: How fast they come.
    """
    while shown < len(items):
        if shown > passed and stops(items[shown - 1]):
            return shown, 0
        wait = delay(items[shown], pace)
        if wait is None or elapsed < wait:
            return shown, elapsed
        shown, elapsed = shown + 1, elapsed - wait
    return shown, 0
