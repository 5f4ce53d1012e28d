"""A spoilt story and what has to be said of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from random import Random

from tests.mutations.source import Edit, Source


@dataclass(frozen=True)
class Expected:
    """Problems of which one is enough: some rules, on some lines, or in a piece."""

    rules: frozenset[str]
    lines: Collection[int]
    pieces: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mutant:
    """A story after one edit.

    ``line`` is the line of the edit and ``what`` says what was done. ``excuse`` names
    the reason for which the edit may do no harm, by its name in ``harmless``, with
    what that needs to know; None where there is none.
    """

    operator: str
    source: Source
    line: int
    what: str
    edit: Edit
    expected: tuple[Expected, ...]
    excuse: Callable | None = None

    @property
    def text(self):
        return self.edit.text

    @property
    def place(self):
        return f"{self.source.name}:{self.line}"


def expect(rules, *lines, pieces=()):
    """Return what is expected; *rules* are names with blanks between them."""
    return Expected(frozenset(rules.split()), lines, frozenset(pieces))


def drawn(operator, source, line):
    """Return the chance of one site, the same in every run."""
    return Random(f"{operator} {source.name}:{line}")  # noqa: S311 (no secret)
