"""The dots of somebody who types: where they blink, and how little that costs."""

import pygame
import pytest

from game.phone.app import BLINK
from game.phone.elements import Scroll
from game.phone.pace import Pace
from game.phone.reach import dots_at


def typing(hold, **settings):
    """Hold the phone while Bo types the first message."""
    pilot = hold(**{"motion": True, "pace": Pace.NORMAL, **settings})
    pilot.take_phone()
    pilot.key(pygame.K_SPACE)
    for _ in range(100):
        if pilot.phone.typing and not pilot.app.desk.moving:
            return pilot
        pilot.wait(20)
    raise AssertionError("nobody types")


def picture(pilot):
    return pygame.image.tobytes(pilot.surface, "RGB")


def test_blinking_draws_the_dots_and_nothing_else(hold):
    """What is drawn then is what a whole page would show."""
    pilot = typing(hold)
    spot = dots_at(pilot.page, pilot.app.desk.offsets)
    before = pilot.surface.copy()
    pilot.wait(BLINK)
    blinked = picture(pilot)
    assert pilot.surface.get_clip().size == pilot.surface.get_size()
    assert blinked != pygame.image.tobytes(before, "RGB")
    inside = pygame.Rect(spot.x, spot.y, spot.w, spot.h)
    before.blit(pilot.surface, inside, inside)
    assert pygame.image.tobytes(before, "RGB") == blinked
    pilot.app.refresh()

    assert picture(pilot) == blinked


@pytest.mark.parametrize(
    "settings", [{"motion": False}, {"pace": Pace.ON_KEY}], ids=str
)
def test_they_stand_still_where_nothing_moves_or_a_key_is_waited_for(hold, settings):
    """With a key, they would blink until it is pressed."""
    pilot = typing(hold, **settings)
    before = picture(pilot)
    for _ in range(4):
        pilot.wait(BLINK // 2)

    assert picture(pilot) == before


HINT = "Each message waits for you. Press Space, or the button."


def names(pilot):
    found = [getattr(one, "name", "") for one in pilot.page.elements]
    for one in pilot.page.elements:
        if isinstance(one, Scroll):
            found += [getattr(inner, "name", "") for inner in one.elements]
    return found


@pytest.mark.parametrize("text", [100, 200])
def test_on_my_key_it_is_said_which_until_the_first_answer(hold, text):
    pilot = hold(pace=Pace.ON_KEY, text=text)
    pilot.take_phone()
    assert HINT in names(pilot)
    while not any(name.startswith("Answer: ") for name in pilot.names()):
        pilot.key(pygame.K_SPACE)
    assert HINT not in names(pilot)
    pilot.figure(2)
    assert pilot.phone.session.journal

    assert HINT not in names(pilot)


def test_at_another_pace_no_key_is_spoken_of(hold):
    pilot = hold(pace=Pace.NORMAL)
    pilot.take_phone()

    assert HINT not in names(pilot)
