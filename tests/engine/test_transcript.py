"""Play-throughs as text."""

import pytest

from game.engine.session import Session
from game.engine.transcript import TranscriptError, picks, play

STORY = """
    chats: {class: {name: Class 5, with: [mia, jay]}}
    start: hello
    scenes:
      hello:
        - mia: hi all!
          in: class
        - talk: How is Kit?
        - choose:
            - say: hi!
              goto: over
      over: [{end: Done., offer: Kit can still tell.}]
      gone: [{end: Gone.}]
      told: [{note: Hm.}, {heard: mum}, {heard: teacher}, {end: Told.}]
    when:
      block: {jay: gone}
      tell: {mum: told, teacher: told}
"""


def test_picks_are_the_lines_that_begin_with_an_arrow():
    assert picks("jay: hi\n> look jay\n- a\n>no\n> hi!\n") == ("look jay", "hi!")


def test_a_play_through_shows_everything_on_a_line_of_its_own(story):
    session = Session(story(STORY))

    assert list(play(session, ("hi!", "tell mum"))) == [
        "mia (in class): hi all!",
        "talk: How is Kit?",
        "- hi!",
        "> hi!",
        "= Done.",
        "offer: Kit can still tell.",
        "> tell mum",
        "(telling mum)",
        "note: Hm.",
        "heard mum",
        "heard teacher",
        "= Told.",
    ]


def test_a_pick_that_is_not_possible_names_what_is(play):
    with pytest.raises(
        TranscriptError, match=r"'ho!' is not possible here; there is: \['hi!'\]"
    ):
        play(STORY).do("ho!")


def test_at_an_ending_nothing_is_on_offer(play):
    with pytest.raises(TranscriptError, match=r"there is: \[\]"):
        play(STORY).do("hi!", "hi!")
