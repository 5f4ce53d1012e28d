"""A line is measured by its words, and stands where it is drawn."""

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.long_chat import texts
from game.phone.fonts import words
from game.phone.fonts.lines import Fonts
from game.phone.layout import wrapped
from game.phone.look import Face, Look, Spacing, Style
from tests.phone.rulers import Letters
from tests.story.mistakes import STORIES

LOOKS = [
    Look(),
    Look(text=200),
    Look(scale=2, text=150, face=Face.ATKINSON),
    Look(letters=Spacing.WIDER),
]
MESSAGES = [
    line.split(": ", 1)[1].strip(" \"'")
    for text in STORIES
    for line in text.splitlines()
    if line.startswith("    - ") and ": " in line
]


@pytest.fixture(autouse=True)
def _lettering():
    pygame.font.init()


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("style", [Style.BODY, Style.STRONG])
@pytest.mark.parametrize("lines", [MESSAGES, texts()], ids=["stories", "chat"])
def test_a_line_is_measured_as_wide_as_it_is_drawn(cache, lines, style, look):
    """But for what is rounded otherwise in a long one."""
    lettering = Fonts(cache)
    measure = lettering.measure(look)

    for line in lines:
        drawn = lettering.width(look, line, style)
        assert abs(measure(line, style) - drawn) <= 2


LETTERS = st.text(st.sampled_from("aVWTio.,-?’“y\xa0    你ب"), max_size=80)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LETTERS, st.integers(40, 600), st.sampled_from(LOOKS))
def test_a_paragraph_breaks_where_it_would_line_by_line(cache, text, width, look):
    measure = Fonts(cache).measure(look)

    assert wrapped(text, width, Style.BODY, measure) == wrapped(
        text, width, Style.BODY, Letters(measure)
    )


def test_letters_of_other_fonts_are_measured_line_by_line(cache):
    measure = Fonts(cache).measure(Look())

    assert measure.rows("hello مدرسة", 400, Style.BODY) is None
    assert measure.rows("a wooooooooooooooord", 60, Style.BODY) is None
    assert measure.rows("", 60, Style.BODY) == (("", 0),)


def test_only_so_much_is_kept(monkeypatch):
    monkeypatch.setattr(words, "KEPT", 3)
    asked = []
    known = words.Known(lambda text: asked.append(text) or len(text))

    assert [known[text] for text in ("a", "bb", "a", "ccc", "dddd", "a")] == [
        1,
        2,
        1,
        3,
        4,
        1,
    ]
    assert asked == ["a", "bb", "ccc", "dddd", "a"]
    assert len(known) == 2


def test_letters_that_stand_out_at_the_ends_of_a_line_have_room(cache):
    """A j begins left of where it stands."""
    lettering, look = Fonts(cache), Look(scale=4, face=Face.ATKINSON)
    measure = lettering.measure(look)

    for line in ("jjj", "j", "fff"):
        drawn = lettering.width(look, line, Style.DISPLAY)
        assert measure(line, Style.DISPLAY) == pytest.approx(drawn, abs=1)
