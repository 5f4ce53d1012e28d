"""The usual form of a scene, as patterns over its text.

Most scenes are messages, one on each line, and then a choice whose answers have few
keys, in an order that hardly changes. Such a scene can be kept as text, since nothing
in it can be wrong as YAML, and be read from there; this module knows how it looks, not
what it means.
"""

import re
from typing import Final

# The lines that say nothing between two that do.
BETWEEN: Final = r"(?:[ ]*(?:[#][^\n]*)?\n)*"

NAME: Final = r"[A-Za-z_$][\w.$-]{0,63}"
"""A name that needs no quotes."""

_WORDS: Final = r"[+-]?\w(?:[\w .-]*\w)?"

PAIR: Final = re.compile(rf"({NAME}): ({_WORDS})", re.ASCII)
"""A name and a value in braces."""

BRACES: Final = rf"\{{{NAME}:[ ]{_WORDS}(?:,[ ]{NAME}:[ ]{_WORDS})*\}}"
"""Short names and texts in braces; a name may be there twice."""

PLAIN: Final = r"""[^\s?:,\[\]{}\#&*!|>'"%@`-](?:[^\n:\#]*[^\s:\#])?"""
"""A text alone on its line, without quotes."""

QUOTED: Final = r""""[^"\\\n]*"|'[^'\n]*'"""
"""A text alone on its line, in quotes and without any."""

_ID: Final = r"[a-z][a-z0-9_-]{0,63}"
_TEXT: Final = rf"(?:{PLAIN}|{QUOTED})"


def _line(depth: int, key: str, value: str) -> str:
    """Return a pattern for a line that may be left out."""
    return rf"(?:[ ]{{{depth}}}{key}:[ ]{value}\n)?"


def _step(plain: str, text: str, braces: str) -> str:
    return (
        rf"[ ]{{4}}-[ ](?!(?:in|mood|offer|if|use):)(\$?{_ID}):[ ]({text}|{braces})\n"
        + _line(6, "(in|mood|offer)", rf"({text})")
        + _line(6, "if", rf"({plain})")
    )


def _answer(plain: str, text: str, braces: str) -> str:
    return (
        rf"[ ]{{8}}-[ ](say|do):[ ]({text})\n"
        + _line(10, "to", rf"(\$?{_ID})")
        + _line(10, "if", rf"({plain})")
        + _line(10, "risk", "(yes|no)")
        + _line(10, "move", rf"({_ID})")
        + _line(10, "as", rf"({_ID})")
        + _line(10, "why", rf"({text})")
        + _line(10, "set", rf"({braces})")
        + rf"[ ]{{10}}goto:[ ]({_ID})\n"
    )


# What was matched once is found again in half of the time.
_LINE: Final = r"[^\n]*"

STEP: Final = re.compile(_step(_LINE, _LINE, _LINE))
"""A step of a usual scene, but a choice: its kind and text; a second key and its text;
``if``."""

CHOOSE: Final = "    - choose:\n"
"""The step that a scene ends with where there is something to choose."""

ANSWER: Final = re.compile(_answer(_LINE, _LINE, _LINE))
"""A choice of a usual scene: ``say`` or ``do`` and its text, then ``to``, ``if``,
``risk``, ``move``, ``as``, ``why``, ``set`` and ``goto``."""

_USE: Final = (
    rf"[ ]{{4}}-[ ]use:[ ]{_ID}\n"
    + _line(6, "with", BRACES)
    + _line(6, "outcomes", BRACES)
)


def _silent(pattern: str) -> str:
    """Return the same pattern without its groups, which take time."""
    return re.sub(r"\((?!\?)", "(?:", pattern)


_STEPS: Final = _silent(
    rf"(?:{_step(PLAIN, _TEXT, BRACES)})*+"
    rf"(?:{CHOOSE}(?:{_answer(PLAIN, _TEXT, BRACES)})++)?+"
)
_SCENE: Final = re.compile(
    rf"[ ][ ]({_ID}):\n(?=[ ]{{4}}-)({_STEPS})({_USE})?+"
    rf"{BETWEEN}(?=[ ][ ][a-z]|\Z)",
    re.ASCII,
)
_TWICE: Final = re.compile(rf"\{{(?:[^,\n]*,[ ])*({NAME}):[^\n]*,[ ]\1:", re.ASCII)


def usual_scene(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the scene that starts at *start*, if it has the usual form.

    Returns:
        A match up to the next scene or *end*, with groups for the scene's name, its
        steps and, if it ends with one, the step that uses a piece; all that stands in
        these is written as YAML wants it.
    """
    found = _SCENE.match(text, start, end)
    if found is not None and _TWICE.search(text, start, found.end()):
        return None
    return found
