"""The compiled form does what ``advance`` does, state by state and way by way.

Random stories are compared in test_naive_search.py, the shipped ones here.
"""

from pathlib import Path

import pytest

from game.check.compiled import Form
from game.check.packing import Packing
from game.check.walk import walk
from game.engine.events import Offered, Pick, Returned
from game.engine.step import Place, State, advance, begin, commands
from game.files import read_story
from game.story.parse import parse

ROOT = Path(__file__).parents[2]
STORIES = sorted((ROOT / "scenarios").glob("*/story.yaml"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_every_way_of_a_shipped_story_is_the_one_that_advance_goes(path):
    source = read_story(path)
    story = parse(source.text, source.file, pieces=source.pieces)
    found = walk(story)
    traced = found.form.traced

    ways = iter(range(len(found.ways)))
    for at in range(len(found)):
        state = found.state(at)
        here = commands(story, state)
        for command, edge in zip(here, ways, strict=False):
            passage = found.passages[found.ways[edge]]
            step = advance(traced, state, command)
            events = step.events
            if isinstance(events[-1], Offered) or events[-2] == Returned():
                events = events[:-1]
            assert passage.command == command
            assert found.packed[found.targets[edge]] == found.form.packing.pack(
                step.state
            )
            assert passage.events == events
        assert found.starts[at + 1] - found.starts[at] == len(here)
    assert len(found.ways) == found.starts[-1]


def test_a_state_survives_being_packed(story):
    rounds = story(
        ("id: ok, goto: cake", "id: ok, goto: hello"),
        ("known: yes", "known: no"),
        ("when:", "when:\n  block: {bo: {note: Bo is blocked., goto: cake}}"),
    )
    packing = Packing(rounds)
    states = [
        begin(rounds).state,
        State("cake", (1, 1, 0, 1)),
        State("hello", (0, 0, 1, 0), frozenset({("hello", "ok")})),
        State("told-mum", (0, 1, 0, 0), frozenset(), Place("hello")),
        State("told-mum", (0, 1, 0, 1), frozenset(), Place("cake", played=False)),
    ]

    numbers = [packing.pack(state) for state in states]

    assert [packing.unpack(number) for number in numbers] == states
    assert len(set(numbers)) == len(states)


def test_the_round_of_the_place_takes_no_room_where_no_choice_is_ever_gone(story):
    assert Packing(story()).loop_mask == 0
    assert Packing(story(("id: ok, goto: cake", "id: ok, goto: hello"))).loop_mask != 0


def test_advance_is_asked_once_for_states_that_look_alike(story):
    """A thousand states cost as much as the few that differ in what is looked at."""
    found = walk(story())

    assert len(found.passages) < len(found.ways)


def test_a_beat_that_shows_nothing_leaves_a_trace_for_the_checker_only(story):
    quiet = story(
        ("    - bo: it's a cake\n", "    - goto: party\n  party:\n    - bo: hm\n"),
    )
    form = Form(quiet)

    assert quiet.scenes["cake"].beats[0].lines == ()
    assert [line.text for line in form.traced.scenes["cake"].beats[0].lines] == [""]
    assert form.traced.scenes["party"] is quiet.scenes["party"]
    shown = [
        event
        for passage in walk(quiet).passages
        if passage.command == Pick("no")
        for event in passage.events
    ]
    assert form.traced.scenes["cake"].beats[0].lines[0] in shown


def test_a_command_is_written_as_play_throughs_write_it(story):
    cake = story(
        ("known: yes", "known: no"),
        ("when:", "when:\n  block: {bo: {note: Bo is blocked.}}"),
        ("- bo: it's a cake", "- bo: it's a cake\n      if: not blocked.bo"),
    )
    passages = walk(cake).passages

    assert {passage.pick for passage in passages} == {
        "no",
        "ok",
        "block bo",
        "tell mum",
        "tell teacher",
        "Mum?",
        "Hello?",
    }
    assert {passage.choice.text for passage in passages if passage.choice} == {
        "no",
        "ok",
        "Mum?",
        "Hello?",
    }
