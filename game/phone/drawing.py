"""The drawing page that hides the game: it draws, and it names no game."""

from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Final

from game.phone.actions import Clear, Close, Ink
from game.phone.buttons import QUIET, Press, icon_button
from game.phone.elements import (
    Box,
    Button,
    Canvas,
    Element,
    Page,
    Rect,
    Role,
)
from game.phone.layout import Kit
from game.phone.look import Colour
from game.words import say

INKS: Final = (
    Colour.PEN_BLUE,
    Colour.PEN_TEAL,
    Colour.PEN_RED,
    Colour.PEN_YELLOW,
    Colour.PEN_VIOLET,
    Colour.PEN_GREEN,
)
STEP: Final = 6
"""How far an arrow key moves the pen, in pixels."""


def _arc(
    x: int, y: int, radius: int, start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """Return points on a circle around a place, between two angles in degrees."""
    steps = range(start, end + 1, 15)
    return tuple(
        (round(x + radius * cos(radians(at))), round(y + radius * sin(radians(at))))
        for at in steps
    )


DOODLE: Final[tuple[tuple[Colour, tuple[tuple[int, int], ...]], ...]] = (
    (Colour.PEN_BLUE, ((80, 230), (80, 150), (170, 150), (170, 230), (80, 230))),
    (Colour.PEN_RED, ((66, 154), (125, 98), (184, 154), (66, 154))),
    (Colour.PEN_BLUE, ((112, 230), (112, 188), (138, 188), (138, 230))),
    (Colour.PEN_YELLOW, _arc(268, 92, 26, 0, 360)),
    (Colour.PEN_GREEN, (*_arc(60, 262, 34, 180, 360), *_arc(128, 262, 34, 180, 360))),
    (Colour.PEN_GREEN, (*_arc(196, 262, 34, 180, 360), *_arc(264, 262, 34, 180, 360))),
)
"""What is on the sheet when it hides the game: a blank one would look like hiding."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn: lines of (colour, points), oldest first.

    ``pen`` is where the keyboard's pen is, None until it is used; ``down`` whether
    the newest line goes on.
    """

    lines: tuple[tuple[Colour, tuple[tuple[int, int], ...]], ...] = ()
    ink: Colour = INKS[0]
    pen: tuple[int, int] | None = None
    down: bool = False


def press(drawing: Drawing, at: tuple[int, int]) -> Drawing:
    """Put the pen on the sheet, in pixels from the sheet's corner."""
    return replace(drawing, lines=(*drawing.lines, (drawing.ink, (at,))), down=True)


def drag(drawing: Drawing, at: tuple[int, int]) -> Drawing:
    """Draw on to a place."""
    if not drawing.down:
        return drawing
    *before, (ink, points) = drawing.lines
    return replace(drawing, lines=(*before, (ink, (*points, at))))


def lift(drawing: Drawing) -> Drawing:
    """Take the pen off the sheet."""
    return replace(drawing, down=False)


def move_pen(drawing: Drawing, dx: int, dy: int, sheet: Rect) -> Drawing:
    """Move the keyboard's pen one step, staying on the sheet."""
    x, y = drawing.pen or (sheet.w // 2, sheet.h // 2)
    pen = (
        min(max(x + dx * STEP, 0), sheet.w - 1),
        min(max(y + dy * STEP, 0), sheet.h - 1),
    )
    return drag(replace(drawing, pen=pen), pen)


def toggle_pen(drawing: Drawing, sheet: Rect) -> Drawing:
    """Put the keyboard's pen down, or take it up."""
    if drawing.down:
        return lift(drawing)
    pen = drawing.pen or (sheet.w // 2, sheet.h // 2)
    return press(replace(drawing, pen=pen), pen)


def drawing_page(kit: Kit, drawing: Drawing) -> Page:
    """Return the sheet and the colours."""
    title = say("Drawing")
    side, edge, gap = kit.px(44), kit.px(8), kit.px(2)
    tall = side + 2 * edge
    sheet = Rect(0, tall, kit.width, kit.height - tall)
    parts: list[Element] = [
        Canvas(sheet, drawing.lines, drawing.pen, say("A sheet to draw on")),
        Box(Rect(0, 0, kit.width, tall), Colour.CARD),
        Box(Rect(0, tall - 1, kit.width, 1), Colour.EDGE),
    ]
    at = edge
    if kit.width < (len(INKS) + 2) * (side + gap) + 3 * edge:
        # The narrowest window has room for all of them, and for nothing between.
        edge, gap = kit.px(4), 0
    x = edge
    names = (
        say("Ink blue"),
        say("Teal"),
        say("Red"),
        say("Yellow"),
        say("Violet"),
        say("Green"),
    )
    for colour, name in zip(INKS, names, strict=True):
        rect = Rect(x, at, side, side)
        on = drawing.ink == colour
        parts.append(
            Button(
                rect,
                name,
                Ink(colour),
                hover=Colour.HOT,
                radius=side // 2,
                border=Colour.PRIMARY if on else None,
                fill=Colour.SHEET if on else None,
                role=Role.RADIO,
                checked=on,
            )
        )
        parts.append(Box(rect.inset(kit.px(10)), colour, side // 2 - kit.px(10)))
        x += side + gap
    small = replace(kit, look=replace(kit.look, text=100))
    right = kit.width - edge - side
    between = side + (edge if gap else 0)
    clear = Press(say("New sheet"), Clear(), QUIET, "pencil")
    parts += icon_button(small, (right - between, at), clear)
    close = Press(say("Close"), Close(), QUIET, "close")
    parts += icon_button(small, (right, at), close)
    return Page(title, tuple(parts), ground=Colour.SHEET)


def sheet_of(page: Page) -> Rect:
    """Return where the sheet lies on a drawing page."""
    return next(e.rect for e in page.elements if isinstance(e, Canvas))
