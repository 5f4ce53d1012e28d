"""A walk folded together: states after which the same moves can be made are one.

A story has thousands of states, and far fewer that differ in what is still to come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.check.walk import Walk
from game.engine.events import Moved
from game.story.model import LineId, Move, MoveId, Story

Roads: TypeAlias = frozenset[tuple[int, int]]
"""The ways on from a folded state: the bits of the moves made, and where it leads."""

NONE: Final = 0
"""No move."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Folded states, numbered so that every road leads to a smaller number.

    ``start`` is the beginning; ``roads[i]`` lead on from state *i*, and
    ``endings[i]`` is the ending that it is, or None. ``bits`` gives each move its
    bit; ``free`` are those that an action makes whenever the player likes, without
    leaving a state.
    """

    start: int
    roads: Sequence[Roads]
    endings: Sequence[LineId | None]
    bits: Mapping[MoveId, tuple[int, Move]]
    free: int


def fold(found: Walk, order: Sequence[int]) -> Fold:
    """Fold a whole walk; *order* has its states, each before those it leads to."""
    bits: dict[MoveId, tuple[int, Move]] = {}
    free = _free(found.story, bits)
    made = _made(found, bits)
    starts, targets, ways = found.starts, found.targets, found.ways
    folded: dict[tuple[LineId | None, Roads], int] = {}
    number = [0] * len(found)
    for at in reversed(order):
        roads = frozenset(
            [
                (made[ways[way]], number[targets[way]])
                for way in range(starts[at], starts[at + 1])
            ]
        )
        ending = found.scene(at).ending
        key = None if ending is None else ending.id, roads
        number[at] = folded.setdefault(key, len(folded))
    return Fold(
        number[0],
        [roads for _, roads in folded],
        [ending for ending, _ in folded],
        bits,
        free,
    )


def _made(found: Walk, bits: dict[MoveId, tuple[int, Move]]) -> list[int]:
    """Return the bits of the moves that each passage makes; give new moves a bit."""
    return [
        _together(bits, [one.move for one in passage.events if isinstance(one, Moved)])
        for passage in found.passages
    ]


def _free(story: Story, bits: dict[MoveId, tuple[int, Move]]) -> int:
    responses = [one for one in story.responses.values() if one.slot is None]
    return _together(bits, [one.move for one in responses if one.move is not None])


def _together(bits: dict[MoveId, tuple[int, Move]], moves: Sequence[Move]) -> int:
    together = NONE
    for move in moves:
        together |= bits.setdefault(move.id, (1 << len(bits), move))[0]
    return together
