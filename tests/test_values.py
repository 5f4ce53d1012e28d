"""Values are equal, sorted and found by what they say."""

from dataclasses import field, replace

import pytest

from game.values import value


@value(order=True)
class Page:
    number: int
    note: str = field(default="", compare=False)


def test_values_that_say_the_same_are_one():
    assert {Page(1), Page(1, "read"), replace(Page(2), number=1)} == {Page(1)}


def test_values_can_be_sorted_where_that_is_asked_for():
    assert sorted([Page(2), Page(1)]) == [Page(1), Page(2)]


def test_a_value_has_no_room_for_more():
    with pytest.raises(AttributeError):
        Page(1).colour = "red"
