"""What the pages look like in other languages and scripts.

After a change that was meant: ``pytest --accept-pictures``, and look at each.
"""

import pygame
import pytest

from game.phone.actions import OpenChat, OpenStory, Start

SIZES = {"laptop": (1366, 768), "phone": (480, 800)}
LANGUAGES = ["arabic", "urdu", "hindi", "polish", "welsh"]


def home(pilot):
    """Nothing was pressed yet."""


def chat(pilot):
    pilot.press(OpenStory("pencil"))
    pilot.press(Start())
    pilot.press(OpenChat())


def answered(pilot):
    chat(pilot)
    pilot.figure(1)


PAGES = {"home": home, "chat": chat, "answered": answered}


SHOWN = [
    "home-phone-100",
    "chat-laptop-100",
    "chat-laptop-200",
    "answered-phone-100",
    "answered-phone-200",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHOWN)
def test_page_looks_as_accepted(hold, same_picture, language, name):
    page, size, text = name.split("-")
    pilot = hold(*SIZES[size], text=int(text))
    PAGES[page](pilot)

    same_picture(shown(pilot), f"{language}-{name}")


def shown(pilot):
    """The page; a wide one at half its size, which keeps the pictures small."""
    if pilot.surface.get_width() <= SIZES["phone"][0]:
        return pilot.surface
    return pygame.transform.smoothscale_by(pilot.surface, 0.5)
