"""A play as plain data and back, also after the story was edited.

A save is the journal: what was chosen, scene by scene. After an edit, the longest
beginning that can still be played is played again. Knows no files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, assert_never

from game.engine.events import Act, Command, Moved, Pick, StepOut, Tell
from game.engine.session import Entry, Session
from game.engine.step import IllegalCommandError
from game.story.model import (
    Action,
    ChoiceId,
    ContactId,
    Move,
    MoveId,
    SceneId,
    Skill,
    Story,
)

FORMAT: Final = 1


class Change(Enum):
    """What an edit of the story did to a save."""

    NONE = "nothing changed"
    SAME = "the story was edited, and the play goes on where it was"
    ELSEWHERE = "the story was edited, and the same choices lead elsewhere now"
    SHORTER = "the story was edited, and the play goes on from an earlier moment"
    UNREADABLE = "the save could not be read, and the story starts again"


@dataclass(frozen=True, slots=True)
class Resumed:
    """A session taken up again.

    ``lost`` counts the commands that could not be played again, from the end.
    """

    session: Session
    change: Change
    lost: int


def dump(session: Session) -> dict[str, Any]:
    """Return a play as data that JSON can hold."""
    facts = zip(session.story.facts, session.state.facts, strict=True)
    return {
        "format": FORMAT,
        "story": session.story.id,
        "edition": session.story.edition,
        "journal": [_dump_entry(entry) for entry in session.journal],
        "scene": session.state.scene,
        "facts": {fact.name: value for fact, value in facts},
        "moves": _dump_moves(_made(session)),
        "tried": _dump_moves(session.also_tried),
        "undone": [_dump_entry(entry) for entry in session.undone],
    }


def load(story: Story, data: object) -> Resumed:
    """Take a play up again, as far as the story still allows.

    Never fails: data that is no save of this story gives a new play, and says so.

    Args:
        story: The story as it is now.
        data: What ``dump`` gave, perhaps for an earlier edition.
    """
    session = Session(story)
    if (
        not isinstance(data, Mapping)
        or data.get("format") != FORMAT
        or data.get("story") != story.id
        or not isinstance(data.get("journal"), list)
    ):
        return Resumed(session, Change.UNREADABLE, 0)
    journal = data["journal"]
    played = 0
    for item in journal:
        entry = _load_entry(item)
        if entry is None or entry.scene != session.state.scene:
            break
        try:
            session.send(entry.command)
        except IllegalCommandError:
            break
        played += 1
    undone = data.get("undone")
    session.keep_tried(_load_moves(data.get("tried")), _load_entries(undone))
    lost = len(journal) - played
    if lost:
        # What was done on the way that is gone was done all the same.
        session.keep_tried(_load_moves(data.get("moves")))
        return Resumed(session, Change.SHORTER, lost)
    if data.get("edition") == story.edition:
        return Resumed(session, Change.NONE, 0)
    now = dump(session)
    same = all(data.get(key) == now[key] for key in ("scene", "facts"))
    return Resumed(session, Change.SAME if same else Change.ELSEWHERE, 0)


def _made(session: Session) -> tuple[Move, ...]:
    """Return the moves of the play as it stands, each once."""
    made = {
        event.move.id: event.move
        for step in session.steps
        for event in step.events
        if isinstance(event, Moved)
    }
    return tuple(made.values())


def _dump_moves(moves: Iterable[Move]) -> list[dict[str, str]]:
    return [
        {
            "id": move.id,
            "skill": move.skill.value,
            "text": move.text,
            "why": move.why,
        }
        for move in moves
    ]


def _dump_entry(entry: Entry) -> dict[str, str]:
    place = {"scene": str(entry.scene)}
    match entry.command:
        case Pick(choice):
            return {**place, "choice": choice}
        case Act(action, contact):
            return {**place, "action": action.value, "contact": contact}
        case Tell(adult):
            return {**place, "tell": adult}
        case StepOut():
            return {**place, "out": "yes"}
        case _:
            assert_never(entry.command)


def _load_entry(item: object) -> Entry | None:
    if not isinstance(item, Mapping):
        return None
    if not all(isinstance(value, str) for value in item.values()):
        return None
    command = _load_command(item)
    if command is None or "scene" not in item:
        return None
    return Entry(SceneId(item["scene"]), command)


def _load_entries(items: object) -> tuple[Entry, ...]:
    """Return the commands among *items*; what is none is left out."""
    entries = map(_load_entry, items if isinstance(items, list) else ())
    return tuple(entry for entry in entries if entry is not None)


def _load_command(item: Mapping[str, str]) -> Command | None:
    match item:
        case {"choice": choice}:
            return Pick(ChoiceId(choice))
        case {"action": action, "contact": contact} if action in list(Action):
            return Act(Action(action), ContactId(contact))
        case {"tell": adult}:
            return Tell(ContactId(adult))
        case {"out": _}:
            return StepOut()
        case _:
            return None


def _load_moves(items: object) -> tuple[Move, ...]:
    found: list[Move] = []
    for item in items if isinstance(items, list) else ():
        match item:
            case {
                "id": str(key),
                "skill": str(skill),
                "text": str(text),
                "why": str(why),
            }:
                if skill in list(Skill):
                    found.append(Move(MoveId(key), Skill(skill), text, why))
            case _:
                pass
    return tuple(found)
