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


@pytest.mark.parametrize("letters", LETTERS)
@pytest.mark.parametrize("text", [100, 200])
def test_page_looks_as_accepted(hold, same_picture, letters, text):
    pilot = hold(480, 800, text=text, **LETTERS[letters])
    chat(pilot)

    same_picture(pilot.surface, f"{letters}-chat-{text}")


def test_a_new_face_takes_effect_at_once(hold):
    pilot = hold()
    pilot.press(Go(Place.SETTINGS))
    before = pygame.image.tobytes(pilot.surface, "RGB")
    pilot.click("Kind of letters: Atkinson")

    assert pilot.phone.settings.face is Face.ATKINSON
    assert pygame.image.tobytes(pilot.surface, "RGB") != before
