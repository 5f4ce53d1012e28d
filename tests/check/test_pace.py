"""Reading speed, and what counts as a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.check.pace import WORD, WORDS_PER_MINUTE, words, words_in
from game.story.model import Band


def test_every_band_has_a_reading_speed_and_older_children_read_faster():
    speeds = [WORDS_PER_MINUTE[band] for band in Band]

    assert speeds == sorted(set(speeds))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Mum, can I tell you something?", 6),
        ("don't / don\u2019t", 2),
        ("a grown-up from the five-a-side", 5),
        ("jay_11 wrote 12 times", 4),
        ("😀👍🏽 ok!! 🎉", 1),
        ("wow... no - really?", 3),
        ("Žofia überlegt", 2),
    ],
)
def test_words_are_counted_as_they_are_read(text, count):
    assert words(text) == count


def test_words_are_small_and_their_apostrophes_straight():
    assert words_in("Don\u2019t tell Mum") == ["don't", "tell", "mum"]
    assert words_in("who else has seen it") == ["who", "else", "has", "seen", "it"]


@given(st.text(st.sampled_from("aB é_9-'\u2019 .ß\u0130\u0301\u0928\u093f\u200d")))
def test_a_text_without_signs_has_the_words_that_are_searched_for(text):
    assert words_in(text) == WORD.findall(text.lower().replace("\u2019", "'"))
