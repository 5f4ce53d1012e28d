"""Who is in a story, and in which chats they write: ``cast:`` and ``chats:``.

Knows contacts; not what they say.
"""

from collections.abc import Mapping
from typing import Final

from game.story import keys
from game.story.model import Chat, ChatId, Contact, ContactId
from game.story.nodes import Node, Text
from game.story.reading import Reading

_CONTACT: Final = keys.names(keys.CONTACT)
_CONTACT_NEEDED: Final = keys.needed(keys.CONTACT)
_CHAT: Final = keys.names(keys.CHAT)
_CHAT_NEEDED: Final = keys.needed(keys.CHAT)


def read_cast(reading: Reading, node: Node | None) -> dict[ContactId, Contact]:
    """Read ``cast:``, in the order of the file."""
    table = reading.table(node, "cast")
    found: dict[ContactId, Contact] = {}
    for key, about in table.entries if table is not None else ():
        contact = _contact(reading, key, about)
        found[contact.id] = contact
    return found


def _contact(reading: Reading, key: Text, node: Node) -> Contact:
    if key.value in keys.RESERVED:
        reading.add(
            key.mark,
            f"nobody can be called {key.value!r}: it is a word of the format",
            "reserved-name",
            "give them another id; their 'name:' can stay",
        )
    name = ContactId(reading.id(key, "a contact"))
    table = reading.table(node, f"contact {name!r}")
    if table is None:
        return Contact(name, str(name))
    reading.keys(table, f"contact {name!r}", _CONTACT, _CONTACT_NEEDED)
    at = table.at
    picture = reading.text(at.get("picture"), "picture")
    profile = reading.table(at.get("profile"), "profile")
    return Contact(
        name,
        reading.prose(at.get("name"), "name"),
        reading.id(picture, "a picture") if picture is not None else "blank",
        tuple(
            (label.value, reading.prose(value, f"profile row {label.value!r}"))
            for label, value in (profile.entries if profile is not None else ())
        ),
        reading.yes(at.get("trusted"), "trusted"),
        reading.yes(at.get("family"), "family"),
        reading.yes(at.get("known"), "known"),
        reading.yes(at.get("face-to-face"), "face-to-face"),
        key.mark,
    )


def read_chats(
    reading: Reading, node: Node | None, cast: Mapping[ContactId, Contact]
) -> dict[ChatId, Chat]:
    """Read ``chats:``; the chat with each contact of *cast* is there by itself."""
    chats = {
        ChatId(contact.id): Chat(ChatId(contact.id), contact.name, (contact.id,))
        for contact in cast.values()
    }
    table = reading.table(node, "chats")
    for key, about in table.entries if table is not None else ():
        chat = ChatId(reading.id(key, "a chat"))
        if chat in chats:
            reading.add(
                key.mark,
                f"a contact is called {chat!r} already",
                "duplicate-id",
                "give the group chat another id",
            )
        fields = reading.table(about, "a chat")
        if fields is None:
            continue
        reading.keys(fields, "a chat", _CHAT, _CHAT_NEEDED)
        members = (
            reading.one_of(text, "contact", cast, "unknown-contact")
            for text in reading.texts(fields.at.get("with"), "with")
        )
        known = tuple(ContactId(one) for one in members if one is not None)
        name = reading.prose(fields.at.get("name"), "name")
        chats[chat] = Chat(chat, name, known, group=True)
    return chats
