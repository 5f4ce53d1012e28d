"""Scenes written in the plain way: their tree without a parser of YAML.

Nearly every line of a story is ``name: text`` at its depth. What such a line means in
YAML is clear from the line, and is read faster so. A scene that is written in any other
way is left to YAML, and so is a file in which something may be wrong: this module knows
no problems.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, TypeAlias

from game.story.nodes import Kept, Node, Row, Table
from game.story.places import LENGTH_BITS, OF_ITS_OWN, Source, placed
from game.story.usual import BETWEEN, BRACES, NAME, PAIR, PLAIN, QUOTED, usual_scene

# Line breaks of other kinds, tabs and byte order marks would need more care.
_UNUSUAL: Final = "\t\r\x85\u2028\u2029\ufeff"

_SCENES: Final = re.compile(rf"^scenes:\n{BETWEEN}(?=  [a-z])", re.MULTILINE)

# Each scene starts at the same depth; what follows the last stands further left.
_SCENE: Final = re.compile(r"^  (?=[a-z])", re.MULTILINE)
_LEFT: Final = re.compile(r"\n(?:(?P<name>[a-z])| ?[^ #\n])")

# A text alone on its line, in quotes or not; or short names and texts in braces.
_LINE: Final = re.compile(
    rf"""
    (\ *) (-\ )? ({NAME}) :
    (?:\ ({PLAIN}|{QUOTED}|{BRACES}))?
    (?: \n {BETWEEN} | \Z )
    """,
    re.VERBOSE | re.ASCII,
)


class _NotPlainError(Exception):
    """Something is written in another way."""


ReadPart: TypeAlias = Callable[[int, int, int], Node | None]
"""Reads a part of a text as YAML: from one character up to another, and inside how many
lists and tables it stands. None where that has problems."""

_Line: TypeAlias = tuple[int, bool, str, int, str | None, int]
"""A line that says something: the depth of its name, whether an item of a list starts
there, the name and where it stands, the text behind it and where that stands."""

_END: Final[_Line] = (-1, False, "", 0, None, 0)
"""What follows the last line."""

_DEEPEST: Final = 20
"""Letters before a name; no scene needs as many."""


def read_plain(source: Source, read: ReadPart) -> Table | None:
    """Read a story with scenes that are written in the plain way.

    Args:
        source: The text.
        read: Reads a part of it.

    Returns:
        The tree that YAML makes of the whole text, or None where only YAML can tell.
    """
    text = source.text
    unusual = any(map(text.__contains__, _UNUSUAL))
    begin = None if unusual else _SCENES.search(text)
    if begin is None:
        return None
    after = _LEFT.search(text, begin.end())
    end = len(text) if after is None else after.start() + 1
    top = read(0, begin.end(), 0)
    rest = Table((), (), source, 0) if after is None else read(end, len(text), 0)
    if not isinstance(top, Table) or not isinstance(rest, Table):
        return None
    shape = source.shape((*top.names, *rest.names))
    if shape is None or "scenes" in rest.names or (after and not after.group("name")):
        return None
    try:
        scenes = _Plain(source).scenes(begin.end(), end, read)
    except _NotPlainError:
        return None
    nodes = (*tuple(top.at.values())[:-1], scenes, *rest.at.values())
    entries = chain.from_iterable(
        (place, OF_ITS_OWN) for place in (*top.places, *rest.places)
    )
    index = source.add_table(top.start, flow=False, entries=entries)
    return Table(shape, nodes, source, index)


def _other(found: Node | None) -> tuple[str, int, Node]:
    """Return the scene that YAML has found, if it is one."""
    if not isinstance(found, Table) or len(found.names) != 1:
        raise _NotPlainError
    return found.names[0], found.places[0], found.at[found.names[0]]


def _read_items(source: Source, start: int, end: int) -> tuple[Node, ...]:
    """Read the items of a list that is plain."""
    return _Plain(source).items(start, end)


class _Plain:
    """Reads what is plain in one text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._rest: Iterator[_Line] = iter(())
        self._line = _END

    def scenes(self, at: int, end: int, read: ReadPart) -> Table:
        """Read all scenes from *at* to *end*; *read* reads those that are not plain."""
        text, begin = self._source.text, at
        names: list[str] = []
        places: list[int] = []
        nodes: list[Node | str] = []
        while at < end:
            usual = usual_scene(text, at, end)
            if usual is not None:
                name, place, node = self._kept(usual)
                at = usual.end()
            else:
                following = _SCENE.search(text, at + 1, end)
                stop = end if following is None else following.start()
                name, place, node = self._plain(at, stop) or _other(read(at, stop, 1))
                at = stop
            names.append(name)
            places += place, OF_ITS_OWN
            nodes.append(node)
        return self._made(names, places, nodes, begin + 2)

    def _kept(self, usual: re.Match[str]) -> tuple[str, int, Node]:
        """Keep a scene as text until its steps are asked for."""
        name, (start, end) = usual.group(1), usual.span(2)
        last = self.items(*usual.span(3)) if usual.group(3) else ()
        kept = Kept(start, end, _read_items, last)
        node = Row((), self._source, start + 4, kept)
        return name, placed(usual.start(1), len(name), plain=True), node

    def items(self, start: int, end: int) -> tuple[Node, ...]:
        """Read the items of the list from *start* to *end*."""
        self._rest = iter(self._lines(start, end) or ())
        self._line = next(self._rest, _END)
        return self._all_items(self._line[0])

    def _plain(self, start: int, end: int) -> tuple[str, int, Node] | None:
        """Read a scene, if it is plain."""
        lines = self._lines(start, end)
        if lines is None:
            return None
        self._rest = iter(lines)
        depth, _, name, at, text, _ = next(self._rest)
        self._line = next(self._rest, _END)
        if text is not None:
            return None
        try:
            node = self._below(depth)
        except _NotPlainError:
            return None
        if self._line is not _END:
            return None
        return name, placed(at, len(name), plain=True), node

    def _lines(self, start: int, end: int) -> list[_Line] | None:
        """Return the lines from *start* to *end*, if each of them is plain."""
        lines: list[_Line] = []
        for found in _LINE.finditer(self._source.text, start, end):
            if found.start() != start:
                return None
            before, item, name, text = found.groups()
            depth = len(before) + (2 if item else 0)
            at = start + depth
            lines.append((depth, item is not None, name, at, text, at + len(name) + 2))
            start = found.end()
        return lines if start == end else None

    def _below(self, depth: int) -> Node:
        """Read what stands deeper than a name, and belongs to it."""
        here, item, _, at, _, _ = self._line
        if not depth < here - (2 if item else 0) <= _DEEPEST:
            raise _NotPlainError
        if not item:
            return self._table()
        return Row(self._all_items(here), self._source, at - 2)

    def _all_items(self, here: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while self._line[0] == here and self._line[1]:
            items.append(self._table())
        return tuple(items)

    def _table(self) -> Table:
        """Read the table whose first name stands in this line."""
        names: list[str] = []
        places: list[int] = []
        nodes: list[Node | str] = []
        depth, item, name, start, text, text_at = self._line
        at = start
        while True:
            names.append(name)
            places.append(at << LENGTH_BITS | len(name) << 1 | 1)
            self._line = next(self._rest, _END)
            if text is None:
                nodes.append(self._below(depth))
                places.append(OF_ITS_OWN)
            elif text[0] == "{":
                nodes.append(self._in_braces(text, text_at))
                places.append(OF_ITS_OWN)
            else:
                quoted = text[0] in "\"'"
                places.append(text_at << LENGTH_BITS | len(text) << 1 | (not quoted))
                if quoted:
                    text = text[1:-1]
                nodes.append(self._source.once(text))
            here, item, name, at, text, text_at = self._line
            if here != depth or item:
                return self._made(names, places, nodes, start)

    def _in_braces(self, text: str, start: int) -> Table:
        names: list[str] = []
        places: list[int] = []
        nodes: list[Node | str] = []
        for found in PAIR.finditer(text):
            name, value = found.groups()
            names.append(name)
            nodes.append(self._source.once(value))
            places += (
                placed(start + found.start(1), len(name), plain=True),
                placed(start + found.start(2), len(value), plain=True),
            )
        return self._made(names, places, nodes, start, flow=True)

    def _made(
        self,
        names: list[str],
        places: list[int],
        nodes: list[Node | str],
        start: int,
        *,
        flow: bool = False,
    ) -> Table:
        shape = self._source.shape(tuple(names))
        if shape is None:
            raise _NotPlainError
        index = self._source.add_table(start, flow=flow, entries=places)
        return Table(shape, tuple(nodes), self._source, index)
