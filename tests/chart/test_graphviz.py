"""What Graphviz is asked, and what is made of its answer; the program is not needed."""

import json
import shutil
import subprocess

import pytest

from game.chart import graphviz
from game.chart.cards import WIDTH, card
from game.chart.order import reading_order, ways_down


@pytest.fixture
def cards(make):
    chart = make([[1, 2], [3], [3], []])
    order, down = reading_order(chart), ways_down(chart)
    numbers = {name: at for at, name in enumerate(order, start=1)}
    return [card(chart.boxes[name], numbers, down[name], ()) for name in order]


def answer(cards, *, off=0.0):
    """Return an answer with all cards in a column, the first one topmost."""
    tall = sum(one.height + 50 for one in cards)
    tops, y = {}, tall
    for one in cards:
        tops[one.id] = y
        y -= one.height + 50
    places = [f"120,{tops[one.id] - one.height / 2}" for one in cards]
    edges = []
    for at, one in enumerate(cards):
        foot = tops[one.id] - one.height
        for index, port in enumerate(one.ports):
            start, end = f"{port.x + off},{foot}", f"120,{tops[port.to]}"
            edges.append({"id": f"{at} {index}", "pos": f"{start} {start} {end} {end}"})
    return {
        "bb": f"0,0,240,{tall}",
        "objects": [
            {"name": f"n{at}", "pos": place} for at, place in enumerate(places)
        ],
        "edges": edges,
    }


def test_graphviz_gets_sizes_and_ways_and_no_words(cards):
    asked = graphviz.asked(cards)

    assert f'WIDTH="{WIDTH:.0f}" HEIGHT="{cards[0].height - 1:.0f}"' in asked
    assert 'n0:p0:s -> n1 [id="0 0"];' in asked
    assert 'n0:p1:s -> n2 [id="0 1"];' in asked
    assert "scene" not in asked
    assert "sentence" not in asked


def test_its_answer_says_where_cards_and_lines_lie_from_the_top(cards):
    placement = graphviz.understood(cards, json.dumps(answer(cards)))

    assert [(spot.card.id, spot.x) for spot in placement.spots] == [
        (one.id, 0.0) for one in cards
    ]
    assert placement.spots[0].y == 0
    assert placement.spots[1].y == cards[0].height + 50
    assert placement.width == WIDTH
    first = placement.routes[0]
    assert (first.source, first.to) == ("scene-0", "scene-1")
    assert first.points[0] == (cards[0].ports[0].x, cards[0].height)
    assert first.points[-1] == (120, cards[0].height + 50)


def test_ports_are_turned_to_where_their_cards_lie(cards):
    placement = graphviz.understood(cards, json.dumps(answer(cards)))
    left = [
        spot.moved(-500, 0) if spot.card.id == "scene-2" else spot
        for spot in placement.spots
    ]

    first = graphviz.turned(cards, placement.__class__(tuple(left), (), 0, 0))[0]

    assert [port.to for port in first.ports] == ["scene-2", "scene-1"]
    assert first.ports[0].x < first.ports[1].x


@pytest.mark.parametrize(
    "strange", ["", "[]", "{}", '{"bb": "0,0,1"}', '{"bb": "0,0,1,1", "objects": []}']
)
def test_what_is_no_answer_is_refused(cards, strange):
    with pytest.raises(graphviz.StrangeAnswerError):
        graphviz.understood(cards, strange)


def test_an_answer_without_some_line_is_refused(cards):
    some = answer(cards)
    some["edges"].pop()

    with pytest.raises(graphviz.StrangeAnswerError):
        graphviz.understood(cards, json.dumps(some))


@pytest.mark.parametrize("points", ["1,1 2,2", "1,1", "1 2 3 4"])
def test_a_line_that_is_no_curve_is_refused(cards, points):
    some = answer(cards)
    some["edges"][0]["pos"] = points

    with pytest.raises(graphviz.StrangeAnswerError):
        graphviz.understood(cards, json.dumps(some))


def test_a_line_that_hangs_in_the_air_is_refused(cards):
    with pytest.raises(graphviz.StrangeAnswerError, match="scene-1"):
        graphviz.understood(cards, json.dumps(answer(cards, off=9)))


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_the_real_program_answers_so(cards):
    done = subprocess.run(
        graphviz.COMMAND,
        input=graphviz.asked(cards),
        capture_output=True,
        text=True,
        check=True,
    )

    placement = graphviz.understood(cards, done.stdout)

    assert [spot.card for spot in placement.spots] == cards
    assert len(placement.routes) == 4
