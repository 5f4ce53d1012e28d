"""How everything looks: sizes, colours, type, as values. Draws nothing."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

PAPER: Final = "#fbf5ea"
CARD: Final = "#fffdf8"
ROOM: Final = "#f9ebd3"
"""Behind a conversation that does not happen on the phone."""
SAND: Final = "#efe3cd"
EDGE: Final = "#dccdb1"
INK: Final = "#1f2a44"
INK_SOFT: Final = "#535c77"
TEAL: Final = "#1f7a78"
TEAL_DEEP: Final = "#155c5b"
TEAL_SOFT: Final = "#d5ebe7"
CORAL: Final = "#b8432f"
CORAL_SOFT: Final = "#fbe3dc"
SUN: Final = "#f7c04a"
SUN_DEEP: Final = "#dd9f24"
SUN_SOFT: Final = "#fbe9c4"
VIOLET: Final = "#5f5196"
VIOLET_SOFT: Final = "#e6e0f5"
SKY_SOFT: Final = "#dcebf5"
LEAF: Final = "#3f6e36"
LEAF_SOFT: Final = "#dcebd0"
WHITE: Final = "#ffffff"
FOCUS: Final = "#1b4fc4"
SHADE: Final = "#1f2a4499"

ROOMY: Final = (1600, 940)
"""From this size of the window on, everything is drawn larger."""
CHARACTERS: Final = 60
"""No line of running text is longer than about this many characters."""


class Tone(Enum):
    """Ink and the ground it stands on; every pair is readable (4.5 or more to 1)."""

    ON_PAPER = INK, PAPER
    PAPER_SOFT = INK_SOFT, PAPER
    PAPER_TEAL = TEAL_DEEP, PAPER
    ON_CARD = INK, CARD
    CARD_SOFT = INK_SOFT, CARD
    CARD_TEAL = TEAL_DEEP, CARD
    CARD_CORAL = CORAL, CARD
    ON_ROOM = INK, ROOM
    ROOM_SOFT = INK_SOFT, ROOM
    ROOM_TEAL = TEAL_DEEP, ROOM
    ON_SAND = INK, SAND
    SAND_SOFT = INK_SOFT, SAND
    MINE = WHITE, TEAL
    PRIMARY = WHITE, TEAL_DEEP
    TELL = INK, SUN
    BADGE = WHITE, CORAL
    FEELING = INK, VIOLET_SOFT
    FEELING_LABEL = VIOLET, VIOLET_SOFT
    WHY = INK, TEAL_SOFT
    WHY_LABEL = TEAL_DEEP, TEAL_SOFT
    TALK = INK, SUN_SOFT
    SKY = INK, SKY_SOFT
    ON_LEAF = INK, LEAF_SOFT
    LEAF_LABEL = LEAF, LEAF_SOFT
    ON_CORAL = INK, CORAL_SOFT

    @property
    def ink(self) -> str:
        """The colour of the letters."""
        return self.value[0]

    @property
    def ground(self) -> str:
        """The colour behind them."""
        return self.value[1]


class Style(StrEnum):
    """A size of type with its weight."""

    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    LABEL = "label"


_TYPE: Final = {
    # size at 100 %, semi-bold, how much of a larger text size it takes on
    Style.DISPLAY: (34, True, 0.6),
    Style.TITLE: (26, True, 0.75),
    Style.HEADING: (20, True, 0.9),
    Style.BODY: (17, False, 1.0),
    Style.STRONG: (17, True, 1.0),
    Style.SMALL: (15, False, 1.0),
    Style.LABEL: (15, True, 1.0),
}

TEXT_SIZES: Final = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Look:
    """The design for one screen and one player.

    ``scale`` is how many pixels of the screen make one of the design, ``text`` the
    size of letters in per cent, ``motion`` whether anything moves by itself.
    """

    scale: float = 1.0
    text: int = 100
    motion: bool = True

    def px(self, size: float) -> int:
        """Return pixels of the screen for *size* pixels of the design."""
        return round(size * self.scale)

    def font(self, style: Style) -> int:
        """Return the size of the letters of *style*, in pixels."""
        size, _, share = _TYPE[style]
        return self.px(size * (1 + (self.text - 100) / 100 * share))

    def bold(self, style: Style) -> bool:
        """Whether *style* is set in the semi-bold weight."""
        return _TYPE[style][1]

    def line(self, style: Style) -> int:
        """Return the distance from one line of *style* to the next, in pixels."""
        loose = 1.25 if style in {Style.DISPLAY, Style.TITLE} else 1.42
        return round(self.font(style) * loose)

    def grown(self, size: float) -> int:
        """Return *size* pixels of the design for a picture that stands by text."""
        return self.px(size * min(1 + (self.text - 100) / 200, 1.5))

    @property
    def icon(self) -> int:
        """The side of an icon, in pixels; grows with the text, to a point."""
        return self.grown(22)

    @property
    def target(self) -> int:
        """The least side of anything to press, in pixels."""
        return self.px(44 * min(1 + (self.text - 100) / 300, 1.34))

    @property
    def measure(self) -> int:
        """The width of the longest line of running text, in pixels."""
        return round(self.font(Style.BODY) * 0.54 * CHARACTERS)

    @property
    def roomy(self) -> bool:
        """Whether text is so large that choices have to scroll with the messages."""
        return self.text >= 150  # noqa: PLR2004 (a design decision, see tech.md 3)


def fitting(width: int, height: int, scale: float) -> float:
    """Return the scale for a window: everything is larger where there is much room.

    A full-screen window on a projector is looked at from further away.
    """
    roomy = width >= ROOMY[0] * scale and height >= ROOMY[1] * scale
    return scale * 1.2 if roomy else scale


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (WCAG's numbers)
        for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
