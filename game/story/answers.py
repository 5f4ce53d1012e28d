"""What ``when:`` says: the answers to the actions that are always available.

Knows actions, tellings and where they lead; not what happens there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from game.story import keys
from game.story.expand import SceneText
from game.story.model import (
    Action,
    ContactId,
    Line,
    Response,
    SceneId,
    Telling,
)
from game.story.nodes import Node, Row, Table, Text
from game.story.parts import Parts

_NAMES: Final[Mapping[Action, str]] = {
    Action.LOOK: "Look at the profile.",
    Action.SAVE: "Save the messages.",
    Action.BLOCK: "Block the account.",
    Action.REPORT: "Report the account.",
}
"""What the closing pages call an action, done or still to be tried."""

_WHEN: Final = keys.names(keys.WHEN)
_WHEN_NEEDED: Final = keys.needed(keys.WHEN)
_ANSWER: Final = keys.names(keys.ANSWER)


class Answers:
    """Reads ``when:``, the answers to the always-available actions."""

    def __init__(self, parts: Parts, texts: Iterable[SceneText]) -> None:
        self._parts = parts
        self._reading = parts.reading
        self._cast = parts.names.cast
        self._slots = parts.slots
        self._scenes = tuple(text.id for text in texts)
        self._found: dict[tuple[Action, ContactId], Response] = {}
        self.tellings: dict[ContactId, Telling] = {}

    def read(self, table: Table) -> None:
        """Read the whole of ``when:``."""
        reading = self._reading
        reading.keys(table, "when", _WHEN, _WHEN_NEEDED)
        for action in Action:
            answers = reading.table(table.at.get(action), action)
            for key, node in answers.entries if answers is not None else ():
                who = self._parts.contact(key, action)
                if who is not None:
                    self._response(action, who, node)
        tells = reading.table(table.at.get("tell"), "tell")
        for key, node in tells.entries if tells is not None else ():
            adult = self._parts.contact(key, "tell")
            if adult is not None:
                self._telling(adult, key, node)
        if tells is None:
            return
        for contact in self._cast.values():
            if contact.trusted and contact.id not in tells.at:
                reading.add(
                    tells.mark,
                    f"{contact.id!r} is a trusted adult, and cannot be told",
                    "adult-not-told",
                    f"add '{contact.id}: scene' here",
                )

    @property
    def all_told(self) -> bool:
        """Whether telling each trusted adult opens a scene."""
        trusted = (contact.id for contact in self._cast.values() if contact.trusted)
        return all(adult in self.tellings for adult in trusted)

    def told(self) -> dict[str, ContactId]:
        """Return who is talked to in each scene that telling opens."""
        return {
            str(scene): telling.adult
            for telling in self.tellings.values()
            for scene in telling.scenes
        }

    def finished(self) -> dict[tuple[Action, ContactId], Response]:
        """Return the answers, with the facts that conditions turned out to read."""
        return {
            key: replace(response, slot=self._slots.kept(*key))
            for key, response in self._found.items()
        }

    def _response(self, action: Action, contact: ContactId, node: Node) -> None:
        reading = self._reading
        key = f"{action}.{contact}"
        goto: SceneId | None = None
        move = None
        lines: list[Line | None] = []
        if isinstance(node, Text):
            goto = self._scene(node, action)
        else:
            table = reading.table(node, f"{action} {contact!r}")
            if table is None:
                return
            reading.keys(table, f"an answer to {action}", _ANSWER)
            if "goto" in table.names:
                goto = self._scene(table.at["goto"], action)
            move = self._parts.move(table, _NAMES[action], key)
            if "why" in table.names and "move" not in table.names:
                reading.add(
                    table.at["why"].mark,
                    "'why' is shown with a move, and there is none",
                    "why-without-move",
                    "add 'move: skill', or say it with 'note:'",
                )
            mood = self._parts.mood(table)
            lines = [
                self._parts.line(kind, table.at[kind], key, mood)
                for kind in ("note", "feel")
                if kind in table.names
            ]
        if action is Action.BLOCK:
            # The checker proves that a blocked contact sends nothing more.
            self._slots.action(action, contact)
        self._found[action, contact] = Response(
            action,
            contact,
            tuple(line for line in lines if line is not None),
            move,
            goto,
            mark=node.mark,
        )

    def _scene(self, node: Node, action: Action) -> SceneId | None:
        if action is not Action.BLOCK:
            self._reading.add(
                node.mark,
                f"'{action}' does not lead to another scene",
                "goto-only-after-block",
                "use 'feel:' or 'note:' to say what follows",
            )
            return None
        return self._known(self._reading.text(node, "goto"))

    def _telling(self, adult: ContactId, key: Text, node: Node) -> None:
        reading = self._reading
        if not self._cast[adult].trusted:
            reading.add(
                key.mark,
                f"{adult!r} is not a trusted adult",
                "not-a-trusted-adult",
                "add 'trusted: yes' to them under 'cast:', if they are",
            )
        found = (self._known(text) for text in reading.texts(node, "tell"))
        scenes = tuple(scene for scene in found if scene is not None)
        if isinstance(node, Row) and not node.items:
            reading.add(
                node.mark,
                f"telling {adult!r} leads nowhere",
                "adult-not-told",
                "name the scene that telling them opens",
            )
        # Conditions may read the fact, whether or not the scenes are right yet.
        slot = self._slots.telling(adult, max(1, len(scenes)), key.mark)
        if scenes:
            self.tellings[adult] = Telling(adult, scenes, slot)

    def _known(self, text: Text | None) -> SceneId | None:
        found = self._reading.one_of(text, "scene", self._scenes, "unknown-scene")
        return SceneId(found) if found is not None else None
