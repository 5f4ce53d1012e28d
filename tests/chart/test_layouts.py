"""Where cards and lines lie, whoever places them."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.chart import layered
from game.chart.cards import GLYPH, WIDTH, card
from game.chart.order import reading_order, ways_down
from game.chart.sheet import LONG, on_a_sheet

SIZES = some.integers(1, 16)
GRAPHS = SIZES.flatmap(
    lambda size: some.lists(
        some.lists(some.integers(0, size - 1), max_size=4), min_size=size, max_size=size
    )
)


def overlapping(spots):
    """Return the pairs of cards that lie on each other."""
    boxes = [(one.x, one.y, one.x + WIDTH, one.y + one.card.height) for one in spots]
    return [
        (a, b)
        for at, a in enumerate(boxes)
        for b in boxes[:at]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def curve(points, steps=12):
    """Return points on a line of cubic curves."""
    for at in range(0, len(points) - 3, 3):
        a, b, c, d = points[at : at + 4]
        for step in range(steps + 1):
            t = step / steps
            weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield tuple(
                sum(
                    w * point[axis]
                    for w, point in zip(weights, (a, b, c, d), strict=True)
                )
                for axis in (0, 1)
            )


def inside(spot, point, edge=0.5):
    x, y = point
    return (
        spot.x + edge < x < spot.x + WIDTH - edge
        and spot.y + edge < y < spot.y + spot.card.height - edge
    )


def placed(chart):
    """Return the cards of a chart as the plain layout places them, all lines drawn."""
    order, down = reading_order(chart), ways_down(chart)
    numbers = {name: at for at, name in enumerate(order, start=1)}
    cards = [card(chart.boxes[name], numbers, down[name], ()) for name in order]
    return layered.place(cards, down), down


@given(GRAPHS)
@settings(deadline=None)
def test_no_two_cards_overlap(make, ways):
    placement, _ = placed(make(ways))

    assert overlapping(placement.spots) == []


@given(GRAPHS)
@settings(deadline=None)
def test_every_way_down_has_a_line_from_its_port_to_the_top_of_its_card(make, ways):
    placement, down = placed(make(ways))
    spots = {spot.card.id: spot for spot in placement.spots}

    assert sorted((route.source, route.to) for route in placement.routes) == sorted(
        (name, to) for name, following in down.items() for to in following
    )
    for route in placement.routes:
        source, to = spots[route.source], spots[route.to]
        (port,) = [one for one in source.card.ports if one.to == route.to]
        foot = source.y + source.card.height
        assert route.points[0] == pytest.approx((source.x + port.x, foot))
        assert route.points[-1] == pytest.approx((to.x + WIDTH / 2, to.y))
        assert len(route.points) % 3 == 1


@given(GRAPHS)
@settings(deadline=None)
def test_no_line_runs_through_a_card(make, ways):
    placement, _ = placed(make(ways))

    assert [
        (route.source, route.to, spot.card.id)
        for route in placement.routes
        for point in curve(route.points)
        for spot in placement.spots
        if inside(spot, point)
    ] == []


@given(GRAPHS)
@settings(deadline=None)
def test_everything_lies_on_the_sheet(make, ways):
    placement, _ = placed(make(ways))

    for spot in placement.spots:
        assert -0.01 <= spot.x <= placement.width - WIDTH + 0.01
        assert -0.01 <= spot.y <= placement.height - spot.card.height + 0.01
    for route in placement.routes:
        for x, y in route.points:
            assert -0.01 <= x <= placement.width + 0.01
            assert -0.01 <= y <= placement.height + 0.01


@given(GRAPHS)
@settings(deadline=None, max_examples=40)
def test_a_sheet_holds_every_box_once_apart_and_named_where_no_line_leads(make, ways):
    """Each way on has a line, or words that say where it leads."""
    chart = make(ways)

    placement = on_a_sheet(chart)

    assert sorted(spot.card.id for spot in placement.spots) == sorted(chart.boxes)
    assert overlapping(placement.spots) == []
    lines = {(route.source, route.to) for route in placement.routes}
    for spot in placement.spots:
        for way in chart.boxes[spot.card.id].ways:
            named = [line for line in spot.card.lines if way.to in line.leads]
            assert ((spot.card.id, way.to) in lines) or named


@given(GRAPHS)
@settings(deadline=None, max_examples=20)
def test_the_same_chart_comes_out_the_same(make, ways):
    assert on_a_sheet(make(ways)) == on_a_sheet(make(ways))


def test_a_long_story_is_cut_into_parts_that_stand_side_by_side(make):
    """A chain of sixty scenes fills a page instead of a strip."""
    placement = on_a_sheet(make([[at + 1] for at in range(59)] + [[]]))

    ratio = placement.width / placement.height
    assert 1 / 3 < ratio < 3
    assert overlapping(placement.spots) == []
    first = min(placement.spots, key=lambda spot: (spot.x, spot.y))
    assert first.card.start


def test_a_short_story_is_one_part_in_which_all_lines_are_drawn(small):
    placement = on_a_sheet(small)

    assert ("hello", "words") in {(one.source, one.to) for one in placement.routes}
    assert ("hello", "hello") not in {(one.source, one.to) for one in placement.routes}


def test_a_line_over_many_rows_is_named_instead(make):
    """A skip over more rows than LONG is words; one as long as LONG is a line."""
    chain = [[at + 1] for at in range(LONG + 1)] + [[]]
    chain[0] = [1, LONG, LONG + 1]

    placement = on_a_sheet(make(chain))

    (first,) = [one.card for one in placement.spots if one.card.start]
    assert [port.to for port in first.ports if port.to == f"scene-{LONG}"]
    assert not [port.to for port in first.ports if port.to == f"scene-{LONG + 1}"]
    assert [line for line in first.lines if f"scene-{LONG + 1}" in line.leads]
    (last,) = [
        one.card for one in placement.spots if one.card.id == f"scene-{LONG + 1}"
    ]
    assert any("also from 1. scene-0" in line.text for line in last.lines)


def test_with_very_many_ways_all_are_named(make):
    """There would be no room for so many shapes at the foot of the card."""
    placement = on_a_sheet(make([list(range(1, 15))] + [[] for _ in range(14)]))

    assert placement.routes == ()
    assert overlapping(placement.spots) == []


@given(GRAPHS)
@settings(deadline=None, max_examples=40)
def test_the_glyphs_at_the_foot_of_a_card_keep_apart(make, ways):
    for spot in on_a_sheet(make(ways)).spots:
        end = 0.0
        for port in spot.card.ports:
            half = len(port.glyphs) * GLYPH / 2
            assert port.x - half >= end - 0.01
            end = port.x + half
        assert end <= WIDTH
        assert math.isclose(spot.card.height, round(spot.card.height))
