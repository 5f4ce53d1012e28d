"""The drawings at the size they are shown, read once. Knows no pages."""

from pathlib import Path
from typing import Final

import pygame

from game.phone.kept import Kept

KEPT: Final = 6_000_000
"""How many bytes of drawings are kept in memory."""

ROUNDING: Final = 2
"""How many pixels too few are no gap: a drawing comes back a pixel off at times."""

HEART: Final = 0.64
"""How far down a drawing that is cut keeps what it shows, as a part of its height."""


class Drawings:
    """SVG drawings from a folder, tinted or cut round as asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept = Kept(KEPT)

    def get(  # noqa: PLR0913 (all that can be done with a drawing)
        self,
        name: str,
        size: tuple[int, int],
        *,
        tint: str = "",
        radius: int = 0,
        cover: bool = False,
        instead: str = "",
    ) -> pygame.Surface | None:
        """Return a drawing that fits *size*, or None if there is none to show.

        One that covers fills *size* and loses what stands over. Where there is no
        drawing of that name it is that of *instead*, if one is named; a mood that is
        not drawn falls back to the usual picture of its name, and that to ``blank``.
        """
        names = (name, instead or name.rpartition("-")[0], "blank")

        def make() -> pygame.Surface | None:
            drawn = self._make(names, size, cover=cover)
            if drawn is not None and tint:
                _tint(drawn, pygame.Color(tint))
            if drawn is not None and radius:
                _round(drawn, radius)
            return drawn

        return self._kept.get((names, size, tint, radius, cover), make)

    def _make(
        self, names: tuple[str, ...], size: tuple[int, int], *, cover: bool
    ) -> pygame.Surface | None:
        for wanted in names:
            path = self._folder / f"{wanted}.svg"
            if wanted and path.is_file():
                try:
                    return _drawn(path, size, cover=cover)
                except pygame.error:
                    continue
        return None


def _drawn(path: Path, size: tuple[int, int], *, cover: bool) -> pygame.Surface:
    drawn = pygame.image.load_sized_svg(path, size).convert_alpha()
    gaps = size[0] - drawn.get_width(), size[1] - drawn.get_height()
    if not cover or max(gaps) <= ROUNDING:
        return drawn
    # A drawing keeps its shape: it is made large enough, and cut.
    grown = max(size[0] / drawn.get_width(), size[1] / drawn.get_height())
    large = round(drawn.get_width() * grown) + 1, round(drawn.get_height() * grown) + 1
    drawn = pygame.image.load_sized_svg(path, large).convert_alpha()
    cut = pygame.Rect((0, 0), size)
    whole = drawn.get_rect()
    cut.center = whole.centerx, round(whole.h * HEART)
    return drawn.subsurface(cut.clamp(whole).clip(whole)).copy()


def _tint(drawn: pygame.Surface, colour: pygame.Color) -> None:
    drawn.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    drawn.fill((colour.r, colour.g, colour.b, 0), special_flags=pygame.BLEND_RGBA_ADD)


def _round(drawn: pygame.Surface, radius: int) -> None:
    mask = pygame.Surface(drawn.get_size(), pygame.SRCALPHA)
    rect = mask.get_rect()
    white = (255, 255, 255, 255)
    for x in (radius, rect.w - radius - 1):
        for y in (radius, rect.h - radius - 1):
            pygame.draw.aacircle(mask, white, (x, y), radius)
    mask.fill(white, rect.inflate(-2 * radius, 0))
    mask.fill(white, rect.inflate(0, -2 * radius))
    # Only how dense the rim is may be dimmed; it would be grey.
    mask.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    drawn.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
