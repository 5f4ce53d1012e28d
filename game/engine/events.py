"""What the player can do, and what they get to see: closed unions of plain values.

Every front-end matches over all of them; nothing here has behaviour.
"""

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
from game.values import value


@value()
class Pick:
    """Take the choice with this id of the scene that is waiting."""

    choice: ChoiceId


@value()
class Act:
    """Look at, save, block or report a contact."""

    action: Action
    contact: ContactId


@value()
class Tell:
    """Tell a trusted adult."""

    adult: ContactId


@value()
class StepOut:
    """Stop here and go to the closing pages."""


Command: TypeAlias = Pick | Act | Tell | StepOut


@value()
class Picked:
    """The player answered or did this."""

    choice: Choice


@value()
class Explained:
    """Why that choice matters."""

    why: str


@value()
class Moved:
    """The player made a safety move."""

    move: Move


@value()
class Acted:
    """An always-available action was taken; lines of the story may follow."""

    action: Action
    contact: ContactId


@value()
class Telling:
    """The player turns to this adult."""

    adult: ContactId


@value()
class Returned:
    """Telling is over for now; the story is where it was before."""


@value()
class Offered:
    """The player can choose now. Never empty in a checked story."""

    choices: tuple[Choice, ...]


@value()
class Ended:
    """The story has ended; with an offer, telling is still possible."""

    ending: Ending


@value()
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
