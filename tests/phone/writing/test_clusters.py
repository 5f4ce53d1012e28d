"""What belongs together: another program says what is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from game.phone.writing.clusters import clusters

WHOLE = [
    "a", "é", "e\u0301", " ", ".", "1", "ŵ", "ئ", "مُ", "رّ", "क", "कि", "क्ष", "त्रि",
    "क्\u200dष", "বা", "ক্ষ", "ਕੀ", "ੱ", "你", "，", "各", "한", "\u1112\u1161\u11ab", "👍",
    "👍🏽", "👨\u200d👩\u200d👧", "🇬🇧",
    "🏴\U000e0067\U000e0062\U000e007f", "❤\ufe0f", "\u200b",
]  # fmt: skip


@given(st.lists(st.sampled_from(WHOLE), max_size=12))
def test_text_is_cut_as_the_reference_cuts_it(parts):
    text = "".join(parts)

    assert clusters(text) == list(grapheme_clusters(text))


@given(st.text())
def test_no_character_is_lost(text):
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize("whole", WHOLE)
def test_a_character_is_one(whole):
    assert clusters(whole) == [whole]
