"""What the player can do, and what they get to see: closed unions of plain values.

Every front-end matches over all of them; nothing here has behaviour.
"""

from dataclasses import dataclass
from typing import TypeAlias

from game.story.model import (
    Action,
    Choice,
    ChoiceId,
    ContactId,
    Ending,
    Feeling,
    Heard,
    Message,
    Move,
    Note,
    Talk,
)


@dataclass(frozen=True, slots=True)
class Pick:
    """Take the choice with this id of the scene that is waiting."""

    choice: ChoiceId


@dataclass(frozen=True, slots=True)
class Act:
    """Look at, save, block or report a contact."""

    action: Action
    contact: ContactId


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell a trusted adult."""

    adult: ContactId


@dataclass(frozen=True, slots=True)
class StepOut:
    """Stop here and go to the closing pages."""


Command: TypeAlias = Pick | Act | Tell | StepOut


@dataclass(frozen=True, slots=True)
class Picked:
    """The player answered or did this."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class Explained:
    """Why that choice matters."""

    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The player made a safety move."""

    move: Move


@dataclass(frozen=True, slots=True)
class Acted:
    """An always-available action was taken; lines of the story may follow."""

    action: Action
    contact: ContactId


@dataclass(frozen=True, slots=True)
class Telling:
    """The player turns to this adult."""

    adult: ContactId


@dataclass(frozen=True, slots=True)
class Returned:
    """Telling is over for now; the story is where it was before."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The player can choose now. Never empty in a checked story."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """The story has ended; with an offer, telling is still possible."""

    ending: Ending


@dataclass(frozen=True, slots=True)
class SteppedOut:
    """The player stopped; what they did so far counts."""


Event: TypeAlias = (
    Message
    | Note
    | Feeling
    | Talk
    | Heard
    | Picked
    | Explained
    | Moved
    | Acted
    | Telling
    | Returned
    | Offered
    | Ended
    | SteppedOut
)
