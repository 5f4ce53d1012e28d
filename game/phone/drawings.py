"""The drawings at the size they are shown, read once. Knows no pages."""

from collections import OrderedDict
from pathlib import Path
from typing import Final

import pygame

KEPT: Final = 200
"""How many drawings are kept in memory, the last used ones."""


class Drawings:
    """SVG drawings from a folder, tinted or cut round as asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: OrderedDict[
            tuple[str, tuple[int, int], str, int], pygame.Surface | None
        ] = OrderedDict()

    def get(
        self, name: str, size: tuple[int, int], *, tint: str = "", radius: int = 0
    ) -> pygame.Surface | None:
        """Return a drawing that fits *size*, or None if there is none to show.

        A mood that is not drawn falls back to the usual picture of that name, and
        that to ``blank``.
        """
        key = name, size, tint, radius
        if key not in self._kept:
            self._kept[key] = self._make(name, size, tint, radius)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _make(
        self, name: str, size: tuple[int, int], tint: str, radius: int
    ) -> pygame.Surface | None:
        for wanted in (name, name.rpartition("-")[0], "blank"):
            path = self._folder / f"{wanted}.svg"
            if wanted and path.is_file():
                try:
                    drawn = pygame.image.load_sized_svg(path, size).convert_alpha()
                except pygame.error:
                    continue
                if tint:
                    _tint(drawn, pygame.Color(tint))
                return _rounded(drawn, radius) if radius else drawn
        return None


def _tint(drawn: pygame.Surface, colour: pygame.Color) -> None:
    drawn.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    drawn.fill((colour.r, colour.g, colour.b, 0), special_flags=pygame.BLEND_RGBA_ADD)


def _rounded(drawn: pygame.Surface, radius: int) -> pygame.Surface:
    mask = pygame.Surface(drawn.get_size(), pygame.SRCALPHA)
    rect = mask.get_rect()
    white = (255, 255, 255, 255)
    for x in (radius, rect.w - radius - 1):
        for y in (radius, rect.h - radius - 1):
            pygame.draw.aacircle(mask, white, (x, y), radius)
    mask.fill(white, rect.inflate(-2 * radius, 0))
    mask.fill(white, rect.inflate(0, -2 * radius))
    drawn.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return drawn
