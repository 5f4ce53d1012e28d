"""YAML text to a tree of texts, lists and tables, each with its place.

Reads events, not values: what the author wrote stays as written, so ``no`` and
``10:30`` are texts. Knows nothing of stories.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

import yaml

from game.source import Mark, Problem, StoryError
from game.story.syntax import explain, no_break_space

MAX_SIZE: Final = 4 * 1024 * 1024
"""Bytes that a file may have, unless a caller raises it."""

MAX_DEPTH: Final = 40
"""Levels of lists and tables inside one another. PyYAML overflows the C stack and
takes the interpreter with it at 100,000, so levels are counted on the events."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written, without quotes; ``plain`` when it had none.

    ``comment`` says that a comment follows on its last line. ``written`` is the value
    in the file, where a shared piece puts something else in for it. ``below`` is the
    line, from 1, in which something can be added after the text.
    """

    value: str
    mark: Mark
    plain: bool = True
    comment: bool = False
    written: str = field(default="", compare=False, repr=False)
    below: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; keys are texts, all different, in the order of the file.

    ``flow`` says that it stands in brackets or braces.
    """

    entries: tuple[tuple[Text, "Node"], ...]
    mark: Mark
    at: dict[str, "Node"] = field(compare=False, repr=False)
    flow: bool = field(default=False, compare=False, repr=False)


Event: TypeAlias = Any
"""An event of PyYAML's parser or a mark of one. By their types, every mark may be
missing; in events that were parsed none is."""

Node: TypeAlias = Text | Row | Table


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
    strange = _control_character(text, file) or no_break_space(text, file)
    if strange is not None:
        return None, (strange,)
    reader = _Reader(text, file)
    return reader.run(), tuple(reader.problems)


# Control characters but tab and line breaks, half characters, and what is none.
_STRANGE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)


_COMMENT: Final = re.compile(r"[ \t]*#")


def _after(before: str, file: str) -> Mark:
    # With a letter for the next place, a break at the very end begins a line.
    lines = (before + "x").splitlines()
    return Mark(file, len(lines), len(lines[-1]))


def _control_character(text: str, file: str) -> Problem | None:
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


class _Reader:
    """Builds one tree from the events of PyYAML's parser; used once."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._lines = text.splitlines()
        self._text = text
        self._torn = False
        self.problems: list[Problem] = []

    def run(self) -> Node | None:
        loader: Event = getattr(yaml, "CLoader", yaml.Loader)
        events: Iterator[Event] = yaml.parse(self._text, Loader=loader)
        root: Node | None = None
        try:
            for event in events:
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
                        root = self._node(event, events)
                    case _:
                        pass
        except _StopError:
            pass
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in str(error.problem):
                # libyaml has a limit of its own, and looks ahead of the events.
                self._too_deep(error.problem_mark)
            else:
                self.problems.append(explain(error, self._lines, self._file))
        # What is torn would only seem to miss what stands behind the problem.
        return None if self._torn else root

    def _add(self, mark: Mark, message: str, rule: str, hint: str = "") -> None:
        self.problems.append(Problem(mark, message, rule, hint))

    def _enough(self) -> None:
        """Say at the last problem that nobody looked further."""
        last = self.problems[-1]
        hint = f"{last.hint}; the file was read no further than this problem"
        self.problems[-1] = replace(last, hint=hint)

    def _too_deep(self, mark: Event) -> None:
        self._add(
            self._mark(mark),
            f"this is more than {MAX_DEPTH} levels deep",
            "too-deep",
            "a bracket may be missing its partner",
        )

    def _mark(self, mark: Event, width: int = 1) -> Mark:
        return Mark(self._file, mark.line + 1, mark.column + 1, max(1, width))

    def _node(self, first: Event, events: Iterator[Event]) -> Node:
        """Build the node that starts with *first*; a stack, so depth costs no calls."""
        stack: list[tuple[Event, list[Node]]] = []
        event = first
        while True:
            done: Node | None = None
            match event:
                case yaml.ScalarEvent():
                    done = self._scalar(event)
                case yaml.AliasEvent():
                    done = self._alias(event)
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._plain(event)
                    stack.append((event, []))
                    if len(stack) > MAX_DEPTH:
                        self._too_deep(event.start_mark)
                        raise _StopError
                case _:
                    start, children = stack.pop()
                    done = self._closed(start, children)
            if len(self.problems) >= MAX_PROBLEMS:
                self._enough()
                raise _StopError
            if done is not None:
                if not stack:
                    return done
                stack[-1][1].append(done)
            event = next(events)

    def _closed(self, start: Event, children: list[Node]) -> Node:
        mark = self._mark(start.start_mark)
        if isinstance(start, yaml.SequenceStartEvent):
            return Row(tuple(children), mark)
        entries: list[tuple[Text, Node]] = []
        at: dict[str, Node] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Text):
                self._add(
                    key.mark,
                    "a list or a table stands where a name is wanted",
                    "not-a-name",
                    "put the text in quotes",
                )
                self._torn = True
            elif key.value in at:
                self._add(
                    key.mark,
                    f"{key.value!r} is here twice",
                    "duplicate-key",
                    "delete or rename this one, or start a new entry with '- '",
                )
            else:
                at[key.value] = value
                entries.append((key, value))
        return Table(tuple(entries), mark, at, bool(start.flow_style))

    def _scalar(self, event: Event) -> Text:
        refused = self._plain(event)
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        mark = self._mark(start, width)
        plain = not event.style
        # What was refused already is not empty as well.
        value = event.value or ("?" if refused else "")
        strange = _STRANGE.search(value)
        if strange is not None:
            self._add(
                mark,
                f"U+{ord(strange.group()):04X} is not a character that can be shown",
                "control-character",
                "delete the \\ and what belongs to it, or write \\\\ for a single \\",
            )
        return Text(
            value,
            mark,
            plain,
            plain and self._comment_after(end),
            value,
            # The end of a block scalar is the start of the line below it.
            end.line + (1 if end.column == 0 and end.line > start.line else 2),
        )

    def _comment_after(self, end: Event) -> bool:
        if end.line >= len(self._lines):
            return False
        return _COMMENT.match(self._lines[end.line], end.column) is not None

    def _alias(self, event: Event) -> Text:
        mark = self._mark(event.start_mark, len(event.anchor) + 1)
        self._add(
            mark,
            f"YAML reads *{event.anchor} as a reference to another place",
            "alias",
            "put the message in quotes",
        )
        return Text(f"*{event.anchor}", mark, plain=False)

    def _plain(self, event: Event) -> bool:
        """Refuse anchors and tags: a story is written out. Return if there was one."""
        mark = self._mark(event.start_mark)
        if event.anchor is not None:
            self._add(
                mark,
                f"YAML reads &{event.anchor} as a name for this place",
                "anchor",
                "put the message in quotes",
            )
        # A quoted scalar is implicitly a string and carries no tag of its own.
        if event.tag is not None:
            self._add(
                mark,
                f"YAML reads {_shown_tag(event.tag)} as a type",
                "tag",
                "put the message in quotes",
            )
        return event.anchor is not None or event.tag is not None


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
