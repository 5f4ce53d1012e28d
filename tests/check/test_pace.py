"""Reading speed, and what counts as a word."""

import pytest

from game.check.pace import WORDS_PER_MINUTE, words
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
