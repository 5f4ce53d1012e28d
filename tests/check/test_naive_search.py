"""The checker's walk and scores against a search that anybody can see to be right.

The search is that of ``tests/naive.py``; the stories are random, many of them faulty.
"""

from collections import Counter
from itertools import islice

import pytest

from game.check.folded import fold
from game.check.rules import moves
from game.check.scores import scores
from game.check.sweeps import in_order
from game.check.walk import walk
from game.engine.events import Act, Ended, Offered
from game.engine.step import moment
from game.story.model import Skill
from tests.check.random_stories import random_stories
from tests.naive import distances, move_sets, search

MOST_STATES = 120
"""Of a story in the quick test; larger ones are left to the slow test."""


def small_stories(wanted, limit, first=0):
    """Yield that many stories of at most *limit* states, with their text and search."""
    found = (
        (text, story, steps)
        for text, story in random_stories(first)
        if (steps := search(story, limit)) is not None
    )
    yield from islice(found, wanted)


def agree(story, steps):
    """Assert that the checker sees what the naive search saw."""
    found = walk(story)
    states = [found.state(at) for at in range(len(found))]

    assert found.whole
    assert states[0] == next(iter(steps))
    assert len(states) == len(steps)
    assert set(states) == set(steps)
    for at, state in enumerate(states):
        leads = [(edge.command, states[edge.to]) for edge in found.edges(at)]
        assert leads == [(by, step.state) for by, step in steps[state].items()]
        assert found.scene(at) == story.scenes[state.scene]
    away = distances(steps)
    for at, state in enumerate(states):
        assert len(found.play_to(at)) == away[state]


def agree_on_scores(story, steps):
    """Assert that the checker finds the fewest and the most moves at each ending."""
    found = walk(story)
    counted = scores(fold(found, in_order(found)))

    assert naive_scores(story, steps) == {
        (ending, skill): (each.least, each.most)
        for ending, score in counted.items()
        for skill, each in [(None, score.total), *score.skills.items()]
        # A skill that no move of the story practises may be left out, or be none.
        if each.most or skill is None
    }


def naive_scores(story, steps):
    """Return fewest and most moves by ending and skill; None stands for all skills.

    Without the skills of which no play to that ending makes a move.
    """
    skills = {move.id: move.skill for move in moves(story)}
    found = {}
    for state, names in move_sets(story, steps):
        now = moment(story, state)
        if isinstance(now, Ended):
            count = Counter(skills[name] for name in names)
            found.setdefault(now.ending.id, []).append(count)
    return {
        (ending, skill): (min(numbers), max(numbers))
        for ending, counts in found.items()
        for skill in (None, *Skill)
        if max(
            numbers := [
                count.total() if skill is None else count[skill] for count in counts
            ]
        )
        or skill is None
    }


def kinds(story, steps):
    """Yield what is special about a story, so that the sample can be judged."""
    for state in steps:
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
    if not any(story.scenes[state.scene].ending for state in steps):
        yield "no ending"
    if any(isinstance(command, Act) for here in steps.values() for command in here):
        yield "blocking"


def test_a_thousand_random_stories_are_walked_as_a_naive_search_walks_them():
    seen = Counter()
    for text, story, steps in small_stories(1000, MOST_STATES):
        try:
            agree(story, steps)
            agree_on_scores(story, steps)
        except AssertionError as error:
            raise AssertionError(text) from error
        seen.update(set(kinds(story, steps)))

    assert min(seen.values()) >= 10, seen
    assert len(seen) == 7, seen


@pytest.mark.slow
def test_thousands_of_larger_random_stories_as_well():
    for text, story, steps in small_stories(4000, 5000, first=10_000):
        try:
            agree(story, steps)
            agree_on_scores(story, steps)
        except AssertionError as error:
            raise AssertionError(text) from error
