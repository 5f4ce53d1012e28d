"""A story as the engine plays it: frozen, typed, complete.

Knows nothing of YAML, screens or how a play is going.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final, NewType, TypeAlias

from game.source import Mark
from game.values import value

SceneId = NewType("SceneId", str)
ContactId = NewType("ContactId", str)
ChatId = NewType("ChatId", str)
ChoiceId = NewType("ChoiceId", str)
LineId = NewType("LineId", str)
MoveId = NewType("MoveId", str)

BACK: Final = SceneId("back")
"""Not a scene: the place where telling began."""

Facts: TypeAlias = tuple[int, ...]
"""The values of a story's facts, in the order of ``Story.facts``."""


class Band(StrEnum):
    """For which ages a story is written."""

    SEVEN = "7-9"
    NINE = "9-11"
    ELEVEN = "11-14"
    FOURTEEN = "14+"

    @property
    def older(self) -> bool:
        """Whether a grown-up looks at stories of this band before a child plays."""
        return self in {Band.ELEVEN, Band.FOURTEEN}


class Skill(StrEnum):
    """What a safety move practises, in the order the closing pages show them."""

    NOTICE = "notice"
    PROTECT = "protect"
    SAY_NO = "say-no"
    KEEP_PROOF = "keep-proof"
    BLOCK_AND_REPORT = "block-and-report"
    TELL = "tell"


class Action(StrEnum):
    """What can be done with a contact at every moment, besides telling."""

    LOOK = "look"
    SAVE = "save"
    BLOCK = "block"
    REPORT = "report"


@value()
class Contact:
    """Somebody in the story.

    ``profile`` holds label and text of each row of the profile card, in order.
    """

    id: ContactId
    name: str
    picture: str = "blank"
    profile: tuple[tuple[str, str], ...] = ()
    trusted: bool = False
    family: bool = False
    known: bool = False
    face_to_face: bool = False
    mark: Mark = field(default=Mark("", 1, 1), compare=False, repr=False)


@value()
class Chat:
    """A thread of messages: with one contact, or a group.

    ``members`` does not name the player. A chat with one contact has the contact's
    id and name.
    """

    id: ChatId
    name: str
    members: tuple[ContactId, ...]
    group: bool = False


@value()
class Message:
    """A contact, or the player in a scripted line, writes or says something."""

    id: LineId
    speaker: ContactId
    chat: ChatId
    text: str
    mark: Mark = field(compare=False, repr=False)


@value()
class Drawing:
    """A drawing that is shown, by its name in ``assets/pictures``."""

    name: str
    mark: Mark = field(compare=False, repr=False)


@value()
class Note:
    """The story says something, with a drawing if there is one."""

    id: LineId
    text: str
    mark: Mark = field(compare=False, repr=False)
    picture: Drawing | None = None


@value()
class Feeling:
    """What the player feels; ``mood`` picks a picture, empty for the usual one."""

    id: LineId
    text: str
    mood: str
    mark: Mark = field(compare=False, repr=False)


@value()
class Talk:
    """A question to stop at when playing with others."""

    id: LineId
    text: str
    mark: Mark = field(compare=False, repr=False)


@value()
class Heard:
    """From here on this adult has listened."""

    adult: ContactId


Line: TypeAlias = Message | Note | Feeling | Talk | Heard


@value()
class Move:
    """A safety move: the skill it practises, what was done, and why it helps.

    Two choices that are the same move have moves of one ``id``.
    """

    id: MoveId
    skill: Skill
    text: str
    why: str


@value()
class Condition:
    """Something that holds or not.

    ``test`` answers for the facts of a state, with 0 for no; ``reads`` are the
    indexes it looks at.
    """

    text: str
    reads: frozenset[int]
    test: Callable[[Facts], int] = field(compare=False, repr=False)
    mark: Mark = field(default=Mark("", 1, 1), compare=False, repr=False)


@value()
class Effect:
    """Set the fact at index ``slot`` to ``value``, or move it by ``value``.

    A value that leaves the fact's range stops at its end.
    """

    slot: int
    value: int
    by: bool = False


@value()
class Fact:
    """Something a story remembers: a whole number from ``low`` to ``high``.

    ``switch`` tells a yes/no fact from a range.
    """

    name: str
    low: int
    high: int
    start: int
    switch: bool = False
    mark: Mark = field(default=Mark("", 1, 1), compare=False, repr=False)


@value()
class Choice:
    """Something the player may answer or do.

    ``spoken`` choices are words that go into ``chat``; the others are told.
    ``loop`` numbers the round of scenes that the choice stays inside, or is -1 when
    it leads on for good; a choice with a loop is gone once it was taken.
    """

    id: ChoiceId
    scene: SceneId
    text: str
    spoken: bool
    chat: ChatId | None
    goto: SceneId
    why: str = ""
    moves: tuple[Move, ...] = ()
    does: tuple[tuple[Action, ContactId], ...] = ()
    effects: tuple[Effect, ...] = ()
    when: Condition | None = None
    risk: bool = False
    loop: int = -1
    mark: Mark = field(default=Mark("", 1, 1), compare=False, repr=False)


@value()
class Ending:
    """Where a story ends; ``offer`` is what still can be done, or empty."""

    id: LineId
    text: str
    offer: str
    mark: Mark = field(compare=False, repr=False)
    picture: Drawing | None = None


@value()
class Beat:
    """Lines shown together when ``when`` holds, and what they change.

    With a ``goto`` the scene is left after them.
    """

    lines: tuple[Line, ...] = ()
    effects: tuple[Effect, ...] = ()
    when: Condition | None = None
    goto: SceneId | None = None


@value()
class Scene:
    """Beats in order, then choices, or an ending, or neither when a beat leads on.

    ``aside`` scenes are those from which a way leads back to where telling began;
    ``telling`` ones are those that only telling leads to; ``loop`` numbers the round
    of scenes it lies on, -1 if none.
    """

    id: SceneId
    beats: tuple[Beat, ...]
    choices: tuple[Choice, ...] = ()
    ending: Ending | None = None
    ordinary: bool = False
    aside: bool = False
    telling: bool = False
    loop: int = -1
    mark: Mark = field(default=Mark("", 1, 1), compare=False, repr=False)


@value()
class Response:
    """What follows when an always-available action is taken on a contact.

    ``slot`` is the fact that remembers it, None where nothing reads it.
    """

    action: Action
    contact: ContactId
    lines: tuple[Line, ...] = ()
    move: Move | None = None
    goto: SceneId | None = None
    slot: int | None = None
    mark: Mark = field(default=Mark("", 1, 1), compare=False, repr=False)


@value()
class Telling:
    """The scenes that telling an adult opens, first time first.

    ``slot`` is the fact that counts how often the adult was told.
    """

    adult: ContactId
    scenes: tuple[SceneId, ...]
    slot: int


@value()
class OtherName:
    """A name to swap in for that of somebody in the story."""

    text: str
    mark: Mark = field(default=Mark("", 1, 1), compare=False, repr=False)


@value()
class ForAdults:
    """What a grown-up reads before a child plays."""

    notes: str
    questions: tuple[str, ...]
    reviewed_by: str


@value()
class Story:
    """A whole story.

    Mappings are read-only and in the order of the file. ``heard`` is the index of the
    fact that says whether an adult has listened. ``edition`` changes with the text.
    """

    id: str
    title: str
    about: str
    band: Band
    minutes: int
    skills: tuple[Skill, ...]
    for_adults: ForAdults
    goodbye: str
    player: ContactId
    cast: Mapping[ContactId, Contact]
    chats: Mapping[ChatId, Chat]
    facts: tuple[Fact, ...]
    start: SceneId
    scenes: Mapping[SceneId, Scene]
    responses: Mapping[tuple[Action, ContactId], Response]
    tellings: Mapping[ContactId, Telling]
    heard: int
    pressure: frozenset[SceneId] = frozenset()
    counted: bool = True
    harmless: bool = False
    curriculum: tuple[tuple[str, tuple[str, ...]], ...] = ()
    names: tuple[tuple[ContactId, tuple[OtherName, ...]], ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    edition: str = ""
