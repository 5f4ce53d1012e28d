"""Stories are found by age, time and what they practise."""

import pytest

from game.phone.actions import Back, Find, Go, Place
from game.phone.finding import Finding, found
from game.story.model import Band, Skill
from tests.phone.test_pictures import many


def test_a_few_stories_need_no_finding(hold):
    assert "Find a story" not in hold().names()


def test_a_story_is_found_by_age_time_and_skill_together(hold):
    pilot = hold()
    many(pilot)
    cards = pilot.phone.cards
    wanted = Finding(Band.ELEVEN, 10, Skill.NOTICE)

    assert len(cards) == 12
    assert found(cards, wanted) == tuple(
        card
        for card in cards
        if card.band is Band.ELEVEN
        and card.minutes <= 10
        and Skill.NOTICE in card.skills
    )
    assert found(cards, Finding()) == tuple(cards)


@pytest.mark.parametrize("shared", [True, False])
def test_what_is_looked_for_is_said_and_can_be_let_go(hold, shared):
    pilot = hold(shared=shared)
    many(pilot)
    pilot.click("Find a story")
    pilot.click("Ages: Ages 11")
    pilot.click("Time: up to 5 minutes")
    count = len(found(pilot.phone.cards, pilot.phone.finding))
    pilot.click(f"Show {count} stor")

    said = f"{count} of 12 stories: Ages 11\N{EN DASH}14, up to 5 minutes"
    assert said in pilot.texts()
    pilot.click("Show all stories")
    assert pilot.phone.finding == Finding()
    assert said not in pilot.texts()


def test_where_nothing_is_found_all_stories_are_one_press_away(hold):
    pilot = hold()
    many(pilot)
    pilot.press(Go(Place.FIND))
    pilot.press(Find(Finding(Band.SEVEN)))
    pilot.press(Back())

    assert "There is no story like that yet. The others are still here." in (
        pilot.texts()
    )
    pilot.click("Show all stories")
    assert sum("phone" in name for name in pilot.names()) == 12


def test_only_what_some_story_has_can_be_looked_for(hold):
    pilot = hold()
    many(pilot)
    pilot.press(Go(Place.FIND))

    assert not any(name.startswith("Ages: Ages 7") for name in pilot.names())


@pytest.mark.parametrize("shared", [True, False])
def test_the_next_child_finds_all_stories_on_a_shared_computer(hold, shared):
    pilot = hold(shared=shared)
    many(pilot)
    pilot.press(Find(Finding(Band.NINE)))
    pilot.take_phone()
    pilot.press(Back())
    pilot.press(Back())

    assert pilot.phone.finding.anything is shared
