"""Everything the terminal says, as lines of plain text.

One thing a line, the speaker named, no colour and no drawing characters: a screen
reader and a pipe get the same as the eye. Reads and writes nothing.
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

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
from game.help.directory import HelpPage, Nation, Service
from game.score.summary import Summary
from game.score.words import headline, skill_name
from game.story.model import (
    Action,
    ChatId,
    Choice,
    Contact,
    ContactId,
    Feeling,
    Heard,
    Message,
    Note,
    Story,
    Talk,
)
from game.words import say


def lines(  # noqa: C901, PLR0911 - one case an event
    story: Story, event: Event
) -> tuple[str, ...]:
    """Return what an event says."""
    match event:
        case Message() | Note() | Feeling() | Talk() | Heard():
            return _told(story, event)
        case Picked(choice):
            return (picked(story, choice),)
        case Explained(why):
            return (say("Why: {why}").format(why=why),)
        case Acted(action, contact):
            return _acted(story, action, contact)
        case Telling(adult):
            turns = say("{player} goes to {adult}.")
            return (turns.format(player=_player(story), adult=_name(story, adult)),)
        case Returned():
            return (
                say("The story goes on from where {player} was.").format(
                    player=_player(story)
                ),
            )
        case Offered(choices):
            return numbered(choice.text for choice in choices)
        case Ended(ending):
            return (ending.text,)
        case SteppedOut():
            return (say("{player} steps out here.").format(player=_player(story)),)
        case Moved():
            # The moves come on the closing pages, with their reasons.
            return ()
        case _:
            assert_never(event)


def numbered(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts with numbers from 1, to choose from."""
    return tuple(f"{number}. {text}" for number, text in enumerate(texts, 1))


def picked(story: Story, choice: Choice) -> str:
    """Return what the player said or did."""
    if not choice.spoken:
        return choice.text
    return _said(story, choice.chat, choice.text)


def opening(story: Story) -> tuple[str, ...]:
    """Return what is read before a story starts."""
    return (
        story.title,
        say("What this story is about: {about}").format(about=story.about),
        say("You play {player}. You can stop at any time.").format(
            player=_player(story)
        ),
        say("Type o to step out of the story, or q to close it at once."),
    )


def commands(story: Story) -> tuple[str, ...]:
    """Return the list of what can be typed at a choice."""
    return (
        say("Type the number of a choice, or one of these letters:"),
        say("t: tell someone"),
        say("p: look at a profile"),
        say("s: save the messages"),
        say("b: block somebody"),
        say("r: report somebody"),
        say("u: undo, one step back"),
        say("o: step out of the story"),
        say("h: who can help you for real"),
        *((say("w: what some words mean"),) if story.glossary else ()),
        say("q: close at once"),
    )


def profile(contact: Contact) -> tuple[str, ...]:
    """Return the rows of a profile card."""
    return tuple(f"{label}: {text}" for label, text in contact.profile)


def glossary(story: Story) -> tuple[str, ...]:
    """Return what the story's words mean."""
    return tuple(f"{word}: {meaning}" for word, meaning in story.glossary)


def moves(story: Story, summary: Summary) -> tuple[str, ...]:
    """Return the headline, and each move with its reason."""
    shown = [headline(story, summary) + ("." if not summary.made else ":")]
    for one in summary.made:
        shown.append(f"{skill_name(one.move.skill)}: {one.move.text}")
        shown.append(say("Why: {why}").format(why=one.move.why))
    if not summary.made:
        whenever = say("{player} can tell someone whenever it feels right.")
        shown.append(whenever.format(player=_player(story)))
    return tuple(shown)


def ideas(summary: Summary) -> tuple[str, ...]:
    """Return the other things that can help, numbered; there is at least one."""
    return (
        say("Other things that can help:"),
        *numbered(
            f"{skill_name(idea.move.skill)}: {idea.move.text}" for idea in summary.other
        ),
    )


def nations(known: Sequence[Nation]) -> tuple[str, ...]:
    """Return the nations that have a help page, numbered."""
    return numbered(nation.name for nation in known)


def help_page(nation: Nation, page: HelpPage) -> tuple[str, ...]:
    """Return a help page: danger first, then each service, then the note."""
    shown = [
        say("Who can help: {nation}").format(nation=nation.name),
        page.emergency,
    ]
    if page.emergency_seen is not None:
        shown.append(page.emergency_seen)
    for service in page.services:
        shown += ("", *_service(service))
    return (*shown, "", page.note)


def leaving(page: HelpPage) -> str:
    """Return the line for somebody who leaves without reaching the closing pages."""
    for service in page.services:
        if service.phone is not None:
            helper = say("You can talk to {service}: {phone}.")
            return " ".join(
                (
                    say("The story stops here."),
                    say("If something worries you, tell someone you trust."),
                    helper.format(service=service.name, phone=service.phone),
                )
            )
    return " ".join(
        (
            say("The story stops here."),
            say("If something worries you, tell someone you trust."),
        )
    )


def _told(
    story: Story, line: Message | Note | Feeling | Talk | Heard
) -> tuple[str, ...]:
    match line:
        case Message():
            return (_message(story, line),)
        case Note(text=text):
            return (text,)
        case Feeling(text=text):
            return (say("Feeling: {text}").format(text=text),)
        case Talk(text=text):
            return (say("To talk about: {text}").format(text=text),)
        case Heard():
            # What the adult says shows it.
            return ()
        case _:
            assert_never(line)


def _message(story: Story, message: Message) -> str:
    speaker = _name(story, message.speaker)
    chat = story.chats.get(message.chat)
    if chat is not None and chat.group:
        place = say("{speaker} in {chat}: {text}")
        return place.format(speaker=speaker, chat=chat.name, text=message.text)
    if message.speaker == story.player:
        return _said(story, message.chat, message.text)
    return f"{speaker}: {message.text}"


def _said(story: Story, chat: ChatId | None, text: str) -> str:
    """Return the player's own words: spoken to who is there, written to the others."""
    contact = None if chat is None else story.cast.get(ContactId(chat))
    if contact is not None and contact.face_to_face:
        line = say("{player} says: {text}")
    else:
        line = say("{player} writes: {text}")
    return line.format(player=_player(story), text=text)


def _acted(story: Story, action: Action, contact: ContactId) -> tuple[str, ...]:
    player, name = _player(story), _name(story, contact)
    match action:
        case Action.LOOK:
            line = say("{player} looks at the profile of {name}.")
        case Action.SAVE:
            line = say("{player} saves the messages from {name}.")
        case Action.BLOCK:
            line = say("{player} blocks {name}.")
        case Action.REPORT:
            line = say("{player} reports {name}.")
        case _:
            assert_never(action)
    shown = line.format(player=player, name=name)
    rows = profile(story.cast[contact]) if action is Action.LOOK else ()
    return (shown, *rows)


def _service(service: Service) -> tuple[str, ...]:
    shown = [
        service.name,
        say("For: {who}").format(who=service.who_for),
        *(f"{label}: {text}" for label, text in service.ways()),
    ]
    if service.notes is not None:
        shown.append(service.notes)
    if service.what_happens:
        shown.append(say("What happens when you get in touch:"))
    return (*shown, *service.what_happens, *service.what_happens_seen, service.seen)


def _player(story: Story) -> str:
    return _name(story, story.player)


def _name(story: Story, contact: ContactId) -> str:
    return story.cast[contact].name
