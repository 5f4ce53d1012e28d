"""Sweeps over a whole walk: its order, and what lies how far ahead.

Each is one pass over all ways, because a walk may have millions.
"""

from array import array
from collections.abc import Sequence
from typing import Final

from game.check.walk import NUMBERS, Walk

NOWHERE: Final = 2**31
"""The distance to what cannot be reached."""


def in_order(found: Walk) -> "array[int]":
    """Return the states of a whole walk in an order in which all ways lead forward.

    States on a cycle, or behind one, are missing: all are there exactly if every play
    ends.
    """
    arriving = array(NUMBERS, bytes(len(found) * array(NUMBERS).itemsize))
    for to in found.targets:
        arriving[to] += 1
    starts, targets = found.starts, found.targets
    order = array(NUMBERS, [0] if not arriving[0] else [])
    for at in order:
        for to in targets[starts[at] : starts[at + 1]]:
            arriving[to] -= 1
            if not arriving[to]:
                order.append(to)
    return order


def distances(
    found: Walk,
    order: Sequence[int],
    goals: Sequence[bool],
    passable: Sequence[bool] | None = None,
) -> list[int]:
    """Return for each state how many commands the nearest goal is ahead.

    Args:
        found: A whole walk.
        order: Its states, each before those it leads to.
        goals: For each passage whether it is a goal.
        passable: For each passage whether it may be taken; all, if not given.

    Returns:
        Distances, ``NOWHERE`` where no goal is ahead.
    """
    starts, targets, ways = found.starts, found.targets, found.ways
    away = [NOWHERE] * len(found)
    for at in reversed(order):
        nearest = NOWHERE - 1
        for edge in range(starts[at], starts[at + 1]):
            way = ways[edge]
            if passable is not None and not passable[way]:
                continue
            there = 0 if goals[way] else away[targets[edge]]
            nearest = min(nearest, there)
        away[at] = nearest + 1
    return away
