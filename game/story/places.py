"""The text of a file, and where in it something stands.

Knows letters and lines; neither YAML nor stories.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import Final

from game.source import Mark

LONGEST_NAME: Final = 16
"""Characters of a text that is kept once, however often it is written."""

LENGTH_BITS: Final = 32
"""Bits of a place that do not say where it starts: no text has a billion letters."""

OF_ITS_OWN: Final = 0
"""The place of a value that is no text and knows its own."""

# One letter after the other, and no set of them: so it is found twice as fast.
_BREAK: Final = re.compile("\r\n|\r|\n|\x85|\u2028|\u2029")
_UNUSUAL: Final = "\r\x85\u2028\u2029"

_PIECE_BITS: Final = 9
"""Bits of how many characters there are in a piece, in which lines are counted."""


def placed(start: int, length: int, *, plain: bool) -> int:
    """Put where a text stands into one number, which takes a third of the memory."""
    return start << LENGTH_BITS | length << 1 | plain


class Source:
    """The text of a file, and its name in marks.

    Nodes keep how many characters stand before them; lines are counted when one is
    asked for its mark, which few are.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._short: dict[str, str] = {}
        self._shapes: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.places = array("Q")
        """Of each table where it starts and whether it is in brackets or braces, then
        where each key and each value stands: kept by the tables themselves that would
        take most memory."""

    def add_table(self, start: int, *, flow: bool, entries: Iterable[int]) -> int:
        """Keep where a table stands, and its keys and values by turns.

        Returns:
            The index to find it by.
        """
        index = len(self.places)
        self.places.append(start << 1 | flow)
        self.places.extend(entries)
        return index

    def once(self, value: str) -> str:
        """Return the one copy of a short text: they come again and again."""
        if len(value) > LONGEST_NAME:
            return value
        return self._short.setdefault(value, value)

    def shape(self, names: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the one copy of a table's names; None if a name is there twice.

        Many tables have the same names, in the same order.
        """
        shape = self._shapes.get(names)
        if shape is None and len(set(names)) == len(names):
            shape = self._shapes[names] = tuple(map(self.once, names))
        return shape

    def all_is_read(self) -> None:
        """Forget which texts and names there are one copy of: they take memory."""
        self._short.clear()
        self._shapes.clear()

    @cached_property
    def _starts(self) -> "array[int] | None":
        """Where each line starts, in characters; None if each break is a usual one."""
        if not any(map(self.text.__contains__, _UNUSUAL)):
            return None
        ends = map(re.Match.end, _BREAK.finditer(self.text))
        return array("I", chain((0,), ends, (len(self.text) + 1,)))

    @cached_property
    def _pieces(self) -> "tuple[array[int], array[int]]":
        """The line, from 0, in which each piece starts, and where that line does.

        Lines are counted between here and a place: to keep where each of them starts
        would take twenty times as long.
        """
        text, size = self.text, 1 << _PIECE_BITS
        lines, starts = array("I", (0,)), array("I", (0,))
        for at in range(0, len(text), size):
            lines.append(lines[-1] + text.count("\n", at, at + size))
            starts.append(text.rfind("\n", at, at + size) + 1 or starts[-1])
        return lines, starts

    def _found(self, at: int) -> tuple[int, int]:
        """Return the line, from 0, in which a character stands, and its start."""
        if self._starts is not None:
            line = bisect_right(self._starts, at) - 1
            return line, self._starts[line]
        piece = at >> _PIECE_BITS
        begin = piece << _PIECE_BITS
        lines, starts = self._pieces
        line = lines[piece] + self.text.count("\n", begin, at)
        return line, self.text.rfind("\n", begin, at) + 1 or starts[piece]

    def line(self, at: int) -> int:
        """Return the line, from 0, in which the character at *at* stands."""
        return self._found(at)[0]

    def column(self, at: int) -> int:
        """Return the column, from 0, in which the character at *at* stands."""
        return at - self._found(at)[1]

    def mark(self, at: int, length: int = 1) -> Mark:
        """Return the place of *length* characters from *at*.

        It is one character wide where they do not end on the line they start on.
        """
        line, start = self._found(at)
        if length == 0 or self._is_broken(at, at + length):
            length = 1
        return Mark(self.file, line + 1, at - start + 1, length)

    def _is_broken(self, start: int, end: int) -> bool:
        """Whether a line ends on the way from one character to another."""
        if self._starts is None:
            return "\n" in self.text[start:end]
        return self.line(start) != self.line(end)
