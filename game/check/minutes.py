"""How long a story takes to read, alone and without a pause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.check.pace import WORDS_PER_MINUTE, words
from game.check.rules import Finding
from game.check.survey import Survey
from game.check.walk import Walk
from game.engine.events import Ended, Event, Explained, Pick
from game.engine.step import begin
from game.story.model import Feeling, Message, Note

LEAST: Final = 0.8
USUAL: Final = 1.25
MOST: Final = 2.5
"""Promised minutes by those of reading in a typical play.

A class does not only read: a quarter more is usual for thinking about the choices, and
more than twice as much would promise a longer story than there is. Our judgement; no
figure was found.
"""

SHORT: Final = 3
"""Minutes that any story may promise, however short it is."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes to the end of a story: the shortest play, a typical one, the longest.

    The typical one is the mean over a player who takes each choice as often as any
    other and uses no action besides.
    """

    shortest: float
    typical: float
    longest: float


def minutes(found: Walk, order: Sequence[int]) -> Minutes:
    """Return how long plays take at the reading speed of the story's band.

    Args:
        found: A whole walk.
        order: Its states, each before those it leads to.
    """
    read = [_words(passage.events) for passage in found.passages]
    offered = [
        words(passage.choice.text) if passage.choice is not None else 0
        for passage in found.passages
    ]
    picked = [isinstance(passage.command, Pick) for passage in found.passages]
    starts, targets, ways = found.starts, found.targets, found.ways
    shortest, typical, longest = ([0.0] * len(found) for _ in range(3))
    for at in reversed(order):
        choosing = 0
        near, far, count, together = float("inf"), 0.0, 0, 0.0
        for edge in range(starts[at], starts[at + 1]):
            way, to = ways[edge], targets[edge]
            there = read[way]
            choosing += offered[way]
            near = min(near, there + shortest[to])
            far = max(far, there + longest[to])
            if picked[way]:
                count += 1
                together += there + typical[to]
        if count:
            shortest[at] = choosing + near
            typical[at] = choosing + together / count
        longest[at] = choosing + far
    opening = _words(begin(found.story).events)
    speed = WORDS_PER_MINUTE[found.story.band]
    return Minutes(
        *(
            (opening + all_words[0]) / speed
            for all_words in (shortest, typical, longest)
        )
    )


def promised_minutes(seen: Survey) -> Iterator[Finding]:
    """A typical play takes far more or less reading than the story promises."""
    story = seen.story
    taken = minutes(seen.found, seen.order)
    least, most = taken.typical * LEAST, max(SHORT, taken.typical * MOST)
    if not least <= story.minutes <= most:
        yield Finding(
            story.scenes[story.start].mark,
            f"the story promises {story.minutes} minutes, and a typical play reads for "
            f"{taken.typical:.1f}",
            f"promise {max(1, round(taken.typical * USUAL))}, or change the story: "
            f"plays read from {taken.shortest:.1f} to {taken.longest:.1f} minutes",
        )


def _words(events: Iterable[Event]) -> int:
    """Return how many words a player reads who plays alone."""
    return sum([words(text) for event in events for text in _texts(event)])


def _texts(event: Event) -> tuple[str, ...]:
    match event:
        case Message(text=text) | Note(text=text) | Feeling(text=text):
            return (text,)
        case Explained(why):
            return (why,)
        case Ended(ending):
            return (ending.text, ending.offer)
        case _:
            return ()
