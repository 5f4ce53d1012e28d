"""Which script a character is written in. Draws nothing."""

import unicodedata
from functools import cache
from typing import Final

COMMON: Final = ""
"""For blanks, stops, figures and signs, which many scripts share."""


def script_of(cluster: str) -> str:
    """Return the code of a script in ISO 15924, or ``COMMON``."""
    return _script(cluster[0])


@cache
def _script(letter: str) -> str:
    # Only texts that are not in Latin letters need this; it takes a while to load.
    from fontTools.unicodedata import script  # noqa: PLC0415

    code = str(script(letter))
    return COMMON if code in {"Zyyy", "Zinh", "Zzzz"} else code


def script_name(code: str) -> str:
    """Return the name of a script in Unicode, as ``Devanagari``."""
    from fontTools.unicodedata import script_name  # noqa: PLC0415

    return str(script_name(code, default=""))


def is_letter(cluster: str) -> bool:
    """Whether a cluster is part of a word or a number."""
    return unicodedata.category(cluster[0])[0] in "LMN"


def is_written(cluster: str) -> bool:
    """Whether a cluster is a letter, a number or a stop: no sign and no emoji."""
    return unicodedata.category(cluster[0])[0] in "LMNP"
