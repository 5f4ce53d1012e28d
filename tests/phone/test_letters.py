"""What the pages look like in the second face, and with letters and lines apart."""

import pygame
import pytest

from game.phone.actions import Go, OpenChat, OpenStory, Place, Start
from game.phone.look import Face, Spacing

LETTERS = {
    "atkinson": {"face": Face.ATKINSON},
    "apart": {"letters": Spacing.WIDER, "lines": Spacing.WIDER},
}


def chat(pilot):
    pilot.press(OpenStory("pencil"))
    pilot.press(Start())
    pilot.press(OpenChat())
    pilot.figure(2)


def settings(pilot):
    pilot.press(Go(Place.SETTINGS))


@pytest.mark.parametrize("letters", LETTERS)
@pytest.mark.parametrize("page", [chat, settings], ids=lambda page: page.__name__)
@pytest.mark.parametrize("text", [100, 200])
def test_page_looks_as_accepted(hold, same_picture, page, letters, text):
    pilot = hold(480, 800, text=text, **LETTERS[letters])
    page(pilot)

    same_picture(pilot.surface, f"{letters}-{page.__name__}-{text}")


def test_a_new_face_takes_effect_at_once(hold):
    pilot = hold()
    settings(pilot)
    before = pygame.image.tobytes(pilot.surface, "RGB")
    pilot.click("Kind of letters: Atkinson")

    assert pilot.phone.settings.face is Face.ATKINSON
    assert pygame.image.tobytes(pilot.surface, "RGB") != before
