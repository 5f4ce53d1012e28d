"""The facts of a story in the order of its states."""

from game.source import Mark
from game.story.model import Action, Fact
from game.story.slots import Slots

ASKED = Fact("asked", 0, 1, 0, switch=True)
TRUST = Fact("trust", 0, 3, 1)


def test_declared_facts_come_first_and_then_whether_an_adult_has_listened():
    slots = Slots((ASKED, TRUST), ("bo",))

    assert [fact.name for fact in slots.facts] == ["asked", "trust", "heard"]
    assert slots.heard == 2


def test_telling_is_counted_up_to_how_often_it_can_happen():
    slots = Slots((), ())

    assert slots.telling("mum", 2, Mark("f", 1, 1)) == 1
    assert slots.facts[1] == Fact("told.mum", 0, 2, 0)


def test_an_action_gets_its_fact_when_it_is_first_read():
    slots = Slots((), ("bo",))

    assert slots.kept(Action.SAVE, "bo") is None
    assert slots.find("saved.bo") == 1
    assert slots.find("saved.bo") == 1
    assert slots.kept(Action.SAVE, "bo") == 1
    assert slots.action(Action.SAVE, "bo") == 1
    assert slots.action(Action.LOOK, "bo") == 2


def test_what_is_neither_declared_nor_an_action_on_a_contact_is_not_found():
    slots = Slots((ASKED,), ("bo",))

    assert slots.find("asked") == 0
    assert slots.find("aksed") is None
    assert slots.find("saved.ravi") is None
    assert slots.find("hugged.bo") is None


def test_only_declared_facts_can_be_set():
    slots = Slots((ASKED, TRUST), ("bo",))

    assert slots.declared("trust") == (1, 0, 3, False)
    assert slots.declared("asked") == (0, 0, 1, True)
    assert slots.declared("heard") is None
    assert slots.declared("aksed") is None


def test_the_names_worth_suggesting_include_the_actions():
    assert Slots((ASKED,), ("bo",)).names() == (
        "asked",
        "heard",
        "looked.bo",
        "saved.bo",
        "blocked.bo",
        "reported.bo",
    )
