"""Every text of a story that a child meets, with who says it and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from game.check.pace import WORD
from game.source import Mark
from game.story.model import (
    Choice,
    Contact,
    ContactId,
    Heard,
    Line,
    Message,
    Response,
    Scene,
    Story,
)


class Kind(StrEnum):
    """What a text is; chat and reasons are measured apart, labels are not measured."""

    CHAT = "chat"
    REASONS = "reasons"
    LABEL = "label"


class Voice(StrEnum):
    """Whose words they are.

    ``ADULT`` is somebody trusted; ``FRIEND`` is known to the player off the phone, and
    ``STRANGER`` is not. ``STORY`` says everything that nobody in the story says.
    """

    STORY = "story"
    PLAYER = "player"
    ADULT = "adult"
    FRIEND = "friend"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and where the step or the choice stands that holds it.

    ``words`` are in small letters, with straight apostrophes; ``bare`` are the same
    words without any.
    """

    text: str
    kind: Kind
    voice: Voice
    mark: Mark
    words: tuple[str, ...] = field(compare=False, repr=False)
    bare: tuple[str, ...] = field(compare=False, repr=False)


def passages(story: Story) -> tuple[Passage, ...]:
    """Return every passage once, in the order of the story.

    A shared piece that is used twice with the same words has its passages once.
    """
    found: dict[tuple[Mark, str], Passage] = {}
    start = story.scenes[story.start].mark
    voices = {contact.id: _voice(story, contact) for contact in story.cast.values()}
    for text, kind, voice, mark in _texts(story, voices, Mark(start.file, 1, 1)):
        key = (mark, text)
        if text and key not in found:
            words = tuple(WORD.findall(text.lower().replace("\u2019", "'")))
            bare = words
            if "'" in text or "\u2019" in text:
                bare = tuple(word.replace("'", "") for word in words)
            found[key] = Passage(text, kind, voice, mark, words, bare)
    return tuple(found.values())


def _voice(story: Story, contact: Contact) -> Voice:
    if contact.id == story.player:
        return Voice.PLAYER
    if contact.trusted:
        return Voice.ADULT
    return Voice.FRIEND if contact.known else Voice.STRANGER


_Text = tuple[str, Kind, Voice, Mark]


def _texts(story: Story, voices: dict[ContactId, Voice], top: Mark) -> Iterator[_Text]:
    yield story.title, Kind.LABEL, Voice.STORY, top
    yield story.about, Kind.REASONS, Voice.STORY, top
    yield story.goodbye, Kind.REASONS, Voice.STORY, top
    for _, meaning in story.glossary:
        yield meaning, Kind.REASONS, Voice.STORY, top
    for contact in story.cast.values():
        for _, text in contact.profile:
            yield text, Kind.LABEL, voices[contact.id], contact.mark
    for scene in story.scenes.values():
        yield from _scene(scene, voices)
    for response in story.responses.values():
        yield from _response(response, voices)


def _scene(scene: Scene, voices: dict[ContactId, Voice]) -> Iterator[_Text]:
    for beat in scene.beats:
        yield from _lines(beat.lines, voices)
    for choice in scene.choices:
        yield from _choice(choice)
    if scene.ending is not None:
        yield scene.ending.text, Kind.REASONS, Voice.STORY, scene.ending.mark
        yield scene.ending.offer, Kind.REASONS, Voice.STORY, scene.ending.mark


def _choice(choice: Choice) -> Iterator[_Text]:
    kind = Kind.CHAT if choice.spoken else Kind.REASONS
    yield choice.text, kind, Voice.PLAYER, choice.mark
    yield choice.why, Kind.REASONS, Voice.STORY, choice.mark


def _response(response: Response, voices: dict[ContactId, Voice]) -> Iterator[_Text]:
    yield from _lines(response.lines, voices)
    if response.move is not None:
        yield response.move.why, Kind.REASONS, Voice.STORY, response.mark


def _lines(lines: tuple[Line, ...], voices: dict[ContactId, Voice]) -> Iterator[_Text]:
    for line in lines:
        match line:
            case Message():
                yield line.text, Kind.CHAT, voices[line.speaker], line.mark
            case Heard():
                pass
            case _:
                yield line.text, Kind.REASONS, Voice.STORY, line.mark
