"""Smooth rounded shapes, quickly: the corners are drawn once, large, and kept."""

from functools import lru_cache
from typing import Final

import pygame

FINER: Final = 4
"""How many times larger a corner is drawn before it is scaled down."""


@lru_cache(maxsize=400)
def _disc(radius: int, colour: str) -> pygame.Surface:
    """Return a smooth disc in *colour*, two radii wide."""
    side = 2 * radius
    large = pygame.Surface((side * FINER, side * FINER), pygame.SRCALPHA)
    tint = pygame.Color(colour)
    # The same colour behind, fully clear: scaling would mix a dark edge in otherwise.
    large.fill((tint.r, tint.g, tint.b, 0))
    middle = radius * FINER
    pygame.draw.circle(large, tint, (middle, middle), middle)
    return pygame.transform.smoothscale(large, (side, side))


def round_rect(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, colour: str
) -> None:
    """Fill *rect* with round corners, clipped like everything else on the surface."""
    if rect.w <= 0 or rect.h <= 0:
        return
    radius = min(radius, rect.w // 2, rect.h // 2)
    if radius <= 0:
        surface.fill(colour, rect)
        return
    disc = _disc(radius, colour)
    side = 2 * radius
    right, bottom = rect.right - radius, rect.bottom - radius
    for x, y, at in (
        (rect.x, rect.y, (0, 0)),
        (right, rect.y, (radius, 0)),
        (rect.x, bottom, (0, radius)),
        (right, bottom, (radius, radius)),
    ):
        surface.blit(disc, (x, y), (*at, radius, radius))
    surface.fill(colour, (rect.x + radius, rect.y, rect.w - side, rect.h))
    surface.fill(colour, (rect.x, rect.y + radius, radius, rect.h - side))
    surface.fill(colour, (right, rect.y + radius, radius, rect.h - side))


def ring(
    surface: pygame.Surface,
    rect: pygame.Rect,
    radius: int,
    colours: tuple[str, str],
    width: int,
) -> None:
    """Draw a line of two colours around *rect*: the outer one shows on any ground."""
    outer = pygame.Surface(rect.inflate(4 * width, 4 * width).size, pygame.SRCALPHA)
    whole = outer.get_rect()
    dark, light = colours
    round_rect(outer, whole, radius + 2 * width, light)
    round_rect(
        outer, whole.inflate(-width // 2 * 2, -width // 2 * 2), radius + width, dark
    )
    hole = pygame.Surface(rect.size, pygame.SRCALPHA)
    # Only the alpha is taken away: its clear corners must not darken the line.
    round_rect(hole, hole.get_rect(), radius, "#000000")
    outer.blit(hole, (2 * width, 2 * width), special_flags=pygame.BLEND_RGBA_SUB)
    surface.blit(outer, (rect.x - 2 * width, rect.y - 2 * width))
