"""The profile card of a contact."""

from game.phone.actions import Back, Go, Place
from game.phone.buttons import PRIMARY, Press
from game.phone.drawer import over
from game.phone.elements import Align, Box, Element, Page, Picture, Rect
from game.phone.layout import Kit, text_block
from game.phone.look import Colour, Style, Tone
from game.phone.widgets import Flow
from game.story.model import Contact
from game.words import say


def profile_page(kit: Kit, contact: Contact, under: Page, *, saved: bool) -> Page:
    """Return the card of *contact* over the page *under*; nothing on it is judged.

    *saved* is whether the messages with them were saved, and lead to where they lie.
    """
    width = min(kit.width, round(kit.px(520) * (1 + (kit.look.text - 100) / 200)))
    left = (kit.width - width) // 2
    edge = kit.px(20)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    side = kit.px(112)
    spot = Rect((width - side) // 2, flow.y, side, side)
    said = say("The picture of {name}").format(name=contact.name)
    flow.add(Picture(spot, contact.picture, said, initial=contact.name[:1]), side)
    flow.gap(10)
    flow.text(contact.name, Style.TITLE, align=Align.CENTRE)
    flow.gap(14)
    if contact.profile:
        _rows(flow, contact.profile)
    else:
        flow.text(
            say("There is nothing else on this profile."),
            tone=Tone.PAPER_SOFT,
            align=Align.CENTRE,
        )
    if saved:
        flow.gap(16)
        flow.button(say("See the saved messages"), Go(Place.TRAY), icon="tray")
    onward = Press(say("Back to the messages"), Back(), PRIMARY)
    title = say("The profile of {name}").format(name=contact.name)
    return over(kit, under, Rect(left, 0, width, 0), flow, title, onward=onward)


def _rows(flow: Flow, profile: tuple[tuple[str, str], ...]) -> None:
    kit = flow.kit
    pad = kit.px(16)
    inside = flow.width - 2 * pad
    top = flow.y
    y = top + kit.px(12)
    rows: list[Element] = []
    for at, (label, text) in enumerate(profile):
        if at:
            rows.append(Box(Rect(flow.x + pad, y, inside, 1), Colour.EDGE))
            y += kit.px(10)
        shown = label.replace("-", " ").capitalize()
        head = text_block(
            kit, shown, (flow.x + pad, y), inside, Style.LABEL, Tone.CARD_SOFT, name=""
        )
        said = say("{label}: {text}").format(label=shown, text=text)
        body = text_block(
            kit,
            text,
            (flow.x + pad, head.rect.bottom),
            inside,
            Style.BODY,
            Tone.ON_CARD,
            name=said,
        )
        rows += [head, body]
        y = body.rect.bottom + kit.px(10)
    card = Rect(flow.x, top, flow.width, y + kit.px(2) - top)
    flow.add([Box(card, Colour.CARD, kit.px(16), Colour.EDGE), *rows], card.h)
