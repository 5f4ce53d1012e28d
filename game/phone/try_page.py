"""In a class everybody tries to hide the game first, so that doing it tells nobody."""

from game.phone.actions import Go, Place
from game.phone.buttons import PLAIN, PRIMARY
from game.phone.elements import Align, Box, Page, Picture, Rect, Role
from game.phone.layout import Kit
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.widgets import Flow, back_header, calm, column, sheet
from game.story.model import Contact
from game.words import say


def try_page(kit: Kit, player: Contact, *, tried: bool) -> Page:
    """Return the page on which everybody presses Escape once, before a story."""
    title = say("Now you know how") if tried else say("First, everybody tries this")
    head = back_header(kit, "")
    left, width = column(kit, 560)
    flow = Flow(kit, left, kit.px(8), width)
    flow.text(title, Style.TITLE, role=Role.HEADING, align=Align.CENTRE)
    flow.gap(20)
    if tried:
        _done(flow)
    else:
        _step(
            flow,
            "1",
            say("Press the Escape key, or the door at the top. A drawing comes up."),
        )
        flow.gap(10)
        _step(
            flow,
            "2",
            say("Press Backspace to come back here, or hold the pencil there."),
        )
    flow.gap(20)
    flow.text(
        say("Anyone can do this at any time. You do not need a reason."),
        align=Align.CENTRE,
    )
    flow.gap(24)
    words = say("Take {player}'s phone").format(player=player.name)
    flow.button(words, Go(Place.LOCK), PRIMARY if tried else PLAIN)
    body = calm(sheet(kit, head[0].rect.h, flow, f"try {tried}"))
    return Page(title, (*head, body), space=Go(Place.LOCK) if tried else None)


def _step(flow: Flow, number: str, words: str) -> None:
    """Add a card with a number and what to do."""
    kit = flow.kit
    pad, side = kit.px(16), kit.look.grown(36)
    x = flow.x + pad + side + kit.px(14)
    inner = Flow(kit, x, flow.y + pad, flow.x + flow.width - pad - x)
    inner.text(words, Style.STRONG, Tone.ON_CARD)
    tall = max(inner.y - flow.y - pad, side)
    rect = Rect(flow.x, flow.y, flow.width, tall + 2 * pad)
    line = kit.look.line(Style.STRONG)
    disc = Rect(flow.x + pad, flow.y + pad + (tall - side) // 2, side, side)
    mark = Flow(kit, disc.x, disc.y + (side - line) // 2, side)
    mark.text(number, Style.STRONG, Tone.WHY_LABEL, align=Align.CENTRE, name="")
    flow.add(
        [
            Box(rect, Colour.CARD, kit.px(Radius.CARD), Colour.EDGE),
            Box(disc, Colour.TEAL_WASH, side // 2),
            *mark.elements,
            *inner.elements,
        ],
        rect.h,
    )


def _done(flow: Flow) -> None:
    """Add that it worked."""
    kit = flow.kit
    pad, side = kit.px(18), kit.look.icon
    x = flow.x + pad + side + kit.px(12)
    inner = Flow(kit, x, flow.y + pad, flow.x + flow.width - pad - x)
    inner.text(say("That is how to hide the story."), Style.STRONG, Tone.ON_LEAF)
    rect = Rect(flow.x, flow.y, flow.width, inner.y + pad - flow.y)
    spot = Rect(flow.x + pad, flow.y + (rect.h - side) // 2, side, side)
    flow.add(
        [
            Box(rect, Colour.LEAF_WASH, kit.px(Radius.CARD)),
            Picture(spot, "check", tint=Tone.LEAF_LABEL.ink),
            *inner.elements,
        ],
        rect.h,
    )
