"""What a layout is: cards at places, and the lines between them.

Knows no way of finding one; ``layered`` and ``graphviz`` do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from game.chart.cards import Card
from game.story.model import SceneId

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A card and where its upper left corner lies."""

    card: Card
    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Spot":
        """Return the card at a place further right and down."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Route:
    """The line from a port of one card to the top of another.

    ``points`` are a start and then three for each cubic curve: two that it bends to,
    and its end. The last is the middle of the top of the card that it leads to.
    """

    source: SceneId
    to: SceneId
    points: tuple[Point, ...]

    def moved(self, dx: float, dy: float) -> "Route":
        """Return the line at a place further right and down."""
        points = tuple((x + dx, y + dy) for x, y in self.points)
        return replace(self, points=points)


@dataclass(frozen=True, slots=True)
class Placement:
    """Cards and lines on a sheet of a size, from 0, 0 at the upper left."""

    spots: tuple[Spot, ...]
    routes: tuple[Route, ...]
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> "Placement":
        """Return all of it at a place further right and down."""
        return Placement(
            tuple(spot.moved(dx, dy) for spot in self.spots),
            tuple(route.moved(dx, dy) for route in self.routes),
            self.width + dx,
            self.height + dy,
        )


Placer: TypeAlias = Callable[
    [Sequence[Card], Mapping[SceneId, Sequence[SceneId]]], Placement
]
"""Places cards, at least one, each given before those it leads to.

The mapping tells where the ports of each card lead, never out of the cards.
"""
