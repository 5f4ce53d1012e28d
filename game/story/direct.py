"""Scenes in the usual form: from their text to the model, without a tree.

A scene in which anything is out of the ordinary is given up, and is read from its tree:
this module knows no problems, and of conditions and effects only those that were read
before.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

from game.source import Mark
from game.story import keys
from game.story.beats import Beats
from game.story.expand import SceneText
from game.story.lines import LineReader
from game.story.model import (
    Beat,
    ChatId,
    Choice,
    ChoiceId,
    Condition,
    ContactId,
    Effect,
    Ending,
    Feeling,
    Line,
    LineId,
    Message,
    Move,
    MoveId,
    Note,
    Scene,
    SceneId,
    Skill,
    Talk,
)
from game.story.nodes import Kept, Row
from game.story.parts import LineIds, Parts
from game.story.reading import is_id
from game.story.usual import ANSWER, CHOOSE, PAIR, STEP

_SKILLS: Final[Mapping[str, Skill]] = {str(skill): skill for skill in Skill}


class _OddError(Exception):
    """Something is out of the ordinary."""


class DirectReader:
    """Reads the scenes of one story that are kept as text."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        names = parts.names
        self.speakers = {
            str(who): who for who in names.cast if who not in keys.RESERVED
        }
        self.chats = {str(chat): chat for chat in names.chats}
        self._effects: dict[str, tuple[Effect, ...]] = {}

    def read(self, source: SceneText, chat: ContactId | None) -> Scene | None:
        """Read a scene as ``read_scene`` does; None where only that can."""
        kept = source.written.kept if isinstance(source.written, Row) else None
        if kept is None or source.shared:
            return None
        self.parts.shared = False
        try:
            return _OneScene(self, source, kept, chat).read()
        except _OddError:
            return None

    def effects(self, braces: str) -> tuple[Effect, ...]:
        """Return what facts and values in braces set."""
        known = self._effects.get(braces)
        if known is None:
            known = self.parts.known_effects(tuple(PAIR.findall(braces)))
            if known is None:
                raise _OddError
            self._effects[braces] = known
        return known


_Step: TypeAlias = tuple[str, str, str, str, str]
"""Kind and text, a second key and its text, the condition: empty for what is not
there."""


class _OneScene:
    """Reads one scene, once; counts the lines of the file on its way."""

    def __init__(
        self, reader: DirectReader, scene: SceneText, kept: Kept, chat: ContactId | None
    ) -> None:
        parts = reader.parts
        self._parts = parts
        self._reader = reader
        self._scene = scene
        self._kept = kept
        self._ids = LineIds(parts.reading)
        self._lines = LineReader(parts, self._ids, chat)
        self._beats = Beats()
        self._ending: Ending | None = None
        self._over = False
        self._file = scene.mark.file
        self._line = scene.mark.line + 1

    def read(self) -> Scene:
        text, start, end = (
            self._scene.written.source.text,
            self._kept.start,
            self._kept.end,
        )
        choose = text.find(CHOOSE, start, end)
        for step in STEP.findall(text, start, end if choose < 0 else choose):
            if self._over:
                raise _OddError
            self._step(step)
            _, _, beside, _, when = step
            self._line += 1 + bool(beside) + bool(when)
        if self._over is (choose >= 0):
            raise _OddError
        choices: list[Choice] = []
        if choose >= 0:
            self._line += 1
            for answer in ANSWER.findall(text, choose, end):
                choices.append(self._choice(answer))
                # Each key has a line, but the first two groups, which share one.
                self._line += len(answer) - 1 - answer.count("")
        return Scene(
            SceneId(self._scene.id),
            self._beats.all(),
            tuple(choices),
            self._ending,
            mark=self._scene.mark,
        )

    def _step(self, step: _Step) -> None:
        kind, words, beside, named, when = step
        match kind:
            case "goto" if not beside:
                self._goto(words, when)
            case "end" if not when and beside in ("", "offer"):
                self._end(words, named)
            case "set" if not beside:
                self._append((), self._reader.effects(words), step)
            case _:
                self._append((self._said(kind, words, beside, named),), (), step)

    def _append(
        self, lines: tuple[Line, ...], effects: tuple[Effect, ...], step: _Step
    ) -> None:
        _, _, beside, _, when = step
        if not when:
            self._beats.add(lines, effects)
            return
        condition = self._condition(when, self._line + 1 + bool(beside), 11)
        self._beats.add_alone(Beat(lines, effects, condition))

    def _goto(self, words: str, when: str) -> None:
        goto = self._to(words)
        if when:
            condition = self._condition(when, self._line + 1, 11)
            self._beats.add_alone(Beat((), (), condition, goto))
        else:
            self._beats.close(goto)
            self._over = True

    def _end(self, words: str, offer: str) -> None:
        text = self._prose(words)
        key = LineId(self._ids.made("end", text))
        mark = Mark(self._file, self._line, 7)
        self._ending = Ending(key, text, self._prose(offer) if offer else "", mark)
        self._over = True

    def _said(self, kind: str, words: str, beside: str, named: str) -> Line:
        text = self._prose(words, self._parts.names.longest)
        mark = Mark(self._file, self._line, 9 + len(kind), len(words))
        key = LineId(self._ids.made(kind, text))
        speaker = self._reader.speakers.get(kind)
        if speaker is not None and beside in ("", "in"):
            chat = (
                self._reader.chats.get(named)
                if named
                else self._lines.own_chat(speaker)
            )
            if chat is None:
                raise _OddError
            self._lines.chat = chat
            return Message(key, speaker, chat, text, mark)
        match kind, beside:
            case "note", "":
                return Note(key, text, mark)
            case "talk", "":
                return Talk(key, text, mark)
            case "feel", "":
                return Feeling(key, text, "", mark)
            case "feel", "mood" if is_id(named):
                return Feeling(key, text, named, mark)
            case _:
                raise _OddError

    def _choice(self, answer: tuple[str, ...]) -> Choice:
        kind, words, to, when, risk, move, name, why, changes, goto = answer
        line = self._line
        text = self._prose(words, self._parts.names.longest)
        if why:
            why = self._prose(why)
        found = self._to(goto)
        key = ChoiceId(self._ids.made(kind, text))
        return Choice(
            key,
            SceneId(self._scene.id),
            text,
            kind == "say",
            self._chat(kind, to),
            found,
            why,
            self._moves(move, name, key, text, why) if move or name else (),
            (),
            self._reader.effects(changes) if changes else (),
            self._condition(when, line + 1 + bool(to), 15) if when else None,
            risk == "yes",
            mark=Mark(self._file, line, 11),
        )

    def _chat(self, kind: str, to: str) -> ChatId | None:
        if kind == "do" and not to:
            return None
        chat = self._reader.chats.get(to) if to else self._lines.chat
        if chat is None or kind == "do":
            raise _OddError
        return chat

    def _moves(
        self, word: str, name: str, key: str, text: str, why: str
    ) -> tuple[Move]:
        skill = _SKILLS.get(word)
        move = MoveId(name or f"{self._scene.id}.{key}")
        if skill is None or not why or not self._parts.practises(move, skill):
            raise _OddError
        return (Move(move, skill, text, why),)

    def _to(self, scene: str) -> SceneId:
        found = self._scene.scope.find(scene)
        if found is None:
            raise _OddError
        return SceneId(found)

    def _condition(self, text: str, line: int, column: int) -> Condition:
        mark = Mark(self._file, line, column, len(text))
        known = self._parts.known_condition(text, mark)
        if known is None:
            raise _OddError
        return known

    def _prose(self, words: str, longest: int = 0) -> str:
        first = words[0]
        if first in "\"'":
            words = words[1:-1]
        text = " ".join(words.split())
        if not text or first == "{" or 0 < longest < len(text):
            raise _OddError
        return text
