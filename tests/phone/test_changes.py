"""Only what looks different is painted; what is painted is the same as all of it."""

import random

import pygame
import pytest

from game.phone.changes import Shown, changed
from game.phone.elements import Button, Page, Rect, Scroll
from game.phone.look import Look
from game.phone.paint import Moment
from tests.robot.everywhere import any_settings
from tests.robot.hand import Change, Click, Hand, Key, Wait, Wheel, live

WINDOW = (800, 600)
BUTTON = Button(Rect(10, 20, 100, 50), "Go", None)
SHEET = Scroll(Rect(200, 100, 300, 400), 900, (), "sheet")


def shown(*elements, **moment):
    return Shown(Page("", elements), Look(), Moment(**moment), WINDOW)


def test_at_first_all_is_painted():
    assert changed(None, shown(BUTTON)) == Rect(0, 0, *WINDOW)


def test_nothing_is_painted_where_nothing_changed():
    part = changed(shown(BUTTON, SHEET), shown(BUTTON, SHEET))

    assert (part.w, part.h) == (0, 0)


def test_where_a_sheet_is_scrolled_that_sheet_is_painted():
    before = shown(BUTTON, SHEET, offsets={"sheet": 0})
    part = changed(before, shown(BUTTON, SHEET, offsets={"sheet": 9}))

    assert part == SHEET.rect.inset(-24)


def test_what_was_pointed_at_and_what_is_now_are_painted():
    other = Button(Rect(600, 500, 100, 50), "Stop", None)
    keys = [(one.name, one.action) for one in (BUTTON, other)]
    part = changed(shown(BUTTON, other, hot=keys[0]), shown(BUTTON, other, hot=keys[1]))

    assert part == Rect(0, 0, 724, 574)


def test_another_design_is_painted_as_a_whole():
    larger = Shown(Page("", (BUTTON,)), Look(text=200), Moment(), WINDOW)

    assert changed(shown(BUTTON), larger) == Rect(0, 0, *WINDOW)


@pytest.mark.parametrize("seed", range(6))
def test_the_window_looks_as_if_all_of_it_was_painted(hold, seed):
    """After anything that is done; painted whole, each point is as it was."""
    chance = random.Random(seed)  # noqa: S311 (not for secrets)
    pilot = hold(
        1000, 700, motion=chance.random() < 0.5, text=chance.choice((100, 150))
    )
    pilot.take_phone()
    hand = Hand(pilot.app)
    keys = (pygame.K_TAB, pygame.K_DOWN, pygame.K_SPACE, pygame.K_1, pygame.K_BACKSPACE)
    for _ in range(25):
        pressable = [one for one in live(pilot.app) if "Close" not in one.button.name]
        do = chance.choice(
            [
                Click(chance.choice(pressable).key),
                Key(chance.choice(keys)),
                Wheel((500, 350), chance.choice((-1, 1))),
                Wait(chance.choice((50, 200, 900))),
                Change(any_settings(chance)),
            ]
        )
        hand.do(do)
        if pilot.phone.closed:
            break
        before = pilot.surface.get_buffer().raw
        pilot.app.frame((pygame.Event(pygame.WINDOWSHOWN),), 0)
        assert before == pilot.surface.get_buffer().raw, do
