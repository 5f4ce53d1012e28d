"""Which sound belongs to what just changed on the phone. Pure; makes none itself."""

from dataclasses import dataclass
from enum import StrEnum

from game.phone.actions import Place
from game.phone.phone import Phone
from game.phone.play import Play
from game.phone.transcript import Item, Kind
from game.phone.view import open_chat
from game.story.model import ChatId, ContactId, Heard


class Cue(StrEnum):
    """A small sound; the value is the name of its file."""

    MESSAGE_IN = "message-in"
    MESSAGE_SENT = "message-sent"
    CHOICE = "choice"
    SOMEONE_LISTENS = "someone-listens"
    PAGE = "page"
    ELSEWHERE = "elsewhere"
    UNLOCK = "unlock"
    END = "end"


@dataclass(frozen=True, slots=True)
class Moment:
    """What of the phone can be heard: its page, and how far a play has come.

    ``on`` is whether sounds are wanted. ``play`` tells one play from another.
    ``shown`` are the items on the screen, oldest first, ``chat`` is the open chat,
    None where nothing is played, ``done`` counts commands, and ``listeners`` are the
    adults who have been seen to listen.
    """

    on: bool
    place: Place
    turned: int = 0
    play: int = 0
    shown: tuple[Item, ...] = ()
    chat: ChatId | None = None
    done: int = 0
    listeners: frozenset[ContactId] = frozenset()


def moment(phone: Phone) -> Moment:
    """Return what can be heard of a phone as it is now."""
    play = phone.play
    if play is None:
        return Moment(phone.settings.sound, phone.place, phone.turned)
    return Moment(
        phone.settings.sound,
        phone.place,
        phone.turned,
        id(play),
        play.items[: play.view.shown],
        open_chat(play.view, play.items),
        len(play.session.journal),
        _listeners(play),
    )


def cue(before: Moment, after: Moment) -> Cue | None:
    """Return the one sound of a change, None where it is silent.

    What matters most is heard, and that sounds are on again. A page that only opens or
    closes makes no sound, nor does anything on the drawing page, or going back to an
    earlier moment.
    """
    if after.place is Place.DRAWING or not after.on:
        return None
    if not before.on:
        return Cue.CHOICE
    if after.place is not before.place:
        return _opened(before.place, after.place) or _played(before, after)
    if after.place is Place.CLOSING and after.turned != before.turned:
        return Cue.PAGE
    return _played(before, after)


def _opened(before: Place, after: Place) -> Cue | None:
    match before, after:
        case _, Place.CLOSING if before is not Place.DRAWING:
            return Cue.END
        case Place.LOCK, Place.CHAT:
            return Cue.UNLOCK
        case Place.HOME, Place.ABOUT:
            return Cue.PAGE
        case _:
            return None


def _played(before: Moment, after: Moment) -> Cue | None:
    """Return the sound of what came into a play."""
    if after.play != before.play or after.done < before.done:
        return None
    if after.listeners - before.listeners:
        return Cue.SOMEONE_LISTENS
    new = after.shown[len(before.shown) :]
    theirs = [item.chat for item in new if item.kind is Kind.THEIRS]
    if after.done > before.done:
        spoken = any(item.kind is Kind.MINE for item in new)
        return Cue.MESSAGE_SENT if spoken else Cue.CHOICE
    if theirs:
        return Cue.MESSAGE_IN if after.chat in theirs else Cue.ELSEWHERE
    if any(item.kind is Kind.MINE for item in new):
        return Cue.MESSAGE_SENT
    return None


def _listeners(play: Play) -> frozenset[ContactId]:
    """Return who listened, of the steps that are on the screen to their ends."""
    found: set[ContactId] = set()
    count = 0
    for step, items in zip(play.session.steps, play.steps, strict=True):
        count += len(items)
        if count <= play.view.shown:
            found.update(
                event.adult for event in step.events if isinstance(event, Heard)
            )
    return frozenset(found)
