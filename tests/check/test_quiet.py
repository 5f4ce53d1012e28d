"""Quieting one line, with a reason."""

from textwrap import dedent

import pytest

from game.check.quiet import QUIETABLE, quiet
from game.check.reader.rules import READER
from game.source import Mark, Problem

STORY = dedent(
    """
    scenes:
      hello:
        # quiet long-word: the note says what it is
        - jay: a glockenspiel
        # quiet words-that-blame: she takes it back
        #quiet words-that-promise :she cannot know
        - mum: >-
            why did you,
            I promise

            it is fine
        # a quiet evening: nothing happens
        # quiet evening at home
        - note: a long plain text
            goes on here
        - end: done
    """
).lstrip()
BLAME, PROMISE, LONG = "words-that-blame", "words-that-promise", "long-word"


def problem(line, rule=BLAME, file="story.yaml"):
    return Problem(Mark(file, line, 9), "hm", rule)


def quieted(*problems, text=STORY, **texts):
    return quiet(problems, {"story.yaml": text} | texts, "story.yaml")


def rules_and_lines(problems):
    return [(one.rule, one.mark.line) for one in problems]


def test_what_is_quieted_is_listed_with_its_reason():
    long, blame, promise = problem(4, LONG), problem(8), problem(9, PROMISE)

    left, listed = quieted(promise, blame, long)

    assert left == ()
    assert [str(one) for one in listed] == [
        "story.yaml:4: long-word is quieted: the note says what it is",
        "story.yaml:8: words-that-blame is quieted: she takes it back",
        "story.yaml:9: words-that-promise is quieted: she cannot know",
    ]
    assert [one.problem for one in listed] == [long, blame, promise]


def test_only_the_text_below_is_quieted():
    others = (problem(4), problem(11, BLAME), problem(14, LONG), problem(16, LONG))

    left, listed = quieted(*others, problem(4, LONG), problem(7), problem(7, PROMISE))

    assert rules_and_lines(left) == [
        (BLAME, 4),
        (BLAME, 11),
        (LONG, 14),
        (LONG, 16),
    ]
    assert len(listed) == 3


def test_a_plain_text_is_quieted_with_the_lines_it_goes_on_in():
    text = "# quiet long-word: so\n- note: one\n    two\n- note: three\n"

    left, _ = quieted(problem(2, LONG), problem(3, LONG), problem(4, LONG), text=text)

    assert rules_and_lines(left) == [(LONG, 4)]


def test_a_quiet_of_nothing_is_a_problem_but_not_in_a_shared_piece():
    text = "- note: one\n# quiet long-word: so"

    left, _ = quieted(text=text, **{"_shared/piece.yaml": text})

    assert [str(one) for one in left] == [
        (
            "story.yaml:2:1: the line below has no problem called 'long-word' "
            "[quiet-nothing]"
        )
    ]


def test_a_shared_piece_can_quiet():
    text = "# quiet long-word: so\n- note: one\n"

    left, listed = quieted(
        problem(2, LONG, "_shared/piece.yaml"),
        text="",
        **{"_shared/piece.yaml": text},
    )

    assert left == ()
    assert len(listed) == 1


@pytest.mark.parametrize("comment", ["# quiet long-word", "# quiet long-word:  "])
def test_a_quiet_without_a_reason_is_the_one_problem_and_not_listed(comment):
    left, listed = quieted(problem(2, LONG), text=f"{comment}\n- note: one\n")

    assert [one.rule for one in left] == ["quiet-without-reason"]
    assert listed == ()


@pytest.mark.parametrize(
    "rule", ["far-from-help", "nobody-told", "reading-level", "no-such-rule", "stuck"]
)
def test_other_rules_cannot_be_quieted(rule):
    text = f"# quiet {rule}: so\n- note: one\n"

    left, listed = quieted(problem(2, rule), text=text)

    assert [one.rule for one in left] == ["quiet-unknown-rule", rule]
    assert listed == ()


def test_a_run_of_comments_longer_than_there_are_rules_is_no_run():
    text = "# quiet long-word: so\n" * (len(QUIETABLE) + 5) + "- note: one\n"

    left, listed = quieted(problem(len(QUIETABLE) + 6, LONG), text=text)

    assert len(listed) == 1
    assert {one.rule for one in left} == {"quiet-nothing"}


def test_every_rule_on_words_can_be_quieted_but_those_over_all_lines():
    names = {rule.__name__.replace("_", "-") for rule in READER}

    assert names - set(QUIETABLE) == {"reading-level", "hardest-tenth"}
    assert set(QUIETABLE) - names == {"promised-minutes", "too-many-states"}
