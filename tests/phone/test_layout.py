"""Text finds its lines, whatever it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.phone.layout import shorten, wrap
from game.phone.look import Style


def measure(line, _style):
    """Every letter ten pixels wide."""
    return 10 * len(line)


def test_text_breaks_at_blanks():
    assert wrap("it is a secret", 80, Style.BODY, measure) == ("it is a", "secret")


def test_a_long_word_is_broken():
    assert wrap("a wooooooord", 50, Style.BODY, measure) == ("a", "woooo", "ooord")


def test_line_breaks_are_kept():
    assert wrap("one\n\ntwo", 80, Style.BODY, measure) == ("one", "", "two")


def test_no_text_is_one_empty_line():
    assert wrap("", 80, Style.BODY, measure) == ("",)


@settings(deadline=None)
@given(st.text(), st.integers(1, 300))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, width):
    """Lines fit, but for a single letter that is wider; only blanks go."""
    lines = wrap(text, width, Style.BODY, measure)

    assert all(len(line) <= 1 or measure(line, Style.BODY) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@settings(deadline=None)
@given(st.text(), st.integers(10, 300))
def test_a_shortened_text_fits(text, width):
    assert measure(shorten(text, width, Style.BODY, measure), Style.BODY) <= width


def test_a_short_text_is_left_alone():
    assert shorten("hello", 50, Style.BODY, measure) == "hello"
    assert shorten("hello there", 80, Style.BODY, measure) == "hello t…"
