"""Single shapes on a surface: boxes, bubbles' corners, dots, lines. No text."""

from typing import Final

import pygame

from game.phone.elements import Box, Bubble, Button, Canvas, Scroll
from game.phone.look import Colour, Look, Radius, Tone
from game.phone.shapes import round_edge, round_rect, shadow

WASHES: Final = frozenset(
    {
        Colour.TEAL_WASH,
        Colour.SUN_WASH,
        Colour.SKY_WASH,
        Colour.VIOLET_WASH,
        Colour.LEAF_WASH,
        Colour.CORAL_WASH,
    }
)
"""Tints that tell one kind of card from another."""


def draw_box(surface: pygame.Surface, box: Box, rect: pygame.Rect, look: Look) -> None:
    """Draw a plain shape and its shadow.

    In the theme with the most contrast a tint alone is too little to see a card by.
    """
    border = box.border
    if box.fill in WASHES and look.theme.outlined:
        border = Colour.EDGE
    _draw_shape(surface, rect, look, (box.fill, border), box.radius, box.lift)


def draw_button(
    surface: pygame.Surface, button: Button, rect: pygame.Rect, look: Look, *, hot: bool
) -> None:
    """Draw the ground of a button; what is written on it follows."""
    fill = button.hover if hot and button.hover else button.fill
    lift = button.lift if button.enabled else 0
    _draw_shape(surface, rect, look, (fill, button.border), button.radius, lift)


def draw_bubble(
    surface: pygame.Surface, bubble: Bubble, rect: pygame.Rect, look: Look, tone: Tone
) -> None:
    """Draw the ground of a message; the corner beside who speaks is squarer."""
    radius = look.px(22 if bubble.spoken else Radius.CARD)
    border = Colour.EDGE if look.theme.outlined else None
    colours = tone.ground, border
    _draw_shape(surface, rect, look, colours, radius, 0 if bubble.mine else look.px(2))
    if bubble.tail and border is None:
        _draw_tail(surface, bubble, rect, look, look.colour(tone.ground))


def _draw_shape(  # noqa: PLR0913, PLR0917 (all that a shape is)
    surface: pygame.Surface,
    rect: pygame.Rect,
    look: Look,
    colours: tuple[Colour | None, Colour | None],
    radius: int,
    lift: int,
) -> None:
    """Draw a shadow if the shape lies above the page, a line around it, its ground.

    Without a ground there is nothing to draw.
    """
    fill, border = colours
    if fill is None:
        return
    if lift and look.theme.outlined:
        border = border or Colour.EDGE
    elif lift:
        shadow(surface, rect, radius, lift, look.colour(Colour.SHADOW))
    if border is not None:
        wide = look.line_width
        round_edge(surface, rect, radius, look.colour(border), wide)
        rect, radius = rect.inflate(-2 * wide, -2 * wide), max(radius - wide, 0)
    round_rect(surface, rect, radius, look.colour(fill))


def _draw_tail(
    surface: pygame.Surface, bubble: Bubble, rect: pygame.Rect, look: Look, fill: str
) -> None:
    """Square the corner beside who speaks, a little."""
    side = look.px(22 if bubble.spoken else Radius.CARD)
    side = min(side, rect.h // 2)
    if bubble.mine and not bubble.spoken:
        corner = pygame.Rect(rect.right - side, rect.bottom - side, side, side)
    elif bubble.mine:
        corner = pygame.Rect(rect.right - side, rect.y, side, side)
    else:
        corner = pygame.Rect(rect.x, rect.y, side, side)
    round_rect(surface, corner, look.px(4), fill)


def draw_dots(
    surface: pygame.Surface, rect: pygame.Rect, look: Look, phase: int
) -> None:
    """Draw the dots of somebody typing, one of them raised."""
    bubble = rect.copy()
    bubble.h = min(rect.h, look.px(40))
    bubble.bottom = rect.bottom
    colours = Colour.CARD, Colour.EDGE if look.theme.outlined else None
    _draw_shape(surface, bubble, look, colours, look.px(Radius.CARD), look.px(2))
    size = look.px(10)
    for at in range(3):
        x = bubble.centerx + (at - 1) * look.px(16)
        up = look.px(4) if at == phase % 4 else 0
        spot = pygame.Rect(0, 0, size, size)
        spot.center = (x, bubble.centery - up)
        dot = look.colour(Colour.TEAL_INK if up else Colour.DOT)
        round_rect(surface, spot, size // 2, dot)


def draw_thumb(
    surface: pygame.Surface, scroll: Scroll, rect: pygame.Rect, offset: int, look: Look
) -> None:
    """Draw how far a sheet is scrolled, at its right edge."""
    if scroll.height <= rect.h:
        return
    tall = max(look.px(32), rect.h * rect.h // scroll.height)
    room = rect.h - tall - look.px(8)
    y = rect.y + look.px(4) + room * offset // max(1, scroll.height - rect.h)
    width = look.px(6)
    bar = pygame.Rect(rect.right - width - look.px(4), y, width, tall)
    round_rect(surface, bar, width // 2, look.colour(Colour.THUMB))


def draw_canvas(
    surface: pygame.Surface, canvas: Canvas, rect: pygame.Rect, look: Look
) -> None:
    """Draw what was drawn, and the pen of the keyboard."""
    width = look.px(6)
    for pen, points in canvas.lines:
        colour = look.colour(pen)
        placed = [(x + rect.x, y + rect.y) for x, y in points]
        if len(placed) > 1:
            pygame.draw.lines(surface, colour, False, placed, width)  # noqa: FBT003
        for point in placed:
            pygame.draw.circle(surface, colour, point, width // 2)
    if canvas.pen is not None:
        x, y = canvas.pen[0] + rect.x, canvas.pen[1] + rect.y
        ring = look.colour(Colour.FOCUS)
        pygame.draw.circle(surface, ring, (x, y), look.px(8), look.px(2))
