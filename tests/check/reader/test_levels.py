"""How hard texts are."""

import pytest

from game.check.pace import words_in
from game.check.reader.levels import (
    HIGHEST,
    LONGEST_SENTENCE,
    HelpTexts,
    Level,
    Scale,
    Size,
    help_level,
    longest_sentence,
    total,
)
from game.files import Library
from game.help.directory import Audience
from game.story.model import Band

DIRECTORY = Library().help()


def sized(text, names=frozenset(), spoken=None):
    return Scale(spoken or {}, names).size(text, words_in(text))


def test_the_grade_is_that_of_flesch_and_kincaid():
    """Worked by hand: 0.39 * 12 / 2 + 11.8 * 16 / 12 - 15.59."""
    size = Size(words=12, sentences=2, syllables=16)

    assert size.grade == pytest.approx(2.4833, 0.001)


def test_no_text_is_below_grade_0():
    assert Size(words=2, sentences=2, syllables=2).grade == 0
    assert Size(0, 0, 0).grade == 0


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("hi", 1),
        ("no. stop asking me.", 2),
        ("what?! no way!!", 2),
        ("well... maybe", 1),
        ("well\u2026 maybe. ok", 2),
        ("wait...", 1),
        ('"Go." He went.', 2),
        ("ok! \U0001f600", 1),
        ("\U0001f600", 0),
        ("", 0),
        ("at 3.30 we go", 1),
    ],
)
def test_each_text_ends_a_sentence_and_three_dots_end_none(text, sentences):
    assert sized(text).sentences == sentences


def test_names_of_the_story_count_as_one_syllable():
    assert sized("Ms Adeyemi waves.", frozenset({"ms", "adeyemi"})) == Size(3, 1, 3)


def test_short_forms_count_as_they_are_read():
    assert sized("idk", spoken={"idk": "i don't know"}) == Size(1, 1, 3)


def test_a_scale_knows_every_word_it_measured_once():
    scale = Scale({})
    for text in ("hi you", "you and me"):
        scale.size(text, words_in(text))

    assert list(scale.words) == ["hi", "you", "and", "me"]


def test_sizes_are_added_up():
    assert total([Size(1, 1, 2), Size(3, 1, 4)]) == Size(4, 2, 6)


def test_the_longest_sentence_is_found():
    assert longest_sentence("One. One two three? One two") == 3
    assert longest_sentence("one two") == 2


def test_limits_rise_with_the_band():
    for limits in (HIGHEST, LONGEST_SENTENCE):
        rising = [limits[band] for band in Band]
        assert rising == sorted(set(rising))


def test_a_level_says_what_was_measured():
    assert str(Level("chat", 2.149, 4)) == "chat 2.1"


def test_a_help_page_is_measured():
    level = help_level(HelpTexts("help.yaml", ("Take your time. You can hang up.",)))

    assert (level.what, level.limit) == ("help", 4)
    assert level.grade == 0


@pytest.mark.parametrize("nation", DIRECTORY.nations(), ids=lambda one: one.id)
def test_every_childs_help_page_is_as_easy_as_a_story_for_nine_year_olds(nation):
    page = DIRECTORY.page(nation.id, Audience.CHILD)

    level = help_level(HelpTexts(f"{nation.id}.yaml", page.sentences()))

    assert level.grade <= level.limit == 4
