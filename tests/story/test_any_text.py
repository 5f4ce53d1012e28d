"""Any text or bytes give a story or problems: never another exception, and soon.

Half of the inputs are good stories with a few mistakes in them, because pure noise
never gets past the first line.
"""

import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from game.check.check import check
from game.source import StoryError
from game.story.ids import with_ids
from game.story.parse import parse
from game.story.pieces import PieceText
from game.story.tree import decode
from tests.story.mistakes import PIECES, STORIES, YAML_SOUP, mutated

LONGEST = 2.0
"""Seconds that a case may take."""
FEWEST_MUTATED = 0.3
"""The share of cases that are good stories with mistakes in them."""
STATES = 200
"""States to visit of a story that can be read: enough to meet the rules of play."""


def of_kind(kind, texts):
    return texts.map(lambda text: (kind, text))


CASES = st.one_of(
    of_kind("mutated", mutated(STORIES)),
    of_kind("mutated", mutated(STORIES)),
    of_kind("mutated", mutated(STORIES, most=1)),
    st.sampled_from(sorted(PIECES)).flatmap(
        lambda name: of_kind(name, mutated([PIECES[name]]))
    ),
    of_kind("text", st.text()),
    of_kind("soup", YAML_SOUP),
    of_kind("bytes", st.binary()),
)


def shared(name):
    return PieceText(PIECES[name], f"{name}.yaml") if name in PIECES else None


def outcome(kind, text):
    """Read, and if it can be read check, what a case holds; return the problems."""
    try:
        if kind in PIECES:
            piece = PieceText(decode(encoded(text), "p.yaml"), "p.yaml")
            users = (one for one in STORIES if f"use: {kind}" in one)
            user = next(users, STORIES[0])
            story = parse(
                user, "f", pieces=lambda name: piece if name == kind else shared(name)
            )
        else:
            source = decode(text if kind == "bytes" else encoded(text), "f")
            story = parse(source, "f", pieces=shared)
            stays_what_it_is(story, source)
    except StoryError as error:
        return error.problems
    check(story, limit=STATES)
    return ()


def are_worth_reading(problems, text):
    for problem in problems:
        assert problem.message
        assert problem.hint
        assert problem.mark.line >= 1
        assert problem.mark.column >= 1
        assert problem.render({"f": text if isinstance(text, str) else ""})
    assert list(problems) == sorted(problems)


def encoded(text):
    return text.encode("utf-8", "surrogatepass")


def stays_what_it_is(story, source):
    """Writing ids changes nothing else, and happens once."""
    written, _ = with_ids(source, "f")

    assert with_ids(written, "f") == (written, 0)
    again = parse(written, "f", pieces=shared)
    assert replace(again, edition=story.edition) == story


def every_case_ends_well(examples):
    seen = Counter()

    @settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(CASES)
    def one_case(case):
        kind, text = case
        started = time.perf_counter()
        problems = outcome(kind, text)
        took = time.perf_counter() - started
        seen[kind] += 1
        event(f"{kind}: {'problems' if problems else 'a story'}")

        are_worth_reading(problems, text)
        assert took < LONGEST

    one_case()

    # Shared pieces with mistakes in them come on top of that.
    assert seen["mutated"] >= FEWEST_MUTATED * seen.total()


def test_any_text_gives_a_story_or_problems():
    every_case_ends_well(300)


@pytest.mark.slow
def test_a_lot_of_texts_give_stories_or_problems():
    every_case_ends_well(10_000)
