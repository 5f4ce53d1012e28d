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
    " ".join(line.split(": ", 1)[1].split()).strip(" \"'")
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
        [(_, wide)] = measure.rows(line, 9999, style)
        assert abs(wide - measure(line, style)) <= 2


LETTERS = st.text(st.sampled_from("aVWTio.,-?’“y\xa0    你ب"), max_size=80)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LETTERS, st.integers(40, 600), st.sampled_from(LOOKS))
def test_a_paragraph_breaks_where_it_would_line_by_line(cache, text, width, look):
    measure = Fonts(cache).measure(look)
    lines, wide = wrapped(text, width, Style.BODY, measure)

    exactly = wrapped(text, width, Style.BODY, Letters(measure))

    assert lines == exactly[0]
    assert wide == pytest.approx(exactly[1], abs=2)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_messages_break_where_they_would_line_by_line(cache, look):
    measure = Fonts(cache).measure(look)

    for width in range(300, 310):
        for line in MESSAGES[::7]:
            found = wrapped(line, width, Style.BODY, measure)[0]
            assert found == wrapped(line, width, Style.BODY, Letters(measure))[0]


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
    measure = Fonts(cache).measure(Look(scale=4, face=Face.ATKINSON))

    for line in ("jjj", "j", "fff"):
        [(_, wide)] = measure.rows(line, 9999, Style.DISPLAY)
        assert wide == pytest.approx(measure(line, Style.DISPLAY), abs=1)
