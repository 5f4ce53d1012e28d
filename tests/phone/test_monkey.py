"""Somebody presses anything: the phone never breaks, and there is always a way on."""

import random

import pygame
import pytest

from game.files import Library
from game.phone.actions import Close, Exit, OpenStory, Place, Start
from game.phone.app import App
from game.phone.pace import Pace
from game.phone.reach import targets
from game.phone.settings import Settings

KEYS = [
    pygame.K_TAB,
    pygame.K_DOWN,
    pygame.K_UP,
    pygame.K_RETURN,
    pygame.K_SPACE,
    pygame.K_BACKSPACE,
    pygame.K_PAGEDOWN,
    pygame.K_END,
    pygame.K_1,
    pygame.K_2,
]
STORIES = Library().stories()
assert STORIES, "no stories found"


@pytest.mark.parametrize("seed", range(8))
def test_any_presses_lead_somewhere(hold, seed):
    """Buttons, keys and time in any order, but for those that close the program."""
    chance = random.Random(seed)  # noqa: S311 (not for secrets)
    pilot = hold(*chance.choice([(360, 480), (480, 800), (1366, 768)]))
    for _ in range(70):
        pressable = [
            one.button.action
            for one in targets(pilot.page, pilot.app.desk.offsets)
            if not isinstance(one.button.action, Close | Exit)
        ]
        assert pressable
        match chance.randrange(4):
            case 0:
                pilot.key(chance.choice(KEYS))
            case 1:
                pilot.wait(chance.randrange(4000))
            case _:
                pilot.press(chance.choice(pressable))
        assert not pilot.phone.closed
        assert pilot.phone.stack[0] is Place.HOME


@pytest.mark.parametrize("card", STORIES, ids=lambda card: card.id)
def test_every_story_opens(card, tmp_path, cache):
    """Each shipped story shows its first page and its first message."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode((1366, 768))
    library = Library(settings_dir=tmp_path)
    library.mark_seen(card.id)
    app = App(library, surface, settings=Settings(pace=Pace.AT_ONCE), cache=cache)
    app.hands.press(OpenStory(card.id))
    app.refresh()
    assert app.phone.place is Place.ABOUT
    app.hands.press(Start())
    app.refresh()

    assert app.phone.items
