"""Where lines may end: another program says what is right for Chinese."""

from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_units

from game.phone.writing.breaking import directed, rejoined, words

CHINESE = st.text("你好我是，。！？（）《》「」ab1", max_size=20)


@given(CHINESE)
def test_chinese_may_end_only_where_the_reference_lets_it(text):
    allowed = ends(line_break_units(text))

    assert ends(word for _, word in words(text)) <= allowed


def ends(parts):
    places, at = set(), 0
    for part in parts:
        at += len(part)
        places.add(at)
    return places


@given(st.text())
def test_words_are_the_paragraph_again(text):
    again = "".join(glue + word for glue, word in words(text)).strip(" ")

    assert "".join(again.split()) == "".join(text.split())


def test_words_of_plain_text_are_joined_by_blanks():
    assert words(" two  words ") == [(" ", "two"), (" ", "words")]


def test_lines_are_joined_without_the_marks_they_got():
    lines = directed("یہ Mia ہے", ["یہ", "Mia ہے"])

    assert rejoined(lines) == "یہ Mia ہے"
    assert rejoined(["你好", "吗"]) == "你好吗"
