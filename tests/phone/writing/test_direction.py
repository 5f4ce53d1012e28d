"""Directions, as Unicode has them: another program says what is right."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from game.phone.writing.direction import Run, mark_of, runs, runs_rtl

LINES = st.text(
    "aZאבادے15٣۵ ,.:/+-%$([{)]}!؟،«»\u0651\u200e\u200f\u061c\t", max_size=30
)


@given(LINES)
def test_a_line_stands_as_the_reference_shows_it(text):
    shown = "".join(
        run.text[::-1] if run.rtl else run.text for run in runs(text.rstrip())
    )

    base = "R" if runs_rtl(text.rstrip()) else "L"
    assert shown == get_display(text.rstrip(), base_dir=base)


@given(st.text(max_size=30))
def test_no_character_is_lost(text):
    assert sorted("".join(run.text for run in runs(text))) == sorted(text)


def test_an_age_stays_an_age():
    """The parts come from left to right, each in the order of reading."""
    assert runs("عمري 15 سنة") == (
        Run(" سنة", rtl=True),
        Run("15", rtl=False),
        Run("عمري ", rtl=True),
    )


def test_what_shapes_letters_stays_with_them():
    assert runs("می\u200cروم") == (Run("می\u200cروم", rtl=True),)


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("", False),
        ("15!", False),
        ("Mia", False),
        ("«یہ» ok?", True),
        ("Mia کو کیسے جانتے ہو؟", True),
        ("سامي's phone", False),
        ("\u200fMia", True),
        ("\u200eیہ", False),
        ("\u061cMia", True),
    ],
)
def test_most_letters_say_how_a_text_runs(text, rtl):
    """A name in other letters at the start turns nothing round; a mark decides."""
    assert runs_rtl(text) is rtl


@pytest.mark.parametrize("text", ["1", "a", "א", "ا"])
def test_a_mark_runs_as_its_text(text):
    assert runs_rtl(mark_of(text)) is runs_rtl(text)


def test_brackets_nested_too_deep_are_left_alone():
    deep = "א" + "(" * 64 + "a" + ")" * 64

    assert sum(len(run.text) for run in runs(deep)) == len(deep)
