"""What has happened so far as the phone shows it: items, each in its chat.

Turns the events of the engine into messages and cards. Knows no place, size or time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from game.engine.events import (
    Acted,
    Ended,
    Event,
    Explained,
    Moved,
    Offered,
    Picked,
    Returned,
    SteppedOut,
    Telling,
)
from game.engine.step import Step
from game.story.model import (
    Action,
    ChatId,
    ContactId,
    Feeling,
    Heard,
    Message,
    Note,
    Story,
    Talk,
)
from game.words import say


class Kind(StrEnum):
    """How an item is shown."""

    THEIRS = "theirs"
    MINE = "mine"
    NOTE = "note"
    FEELING = "feeling"
    TALK = "talk"
    WHY = "why"
    DEED = "deed"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Item:
    """Something shown in a chat.

    ``mood`` picks the picture of who speaks or feels; ``picture`` is a drawing that is
    shown with it.
    """

    kind: Kind
    chat: ChatId
    text: str
    speaker: ContactId | None = None
    mood: str = ""
    picture: str = ""


def transcript(
    story: Story, steps: Iterable[Step], *, company: bool
) -> tuple[tuple[Item, ...], ...]:
    """Return the items of each step, in order.

    Args:
        story: The story that is played.
        steps: As in ``Session.steps``, from the first scene on.
        company: Whether somebody plays along; questions to talk about are left out
            when not.
    """
    teller = _Teller(story, company=company)
    return tuple(tuple(teller.tell(step.events)) for step in steps)


def in_person(story: Story, chat: ChatId) -> bool:
    """Whether that conversation does not happen on the phone."""
    contact = story.cast.get(ContactId(chat))
    return contact is not None and contact.face_to_face


def chat_name(story: Story, chat: ChatId) -> str:
    """Return the name that stands over a chat."""
    if chat in story.chats:
        return story.chats[chat].name
    return story.cast[ContactId(chat)].name


LISTENING: Final = "listening"
"""The mood of an adult from the step on in which they listen."""


class _Teller:
    """Goes through the events once, remembering which chat they are in."""

    def __init__(self, story: Story, *, company: bool) -> None:
        self._story = story
        self._company = company
        self._chat: ChatId | None = None
        self._before: ChatId | None = None
        self._listeners: set[ContactId] = set()

    def tell(self, events: tuple[Event, ...]) -> Iterator[Item]:
        if self._chat is None:
            self._chat = self._first_chat(events)
        # Who has listened at the end of it does so from its first word on.
        self._listeners.update(one.adult for one in events if isinstance(one, Heard))
        for event in events:
            item = self._item(event)
            if item is not None:
                yield item

    def _item(self, event: Event) -> Item | None:  # noqa: C901, PLR0911 (one case per event)
        chat = self._chat
        assert chat is not None
        story = self._story
        match event:
            case Message(speaker=speaker, chat=written_in, text=text):
                self._chat = written_in
                kind = Kind.MINE if speaker == story.player else Kind.THEIRS
                return Item(kind, written_in, text, speaker, self._mood(speaker))
            case Note(text=text, picture=drawing):
                picture = drawing.name if drawing else ""
                return Item(Kind.NOTE, chat, text, picture=picture)
            case Feeling(text=text, mood=mood):
                return Item(Kind.FEELING, chat, text, story.player, mood)
            case Talk(text=text):
                return Item(Kind.TALK, chat, text) if self._company else None
            case Picked(choice):
                if not choice.spoken:
                    return Item(Kind.DEED, chat, choice.text, story.player)
                self._chat = choice.chat or chat
                return Item(Kind.MINE, self._chat, choice.text, story.player)
            case Explained(why):
                return Item(Kind.WHY, chat, why)
            case Acted(action, contact):
                return Item(Kind.DEED, chat, self._deed(action, contact), story.player)
            case Telling(adult):
                if self._before is None:
                    self._before = chat
                self._chat = ChatId(adult)
                mood = self._mood(adult)
                return Item(Kind.TURN, self._chat, self._turn(adult), adult, mood)
            case Returned():
                self._chat, self._before = self._before or chat, None
                text = say("Back to {name}").format(name=chat_name(story, self._chat))
                return Item(Kind.TURN, self._chat, text)
            case Heard() | Moved() | Offered() | Ended() | SteppedOut():
                return None

    def _mood(self, speaker: ContactId) -> str:
        return LISTENING if speaker in self._listeners else ""

    def _deed(self, action: Action, contact: ContactId) -> str:
        sentence = {
            Action.LOOK: say("{player} looked at the profile of {name}."),
            Action.SAVE: say("{player} saved the messages with {name}."),
            Action.BLOCK: say("{player} blocked {name}."),
            Action.REPORT: say("{player} reported {name}."),
        }[action]
        player = self._story.cast[self._story.player].name
        return sentence.format(player=player, name=self._story.cast[contact].name)

    def _turn(self, adult: ContactId) -> str:
        contact = self._story.cast[adult]
        player = self._story.cast[self._story.player].name
        if contact.face_to_face:
            sentence = say("{player} puts the phone down and goes to {name}")
        else:
            sentence = say("{player} gets in touch with {name}")
        return sentence.format(player=player, name=contact.name)

    def _first_chat(self, events: tuple[Event, ...]) -> ChatId:
        for event in events:
            if isinstance(event, Message):
                return event.chat
        player = ChatId(self._story.player)
        chats = [chat for chat in self._story.chats if chat != player]
        others = [ChatId(key) for key in self._story.cast if key != self._story.player]
        return (chats or others)[0]
