"""What the closing pages say is true in every story, however it was played."""

import random
from contextlib import suppress

import pytest

from game.engine.events import Act, Moved, Offered
from game.engine.session import Session
from game.engine.step import IllegalCommandError, commands
from game.files import Library
from game.score.summary import summarise

STORIES = [card.id for card in Library().stories()]

assert STORIES


def played(story, seed):
    """Play a story to an end, doing something possible each time."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    session = Session(story)
    while not session.over:
        session.send(chance.choice(commands(story, session.state)))
    return session


def possible(session):
    """Return the moves that one command makes now, or offers to make."""
    story, at = session.story, len(session.journal)
    acts = (Act(one.action, one.contact) for one in story.responses.values())
    found = set()
    for command in {*commands(story, session.state), *acts}:
        with suppress(IllegalCommandError):
            events = session.send(command)
            found |= {event.move.id for event in events if isinstance(event, Moved)}
            if isinstance(session.moment, Offered):
                choices = session.moment.choices
                found |= {move.id for choice in choices for move in choice.moves}
            session.undo(to=at)
    return found


@pytest.mark.parametrize("story_id", STORIES)
@pytest.mark.parametrize("seed", range(8))
def test_going_back_to_an_idea_leads_to_where_it_is_possible(story_id, seed):
    """One command from there makes the move, or offers the words to tell with."""
    session = played(Library().load(story_id), seed)
    summary = summarise(session)

    assert not {one.move.id for one in summary.made} & {
        idea.move.id for idea in summary.other
    }
    for idea in reversed(summary.other):
        if idea.at < len(session.journal):
            session.undo(to=idea.at)
        assert idea.move.id in possible(session)
