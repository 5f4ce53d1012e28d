"""How text is measured, broken and cut."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as some

from game.chart.measure import cut, width_of, wrapped

LIBERATION = Path("/usr/share/fonts/truetype/liberation2")
LINES = (
    "ok, ok. i'm here.",
    "Save the messages, the username and what he wants.",
    "WHO IS TYPING? 0123456789",
    "Mum, mum, mum! Wow. @mia & co.",
)


def test_a_bold_text_is_wider_and_twice_the_size_is_twice_as_wide():
    assert width_of("tell", 11, bold=True) > width_of("tell", 11)
    assert width_of("tell", 22) == pytest.approx(2 * width_of("tell", 11))


def test_letters_of_all_scripts_have_a_width():
    assert width_of("i", 10) < width_of("x", 10) < width_of("w", 10) < width_of("M", 10)
    assert width_of("猫", 10) > width_of("é", 10)
    accent = "e" + unicodedata.lookup("COMBINING ACUTE ACCENT")
    assert width_of(accent, 10) == width_of("e", 10)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(("name", "bold"), [("Regular", False), ("Bold", True)])
def test_no_line_is_wider_than_measured(line, name, bold):
    """In Liberation Sans, which is as wide as Arial, where it is installed."""
    file = LIBERATION / f"LiberationSans-{name}.ttf"
    if not file.exists():
        pytest.skip("Liberation Sans is not installed")
    font = TTFont(file)
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    units = sum(widths[glyphs[ord(letter)]][0] for letter in line)
    real = 11 * units / font["head"].unitsPerEm

    assert real <= width_of(line, 11, bold=bold) <= 1.2 * real


def test_a_text_is_broken_between_words():
    assert wrapped("one two three", 10, width_of("one two", 10), most=3) == (
        "one two",
        "three",
    )


def test_the_last_line_ends_in_dots_if_more_would_follow():
    room = width_of("one two", 10)

    assert wrapped("one two three four five", 10, room, most=2) == (
        "one two",
        "three…",
    )


def test_a_word_that_is_too_long_is_broken_inside():
    room = width_of("aaaa", 10)

    assert wrapped("aaaaaaaaaa bb", 10, room, most=4) == ("aaaa", "aaaa", "aa", "bb")


def test_a_first_line_with_less_room_may_stay_empty():
    room = width_of("blocked", 10)

    assert wrapped("blocked now", 10, room, most=3, first=room / 2) == (
        "",
        "blocked",
        "now",
    )


def test_a_text_is_cut_after_a_word_or_inside_a_long_one():
    assert cut("one two", 10, 100) == "one two"
    assert (
        cut("well, hello there", 10, width_of("well, hello the", 10)) == "well, hello…"
    )
    assert cut("a wonderfullylongword", 10, 40) == "a won…"


@given(some.text(max_size=60), some.integers(40, 300), some.integers(1, 4))
def test_lines_keep_their_room_and_their_number(text, room, most):
    lines = wrapped(text, 11, room, most=most)

    assert len(lines) <= most
    assert all(width_of(line, 11) <= room for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert "".join("".join(lines).split()) == "".join(text.split())
