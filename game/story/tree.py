"""YAML text to a tree of texts, lists and tables, each with its place.

Reads events, not values: what the author wrote stays as written, so ``no`` and
``10:30`` are texts. Knows nothing of stories.
"""

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from game.source import Mark, Problem, StoryError

MAX_SIZE: Final = 4 * 1024 * 1024
"""Bytes that a file may have, unless a caller raises it."""

MAX_DEPTH: Final = 40
"""Levels of lists and tables inside one another. PyYAML overflows the C stack and
takes the interpreter with it at 100,000, so levels are counted on the events."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written, without quotes; ``plain`` when it had none.

    ``comment`` says that a comment follows on its last line.
    """

    value: str
    mark: Mark
    plain: bool = True
    comment: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; keys are texts, all different, in the order of the file."""

    entries: tuple[tuple[Text, "Node"], ...]
    mark: Mark
    at: dict[str, "Node"] = field(compare=False, repr=False)


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
        before = raw[: error.start].decode("utf-8", errors="replace")
        problem = Problem(
            _after(before, file),
            f"byte {raw[error.start]:#04x} is not UTF-8 text",
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
    strange = _control_character(text, file)
    if strange is not None:
        return None, (strange,)
    reader = _Reader(text, file)
    return reader.run(), tuple(reader.problems)


def _after(before: str, file: str) -> Mark:
    lines = before.split("\n")
    return Mark(file, len(lines), len(lines[-1]) + 1)


def _control_character(text: str, file: str) -> Problem | None:
    for at, letter in enumerate(text):
        code = ord(letter)
        if (code < 0x20 and letter not in "\t\n\r") or code == 0x7F:
            return Problem(
                _after(text[:at], file),
                f"there is a control character, U+{code:04X}, in the text",
                "control-character",
                "delete the character; it may be invisible in your editor",
            )
        if 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF):
            return Problem(
                _after(text[:at], file),
                f"U+{code:04X} is not a character",
                "control-character",
                "delete the character; it may be invisible in your editor",
            )
    return None


class _Stop(Exception):
    """Nothing after this can be read."""


class _Reader:
    """Builds one tree from the events of PyYAML's parser; used once."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._lines = text.splitlines()
        self._text = text
        self.problems: list[Problem] = []

    def run(self) -> Node | None:
        loader: Any = getattr(yaml, "CLoader", yaml.Loader)
        events = yaml.parse(self._text, Loader=loader)
        root: Node | None = None
        try:
            for event in events:
                match event:
                    case yaml.DocumentStartEvent():
                        if root is not None:
                            self._add(
                                self._mark(event.start_mark, 3),
                                "a second document starts here",
                                "second-document",
                                "keep one story in a file and delete this line",
                            )
                            raise _Stop
                    case (
                        yaml.StreamStartEvent()
                        | yaml.StreamEndEvent()
                        | yaml.DocumentEndEvent()
                    ):
                        pass
                    case _:
                        root = self._node(event, events)
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.YAMLError as error:
            # PyYAML's own reader refuses a few characters that ours does not name.
            self._add(Mark(self._file, 1, 1), str(error).split("\n")[0], "not-yaml")
        return root

    def _add(self, mark: Mark, message: str, rule: str, hint: str = "") -> None:
        self.problems.append(Problem(mark, message, rule, hint))

    def _mark(self, mark: Any, width: int = 1) -> Mark:
        return Mark(self._file, mark.line + 1, mark.column + 1, max(1, width))

    def _node(self, first: Any, events: Any) -> Node:
        """Build the node that starts with *first*; a stack, so depth costs no calls."""
        stack: list[tuple[Any, list[Node]]] = []
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
                        self._add(
                            self._mark(event.start_mark),
                            f"this is more than {MAX_DEPTH} levels deep",
                            "too-deep",
                            "a bracket may be missing its partner",
                        )
                        raise _Stop
                case _:
                    start, children = stack.pop()
                    done = self._closed(start, children)
            if done is not None:
                if not stack:
                    return done
                stack[-1][1].append(done)
            event = next(events)

    def _closed(self, start: Any, children: list[Node]) -> Node:
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
            elif key.value in at:
                self._add(
                    key.mark,
                    f"{key.value!r} is here twice",
                    "duplicate-key",
                    "the first one counts; delete or rename this one",
                )
            else:
                at[key.value] = value
                entries.append((key, value))
        return Table(tuple(entries), mark, at)

    def _scalar(self, event: Any) -> Text:
        self._plain(event)
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        plain = event.style is None
        return Text(
            event.value,
            self._mark(start, width),
            plain,
            plain and self._comment_after(end),
        )

    def _comment_after(self, end: Any) -> bool:
        if end.line >= len(self._lines):
            return False
        return self._lines[end.line][end.column :].lstrip(" \t").startswith("#")

    def _alias(self, event: Any) -> Text:
        mark = self._mark(event.start_mark, len(event.anchor) + 1)
        self._add(
            mark,
            f"YAML reads *{event.anchor} as a reference to another place",
            "alias",
            "put the message in quotes",
        )
        return Text(f"*{event.anchor}", mark, plain=False)

    def _plain(self, event: Any) -> None:
        """Refuse anchors and tags: a story is written out."""
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

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        at = error.problem_mark or error.context_mark
        mark = Mark(self._file, 1, 1) if at is None else self._mark(at)
        line = self._lines[mark.line - 1] if mark.line <= len(self._lines) else ""
        self._add(
            mark,
            _plainly(error),
            "not-yaml",
            _syntax_hint(line, mark.column, str(error.problem)),
        )


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _plainly(error: yaml.MarkedYAMLError) -> str:
    problem = str(error.problem)
    if "mapping values are not allowed" in problem:
        return "a second colon on this line confuses YAML"
    if "cannot start any token" in problem:
        return "YAML gives the first character here a meaning of its own"
    if "did not find expected" in problem and "key" in problem:
        return "the indent does not fit the lines above"
    if "end of stream" in problem or "unexpected end" in problem:
        return "a quote or a bracket is opened and not closed"
    return f"this cannot be read as YAML: {problem}"


def _syntax_hint(line: str, column: int, problem: str) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "use spaces, not tabs, at the start of a line"
    if "mapping values" in problem:
        return 'put the message in quotes: - mina: "ok: fine"'
    if "cannot start any token" in problem:
        letter = line[column - 1 : column]
        return f"put the message in quotes; it may not start with {letter}"
    if line.lstrip().startswith("- ") and any(mark in line for mark in "'\"{}[]?"):
        return (
            'put the whole message in double quotes, and write quotes inside it as \\"'
        )
    if any(mark in line for mark in "'\"{}[]?"):
        return "look for a quote or a bracket without its partner on this line or above"
    return "lines of one list start in the same column; look at this line and above"
