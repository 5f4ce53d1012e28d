"""The lines of a scene: messages, notes, feelings and questions.

Knows in which chat a message stands; not when it is shown.
"""

from game.story.line_ids import LineIds
from game.story.model import (
    ChatId,
    ContactId,
    Feeling,
    Line,
    LineId,
    Message,
    Note,
    Talk,
)
from game.story.nodes import Table
from game.story.parts import Parts


class LineReader:
    """Reads the lines of one scene in order.

    ``chat`` is where the player's words go until a message says otherwise, None if
    that is not clear.
    """

    def __init__(self, parts: Parts, ids: LineIds, chat: ContactId | None) -> None:
        self._parts = parts
        self._reading = parts.reading
        self._names = parts.names
        self._ids = ids
        self.chat = ChatId(chat) if chat is not None else None

    def read(self, step: Table, kind: str) -> Line | None:
        """Read a message, note, feeling or question; None, with a problem, if none."""
        what = "a message" if kind in self._names.cast else f"a {kind}"
        text = self._reading.prose(step.at[kind], what, self._names.longest)
        if not text:
            return None
        mark = step.at[kind].mark
        key = LineId(self._ids.of(step, kind))
        match kind:
            case "note":
                return Note(key, text, mark, self._parts.drawing(step))
            case "talk":
                return Talk(key, text, mark)
            case "feel":
                return Feeling(key, text, self._parts.mood(step), mark)
            case _:
                speaker = ContactId(kind)
                return Message(key, speaker, self._chat_of(step, speaker), text, mark)

    def _chat_of(self, step: Table, speaker: ContactId) -> ChatId:
        chat = ChatId(speaker)
        named = self._reading.text(step.at["in"], "in") if "in" in step.names else None
        if named is not None:
            found = self._reading.one_of(
                named, "chat", self._names.chats, "unknown-chat"
            )
            chat = ChatId(found) if found is not None else chat
        else:
            own = self._names.chat_of(speaker, self.chat)
            if own is None and self._parts.telling_is_clear:
                self._reading.add(
                    step.mark,
                    "it is not clear in which chat this is said",
                    "no-chat",
                    "add 'in:' with the id of a contact or a group chat",
                )
            chat = own or chat
        self.chat = chat
        return chat
