"""The operators do what is written in docs/decisions/0008-mutations.md."""

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.mutations.operators import SHAPES
from tests.mutations.reading import problems
from tests.mutations.run import mutants, sources
from tests.mutations.words import PHRASES, WORDS

ROOT = Path(__file__).parents[2]
DECISION = ROOT / "docs/decisions/0008-mutations.md"
DECIDED = re.findall(
    r"^\| ([a-z]+(?:-[a-z]+)+|blame|brand|place|promise) \|",
    DECISION.read_text(encoding="utf-8"),
    re.MULTILINE,
)
SOURCES = sources()


@pytest.fixture(scope="module")
def some():
    return mutants(20)


def test_every_operator_that_was_decided_is_written_and_no_other():
    written = [one.__name__.replace("_", "-") for one in (*SHAPES, *WORDS)]

    assert sorted(written) == sorted(DECIDED)
    assert len(written) >= 12


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.name)
def test_nothing_is_said_of_a_story_before_it_is_spoilt(source):
    assert problems(source.text) == ()


@pytest.mark.parametrize("name", DECIDED)
def test_an_edit_changes_a_few_lines_and_moves_none(some, name):
    for one in some[name]:
        before, after = one.source.lines, one.text.splitlines()
        if name == "two-too-many":
            changes = SequenceMatcher(None, before, after, autojunk=False)
            kinds = {kind for kind, *_ in changes.get_opcodes()}
            assert kinds == {"equal", "insert"}, one.place
        else:
            assert len(after) == len(before), one.place
            assert after != before, one.place


@pytest.mark.parametrize("name", DECIDED)
def test_what_is_expected_is_a_rule_at_a_line_of_the_story(some, name):
    for one in some[name]:
        count = len(one.text.splitlines())
        assert one.expected
        for expected in one.expected:
            assert expected.rules
            assert all(1 <= line <= count for line in expected.lines), one.place


def test_the_same_mutants_are_drawn_in_every_run(some):
    again = mutants(20)

    assert {name: [one.text for one in every] for name, every in some.items()} == {
        name: [one.text for one in every] for name, every in again.items()
    }


def test_sentences_fit_into_a_message_so_that_no_other_rule_takes_them():
    for phrases in PHRASES.values():
        assert all(len(phrase) <= 140 for phrase in phrases)
