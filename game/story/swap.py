"""Other names for people of a story, for when somebody in the room has the same one.

A name is swapped wherever it stands as a word of its own. Ids stay as they are, so that
a save goes on under the other names.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias, assert_never

from game.story.model import (
    Beat,
    Choice,
    Contact,
    ContactId,
    Feeling,
    Heard,
    Line,
    Message,
    Move,
    Note,
    Response,
    Scene,
    Story,
    Talk,
)

Swap: TypeAlias = Callable[[str], str]
"""A text in, the text with other names out."""

_HANDLE: Final = re.compile(r"([^\W\d_]+)[\d_]\w*")
"""A name in an account's letters: ``jay_11``; the group is what people call them."""


def offered(story: Story) -> Mapping[ContactId, tuple[str, ...]]:
    """Return whose names can be swapped, and which names there are for each.

    A name that the story has already, or has for somebody else, is none of them.
    """
    words: set[str] = set()

    def note(text: str) -> str:
        words.update(re.findall(r"\w+", text.lower()))
        return text

    _retold(story, note)
    found: dict[ContactId, tuple[str, ...]] = {}
    for contact, names in story.names:
        free = []
        for name in (one.text for one in names):
            parts = set(re.findall(r"\w+", f"{name} {_called(name)}".lower()))
            if not parts & words:
                free.append(name)
                words |= parts
        if free:
            found[contact] = tuple(free)
    return found


def swapping(story: Story, names: Mapping[ContactId, str]) -> Swap:
    """Return what puts other *names* into a text for those of *story*.

    Small and capital letters stay as they were written; what somebody with an account
    like ``jay_11`` is called, Jay, is swapped as well. All names at once: nobody gets
    one that was swapped in for another.
    """
    forms: dict[str, str] = {}
    for contact, name in names.items():
        forms |= dict(_forms(story.cast[contact].name, name))
    if not forms:
        return str
    longest_first = sorted(forms, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    return lambda text: pattern.sub(lambda found: forms[found[0]], text)


def renamed(story: Story, names: Mapping[ContactId, str]) -> Story:
    """Return *story* with other names for some of its contacts."""
    return _retold(story, swapping(story, names)) if names else story


def _called(name: str) -> str:
    """Return what somebody is called whose account has that name."""
    handle = _HANDLE.fullmatch(name)
    return handle[1] if handle else name


def _forms(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Return each way in which a name is written, with that of the new one."""
    short, other = _called(old), _called(new)
    yield short.capitalize(), other.capitalize()
    for before, after in ((short, other), (old, new)):
        yield before.lower(), after.lower()
        yield before.upper(), after.upper()
        yield before, after


def _retold(story: Story, swap: Swap) -> Story:
    """Return a story with each of its texts as *swap* gives it."""
    adults = story.for_adults
    cast = {key: _contact(contact, swap) for key, contact in story.cast.items()}
    chats = {k: replace(chat, name=swap(chat.name)) for k, chat in story.chats.items()}
    scenes = {key: _scene(scene, swap) for key, scene in story.scenes.items()}
    responses = {key: _response(one, swap) for key, one in story.responses.items()}
    return replace(
        story,
        title=swap(story.title),
        about=swap(story.about),
        goodbye=swap(story.goodbye),
        for_adults=replace(
            adults,
            notes=swap(adults.notes),
            questions=tuple(map(swap, adults.questions)),
        ),
        cast=MappingProxyType(cast),
        chats=MappingProxyType(chats),
        scenes=MappingProxyType(scenes),
        responses=MappingProxyType(responses),
        glossary=_pairs(story.glossary, swap),
    )


def _contact(contact: Contact, swap: Swap) -> Contact:
    profile = _pairs(contact.profile, swap)
    return replace(contact, name=swap(contact.name), profile=profile)


def _pairs(pairs: Iterable[tuple[str, str]], swap: Swap) -> tuple[tuple[str, str], ...]:
    return tuple((swap(one), swap(other)) for one, other in pairs)


def _scene(scene: Scene, swap: Swap) -> Scene:
    ending = scene.ending
    if ending is not None:
        ending = replace(ending, text=swap(ending.text), offer=swap(ending.offer))
    return replace(
        scene,
        beats=tuple(_beat(beat, swap) for beat in scene.beats),
        choices=tuple(_choice(choice, swap) for choice in scene.choices),
        ending=ending,
    )


def _beat(beat: Beat, swap: Swap) -> Beat:
    return replace(beat, lines=tuple(_line(line, swap) for line in beat.lines))


def _line(line: Line, swap: Swap) -> Line:
    match line:
        case Message() | Note() | Feeling() | Talk():
            return replace(line, text=swap(line.text))
        case Heard():
            return line
        case _:
            assert_never(line)


def _choice(choice: Choice, swap: Swap) -> Choice:
    return replace(
        choice,
        text=swap(choice.text),
        why=swap(choice.why),
        moves=tuple(_move(move, swap) for move in choice.moves),
    )


def _response(response: Response, swap: Swap) -> Response:
    return replace(
        response,
        lines=tuple(_line(line, swap) for line in response.lines),
        move=_move(response.move, swap) if response.move is not None else None,
    )


def _move(move: Move, swap: Swap) -> Move:
    return replace(move, text=swap(move.text), why=swap(move.why))
