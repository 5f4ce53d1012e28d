"""The ring of one switch is large and can be told from the ring of the keyboard."""

import pytest

from game.phone.look import Theme
from tests.phone.switch.conftest import STEP
from tests.phone.switch.test_one_switch import STORY
from tests.phone.test_pictures import SIZES, shown


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
@pytest.mark.parametrize("size", ["phone", "laptop"])
def test_the_ring_is_around_the_first_answer(switch, same_picture, size, theme):
    one = switch(*SIZES[size], theme=theme)
    for press in STORY:
        one.pilot.press(press)

    same_picture(shown(one.pilot), f"ring-{size}-{theme}")


def test_the_ring_is_around_a_group(switch, same_picture):
    one = switch(*SIZES["laptop"])
    for press in STORY:
        one.pilot.press(press)
    while len(one.stop.targets) < 2:
        one.pilot.wait(STEP)

    same_picture(shown(one.pilot), "ring-group")


def test_a_ring_that_stopped_says_how_to_go_on(switch, same_picture):
    one = switch(*SIZES["phone"], text=200)
    one.round()

    same_picture(shown(one.pilot), "ring-stopped")
