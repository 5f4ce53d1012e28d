"""The safety moves of a play, and other things that can help.

Reads a session and changes nothing. Knows no total and no best: a play is never
measured against another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.events import Act, Command, Moved, Offered, Pick, Tell
from game.engine.session import Session
from game.engine.step import State, advance, moment, tellable
from game.story.model import Band, Move, MoveId, Skill, Story


@dataclass(frozen=True, slots=True)
class Made:
    """A safety move that was made.

    ``at`` is the index of its command in the journal, from 0; None when it was made
    on a way that has since been undone.
    """

    move: Move
    at: int | None


@dataclass(frozen=True, slots=True)
class Idea:
    """Another thing that can help, possible at a moment of the play and not done.

    ``at`` is the index of the command that was given at that moment, from 0:
    ``session.undo(to=at)`` is that moment again.
    """

    move: Move
    at: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What the closing pages tell of a play.

    ``made`` is in the order in which the moves were made, those on undone ways last.
    ``other`` is in the order of the play: for each skill that ``made`` has no move of,
    the first one that was possible.
    ``counted`` says whether the moves may be shown with their number.
    """

    made: tuple[Made, ...]
    other: tuple[Idea, ...]
    counted: bool


def summarise(session: Session) -> Summary:
    """Return the moves of a play so far and what else can help.

    A move counts once, however early or late it was made. Ideas come only from
    moments after the play entered a scene of ``story.pressure``; a story that names
    none has no ideas.
    """
    made = _made(session)
    return Summary(
        made=tuple(made.values()),
        other=_other(session, made),
        counted=session.story.counted and session.story.band is not Band.SEVEN,
    )


def _made(session: Session) -> dict[MoveId, Made]:
    made: dict[MoveId, Made] = {}
    for at, step in enumerate(session.steps[1:]):
        for event in step.events:
            if isinstance(event, Moved):
                made.setdefault(event.move.id, Made(event.move, at))
    for move in session.also_tried:
        made.setdefault(move.id, Made(move, None))
    return made


def _other(session: Session, made: dict[MoveId, Made]) -> tuple[Idea, ...]:
    """Return an idea for each skill that the play has not practised.

    A list of everything else that was possible would read as a list of what was
    missed, and somebody who told late would be shown when they could have told.
    """
    practised = {one.move.skill for one in made.values()}
    ideas: dict[Skill, Idea] = {}
    moments = session.steps[:-1]
    for at in range(_pressure_began(session), len(moments)):
        for move in _possible(session, moments[at].state):
            if move.skill not in practised:
                ideas.setdefault(move.skill, Idea(move, at))
    return tuple(ideas.values())


def _pressure_began(session: Session) -> int:
    """Return the index of the first step that entered a scene of the pressure.

    The number of steps if none did. A step passes through several scenes and its
    state names only the last; the others are known by the lines they showed. A scene
    that shows nothing and leads on leaves no trace, and no pressure either.
    """
    story = session.story
    # Ids of lines are unique only in their scene; events carry the very lines.
    lines = {
        id(line)
        for name in story.pressure
        for beat in story.scenes[name].beats
        for line in beat.lines
    }
    for at, step in enumerate(session.steps):
        shown = any(id(event) in lines for event in step.events)
        if shown or step.state.scene in story.pressure:
            return at
    return len(session.steps)


def _possible(session: Session, state: State) -> Iterator[Move]:
    """Yield the moves that one command makes at a moment, telling first.

    Telling an adult is a move of the first sentence, one command later. Saving,
    blocking or reporting is left out once it was done at any time of the play: done
    late is done.
    """
    story = session.story
    for adult in tellable(story, state):
        opened = moment(story, advance(story, state, Tell(adult)).state)
        if isinstance(opened, Offered):
            moves = (move for choice in opened.choices for move in choice.moves)
            yield from (move for move in moves if move.skill is Skill.TELL)
    now = moment(story, state)
    if not isinstance(now, Offered):
        return
    for choice in now.choices:
        yield from _moves(story, state, Pick(choice.id))
    for response in story.responses.values():
        if not session.done(response.action, response.contact):
            act = Act(response.action, response.contact)
            yield from _moves(story, state, act)


def _moves(story: Story, state: State, command: Command) -> Iterator[Move]:
    for event in advance(story, state, command).events:
        if isinstance(event, Moved):
            yield event.move
