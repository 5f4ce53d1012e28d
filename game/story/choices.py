"""The choices of a scene: from tree to what the player may answer or do.

Knows one choice at a time; not what else the scene says.
"""

from typing import Final

from game.story import keys
from game.story.expand import Scope
from game.story.line_ids import LineIds
from game.story.model import (
    BACK,
    Action,
    ChatId,
    Choice,
    ChoiceId,
    ContactId,
    SceneId,
)
from game.story.nodes import Node, Table
from game.story.parts import Parts

_CHOICE: Final = keys.names(keys.CHOICE)
_CHOICE_NEEDED: Final = keys.needed(keys.CHOICE)
_DOES: Final = frozenset({Action.SAVE, Action.BLOCK, Action.REPORT})


class ChoiceReader:
    """Reads the choices of one scene.

    ``chat`` is where words go that do not say so themselves, None if that is not
    clear.
    """

    def __init__(
        self,
        parts: Parts,
        scene: SceneId,
        scope: Scope,
        ids: LineIds,
        chat: ChatId | None,
    ) -> None:
        self._parts = parts
        self._reading = parts.reading
        self._scene = scene
        self._scope = scope
        self._ids = ids
        self._chat = chat

    def read(self, node: Node) -> Choice | None:
        """Read a choice; None, with a problem, where it cannot be told what it is."""
        reading = self._reading
        table = reading.table(node, "a choice")
        if table is None:
            return None
        at = table.at
        spoken = "say" in at
        reading.keys(table, "a choice", _CHOICE, _CHOICE_NEEDED)
        if spoken is ("do" in at):
            reading.add(
                table.mark,
                "a choice has either 'say' or 'do'",
                "say-or-do",
                "'say' for words that are sent or spoken, 'do' for anything else",
            )
            return None
        if "to" in at and not spoken:
            reading.add(
                at["to"].mark,
                "what is only done goes into no chat",
                "to-without-say",
                "delete this, or write 'say:' instead of 'do:'",
            )
        parts, kind = self._parts, "say" if spoken else "do"
        text = reading.prose(at[kind], "a choice", parts.names.longest)
        goto = parts.scene_id(at.get("goto"), "goto", self._scope)
        key = ChoiceId(self._ids.of(table, kind))
        move = parts.move(table, text, f"{self._scene}.{key}")
        # Most choices have few of the keys that they can have.
        return Choice(
            key,
            self._scene,
            text,
            spoken,
            self._choice_chat(table) if spoken else None,
            goto or BACK,
            reading.prose(at["why"], "why") if "why" in at else "",
            (move,) if move is not None else (),
            self._does(table),
            parts.effects(at["set"]) if "set" in at else (),
            parts.condition(at["if"]) if "if" in at else None,
            "risk" in at and reading.yes(at["risk"], "risk"),
            mark=table.mark,
        )

    def _does(self, table: Table) -> tuple[tuple[Action, ContactId], ...]:
        if _DOES.isdisjoint(table.names):
            return ()
        found = (
            (action, self._parts.contact(table.at[action], action))
            for action in Action
            if action in _DOES and action in table.names
        )
        return tuple(
            (action, contact) for action, contact in found if contact is not None
        )

    def _choice_chat(self, table: Table) -> ChatId | None:
        named = (
            self._reading.text(table.at["to"], "to") if "to" in table.names else None
        )
        if named is not None:
            chat = self._reading.one_of(
                named, "chat", self._parts.names.chats, "unknown-chat"
            )
            return ChatId(chat) if chat is not None else None
        if self._chat is None and self._parts.telling_is_clear:
            self._reading.add(
                table.mark,
                "it is not clear to whom this is said",
                "no-chat",
                "add 'to:' with the id of a contact or a group chat",
            )
        return self._chat
