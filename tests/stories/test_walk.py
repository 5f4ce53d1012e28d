"""What holds in every state that a shipped story can be in.

Written without ``game.check``, on the rules of play alone, so that the checker's own
walk is checked by another hand.
"""

import functools
from collections import deque

import pytest

from game.check.check import check
from game.check.rules import Surroundings
from game.engine.events import Offered
from game.engine.step import advance, begin, commands, moment, tellable
from game.files import Library, picture_names
from game.story.model import Message

LIBRARY = Library()


@functools.cache
def visited(name):
    """Return every reachable state and the states that one command leads to."""
    story = LIBRARY.load(name)
    ways = {}
    waiting = deque([begin(story).state])
    while waiting:
        state = waiting.popleft()
        if state in ways:
            continue
        ways[state] = [
            advance(story, state, command).state for command in commands(story, state)
        ]
        waiting += ways[state]
    return ways


@pytest.fixture
def graph(shipped):
    return visited(shipped.id)


def listened(story, state):
    return bool(state.facts[story.heard])


def test_a_story_stays_small(graph):
    assert len(graph) <= 20_000


def test_no_play_comes_to_a_state_twice(graph):
    arriving = dict.fromkeys(graph, 0)
    for following in graph.values():
        for state in following:
            arriving[state] += 1
    ready = [state for state, count in arriving.items() if count == 0]
    ordered = 0
    while ready:
        ordered += 1
        for state in graph[ready.pop()]:
            arriving[state] -= 1
            if arriving[state] == 0:
                ready.append(state)

    assert ordered == len(graph)


def test_there_is_always_something_to_choose_until_the_end(shipped, graph):
    for state in graph:
        now = moment(shipped, state)
        assert not isinstance(now, Offered) or now.choices, state


def test_an_adult_who_listens_is_at_most_four_choices_away(shipped, graph):
    near = {state for state in graph if listened(shipped, state)}
    for _ in range(4):
        near |= {
            state
            for state, following in graph.items()
            if any(after in near for after in following)
        }
    over = {
        state
        for state in graph
        if shipped.scenes[state.scene].ending is not None
        and not tellable(shipped, state)
    }

    assert graph.keys() - over - near == set()


def test_no_story_ends_with_nobody_told_unless_it_offers_to_tell(shipped, graph):
    for state in graph:
        ending = shipped.scenes[state.scene].ending
        if ending is not None and not listened(shipped, state) and not shipped.harmless:
            assert ending.offer, state
            assert tellable(shipped, state), state


def test_a_blocked_contact_sends_nothing(shipped, graph):
    slots = {
        fact.name.removeprefix("blocked."): slot
        for slot, fact in enumerate(shipped.facts)
        if fact.name.startswith("blocked.")
    }
    for state in graph:
        for command in commands(shipped, state):
            step = advance(shipped, state, command)
            for event in step.events:
                if isinstance(event, Message) and event.speaker in slots:
                    assert not step.state.facts[slots[event.speaker]], event.text


def test_the_checker_visits_the_same_states_and_finds_nothing(shipped, graph):
    report = check(shipped, Surroundings(picture_names(LIBRARY.pictures)))

    assert report.problems == ()
    assert report.states == len(graph)
    assert report.proven
