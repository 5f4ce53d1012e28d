"""A printable page as plain values: sections of blocks, with links between sections.

Knows neither stories nor a format; ``html`` and ``text`` write it down.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to the section with the id ``target``."""

    target: str
    text: str


Words: TypeAlias = tuple[str | Link, ...]
"""Text with links in it, in order."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels, each with what belongs to it."""

    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Something shown in the story: by whom or as what, and the text.

    ``when`` says in words when it is left out; empty for always shown.
    """

    label: str
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """Something the player can answer or do, and what follows from it."""

    label: str
    text: str
    details: tuple[tuple[str, Words], ...]


Block: TypeAlias = Para | Bullets | Pairs | Said | Option


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what is under it; ``level`` is 2 or 3, ``id`` is for links."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Document:
    """A whole page; ``lead`` stands under the title."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    language: str = "en-GB"
