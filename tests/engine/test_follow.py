"""Playing along a play-through."""

import pytest

from game.engine.events import Act, Ended, Offered, Pick, Tell
from game.engine.follow import FollowError, follow
from game.engine.session import Session
from game.story.model import Action

STORY = """
    start: hello
    scenes:
      hello:
        - jay: hi!
        - choose:
            - say: hi Jay!
              goto: more
            - say: who are you?
              goto: over
      more:
        - jay: bye!
        - choose:
            - say: bye!
              goto: over
      over: [{end: Done.}]
      gone: [{end: Gone., offer: Kit can still tell.}]
      told: [{note: Hm.}, {heard: mum}, {heard: teacher}, {end: Told.}]
    when:
      block: {jay: gone}
      tell: {mum: told, teacher: told}
"""


@pytest.fixture
def session(story):
    return Session(story(STORY))


def test_only_what_the_player_does_is_done(session):
    follow(session, "jay: whatever\n- this\n> look jay\nnote: x\n> hi Jay!\n")

    first, second = [entry.command for entry in session.journal]
    assert first == Act(Action.LOOK, "jay")
    assert isinstance(second, Pick)
    assert isinstance(session.moment, Offered)


def test_a_play_along_nothing_is_at_its_beginning(session):
    follow(session, "jay: hi!\n")

    assert session.journal == ()
    assert not session.under_way


def test_what_follows_after_an_offer_at_an_ending_is_played(session):
    follow(session, "> block jay\n> tell mum\n")

    assert session.journal[-1].command == Tell("mum")
    assert isinstance(session.moment, Ended)


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (
            "jay: hi!\n> ho!\n",
            2,
            "'ho!' is not possible here; there is: 'hi Jay!', 'who are you?'",
        ),
        (
            "> tell jay",
            1,
            (
                "'tell jay' is not possible here; "
                "there is: 'tell mum', 'tell teacher', 'hi Jay!', 'who are you?'"
            ),
        ),
        (
            "> block mum",
            1,
            (
                "'block mum' is not possible here; "
                "there is: 'block jay', 'hi Jay!', 'who are you?'"
            ),
        ),
        (
            "> block jay\n\n> hi Jay!",
            3,
            "'hi Jay!' is not possible here; the story has ended here",
        ),
        (
            "> block jay\n> tell nobody",
            2,
            "'tell nobody' is not possible here; there is: 'tell mum', 'tell teacher'",
        ),
        (
            "> who are you?\n> tell mum",
            2,
            "'tell mum' is not possible here; the story has ended here",
        ),
        (
            "> step out\n> hi Jay!",
            2,
            "'hi Jay!' is not possible here; the player has stepped out before",
        ),
    ],
)
def test_a_step_that_is_not_possible_says_its_line_and_what_is(
    session, text, line, sentence
):
    with pytest.raises(FollowError) as raised:
        follow(session, text)

    assert raised.value.asked.line == line
    assert str(raised.value) == sentence
