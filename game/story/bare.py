"""What the bare texts of a scene say: prose, ways, chats, conditions, ids.

Each as ``Parts`` reads it from a tree, so long as nothing is wrong with it: this module
knows no problems, and of conditions and effects only those that were read before.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from game.source import Mark
from game.story import keys
from game.story.expand import SceneText
from game.story.line_ids import LineIds
from game.story.model import (
    ChatId,
    Condition,
    ContactId,
    Effect,
    Move,
    MoveId,
    SceneId,
    Skill,
)
from game.story.parts import Parts
from game.story.reading import filled
from game.story.usual import PAIR

_T = TypeVar("_T")

_SKILLS: Final[Mapping[str, Skill]] = {str(skill): skill for skill in Skill}


class OddError(Exception):
    """Something is out of the ordinary."""


def sure(found: _T | None) -> _T:
    """Return what was found, if it was."""
    if found is None:
        raise OddError
    return found


class Known:
    """What the scenes of one story may name; used for all of them."""

    def __init__(self, parts: Parts) -> None:
        names = parts.names
        self.parts = parts
        self.speakers: Mapping[str, ContactId] = {
            who: who for who in names.cast if who not in keys.RESERVED
        }
        self.chats: Mapping[str, ChatId] = {chat: chat for chat in names.chats}
        self._effects: dict[str, tuple[Effect, ...]] = {}

    def effects(self, braces: str) -> tuple[Effect, ...]:
        """Return what facts and values in braces set."""
        known = None if self.parts.shared else self._effects.get(braces)
        if known is None:
            known = sure(self.parts.known_effects(tuple(PAIR.findall(braces))))
            self._effects[braces] = known
        return known


class Bare:
    """Understands the texts of one scene; each raises ``OddError`` if it cannot.

    Texts are as they stand in the file, with quotes and without arguments.
    """

    def __init__(self, known: Known, scene: SceneText) -> None:
        self._known = known
        self._parts = known.parts
        self._scene = scene
        self._file = scene.mark.file
        self._arguments = scene.arguments
        self._ids = LineIds(known.parts.reading)

    def value(self, text: str) -> str:
        """Return a text as YAML reads it, with the arguments put in."""
        value = text[1:-1] if text[0] in "\"'" else text
        return filled(value, self._arguments) if self._arguments else value

    def prose(self, text: str, longest: int = 0) -> str:
        """Return what somebody reads, in at most *longest* characters, 0 for any."""
        first = text[0]
        # Nearly every text is what it says.
        if first in "\"'{" or self._arguments or "  " in text or not text.isascii():
            if first == "{":
                raise OddError
            text = " ".join(self.value(text).split())
        if not text or 0 < longest < len(text):
            raise OddError
        return text

    def id(self, kind: str, text: str, prose: str) -> str:
        """Return the id of a line; that of a piece is made from what is written."""
        if self._arguments:
            written = text[1:-1] if text[0] in "\"'" else text
            prose = " ".join(written.split())
        return self._ids.made(kind.removeprefix("$"), prose)

    def to(self, text: str) -> SceneId:
        """Return the scene to which a goto leads."""
        return SceneId(sure(self._scene.scope.find(self.value(text))))

    def chat(self, text: str) -> ChatId:
        """Return the chat that is named."""
        return sure(self._known.chats.get(self.value(text)))

    def condition(self, text: str, line: int, column: int) -> Condition:
        """Return a condition that stands in that line and column, from 1."""
        mark = Mark(self._file, line, column, len(text))
        return sure(self._parts.known_condition(self.value(text), mark))

    def move(self, skill: str, name: str, text: str, why: str) -> Move:
        """Return the move that a choice with that prose is."""
        found = _SKILLS.get(skill)
        move = MoveId(name)
        if found is None or not why or not self._parts.practises(move, found):
            raise OddError
        return Move(move, found, text, why)
