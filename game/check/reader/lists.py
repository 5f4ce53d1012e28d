"""The words that the reader looks for: data, with a reason for each.

Pure values; ``game.check.reader.parse`` makes them from the files in
``assets/reader``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeAlias

from game.check.reader.passages import Voice
from game.story.model import Band

GAP: Final = frozenset[str]()
"""Stands in a pattern for up to ``LONGEST_GAP`` words of any kind."""
LONGEST_GAP: Final = 3

Pattern: TypeAlias = tuple[frozenset[str], ...]
"""Words in a row; each is one of a set, in small letters and without apostrophes."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that should not be there.

    ``rule`` names the rule that finds them, ``reason`` says why they should not be
    there and ``hint`` what could. They count where one of ``voices`` says them in a
    story for one of ``bands``, and no pattern of ``unless`` is found around them.
    """

    rule: str
    pattern: Pattern
    reason: str
    hint: str
    voices: frozenset[Voice]
    bands: frozenset[Band]
    unless: tuple[Pattern, ...] = ()


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Lists:
    """All words that the reader looks for; with none, its rules on words are silent.

    ``short_forms`` and ``spellings`` say what is meant, by how it is written in a chat:
    "idk", which a glossary explains, and "dont", which lacks its apostrophe.
    ``spoken`` says how a name or a title is read out. ``long_words`` are the long words
    that children of a band know; those of younger bands are in each.
    """

    phrases: tuple[Phrase, ...] = ()
    short_forms: Mapping[str, str] = field(default_factory=_none, repr=False)
    spellings: Mapping[str, str] = field(default_factory=_none, repr=False)
    spoken: Mapping[str, str] = field(default_factory=_none, repr=False)
    long_words: Mapping[Band, frozenset[str]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )


def patterns_of(text: str) -> tuple[Pattern, ...]:
    """Return the patterns that a text stands for.

    Words are separated by spaces; ``should|could`` is either of two, ``(you're|you
    are)`` either of two groups, and ``...`` up to three words that do not matter.
    """
    before, _, rest = text.partition("(")
    inside, closed, after = rest.partition(")")
    if closed:
        return tuple(
            pattern
            for group in inside.split("|")
            for pattern in patterns_of(before + group + after)
        )
    return (
        tuple(
            GAP if word == "..." else frozenset(map(bare, word.split("|")))
            for word in text.split()
        ),
    )


def bare(word: str) -> str:
    """Return a word as it is compared: small, and without its apostrophes."""
    return word.lower().replace("'", "").replace("\u2019", "")
