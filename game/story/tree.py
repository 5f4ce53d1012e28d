"""YAML text to a tree of texts, lists and tables, each with its place.

Reads events, not values: what the author wrote stays as written, so ``no`` and
``10:30`` are texts. Knows nothing of stories.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeAlias

import yaml

from game.source import Mark, Problem, StoryError
from game.story.nodes import Node, Row, Table, Text
from game.story.places import LENGTH_BITS, OF_ITS_OWN, Source, placed
from game.story.plain import read_plain
from game.story.syntax import explain, no_break_space

MAX_SIZE: Final = 4 * 1024 * 1024
"""Bytes that a file may have, unless a caller raises it."""

MAX_DEPTH: Final = 40
"""Levels of lists and tables inside one another. PyYAML overflows the C stack and
takes the interpreter with it at 100,000, so levels are counted on the events."""


Event: TypeAlias = Any
"""An event of PyYAML's parser or a mark of one. By their types, every mark may be
missing; in events that were parsed none is."""


def decode(raw: bytes, file: str, max_size: int = MAX_SIZE) -> str:
    """Turn the bytes of a file into text.

    Raises:
        StoryError: If there are more than *max_size* bytes, or they are not UTF-8.
    """
    if len(raw) > max_size:
        raise StoryError((too_large(file, len(raw), max_size),))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A byte order mark is gone from what the error counts in.
        text = error.object
        before = text[: error.start].decode("utf-8", errors="replace")
        problem = Problem(
            _after(before, file),
            f"byte {text[error.start]:#04x} is not UTF-8 text",
            "not-utf8",
            "save the file as UTF-8 in your editor",
        )
        raise StoryError((problem,)) from error


def too_large(file: str, size: int, max_size: int) -> Problem:
    """Return the problem of a file with *size* bytes where *max_size* are allowed."""
    return Problem(
        Mark(file, 1, 1),
        f"the file has {size:,} bytes, more than {max_size / 1024 / 1024:g} MiB",
        "too-large",
        "split it into several stories, or raise the limit with --max-size",
    )


def read(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read YAML text.

    Args:
        text: The whole file.
        file: Its name in marks.

    Returns:
        The tree, None if there is none, and all problems in order of the file. A tree
        comes with problems where the rest can still be looked at.
    """
    if _strange(text, file) is None:
        source = Source(text.lstrip(_MARK), file)
        tree = read_plain(source, partial(_read_part, source))
        source.all_is_read()
        if tree is not None:
            return tree, ()
    return read_events(text, file)


def read_events(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a text as ``read`` does, with PyYAML alone, however it is written."""
    strange = _strange(text, file)
    if strange is not None:
        return None, (strange,)
    source = Source(text.lstrip(_MARK), file)
    reader = _Reader(source, 0, len(source.text))
    tree = reader.run()
    source.all_is_read()
    return tree, tuple(reader.problems)


def _read_part(source: Source, start: int, end: int, depth: int) -> Node | None:
    reader = _Reader(source, start, end)
    node = reader.run(depth)
    return None if reader.problems else node


_MARK: Final = "\ufeff"
"""The byte order mark, which PyYAML does not count."""

# Control characters but tab and line breaks, half characters, and what is none.
_STRANGE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_CONTROLS: Final = tuple(filter(_STRANGE.match, map(chr, range(128))))


def _after(before: str, file: str) -> Mark:
    # With a letter for the next place, a break at the very end begins a line.
    lines = (before + "x").splitlines()
    return Mark(file, len(lines), len(lines[-1]))


def _strange(text: str, file: str) -> Problem | None:
    return _control_character(text, file) or no_break_space(text, file)


def _control_character(text: str, file: str) -> Problem | None:
    # Of a text that has only ASCII, it is found out ten times as fast.
    if text.isascii() and not any(map(text.__contains__, _CONTROLS)):
        return None
    found = _STRANGE.search(text)
    if found is None:
        return None
    return Problem(
        _after(text[: found.start()], file),
        f"U+{ord(found.group()):04X} is not a character that can be shown",
        "control-character",
        "delete the character; it may be invisible in your editor",
    )


MAX_PROBLEMS: Final = 1_000
"""Problems that YAML alone can have in one file before the rest is left unread: a file
of nothing else would keep its author waiting, and nobody mends more at a time."""


class _StopError(Exception):
    """Nothing after this can be read."""


class _Pieces:
    """A text as a file that gives it out in pieces, which is how PyYAML reads."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._at = start
        self._end = end

    def read(self, size: int) -> str:
        start = self._at
        self._at = min(start + size, self._end)
        return self._text[start : self._at]


class _Reader:
    """Builds one tree from the events of PyYAML's parser; used once.

    It reads from *start* up to *end*, in characters. The lines and columns of its own
    problems are those of the whole text only where it starts with that.
    """

    def __init__(self, source: Source, start: int, end: int) -> None:
        self._source = source
        self._start = start
        self._end = end
        self._following: Callable[[], Event] = lambda: None
        self._torn = False
        self.problems: list[Problem] = []

    def run(self, depth: int = 0) -> Node | None:
        """Build the tree; *depth* is how many others it stands in."""
        # In pieces, because PyYAML would copy a whole text.
        loader: Any = getattr(yaml, "CLoader", yaml.Loader)
        self._following = loader(
            _Pieces(self._source.text, self._start, self._end)
        ).get_event
        root: Node | None = None
        try:
            while (event := self._following()) is not None:
                match event:
                    case yaml.DocumentStartEvent() if root is not None:
                        self._add(
                            self._mark(event.start_mark, 3),
                            "a second document starts here",
                            "second-document",
                            "keep one story in a file and delete this line",
                        )
                        self._torn = True
                        break
                    case yaml.NodeEvent():
                        root = self._node(event, depth)
                    case _:
                        pass
        except _StopError:
            pass
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in str(error.problem):
                # libyaml has a limit of its own, and looks ahead of the events.
                self._too_deep(error.problem_mark)
            else:
                source = self._source
                lines = source.text.splitlines()
                self.problems.append(explain(error, lines, source.file))
        # What is torn would only seem to miss what stands behind the problem.
        return None if self._torn else root

    def _add(self, mark: Mark, message: str, rule: str, hint: str = "") -> None:
        self.problems.append(Problem(mark, message, rule, hint))

    def _stop_if_enough(self) -> None:
        """Stop at ``MAX_PROBLEMS``; the last one says that nobody looked further."""
        if len(self.problems) < MAX_PROBLEMS:
            return
        last = self.problems[-1]
        hint = f"{last.hint}; the file was read no further than this problem"
        self.problems[-1] = replace(last, hint=hint)
        raise _StopError

    def _too_deep(self, mark: Event) -> None:
        self._add(
            self._mark(mark),
            f"this is more than {MAX_DEPTH} levels deep",
            "too-deep",
            "a bracket may be missing its partner",
        )

    def _mark(self, mark: Event, width: int = 1) -> Mark:
        return Mark(self._source.file, mark.line + 1, mark.column + 1, width)

    def _node(self, event: Event, depth: int) -> Node:
        """Build the node that starts with *event*, inside *depth* others."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value, place = self._scalar(event)
            return Text(value, self._source, place, value)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        self._refuse(event)
        if depth == MAX_DEPTH:
            self._too_deep(event.start_mark)
            raise _StopError
        if kind is yaml.SequenceStartEvent:
            return self._row(event, depth + 1)
        return self._table(event, depth + 1)

    def _row(self, start: Event, depth: int) -> Row:
        items: list[Node] = []
        while type(event := self._following()) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
        return Row(tuple(items), self._source, self._start + start.start_mark.index)

    def _table(self, start: Event, depth: int) -> Table:
        names: list[str] = []
        places: list[int] = []
        nodes: list[Node | str] = []
        while type(event := self._following()) is not yaml.MappingEndEvent:
            if type(event) is yaml.ScalarEvent:
                name, place = self._scalar(event)
            else:
                name, place = self._name(self._node(event, depth))
            names.append(name)
            places.append(place)
            event = self._following()
            if type(event) is yaml.ScalarEvent:
                value, place = self._scalar(event)
                nodes.append(value)
                places.append(place)
            else:
                nodes.append(self._node(event, depth))
                places.append(OF_ITS_OWN)
        shape = self._source.shape(tuple(names))
        if shape is None:
            names, places, nodes = self._first_of_each(names, places, nodes)
            shape = tuple(names)
        begin, flow = self._start + start.start_mark.index, bool(start.flow_style)
        index = self._source.add_table(begin, flow=flow, entries=places)
        return Table(shape, tuple(nodes), self._source, index)

    def _name(self, key: Node) -> tuple[str, int]:
        """Return a name and its place for a key that is not written as one."""
        if isinstance(key, Text):
            return key.value, key.place
        self._add(
            key.mark,
            "a list or a table stands where a name is wanted",
            "not-a-name",
            "put the text in quotes",
        )
        self._torn = True
        # No name can be like this one, and no two of these are alike.
        return f"\0{key.start}", placed(key.start, 1, plain=False)

    def _first_of_each(
        self, names: list[str], places: list[int], nodes: list[Node | str]
    ) -> tuple[list[str], list[int], list[Node | str]]:
        """Return the first entry of each name; the others are problems."""
        first: dict[str, int] = {}
        for at, name in enumerate(names):
            if first.setdefault(name, at) != at:
                self._add(
                    Text(name, self._source, places[2 * at]).mark,
                    f"{name!r} is here twice",
                    "duplicate-key",
                    "delete or rename this one, or start a new entry with '- '",
                )
        self._stop_if_enough()
        kept = first.values()
        return (
            list(first),
            [place for at in kept for place in places[2 * at : 2 * at + 2]],
            [nodes[at] for at in kept],
        )

    def _scalar(self, event: Event) -> tuple[str, int]:
        """Return the text of a scalar, and its place."""
        start = event.start_mark.index
        length = event.end_mark.index - start
        start += self._start
        value, style = event.value, event.style
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
            # What was refused already is not empty as well.
            value = value or "?"
        value = self._source.once(value)
        place = start << LENGTH_BITS | length << 1 | (not style)
        # Only an escape can bring along what the whole text was searched for.
        if style == '"':
            self._escaped(Text(value, self._source, place))
        return value, place

    def _escaped(self, text: Text) -> None:
        strange = _STRANGE.search(text.value)
        if strange is not None:
            self._add(
                text.mark,
                f"U+{ord(strange.group()):04X} is not a character that can be shown",
                "control-character",
                "delete the \\ and what belongs to it, or write \\\\ for a single \\",
            )
            self._stop_if_enough()

    def _alias(self, event: Event) -> Text:
        written = f"*{event.anchor}"
        place = placed(self._start + event.start_mark.index, len(written), plain=False)
        text = Text(written, self._source, place)
        self._add(
            text.mark,
            f"YAML reads {written} as a reference to another place",
            "alias",
            "put the message in quotes",
        )
        self._stop_if_enough()
        return text

    def _refuse(self, event: Event) -> None:
        """Refuse anchors and tags: a story is written out."""
        if event.anchor is not None:
            self._add(
                self._mark(event.start_mark),
                f"YAML reads &{event.anchor} as a name for this place",
                "anchor",
                "put the message in quotes",
            )
        # A quoted scalar is implicitly a string and carries no tag of its own.
        if event.tag is not None:
            self._add(
                self._mark(event.start_mark),
                f"YAML reads {_shown_tag(event.tag)} as a type",
                "tag",
                "put the message in quotes",
            )
        self._stop_if_enough()


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
