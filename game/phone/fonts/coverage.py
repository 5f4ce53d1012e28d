"""Which characters a font file has."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from game.phone.writing.clusters import unseen

LEXEND: Final = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u017e\u0218-\u021b\u1e80-\u1e85\u1ef2\u1ef3"
    r"\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]*"
)
"""Characters that Lexend is known to have (a test sees to it), and that stand beside
each other in any order: for a text of them nothing has to be looked up."""
ATKINSON: Final = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u0107\u0118\u0119\u0141-\u0144\u015a\u015b\u0179-\u017e"
    r"\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]*"
)
"""The same for Atkinson Hyperlegible."""


@lru_cache(maxsize=8000)
def covers(file: Path, cluster: str) -> bool:
    """Whether a font has all of a cluster that is seen."""
    has = characters(file)
    return all(ord(letter) in has or unseen(letter) for letter in cluster)


@cache
def characters(file: Path) -> frozenset[int]:
    """Return the code points that a font has; of a damaged one, none."""
    # Loaded only where a character is not plain.
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415

    try:
        with file.open("rb") as opened:
            font = TTFont(opened, fontNumber=0, lazy=True)
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError, KeyError, AssertionError, ValueError):
        return frozenset()
