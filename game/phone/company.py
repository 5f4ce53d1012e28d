"""With whom a story is played; chosen anew each time that one starts, and not kept."""

from enum import StrEnum
from typing import Final


class Company(StrEnum):
    """Who holds the phone."""

    ALONE = "alone"
    SOMEONE = "someone"
    CLASS = "class"


CLASS_TEXT: Final = 150
"""The least size of text for a screen that many look at, in per cent: our choice."""
