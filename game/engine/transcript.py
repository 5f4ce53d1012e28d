"""A play as text: the ``.chat`` files that stories are tested with.

One thing per line; lines that start with ``> `` are what the player does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from game.engine.events import (
    Act,
    Acted,
    Command,
    Ended,
    Event,
    Explained,
    Moved,
    Offered,
    Pick,
    Picked,
    Returned,
    StepOut,
    SteppedOut,
    Tell,
    Telling,
)
from game.engine.session import Session
from game.story.model import (
    Action,
    ContactId,
    Feeling,
    Heard,
    Message,
    Note,
    Talk,
)


class TranscriptError(Exception):
    """A line of a play-through asks for something that is not possible there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the player does, and in which line of a play-through, counted from 1."""

    line: int
    text: str


def asked(text: str) -> tuple[Asked, ...]:
    """Return what the player does in a play-through, in order, with its lines."""
    return tuple(
        Asked(number, line.removeprefix("> ").strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if line.startswith("> ")
    )


def picks(text: str) -> tuple[str, ...]:
    """Return what the player does in a play-through, in order."""
    return tuple(one.text for one in asked(text))


def command_for(session: Session, pick: str) -> Command:
    """Return the command that a line asks for: a choice's text, or an action.

    Raises:
        TranscriptError: If that is not possible at this moment.
    """
    if isinstance(session.moment, Offered):
        for choice in session.moment.choices:
            if choice.text == pick:
                return Pick(choice.id)
    word, _, who = pick.partition(" ")
    if pick == "step out":
        return StepOut()
    if word == "tell" and who in session.story.tellings:
        return Tell(ContactId(who))
    if word in list(Action) and who in session.story.cast:
        return Act(Action(word), ContactId(who))
    now = session.moment
    offered = (
        [choice.text for choice in now.choices] if isinstance(now, Offered) else []
    )
    raise TranscriptError(f"{pick!r} is not possible here; there is: {offered}")


def play(session: Session, steps: tuple[str, ...]) -> Iterator[str]:
    """Play the steps and yield the transcript line by line, without line ends.

    Raises:
        TranscriptError: If a step is not possible.
        IllegalCommandError: Likewise, where the rules of play refuse it.
    """
    for event in session.steps[-1].events:
        yield from lines(event)
    for pick in steps:
        command = command_for(session, pick)
        yield f"> {pick}"
        for event in session.send(command):
            yield from lines(event)


def lines(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0911, PLR0912 - one case an event
    """Say an event as a play-through does."""
    match event:
        case Message(speaker=speaker, text=text, chat=chat):
            place = "" if str(chat) == str(speaker) else f" (in {chat})"
            return (f"{speaker}{place}: {text}",)
        case Note(text=text):
            return (f"note: {text}",)
        case Feeling(text=text):
            return (f"feel: {text}",)
        case Talk(text=text):
            return (f"talk: {text}",)
        case Heard(adult):
            return (f"heard {adult}",)
        case Explained(why):
            return (f"why: {why}",)
        case Moved(move):
            return (f"move: {move.id}",)
        case Acted(action, contact):
            return (f"({action.value} {contact})",)
        case Telling(adult):
            return (f"(telling {adult})",)
        case Returned():
            return ("(back to where telling began)",)
        case Offered(choices):
            return tuple(f"- {choice.text}" for choice in choices)
        case Ended(ending):
            offer = (f"offer: {ending.offer}",) if ending.offer else ()
            return (f"= {ending.text}", *offer)
        case SteppedOut():
            return ("= stepped out",)
        case Picked():
            return ()
        case _:
            assert_never(event)
