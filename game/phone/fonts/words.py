"""How wide words are, so that lines of them need not be shaped to be measured."""

import re
from collections.abc import Callable, Iterator
from typing import Final, Generic, TypeVar

import pygame

KEPT: Final = 2000
"""How many words of one style are kept: half a megabyte (0.42 MB for 1,679)."""
MASTER: Final = 1000
"""The size of letters, in pixels, at which it is measured how near they stand."""
BLANK: Final = 2.5
"""How many times more than after a letter the room after a blank grows."""

NEAR: Final = 8
"""So many pixels of the font from a whole line, a line is shaped to be measured."""

_T = TypeVar("_T")
_Font = pygame.font.Font


def room(letter: str, gap: int) -> int:
    """Return what is left free after a letter where letters stand *gap* apart."""
    return round(gap * BLANK) if letter.isspace() else gap


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


class Words:
    """The widths of words in one style.

    ``plain`` matches the lines that may be measured by their words.
    """

    def __init__(
        self,
        font: Callable[[], _Font],
        near: Known[float] | int,
        plain: re.Pattern[str],
        finer: int,
    ) -> None:
        """Take how words are measured.

        Args:
            font: Returns what they are drawn in; it is not kept, or no font that was
                used once could be closed.
            near: Their kerning, or how many pixels of the font further apart than by
                themselves their letters stand.
            plain: Matches lines whose words can be measured one by one.
            finer: How many times larger than on the screen letters are drawn.
        """
        self.plain = plain
        self._finer = finer
        self._size: Callable[[str], float]
        # All in pixels of the font: letters, how far a letter stands out before and
        # after its own room, and words with half a blank at either side.
        if isinstance(near, int):
            self._letters = Known(
                lambda letter: font().size(letter)[0] + room(letter, near)
            )
            self._edges = Known(lambda _: (0, 0))
            self._words = Known(lambda word: float(self._apart(word)))
            self._size = lambda line: self._apart(line) - self._blank
        else:
            size = font().point_size
            self._letters = Known(lambda letter: _metrics(font(), letter)[4])
            self._edges = Known(lambda letter: _edges(font(), letter))
            self._words = Known(lambda word: self._apart(word) + near[word] * size)
            self._size = lambda line: font().size(line)[0]
        self._blank = self._letters[" "]

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
        wides, edges, most = self._words, self._edges, width * self._finer
        start, wide, full = 0, 0.0, 0.0
        for at, word in enumerate(words):
            new, after = wide + wides[word], edges[word[-1]][1]
            if at > start:
                with_it = new + after
                if abs(with_it - most) < NEAR:
                    with_it = self._size(" ".join(words[start : at + 1]))
                if with_it <= most:
                    wide, full = new, with_it
                    continue
                yield " ".join(words[start:at]), self._shown(full)
            start = at
            wide = wides[word] - self._blank + edges[word[0]][0]
            full = wide + after
            if abs(full - most) < NEAR:
                full = self._size(word)
        yield " ".join(words[start:]), self._shown(full)

    def _apart(self, word: str) -> int:
        return sum(map(self._letters.__getitem__, word)) + self._blank

    def _shown(self, wide: float) -> int:
        return -int(-wide // self._finer)


def _edges(font: _Font, letter: str) -> tuple[int, int]:
    left, right, _, _, wide = _metrics(font, letter)
    return max(0, -left), max(0, right - wide)


def _metrics(font: _Font, letter: str) -> tuple[int, int, int, int, int]:
    found = font.metrics(letter)[0]
    assert found is not None, "plain lines have letters that the face has"
    return found
