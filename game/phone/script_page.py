"""Every branch of a story to read, a scene to a page: nothing is kept from parents."""

from collections.abc import Iterator

from game.phone.actions import Read
from game.phone.buttons import PRIMARY
from game.phone.elements import Box, Page, Rect, Role
from game.phone.layout import Kit
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.widgets import Flow, back_header, column, sheet
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
from game.words import say


def script_page(kit: Kit, document: Document, number: int) -> Page:
    """Return a section of the script of a story, *number* counted from 0.

    Under it are the sections that it leads to, then the next and the one before.
    """
    sections = document.sections
    section = sections[min(number, len(sections) - 1)]
    title = say("{title}: {number} of {count}").format(
        title=document.title, number=number + 1, count=len(sections)
    )
    head = back_header(kit, title)
    left, width = column(kit)
    flow = Flow(kit, left, kit.px(8), width)
    flow.text(section.title, Style.TITLE, role=Role.HEADING)
    for block in section.blocks:
        flow.gap(12)
        _block(flow, block)
    places = {one.id: at for at, one in enumerate(sections)}
    leads = dict.fromkeys(
        link
        for block in section.blocks
        for link in _links(block)
        if link.target in places
    )
    flow.gap(20)
    for link in leads:
        words = say("Read {what}").format(what=link.text)
        flow.button(words, Read(places[link.target]), icon="next")
        flow.gap(8)
    if number + 1 < len(sections):
        flow.button(say("Next"), Read(number + 1), PRIMARY)
        flow.gap(8)
    if number:
        flow.button(say("The one before"), Read(number - 1))
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, f"script {number}")))


def _block(flow: Flow, block: Block) -> None:
    match block:
        case Para(words):
            flow.text(_plain(words))
        case Bullets(items):
            for item in items:
                flow.text(f"• {_plain(item)}", name=_plain(item))
                flow.gap(4)
        case Pairs(rows):
            for label, words in rows:
                flow.text(f"{label}: {_plain(words)}")
                flow.gap(4)
        case Said(label, text, when):
            _card(flow, label, text, [("", when)] if when else [])
        case Option(label, text, details):
            below = [(name, _plain(words)) for name, words in details]
            _card(flow, label, text, below)


def _card(flow: Flow, label: str, text: str, rows: list[tuple[str, str]]) -> None:
    """Add something said or chosen, with what belongs to it below."""
    kit = flow.kit
    pad = kit.px(14)
    inner = Flow(kit, flow.x + pad, flow.y + pad, flow.width - 2 * pad)
    inner.text(label, Style.LABEL, Tone.CARD_TEAL)
    inner.text(text, tone=Tone.ON_CARD)
    for name, words in rows:
        inner.gap(2)
        shown = f"{name}: {words}" if name else words
        inner.text(shown, Style.SMALL, Tone.CARD_SOFT)
    rect = Rect(flow.x, flow.y, flow.width, inner.y + pad - flow.y)
    box = Box(rect, Colour.CARD, kit.px(Radius.BUTTON), Colour.EDGE)
    flow.add([box, *inner.elements], rect.h)


def _links(block: Block) -> Iterator[Link]:
    match block:
        case Para(words):
            found: list[Words] = [words]
        case Bullets(items):
            found = list(items)
        case Pairs(rows) | Option(details=rows):
            found = [words for _, words in rows]
        case Said():
            found = []
    for words in found:
        yield from (word for word in words if isinstance(word, Link))


def _plain(words: Words) -> str:
    return "".join(word.text if isinstance(word, Link) else word for word in words)
