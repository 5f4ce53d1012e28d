"""Where the words of a passage stand in its file."""

import pytest

from game.check.reader.passages import Kind, Passage, Voice
from game.check.reader.places import place
from game.source import Mark

STORY = """\
title: A cake
about: About a cake.
cast:
  jay:
    name: jay_11
    profile:
      about: likes cake
scenes:
  hello:
    - jay: do you like cake?
    - choose:
        - say: I do like cake.
          why: >-
            A cake is fine, and a cake
            can be shared.
          goto: end
        - say: no cake
          goto: end
    - note: 'It''s a cake.'
    - note: "A cake\\u0021"
  told:
    - use: listens
      with: {first: I ate a cake.}
"""
PIECE = """\
scenes:
  ask:
    - say: $first
"""
FOLDED = "A cake is fine, and a cake can be shared."
TEXTS = {"story.yaml": STORY, "_shared/listens.yaml": PIECE}


def placed(text, said, line, column, *, file="story.yaml", texts=TEXTS):  # noqa: PLR0913
    mark = Mark(file, line, column)
    passage = Passage(text, Kind.REASONS, Voice.STORY, mark)
    start = text.index(said)
    found = place(texts, passage, start, start + len(said))
    return f"{found}+{found.width}"


@pytest.mark.parametrize(
    ("text", "said", "line", "column", "expected"),
    [
        ("About a cake.", "cake", 1, 1, "story.yaml:2:16+4"),
        ("likes cake", "cake", 5, 5, "story.yaml:7:20+4"),
        ("do you like cake?", "cake", 10, 12, "story.yaml:10:24+4"),
        ("I do like cake.", "cake", 12, 11, "story.yaml:12:26+4"),
        (FOLDED, "shared", 12, 11, "story.yaml:15:20+6"),
        ("no cake", "cake", 17, 11, "story.yaml:17:19+4"),
        ("It's a cake.", "cake", 19, 13, "story.yaml:19:22+4"),
    ],
)
def test_words_are_found_in_their_own_step(text, said, line, column, expected):
    assert placed(text, said, line, column) == expected


def test_words_on_two_lines_are_found_where_the_text_starts():
    assert placed(FOLDED, "cake can", 12, 11) == "story.yaml:14:13+8"


def test_words_that_are_written_otherwise_are_found_with_their_step():
    assert placed("A cake!", "!", 20, 13) == "story.yaml:20:13+1"


def test_words_from_the_story_are_found_there_and_not_in_the_piece():
    piece = "_shared/listens.yaml"

    assert placed("I ate a cake.", "cake", 3, 7, file=piece) == "story.yaml:23:29+4"
    assert placed("I ate a pie.", "pie", 3, 7, file=piece) == f"{piece}:3:7+1"


def test_without_the_text_of_a_file_the_step_is_enough():
    assert placed("A cake.", "cake", 4, 2, texts={}) == "story.yaml:4:2+1"


def test_a_mark_beyond_the_text_is_left_alone():
    assert placed("A pie.", "pie", 99, 2) == "story.yaml:99:2+1"
