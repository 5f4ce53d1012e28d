"""A document as plain text, for screen readers, e-mails and printers of any age."""

import textwrap
from typing import Final, assert_never

from game.report.document import (
    Block,
    Bullets,
    Document,
    Link,
    Option,
    Pairs,
    Para,
    Said,
    Words,
)

WIDTH: Final = 76


def as_text(document: Document) -> str:
    """Return a document as text with short lines; it ends with a line break."""
    lines = [document.title, "=" * min(len(document.title), WIDTH), ""]
    lines += [*_wrapped(document.lead, hang=""), ""]
    for section in document.sections:
        rule = "=" if section.level < 3 else "-"  # noqa: PLR2004 - as in headings
        lines += ["", section.title, rule * min(len(section.title), WIDTH), ""]
        for block in section.blocks:
            lines += _block(block)
    return "\n".join(lines) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Para(words):
            return [*_wrapped(_plain(words), hang=""), ""]
        case Bullets(items):
            return [
                *(line for item in items for line in _wrapped(_plain(item), "- ")),
                "",
            ]
        case Pairs(rows):
            return [*(line for row in rows for line in _row(row, "")), ""]
        case Said(label, text, when):
            condition = [f"({when})"] if when else []
            return [*condition, *_wrapped(f"{label}: {text}"), ""]
        case Option(label, text, details):
            return [
                *_wrapped(f"{label}: {text}", "* "),
                *(line for row in details for line in _row(row, "    ")),
                "",
            ]
        case _:
            assert_never(block)


def _row(row: tuple[str, Words], indent: str) -> list[str]:
    label, words = row
    return _wrapped(f"{label}: {_plain(words)}", indent)


def _plain(words: Words) -> str:
    return "".join(one.text if isinstance(one, Link) else one for one in words)


def _wrapped(text: str, first: str = "", hang: str = "  ") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first) if first else hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
