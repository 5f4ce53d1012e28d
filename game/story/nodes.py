"""Texts, lists and tables, each with its place in a file: what a story is read from.

Knows neither YAML nor stories.
"""

import re
from collections.abc import (
    Callable,
    Collection,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from game.source import Mark
from game.story.places import LENGTH_BITS, Source

_LENGTHS: Final = (1 << LENGTH_BITS) - 1
"""The bits of a place that do not say where it starts."""

_COMMENT: Final = re.compile(r"[ \t]*#")


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
    """Items of a list that are text still: from where up to where, and what reads them.

    ``last`` are those behind them, which are read.
    """

    start: int
    end: int
    read: "Callable[[Source, int, int], tuple[Node, ...]]" = field(repr=False)
    last: tuple["Node", ...] = ()


@dataclass(slots=True)
class Row:
    """A list; it stands in *source* at *start*.

    ``kept`` tells where its items stand if they are read only when somebody asks.
    """

    __match_args__ = ("items", "source", "start")

    _items: tuple["Node", ...]
    source: Source = field(repr=False)
    start: int
    kept: Kept | None = field(default=None, compare=False, repr=False)

    @property
    def items(self) -> tuple["Node", ...]:
        """What is in it."""
        kept = self.kept
        if kept is not None and not self._items:
            found = kept.read(self.source, kept.start, kept.end)
            self._items = (*found, *kept.last)
        return self._items

    @property
    def last(self) -> "Node | None":
        """The last of its items; None where that is kept as text."""
        items = self.items if self.kept is None else self.kept.last
        return items[-1] if items else None

    @property
    def without_last(self) -> "Row":
        """The list up to what ``last`` is."""
        if self.kept is None:
            return Row(self._items[:-1], self.source, self.start)
        return replace(self, _items=(), kept=replace(self.kept, last=()))

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
