"""What pressing something on the phone means: a closed union of plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from game.engine.events import Command
from game.help.directory import Audience
from game.phone.company import Company
from game.phone.finding import Finding
from game.phone.look import Colour
from game.phone.settings import Settings
from game.story.model import ChatId, ContactId


class Place(StrEnum):
    """A page that needs nothing else to be known."""

    HOME = "home"
    FIND = "find"
    ABOUT = "about"
    ADULTS = "adults"
    SCRIPT = "script"
    NAMES = "names"
    LOCK = "lock"
    TRY = "try"
    CHAT = "chat"
    CHATS = "chats"
    DRAWER = "drawer"
    TRAY = "tray"
    TELL = "tell"
    HELP = "help"
    SETTINGS = "settings"
    DRAWING = "drawing"
    FORGET = "forget"
    KEEPS = "keeps"
    CLOSING = "closing"
    PROFILE = "profile"
    STOP = "stop"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Go:
    """Open a page over this one."""

    place: Place


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the page before."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Return to the stories."""


@dataclass(frozen=True, slots=True)
class OpenStory:
    """Read what a story is about."""

    story: str


@dataclass(frozen=True, slots=True)
class Start:
    """Take the phone into the hand, with somebody or alone.

    ``afresh`` leaves an earlier play behind. Without ``company`` it is as at the start
    of the game, which is alone unless something else was asked for.
    """

    afresh: bool = False
    company: Company | None = None


@dataclass(frozen=True, slots=True)
class Do:
    """Give the story a command."""

    command: Command


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show what comes next, now."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Go back to the moment before the command with this index."""

    to: int


@dataclass(frozen=True, slots=True)
class OpenChat:
    """Look at a chat; without one, follow the story."""

    chat: ChatId | None = None


@dataclass(frozen=True, slots=True)
class OpenProfile:
    """Look at the card of a contact."""

    contact: ContactId


@dataclass(frozen=True, slots=True)
class Seen:
    """Open a story to children, now that a grown-up has read its page."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Give somebody in the story that is open another name, or their own again."""

    contact: ContactId
    name: str


@dataclass(frozen=True, slots=True)
class Read:
    """Read a section of the script of a story, counted from 0."""

    section: int


@dataclass(frozen=True, slots=True)
class Find:
    """Look for stories of that kind."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class Finish:
    """Read the closing pages."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Turn to a closing page, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class Set:
    """Play with other settings."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class Forget:
    """Wipe all that is kept on this machine."""


@dataclass(frozen=True, slots=True)
class Exit:
    """Put the drawing page up at once."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the program."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Read the help page that is written for somebody else."""

    audience: Audience


@dataclass(frozen=True, slots=True)
class Newest:
    """Scroll to the newest message."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Draw with another colour."""

    colour: Colour


@dataclass(frozen=True, slots=True)
class Clear:
    """Take a new sheet."""


Action: TypeAlias = (
    Go
    | Back
    | GoHome
    | OpenStory
    | Start
    | Do
    | Reveal
    | Undo
    | OpenChat
    | OpenProfile
    | Seen
    | Rename
    | Read
    | Find
    | Finish
    | Turn
    | Set
    | Forget
    | Exit
    | Close
    | Ask
    | Newest
    | Ink
    | Clear
)
