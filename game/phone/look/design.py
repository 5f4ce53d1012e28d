"""Sizes of everything: type, spacing, radii, motion. Draws nothing."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from game.phone.look.colours import Colour
from game.phone.look.themes import Theme

ROOMY: Final = (1600, 940)
"""From this size of the window on, everything is drawn larger."""
CHARACTERS: Final = 60
"""No line of running text is longer than about this many characters."""


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
"""Sizes of the letters, in per cent."""


class Face(StrEnum):
    """A family of letters: one with even, wide shapes, one whose shapes differ most."""

    LEXEND = "lexend"
    ATKINSON = "atkinson"


class Spacing(StrEnum):
    """How far letters, or lines, stand from each other."""

    NORMAL = "normal"
    WIDE = "wide"
    WIDER = "wider"


_TRACKING: Final = {Spacing.NORMAL: 0.0, Spacing.WIDE: 0.06, Spacing.WIDER: 0.12}
"""How much further apart letters stand, in parts of their size. The widest is what
WCAG 2 asks for in 1.4.12."""

_LEADING: Final = {Spacing.NORMAL: 1.0, Spacing.WIDE: 1.2, Spacing.WIDER: 1.4}
"""How many times further apart lines stand."""


class Radius(IntEnum):
    """How round the corners of shapes are, in pixels of the design."""

    MARK = 6
    ROW = 12
    BUTTON = 14
    CARD = 18
    SHEET = 20


class Motion(IntEnum):
    """How long something moves by itself, in milliseconds, where anything may."""

    RISE = 180
    """A message comes into its place."""
    SLIDE = 220
    """A notification comes in from the top."""
    TAKEN = 260
    """A choice shows that it was taken, before it becomes a message."""


@dataclass(frozen=True, slots=True)
class Look:
    """The design for one screen and one player.

    ``scale`` is how many pixels of the screen make one of the design, ``text`` the
    size of letters in per cent, ``motion`` whether anything moves by itself.
    ``letters`` and ``lines`` are how far those stand apart.
    """

    scale: float = 1.0
    text: int = 100
    motion: bool = True
    theme: Theme = Theme.LIGHT
    face: Face = Face.LEXEND
    letters: Spacing = Spacing.NORMAL
    lines: Spacing = Spacing.NORMAL

    def colour(self, colour: Colour) -> str:
        """Return a colour as ``#rrggbb``, or ``#rrggbbaa`` where it lets through."""
        return self.theme.colour(colour)

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

    @property
    def tracking(self) -> float:
        """How much further apart letters stand than usual, in parts of their size."""
        return _TRACKING[self.letters]

    def line(self, style: Style) -> int:
        """Return the distance from one line of *style* to the next, in pixels."""
        loose = 1.25 if style in {Style.DISPLAY, Style.TITLE} else 1.42
        return round(self.font(style) * loose * _LEADING[self.lines])

    def grown(self, size: float) -> int:
        """Return *size* pixels of the design for a picture that stands by text."""
        return self.px(size * min(1 + (self.text - 100) / 200, 1.5))

    @property
    def line_width(self) -> int:
        """How wide the line around a shape is, in pixels."""
        return self.px(2) if self.theme.outlined else 1

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
        return round(self.font(Style.BODY) * (0.54 + self.tracking) * CHARACTERS)

    @property
    def roomy(self) -> bool:
        """Whether text is so large that choices have to scroll with the messages."""
        return self.text >= 150  # noqa: PLR2004 (a design decision, see tech.md 3)


def fitting(width: int, height: int, scale: float) -> float:
    """Return the scale for a window: everything is larger where there is much room.

    A window that fills a large screen or a projector is looked at from further away.
    """
    grown = min(width / ROOMY[0], height / ROOMY[1])
    return max(scale * 1.2, grown) if grown >= scale else scale
