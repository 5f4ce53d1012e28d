"""Every shipped story, played as its play-throughs say, to every ending."""

import json

import pytest

from game.engine import saves
from game.engine.events import Ended
from game.engine.session import Session
from game.engine.transcript import command_for, lines, picks, play
from game.files import Library

LIBRARY = Library()


def straight_on(session):
    return session


def through_a_save(session):
    data = json.loads(json.dumps(saves.dump(session)))
    resumed = saves.load(session.story, data)
    assert (resumed.change, resumed.lost) == (saves.Change.NONE, 0)
    return resumed.session


@pytest.mark.parametrize("carry", [straight_on, through_a_save])
def test_a_play_goes_as_written_also_through_a_save_at_every_step(chat, carry):
    written = chat.read_text(encoding="utf-8").splitlines()
    session = Session(LIBRARY.load(chat.parent.parent.name))

    shown = list(play(session, ()))
    for pick in picks("\n".join(written)):
        session = carry(session)
        shown.append(f"> {pick}")
        for event in session.send(command_for(session, pick)):
            shown += lines(event)

    assert shown == written


def test_every_ending_is_reached_by_a_play(shipped):
    reached = set()
    for chat in (LIBRARY.scenarios / shipped.id / "plays").glob("*.chat"):
        session = Session(shipped)
        list(play(session, picks(chat.read_text(encoding="utf-8"))))
        reached |= {
            event.ending.id
            for step in session.steps
            for event in step.events
            if isinstance(event, Ended)
        }
    endings = {
        scene.ending.id for scene in shipped.scenes.values() if scene.ending is not None
    }

    assert reached == endings


def test_a_play_steps_out_and_a_play_tells_at_the_very_first_moment(shipped):
    first, every = set(), set()
    for chat in (LIBRARY.scenarios / shipped.id / "plays").glob("*.chat"):
        steps = picks(chat.read_text(encoding="utf-8"))
        # Looking at a profile leaves the moment as it is.
        first |= set([step for step in steps if not step.startswith("look ")][:1])
        every |= set(steps)

    assert "step out" in every
    assert any(step.startswith("tell ") for step in first)
