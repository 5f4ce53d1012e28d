"""When messages appear. Knows no clock: time comes in as milliseconds.

What was just shown is left alone for as long as it takes to read; then the dots blink
for a moment if a message of somebody else comes next. How long that is is our own
choice and no finding of anybody's: a guess at reading aloud for the relaxed pace (80 ms
a letter, some 150 words a minute), and at reading silently for the normal one (45 ms,
some 270). Whoever is faster presses for the next one, whoever is slower has the pace
at which nothing comes by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from game.phone.transcript import Item, Kind


class Pace(StrEnum):
    """How fast messages arrive."""

    RELAXED = "relaxed"
    NORMAL = "normal"
    AT_ONCE = "at-once"
    ON_KEY = "on-key"


@dataclass(frozen=True, slots=True)
class _Speed:
    """Milliseconds for a text: so many a letter, but not less or more than that."""

    letter: int
    least: int
    most: int

    def of(self, text: str) -> int:
        return min(max(self.least, self.letter * len(text)), self.most)


_READING: Final = {
    Pace.RELAXED: _Speed(80, 1200, 10_000),
    Pace.NORMAL: _Speed(45, 800, 6000),
}
_TYPING: Final = _Speed(20, 600, 1600)
_KNOWN: Final = {Kind.MINE, Kind.DEED}
"""What the player said or did: it was read before it was chosen."""


def delay(before: Item | None, item: Item, pace: Pace) -> int | None:
    """Return how long after the item *before* it *item* appears, in milliseconds.

    None is for ever: it waits for the player. What comes in another chat does so at
    every pace but one, so that no chat goes away while somebody reads it; at that one,
    too, whoever was told has the last word until the player goes back.
    """
    match pace:
        case Pace.AT_ONCE:
            back = item.kind is Kind.TURN and item.speaker is None
            return None if back and elsewhere(before, item) else 0
        case Pace.ON_KEY:
            return None
        case _ if elsewhere(before, item):
            return None
        case _:
            dots = _TYPING.of(item.text) if item.kind is Kind.THEIRS else 0
            return _reading(before, pace) + dots


def elsewhere(before: Item | None, item: Item) -> bool:
    """Whether an item comes in another chat than the one before it."""
    return before is not None and before.chat != item.chat


def _reading(before: Item | None, pace: Pace) -> int:
    if before is None or before.kind in _KNOWN:
        return _READING[pace].least
    return _READING[pace].of(before.text)


def at_once(items: Sequence[Item]) -> int:
    """Return how many items of a step show with the press that led to it, 0 or more.

    What the player says or does is seen at once, without waiting for anybody.
    """
    for count, item in enumerate(items):
        if item.kind not in {Kind.MINE, Kind.DEED, Kind.TURN}:
            return count
    return len(items)


def typing(before: Item | None, item: Item, pace: Pace, elapsed: int) -> bool:
    """Whether the dots blink, *elapsed* milliseconds after the item *before*."""
    if item.kind is not Kind.THEIRS or elsewhere(before, item):
        return False
    if pace in _READING:
        return elapsed >= _reading(before, pace)
    return pace is Pace.ON_KEY


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
        before = items[shown - 1] if shown else None
        wait = delay(before, items[shown], pace)
        if wait is None or elapsed < wait:
            return shown, elapsed
        shown, elapsed = shown + 1, elapsed - wait
    return shown, 0
