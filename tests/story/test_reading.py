"""Typed values out of a tree, and how problems are collected."""

import pytest

from game.source import Mark, Problem
from game.story.reading import MOST_COMPARED, Reading, close_to, fill
from game.story.tree import read


def node(text):
    return read(text, "f")[0]


def said(reading):
    return [f"{problem}\n{problem.hint}" for problem in reading.problems]


def test_a_close_word_is_suggested_and_a_distant_one_is_not():
    assert close_to("tittle", ["title", "about"]) == "did you mean 'title'?"
    assert close_to("xyz", ["title", "about"]) == ""


def test_what_was_meant_is_not_looked_for_without_end():
    reading = Reading()
    known = [f"scene-{number}" for number in range(MOST_COMPARED // 2)]

    hints = [reading.near("scene-1x", known) for _ in range(3)]

    assert hints == ["did you mean 'scene-1'?"] * 2 + [""]


def test_problems_are_kept_once_and_come_in_order_of_the_file():
    reading = Reading()
    late = Problem(Mark("f", 9, 1), "late", "rule")

    reading.take([late, late])
    reading.add(Mark("f", 1, 1), "early", "rule")
    reading.add(Mark("f", 1, 1), "early", "rule")

    assert [problem.message for problem in reading.problems] == ["early", "late"]
    assert reading.count == 2


def test_what_is_not_there_is_no_problem():
    reading = Reading()

    assert reading.table(None, "x") is None
    assert reading.row(None, "x") == ()
    assert reading.text(None, "x") is None
    assert reading.texts(None, "x") == ()
    assert reading.prose(None, "x") == ""
    assert reading.yes(None, "x") is False
    assert reading.number(None, "x", 3, 5) == 3
    assert reading.one_of(None, "x", [], "rule") is None
    assert reading.problems == ()


def test_a_single_text_is_a_list_of_one():
    assert [text.value for text in Reading().texts(node("a"), "x")] == ["a"]
    assert [text.value for text in Reading().texts(node("[a, b]"), "x")] == ["a", "b"]


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("-1", -1), ("05", 5)])
def test_a_number_is_read(text, number):
    assert Reading().number(node(text), "x", -1, 5) == number


@pytest.mark.parametrize("text", ["6", "-2", "1.5", "1e3", "٣", "[3]", "1234567890"])
def test_what_is_no_number_in_the_range_is_a_problem(text):
    reading = Reading()

    assert reading.number(node(text), "x", 0, 5) == 0
    assert said(reading) == [
        (
            "f:1:1: x should be a whole number from 0 to 5 [not-a-number]\n"
            "write it in digits"
        )
    ]


def test_the_words_there_are_are_listed_but_not_too_many():
    reading = Reading()
    names = [f"zz{number}" for number in range(23)]

    reading.one_of(node("a"), "scene", ["inner/qq"], "rule")
    reading.one_of(node("b"), "scene", ["qq", "inner/qq", "rr"], "rule")
    reading.one_of(node("c"), "scene", names, "rule")

    assert [problem.hint for problem in reading.problems] == [
        "the story has no scene yet",
        "there are: qq, rr",
        f"there are: {', '.join(names[:20])} and 3 more",
    ]


def test_arguments_are_put_in_everywhere_and_the_tree_stays_as_it_was():
    tree = node("$who: [hi $who.name, {a: $whose}, $who-x]")

    filled = fill(tree, {"who": "mum", "who.name": "Mum"})

    assert list(filled.at) == ["mum"]
    hi, table, other = filled.at["mum"].items
    assert (hi.value, other.value) == ("hi Mum", "$who-x")
    assert table.at["a"].value == "$whose"
    assert list(tree.at) == ["$who"]
    assert hi.written == "hi $who.name"


def test_without_arguments_there_is_nothing_to_put_in():
    tree = node("a: $b")

    assert fill(tree, {}) is tree
