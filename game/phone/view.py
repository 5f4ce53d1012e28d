"""What the player sees of a play: how much was shown, which chat is open. Pure.

The engine knows nothing of this; losing it loses nothing of the play.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from game.engine.events import Ended, Offered, SteppedOut
from game.engine.session import Session
from game.phone import pace as pacing
from game.phone.company import Company
from game.phone.settings import Settings
from game.phone.transcript import Item, Kind, chat_name, transcript
from game.story.model import ChatId, Choice, Contact, ContactId, Story


@dataclass(frozen=True, slots=True)
class View:
    """How much of a play is on the screen.

    ``shown`` items were shown, the last ``elapsed`` milliseconds ago. ``passed`` is
    how many there were when the player last went on. ``open`` is the chat that the
    player opened by hand, None while the phone follows the story. ``seen`` says for
    each chat how many of its items the player had before the eyes. ``news`` is the
    chat that was opened last with a new message in it, and how many of its items came
    before that; None where nothing was new.
    """

    shown: int = 0
    elapsed: int = 0
    passed: int = 0
    open: ChatId | None = None
    seen: Mapping[ChatId, int] = field(default_factory=lambda: MappingProxyType({}))
    news: tuple[ChatId, int] | None = None


@dataclass(frozen=True, slots=True)
class Arriving:
    """More is to come by itself, or with the next press."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """There is a question to talk about before it goes on."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """The player can answer."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """The story has ended, or was left."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The story goes on in another chat than the open one."""

    name: str


Waiting: TypeAlias = Arriving | Stopped | Choosing | Over | Elsewhere


@dataclass(frozen=True, slots=True)
class Row:
    """A chat in the list of chats; ``unread`` counts messages of others."""

    chat: ChatId
    name: str
    contact: Contact | None
    last: str
    unread: int
    here: bool


def items_of(session: Session, settings: Settings) -> tuple[tuple[Item, ...], ...]:
    """Return what a play has shown, step by step."""
    company = settings.company is not Company.ALONE
    return transcript(session.story, session.steps, company=company)


def flat(steps: tuple[tuple[Item, ...], ...]) -> tuple[Item, ...]:
    """Return the items of all steps, oldest first."""
    return tuple(item for step in steps for item in step)


def opened(session: Session, settings: Settings, *, resumed: bool = False) -> View:
    """Return the view with which a play begins, or goes on after a pause."""
    items = flat(items_of(session, settings))
    view = View()
    if resumed:
        # Whoever comes back has seen all of it: nothing of it is new.
        seen = Counter(item.chat for item in items)
        view = View(len(items), passed=len(items), seen=MappingProxyType(seen))
    return looked(advance(view, items, 0, settings), items)


def after_command(view: View, session: Session, settings: Settings) -> View:
    """Return the view after a command: all before it was shown, and what it did."""
    steps = items_of(session, settings)
    before = sum(map(len, steps[:-1]))
    view = replace(
        view,
        shown=before + pacing.at_once(steps[-1]),
        passed=before,
        elapsed=0,
        open=None,
        news=None,
    )
    items = flat(steps)
    return looked(advance(view, items, 0, settings), items)


def advance(
    view: View, items: tuple[Item, ...], elapsed: int, settings: Settings
) -> View:
    """Let *elapsed* milliseconds pass.

    What arrives one by one is watched where it arrives, unless another chat was opened
    by hand; what comes at once is not.
    """
    shown, left = pacing.advance(
        items, view.shown, view.passed, view.elapsed + elapsed, settings.pace
    )
    if settings.pace is not pacing.Pace.AT_ONCE:
        for count in range(view.shown + 1, shown):
            view = looked(replace(view, shown=count), items)
    return replace(view, shown=shown, elapsed=left)


def quiet(view: View, items: tuple[Item, ...], settings: Settings) -> int | None:
    """Return for how many milliseconds nothing new comes; None is for ever."""
    if view.shown >= len(items) or _stopped(view, items):
        return None
    before = items[view.shown - 1] if view.shown else None
    wait = pacing.delay(before, items[view.shown], settings.pace)
    return None if wait is None else max(0, wait - view.elapsed - 1)


def reveal(view: View, items: tuple[Item, ...]) -> View:
    """Show the next item now; at a question to talk about, go on."""
    if _stopped(view, items):
        return replace(view, passed=view.shown, elapsed=0)
    shown = min(view.shown + 1, len(items))
    return replace(view, shown=shown, elapsed=0)


def opening(view: View, items: tuple[Item, ...], chat: ChatId | None) -> View:
    """Open a chat by hand; None is that of the story.

    A message that waits in that chat shows, and the story goes on there.
    """
    held = waits_elsewhere(view, items)
    if held is not None and (
        chat == held.chat or (chat is None and view.open in {None, held.chat})
    ):
        view = replace(view, shown=view.shown + 1, elapsed=0, open=None)
        chat = held.chat
    else:
        view = replace(view, open=chat)
        chat = open_chat(view, items)
    inside = [item for item in items[: view.shown] if item.chat == chat]
    for at in range(view.seen.get(chat, 0), len(inside)):
        if inside[at].kind is Kind.THEIRS:
            return replace(view, news=(chat, at))
    return replace(view, news=None)


def waits_elsewhere(view: View, items: tuple[Item, ...]) -> Item | None:
    """Return what comes next if that is in another chat than the story so far."""
    if not 0 < view.shown < len(items) or _stopped(view, items):
        return None
    item = items[view.shown]
    return item if pacing.elsewhere(items[view.shown - 1], item) else None


def looked(view: View, items: tuple[Item, ...]) -> View:
    """Remember that the open chat lies before the player's eyes."""
    chat = open_chat(view, items)
    count = sum(item.chat == chat for item in items[: view.shown])
    if view.seen.get(chat) == count:
        return view
    return replace(view, seen=MappingProxyType({**view.seen, chat: count}))


def story_chat(view: View, items: tuple[Item, ...]) -> ChatId:
    """Return the chat in which the story is."""
    return items[max(view.shown - 1, 0)].chat if items else ChatId("")


def open_chat(view: View, items: tuple[Item, ...]) -> ChatId:
    """Return the chat on the screen."""
    return view.open or story_chat(view, items)


def typist(view: View, items: tuple[Item, ...], settings: Settings) -> Item | None:
    """Return the message that somebody is typing now, wherever."""
    if view.shown >= len(items) or _stopped(view, items):
        return None
    before = items[view.shown - 1] if view.shown else None
    item = items[view.shown]
    types = pacing.typing(before, item, settings.pace, view.elapsed)
    return item if types else None


def waiting(session: Session, view: View, items: tuple[Item, ...]) -> Waiting:
    """Return what the play waits for."""
    held = waits_elsewhere(view, items)
    if held is not None:
        now: Waiting = Elsewhere(chat_name(session.story, held.chat))
    elif _stopped(view, items):
        now = Stopped()
    elif view.shown < len(items):
        now = Arriving()
    else:
        match session.moment:
            case Offered(choices):
                now = Choosing(choices)
            case Ended() | SteppedOut():
                now = Over()
    here = story_chat(view, items)
    if open_chat(view, items) != here:
        return Elsewhere(chat_name(session.story, here))
    return now


def rows(story: Story, view: View, items: tuple[Item, ...]) -> tuple[Row, ...]:
    """Return the chats in which something was shown or waits, the newest first."""
    came = _came(view, items)
    newest = {item.chat: at for at, item in enumerate(came)}
    here = open_chat(view, items)
    newest.setdefault(here, len(came))
    return tuple(
        _row(story, chat, came, view, here)
        for chat in sorted(newest, key=lambda chat: -newest[chat])
    )


def unread(view: View, items: tuple[Item, ...]) -> Item | None:
    """Return the newest message of another chat that was not seen yet.

    One that came before the player last went on is only counted in the list of chats:
    whoever went on once without it need not have it before the eyes any longer.
    """
    here = open_chat(view, items)
    counts: Counter[ChatId] = Counter()
    found = None
    for at, item in enumerate(_came(view, items)):
        counts[item.chat] += 1
        new = counts[item.chat] > view.seen.get(item.chat, 0) and at >= view.passed
        if new and item.chat != here and item.kind is Kind.THEIRS:
            found = item
    return found


def _came(view: View, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what was shown, and the message that waits in another chat, if any."""
    held = waits_elsewhere(view, items)
    waits = held is not None and held.kind is Kind.THEIRS
    return items[: view.shown + waits]


def _row(
    story: Story, chat: ChatId, came: tuple[Item, ...], view: View, here: ChatId
) -> Row:
    inside = [item for item in came if item.chat == chat]
    new = inside[view.seen.get(chat, 0) :] if chat != here else []
    said = [item for item in inside if item.kind in {Kind.MINE, Kind.THEIRS}]
    return Row(
        chat=chat,
        name=chat_name(story, chat),
        contact=story.cast.get(ContactId(chat)),
        last=said[-1].text if said else "",
        unread=sum(item.kind is Kind.THEIRS for item in new),
        here=chat == here,
    )


def _stopped(view: View, items: tuple[Item, ...]) -> bool:
    return view.shown > view.passed and pacing.stops(items[view.shown - 1])
