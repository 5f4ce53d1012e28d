"""Quieting one line of a story, with a written reason.

``# quiet words-that-blame: she says it in anger, and takes it back`` on a line of its
own quiets that rule for the text in the line below. Only rules about words, and a few
about size, can be quieted; what keeps a child safe cannot.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from game.source import Mark, Problem, Quieted
from game.story.reading import close_to

QUIETABLE: Final = (
    "hard-line",
    "long-sentence",
    "long-word",
    "missing-apostrophe",
    "missing-glyph",
    "promised-minutes",
    "real-contact",
    "real-name",
    "short-form",
    "too-many-states",
    "words-above-the-band",
    "words-that-blame",
    "words-that-promise",
)
"""Rules that can be quieted. A reading level is about all lines, so none of them can
quiet it."""

_QUIET: Final = re.compile(r"([ \t]*)#[ \t]*quiet[ \t]+([\w-]+)[ \t]*(?::(.*))?$")
"""One word and a colon, so that a comment on a quiet evening is only a comment."""
_HOW: Final = "write it like '# quiet long-word: it is explained in the note before'"
_FOLDED: Final = re.compile(r"(?:^|[\s:-])[|>][+-]?\d?[ \t]*(?:#.*)?$")
_ENTRY: Final = re.compile(r"[ \t]*(?:- |-$|#|[\w$.-]+:(?:\s|$))")


@dataclass(frozen=True, slots=True)
class _Quiet:
    """A comment that quiets a rule in some lines."""

    mark: Mark
    rule: str
    reason: str
    lines: range


def quiet(
    problems: Iterable[Problem], texts: Mapping[str, str], story_file: str
) -> tuple[tuple[Problem, ...], tuple[Quieted, ...]]:
    """Take out the problems that an author quieted.

    Args:
        problems: What was found.
        texts: The text of each file of the story by its name in marks.
        story_file: The file of the story itself. A comment there that quiets nothing
            is a problem; in a shared piece it may quiet something in another story.

    Returns:
        What is left, with the problems of the comments themselves, in order; and what
        was quieted, in order.
    """
    quiets: dict[tuple[str, str, int], _Quiet] = {}
    left: list[Problem] = []
    for file, text in texts.items():
        for one in _comments(file, text) if "quiet" in text else ():
            if isinstance(one, Problem):
                left.append(one)
            else:
                quiets |= {(file, one.rule, line): one for line in one.lines}
    quieted: list[Quieted] = []
    used: set[Mark] = set()
    for problem in problems:
        mark = problem.mark
        by = quiets.get((mark.file, problem.rule, mark.line))
        if by is None:
            left.append(problem)
        else:
            used.add(by.mark)
            # Without a reason, that is the one problem to mend first.
            if by.reason:
                quieted.append(Quieted(problem, by.reason))
    left += {
        Problem(
            one.mark,
            f"the line below has no problem called {one.rule!r}",
            "quiet-nothing",
            "delete the comment, or move it to the line right above",
        )
        for one in quiets.values()
        if one.reason and one.mark not in used and one.mark.file == story_file
    }
    return tuple(sorted(left)), tuple(sorted(quieted, key=lambda one: one.problem))


def _comments(file: str, text: str) -> Iterator[_Quiet | Problem]:
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        found = _QUIET.match(line) if "quiet" in line else None
        if found is None:
            continue
        before, rule, reason = found.groups(default="")
        mark = Mark(file, number, len(before) + 1, len(line.strip()))
        if rule not in QUIETABLE:
            yield Problem(
                mark,
                f"{rule!r} cannot be quieted",
                "quiet-unknown-rule",
                close_to(rule, QUIETABLE) or f"these can be: {', '.join(QUIETABLE)}",
            )
            continue
        if not reason.strip():
            yield Problem(
                mark, "no reason is given for the quiet", "quiet-without-reason", _HOW
            )
        yield _Quiet(mark, rule, reason.strip(), _below(lines, number))


def _below(lines: list[str], above: int) -> range:
    """Return the numbers of the lines in which the text under a comment stands.

    One line at least, even where the file has none any more.
    """
    first = above + 1
    # Several rules can be quieted above one line.
    while first <= min(len(lines), above + len(QUIETABLE)) and _QUIET.match(
        lines[first - 1]
    ):
        first += 1
    last = first
    start = lines[first - 1] if first <= len(lines) else ""
    folded = _FOLDED.search(start) is not None
    for line in islice(lines, first, None):
        deeper = _indent(line) > _indent(start)
        goes_on = deeper if folded else not _ENTRY.match(line)
        if not line.strip() or not goes_on:
            break
        last += 1
    return range(first, last + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
