"""Text finds its lines, whatever it is, in whichever writing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.phone.layout import clamp, shorten, wrap
from game.phone.look import Style
from game.phone.writing.clusters import clusters
from game.phone.writing.direction import runs_rtl
from tests.phone.rulers import Letters


@Letters
def measure(line, _style):
    """Every character ten pixels wide, marks of direction none."""
    return 10 * len(clusters(bare(line)))


def bare(line):
    return line.strip("\u200e\u200f\u061c")


def test_text_breaks_at_blanks():
    assert wrap("it is a secret", 80, Style.BODY, measure) == ("it is a", "secret")


def test_a_long_word_is_broken():
    assert wrap("a wooooooord", 50, Style.BODY, measure) == ("a", "woooo", "ooord")


def test_line_breaks_are_kept():
    assert wrap("one\n\ntwo", 80, Style.BODY, measure) == ("one", "", "two")


def test_no_text_is_one_empty_line():
    assert wrap("", 80, Style.BODY, measure) == ("",)


LETTERS = st.text(
    st.one_of(st.characters(), st.sampled_from("ab 15(،ابך你好，कि\u064d"))
)


@settings(deadline=None)
@given(LETTERS, st.integers(1, 300))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, width):
    """Lines fit, but for a single character that is wider; only blanks go."""
    lines = wrap(text, width, Style.BODY, measure)

    assert all(
        len(clusters(bare(line))) <= 1 or measure(line, Style.BODY) <= width
        for line in lines
    )
    assert seen("".join(lines)) == seen(text)


def seen(text):
    return [
        one for one in text if not one.isspace() and one not in "\u200e\u200f\u061c"
    ]


@settings(deadline=None)
@given(LETTERS, st.integers(1, 300))
def test_each_line_runs_as_its_paragraph_does(text, width):
    paragraph = text.replace("\n", " ")

    for line in wrap(paragraph, width, Style.BODY, measure):
        assert runs_rtl(line) is runs_rtl(paragraph)


@settings(deadline=None)
@given(LETTERS, st.integers(10, 300))
def test_a_shortened_text_fits(text, width):
    assert measure(shorten(text, width, Style.BODY, measure), Style.BODY) <= width


def test_a_line_that_starts_the_other_way_is_marked():
    """Latin at the start of a line of Urdu does not turn the line around."""
    lines = wrap("میرا نام Mia ہے", 80, Style.BODY, measure)

    assert lines == ("میرا نام", "\u061cMia ہے")


def test_chinese_breaks_between_characters_but_not_before_a_stop():
    assert wrap("你好，我是小明。", 30, Style.BODY, measure) == (
        "你好，",
        "我是小",
        "明。",
    )
    assert wrap("我在（家）", 30, Style.BODY, measure) == ("我在", "（家）")


def test_a_blank_that_holds_words_together_is_no_place_to_break():
    assert wrap("it is 5\xa0pm", 60, Style.BODY, measure) == ("it is", "5\xa0pm")


def test_what_is_cut_off_after_two_lines_is_put_together_again():
    assert clamp("你好我是小明", 20, Style.BODY, measure, 2) == ("你好", "我…")
    assert clamp("ab cd ef", 20, Style.BODY, measure, 2) == ("ab", "c…")


def test_a_vowel_sign_is_not_cut_from_its_letter():
    assert shorten("कितनी किताबें", 30, Style.BODY, measure) == "कित…"


def test_a_short_text_is_left_alone():
    assert shorten("hello", 50, Style.BODY, measure) == "hello"
    assert shorten("hello there", 80, Style.BODY, measure) == "hello t…"
