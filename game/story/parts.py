"""The parts that steps, choices and answers share: moves, conditions, effects.

Knows what each part means; not where in a story it stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.source import Mark
from game.story.conditions import (
    ConditionError,
    UnknownFactError,
    compile_condition,
)
from game.story.expand import Scope
from game.story.model import (
    Chat,
    ChatId,
    Condition,
    Contact,
    ContactId,
    Drawing,
    Effect,
    Facts,
    Feeling,
    Line,
    LineId,
    Move,
    MoveId,
    Note,
    SceneId,
    Skill,
)
from game.story.nodes import Node, Table, Text
from game.story.reading import Reading
from game.story.slots import Slots


@dataclass(frozen=True, slots=True)
class Names:
    """What the steps of a story may speak of."""

    player: ContactId
    cast: Mapping[ContactId, Contact]
    chats: Mapping[ChatId, Chat]
    longest: int
    """Characters a message may have in the story's band."""

    def chat_of(self, speaker: ContactId, last: ChatId | None) -> ChatId | None:
        """Return the chat of a message that does not name it, None if it is unclear.

        The player goes on in the *last* one, where that is known.
        """
        return last if speaker == self.player else ChatId(speaker)


class Parts:
    """Reads the parts of one story; conditions find their facts in *slots*."""

    def __init__(self, reading: Reading, names: Names, slots: Slots) -> None:
        self.reading = reading
        self.names = names
        self.slots = slots
        self.shared = False
        """Whether a shared piece is read, which knows no facts of the story."""
        self.telling_is_clear = True
        """Whether it is known which scenes telling opens, and so who is talked to."""
        self._skills: dict[MoveId, Skill] = {}
        self._effects: dict[tuple[tuple[str, str], ...], tuple[Effect, ...]] = {}
        self._conditions: dict[
            tuple[str, bool], tuple[frozenset[int], Callable[[Facts], int]]
        ] = {}

    def line(self, kind: str, node: Node, where: str, mood: str) -> Line | None:
        """Read a note or feeling that stands outside a scene."""
        text = self.reading.prose(node, f"a {kind}", self.names.longest)
        if not text:
            return None
        key = LineId(f"{where}.{kind}")
        if kind == "feel":
            return Feeling(key, text, mood, node.mark)
        return Note(key, text, node.mark)

    def drawing(self, table: Table) -> Drawing | None:
        """Read ``picture:``, the name of a drawing; None if not there."""
        if "picture" not in table.names:
            return None
        word = self.reading.text(table.at["picture"], "picture")
        if word is None:
            return None
        return Drawing(self.reading.id(word, "a drawing"), word.mark)

    def mood(self, table: Table) -> str:
        """Read ``mood:``, the word for a picture of the player; empty if not there."""
        word = self.reading.text(table.at.get("mood"), "mood")
        return self.reading.id(word, "a mood") if word is not None else ""

    def move(self, table: Table, text: str, key: str) -> Move | None:
        """Read the ``move`` and ``why`` of a choice or an action, if it is a move."""
        reading = self.reading
        if "move" not in table.names:
            if "as" in table.names:
                reading.add(
                    table.at["as"].mark,
                    "'as' names a move, and there is none",
                    "name-without-move",
                    "add 'move: skill', or delete this line",
                )
            return None
        word = reading.text(table.at["move"], "move")
        skill = reading.one_of(word, "skill", list(Skill), "unknown-skill")
        if "why" not in table.names:
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
        if not self.practises(move, Skill(skill)):
            reading.add(
                table.at["move"].mark,
                f"{move!r} practises {self._skills[move].value!r} elsewhere",
                "two-skills-one-move",
                "give this move another name with 'as', or the same skill",
            )
        return Move(move, Skill(skill), text, why)

    def practises(self, move: MoveId, skill: Skill) -> bool:
        """Whether a move practises that skill, as it does wherever else it is made."""
        return self._skills.setdefault(move, skill) is skill

    def known_condition(self, text: str, mark: Mark) -> Condition | None:
        """Return a condition that was read before, as it is at *mark*; None if not."""
        # Stories ask the same things again and again.
        known = self._conditions.get((text, self.shared))
        return None if known is None else Condition(text, known[0], known[1], mark)

    def condition(self, node: Node | None) -> Condition | None:
        """Read a condition; None where there is none or it cannot be read."""
        text = self.reading.text(node, "if")
        if text is None:
            return None
        known = self.known_condition(text.value, text.mark)
        if known is not None:
            return known
        try:
            test, reads = compile_condition(text.value, self._find)
        except UnknownFactError as error:
            self._no_fact(_inside(text, error.at, len(error.name)), error.name)
            return None
        except ConditionError as error:
            mark = _inside(text, error.at)
            self.reading.add(mark, error.message, "bad-condition", error.hint)
            return None
        self._conditions[text.value, self.shared] = reads, test
        return Condition(text.value, reads, test, text.mark)

    def _find(self, name: str) -> int | None:
        slot = self.slots.find(name)
        declared = slot is not None and slot < self.slots.heard
        return None if self.shared and declared else slot

    def _no_fact(self, mark: Mark, name: str) -> None:
        if self.shared and "." not in name:
            self.reading.add(
                mark,
                f"a shared piece knows no fact {name!r} of a story",
                "fact-in-a-piece",
                "only heard, told.$adult and what is done with a contact can be read",
            )
            return
        self.reading.add(
            mark,
            f"no fact is called {name!r}",
            "unknown-fact",
            self.reading.near(name, self.slots.names())
            or "facts are declared under 'facts:' at the top",
        )

    def _not_to_set(self, key: Text) -> None:
        if self._find(key.value) is None:
            self._no_fact(key.mark, key.value)
            return
        self.reading.add(
            key.mark,
            f"{key.value!r} follows from what happens, and cannot be set",
            "cannot-be-set",
            "use the step 'heard:', or 'save:', 'block:' or 'report:' on a choice",
        )

    def known_effects(
        self, pairs: tuple[tuple[str, str], ...]
    ) -> tuple[Effect, ...] | None:
        """Return what was set before, as facts and values; None if it was not."""
        return None if self.shared else self._effects.get(pairs)

    def effects(self, node: Node | None) -> tuple[Effect, ...]:
        """Read ``set:``."""
        reading = self.reading
        table = reading.table(node, "set")
        found: list[Effect] = []
        if table is None:
            return ()
        before = reading.count
        for name, value in table.at.items():
            fact = None if self.shared else self.slots.declared(name)
            if fact is None:
                self._not_to_set(next(key for key in table.keys if key.value == name))
                continue
            slot, low, high, switch = fact
            if switch:
                found.append(Effect(slot, int(reading.yes(value, name))))
            elif isinstance(value, Text) and value.value in ("+1", "-1"):
                found.append(Effect(slot, int(value.value), by=True))
            else:
                found.append(Effect(slot, reading.number(value, name, low, high)))
        effects = tuple(found)
        if reading.count > before:
            return effects
        # A story sets the same again and again.
        texts = (
            (name, node.value)
            for name, node in table.at.items()
            if isinstance(node, Text)
        )
        return self._effects.setdefault(tuple(texts), effects)

    def contact(self, node: Node | None, what: str) -> ContactId | None:
        """Read the id of a contact who is not the player."""
        text = self.reading.text(node, what)
        others = [name for name in self.names.cast if name != self.names.player]
        if text is not None and text.value == self.names.player:
            self.reading.add(
                text.mark,
                f"{text.value!r} is the player, and somebody else is meant here",
                "unknown-contact",
                f"there are: {', '.join(others)}",
            )
            return None
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
                self.reading.near(text.value, scope.names)
                or "scenes are the names under 'scenes:'",
            )
            return None
        return SceneId(found)


def _inside(text: Text, at: int, width: int = 1) -> Mark:
    quote = 0 if text.plain else 1
    mark = text.mark
    return Mark(mark.file, mark.line, mark.column + quote + at, max(1, width))
