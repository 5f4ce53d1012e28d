"""What Graphviz is asked, and what its answer means; it is run elsewhere.

Graphviz is only given sizes and ways, never a word of the story.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from game.chart.cards import WIDTH, Card
from game.chart.placing import Placement, Point, Route, Spot
from game.story.model import SceneId

COMMAND: Final = ("dot", "-Tjson0")
"""The program that reads what is asked and writes its answer."""

_INCH: Final = 72.0
_CELL: Final = 8
"""How wide the place of a port is; glyphs keep ports further apart than that."""

_NEAR: Final = 2.0
"""Pixels by which an answer may be beside what was asked, from rounding."""


class StrangeAnswerError(ValueError):
    """Graphviz answered something else than where the cards lie."""


def asked(cards: Sequence[Card]) -> str:
    """Return the question where cards of these sizes, with these ports, should lie."""
    at = {card.id: index for index, card in enumerate(cards)}
    lines = [
        "digraph {",
        f"graph [nodesep={26 / _INCH:.3f}, ranksep={46 / _INCH:.3f}, margin=0];",
        'node [shape=plain, margin=0, label=""];',
        "edge [arrowhead=none, headport=n];",
    ]
    lines += [f"n{index} [label=<{_table(card)}>];" for index, card in enumerate(cards)]
    lines += [
        f'n{at[card.id]}:p{index}:s -> n{at[port.to]} [id="{at[card.id]} {index}"];'
        for card in cards
        for index, port in enumerate(card.ports)
    ]
    return "\n".join([*lines, "}", ""])


def turned(cards: Sequence[Card], placement: Placement) -> tuple[Card, ...]:
    """Return cards with their ports in the order of where the cards they lead to lie.

    Graphviz keeps the order of ports, so it is asked twice.
    """
    middle = {spot.card.id: spot.x for spot in placement.spots}
    return tuple(
        card.with_ports(
            sorted((port.to for port in card.ports), key=middle.__getitem__)
        )
        for card in cards
    )


def understood(cards: Sequence[Card], answer: str) -> Placement:
    """Return where the cards lie.

    Args:
        cards: As they were asked for.
        answer: What the program wrote.

    Raises:
        StrangeAnswerError: If it is no answer to that question.
    """
    try:
        data: Any = json.loads(answer)
        _, _, width, height = map(float, data["bb"].split(","))
        spots = {int(one["name"][1:]): _middle(one["pos"]) for one in data["objects"]}
        lines = {one["id"]: _points(one["pos"]) for one in data.get("edges", ())}
        placed = tuple(
            Spot(card, x - WIDTH / 2, height - y - card.height / 2)
            for at, card in enumerate(cards)
            for x, y in [spots[at]]
        )
        routes = tuple(
            Route(
                spot.card.id,
                port.to,
                tuple((x, height - y) for x, y in lines[f"{at} {index}"]),
            )
            for at, spot in enumerate(placed)
            for index, port in enumerate(spot.card.ports)
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise StrangeAnswerError(f"not an answer of Graphviz: {error!r}") from error
    _look_through(placed, routes)
    return Placement(placed, routes, width, height)


def _table(card: Card) -> str:
    """Return a table as large as the card, with a small cell for each port below."""
    edges = [0]
    for port in card.ports:
        edges += [round(port.x) - _CELL // 2, round(port.x) + _CELL // 2]
    edges.append(round(WIDTH))
    cells = "".join(
        f'<TD{_port(at)} FIXEDSIZE="TRUE" WIDTH="{right - left}" HEIGHT="1"></TD>'
        for at, (left, right) in enumerate(pairwise(edges))
        if right > left
    )
    return (
        '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>'
        f'<TD COLSPAN="{len(edges) - 1}" FIXEDSIZE="TRUE" WIDTH="{WIDTH:.0f}" '
        f'HEIGHT="{card.height - 1:.0f}"></TD></TR><TR>{cells}</TR></TABLE>'
    )


def _port(cell: int) -> str:
    """Return what names a cell of the foot: every second one is a port."""
    return f' PORT="p{cell // 2}"' if cell % 2 else ""


def _middle(text: str) -> Point:
    x, y = map(float, text.split(","))
    return x, y


def _points(text: str) -> tuple[Point, ...]:
    points = tuple(_middle(pair) for pair in text.split())
    if len(points) % 3 != 1 or len(points) == 1:
        raise ValueError(text)
    return points


def _look_through(spots: Sequence[Spot], routes: Sequence[Route]) -> None:
    """Refuse lines that do not run from their port to the top of their card."""
    where: Mapping[SceneId, Spot] = {spot.card.id: spot for spot in spots}
    for route in routes:
        spot, to = where[route.source], where[route.to]
        x = next(port.x for port in spot.card.ports if port.to == route.to)
        wanted = (
            (spot.x + x, spot.y + spot.card.height),
            (to.x + WIDTH / 2, to.y),
        )
        for (got_x, got_y), (x, y) in zip(
            (route.points[0], route.points[-1]), wanted, strict=True
        ):
            if abs(got_x - x) > _NEAR or abs(got_y - y) > _NEAR:
                raise StrangeAnswerError(f"a line to {route.to!r} hangs in the air")
