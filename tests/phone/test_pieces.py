"""Lines are cut into pieces of one font each, and no box is ever drawn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.phone.fonts.coverage import ATKINSON, LEXEND, characters
from game.phone.fonts.packs import pack_for
from game.phone.fonts.pieces import INSTEAD, Faces, pieces, undrawn
from game.phone.fonts.weights import face_file, variable
from game.phone.look import Face

LEXEND_ONLY = Faces((variable(),), LEXEND)
BOTH = Faces((face_file(Face.ATKINSON, variable(), bold=False), variable()), ATKINSON)
NOWHERE = "\U00017000"
"""A letter of Tangut, for which no font is looked for."""


def told(text, faces=LEXEND_ONLY):
    return [(one.text, one.script, one.rtl) for one in pieces(text, faces)]


def test_plain_text_is_one_piece():
    assert told("Hello, żółw!") == [("Hello, żółw!", "", False)]
    assert told("") == []


def test_an_age_in_arabic_is_set_from_the_left():
    """Pieces come from left to right: the text starts at the right."""
    assert told("عمري 15 سنة") == [
        (" سنة", "Arab", True),
        ("15", "", False),
        ("عمري ", "Arab", True),
    ]


def test_a_latin_name_in_urdu_is_set_in_the_face():
    assert told("تم Mia کو") == [
        (" کو", "Arab", True),
        ("Mia", "", False),
        ("تم ", "Arab", True),
    ]


def test_a_stop_that_the_face_does_not_have_comes_from_the_font_of_the_line():
    assert told("کیا Mia؟")[0] == ("؟", "Arab", True)


def test_figures_in_hindi_are_in_the_font_of_the_letters():
    assert told("मेरी उम्र 15 है") == [("मेरी उम्र 15 है", "Deva", False)]


def test_a_letter_that_the_face_does_not_have_comes_from_lexend():
    (first, second, third) = pieces("dŵr", BOTH)

    assert [first.file, second.file, third.file] == [
        BOTH.files[0],
        variable(),
        BOTH.files[0],
    ]


def test_a_letter_in_two_parts_is_put_together():
    assert told("w\u0302") == [("ŵ", "", False)]


def test_emoji_are_left_out():
    assert told("ok 👍🏽!") == [("ok !", "", False)]
    assert told("👨\u200d👩\u200d👧") == []


def test_a_letter_that_no_font_has_is_a_dot():
    assert told(f"a{NOWHERE}b") == [(f"a{INSTEAD}b", "", False)]


def test_what_cannot_be_drawn_is_named_once():
    assert list(undrawn(f"👍 {NOWHERE} Mia عمري 👍\n", LEXEND_ONLY)) == ["👍", NOWHERE]
    assert list(undrawn("plain", LEXEND_ONLY)) == []


LETTERS = st.text(
    "aŵ15 .,(؟)Mيعمrकि्ष。你👍\u200d\u200f\ufe0f\t\n\x00\xad\ue000", max_size=12
)


@pytest.mark.parametrize("faces", [LEXEND_ONLY, BOTH], ids=["lexend", "both"])
@settings(deadline=None)  # a font is opened at its first letter
@given(text=LETTERS)
def test_a_piece_has_all_its_letters(faces, text):
    for piece in pieces(text, faces):
        assert piece.text
        has = characters(piece.file)
        assert all(ord(one) in has or one in "\u200d\ufe0f" for one in piece.text)


def test_a_damaged_font_has_no_letters(tmp_path):
    (tmp_path / "half.ttf").write_bytes(b"half a fo")

    assert characters(tmp_path / "half.ttf") == frozenset()
    assert characters(tmp_path / "none.ttf") == frozenset()


def test_a_pack_is_found_by_what_it_has():
    assert "NotoSansArabic" in pack_for("ع", "Arab").name
    assert "NotoSansDevanagari" in pack_for("कि", "Deva").name
    assert (
        pack_for(NOWHERE, "Xsux") is None
        or "Cuneiform" in pack_for(NOWHERE, "Xsux").name
    )
