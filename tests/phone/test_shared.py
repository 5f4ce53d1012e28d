"""On a computer that many use, the next child sees nothing of the last one's play."""

import pygame
import pytest

from game.phone.actions import Back, Exit, Go, GoHome, OpenStory, Place, Set
from game.phone.settings import Settings


def play_a_little(pilot):
    pilot.take_phone()
    pilot.figure(2)


def test_a_shared_computer_is_what_is_assumed_first():
    assert Settings().shared


def test_nothing_is_written_where_many_play(hold, shelf):
    pilot = hold(shared=True)
    play_a_little(pilot)

    assert pilot.phone.session.journal
    assert shelf.plays == {}


def test_every_choice_is_kept_where_one_family_plays(hold, shelf):
    pilot = hold(shared=False)
    play_a_little(pilot)

    assert set(shelf.plays) == {"pencil"}


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param([GoHome()], id="home"),
        pytest.param([Exit(), Back()], id="quick exit"),
        pytest.param([Back(), Back()], id="back, and back again"),
    ],
)
def test_a_story_that_was_left_starts_from_the_beginning(hold, leave):
    pilot = hold(shared=True)
    play_a_little(pilot)
    for action in leave:
        pilot.press(action)

    assert pilot.phone.place is Place.HOME
    assert not any("Carry on" in name for name in pilot.names())
    pilot.press(OpenStory("pencil"))
    assert "Take Kit's phone" in pilot.names()
    assert "Carry on" not in pilot.names()
    assert pilot.phone.session is None


def test_a_family_finds_the_story_behind_the_drawing(hold):
    pilot = hold(shared=False)
    play_a_little(pilot)
    journal = pilot.phone.session.journal
    pilot.key(pygame.K_ESCAPE)
    pilot.key(pygame.K_BACKSPACE)

    assert pilot.phone.place is Place.CHAT
    assert pilot.phone.session.journal == journal


def test_what_a_family_kept_is_not_shown_where_many_play(hold, shelf):
    play_a_little(hold(shared=False))

    pilot = hold(shared=True)
    pilot.press(OpenStory("pencil"))

    assert "Carry on" not in pilot.names()
    assert shelf.plays


def test_from_the_moment_that_many_play_nothing_is_kept(hold, shelf):
    pilot = hold(shared=False)
    play_a_little(pilot)
    pilot.press(Go(Place.SETTINGS))
    pilot.click("Who uses this computer: Many people")

    assert shelf.plays == {}
    assert pilot.phone.settings.shared


def test_what_a_grown_up_has_read_stays_known_when_many_play(hold, shelf):
    """It says nothing of a child."""
    shelf.mark_seen("pencil")
    pilot = hold(shared=False)
    pilot.press(Go(Place.SETTINGS))
    pilot.click("Who uses this computer: Many people")

    assert shelf.seen() == {"pencil"}
    pilot.press(Go(Place.FORGET))
    pilot.click("Yes, forget everything")
    assert shelf.seen() == frozenset()


def test_the_page_of_what_is_kept_names_every_file(hold):
    pilot = hold(shared=False)
    play_a_little(pilot)
    pilot.press(Go(Place.KEEPS))

    said = [e.name for e in pilot.page.elements[-1].elements if hasattr(e, "name")]
    assert "plays/pencil.json" in said
    assert "What was chosen in “The borrowed pencil”." in said
    assert "settings.json" in said


def test_settings_go_back_to_what_they_were_at_first(hold):
    pilot = hold(shared=False, text=200, nation="elsewhere")
    pilot.press(Go(Place.KEEPS))
    pilot.click("Put the settings back")

    assert pilot.phone.settings == Settings(shared=False, nation="elsewhere")


def test_everything_is_wiped_with_one_button_and_a_question(hold, shelf):
    pilot = hold(shared=False)
    play_a_little(pilot)
    pilot.press(Go(Place.KEEPS))
    pilot.click("Forget everything")
    pilot.click("Yes, forget everything")

    assert shelf.plays == {}
    assert pilot.phone.place is Place.HOME
    assert pilot.phone.settings == Settings()


def test_stopping_says_what_is_kept(hold):
    for shared, words in ((True, "Back to the stories"), (False, "Go on another time")):
        pilot = hold(shared=shared)
        play_a_little(pilot)
        pilot.press(Go(Place.STOP))
        assert words in pilot.names()


def test_setting_that_many_play_again_wipes_nothing_more(hold):
    pilot = hold(shared=True)
    pilot.press(Set(Settings(text=150)))

    assert pilot.phone.settings.text == 150
