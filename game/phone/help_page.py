"""Who can help, in the nation the player picked."""

import re
from typing import Final

from game.help.directory import Audience, Directory, Service
from game.phone.actions import Ask, GoHome
from game.phone.elements import (
    Box,
    Element,
    Page,
    Rect,
    Role,
)
from game.phone.layout import Kit, text_block
from game.phone.look import Colour, Style, Tone
from game.phone.nations import nation_buttons, nation_of, option_grid
from game.phone.settings import Settings
from game.phone.widgets import Flow, back_header, column, sheet
from game.words import say

_BEFORE_DIGIT: Final = re.compile(" (?=[0-9])")


def help_page(
    kit: Kit, directory: Directory, settings: Settings, *, audience: Audience
) -> Page:
    """Return the services of the chosen nation, the emergency line first."""
    title = say("Who can help")
    head = back_header(kit, title)
    left, width = column(kit)
    flow = Flow(kit, left, kit.px(8), width)
    nation = nation_of(directory, settings)
    option_grid(
        flow,
        [(_audience(who), Ask(who), who is audience) for who in Audience],
        say("This page"),
    )
    flow.gap(10)
    services(flow, directory, settings, audience)
    flow.gap(24)
    elsewhere(flow, directory, settings)
    flow.gap(20)
    flow.button(say("Back to the stories"), GoHome(), icon="home")
    key = f"help {nation.id} {audience}"
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, key)))


def services(
    flow: Flow, directory: Directory, settings: Settings, audience: Audience
) -> None:
    """Add who helps in the chosen nation, the emergency line first.

    Where each was seen is for those who check it: it stands under all of them.
    """
    page = directory.page(nation_of(directory, settings).id, audience)
    _emergency(flow, page.emergency)
    flow.gap(20)
    for service in page.services:
        _service(flow, service)
        flow.gap(14)
    flow.gap(6)
    flow.text(page.note, Style.SMALL, Tone.PAPER_SOFT)
    flow.gap(16)
    flow.text(say("Where we saw this"), Style.LABEL, Tone.PAPER_TEAL, role=Role.HEADING)
    for service in page.services:
        flow.gap(4)
        words = say("{name}: {seen}").format(name=service.name, seen=service.seen)
        flow.text(words, Style.SMALL, Tone.PAPER_SOFT)


def elsewhere(flow: Flow, directory: Directory, settings: Settings) -> None:
    """Add a button for each nation that has a page."""
    flow.text(say("Help in another place"), Style.HEADING, role=Role.HEADING)
    flow.gap(10)
    nation_buttons(flow, directory, settings)


def _audience(audience: Audience) -> str:
    match audience:
        case Audience.CHILD:
            return say("For children")
        case Audience.PARENT:
            return say("For parents")
        case Audience.TEACHER:
            return say("For teachers")


def _emergency(flow: Flow, words: str) -> None:
    kit = flow.kit
    pad = kit.px(18)
    text = text_block(
        kit,
        # "Call" and the number, and all parts of the number, stay on one line.
        _BEFORE_DIGIT.sub("\xa0", words),
        (flow.x + pad, flow.y + pad),
        flow.width - 2 * pad,
        Style.STRONG,
        Tone.ON_CORAL,
        name=words,
    )
    rect = Rect(flow.x, flow.y, flow.width, text.rect.h + 2 * pad)
    flow.add([Box(rect, Tone.ON_CORAL.ground, kit.px(18)), text], rect.h)


def _service(flow: Flow, service: Service) -> None:
    kit = flow.kit
    pad = kit.px(18)
    inner = Flow(kit, flow.x + pad, flow.y + pad, flow.width - 2 * pad)
    inner.text(service.name, Style.HEADING, Tone.ON_CARD, role=Role.HEADING)
    inner.text(service.who_for, Style.SMALL, Tone.CARD_SOFT)
    inner.gap(10)
    for label, text in service.ways():
        _way(inner, label, text, big=text in {service.phone, service.text})
    if service.notes:
        inner.gap(4)
        inner.text(service.notes, Style.SMALL, Tone.CARD_SOFT)
    if service.what_happens:
        inner.gap(8)
        inner.text(say("What happens then"), Style.LABEL, Tone.CARD_TEAL)
        for sentence in service.what_happens:
            inner.gap(2)
            inner.text(sentence, Style.SMALL, Tone.ON_CARD)
    rect = Rect(flow.x, flow.y, flow.width, inner.y + pad - flow.y)
    flow.add([Box(rect, Colour.CARD, kit.px(20), Colour.EDGE), *inner.elements], rect.h)


def _way(flow: Flow, label: str, text: str, *, big: bool) -> None:
    """Add a way to get in touch, its label beside it or above it."""
    kit = flow.kit
    aside = kit.px(92) * kit.look.text // 100
    style = Style.HEADING if big else Style.BODY
    said = say("{label}: {text}").format(label=label, text=text)
    narrow = flow.width < aside * 3
    x = flow.x if narrow else flow.x + aside
    top = flow.y
    head = text_block(
        kit,
        label,
        (flow.x, top),
        flow.width if narrow else aside,
        Style.LABEL,
        Tone.CARD_SOFT,
        name="",
    )
    if narrow:
        top = head.rect.bottom
    body = text_block(
        kit, text, (x, top), flow.x + flow.width - x, style, Tone.ON_CARD, name=said
    )
    shift = 0 if narrow else (kit.look.line(style) - kit.look.line(Style.LABEL)) // 2
    made: list[Element] = [
        text_block(
            kit,
            label,
            (flow.x, head.rect.y + shift),
            head.rect.w,
            Style.LABEL,
            Tone.CARD_SOFT,
            name="",
        ),
        body,
    ]
    flow.add(made, body.rect.bottom - flow.y + kit.px(4))
