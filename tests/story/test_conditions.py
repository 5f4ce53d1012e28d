"""Conditions: what they mean, and where they go wrong."""

import pytest

from game.story.conditions import (
    ConditionError,
    UnknownFactError,
    compile_condition,
)

SLOTS = {"asked": 0, "trust": 1, "told.mum": 2, "blocked.jay_11": 3}


def holds(text, asked=0, trust=0, told=0, blocked=0):
    test, _ = compile_condition(text, SLOTS.get)
    return test((asked, trust, told, blocked))


def error_of(text):
    with pytest.raises(ConditionError) as error:
        compile_condition(text, SLOTS.get)
    return error.value.message, error.value.at, error.value.hint


def test_a_fact_alone_holds_when_it_is_neither_no_nor_zero():
    assert not holds("asked")
    assert holds("asked", asked=1)
    assert not holds("trust", trust=0)
    assert holds("trust", trust=3)


def test_yes_and_no_are_numbers():
    assert holds("yes")
    assert not holds("no")
    assert holds("asked = no")
    assert holds("asked = yes", asked=1)


@pytest.mark.parametrize(
    ("sign", "outcomes"),
    [
        ("=", (False, True, False)),
        ("==", (False, True, False)),
        ("!=", (True, False, True)),
        ("<", (True, False, False)),
        ("<=", (True, True, False)),
        (">", (False, False, True)),
        (">=", (False, True, True)),
    ],
)
def test_facts_are_compared_with_numbers(sign, outcomes):
    assert outcomes == tuple(holds(f"trust {sign} 2", trust=at) for at in (1, 2, 3))


def test_facts_are_compared_with_each_other():
    assert holds("trust > told.mum", trust=2, told=1)


@pytest.mark.parametrize("asked", [0, 1])
@pytest.mark.parametrize("trust", [0, 1])
def test_and_or_and_not_mean_what_they_say(asked, trust):
    assert holds("asked and trust", asked, trust) == bool(asked and trust)
    assert holds("asked or trust", asked, trust) == bool(asked or trust)
    assert holds("not asked", asked) == (not asked)
    assert holds("not not asked", asked) == bool(asked)


def test_not_binds_closer_than_and_and_and_closer_than_or():
    assert holds("asked or trust and no", asked=1)
    assert not holds("(asked or trust) and no", asked=1)
    assert not holds("not asked and no", asked=0)
    assert not holds("not trust = 2", trust=2)


def test_spaces_do_not_matter():
    assert holds("  trust>=2   and(not asked) ", trust=2)


def test_it_says_which_facts_it_reads():
    _, reads = compile_condition("asked or blocked.jay_11 and asked", SLOTS.get)

    assert reads == {0, 3}


def test_an_unknown_fact_is_named_with_its_place():
    with pytest.raises(UnknownFactError) as error:
        compile_condition("asked and aksed", SLOTS.get)

    assert (error.value.message, error.value.at) == ("no fact is called 'aksed'", 10)
    assert error.value.name == "aksed"


SIGNS = "use names, numbers, yes, no, and, or, not, =, <, > and parentheses"
MISSING = "a fact or a number is missing before it"
BETWEEN = "put 'and' or 'or' between two conditions"
EARLY = "write what should hold, as in 'said_yes and not heard'"
OWN = "remember the answer in a fact of its own"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("asked & trust", ("'&' has no meaning in a condition", 6, SIGNS)),
        ("asked   ?", ("'?' has no meaning in a condition", 8, SIGNS)),
        ("Asked", ("'A' has no meaning in a condition", 0, SIGNS)),
        ("asked trust", ("'trust' does not belong here", 6, BETWEEN)),
        ("asked = 1 = 1", ("'=' does not belong here", 10, BETWEEN)),
        ("asked)", ("')' does not belong here", 5, BETWEEN)),
        ("and asked", ("'and' does not belong here", 0, MISSING)),
        ("asked or or trust", ("'or' does not belong here", 9, MISSING)),
        ("not", ("the condition ends too early", 3, EARLY)),
        ("trust >", ("the condition ends too early", 7, EARLY)),
        ("", ("the condition ends too early", 0, EARLY)),
        ("(asked", ("this ( has no )", 0, "add the ) where it is over")),
        (
            "(" * 11 + "asked" + ")" * 11,
            ("more than 10 parentheses stand inside one another", 10, OWN),
        ),
        ("a" * 201, ("the condition has 201 characters, more than 200", 0, OWN)),
    ],
)
def test_what_cannot_be_read_is_shown_at_its_place(text, error):
    assert error_of(text) == error


def test_ten_parentheses_are_fine_and_many_beside_one_another():
    assert holds("(" * 10 + "yes" + ")" * 10)
    assert holds(" and ".join(["(yes)"] * 12))


def test_many_nots_need_no_room():
    assert holds("not " * 48 + "yes")
