"""Scenes in the usual form: from their text to the model, without a tree.

A scene in which anything is out of the ordinary is given up, and is read from its tree.
"""

from typing import TypeAlias

from game.source import Mark
from game.story.bare import Bare, Known, OddError, sure
from game.story.beats import Beats
from game.story.expand import SceneText
from game.story.model import (
    Beat,
    ChatId,
    Choice,
    ChoiceId,
    ContactId,
    Effect,
    Ending,
    Feeling,
    Line,
    LineId,
    Message,
    Move,
    Note,
    Scene,
    SceneId,
    Talk,
)
from game.story.nodes import Row
from game.story.parts import Parts
from game.story.reading import is_id
from game.story.usual import ANSWER, CHOOSE, STEP


class DirectReader:
    """Reads the scenes of one story that are kept as text."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._known = Known(parts)

    def read(self, scene: SceneText, chat: ContactId | None) -> Scene | None:
        """Read a scene as ``read_scene`` does; None where only that can."""
        steps = scene.written
        if not isinstance(steps, Row) or steps.kept is None:
            return None
        self._parts.shared = scene.shared
        text, start, end = steps.source.text, steps.kept.start, steps.kept.end
        reader = _OneScene(self._parts, self._known, scene, chat)
        try:
            return reader.read(text, start, end)
        except OddError:
            return None


_Step: TypeAlias = tuple[str, str, str, str, str]
"""Kind and text, a second key and its text, the condition: empty for what is not
there."""


class _OneScene:
    """Reads one scene, once; counts the lines of the file on its way."""

    def __init__(
        self, parts: Parts, known: Known, scene: SceneText, chat: ContactId | None
    ) -> None:
        self._known = known
        self._scene = scene
        self._id = SceneId(scene.id)
        self._longest = parts.names.longest
        self._bare = Bare(known, scene)
        self._names = parts.names
        self._chat = ChatId(chat) if chat is not None else None
        self._beats = Beats()
        self._ending: Ending | None = None
        self._over = False
        self._file = scene.mark.file
        self._line = scene.mark.line + 1

    def read(self, text: str, start: int, end: int) -> Scene:
        """Read the scene from its part of a file's text."""
        choose = text.find(CHOOSE, start, end)
        for step in STEP.findall(text, start, end if choose < 0 else choose):
            if self._over:
                raise OddError
            self._step(step)
            _, _, beside, _, when = step
            self._line += 1 + (beside != "") + (when != "")
        choices = self._choices(text, choose, end) if choose >= 0 else ()
        use = self._scene.use
        if (self._over, choose >= 0, use is not None).count(True) != 1:
            raise OddError
        if use is not None:
            self._beats.close(use.start)
        beats = self._beats.all()
        mark = self._scene.mark
        return Scene(self._id, beats, choices, self._ending, mark=mark)

    def _step(self, step: _Step) -> None:
        kind, words, beside, named, when = step
        match kind:
            case "goto" if not beside:
                self._goto(words, when)
            case "end" if not when and beside in ("", "offer"):
                self._end(words, named)
            case "set" if not beside:
                self._append((), self._known.effects(words), step)
            case _:
                self._append((self._said(kind, words, beside, named),), (), step)

    def _append(
        self, lines: tuple[Line, ...], effects: tuple[Effect, ...], step: _Step
    ) -> None:
        _, _, beside, _, when = step
        if not when:
            self._beats.add(lines, effects)
            return
        condition = self._bare.condition(when, self._line + 1 + (beside != ""), 11)
        self._beats.add_alone(Beat(lines, effects, condition))

    def _goto(self, words: str, when: str) -> None:
        goto = self._bare.to(words)
        if when:
            condition = self._bare.condition(when, self._line + 1, 11)
            self._beats.add_alone(Beat((), (), condition, goto))
        else:
            self._beats.close(goto)
            self._over = True

    def _end(self, words: str, offer: str) -> None:
        text = self._bare.prose(words)
        key = LineId(self._bare.id("end", words, text))
        mark = Mark(self._file, self._line, 7)
        self._ending = Ending(key, text, self._bare.prose(offer) if offer else "", mark)
        self._over = True

    def _said(self, kind: str, words: str, beside: str, named: str) -> Line:
        text = self._bare.prose(words, self._longest)
        mark = Mark(self._file, self._line, 9 + len(kind), len(words))
        key = LineId(self._bare.id(kind, words, text))
        who = self._bare.value(kind) if kind[0] == "$" else kind
        speaker = self._known.speakers.get(who)
        if speaker is not None and beside in ("", "in"):
            own = self._names.chat_of(speaker, self._chat)
            self._chat = chat = self._bare.chat(named) if named else sure(own)
            return Message(key, speaker, chat, text, mark)
        match kind, beside:
            case "note", "":
                return Note(key, text, mark)
            case "talk", "":
                return Talk(key, text, mark)
            case "feel", "":
                return Feeling(key, text, "", mark)
            case "feel", "mood" if is_id(mood := self._bare.value(named)):
                return Feeling(key, text, mood, mark)
            case _:
                raise OddError

    def _choices(self, text: str, start: int, end: int) -> tuple[Choice, ...]:
        self._line += 1
        found: list[Choice] = []
        for answer in ANSWER.findall(text, start, end):
            found.append(self._choice(answer))
            # Each key has a line of its own, and its text is on it.
            self._line += len(answer) - 1 - answer.count("")
        return tuple(found)

    def _choice(self, answer: tuple[str, ...]) -> Choice:
        kind, words, to, when, risk, move, name, why, changes, goto = answer
        line = self._line
        spoken = kind == "say"
        chat = self._bare.chat(to) if to else self._chat if spoken else None
        if spoken is (chat is None):
            raise OddError
        text = self._bare.prose(words, self._longest)
        if why:
            why = self._bare.prose(why)
        key = ChoiceId(self._bare.id(kind, words, text))
        moves: tuple[Move, ...] = ()
        if move or name:
            name = name or f"{self._id}.{key}"
            moves = (self._bare.move(move, name, text, why),)
        return Choice(
            key,
            self._id,
            text,
            spoken,
            chat,
            SceneId(sure(self._scene.scope.find(goto))),
            why,
            moves,
            (),
            self._known.effects(changes) if changes else (),
            self._bare.condition(when, line + 1 + (to != ""), 15) if when else None,
            risk == "yes",
            mark=Mark(self._file, line, 11),
        )
