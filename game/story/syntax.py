"""What to say where a text is not YAML: the traps that messages fall into.

Knows what PyYAML complains of and how people write; not what a story is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import yaml

from game.source import Mark, Problem

_SIGNS: Final = frozenset("@`%&*!|>?-,[]{}#")
_SCANNING: Final = ("an anchor", "an alias", "a tag", "a directive", "a block scalar")
_BEFORE_SIGN: Final = re.compile(r"(?:.*:\s+|.*[\[{,]\s*|\s*-\s+|\s*)\Z")
_NEXT_ENTRY: Final = re.compile(r"\s*(?:- +)?[^:\[{,]*\Z")
_QUOTE_IT: Final = "put the whole text in double quotes"
_NO_BREAK: Final = "\u00a0\u2000-\u200b\u202f\u205f\u3000"
_NO_SPACE: Final = re.compile(
    rf"^[ \t]*(?:- *)?([{_NO_BREAK}])|^[ \t]*(?:- +)?\$?[A-Za-z][\w-]*:([{_NO_BREAK}])",
    re.MULTILINE,
)
_DASHED: Final = re.compile(r"\s*-(\$?[A-Za-z][\w-]*:(?:\s.*)?)\Z")
_NAMED: Final = re.compile(r"\s*(?:- +)?\$?[A-Za-z][\w-]*:(?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Line and column, both from 0."""

    line: int
    column: int


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str], file: str) -> Problem:
    """Say in plain words why a text cannot be read.

    Args:
        error: As PyYAML raised it.
        lines: The text in lines.
        file: Its name in marks.
    """
    layout = _layout(error, lines)
    if layout is not None:
        at, (message, hint) = layout
        return Problem(
            Mark(file, at.line + 1, at.column + 1), message, "not-yaml", hint
        )
    at = _place(error, lines)
    line = lines[at.line] if at.line < len(lines) else ""
    trouble = _Trouble(str(error.problem), str(error.context), line, at.column)
    found = (words for trap in _TRAPS if (words := trap(trouble)) is not None)
    message, hint = next(
        found, (f"this cannot be read as YAML: {trouble.problem}", _QUOTE_IT)
    )
    return Problem(Mark(file, at.line + 1, at.column + 1), message, "not-yaml", hint)


def no_break_space(text: str, file: str) -> Problem | None:
    """Return the problem of the first sign that looks like a space, and is none.

    Only those count that stand where YAML wants a space: before a name, and behind
    its colon.
    """
    found = None if text.isascii() else _NO_SPACE.search(text)
    if found is None:
        return None
    at = found.end() - 1
    lines = (text[:at] + "x").splitlines()
    return Problem(
        Mark(file, len(lines), len(lines[-1])),
        f"this looks like a space, and is U+{ord(text[at]):04X}, a letter for YAML",
        "not-yaml",
        "delete it and type a space; copying from a web page may bring more of them",
    )


def _layout(
    error: yaml.MarkedYAMLError, lines: Sequence[str]
) -> tuple[_Place, tuple[str, str]] | None:
    """Return the line that stands where it cannot, and what to say of it.

    PyYAML complains at that line or at the one below it.
    """
    mark, context = error.problem_mark, error.context_mark
    if mark is None or "flow" in str(error.context):
        return None
    if "could not find expected ':'" in str(error.problem) and context is not None:
        return _Place(context.line, context.column), _NO_COLON
    above = next((at for at in reversed(range(mark.line)) if lines[at].strip()), 0)
    for at in (mark.line, above):
        dashed = _DASHED.match(lines[at]) if at < len(lines) else None
        if dashed is not None:
            hint = f"put a space after the dash: '- {dashed[1].rstrip()}'"
            return _Place(at, _indent(lines[at])), (_NO_STEP, hint)
    if mark.line >= len(lines):
        return None
    return _out_of_line(error, _Place(mark.line, mark.column), above, lines)


def _out_of_line(
    error: yaml.MarkedYAMLError, at: _Place, above: int, lines: Sequence[str]
) -> tuple[_Place, tuple[str, str]] | None:
    problem, line, before = str(error.problem), lines[at.line], lines[above]
    indent = _indent(line)
    named = _NAMED.match(line)
    if named is not None:
        first = at.column < named.end() and (
            "expected" in problem or _VALUES in problem
        )
        if first and indent > _indent(before):
            return _Place(at.line, indent), _TOO_DEEP
        if "'-' indicator" in problem:
            return _Place(at.line, indent), _NO_DASH
    dash = _is_item(line) and not _is_item(before)
    if dash and "expected key" in problem and 0 < indent == _indent(before):
        return _Place(above, indent), _NO_DASH
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


_VALUES: Final = "mapping values"
_NO_STEP: Final = "this dash starts no step: no space follows it"
_NO_COLON: Final = (
    "this line has no colon, and does not go on with the text above",
    "start it further right to go on with a text; a new step is '- name: text'",
)
_TOO_DEEP: Final = (
    "this line stands further right than the one above",
    "start both in the same column; put a text that goes on in double quotes",
)
_NO_DASH: Final = (
    "this line has no dash, and the lines of its list have one",
    "start a step or a choice with '- ', and the name of a scene further left",
)


def _place(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> _Place:
    """Return the place where the author should look.

    PyYAML notices late what was opened early: a quote or a bracket without its
    partner, or a sign at the start of a text.
    """
    at = error.problem_mark or error.context_mark
    assert at is not None, "PyYAML always says where"
    context = error.context_mark or at
    said, here = str(error.context), _Place(at.line, at.column)
    if any(thing in said for thing in ("quoted scalar", *_SCANNING)):
        # An escape that means nothing is best shown where it stands.
        escape = "escape" in str(error.problem)
        return here if escape else _Place(context.line, context.column)
    line = lines[at.line] if at.line < len(lines) else ""
    before = line[: at.column]
    if "flow" not in said or not _NEXT_ENTRY.match(before):
        return here
    if context.line < at.line:
        return _Place(context.line, context.column)
    return here if before.strip() else _opened_above(here, lines)


def _opened_above(here: _Place, lines: Sequence[str]) -> _Place:
    """Return the place of the last bracket that is opened in the lines above."""
    opened = (
        _Place(line, column)
        for line in reversed(range(here.line))
        if (column := max(lines[line].rfind("{"), lines[line].rfind("["))) >= 0
    )
    return next(opened, here)


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What PyYAML says, and the place in the line where the author should look."""

    problem: str
    context: str
    line: str
    column: int

    @property
    def letter(self) -> str:
        return self.line[self.column : self.column + 1]

    @property
    def before(self) -> str:
        return self.line[: self.column]


Words: TypeAlias = tuple[str, str]
"""A message and a hint."""


def _in_the_indent(at: _Trouble) -> Words | None:
    indent = at.line[: len(at.line) - len(at.line.lstrip())]
    if "\t" not in (indent or at.letter):
        return None
    return (
        "a tab stands at the start of this line",
        "use spaces: two for each step to the right",
    )


def _in_quotes(at: _Trouble) -> Words | None:
    if "escape" in at.problem:
        return (
            "a \\ in double quotes starts a special sign, and this one means nothing",
            "write \\\\ for a single \\",
        )
    if "quoted scalar" in at.context:
        return (
            f"the {at.letter} that opens here has no partner",
            f"write {at.letter} at the end of the text as well",
        )
    return None


def _second_colon(at: _Trouble) -> Words | None:
    if "mapping values" not in at.problem and at.letter != ":":
        return None
    return (
        "a second colon on this line confuses YAML",
        f'{_QUOTE_IT}: - mia: "ok: fine"',
    )


def _sign_in_front(at: _Trouble) -> Words | None:
    if at.letter not in _SIGNS or not _BEFORE_SIGN.match(at.before):
        return None
    if "expected key" in at.problem:
        return None
    if at.letter in "{[" and "flow" in at.context:
        return _open_bracket(at.line, at.letter)
    return (
        f"YAML gives a {at.letter} at the start of a text a meaning of its own",
        _QUOTE_IT,
    )


def _open_bracket(line: str, letter: str) -> Words:
    partner = "}" if letter == "{" else "]"
    message = f"the {letter} that opens here has no {partner}"
    if " #" in line:
        return (
            f"{message}: YAML leaves out what follows a #",
            f"put the text with the # in quotes, and {partner} after it",
        )
    return message, f"add {partner} where the list or the table is over"


def _after_quotes(at: _Trouble) -> Words | None:
    if not at.before.rstrip().endswith(("'", '"')):
        return None
    return (
        "the quotes end before the text does",
        f'{_QUOTE_IT}, and write a quote inside it as \\"',
    )


def _in_brackets(at: _Trouble) -> Words | None:
    if at.letter in ("]", "}"):
        return (
            f"this {at.letter} closes nothing",
            f"delete it, or put the text in quotes if the {at.letter} belongs to it",
        )
    if "expected ',' or" in at.problem:
        return (
            "in brackets or braces a comma stands between two entries",
            "add the comma, or put a text with brackets in quotes",
        )
    return None


def _at_the_start(at: _Trouble) -> Words | None:
    if at.before.strip():
        return None
    return (
        "this line does not fit the lines above",
        "lines of one list start in the same column; look at this line and above",
    )


_TRAPS: Final[tuple[Callable[[_Trouble], Words | None], ...]] = (
    _in_the_indent,
    _in_quotes,
    _second_colon,
    _sign_in_front,
    _after_quotes,
    _in_brackets,
    _at_the_start,
)
