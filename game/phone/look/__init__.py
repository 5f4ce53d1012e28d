"""The design, in one place: colours, type, sizes, shadows, motion. Draws nothing."""

from game.phone.look.colours import Colour, Tone
from game.phone.look.design import (
    TEXT_SIZES,
    Face,
    Look,
    Motion,
    Radius,
    Spacing,
    Style,
    fitting,
)
from game.phone.look.themes import Theme, contrast

__all__ = [
    "TEXT_SIZES",
    "Colour",
    "Face",
    "Look",
    "Motion",
    "Radius",
    "Spacing",
    "Style",
    "Theme",
    "Tone",
    "contrast",
    "fitting",
]
