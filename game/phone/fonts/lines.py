"""Lines of letters, measured and drawn."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

import pygame

from game.phone.fonts.coverage import ATKINSON, LEXEND
from game.phone.fonts.packs import stronger
from game.phone.fonts.pieces import Faces, Piece, pieces
from game.phone.fonts.weights import cache_folder, face_file, variable
from game.phone.fonts.words import (
    MASTER,
    Known,
    Ruler,
    Words,
    kerning,
    set_apart,
    set_close,
)
from game.phone.look import Face, Look, Style
from game.phone.writing.clusters import clusters
from game.phone.writing.scripts import COMMON

LARGE: Final = 28
"""From this size on, in pixels, letters are drawn only twice as large first."""
KEPT_LOOKS: Final = 3
"""Of how many looks widths are kept."""
KEPT_FONTS: Final = 24
"""How many fonts are open, the last used ones: each keeps the letters it has drawn."""
KEPT_LETTERS: Final = 400
"""How many single letters are kept, for lines whose letters stand further apart."""
APART: Final = frozenset((COMMON, "Latn", "Cyrl", "Grek"))
"""Scripts whose letters may stand further apart; in others they are joined."""
BLANK: Final = 2.5
"""How many times more than after a letter the room after a blank grows."""

GROWN: Final = {"Arab": 1.15}
"""How many times larger a script is set, so that it is read as easily beside Lexend."""

_Font: TypeAlias = pygame.font.Font


class Fonts:
    """Letters by size, each font opened once. A weight not there yet is regular.

    Lines are drawn larger and scaled down: at the sizes of running text, letters
    would otherwise be moved to whole pixels and stand unevenly. What the face of the
    look has no letters for is set in other fonts that do.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder()
        self._faces: dict[tuple[Face, bool], Faces] = {}
        self._fonts: OrderedDict[tuple[Path, int, str, bool], _Font] = OrderedDict()
        self._measures: dict[Look, Ruler] = {}
        self._kerning: dict[Path, Known[float]] = {}
        self._letters: dict[tuple[_Font, str, str], pygame.Surface] = {}

    def measure(self, look: Look) -> Ruler:
        """Return what measures texts in a style: the same for the same look."""
        if look not in self._measures:
            if len(self._measures) >= KEPT_LOOKS:
                self._measures.clear()
            self._measures[look] = Ruler(
                partial(self.width, look), partial(self.words, look)
            )
        return self._measures[look]

    def width(self, look: Look, text: str, style: Style) -> int:
        """Return the width of one line, in pixels."""
        faces = self._faces_of(look, style)
        wide = sum(self._wide(look, piece, style) for piece in pieces(text, faces))
        return -(-wide // _finer(look, style))

    def words(self, look: Look, style: Style) -> Words:
        """Return the widths of words in a style."""
        faces, finer = self._faces_of(look, style), _finer(look, style)
        main = Piece("", faces.files[0])
        if look.tracking:
            return set_apart(
                lambda text: self._wide(look, replace(main, text=text), style),
                faces.plain,
                finer,
            )
        if main.file not in self._kerning:
            self._kerning[main.file] = kerning(_open(main.file, MASTER))
        font = partial(self._font, look, main, style)
        return set_close(font, self._kerning[main.file], faces.plain, finer)

    def line(self, look: Look, text: str, style: Style, ink: str) -> pygame.Surface:
        """Return one line, drawn.

        The letters of the face stand where they would by themselves, as measured from
        the middle, so that lines of several scripts stand evenly.
        """
        faces = self._faces_of(look, style)
        main = self._font(look, Piece("", faces.files[0]), style)
        found = pieces(text, faces)
        row = [
            (self._drawn(look, piece, style, ink), self._font(look, piece, style))
            for piece in found
        ]
        finer = _finer(look, style)
        if len(row) == 1 and row[0][1] is main:
            drawn = row[0][0]
        else:
            drawn = _joined(row, main, finer)
        width, height = drawn.get_size()
        if not width:
            # Nothing to see in it; scaling no pixels would crash.
            return drawn
        size = max(1, -(-width // finer)), max(1, round(height / finer))
        return pygame.transform.smoothscale(drawn, size)

    def _wide(self, look: Look, piece: Piece, style: Style) -> int:
        font = self._font(look, piece, style)
        if not look.tracking or piece.script not in APART:
            return font.size(piece.text)[0]
        gap = round(font.point_size * look.tracking)
        return sum(
            font.size(letter)[0] + _room(letter, gap) for letter in clusters(piece.text)
        )

    def _drawn(
        self, look: Look, piece: Piece, style: Style, ink: str
    ) -> pygame.Surface:
        font = self._font(look, piece, style)
        if look.tracking and piece.script in APART:
            return self._drawn_apart(look, piece, style, ink)
        drawn = font.render(piece.text, True, ink)  # noqa: FBT003
        if piece.script and look.bold(style) and stronger(piece.file) is None:
            # There is no such weight: two of the other, a hair apart, are one.
            drawn.blit(drawn.copy(), (max(1, font.get_height() // 50), 0))
        return drawn

    def _drawn_apart(
        self, look: Look, piece: Piece, style: Style, ink: str
    ) -> pygame.Surface:
        font = self._font(look, piece, style)
        size = self._wide(look, piece, style), font.get_height()
        whole = pygame.Surface(size, pygame.SRCALPHA)
        gap = round(font.point_size * look.tracking)
        left = 0
        for letter in clusters(piece.text):
            whole.blit(self._letter(font, letter, ink), (left, 0))
            left += font.size(letter)[0] + _room(letter, gap)
        return whole

    def _letter(self, font: _Font, letter: str, ink: str) -> pygame.Surface:
        key = font, letter, ink
        if key not in self._letters:
            if len(self._letters) > KEPT_LETTERS:
                self._letters.clear()
            self._letters[key] = font.render(letter, True, ink)  # noqa: FBT003
        return self._letters[key]

    def _faces_of(self, look: Look, style: Style) -> Faces:
        key = look.face, look.bold(style)
        if key not in self._faces:
            files = [face_file(Face.LEXEND, self._folder, bold=key[1])]
            if look.face is not Face.LEXEND:
                files.insert(0, face_file(look.face, self._folder, bold=key[1]))
            plain = LEXEND if look.face is Face.LEXEND else ATKINSON
            self._faces[key] = Faces(tuple(files), plain)
        return self._faces[key]

    def _font(self, look: Look, piece: Piece, style: Style) -> _Font:
        size = look.font(style) * _finer(look, style)
        size = round(size * GROWN.get(piece.script, 1))
        file = piece.file
        if piece.script and look.bold(style):
            file = stronger(file) or file
        key = file, size, piece.script, piece.rtl
        if key not in self._fonts:
            font = self._fonts[key] = _open(file, size)
            if piece.script:
                font.set_script(piece.script)
            if piece.rtl:
                font.set_direction(pygame.DIRECTION_RTL)
            if len(self._fonts) > KEPT_FONTS:
                self._fonts.popitem(last=False)
        self._fonts.move_to_end(key)
        return self._fonts[key]


def _room(letter: str, gap: int) -> int:
    """Return what is left free after a letter."""
    return round(gap * BLANK) if letter.isspace() else gap


def _joined(
    row: Sequence[tuple[pygame.Surface, _Font]], main: _Font, finer: int
) -> pygame.Surface:
    """Return pieces beside each other, their letters on one line.

    As much is free above as below the letters of the *main* font.
    """
    over = under = 0
    for drawn, font in row:
        over = max(over, font.get_ascent() - main.get_ascent())
        below = drawn.get_height() - font.get_ascent()
        under = max(under, below - (main.get_height() - main.get_ascent()))
    free = -(-max(over, under) // finer) * finer
    size = sum(drawn.get_width() for drawn, _ in row), main.get_height() + 2 * free
    whole = pygame.Surface(size, pygame.SRCALPHA)
    left = 0
    for drawn, font in row:
        whole.blit(drawn, (left, free + main.get_ascent() - font.get_ascent()))
        left += drawn.get_width()
    return whole


def _open(path: Path, size: int) -> _Font:
    """Open a font; instead of a damaged one, Lexend as its package has it."""
    try:
        font = pygame.font.Font(path, size)
        # Some damage shows only when the font is used.
        font.size("a")
    except (pygame.error, OSError):
        return pygame.font.Font(variable(), size)
    return font


def _finer(look: Look, style: Style) -> int:
    """Return how many times larger a style is drawn."""
    return 3 if look.font(style) < LARGE else 2
