"""Single shapes on a surface: boxes, bubbles' corners, dots, lines. No text."""

import pygame

from game.phone.elements import Box, Bubble, Button, Canvas, Scroll
from game.phone.look import CARD, EDGE, FOCUS, TEAL, Look
from game.phone.shapes import round_rect


def draw_box(surface: pygame.Surface, box: Box, rect: pygame.Rect) -> None:
    """Draw a plain shape and its edge of paper."""
    if box.lift:
        round_rect(surface, rect.move(0, box.lift), box.radius, EDGE)
    fill_shape(surface, rect, box.radius, box.fill, box.border)


def fill_shape(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, fill: str, border: str
) -> None:
    """Fill a shape, with a line of one pixel around it if there is a *border*."""
    if border:
        round_rect(surface, rect, radius, border)
        rect, radius = rect.inflate(-2, -2), max(radius - 1, 0)
    if fill:
        round_rect(surface, rect, radius, fill)


def draw_button(
    surface: pygame.Surface, button: Button, rect: pygame.Rect, *, hot: bool
) -> None:
    """Draw the ground of a button; what is written on it follows."""
    fill = button.hover if hot and button.hover else button.fill
    if button.lift and button.enabled:
        round_rect(surface, rect.move(0, button.lift), button.radius, EDGE)
    if fill:
        fill_shape(surface, rect, button.radius, fill, button.border)


def draw_tail(
    surface: pygame.Surface, bubble: Bubble, rect: pygame.Rect, look: Look, fill: str
) -> None:
    """Square the corner beside who speaks, a little."""
    side = look.px(22 if bubble.spoken else 18)
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
    round_rect(surface, bubble.move(0, look.px(2)), look.px(18), EDGE)
    round_rect(surface, bubble, look.px(18), CARD)
    size = look.px(9)
    for at in range(3):
        x = bubble.centerx + (at - 1) * look.px(15)
        up = look.px(3) if at == phase % 4 else 0
        spot = pygame.Rect(0, 0, size, size)
        spot.center = (x, bubble.centery - up)
        round_rect(surface, spot, size // 2, TEAL if up else "#8d93a8")


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
    bar = pygame.Rect(rect.right - width - look.px(3), y, width, tall)
    round_rect(surface, bar, width // 2, "#a9a08c")


def draw_canvas(
    surface: pygame.Surface, canvas: Canvas, rect: pygame.Rect, look: Look
) -> None:
    """Draw what was drawn, and the pen of the keyboard."""
    width = look.px(6)
    for colour, points in canvas.lines:
        placed = [(x + rect.x, y + rect.y) for x, y in points]
        if len(placed) > 1:
            pygame.draw.lines(surface, colour, False, placed, width)  # noqa: FBT003
        for point in placed:
            pygame.draw.circle(surface, colour, point, width // 2)
    if canvas.pen is not None:
        x, y = canvas.pen[0] + rect.x, canvas.pen[1] + rect.y
        pygame.draw.circle(surface, FOCUS, (x, y), look.px(8), look.px(2))
