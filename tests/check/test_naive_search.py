"""The checker's walk against a search that anybody can see to be right.

The search below knows the rules of play and nothing of ``game.check``: it asks the
engine for every step and keeps states in a dictionary.
"""

from collections import Counter, deque
from itertools import islice

import pytest

from game.check.walk import endings, walk
from game.engine.events import Act, Ended, Offered
from game.engine.step import advance, begin, commands, moment
from tests.check.random_stories import random_stories

MOST_STATES = 200
"""Of a story in the quick test; a larger one is left to the slow test."""


def search(story, limit):
    """Return what each reachable state leads to, command by command, nearest first.

    None if there are more states than *limit*.
    """
    first = begin(story).state
    ways = {}
    waiting = deque([first])
    while waiting:
        state = waiting.popleft()
        if state in ways:
            continue
        if len(ways) == limit:
            return None
        ways[state] = {
            command: advance(story, state, command).state
            for command in commands(story, state)
        }
        waiting.extend(ways[state].values())
    return ways


def distances(ways, first):
    """Return how many commands each state is away from the first one."""
    away = {first: 0}
    ring = [first]
    while ring:
        ring = [to for state in ring for to in ways[state].values() if to not in away]
        away |= dict.fromkeys(ring, max(away.values()) + 1)
        ring = list(dict.fromkeys(ring))
    return away


def small_stories(wanted, limit, first=0):
    """Yield that many stories of at most *limit* states, with their text and search."""
    found = (
        (text, story, ways)
        for text, story in random_stories(first)
        if (ways := search(story, limit)) is not None
    )
    yield from islice(found, wanted)


def agree(story, ways):
    """Assert that the checker sees what the naive search saw."""
    first = next(iter(ways))
    found = walk(story)
    states = list(found.states)

    assert found.whole
    assert states[0] == first
    assert len(states) == len(ways)
    assert set(states) == set(ways)
    for at, state in enumerate(states):
        leads = {edge.command: states[edge.to] for edge in found.edges[at]}
        assert leads == ways[state]
    ends = {
        state: now.ending
        for state in ways
        if isinstance(now := moment(story, state), Ended)
    }
    assert {states[at]: end for at, end in endings(story, found).items()} == ends
    away = distances(ways, first)
    for at, state in enumerate(states):
        assert len(found.play_to(at)) == away[state]


def kinds(story, ways):
    """Yield what is special about a story, so that the sample can be judged."""
    for state in ways:
        now = moment(story, state)
        if isinstance(now, Offered) and not now.choices:
            yield "stuck"
        if isinstance(now, Ended) and not state.facts[story.heard]:
            yield "nobody told"
        if state.taken:
            yield "a round"
        if state.back is not None:
            yield "telling on the way"
        if state.back is not None and not state.back.played:
            yield "blocked while telling"
    if not any(story.scenes[state.scene].ending for state in ways):
        yield "no ending"
    if any(isinstance(command, Act) for way in ways.values() for command in way):
        yield "blocking"


def test_a_thousand_random_stories_are_walked_as_a_naive_search_walks_them():
    seen = Counter()
    for text, story, ways in small_stories(1000, MOST_STATES):
        try:
            agree(story, ways)
        except AssertionError as error:
            raise AssertionError(text) from error
        seen.update(set(kinds(story, ways)))

    assert min(seen.values()) >= 10, seen
    assert len(seen) == 7, seen


@pytest.mark.slow
def test_thousands_of_larger_random_stories_as_well():
    for text, story, ways in small_stories(4000, 5000, first=10_000):
        try:
            agree(story, ways)
        except AssertionError as error:
            raise AssertionError(text) from error
