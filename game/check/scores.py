"""The fewest and the most safety moves with which each ending can be reached.

Exact: a move counts once however often it is made, as on the closing pages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from game.check.folded import Fold
from game.story.model import LineId, Skill

_Tally: TypeAlias = dict[int, int]
"""How many moves can have been made, by which of them may come again."""


@dataclass(frozen=True, slots=True)
class Range:
    """From the fewest to the most."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Score:
    """What plays that come to an ending can have counted, over all and by skill."""

    total: Range
    skills: Mapping[Skill, Range]


def scores(fold: Fold) -> dict[LineId, Score]:
    """Return the score of every ending that can be reached."""
    ahead = _ahead(fold)
    total = _ranges(fold, ahead, -1)
    by_skill: dict[Skill, dict[LineId, Range]] = {}
    for skill in Skill:
        mask = sum(bit for bit, move in fold.bits.values() if move.skill is skill)
        if mask:
            by_skill[skill] = _ranges(fold, ahead, mask)
    return {
        ending: Score(
            whole, {skill: ranges[ending] for skill, ranges in by_skill.items()}
        )
        for ending, whole in total.items()
    }


def _ranges(fold: Fold, ahead: list[int], mask: int) -> dict[LineId, Range]:
    least = _tallies(fold, ahead, mask, 0, _least)
    most = _tallies(fold, ahead, mask, fold.free & mask, _most)
    found: dict[LineId, Range] = {}
    for at, ending in enumerate(fold.endings):
        if ending is None:
            continue
        low, high = min(least[at].values()), max(most[at].values())
        known = found.get(ending)
        if known is not None:
            low, high = min(low, known.least), max(high, known.most)
        found[ending] = Range(low, high)
    return found


def _tallies(
    fold: Fold,
    ahead: list[int],
    mask: int,
    free: int,
    keep: Callable[[_Tally], _Tally],
) -> dict[int, _Tally]:
    """Return for each folded state the tallies of the plays that lead there.

    Which moves were made matters only as far as they may be made again. Of two
    tallies, *keep* drops one that can come to nothing the other does not come to.
    """
    tallies: dict[int, _Tally] = {fold.start: {0: 0}}
    better = max if keep is _most else min
    for at in range(fold.start, -1, -1):
        here = tallies[at]
        if len(here) > 1:
            here = tallies[at] = keep(here)
        # At an ending, only telling is left of what can be done at every moment.
        always = free if fold.endings[at] is None else 0
        for moves, to in {
            ((moves | always) & mask, to) for moves, to in fold.roads[at]
        }:
            there = tallies.setdefault(to, {})
            for again, count in here.items():
                after = (again | moves) & ahead[to] & mask
                total = count + (moves & ~again).bit_count()
                known = there.get(after)
                there[after] = total if known is None else better(known, total)
    return tallies


def _most(tally: _Tally) -> _Tally:
    """Drop what falls behind even if all moves made elsewhere are made here later."""
    return _kept(tally, lambda a, n, b, m: m >= n + (b & ~a).bit_count())


def _least(tally: _Tally) -> _Tally:
    """Drop what has more even if all moves made here are made elsewhere later."""
    return _kept(tally, lambda a, n, b, m: m + (a & ~b).bit_count() <= n)


def _kept(tally: _Tally, beaten: Callable[[int, int, int, int], bool]) -> _Tally:
    kept: _Tally = {}
    for again, count in tally.items():
        if any(beaten(again, count, *one) for one in kept.items()):
            continue
        for other, total in list(kept.items()):
            if beaten(other, total, again, count):
                del kept[other]
        kept[again] = count
    return kept


def _ahead(fold: Fold) -> list[int]:
    """Return for each folded state the moves that can still be made."""
    ahead: list[int] = []
    for ending, roads in zip(fold.endings, fold.roads, strict=True):
        possible = fold.free if ending is None else 0
        for moves, to in roads:
            possible |= moves | ahead[to]
        ahead.append(possible)
    return ahead
