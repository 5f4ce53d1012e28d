"""The keys of the story format: what may stand where, and what it is for.

The parser takes the names from here, and the schema for editors everything. The words
about a key are for those who write stories; the reference of the format says the same.
"""

from collections.abc import Iterable, KeysView, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from game.story.model import Action, Band, Skill


class Name(Enum):
    """What the author calls things: which names a table of the author's own holds."""

    CONTACT = auto()
    SCENE = auto()
    FACT = auto()
    OTHER = auto()
    ANY = auto()


class Plain(Enum):
    """What is written as one text, and needs nothing more to be said of it.

    ``FACT_START`` is how a fact starts: yes, no, or a range that starts at its first
    number. ``FACT_CHANGE`` is what a fact is set to, or by how much it moves.
    ``ANYTHING`` is read by nobody.
    """

    TEXT = auto()
    YES_NO = auto()
    CONDITION = auto()
    FACT_START = auto()
    FACT_CHANGE = auto()
    ANYTHING = auto()


class Part(Enum):
    """A part of a scene, which has rules of its own."""

    STEP = auto()
    CHOICE = auto()


@dataclass(frozen=True, slots=True)
class Id:
    """The id of something; ``inside`` if a scene inside a piece can be meant."""

    inside: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from ``low`` to ``high``."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list with at least ``least`` items; ``one`` if a single one can stand alone."""

    item: "Value"
    least: int = 0
    one: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """A table with names of the author's own, at most ``most`` unless that is 0."""

    name: Name
    value: "Value"
    most: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with these keys and no others."""

    keys: tuple["Key", ...]


@dataclass(frozen=True, slots=True)
class TableOr:
    """A table, or short for it something else."""

    table: Table
    short: "Value"


Single: TypeAlias = Plain | Id | Number | OneOf
"""What is written as one text."""

Value: TypeAlias = Single | Items | Names | Table | TableOr | Part


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table.

    ``about`` says in plain words, with Markdown's backticks, what it holds. ``beside``
    is another key that has to be there as well.
    """

    name: str
    value: Value
    about: str
    needed: bool = False
    beside: str = ""


def names(keys: Iterable[Key]) -> KeysView[str]:
    """Return the names of keys, a set in the order in which hints list them."""
    return dict.fromkeys(key.name for key in keys).keys()


def needed(keys: Iterable[Key]) -> tuple[str, ...]:
    """Return the names of the keys that have to be there."""
    return tuple(key.name for key in keys if key.needed)


MAX_FACTS: Final = 12
"""Facts that a story may declare: the checker visits every state it can be in."""

_ID: Final = Id()
_SCENE: Final = Id(inside=True)
_TEXTS: Final = Items(Plain.TEXT, one=True)
_SKILL: Final = OneOf(tuple(Skill))

IF: Final = Key(
    "if",
    Plain.CONDITION,
    "a condition, as in `knows_street and not blocked.jay`; without it, always",
)
_LINE_ID: Final = Key(
    "id", _ID, "names it for saves and translations; `ids` writes one for each"
)
_MOOD: Final = Key(
    "mood", _ID, "picks a picture: `sam-worried` for Sam and `mood: worried`"
)
_DRAWING: Final = Key(
    "picture", _ID, "a drawing shown with it: its name in `assets/pictures`"
)
_SET: Final = Names(Name.FACT, Plain.FACT_CHANGE)

CONTACT: Final = (
    Key("name", Plain.TEXT, "the name as the phone shows it", needed=True),
    Key(
        "picture",
        _ID,
        "the name of a drawing in `assets/pictures`, without `.svg`; "
        "`blank` when left out",
    ),
    Key(
        "profile",
        Names(Name.ANY, Plain.TEXT),
        "what the profile card says: any labels with short texts, in order",
    ),
    Key(
        "trusted",
        Plain.YES_NO,
        "`yes` for an adult who can be told; "
        "a story has at least two, and one outside the family",
    ),
    Key("family", Plain.YES_NO, "`yes` for somebody of the player's family"),
    Key("known", Plain.YES_NO, "`yes` for somebody the player knows off the phone"),
    Key(
        "face-to-face",
        Plain.YES_NO,
        "`yes` when talking to them does not happen on the phone",
    ),
)

CHAT: Final = (
    Key("name", Plain.TEXT, "the name of the group as the phone shows it", needed=True),
    Key("with", Items(_ID, one=True), "the ids of those who are in it", needed=True),
)

FACT: Final = (
    Key("from", Number(0, 999), "the lowest number", needed=True),
    Key("to", Number(0, 999), "the highest number, at most 9 above", needed=True),
    Key("start", Number(0, 999), "the number at the start of a play", needed=True),
)

CHOICE: Final = (
    Key("say", Plain.TEXT, "what the player writes or says; or else `do`"),
    Key("do", Plain.TEXT, "what the player does; or else `say`"),
    Key("goto", _SCENE, "the scene it leads to, or `back`", needed=True),
    Key("why", Plain.TEXT, "the reason, shown after the choice; needed with `move`"),
    Key("move", _SKILL, "the skill of a safety move", beside="why"),
    Key(
        "as",
        _ID,
        "the name of the move; "
        "two choices with one name are the same move, counted once",
        beside="move",
    ),
    Key("if", Plain.CONDITION, "when it is there to choose"),
    Key("set", _SET, "as in a step"),
    Key("save", _ID, "the contact whose messages are saved by it as well"),
    Key("block", _ID, "the contact who is blocked by it as well"),
    Key("report", _ID, "the contact who is reported by it as well"),
    Key(
        "to",
        _ID,
        "the chat the words go to, when it is not the chat of the last message; "
        "only with `say`",
        beside="say",
    ),
    Key("risk", Plain.YES_NO, "`yes` for a choice that a way back has to follow"),
    Key("id", _ID, _LINE_ID.about),
)

STEPS: Final = (
    Key("note", Plain.TEXT, "the story says something"),
    Key("feel", Plain.TEXT, "the player's own feeling or body signal"),
    Key("talk", Plain.TEXT, "a question to stop at when playing with others"),
    Key(
        "set",
        _SET,
        "remembers: a fact, then `yes`, `no`, a number, or `+1` or `-1` for a step",
    ),
    Key("heard", _ID, "from here on this adult has listened"),
    Key(
        "goto",
        _SCENE,
        "goes on in that scene; with `if`, only then; "
        "`back` returns to where telling began",
    ),
    Key(
        "use", Plain.TEXT, "plays a shared piece: the name of its file, without `.yaml`"
    ),
    Key("choose", Items(Part.CHOICE, least=1), "a moment of choice"),
    Key("end", Plain.TEXT, "an ending"),
)
"""The keys that make a step; beside a message, a contact's id does."""

MESSAGE: Final = "that contact writes, or says, the text"
"""What a step is for that a contact's id makes."""

MESSAGE_BESIDE: Final = (
    IF,
    _LINE_ID,
    Key("in", _ID, "puts it into another chat than the contact's own"),
)
"""What may stand beside a message."""

STEP_BESIDE: Final[Mapping[str, tuple[Key, ...]]] = {
    "note": (IF, _LINE_ID, _DRAWING),
    "feel": (IF, _LINE_ID, _MOOD),
    "talk": (IF, _LINE_ID),
    "set": (IF,),
    "heard": (IF,),
    "goto": (IF,),
    "use": (
        Key(
            "with",
            Names(Name.OTHER, Plain.TEXT),
            "what the piece needs: the id of a contact, or a text",
        ),
        Key(
            "outcomes",
            Names(Name.OTHER, _SCENE),
            "the scene, or `back`, that follows each way in which the piece comes out",
        ),
    ),
    "choose": (Key("ordinary", Plain.YES_NO, "`yes` where no choice is about safety"),),
    "end": (
        Key(
            "offer",
            Plain.TEXT,
            "lets the player still tell somebody; "
            "needed where nobody may have been told",
        ),
        _LINE_ID,
        _DRAWING,
    ),
}
"""What may stand beside each kind of step."""

RESERVED: Final = frozenset(
    {
        *names(STEPS),
        *names(MESSAGE_BESIDE),
        *(name for keys in STEP_BESIDE.values() for name in names(keys)),
        "back",
    }
)
"""Words that a step may hold and that a contact therefore cannot be called."""

FACT_RESERVED: Final = frozenset({"heard", "yes", "no", "and", "or", "not"})
"""Words that mean something in a condition and that no fact can be called."""

_SCENES: Final = Names(Name.SCENE, Items(Part.STEP, least=1))

ANSWER: Final = (
    Key("move", _SKILL, "the skill of a safety move", beside="why"),
    Key("why", Plain.TEXT, "why the move helps; a child reads it", beside="move"),
    Key("as", _ID, "the name of the move, to count it once", beside="move"),
    Key("feel", Plain.TEXT, "the player's own feeling afterwards"),
    Key("mood", _ID, _MOOD.about),
    Key("note", Plain.TEXT, "what the story says afterwards"),
    Key("goto", _SCENE, "the scene that blocking leads to"),
)
_STAYING: Final = tuple(key for key in ANSWER if key.name != "goto")

_ANSWERS: Final[Mapping[Action, tuple[str, Value]]] = {
    Action.LOOK: ("looking at their profile", Table(_STAYING)),
    Action.SAVE: ("saving their messages", Table(_STAYING)),
    Action.BLOCK: (
        "blocking them: a table, or the scene it leads to",
        TableOr(Table(ANSWER), _SCENE),
    ),
    Action.REPORT: ("reporting them", Table(_STAYING)),
}

WHEN: Final = (
    *(
        Key(action, Names(Name.CONTACT, value), f"for a contact, what follows {what}")
        for action, (what, value) in ((one, _ANSWERS[one]) for one in Action)
    ),
    Key(
        "tell",
        Names(Name.CONTACT, Items(_SCENE, least=1, one=True)),
        "for each trusted adult, the scene that telling them opens; "
        "a list when they can be told more than once, first time first",
        needed=True,
    ),
)

FOR_ADULTS: Final = (
    Key("notes", Plain.TEXT, "what happens, and what is not shown", needed=True),
    Key(
        "questions", Items(Plain.TEXT), "a list of questions to talk about", needed=True
    ),
    Key(
        "reviewed-by",
        Plain.TEXT,
        "`none` until a safeguarding professional has read the story",
        needed=True,
    ),
)

CURRICULUM: Final = (
    Key("ecw", _TEXTS, "tags of Education for a Connected World"),
    Key("rshe", _TEXTS, "tags of relationships, sex and health education"),
    Key("four-cs", _TEXTS, "content, contact, conduct or commerce"),
)

STORY: Final = (
    Key("title", Plain.TEXT, "the name of the story on the home page", needed=True),
    Key(
        "about",
        Plain.TEXT,
        "one calm line that names the topic; a child reads it before the story starts",
        needed=True,
    ),
    Key("band", OneOf(tuple(Band)), "`7-9`, `9-11`, `11-14` or `14+`", needed=True),
    Key(
        "minutes",
        Number(1, 60),
        "how long one play takes, a whole number from 1 to 60",
        needed=True,
    ),
    Key(
        "skills",
        Items(_SKILL, one=True),
        "a list: `notice`, `protect`, `say-no`, `keep-proof`, `block-and-report`, "
        "`tell`",
        needed=True,
    ),
    Key(
        "for-adults",
        Table(FOR_ADULTS),
        "`notes` (what happens, what is not shown), "
        "`questions` (a list to talk about), "
        "`reviewed-by` (`none` until a safeguarding professional has read the story)",
        needed=True,
    ),
    Key(
        "goodbye",
        Plain.TEXT,
        "the line that ends the play and takes the child out of the role",
        needed=True,
    ),
    Key("player", _ID, "the id of the character whose phone this is", needed=True),
    Key(
        "cast",
        Names(Name.CONTACT, Table(CONTACT)),
        "everybody in the story: an id, then what is known about them",
        needed=True,
    ),
    Key("start", _SCENE, "the scene that comes first", needed=True),
    Key("scenes", _SCENES, "the scenes: an id, then a list of steps", needed=True),
    Key("when", Table(WHEN), "what the always-available actions lead to", needed=True),
    Key(
        "facts",
        Names(Name.FACT, TableOr(Table(FACT), Plain.FACT_START), most=MAX_FACTS),
        "what the story remembers",
    ),
    Key(
        "chats",
        Names(Name.OTHER, Table(CHAT)),
        "group chats: an id, then `{name: ..., with: [ids]}`",
    ),
    Key(
        "pressure",
        Items(_SCENE, one=True),
        "a list of scenes from which somebody wants something; "
        '"other things that can help" are counted from there',
    ),
    Key(
        "counted",
        Plain.YES_NO,
        "`no` in stories about blackmail: "
        "the end then shows the moves without a number",
    ),
    Key(
        "harmless",
        Plain.YES_NO,
        "`yes` where nothing is wrong in the story; "
        "an ending may then come with nobody told",
    ),
    Key(
        "curriculum",
        Table(CURRICULUM),
        "what a teacher looks for in `ecw`, `rshe` and `four-cs`, in words",
    ),
    Key(
        "names",
        Names(Name.CONTACT, _TEXTS),
        "for a character's id, a list of names to swap in "
        "when a pupil in the room shares one",
    ),
    Key("glossary", Names(Name.ANY, Plain.TEXT), "a word, then what it means"),
)

NEEDS: Final = ("contact", "text")
"""What an argument of a piece can be."""

PIECE: Final = (
    Key("piece", Plain.ANYTHING, "what the piece is about, for authors", needed=True),
    Key(
        "needs",
        Names(Name.OTHER, OneOf(NEEDS)),
        "the arguments, each a `contact` or a `text`; "
        "`$adult` stands for the contact's id, `$adult.name` for the name",
    ),
    Key(
        "outcomes",
        Items(_ID, one=True),
        "how the piece can come out; a `goto` leads there",
        needed=True,
    ),
    Key("start", _ID, "the scene of the piece that comes first", needed=True),
    Key("scenes", _SCENES, "the scenes: an id, then a list of steps", needed=True),
)
