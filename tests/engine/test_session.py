"""A play under way."""

import pytest

from game.engine.events import Ended, Moved, Pick
from game.engine.session import Session
from game.engine.step import IllegalCommandError, advance, begin
from game.story.model import Action

STORY = """
    start: hello
    scenes:
      hello:
        - jay: hi!
        - choose:
            - say: who are you?
              move: notice
              why: Asking is fine.
              goto: later
            - do: Save it all.
              save: jay
              goto: later
      later:
        - jay: well...
        - choose:
            - say: bye.
              move: say-no
              why: Leaving is fine.
              goto: over
      over: [{end: Done., offer: Kit can still tell.}]
      gone: [{end: Gone., offer: Kit can still tell.}]
      told: [{heard: mum}, {heard: teacher}, {end: Told.}]
    when:
      block: {jay: gone}
      save: {jay: {move: keep-proof, why: Proof helps.}}
      tell: {mum: told, teacher: told}
"""


def test_a_journal_replays_to_the_same_state(play):
    chat = play(STORY)
    chat.do("look jay", "who are you?", "bye.", "tell mum")

    state = begin(chat.session.story).state
    for entry in chat.session.journal:
        assert entry.scene == state.scene
        state = advance(chat.session.story, state, entry.command).state

    assert state == chat.session.state


def test_undoing_returns_to_the_moment_before_a_command(play):
    chat = play(STORY)
    first = chat.session.state
    chat.do("who are you?")
    second = chat.session.state
    chat.do("bye.")

    chat.session.undo(1)
    assert chat.session.state == second

    chat.session.undo(0)
    assert chat.session.state == first
    assert chat.session.journal == ()


@pytest.mark.parametrize("to", [-1, 1, 7])
def test_undoing_what_was_not_done_is_refused(play, to):
    chat = play(STORY)
    chat.do("who are you?")

    with pytest.raises(IndexError):
        chat.session.undo(to)
    assert len(chat.session.journal) == 1


def test_undoing_keeps_the_moves_that_were_made(play):
    chat = play(STORY)
    chat.do("who are you?", "bye.")
    made = {
        event.move.id
        for step in chat.session.steps
        for event in step.events
        if isinstance(event, Moved)
    }

    chat.session.undo(0)

    assert {move.id for move in chat.session.also_tried} == made


def test_a_refused_command_leaves_the_session_as_it_was(play):
    chat = play(STORY)
    chat.do("block jay")
    before = chat.session.state, chat.session.journal

    with pytest.raises(IllegalCommandError):
        chat.do("block jay")
    assert (chat.session.state, chat.session.journal) == before


def test_looking_is_possible_again_and_again(play):
    chat = play(STORY)
    chat.do("look jay")

    assert chat.session.done(Action.LOOK, "jay")
    assert chat.session.can(Action.LOOK, "jay")


def test_a_profile_that_the_story_remembers_can_be_looked_at_again(play):
    read = STORY.replace("- jay: well...", "- {jay: well, if: looked.jay}")
    chat = play(read.replace("    when:", "    when:\n      look: {jay: {note: New.}}"))
    first = chat.do("look jay")
    before = chat.session.state

    assert chat.fact("looked.jay") == 1
    assert chat.do("look jay") == first
    assert chat.session.state == before


def test_saving_is_done_once_whether_by_an_action_or_in_a_choice(play):
    alone, choice = play(STORY), play(STORY)
    assert alone.session.can(Action.SAVE, "jay")

    alone.do("save jay")
    choice.do("Save it all.")

    for chat in (alone, choice):
        assert chat.session.done(Action.SAVE, "jay")
        assert not chat.session.can(Action.SAVE, "jay")


def test_blocking_is_possible_only_where_the_story_answers(play):
    chat = play(STORY)

    assert chat.session.can(Action.BLOCK, "jay")
    assert not chat.session.can(Action.BLOCK, "mia")
    assert chat.session.can(Action.REPORT, "mia")


def test_nothing_can_be_done_with_oneself_with_strangers_or_at_the_end(play):
    chat = play(STORY)
    assert not chat.session.can(Action.LOOK, "kit")
    assert not chat.session.can(Action.LOOK, "nobody")

    chat.do("who are you?", "bye.")

    assert isinstance(chat.session.moment, Ended)
    assert not chat.session.can(Action.LOOK, "jay")


def test_telling_is_not_an_action_on_a_contact(play):
    chat = play(STORY)
    chat.do("tell mum")

    assert not chat.session.done(Action.LOOK, "mum")


def test_two_sessions_of_one_story_do_not_know_of_each_other(story):
    told = story(STORY)
    one, other = Session(told), Session(told)

    one.send(one_choice(one))

    assert other.journal == ()


def one_choice(session):
    return Pick(session.moment.choices[0].id)


def test_a_choice_that_was_undone_was_tried_at_its_moment_alone(play):
    chat = play(STORY)
    chat.do("who are you?")
    asked, saved = chat.session.story.scenes["hello"].choices
    assert not chat.session.tried(asked.id), "another moment"
    chat.session.undo(0)

    assert chat.session.tried(asked.id)
    assert not chat.session.tried(saved.id)
    assert [entry.command for entry in chat.session.undone] == [Pick(asked.id)]


def test_what_was_undone_twice_is_kept_once(play):
    chat = play(STORY)
    for _ in range(2):
        chat.do("who are you?")
        chat.session.undo(0)

    assert len(chat.session.undone) == 1


def test_when_something_was_done_is_known_by_its_command(play):
    """By itself or in a choice; the first time counts."""
    chat = play(STORY)
    chat.do("look jay", "Save it all.")

    assert chat.session.done_at(Action.LOOK, "jay") == 0
    assert chat.session.done_at(Action.SAVE, "jay") == 1
    assert chat.session.done_at(Action.REPORT, "jay") is None
