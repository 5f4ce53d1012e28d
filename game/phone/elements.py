"""What a page is made of: values, in pixels. Nothing here draws or decides.

A screen reader gets the same elements as the screen: whatever has a ``name`` is said,
in the order of the page; what has none is decoration.
"""

from enum import StrEnum
from typing import TypeAlias

from game.phone.actions import Action
from game.phone.look import Colour, Style, Tone
from game.values import value


@value()
class Rect:
    """A place on the page, from its top left corner."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column that is not inside."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row that is not inside."""
        return self.y + self.h

    def moved(self, dx: int, dy: int) -> "Rect":
        """Return the same size elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, by: int) -> "Rect":
        """Return what is left when every side comes in *by* pixels."""
        return Rect(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def holds(self, x: int, y: int) -> bool:
        """Whether that point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Whether the two share a pixel."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


class Role(StrEnum):
    """What an element is to somebody who does not see it."""

    TEXT = "text"
    HEADING = "heading"
    STATUS = "status"
    PICTURE = "picture"
    BUTTON = "button"
    RADIO = "radio"
    TAB = "tab"


class Align(StrEnum):
    """Where lines start in their rectangle; those that run from the right end there."""

    LEFT = "left"
    CENTRE = "centre"


@value()
class Box:
    """A plain rounded shape; ``lift`` gives it an edge of paper below."""

    rect: Rect
    fill: Colour | None
    radius: int = 0
    border: Colour | None = None
    lift: int = 0


@value()
class Text:
    """Lines of one style, already wrapped."""

    rect: Rect
    lines: tuple[str, ...]
    style: Style
    tone: Tone
    name: str
    align: Align = Align.LEFT
    role: Role = Role.TEXT


@value()
class Picture:
    """A drawing by its name in ``assets/pictures``.

    ``tint`` colours an icon; ``initial`` is drawn on a disc where there is no drawing
    at all, ``instead`` names one for that case. ``cover`` cuts the drawing to the
    rectangle's shape, filling it.
    """

    rect: Rect
    picture: str
    name: str = ""
    tint: Colour | None = None
    initial: str = ""
    cover: bool = False
    instead: str = ""


@value()
class Bubble:
    """A message, ``mine`` at the right. ``tail`` marks the first of several."""

    rect: Rect
    lines: tuple[str, ...]
    mine: bool
    name: str
    tail: bool = True
    spoken: bool = False
    padding: tuple[int, int] = (0, 0)


@value()
class Button:
    """Something to press: a place and what pressing it means.

    What is written on it are elements that follow it. ``key`` is the figure that
    presses it as well; ``checked`` is None where there is nothing to check. ``main``
    buttons are what most players want next.
    """

    rect: Rect
    name: str
    action: Action
    fill: Colour | None = None
    hover: Colour | None = None
    border: Colour | None = None
    radius: int = 0
    lift: int = 0
    role: Role = Role.BUTTON
    enabled: bool = True
    checked: bool | None = None
    key: str = ""
    main: bool = False


@value()
class Dots:
    """Somebody is typing."""

    rect: Rect
    name: str


@value()
class Shade:
    """Everything before it lies behind and cannot be reached; pressing it acts."""

    rect: Rect
    action: Action


@value()
class Canvas:
    """A sheet to draw on: lines of (colour, points), points from its own corner."""

    rect: Rect
    lines: tuple[tuple[Colour, tuple[tuple[int, int], ...]], ...]
    pen: tuple[int, int] | None
    name: str


@value()
class Scroll:
    """A window onto a longer sheet.

    ``elements`` are placed from the sheet's own corner. ``follow`` is the row that is
    to be seen when the page is new, or None to start at the top. ``key`` names the
    sheet, so that it stays where it was when the page is built again. Without a
    ``ground``, what lies behind shows through.

    Of a chat, ``came`` counts what has come so far, and what begins at the row
    ``fresh`` came last: it may rise into its place. A sheet that ``drops`` may come in
    from the top when it is new.
    """

    rect: Rect
    height: int
    elements: tuple["Element", ...]
    key: str
    follow: int | None = None
    ground: Colour | None = Colour.PAPER
    came: int = 0
    fresh: int | None = None
    drops: bool = False


Element: TypeAlias = (
    Box | Text | Picture | Bubble | Button | Dots | Shade | Canvas | Scroll
)


@value()
class Page:
    """A page, from back to front, which is also the order of reading.

    ``space`` is what the space bar does while nothing has the focus.
    """

    title: str
    elements: tuple[Element, ...]
    ground: Colour = Colour.PAPER
    space: Action | None = None
