"""A chart on one sheet of paper: cut into parts, each laid out, all put together.

Knows the shape of paper and no layout: how cards are placed is handed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from game.chart import layered
from game.chart.cards import Card, card
from game.chart.chart import Chart, Kind
from game.chart.layers import rows, together
from game.chart.order import reading_order, ways_down
from game.chart.placing import Placement, Placer
from game.story.model import SceneId

LONG: Final = 3
"""Rows that a line may span; what leads further is named instead."""

_MANY: Final = 12
"""Ways that can be told apart at the foot of a card; with more, all are named."""

_MARGIN: Final = 46.0
_PAPER: Final = 2**0.5
_MOST_PARTS: Final = 9


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which part each box is in, and which of its ways are drawn."""

    part: Mapping[SceneId, int]
    drawn: Mapping[SceneId, tuple[SceneId, ...]]
    cards: Mapping[SceneId, Card]


def on_a_sheet(chart: Chart, placer: Placer = layered.place) -> Placement:
    """Place all boxes of a chart on a sheet of the shape of A4 and A3, or near it.

    A long story is cut into parts, which mostly stand side by side from left to
    right. Their number is a bargain: with more parts all is larger on such a page,
    and fewer ways are lines.
    """
    order = reading_order(chart)
    down = ways_down(chart)
    numbers = {name: at for at, name in enumerate(order, start=1)}
    whole = _plan(chart, order, down, numbers, float("inf"))
    tall = _tall(order, down, whole.cards)
    plans = {
        tuple(plan.part.values()): plan
        for count in range(1, _MOST_PARTS + 1)
        for plan in [_plan(chart, order, down, numbers, tall / count + 1)]
    }
    best = max(
        plans.values(),
        key=lambda plan: (
            _scale(_put(order, plan, layered.place)) * _share_drawn(plan, down)
        ),
    )
    return _put(order, best, placer)


def _share_drawn(plan: _Plan, down: Mapping[SceneId, Sequence[SceneId]]) -> float:
    """Return which part of all that leads down has lines, from 0 to 1."""
    drawn = sum(map(len, plan.drawn.values()))
    return (1 + drawn) / (1 + sum(map(len, down.values())))


def _scale(placement: Placement) -> float:
    """Return how large a placement comes out on a page, relative to others."""
    wide, high = sorted((placement.width, placement.height), reverse=True)
    return min(_PAPER / max(wide, 1), 1 / max(high, 1))


def _tall(
    order: Sequence[SceneId],
    down: Mapping[SceneId, Sequence[SceneId]],
    cards: Mapping[SceneId, Card],
) -> float:
    return sum(_row_heights(rows(order, down), cards).values())


def _row_heights(
    row: Mapping[SceneId, int], cards: Mapping[SceneId, Card]
) -> dict[int, float]:
    """Return about how much height each row takes, top row first."""
    heights: dict[int, float] = {}
    for name, at in row.items():
        heights[at] = max(heights.get(at, 0), cards[name].height + _MARGIN)
    return dict(sorted(heights.items()))


def _plan(
    chart: Chart,
    order: Sequence[SceneId],
    down: Mapping[SceneId, tuple[SceneId, ...]],
    numbers: Mapping[SceneId, int],
    most: float,
) -> _Plan:
    """Cut a chart into parts that are not much taller than *most*."""
    row = rows(order, down)
    named = {name: card(chart.boxes[name], numbers, (), ()) for name in order}
    part_of_row: dict[int, int] = {}
    y, part = 0.0, 0
    for at, height in _row_heights(row, named).items():
        if y and y + height > most:
            y, part = 0.0, part + 1
        y += height
        part_of_row[at] = part
    parts = {name: part_of_row[row[name]] for name in order}
    drawn = {
        name: tuple(
            to
            for to in down[name]
            if parts[to] == parts[name]
            and row[to] - row[name] <= LONG
            and len(chart.boxes[name].ways) <= _MANY
        )
        for name in order
    }
    sources: dict[SceneId, dict[SceneId, None]] = {name: {} for name in order}
    for name in order:
        for way in chart.boxes[name].ways:
            if way.to in sources and way.to not in drawn[name]:
                sources[way.to][name] = None
    cards = {
        name: card(chart.boxes[name], numbers, drawn[name], sources[name])
        for name in order
    }
    return _Plan(parts, drawn, cards)


def _put(order: Sequence[SceneId], plan: _Plan, placer: Placer) -> Placement:
    """Place what hangs together, and put those blocks on the sheet.

    The story comes first, in the order it is read; blocks of nothing but telling fill
    the room that is left.
    """
    blocks: list[Placement] = []
    for part in range(max(plan.part.values()) + 1):
        inside = [name for name in order if plan.part[name] == part]
        blocks += [
            placer([plan.cards[name] for name in group], plan.drawn)
            for group in together(inside, plan.drawn)
        ]
    blocks.sort(key=_is_aside)
    least = max(block.width for block in blocks)
    wide = accumulate(block.width + _MARGIN for block in blocks)
    widths = dict.fromkeys(max(least, width) for width in wide)
    return max((_packed(blocks, width) for width in widths), key=_scale)


def _is_aside(block: Placement) -> bool:
    return all(spot.card.kind is Kind.TELLING for spot in block.spots)


def _packed(blocks: Sequence[Placement], most: float) -> Placement:
    """Put each block as high as it can go, and then as far to the left."""
    taken: list[tuple[float, float, float]] = []
    found: list[Placement] = []
    for block in blocks:
        lefts = [0.0, *(right for _, right, _ in taken)]
        y, x = min(
            (
                max(
                    (
                        bottom
                        for left, right, bottom in taken
                        if left < x + block.width and x < right
                    ),
                    default=0.0,
                ),
                x,
            )
            for x in lefts
            if not x or x + block.width <= most
        )
        found.append(block.moved(x, y))
        taken.append((x, x + block.width + _MARGIN, y + block.height + _MARGIN))
    return Placement(
        tuple(spot for one in found for spot in one.spots),
        tuple(route for one in found for route in one.routes),
        max(one.width for one in found),
        max(one.height for one in found),
    )
