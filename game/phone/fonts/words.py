"""How wide words are, so that lines of them need not be shaped to be measured."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

import pygame

from game.phone.look import Style

KEPT: Final = 2000
"""How many words of one style are kept: about half a megabyte."""
KEPT_LINES: Final = 1000
"""How many widths of lines are kept of a look, the last used ones."""
MASTER: Final = 1000
"""The size of letters, in pixels, at which it is measured how near they stand."""
NEAR: Final = 8
"""So many pixels of the font from a whole line, a line is shaped to be measured."""

_T = TypeVar("_T")
_Font = pygame.font.Font


class Known(dict[str, _T], Generic[_T]):
    """What was found out about texts, each when it is first asked for."""

    def __init__(self, find: Callable[[str], _T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> _T:
        """Find it out, and forget all others where that would be too many."""
        if len(self) >= KEPT:
            self.clear()
        found = self[text] = self._find(text)
        return found


def kerning(font: _Font) -> Known[float]:
    """Return how much nearer than by themselves the letters of words stand.

    In parts of their size, which makes it the same for every size; with a blank at
    either side of the word.

    Args:
        font: A face at the size ``MASTER``.
    """
    alone = Known(lambda letter: _metrics(font, letter)[4])

    def near(word: str) -> float:
        text = f" {word} "
        return (font.size(text)[0] - sum(map(alone.__getitem__, text))) / MASTER

    return Known(near)


@dataclass(frozen=True, slots=True)
class Words:
    """The widths of words in one style, in pixels of the letters as drawn.

    ``plain`` matches the lines that may be measured by their words. ``wides`` are the
    widths with half a *blank* at either side, ``edges`` how far a letter stands out
    before and after its own room; ``size`` measures a line as a whole. Letters are
    drawn ``finer`` times larger than on the screen.
    """

    plain: re.Pattern[str]
    finer: int
    blank: int
    wides: Known[float]
    edges: Known[tuple[int, int]]
    size: Callable[[str], float]

    def rows(self, words: list[str], width: int) -> Iterator[tuple[str, int]]:
        """Break a paragraph of at least one word; no word is empty.

        Args:
            words: All of it; a word that is wider than a line stands on its own.
            width: That of a line, in pixels of the screen.

        Yields:
            Each line with its width: that of the line as it is drawn, but for a pixel
            or two, since what is rounded for the whole line there is added up here.
            Where a line ends never hangs on that.
        """
        wides, edges, most = self.wides, self.edges, width * self.finer
        start, wide, full = 0, 0.0, 0.0
        for at, word in enumerate(words):
            new, after = wide + wides[word], edges[word[-1]][1]
            if at > start:
                with_it = new + after
                if abs(with_it - most) < NEAR:
                    with_it = self.size(" ".join(words[start : at + 1]))
                if with_it <= most:
                    wide, full = new, with_it
                    continue
                yield " ".join(words[start:at]), self._shown(full)
            start = at
            wide = wides[word] - self.blank + edges[word[0]][0]
            full = wide + after
            if abs(full - most) < NEAR:
                full = self.size(word)
        yield " ".join(words[start:]), self._shown(full)

    def _shown(self, wide: float) -> int:
        return -int(-wide // self.finer)


class Ruler:
    """Measures texts in one look.

    Hundreds of messages are measured for a chat in a new size, nearly all of them in
    one font as it is, and of words that come again and again.
    """

    def __init__(
        self, width: Callable[[str, Style], int], words: Callable[[Style], Words]
    ) -> None:
        """Take what measures a line by shaping it, and what knows a style's words."""
        self._width = lru_cache(KEPT_LINES)(width)
        self._words = lru_cache(words)

    def __call__(self, text: str, style: Style) -> int:
        """Return the width of one line of text, in pixels."""
        return self._width(text, style)

    def rows(
        self, paragraph: str, width: int, style: Style
    ) -> tuple[tuple[str, int], ...] | None:
        """Break a paragraph into lines of at most *width*, each with its own width.

        None where it has letters of other fonts, or a word that is too wide.
        """
        words = self._words(style)
        if not words.plain.fullmatch(paragraph):
            return None
        parts = [part for part in paragraph.split(" ") if part]
        rows = tuple(words.rows(parts, width)) if parts else (("", 0),)
        return rows if all(wide <= width for _, wide in rows) else None


def set_close(
    font: Callable[[], _Font], near: Known[float], plain: re.Pattern[str], finer: int
) -> Words:
    """Return the widths of words whose letters stand as near as their face wants.

    Args:
        font: Returns what they are drawn in; it is not kept, or no font that was used
            once could be closed.
        near: The kerning of the face.
        plain: As in ``Words``.
        finer: As in ``Words``.
    """
    size = font().point_size
    room = Known(lambda letter: _metrics(font(), letter)[4])
    blank = room[" "]

    def wide(word: str) -> float:
        return sum(map(room.__getitem__, word)) + blank + near[word] * size

    edges = Known(lambda letter: _edges(font(), letter))
    return Words(
        plain, finer, blank, Known(wide), edges, lambda line: font().size(line)[0]
    )


def set_apart(size: Callable[[str], int], plain: re.Pattern[str], finer: int) -> Words:
    """Return the widths of words whose letters stand by themselves.

    Args:
        size: Measures a text, as the sum of its letters.
        plain: As in ``Words``.
        finer: As in ``Words``.
    """
    blank = size(" ")
    wides = Known(lambda word: float(size(word) + blank))
    return Words(plain, finer, blank, wides, Known(lambda _: (0, 0)), size)


def _edges(font: _Font, letter: str) -> tuple[int, int]:
    left, right, _, _, wide = _metrics(font, letter)
    return max(0, -left), max(0, right - wide)


def _metrics(font: _Font, letter: str) -> tuple[int, int, int, int, int]:
    found = font.metrics(letter)[0]
    assert found is not None, "plain lines have letters that the face has"
    return found
