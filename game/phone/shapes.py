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
    _corners(surface, rect, radius, colour)
    wide, tall = rect.w - 2 * radius, rect.h - 2 * radius
    # Every row once: to begin and end a row takes longer than what is between.
    surface.fill(colour, (rect.x + radius, rect.y, wide, radius))
    surface.fill(colour, (rect.x, rect.y + radius, rect.w, tall))
    surface.fill(colour, (rect.x + radius, rect.bottom - radius, wide, radius))


def round_edge(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, colour: str, width: int
) -> None:
    """Draw the edge of such a shape, *width* pixels wide.

    In the corners more than that is filled: what lies inside has to be drawn over it.
    """
    radius = max(0, min(radius, rect.w // 2, rect.h // 2))
    if radius:
        _corners(surface, rect, radius, colour)
    wide, tall = rect.w - 2 * radius, rect.h - 2 * radius
    for x, y, w, h in (
        (rect.x + radius, rect.y, wide, width),
        (rect.x + radius, rect.bottom - width, wide, width),
        (rect.x, rect.y + radius, width, tall),
        (rect.right - width, rect.y + radius, width, tall),
    ):
        surface.fill(colour, (x, y, w, h))


def _corners(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, colour: str
) -> None:
    disc = _disc(radius, colour)
    right, bottom = rect.right - radius, rect.bottom - radius
    for x, y, at in (
        (rect.x, rect.y, (0, 0)),
        (right, rect.y, (radius, 0)),
        (rect.x, bottom, (0, radius)),
        (right, bottom, (radius, radius)),
    ):
        surface.blit(disc, (x, y), (*at, radius, radius))


@lru_cache(maxsize=60)
def _blurred(radius: int, spread: int, colour: str) -> pygame.Surface:
    """Return the shadow of a square with round corners and one pixel between them."""
    side = 2 * (radius + 2 * spread) + 1
    tint = pygame.Color(colour)
    drawn = pygame.Surface((side, side), pygame.SRCALPHA)
    drawn.fill((tint.r, tint.g, tint.b, 0))
    inside = drawn.get_rect().inflate(-2 * spread, -2 * spread)
    round_rect(drawn, inside, radius, colour)
    return pygame.transform.box_blur(pygame.transform.box_blur(drawn, spread), spread)


def shadow(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, lift: int, colour: str
) -> None:
    """Draw the soft shadow of a shape that lies *lift* pixels above what is there.

    Only around the shape, which covers the rest of it.
    """
    spread = 2 * lift
    # Two corners must not overlap, or the shadow would be twice as dense there.
    radius = max(0, min(radius, rect.w // 2 - spread, rect.h // 2 - spread))
    drawn = _blurred(radius, spread, colour)
    corner, end = radius + 2 * spread, drawn.get_width()
    far = end - corner
    place = rect.inflate(2 * spread, 2 * spread).move(0, lift)
    left, top = place.x + corner, place.y + corner
    right, bottom = place.right - corner, place.bottom - corner
    for x, y, at in (
        (place.x, place.y, (0, 0)),
        (right, place.y, (far, 0)),
        (place.x, bottom, (0, far)),
        (right, bottom, (far, far)),
    ):
        surface.blit(drawn, (x, y), (*at, corner, corner))
    wide, tall = max(0, right - left), max(0, bottom - top)
    above, below = rect.y - place.y, place.bottom - rect.bottom
    for x, y, part, size in (
        (left, place.y, (corner, 0, 1, above), (wide, above)),
        (left, rect.bottom, (corner, end - below, 1, below), (wide, below)),
        (place.x, top, (0, corner, spread, 1), (spread, tall)),
        (rect.right, top, (end - spread, corner, spread, 1), (spread, tall)),
    ):
        surface.blit(pygame.transform.scale(drawn.subsurface(part), size), (x, y))


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
