"""Somebody in the room is called Kit; a grown-up lets the story use another name."""

import pytest

from game.phone.actions import Finish, Go, GoHome, OpenStory, Place, Rename, Start
from game.phone.elements import Role
from game.phone.reach import targets


def rename(pilot, name="Robin"):
    """As a grown-up does it, from the page of the story."""
    pilot.click("The borrowed pencil")
    pilot.click("For the adults")
    pilot.click("Give somebody another name")
    pilot.click(f"Kit is called: {name}")


def everything(pilot):
    """All that is said of the page, by screen readers too."""
    return " ".join((pilot.page.title, *pilot.texts(), *pilot.names()))


def chosen(pilot):
    found = [one.button for one in targets(pilot.page, pilot.app.desk.offsets)]
    return [b.name for b in found if b.role is Role.RADIO and b.checked]


def test_the_names_to_choose_from_are_those_of_the_story(hold):
    pilot = hold()
    rename(pilot)

    assert chosen(pilot) == ["Kit is called: Robin", "Bo is called: Bo"]
    assert {"Kit is called: Alex", "Bo is called: Ravi"} <= set(pilot.names())
    assert not any(name.startswith("Mum is called") for name in pilot.names())


@pytest.mark.parametrize("shared", [True, False])
def test_every_page_uses_the_other_name(hold, shared):
    pilot = hold(shared=shared)
    rename(pilot)
    pilot.press(GoHome())
    assert "This is Robin's phone" in everything(pilot)
    met = [everything(pilot)]
    pilot.press(OpenStory("pencil"))
    for action in (None, Go(Place.ADULTS), Go(Place.SCRIPT), Start(), Go(Place.CHAT)):
        if action is not None:
            pilot.press(action)
        met.append(everything(pilot))
    pilot.figure(1)
    pilot.figure(1)
    met.append(everything(pilot))
    pilot.press(Finish())
    while "Next" in pilot.names():
        met.append(everything(pilot))
        pilot.click("Next")

    assert all("Kit" not in page.replace("Kind", "") for page in met)
    assert sum("Robin" in page for page in met) > 6


def test_a_play_goes_on_where_it_was_under_the_other_name(hold):
    pilot = hold(shared=False)
    pilot.take_phone()
    pilot.figure(2)
    journal = pilot.phone.session.journal
    pilot.press(Rename("kit", "Alex"))

    assert pilot.phone.session.journal == journal
    assert pilot.phone.session.story.cast["kit"].name == "Alex"
    pilot.press(Start())
    assert pilot.phone.place is Place.CHAT
    assert "Alex" in everything(pilot)


def test_everybody_can_have_their_own_name_again(hold):
    pilot = hold()
    rename(pilot)
    pilot.click("Kit is called: Kit")
    pilot.press(GoHome())

    assert "This is Kit's phone" in everything(pilot)
    assert "Robin" not in everything(pilot)


def test_other_names_are_not_kept(hold, shelf):
    """They would say who is in the room."""
    pilot = hold(shared=False)
    rename(pilot)
    pilot.press(Start())
    pilot.press(Go(Place.CHAT))
    pilot.figure(2)

    assert "Robin" not in str(shelf.plays)
    assert not any(
        "Robin" in path.read_text() for path in shelf.settings_dir.rglob("*.json")
    )
    assert "Kit's phone" in everything(hold(shared=False))


def test_forgetting_everything_forgets_other_names(hold):
    pilot = hold(shared=False)
    rename(pilot)
    pilot.press(Go(Place.FORGET))
    pilot.click("Yes, forget everything")

    assert "This is Kit's phone" in everything(pilot)
    pilot.press(OpenStory("pencil"))
    assert "This is Kit's phone" in pilot.texts()


def test_a_story_without_other_names_offers_none(hold, shelf):
    shelf.text = shelf.text.replace("names: {kit", "curriculum: {}\n#")
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Go(Place.ADULTS))

    assert "Give somebody another name" not in pilot.names()
