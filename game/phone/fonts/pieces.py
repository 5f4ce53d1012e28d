"""A line cut into pieces, each of one font, script and direction. Draws nothing."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from game.phone.fonts.coverage import LEXEND, covers
from game.phone.fonts.packs import pack_for
from game.phone.writing.clusters import clusters, unseen
from game.phone.writing.direction import runs
from game.phone.writing.scripts import COMMON, is_letter, is_written, script_of

INSTEAD: Final = "·"
"""Stands for a letter that no font has: something is missing, and it is no box."""


@dataclass(frozen=True, eq=False)
class Faces:
    """The fonts to use where they can be, the first of them first, Lexend last.

    A text that matches ``plain`` needs only the first.
    """

    files: tuple[Path, ...]
    plain: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters in the order of reading; ``file`` has them all.

    ``script`` is its code for a font that is none of the faces.
    """

    text: str
    file: Path
    script: str = COMMON
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class _Font:
    file: Path
    script: str = COMMON


def pieces(text: str, faces: Faces) -> tuple[Piece, ...]:
    """Return what to draw for one line, from left to right.

    The first letter of *text* says which way it runs as a whole. No piece is empty.
    Signs and emoji that the faces do not have are left out, letters that no font has
    are dots.
    """
    if faces.plain.fullmatch(text):
        return (Piece(text, faces.files[0]),) if text else ()
    return _mixed(text, faces)


@lru_cache(maxsize=2000)
def _mixed(text: str, faces: Faces) -> tuple[Piece, ...]:
    around = _around(text, faces)
    found: list[Piece] = []
    for run in runs(text):
        fitted = _fitted(run.text, faces, around)
        row = [
            Piece("".join(part for _, part in group), font.file, font.script, run.rtl)
            for font, group in groupby(fitted, key=itemgetter(0))
        ]
        found += reversed(row) if run.rtl else row
    return tuple(found)


def undrawn(text: str, faces: Faces) -> Iterator[str]:
    """Yield each cluster that cannot be drawn as it is, once."""
    if faces.plain.fullmatch(text):
        return
    around = _around(text, faces)
    for cluster in dict.fromkeys(clusters(text)):
        if cluster.isspace() or all(map(unseen, cluster)):
            continue
        whole = unicodedata.normalize("NFC", cluster)
        if any(covers(font.file, whole) for font in around):
            continue
        if _font_for(whole, faces) is None:
            yield cluster


def _around(text: str, faces: Faces) -> tuple[_Font, ...]:
    """Return the fonts of all letters of a text, each once."""
    parts = (part for part in clusters(text) if script_of(part) != COMMON)
    fonts = (_font_for(unicodedata.normalize("NFC", part), faces) for part in parts)
    return tuple(dict.fromkeys(font for font in fonts if font is not None))


def _fitted(
    text: str, faces: Faces, around: tuple[_Font, ...]
) -> list[tuple[_Font, str]]:
    """Return each cluster that can be drawn with its font.

    What scripts share stays in the font of the letters beside it, if that has it, or
    in one of those *around* on the line.
    """
    given = [unicodedata.normalize("NFC", part) for part in clusters(text)]
    fonts = [
        None if script_of(part) == COMMON else _font_for(part, faces) for part in given
    ]
    beside = next((font for font in fonts if font is not None), _Font(faces.files[0]))
    fitted: list[tuple[_Font, str]] = []
    for part, own in zip(given, fonts, strict=True):
        if all(map(unseen, part)):
            continue
        font = own
        if own is not None:
            beside = own
        elif script_of(part) == COMMON:
            near = (one for one in (beside, *around) if covers(one.file, part))
            font = next(near, None) or _font_for(part, faces)
        if font is not None:
            fitted.append((font, part))
        elif part.isspace() or is_letter(part):
            instead = " " if part.isspace() else INSTEAD
            fitted.append((_Font(faces.files[-1]), instead))
    return fitted


@lru_cache(maxsize=4000)
def _font_for(part: str, faces: Faces) -> _Font | None:
    """Return a font that has a cluster; for signs, only the faces are asked."""
    if LEXEND.fullmatch(part) and len(faces.files) == 1:
        return _Font(faces.files[0])
    for file in faces.files:
        if covers(file, part):
            return _Font(file)
    script = script_of(part)
    pack = pack_for(part, script) if is_written(part) else None
    return None if pack is None else _Font(pack, script)
