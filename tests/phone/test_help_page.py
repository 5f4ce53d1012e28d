"""Who can help can be read at a glance."""

import pytest

from game.phone.actions import Go, Place
from game.phone.elements import Scroll, Text


@pytest.mark.parametrize("width", range(320, 480, 20))
def test_the_number_to_call_stands_beside_the_word_call(hold, width):
    pilot = hold(width, 800, text=200)
    pilot.press(Go(Place.HELP))

    sheet = next(one for one in pilot.page.elements if isinstance(one, Scroll))
    said = "Are you in danger? Do you feel unsafe right now? Call 99."
    line = next(
        one for one in sheet.elements if isinstance(one, Text) and one.name == said
    )
    assert "Call\xa099." in line.lines[-1]
