"""A plain layout in rows, for machines without Graphviz.

Longest-path rows; order by the middle of the neighbours; places as near to them as
the order allows. Lines run straight down past the cards of a row, in a slot of their
own, and bend only between rows: so none runs through a card. Lines to the same card
join on their way.
"""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.chart.cards import WIDTH, Card
from game.chart.layers import rows
from game.chart.placing import Placement, Point, Route, Spot
from game.story.model import SceneId

GAP: Final = 26.0
"""Between cards of a row, in pixels, as all sizes here."""

_SLOT: Final = 6.0
_SLOT_GAP: Final = 16.0
_BETWEEN: Final = 40.0
_SWEEPS: Final = 12


@dataclass(frozen=True, slots=True)
class _Node:
    """A card, or with a ``row`` of 0 or more the slot where lines to it pass a row."""

    id: SceneId
    row: int = -1

    @property
    def slot(self) -> bool:
        return self.row >= 0

    @property
    def half(self) -> float:
        return (_SLOT if self.slot else WIDTH) / 2


_Rows = list[list[_Node]]
_Ways = dict[_Node, list[_Node]]


def place(
    cards: Sequence[Card], down: Mapping[SceneId, Sequence[SceneId]]
) -> Placement:
    """Place cards, at least one; the same cards always come out the same."""
    names = [card.id for card in cards]
    row = rows(names, down)
    table, after, before = _with_slots(names, row, down)
    _put_in_order(table, after, before)
    middle = _middles(table, after, before)
    turned = {card.id: _turned(card, row, middle) for card in cards}
    tops, bottoms = _heights(table, turned, middle, after)
    spots = tuple(
        Spot(turned[name], middle[_Node(name)] - WIDTH / 2, tops[row[name]])
        for name in names
    )
    routes = tuple(
        _route(spot, port.x, port.to, row, middle, tops, bottoms)
        for spot in spots
        for port in spot.card.ports
    )
    width = max(at + node.half for node, at in middle.items())
    return Placement(spots, routes, width, bottoms[-1])


def _turned(
    card: Card, row: Mapping[SceneId, int], middle: Mapping[_Node, float]
) -> Card:
    """Return a card with its ports in the order of where their lines go first."""
    below = row[card.id] + 1

    def across(to: SceneId) -> tuple[float, float]:
        first = _Node(to) if row[to] == below else _Node(to, below)
        return middle[first], middle[_Node(to)]

    return card.with_ports(sorted((port.to for port in card.ports), key=across))


def _with_slots(
    names: Sequence[SceneId],
    row: Mapping[SceneId, int],
    down: Mapping[SceneId, Sequence[SceneId]],
) -> tuple[_Rows, _Ways, _Ways]:
    """Return the rows with a slot for each line that passes, and what is linked."""
    table: _Rows = [[] for _ in range(max(row.values()) + 1)]
    after: _Ways = {}
    before: _Ways = {}

    def add(node: _Node, at: int) -> None:
        if node not in after:
            after[node], before[node] = [], []
            table[at].append(node)

    for name in names:
        add(_Node(name), row[name])
        for to in down[name]:
            last = _Node(name)
            for at in range(row[name] + 1, row[to] + 1):
                stop = _Node(to) if at == row[to] else _Node(to, at)
                add(stop, at)
                if stop not in after[last]:
                    after[last].append(stop)
                    before[stop].append(last)
                last = stop
    return table, after, before


def _put_in_order(table: _Rows, after: _Ways, before: _Ways) -> None:
    """Order each row so that few lines cross, the best of some sweeps."""
    best = [list(line) for line in table]
    fewest = _crossings(table, after)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        near = before if down else after
        for at in range(len(table)) if down else reversed(range(len(table))):
            beside = at - 1 if down else at + 1
            if not 0 <= beside < len(table):
                continue
            place_of = {node: index for index, node in enumerate(table[beside])}
            wanted = {
                node: _mean([place_of[one] for one in near[node]], index)
                for index, node in enumerate(table[at])
            }
            table[at].sort(key=wanted.__getitem__)
        now = _crossings(table, after)
        if now < fewest:
            fewest, best = now, [list(line) for line in table]
    table[:] = best


def _mean(places: Sequence[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _crossings(table: _Rows, after: _Ways) -> int:
    count = 0
    for upper, lower in pairwise(table):
        at = {node: index for index, node in enumerate(lower)}
        passed: list[int] = []
        for node in upper:
            for end in sorted(at[one] for one in after[node]):
                count += len(passed) - bisect_right(passed, end)
                insort(passed, end)
    return count


def _middles(table: _Rows, after: _Ways, before: _Ways) -> dict[_Node, float]:
    """Return the middle of every node across, near those it is linked with."""
    middle: dict[_Node, float] = {}
    for line in table:
        x = 0.0
        for node in line:
            middle[node] = x + node.half
            x += 2 * node.half + GAP
    for sweep in range(2 * _SWEEPS):
        down = sweep % 2 == 0
        near = before if down else after
        for line in table if down else reversed(table):
            wanted = [
                _mean([middle[one] for one in near[node]], middle[node])
                for node in line
            ]
            weights = [
                4.0 if node.slot and any(one.slot for one in near[node]) else 1.0
                for node in line
            ]
            middle |= zip(line, _apart(line, wanted, weights), strict=True)
    left = min(at - node.half for node, at in middle.items())
    return {node: x - left for node, x in middle.items()}


def _apart(
    line: Sequence[_Node], wanted: Sequence[float], weights: Sequence[float]
) -> list[float]:
    """Return the places nearest to the *wanted* that keep order and distance.

    Pools neighbours that want to pass each other (isotonic regression), which is the
    least sum of squares.
    """
    offsets = [0.0]
    for left, right in pairwise(line):
        gap = _SLOT_GAP if left.slot or right.slot else GAP
        offsets.append(offsets[-1] + left.half + gap + right.half)
    pools: list[tuple[float, float, int]] = []
    for want, offset, weight in zip(wanted, offsets, weights, strict=True):
        pool = (want - offset, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            place_of, heavy, count = pools.pop()
            whole = heavy + pool[1]
            pool = (
                (place_of * heavy + pool[0] * pool[1]) / whole,
                whole,
                count + pool[2],
            )
        pools.append(pool)
    flat = [place_of for place_of, _, count in pools for _ in range(count)]
    return [x + offset for x, offset in zip(flat, offsets, strict=True)]


def _heights(
    table: _Rows,
    cards: Mapping[SceneId, Card],
    middle: Mapping[_Node, float],
    after: _Ways,
) -> tuple[list[float], list[float]]:
    """Return the top and bottom of each row; flat lines get more room to bend."""
    tops: list[float] = []
    bottoms: list[float] = []
    y = 0.0
    for line in table:
        tops.append(y)
        tall = max((cards[node.id].height for node in line if not node.slot), default=0)
        bottoms.append(y + tall)
        far = max(
            (abs(middle[node] - middle[to]) for node in line for to in after[node]),
            default=0,
        )
        y += tall + _BETWEEN + min(40.0, far / 12)
    return tops, bottoms


def _route(  # noqa: PLR0913, PLR0917 - all that a line depends on
    spot: Spot,
    port: float,
    to: SceneId,
    row: Mapping[SceneId, int],
    middle: Mapping[_Node, float],
    tops: Sequence[float],
    bottoms: Sequence[float],
) -> Route:
    name = spot.card.id
    x = spot.x + port
    points: list[Point] = [(x, spot.y + spot.card.height)]
    points += _straight(points[-1], (x, bottoms[row[name]]))
    for at in range(row[name] + 1, row[to] + 1):
        end = (middle[_Node(to) if at == row[to] else _Node(to, at)], tops[at])
        points += _bent(points[-1], end)
        if at < row[to]:
            points += _straight(points[-1], (end[0], bottoms[at]))
    return Route(name, to, tuple(points))


def _straight(start: Point, end: Point) -> list[Point]:
    return [] if start == end else [start, end, end]


def _bent(start: Point, end: Point) -> list[Point]:
    half = (start[1] + end[1]) / 2
    return [(start[0], half), (end[0], half), end]
