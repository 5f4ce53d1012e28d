"""The steps of scenes: from tree to beats, choices and endings.

Knows what each step means; not the top of the file, and not how scenes hang together.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.source import Mark
from game.story.conditions import (
    ConditionError,
    UnknownFactError,
    compile_condition,
)
from game.story.model import (
    Action,
    Beat,
    Chat,
    ChatId,
    Choice,
    ChoiceId,
    Condition,
    Contact,
    ContactId,
    Effect,
    Ending,
    Feeling,
    Heard,
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
from game.story.pieces import SceneText, Scope
from game.story.reading import Reading, close_to
from game.story.slots import Slots
from game.story.tree import Node, Row, Table, Text

_STEPS: Final = (
    "note",
    "feel",
    "talk",
    "set",
    "heard",
    "goto",
    "use",
    "choose",
    "end",
)
_BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "note": ("if", "id"),
    "feel": ("if", "id", "mood"),
    "talk": ("if", "id"),
    "set": ("if",),
    "heard": ("if",),
    "goto": ("if",),
    "use": ("with", "outcomes"),
    "choose": ("ordinary",),
    "end": ("offer", "id"),
}
_BESIDE_MESSAGE: Final = ("if", "id", "in")
_CHOICE: Final = (
    "say",
    "do",
    "goto",
    "why",
    "move",
    "as",
    "if",
    "set",
    "save",
    "block",
    "report",
    "to",
    "risk",
    "id",
)
_DOES: Final = (Action.SAVE, Action.BLOCK, Action.REPORT)
RESERVED: Final = frozenset(
    {*_STEPS, "if", "id", "in", "mood", "with", "outcomes", "ordinary", "offer", "back"}
)
"""Words that a step may hold and that a contact therefore cannot be called."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the steps of a story may speak of."""

    player: ContactId
    cast: Mapping[ContactId, Contact]
    chats: Mapping[ChatId, Chat]
    longest: int
    """Characters a message may have in the story's band."""


class SceneReader:
    """Turns the steps of one story into scenes; conditions find their slots in *slots*."""

    def __init__(self, reading: Reading, names: Names, slots: Slots) -> None:
        self.reading = reading
        self.names = names
        self.slots = slots
        self._skills: dict[MoveId, Skill] = {}

    def scene(self, source: SceneText, chat: ContactId | None = None) -> Scene:
        """Read a scene.

        *chat* is who is talked to until a message says otherwise. Ways that lead
        nowhere lead back, with a problem noted.
        """
        return _OneScene(self, source, chat).read()

    def line(self, kind: str, node: Node, where: str, mood: str = "") -> Line | None:
        """Read a note or feeling that stands outside a scene."""
        text = self.reading.prose(node, f"a {kind}", self.names.longest)
        if not text:
            return None
        key = LineId(f"{where}.{kind}")
        if kind == "feel":
            return Feeling(key, text, mood, node.mark)
        return Note(key, text, node.mark)

    def move(self, table: Table, text: str, key: str) -> Move | None:
        """Read the ``move`` and ``why`` of a choice or an action, if it is a move."""
        reading = self.reading
        if "move" not in table.at:
            if "as" in table.at:
                reading.add(
                    table.at["as"].mark,
                    "'as' names a move, and there is none",
                    "name-without-move",
                    "add 'move: skill', or delete this line",
                )
            return None
        word = reading.text(table.at["move"], "move")
        skill = reading.one_of(word, "skill", list(Skill), "unknown-skill")
        if "why" not in table.at:
            reading.add(
                table.at["move"].mark,
                "this move has no 'why'",
                "missing-why",
                "say in one sentence why it helps; a child reads it at the end",
            )
        why = reading.prose(table.at.get("why"), "why")
        name = reading.text(table.at.get("as"), "as")
        if skill is None:
            return None
        move = MoveId(reading.id(name, "a move") if name is not None else key)
        if self._skills.setdefault(move, Skill(skill)) != skill:
            reading.add(
                table.at["move"].mark,
                f"{move!r} practises {self._skills[move].value!r} elsewhere",
                "two-skills-one-move",
                "give this move another name with 'as', or the same skill",
            )
        return Move(move, Skill(skill), text, why)

    def condition(self, node: Node | None) -> Condition | None:
        """Read a condition; None where there is none or it cannot be read."""
        text = self.reading.text(node, "if")
        if text is None:
            return None
        try:
            test, reads = compile_condition(text.value, self.slots.find)
        except UnknownFactError as error:
            self.reading.add(
                _inside(text, error.at, len(error.name)),
                error.message,
                "unknown-fact",
                close_to(error.name, self.slots.names())
                or "facts are declared under 'facts:' at the top",
            )
            return None
        except ConditionError as error:
            mark = _inside(text, error.at)
            self.reading.add(mark, error.message, "bad-condition", error.hint)
            return None
        return Condition(text.value, reads, test)

    def effects(self, node: Node | None) -> tuple[Effect, ...]:
        """Read ``set:``."""
        reading = self.reading
        table = reading.table(node, "set")
        found: list[Effect] = []
        for key, value in table.entries if table is not None else ():
            fact = self.slots.declared(key.value)
            if fact is None:
                reading.add(
                    key.mark,
                    f"no fact is called {key.value!r}",
                    "unknown-fact",
                    close_to(key.value, self.slots.names())
                    or "facts are declared under 'facts:' at the top",
                )
                continue
            slot, low, high, switch = fact
            if switch:
                found.append(Effect(slot, int(reading.yes(value, key.value))))
            elif isinstance(value, Text) and value.value in ("+1", "-1"):
                found.append(Effect(slot, int(value.value), by=True))
            else:
                found.append(Effect(slot, reading.number(value, key.value, low, high)))
        return tuple(found)

    def contact(self, node: Node | None, what: str) -> ContactId | None:
        """Read the id of a contact who is not the player."""
        text = self.reading.text(node, what)
        others = [name for name in self.names.cast if name != self.names.player]
        found = self.reading.one_of(text, "contact", others, "unknown-contact")
        return ContactId(found) if found is not None else None

    def scene_id(self, node: Node | None, what: str, scope: Scope) -> SceneId | None:
        """Read the id of a scene, or ``back``."""
        text = self.reading.text(node, what)
        if text is None:
            return None
        found = scope.find(text.value)
        if found is None:
            self.reading.add(
                text.mark,
                f"no scene is called {text.value!r}",
                "unknown-scene",
                close_to(text.value, scope.names),
            )
            return None
        return SceneId(found)


def _inside(text: Text, at: int, width: int = 1) -> Mark:
    quote = 0 if text.plain else 1
    mark = text.mark
    return Mark(mark.file, mark.line, mark.column + quote + at, max(1, width))


class _OneScene:
    """Reads the steps of one scene, once."""

    def __init__(
        self, reader: SceneReader, source: SceneText, chat: ContactId | None
    ) -> None:
        self._reader = reader
        self._reading = reader.reading
        self._names = reader.names
        self._source = source
        self._id = SceneId(source.id)
        self._chat = ChatId(chat) if chat is not None else None
        self._beats: list[Beat] = []
        self._lines: list[Line] = []
        self._effects: list[Effect] = []
        self._choices: tuple[Choice, ...] = ()
        self._ending: Ending | None = None
        self._ordinary = False
        self._used: set[str] = set()

    def read(self) -> Scene:
        steps = self._reading.row(self._source.steps, f"scene {self._id!r}")
        over: Mark | None = None
        for step in steps:
            if over is not None:
                self._reading.add(
                    step.mark,
                    "the scene is over before this step",
                    "after-the-end",
                    "move it up, or put it into a scene of its own",
                )
                break
            table = self._step(step)
            if table is not None:
                over = step.mark
        if over is None and (steps or isinstance(self._source.steps, Row)):
            self._reading.add(
                steps[-1].mark if steps else self._source.mark,
                f"scene {self._id!r} does not lead on",
                "no-way-on",
                "end it with choose, goto, use or end",
            )
        self._close()
        return Scene(
            self._id,
            tuple(self._beats),
            self._choices,
            self._ending,
            self._ordinary,
            mark=self._source.mark,
        )

    def _close(self, goto: SceneId | None = None) -> None:
        if self._lines or self._effects or goto is not None:
            beat = Beat(tuple(self._lines), tuple(self._effects), None, goto)
            self._beats.append(beat)
            self._lines, self._effects = [], []

    def _step(self, step: Node) -> Table | None:
        """Read a step; return it if the scene is over after it."""
        if not isinstance(step, Table):
            self._reading.add(
                step.mark,
                "a step is 'name: text'",
                "not-a-step",
                "put a space after the colon, as in '- mia: hello'",
            )
            return None
        kind = self._kind(step)
        if kind is None:
            return None
        beside = _BESIDE.get(kind, _BESIDE_MESSAGE)
        for key, _ in step.entries:
            if key.value not in (kind, *beside):
                self._strange(key, kind, beside)
        return self._known(step, kind)

    def _strange(self, key: Text, kind: str, beside: tuple[str, ...]) -> None:
        if key.value in _STEPS or key.value in self._names.cast:
            self._reading.add(
                key.mark,
                f"{kind!r} and {key.value!r} are two steps in one",
                "two-steps-in-one",
                "start a new line with '- '",
            )
        else:
            self._reading.add(
                key.mark,
                f"{kind!r} has no key {key.value!r}",
                "unknown-key",
                close_to(key.value, beside) or f"it can have: {', '.join(beside)}",
            )

    def _kind(self, step: Table) -> str | None:
        names = [key for key, _ in step.entries]
        for key in names:
            if key.value in _STEPS or key.value in self._names.cast:
                return key.value
        first = next((key for key in names if key.value not in RESERVED), None)
        if first is None:
            self._reading.add(step.mark, "this step says nothing", "not-a-step")
            return None
        self._reading.add(
            first.mark,
            f"{first.value!r} is neither a contact nor a kind of step",
            "unknown-contact",
            close_to(first.value, (*self._names.cast, *_STEPS))
            or "people are declared under 'cast:' at the top",
        )
        return None

    def _known(self, step: Table, kind: str) -> Table | None:
        match kind:
            case "choose":
                self._choose(step)
                return step
            case "end":
                self._end(step)
                return step
            case "use":
                self._reading.add(
                    step.mark,
                    "a piece is used in the last step of a scene",
                    "use-in-the-middle",
                    "put what follows into a scene of its own",
                )
                return step
            case "goto":
                return self._goto(step)
            case "set":
                self._add(step, effects=self._reader.effects(step.at["set"]))
            case "heard":
                self._heard(step)
            case _:
                line = self._line(step, kind)
                if line is not None:
                    self._add(step, lines=(line,))
        return None

    def _add(
        self,
        step: Table,
        lines: tuple[Line, ...] = (),
        effects: tuple[Effect, ...] = (),
    ) -> None:
        if "if" not in step.at:
            self._lines += lines
            self._effects += effects
            return
        self._close()
        when = self._reader.condition(step.at["if"])
        self._beats.append(Beat(lines, effects, when))

    def _goto(self, step: Table) -> Table | None:
        goto = self._reader.scene_id(step.at["goto"], "goto", self._source.scope)
        if "if" not in step.at:
            self._close(goto or SceneId("back"))
            return step
        self._close()
        when = self._reader.condition(step.at["if"])
        if goto is not None:
            self._beats.append(Beat((), (), when, goto))
        return None

    def _heard(self, step: Table) -> None:
        adult = self._reader.contact(step.at["heard"], "heard")
        if adult is None:
            return
        if not self._names.cast[adult].trusted:
            self._reading.add(
                step.at["heard"].mark,
                f"{adult!r} is not a trusted adult",
                "not-a-trusted-adult",
                "add 'trusted: yes' to them under 'cast:', if they are",
            )
        effect = Effect(self._reader.slots.heard, 1)
        self._add(step, lines=(Heard(adult),), effects=(effect,))

    def _line(self, step: Table, kind: str) -> Line | None:
        what = "a message" if kind in self._names.cast else f"a {kind}"
        text = self._reading.prose(step.at[kind], what, self._names.longest)
        if not text:
            return None
        mark = step.at[kind].mark
        key = LineId(self._line_id(step, kind, text))
        match kind:
            case "note":
                return Note(key, text, mark)
            case "talk":
                return Talk(key, text, mark)
            case "feel":
                mood = self._reading.text(step.at.get("mood"), "mood")
                word = self._reading.id(mood, "a mood") if mood is not None else ""
                return Feeling(key, text, word, mark)
            case _:
                speaker = ContactId(kind)
                return Message(key, speaker, self._chat_of(step, speaker), text, mark)

    def _chat_of(self, step: Table, speaker: ContactId) -> ChatId:
        chat = ChatId(speaker)
        named = self._reading.text(step.at.get("in"), "in")
        if named is not None:
            found = self._reading.one_of(
                named, "chat", self._names.chats, "unknown-chat"
            )
            chat = ChatId(found) if found is not None else chat
        elif speaker == self._names.player:
            chat = self._chat or chat
            if self._chat is None:
                self._reading.add(
                    step.mark,
                    "it is not clear in which chat this is said",
                    "no-chat",
                    "add 'in:' with the id of a contact or a group chat",
                )
        self._chat = chat
        return chat

    def _choose(self, step: Table) -> None:
        self._close()
        self._ordinary = self._reading.yes(step.at.get("ordinary"), "ordinary")
        options = self._reading.row(step.at["choose"], "choose")
        if not options and isinstance(step.at["choose"], Row):
            self._reading.add(
                step.mark, "there is nothing to choose", "no-choice", "add a choice"
            )
        found = (self._choice(option) for option in options)
        self._choices = tuple(choice for choice in found if choice is not None)

    def _end(self, step: Table) -> None:
        self._close()
        text = self._reading.prose(step.at["end"], "an ending")
        offer = self._reading.prose(step.at.get("offer"), "an offer")
        key = LineId(self._line_id(step, "end", text))
        self._ending = Ending(key, text, offer, step.mark)

    def _choice(self, node: Node) -> Choice | None:
        reading = self._reading
        table = reading.table(node, "a choice")
        if table is None:
            return None
        reading.keys(table, "a choice", _CHOICE, ("goto",))
        kinds = [kind for kind in ("say", "do") if kind in table.at]
        if len(kinds) != 1:
            reading.add(
                table.mark,
                "a choice has either 'say' or 'do'",
                "say-or-do",
                "'say' for words that are sent or spoken, 'do' for anything else",
            )
            return None
        text = reading.prose(table.at[kinds[0]], "a choice", self._names.longest)
        goto = self._reader.scene_id(table.at.get("goto"), "goto", self._source.scope)
        key = ChoiceId(self._line_id(table, kinds[0], text))
        move = self._reader.move(table, text, f"{self._id}.{key}")
        spoken = kinds[0] == "say"
        return Choice(
            key,
            self._id,
            text,
            spoken,
            self._choice_chat(table) if spoken else None,
            goto or SceneId("back"),
            reading.prose(table.at.get("why"), "why"),
            (move,) if move is not None else (),
            self._does(table),
            self._reader.effects(table.at["set"]) if "set" in table.at else (),
            self._reader.condition(table.at.get("if")),
            reading.yes(table.at.get("risk"), "risk"),
            mark=table.mark,
        )

    def _does(self, table: Table) -> tuple[tuple[Action, ContactId], ...]:
        found = (
            (action, self._reader.contact(table.at[action], action))
            for action in _DOES
            if action in table.at
        )
        return tuple(
            (action, contact) for action, contact in found if contact is not None
        )

    def _choice_chat(self, table: Table) -> ChatId | None:
        named = self._reading.text(table.at.get("to"), "to")
        if named is not None:
            chat = self._reading.one_of(
                named, "chat", self._names.chats, "unknown-chat"
            )
            return ChatId(chat) if chat is not None else None
        if self._chat is None:
            self._reading.add(
                table.mark,
                "it is not clear to whom this is said",
                "no-chat",
                "add 'to:' with the id of a contact or a group chat",
            )
        return self._chat

    def _line_id(self, table: Table, kind: str, text: str) -> str:
        """Return the id that the author gave, or one made from the text."""
        named = self._reading.text(table.at.get("id"), "id")
        if named is not None:
            key = self._reading.id(named, "a line")
            if key in self._used:
                self._reading.add(
                    named.mark,
                    f"two lines of this scene have the id {key!r}",
                    "duplicate-id",
                    "rename one of them",
                )
        else:
            key = line_id(kind, text, self._used)
        self._used.add(key)
        return key


def line_id(kind: str, text: str, used: set[str]) -> str:
    """Return an id for a line that has none, different from those *used*.

    The same for the same words, wherever in the scene they stand.
    """
    digest = hashlib.blake2s(f"{kind}\n{text}".encode(), digest_size=3).hexdigest()
    key = f"{kind}-{digest}"
    count = 2
    while key in used:
        key = f"{kind}-{digest}-{count}"
        count += 1
    return key
