"""Texts, lists and tables, each with its place in a file: what a story is read from.

Knows neither YAML nor stories.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, repeat
from typing import Final, TypeAlias

from game.source import Mark

_COMMENT: Final = re.compile(r"[ \t]*#")
# One letter after the other, and no set of them: so it is found twice as fast.
_BREAK: Final = re.compile("\r\n|\r|\n|\x85|\u2028|\u2029")

_NEAR: Final = 16
"""Lines in which a place is looked for first."""


LONGEST_NAME: Final = 16
"""Characters of a text that is kept once, however often it is written."""


class Source:
    """The text of a file, and its name in marks.

    Nodes keep how many characters stand before them; lines are counted when one is
    asked for its mark, which few are.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._near = 0
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
    def _starts(self) -> "array[int]":
        """Where each line starts, in characters from the start of the text.

        Lines that no place lies in follow, so that some are always near.
        """
        ends = map(re.Match.end, _BREAK.finditer(self.text))
        return array("I", chain((0,), ends, repeat(len(self.text) + 1, _NEAR)))

    def line(self, at: int) -> int:
        """Return the line, from 0, in which the character at *at* stands."""
        return bisect_right(self._starts, at) - 1

    def column(self, at: int) -> int:
        """Return the column, from 0, in which the character at *at* stands."""
        return at - self._starts[self.line(at)]

    def mark(self, at: int, length: int = 1) -> Mark:
        """Return the place of *length* characters from *at*.

        It is one character wide where they do not end on the line they start on.
        """
        starts, near = self._starts, self._near
        # Marks are asked for in order of the file, more or less.
        line = bisect_right(starts, at, near, near + _NEAR)
        if line in (near, near + _NEAR):
            line = bisect_right(starts, at)
        self._near = line - 1
        width = length if length and at + length < starts[line] else 1
        return Mark(self.file, line, at - starts[line - 1] + 1, width)


LENGTH_BITS: Final = 32
"""Bits of a place that do not say where it starts: no text has a billion letters."""


OF_ITS_OWN: Final = 0
"""The place of a value that is no text and knows its own."""


_LENGTHS: Final = (1 << LENGTH_BITS) - 1
"""Those bits."""


def placed(start: int, length: int, *, plain: bool) -> int:
    """Put where a text stands into one number, which takes a third of the memory."""
    return start << LENGTH_BITS | length << 1 | plain


# Nodes are not frozen, though nobody changes one: a file has hundreds of thousands,
# and setting the fields of a frozen one takes three times as long.
@dataclass(slots=True)
class Text:
    """A scalar as written, without quotes; ``place`` tells where in *source*.

    ``written`` is the value in the file, where a shared piece puts something else in
    for it.
    """

    value: str
    source: Source = field(repr=False)
    place: int
    written: str = field(default="", compare=False, repr=False)

    @property
    def start(self) -> int:
        """How many characters stand before it."""
        return self.place >> LENGTH_BITS

    @property
    def length(self) -> int:
        """Its characters in the file, with quotes."""
        return (self.place & _LENGTHS) >> 1

    @property
    def plain(self) -> bool:
        """Whether it has no quotes."""
        return bool(self.place & 1)

    @property
    def mark(self) -> Mark:
        """The place of the text; of several lines, that of the first letter."""
        place = self.place
        return self.source.mark(place >> LENGTH_BITS, (place & _LENGTHS) >> 1)

    @property
    def comment(self) -> bool:
        """Whether a comment follows on the last line of a plain text."""
        place, text = self.place, self.source.text
        end = (place >> LENGTH_BITS) + ((place & _LENGTHS) >> 1)
        # Nearly every line ends with its text.
        if text.startswith("\n", end) or not self.plain:
            return False
        return _COMMENT.match(text, end) is not None

    @property
    def below(self) -> int:
        """The line, from 1, in which something can be added after the text."""
        source, end = self.source, self.start + self.length
        line = source.line(end)
        # The end of a block scalar is the start of the line below it.
        block = source.column(end) == 0 and line > source.line(self.start)
        return line + (1 if block else 2)


@dataclass(slots=True)
class Kept:
    """Items that are text still: from where up to where, and what reads them."""

    start: int
    end: int
    read: "Callable[[int, int], tuple[Node, ...]]" = field(repr=False)


@dataclass(slots=True)
class Row:
    """A list; it stands in *source* at *start*."""

    __match_args__ = ("items", "source", "start")

    _items: "tuple[Node, ...] | Kept"
    source: Source = field(repr=False)
    start: int

    @property
    def items(self) -> tuple["Node", ...]:
        """What is in it; read now, where nobody has asked before."""
        if isinstance(self._items, Kept):
            self._items = self._items.read(self._items.start, self._items.end)
        return self._items

    @property
    def kept(self) -> Kept | None:
        """Its items, where they are text still."""
        return self._items if isinstance(self._items, Kept) else None

    @property
    def mark(self) -> Mark:
        """The place where the list starts."""
        return self.source.mark(self.start)


@dataclass(slots=True)
class Table:
    """A mapping; keys are texts, all different, in the order of the file.

    Where it stands, and its entries, is in *source* from *index* on; ``written`` names
    the keys in the file for which a shared piece puts in something else.
    """

    names: tuple[str, ...]
    _nodes: "tuple[Node | str, ...] | dict[str, Node]"
    source: Source = field(repr=False)
    index: int = field(repr=False)
    written: Mapping[str, str] | None = field(default=None, compare=False, repr=False)

    @property
    def at(self) -> dict[str, "Node"]:
        """The value of each name.

        Made when it is first asked for, of the bare texts: memory has no room for all
        nodes of a large file, and its tables are read one after the other.
        """
        if isinstance(self._nodes, tuple):
            source, first = self.source, self.index + 2
            places = source.places[first : first + 2 * len(self.names) : 2]
            self._nodes = {
                name: Text(node, source, place, node) if isinstance(node, str) else node
                for name, node, place in zip(
                    self.names, self._nodes, places, strict=True
                )
            }
        return self._nodes

    @property
    def start(self) -> int:
        """How many characters stand before it."""
        return self.source.places[self.index] >> 1

    @property
    def flow(self) -> bool:
        """Whether it is in brackets or braces."""
        return bool(self.source.places[self.index] & 1)

    @property
    def places(self) -> Sequence[int]:
        """Where each key stands, as texts keep it."""
        first = self.index + 1
        return self.source.places[first : first + 2 * len(self.names) : 2]

    @property
    def keys(self) -> Iterator[Text]:
        """Each key as a text."""
        for name, place in zip(self.names, self.places, strict=True):
            yield Text(name, self.source, place, self.as_written(name))

    def as_written(self, name: str) -> str:
        """Return the key *name* as it stands in the file."""
        return name if self.written is None else self.written[name]

    def other_keys(self, known: Collection[str]) -> tuple[Text, ...]:
        """Return the keys that are not among those *known*."""
        if all(map(known.__contains__, self.names)):
            return ()
        return tuple(key for key in self.keys if key.value not in known)

    @property
    def entries(self) -> Iterator[tuple[Text, "Node"]]:
        """Each key with its value."""
        return zip(self.keys, self.at.values(), strict=True)

    @property
    def mark(self) -> Mark:
        """The place where the table starts."""
        return self.source.mark(self.start)


Node: TypeAlias = Text | Row | Table
