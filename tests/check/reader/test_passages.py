"""Every text that a child meets, and whose words it is."""

from textwrap import dedent

import pytest

from game.check.reader.passages import TOGETHER, Kind, Passage, Voice, holding, passages
from game.source import Mark
from game.story.parse import parse
from game.story.pieces import PieceText

STORY = """
    title: The cake
    about: About a cake.
    band: 9-11
    minutes: 3
    skills: [say-no, notice, tell]
    for-adults: {notes: For adults only., questions: [Why?], reviewed-by: none}
    goodbye: You are you again.
    player: kit
    glossary: {cake: Something sweet.}
    cast:
      kit: {name: Kit}
      bo: {name: Bo, known: yes, profile: {about: likes cake}}
      jay: {name: jay_11}
      mum: {name: Mum, trusted: yes, family: yes}
      teacher: {name: Ms Okoro, trusted: yes}
    start: hello
    scenes:
      hello:
        - bo: hi\u2019s
        - jay: hey
        - kit: who's that?
        - note: A note.
        - feel: A feeling.
        - talk: A question?
        - choose:
            - {say: no, move: say-no, why: You can., goto: end}
            - {do: Look away., goto: end}
      end:
        - end: The end.
          offer: You could tell.
      told-mum:
        - use: listens
          with: {adult: mum}
          outcomes: {heard: back}
      told-teacher:
        - use: listens
          with: {adult: teacher}
          outcomes: {heard: back}
    when:
      look: {jay: {move: notice, why: It is fine to look., feel: Hm.}}
      block: {jay: end}
      tell: {mum: told-mum, teacher: told-teacher}
"""
PIECE = """
    piece: Listening
    needs: {adult: contact}
    outcomes: [heard]
    start: ask
    scenes:
      ask:
        - $adult: I listen.
        - choose:
            - say: Hello?
              to: $adult
              move: tell
              as: told-$adult
              why: It helps.
              goto: on
      on:
        - heard: $adult
        - goto: heard
"""


@pytest.fixture(scope="module")
def found():
    piece = PieceText(dedent(PIECE).lstrip(), "listens.yaml")
    story = parse(dedent(STORY).lstrip(), "story.yaml", pieces=lambda _: piece)
    return tuple(passages(story))


def test_every_text_a_child_meets_is_there_with_its_kind_and_voice(found):
    assert [(one.text, one.kind, one.voice) for one in found] == [
        ("The cake", Kind.LABEL, Voice.STORY),
        ("About a cake.", Kind.REASONS, Voice.STORY),
        ("You are you again.", Kind.REASONS, Voice.STORY),
        ("Something sweet.", Kind.REASONS, Voice.STORY),
        ("likes cake", Kind.LABEL, Voice.FRIEND),
        ("hi\u2019s", Kind.CHAT, Voice.FRIEND),
        ("hey", Kind.CHAT, Voice.STRANGER),
        ("who's that?", Kind.CHAT, Voice.PLAYER),
        ("A note.", Kind.REASONS, Voice.STORY),
        ("A feeling.", Kind.REASONS, Voice.STORY),
        ("A question?", Kind.REASONS, Voice.STORY),
        ("no", Kind.CHAT, Voice.PLAYER),
        ("You can.", Kind.REASONS, Voice.STORY),
        ("Look away.", Kind.REASONS, Voice.PLAYER),
        ("The end.", Kind.REASONS, Voice.STORY),
        ("You could tell.", Kind.REASONS, Voice.STORY),
        ("I listen.", Kind.CHAT, Voice.ADULT),
        ("Hello?", Kind.CHAT, Voice.PLAYER),
        ("It helps.", Kind.REASONS, Voice.STORY),
        ("Hm.", Kind.REASONS, Voice.STORY),
        ("It is fine to look.", Kind.REASONS, Voice.STORY),
    ]


def test_words_are_small_and_have_straight_apostrophes_or_none(found):
    curly = next(one for one in found if "\u2019" in one.text)

    assert curly.words == ["hi's"]
    assert curly.bare == ["his"]


def test_marks_lead_to_the_text_or_to_the_choice(found):
    marks = {one.text: str(one.mark) for one in found}

    assert marks["hey"] == "story.yaml:20:12"
    assert marks["You can."] == marks["no"] == "story.yaml:26:11"
    assert marks["I listen."] == "listens.yaml:7:15"
    assert marks["The cake"] == "story.yaml:1:1"


def test_of_many_passages_those_that_hold_something_are_found():
    """Each once, in order, also where many are looked through as one text."""
    texts = ["none"] * (2 * TOGETHER + 5)
    spots = (0, 7, TOGETHER - 1, TOGETHER, 2 * TOGETHER + 4)
    for at in spots:
        texts[at] = "a Cake, a cake"
    some = [Passage(text, Kind.CHAT, Voice.STORY, Mark("f", 1, 1)) for text in texts]

    def backwards(text):
        return [at for at in reversed(range(len(text))) if text.startswith("cake", at)]

    found = list(holding(some, backwards, written=str.lower))

    assert [id(one) for one in found] == [id(some[at]) for at in spots]
    assert list(holding([], backwards)) == []
