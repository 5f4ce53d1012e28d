"""Every text of a story that a child meets, with who says it and where it stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from game.check.pace import words_in
from game.source import Mark
from game.story.model import (
    Contact,
    ContactId,
    Feeling,
    Heard,
    Line,
    Message,
    Note,
    Response,
    Scene,
    Story,
    Talk,
)
from game.values import value

TOGETHER: Final = 1000
"""Passages that are looked through as one text; more would only take memory."""


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


@value()
class Passage:
    """A text, and where the step or the choice stands that holds it."""

    text: str
    kind: Kind
    voice: Voice
    mark: Mark

    @property
    def words(self) -> list[str]:
        """Its words in small letters, with straight apostrophes."""
        return words_in(self.text)

    @property
    def bare(self) -> list[str]:
        """Its words in small letters, without apostrophes."""
        return [word.replace("'", "") for word in self.words]


def passages(story: Story) -> Iterator[Passage]:
    """Yield every passage once, in the order of the story.

    A shared piece that is used twice with the same words has its passages once.
    """
    top = Mark(story.scenes[story.start].mark.file, 1, 1)
    voices = {contact.id: _voice(story, contact) for contact in story.cast.values()}
    shared: set[tuple[Mark, str]] = set()
    here, said = top, set[str]()
    for passage in _passages(story, voices, top):
        text, mark = passage.text, passage.mark
        # In the story's own file, only what stands together has one mark.
        if mark is not here:
            here, said = mark, set()
        if (
            not text
            or text in said
            or (mark.file != top.file and (mark, text) in shared)
        ):
            continue
        said.add(text)
        if mark.file != top.file:
            shared.add((mark, text))
        yield passage


def holding(
    passages: Sequence[Passage],
    find: Callable[[str], Iterable[int]],
    *,
    written: Callable[[str], str] = str,
) -> Iterator[Passage]:
    """Yield the passages in which something is found, in order.

    Args:
        passages: They are many, and few hold anything: many texts are looked through
            as one, which takes a fraction of the time.
        find: Returns where things begin in a text, in any order.
        written: How texts are to be written where it looks.
    """
    for start in range(0, len(passages), TOGETHER):
        some = passages[start : start + TOGETHER]
        text = written(_BETWEEN.join([one.text for one in some]))
        last, at, here = -1, 0, 0
        for spot in sorted(find(text)):
            at, here = at + text.count(_BETWEEN, here, spot), spot
            if at != last:
                yield some[at]
            last = at


_BETWEEN: Final = "\0"
"""Stands between texts; none has it, since no file with it is read."""


def _voice(story: Story, contact: Contact) -> Voice:
    if contact.id == story.player:
        return Voice.PLAYER
    if contact.trusted:
        return Voice.ADULT
    return Voice.FRIEND if contact.known else Voice.STRANGER


def _passages(
    story: Story, voices: dict[ContactId, Voice], top: Mark
) -> Iterator[Passage]:
    yield Passage(story.title, Kind.LABEL, Voice.STORY, top)
    yield Passage(story.about, Kind.REASONS, Voice.STORY, top)
    yield Passage(story.goodbye, Kind.REASONS, Voice.STORY, top)
    for _, meaning in story.glossary:
        yield Passage(meaning, Kind.REASONS, Voice.STORY, top)
    for contact in story.cast.values():
        for _, text in contact.profile:
            yield Passage(text, Kind.LABEL, voices[contact.id], contact.mark)
    for scene in story.scenes.values():
        yield from _scene(scene, voices)
    for response in story.responses.values():
        yield from _response(response, voices)


def _scene(scene: Scene, voices: dict[ContactId, Voice]) -> Iterator[Passage]:
    for beat in scene.beats:
        yield from _lines(beat.lines, voices)
    for choice in scene.choices:
        kind = Kind.CHAT if choice.spoken else Kind.REASONS
        yield Passage(choice.text, kind, Voice.PLAYER, choice.mark)
        if choice.why:
            yield Passage(choice.why, Kind.REASONS, Voice.STORY, choice.mark)
    end = scene.ending
    if end is not None:
        yield Passage(end.text, Kind.REASONS, Voice.STORY, end.mark)
        yield Passage(end.offer, Kind.REASONS, Voice.STORY, end.mark)


def _response(response: Response, voices: dict[ContactId, Voice]) -> Iterator[Passage]:
    yield from _lines(response.lines, voices)
    if response.move is not None:
        yield Passage(response.move.why, Kind.REASONS, Voice.STORY, response.mark)


def _lines(lines: tuple[Line, ...], voices: dict[ContactId, Voice]) -> list[Passage]:
    # No generator: for each few lines of a scene, that would take twice as long.
    return [_line(line, voices) for line in lines if not isinstance(line, Heard)]


def _line(
    line: Message | Note | Feeling | Talk, voices: dict[ContactId, Voice]
) -> Passage:
    if isinstance(line, Message):
        return Passage(line.text, Kind.CHAT, voices[line.speaker], line.mark)
    return Passage(line.text, Kind.REASONS, Voice.STORY, line.mark)
