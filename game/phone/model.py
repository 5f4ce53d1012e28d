"""What the pages of a play are built from: plain values, made from a session. Pure."""

from dataclasses import dataclass, replace

from game.engine.events import Offered
from game.engine.session import Session
from game.phone.company import Company
from game.phone.pace import Pace
from game.phone.settings import Settings
from game.phone.transcript import Item, Kind, in_person
from game.phone.view import (
    Row,
    View,
    Waiting,
    flat,
    items_of,
    open_chat,
    rows,
    typist,
    unread,
    waiting,
)
from game.story.model import Action, ChatId, ChoiceId, Contact, ContactId, Story
from game.words import say


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do with a contact: possible now, done already, or neither."""

    action: Action
    possible: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A contact on the phone and what can be done with them."""

    contact: Contact
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody who can be told: now, and whether they were told already."""

    contact: Contact
    possible: bool
    told: bool


@dataclass(frozen=True, slots=True)
class News:
    """A message that waits to be read: of whom, in which chat, and what it says.

    ``contact`` is None where the chat is a group; ``name`` is then that of the group.
    """

    contact: Contact | None
    name: str
    chat: ChatId
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class ChatModel:
    """Everything on the chat page; equal to none but itself, to be told apart quickly.

    ``fresh`` is how many of the last items the player has to see first. ``typing``
    is who types here, ``news`` the newest message that was not seen in another chat.
    ``new_at`` is the index of the first item that was new when the chat was opened,
    None where it is all of them or none.
    ``company`` is whether somebody plays along. ``undo_to`` is None where there is
    nothing to go back to. ``by_key`` is whether each message waits for a key.
    ``taken`` is the choice that was just taken, ``tried`` are those taken here before
    on ways since undone.
    """

    story: Story
    chat: ChatId
    name: str
    contact: Contact | None
    in_person: bool
    group: bool
    items: tuple[Item, ...]
    fresh: int
    typing: Contact | None
    news: News | None
    new_at: int | None
    waiting: Waiting
    rows: tuple[Row, ...]
    people: tuple[Person, ...]
    undo_to: int | None
    company: bool = False
    by_key: bool = False
    taken: ChoiceId | None = None
    tried: frozenset[ChoiceId] = frozenset()

    @property
    def with_whom(self) -> frozenset[ContactId]:
        """Who is in the open chat besides the player."""
        if self.chat in self.story.chats:
            return frozenset(self.story.chats[self.chat].members)
        return frozenset({ContactId(self.chat)})

    @property
    def player(self) -> Contact:
        """Whose phone this is."""
        return self.story.cast[self.story.player]


def chat_model(
    session: Session, view: View, settings: Settings, taken: ChoiceId | None = None
) -> ChatModel:
    """Return what the chat page shows now; *taken* is the choice just taken, if any."""
    story = session.story
    steps = items_of(session, settings)
    items = flat(steps)
    chat = open_chat(view, items)
    here = tuple(item for item in items[: view.shown] if item.chat == chat)
    listed = tuple(
        _stopped(row) if _blocked(session, row.contact) else row
        for row in rows(story, view, items)
    )
    row = next(row for row in listed if row.chat == chat)
    coming = typist(view, items, settings)
    typing = None
    if coming is not None and coming.chat == chat:
        typing = story.cast[coming.speaker or story.player]
    fresh = 1
    if settings.pace is Pace.AT_ONCE:
        fresh = max(1, sum(item.chat == chat for item in steps[-1]))
    return ChatModel(
        story=story,
        chat=chat,
        name=row.name,
        contact=row.contact,
        in_person=in_person(story, chat),
        group=chat in story.chats and story.chats[chat].group,
        items=here,
        fresh=fresh,
        typing=typing,
        news=_news_elsewhere(story, view, items, chat),
        new_at=_new_at(view, here, chat),
        waiting=waiting(session, view, items),
        rows=listed,
        people=people(session, items[: view.shown], chat),
        undo_to=len(session.journal) - 1 if session.journal else None,
        by_key=settings.pace is Pace.ON_KEY,
        taken=taken,
        tried=_tried(session),
        company=settings.company is not Company.ALONE,
    )


def _blocked(session: Session, contact: Contact | None) -> bool:
    return contact is not None and session.done(Action.BLOCK, contact.id)


def _stopped(row: Row) -> Row:
    """Return the row of somebody who was blocked: nothing of them is to be read."""
    return replace(row, last=say("Blocked"), unread=0)


def _news_elsewhere(
    story: Story, view: View, items: tuple[Item, ...], chat: ChatId
) -> News | None:
    """Return the message that a notification tells of; none while the phone is down."""
    item = unread(view, items)
    if item is None or in_person(story, chat) or in_person(story, item.chat):
        return None
    return _news(story, item)


def _new_at(view: View, here: tuple[Item, ...], chat: ChatId) -> int | None:
    if view.news is None or view.news[0] != chat:
        return None
    return view.news[1] if 0 < view.news[1] < len(here) else None


def _tried(session: Session) -> frozenset[ChoiceId]:
    moment = session.moment
    if not isinstance(moment, Offered):
        return frozenset()
    return frozenset(one.id for one in moment.choices if session.tried(one.id))


def first_news(story: Story, items: tuple[Item, ...]) -> News | None:
    """Return the message with which a story begins, None if it begins without one."""
    for item in items:
        if item.kind is Kind.THEIRS and not in_person(story, item.chat):
            return _news(story, item)
    return None


def _news(story: Story, item: Item) -> News:
    contact = story.cast.get(ContactId(item.chat))
    name = story.chats[item.chat].name if item.chat in story.chats else ""
    return News(contact, contact.name if contact else name, item.chat, item.text)


def people(
    session: Session, shown: tuple[Item, ...], chat: ChatId
) -> tuple[Person, ...]:
    """Return who was met on the phone so far, those of the open chat first.

    Last come those whom the story has only told of, and whom the player can block:
    somebody who threatens need not write again before he can be stopped.
    """
    story = session.story
    met: list[ContactId] = []
    for here in (True, False):
        for item in shown:
            if (item.chat == chat) is here:
                met += [item.speaker] if item.speaker else []
                met += [ContactId(item.chat)]
    met += [
        key
        for key, contact in story.cast.items()
        if (session.can(Action.BLOCK, key) or session.done(Action.BLOCK, key))
        and any(contact.name in item.text for item in shown)
    ]
    found = dict.fromkeys(met)
    return tuple(
        Person(story.cast[key], deeds(session, key))
        for key in found
        if key in story.cast
        and key != story.player
        and not story.cast[key].face_to_face
    )


def deeds(session: Session, contact: ContactId) -> tuple[Deed, ...]:
    """Return what can be done with a contact.

    Blocking only where that is foreseen, and reporting nobody who could be told.
    """
    found = (
        Deed(action, session.can(action, contact), session.done(action, contact))
        for action in Action
    )
    return tuple(deed for deed in found if deed.done or _fits(session, contact, deed))


def _fits(session: Session, contact: ContactId, deed: Deed) -> bool:
    """Whether something is offered: not to report whoever one could tell."""
    match deed.action:
        case Action.BLOCK:
            return deed.possible
        case Action.REPORT:
            return not session.story.cast[contact].trusted
        case _:
            return True


def adults(session: Session) -> tuple[Adult, ...]:
    """Return everybody who can be told, those of the story's order."""
    story = session.story
    now = session.tellable()
    return tuple(
        Adult(
            story.cast[adult],
            possible=adult in now,
            told=session.state.facts[telling.slot] > 0,
        )
        for adult, telling in story.tellings.items()
    )
