"""What the colours look like: by day, by night, and with the most contrast."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from game.phone.look.colours import Colour


class Theme(StrEnum):
    """How light the phone is."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"

    def colour(self, colour: Colour) -> str:
        """Return a colour as ``#rrggbb``, or ``#rrggbbaa`` where it lets through."""
        return _THEMES[self].get(colour) or _PENS[colour]

    @property
    def outlined(self) -> bool:
        """Whether shapes are told apart by lines around them, not by their grounds."""
        return self is Theme.CONTRAST


_LIGHT: Final = {
    Colour.DESK: "#efe3cd",
    Colour.PAPER: "#fbf5ea",
    Colour.ROOM: "#f9ebd3",
    Colour.CARD: "#fffdf8",
    Colour.HOT: "#efe3cd",
    Colour.MINE: "#1f7a78",
    Colour.PRIMARY: "#155c5b",
    Colour.PRIMARY_HOT: "#1f7a78",
    Colour.TELL: "#f7c04a",
    Colour.TELL_HOT: "#dd9f24",
    Colour.BADGE: "#b8432f",
    Colour.SHEET: "#ffffff",
    Colour.TEAL_WASH: "#d5ebe7",
    Colour.SUN_WASH: "#fbe9c4",
    Colour.SKY_WASH: "#dcebf5",
    Colour.VIOLET_WASH: "#e6e0f5",
    Colour.LEAF_WASH: "#dcebd0",
    Colour.CORAL_WASH: "#fbe3dc",
    Colour.INK: "#1f2a44",
    Colour.INK_SOFT: "#535c77",
    Colour.TEAL_INK: "#155c5b",
    Colour.VIOLET_INK: "#5f5196",
    Colour.LEAF_INK: "#3f6e36",
    Colour.CORAL_INK: "#b8432f",
    Colour.ON_MINE: "#ffffff",
    Colour.ON_PRIMARY: "#ffffff",
    Colour.ON_TELL: "#1f2a44",
    Colour.ON_BADGE: "#ffffff",
    Colour.EDGE: "#dccdb1",
    Colour.SHADOW: "#5a431c2e",
    Colour.SHADE: "#1f2a4499",
    Colour.FOCUS: "#1b4fc4",
    Colour.FOCUS_EDGE: "#ffffff",
    Colour.DOT: "#777e96",
    Colour.THUMB: "#a9a08c",
}

_DARK: Final = {
    Colour.DESK: "#10141f",
    Colour.PAPER: "#181e2e",
    Colour.ROOM: "#2b241f",
    Colour.CARD: "#252d43",
    Colour.HOT: "#333d59",
    Colour.MINE: "#1d6b69",
    Colour.PRIMARY: "#86d3cb",
    Colour.PRIMARY_HOT: "#a6e3dc",
    Colour.TELL: "#f7c04a",
    Colour.TELL_HOT: "#ffd783",
    Colour.BADGE: "#ff9d88",
    Colour.SHEET: "#ece7dc",
    Colour.TEAL_WASH: "#1b4346",
    Colour.SUN_WASH: "#4b3d1d",
    Colour.SKY_WASH: "#203d55",
    Colour.VIOLET_WASH: "#3b3359",
    Colour.LEAF_WASH: "#2b4529",
    Colour.CORAL_WASH: "#572e26",
    Colour.INK: "#f5eee0",
    Colour.INK_SOFT: "#bdc2d4",
    Colour.TEAL_INK: "#86d3cb",
    Colour.VIOLET_INK: "#c9bdf5",
    Colour.LEAF_INK: "#b2dba5",
    Colour.CORAL_INK: "#ffa896",
    Colour.ON_MINE: "#ffffff",
    Colour.ON_PRIMARY: "#0d2a2c",
    Colour.ON_TELL: "#1f2a44",
    Colour.ON_BADGE: "#35140d",
    Colour.EDGE: "#414d6e",
    Colour.SHADOW: "#0000006e",
    Colour.SHADE: "#05070db8",
    Colour.FOCUS: "#ffd166",
    Colour.FOCUS_EDGE: "#10141f",
    Colour.DOT: "#7f8aa8",
    Colour.THUMB: "#6f7b9b",
}

_CONTRAST: Final = {
    Colour.DESK: "#000000",
    Colour.PAPER: "#000000",
    Colour.ROOM: "#000000",
    Colour.CARD: "#000000",
    Colour.HOT: "#3a3a3a",
    Colour.MINE: "#00324f",
    Colour.PRIMARY: "#ffffff",
    Colour.PRIMARY_HOT: "#cfeaff",
    Colour.TELL: "#ffe14d",
    Colour.TELL_HOT: "#fff0a3",
    Colour.BADGE: "#ffffff",
    Colour.SHEET: "#ffffff",
    Colour.TEAL_WASH: "#002b2a",
    Colour.SUN_WASH: "#2e2500",
    Colour.SKY_WASH: "#00243d",
    Colour.VIOLET_WASH: "#22133f",
    Colour.LEAF_WASH: "#0c2a08",
    Colour.CORAL_WASH: "#3a1008",
    Colour.INK: "#ffffff",
    Colour.INK_SOFT: "#ffffff",
    Colour.TEAL_INK: "#7df5ea",
    Colour.VIOLET_INK: "#dccfff",
    Colour.LEAF_INK: "#b9f2a8",
    Colour.CORAL_INK: "#ffb9aa",
    Colour.ON_MINE: "#ffffff",
    Colour.ON_PRIMARY: "#000000",
    Colour.ON_TELL: "#000000",
    Colour.ON_BADGE: "#000000",
    Colour.EDGE: "#ffffff",
    Colour.SHADOW: "#00000000",
    Colour.SHADE: "#000000d9",
    Colour.FOCUS: "#ffe14d",
    Colour.FOCUS_EDGE: "#000000",
    Colour.DOT: "#9a9a9a",
    Colour.THUMB: "#ffffff",
}

_PENS: Final = {
    Colour.PEN_BLUE: "#1f2a44",
    Colour.PEN_TEAL: "#1f7a78",
    Colour.PEN_RED: "#b8432f",
    Colour.PEN_YELLOW: "#f4b942",
    Colour.PEN_VIOLET: "#7c6bb0",
    Colour.PEN_GREEN: "#5b8f4e",
}

_THEMES: Final[Mapping[Theme, Mapping[Colour, str]]] = MappingProxyType(
    {Theme.LIGHT: _LIGHT, Theme.DARK: _DARK, Theme.CONTRAST: _CONTRAST}
)


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
