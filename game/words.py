"""What the program itself says, in the player's language.

English is the source; translations are gettext catalogues beside the code. The words
of stories are not here: they lie with their stories.
"""

import gettext as _gettext
from typing import Final

_TRANSLATION: Final = _gettext.translation(
    "whos-typing", localedir=__file__.removesuffix("words.py") + "locale", fallback=True
)


def say(message: str) -> str:
    """Return *message*, a literal in the code, in the player's language."""
    return _TRANSLATION.gettext(message)


def say_many(one: str, many: str, count: int) -> str:
    """Return *one* or *many* as *count* asks, with ``{count}`` left to fill in."""
    return _TRANSLATION.ngettext(one, many, count)
