"""A document as one HTML file that prints well: no script, nothing from elsewhere."""

from html import escape
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
    Section,
    Words,
)

STYLE: Final = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; background: #fff;
  color: #1d1d1f; font: 1rem/1.5 Lexend, Verdana, "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { font-size: 1.4rem; margin-top: 2.2rem; border-bottom: 2px solid; }
h3 { font-size: 1.1rem; margin-top: 1.8rem; border-top: 1px solid #767676;
  padding-top: .6rem; }
a { color: #00458b; }
.said { margin: .4rem 0; }
.when { font-style: italic; }
.option { margin: .8rem 0; padding: .4rem .8rem; border-left: 4px solid #595959; }
.option p { margin: 0; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .15rem .9rem;
  margin: .3rem 0; }
dt { font-weight: bold; }
dd { margin: 0; }
@media print {
  @page { size: A4; margin: 18mm 18mm 20mm;
    @bottom-right { content: counter(page) " / " counter(pages);
      font: 9pt Verdana, "DejaVu Sans", sans-serif; } }
  body { max-width: none; padding: 0; font-size: 10.5pt; color: #000; }
  a { color: #000; }
  h2, h3 { break-after: avoid; }
  h2 { break-before: page; }
  h2.first { break-before: auto; }
  .said, .option { break-inside: avoid; }
  p, li, dd { orphans: 2; widows: 2; }
}
"""
"""Contrast on white is 7:1 or more for all text; nothing is told by colour alone."""


def as_html(document: Document) -> str:
    """Return a document as an HTML page of its own; everything in it is escaped."""
    title = escape(document.title)
    contents = "".join(
        f'<li><a href="#{escape(section.id)}">{escape(section.title)}</a></li>\n'
        for section in document.sections
        if section.level == 2  # noqa: PLR2004 - as in h2
    )
    sections = "".join(
        _section(section, first=at == 0) for at, section in enumerate(document.sections)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n<p>{escape(document.lead)}</p>\n</header>\n"
        f'<nav aria-label="Contents">\n<ul>\n{contents}</ul>\n</nav>\n'
        f"<main>\n{sections}</main>\n</body>\n</html>\n"
    )


def _section(section: Section, *, first: bool) -> str:
    mark = ' class="first"' if first else ""
    blocks = "".join(f"{_block(block)}\n" for block in section.blocks)
    # Sections are flat: the level of the heading tells what belongs to what.
    return (
        f'<section id="{escape(section.id)}">\n<h{section.level}{mark}>'
        f"{escape(section.title)}</h{section.level}>\n{blocks}</section>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Para(words):
            return f"<p>{_words(words)}</p>"
        case Bullets(items):
            return f"<ul>{''.join(f'<li>{_words(item)}</li>' for item in items)}</ul>"
        case Pairs(rows):
            return _rows(rows)
        case Said(label, text, when):
            condition = f'<span class="when">({escape(when)})</span> ' if when else ""
            return (
                f'<p class="said">{condition}<b>{escape(label)}:</b> {escape(text)}</p>'
            )
        case Option(label, text, details):
            return (
                f'<div class="option"><p><b>{escape(label)}:</b> {escape(text)}</p>'
                f"{_rows(details)}</div>"
            )
        case _:
            assert_never(block)


def _rows(rows: tuple[tuple[str, Words], ...]) -> str:
    inside = "".join(
        f"<dt>{escape(label)}</dt><dd>{_words(words)}</dd>" for label, words in rows
    )
    return f"<dl>{inside}</dl>"


def _words(words: Words) -> str:
    return "".join(
        f'<a href="#{escape(one.target)}">{escape(one.text)}</a>'
        if isinstance(one, Link)
        else escape(one)
        for one in words
    )
