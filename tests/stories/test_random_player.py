"""Whatever a player does, who may not step out."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import saves
from game.engine.events import Act, Ended, Offered, Pick, Tell
from game.engine.session import Session
from game.engine.step import State, advance, begin
from game.files import Library, story_files
from game.story.model import Action

LIBRARY = Library()
STORIES = [LIBRARY.load(path.parent.name) for path in story_files(LIBRARY.scenarios)]
PICKS = st.lists(st.integers(0, 999), max_size=80)


def possible(session):
    """Return what a player could do now; looking does nothing new and is left out."""
    now = session.moment
    found = [Pick(choice.id) for choice in getattr(now, "choices", ())]
    found += [Tell(adult) for adult in session.tellable()]
    found += [
        Act(action, contact)
        for action in (Action.SAVE, Action.BLOCK, Action.REPORT)
        for contact in session.story.cast
        if session.can(action, contact)
    ]
    return found


def played(story, picks):
    session = Session(story)
    for pick in picks:
        choices = possible(session)
        if not choices:
            break
        session.send(choices[pick % len(choices)])
    return session


@given(story=st.sampled_from(STORIES), picks=PICKS)
@settings(max_examples=60, deadline=None)
def test_a_random_player_is_never_stuck_and_always_comes_to_an_end(story, picks):
    session = played(story, picks)
    while True:
        choices = possible(session)
        if isinstance(session.moment, Ended) and not choices:
            break
        assert choices, session.state
        if isinstance(session.moment, Offered):
            assert session.moment.choices, session.state
        session.send(choices[0])

    assert len(session.journal) < 400


@given(story=st.sampled_from(STORIES), picks=PICKS)
@settings(max_examples=60, deadline=None)
def test_a_journal_replays_to_the_same_state(story, picks):
    session = played(story, picks)

    state: State = begin(story).state
    for entry in session.journal:
        state = advance(story, state, entry.command).state

    assert state == session.state


@given(story=st.sampled_from(STORIES), picks=PICKS, at=st.integers(0, 80))
@settings(max_examples=60, deadline=None)
def test_saving_and_loading_changes_nothing_also_after_undoing(story, picks, at):
    session = played(story, picks)
    if session.journal:
        session.undo(at % len(session.journal))

    resumed = saves.load(story, json.loads(json.dumps(saves.dump(session))))

    assert (resumed.change, resumed.lost) == (saves.Change.NONE, 0)
    assert resumed.session.state == session.state
    assert resumed.session.journal == session.journal
    assert resumed.session.also_tried == session.also_tried
    assert resumed.session.steps == session.steps
