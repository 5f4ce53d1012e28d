"""A story is played alone, with someone, or with a class."""

import pygame
import pytest

from game.phone.actions import GoHome, Place
from game.phone.company import Company

ASKS = "What could Kit do?"


def test_alone_nobody_is_asked_what_could_be_done(hold):
    pilot = hold()
    pilot.take_phone()

    assert pilot.phone.settings.company is Company.ALONE
    assert ASKS not in pilot.texts()


def test_with_someone_each_moment_asks_what_the_character_could_do(hold):
    pilot = hold()
    pilot.take_phone(with_="Play with someone")

    assert ASKS in pilot.texts()
    assert not any("you do" in text for text in pilot.texts())


@pytest.mark.parametrize("shared", [True, False])
def test_a_class_tries_the_quick_exit_first(hold, shared):
    """And using it then loses nothing, also on a shared computer."""
    pilot = hold(shared=shared)
    pilot.click("The borrowed pencil")
    pilot.click("Play with a class")
    assert pilot.phone.place is Place.TRY
    assert any(text.startswith("Press the Escape key, or") for text in pilot.texts())
    pilot.key(pygame.K_ESCAPE)
    assert pilot.phone.place is Place.DRAWING
    pilot.key(pygame.K_BACKSPACE)

    assert pilot.phone.place is Place.TRY
    assert "That is how to hide the story." in pilot.texts()
    pilot.click("Take Kit's phone")
    pilot.click("Open Kit's phone")
    assert pilot.phone.place is Place.CHAT
    assert ASKS in pilot.texts()


def test_nobody_has_to_try(hold):
    pilot = hold()
    pilot.click("The borrowed pencil")
    pilot.click("Play with a class")
    pilot.click("Take Kit's phone")

    assert pilot.phone.place is Place.LOCK


def test_a_class_reads_large_letters(hold):
    pilot = hold()
    pilot.click("The borrowed pencil")
    pilot.click("Play with a class")

    assert pilot.app.kit().look.text == 150
    pilot.press(GoHome())
    assert pilot.app.kit().look.text == 100
    assert pilot.phone.settings.company is Company.ALONE


def test_who_asked_to_play_together_always_does(hold):
    pilot = hold(company=Company.SOMEONE)
    pilot.take_phone()

    assert ASKS in pilot.texts()
    pilot.press(GoHome())
    assert pilot.phone.settings.company is Company.SOMEONE
