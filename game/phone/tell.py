"""Whom to tell: the adults of the story, and the helplines of the world outside."""

from game.engine.events import Tell
from game.phone.actions import Do, Go, Place
from game.phone.elements import Box, Button, Element, Page, Picture, Rect
from game.phone.layout import Kit, text_block
from game.phone.look import Colour, Style, Tone
from game.phone.model import Adult
from game.phone.widgets import Flow, back_header, column, sheet, shifted
from game.story.model import Contact
from game.words import say


def tell_page(
    kit: Kit, player: Contact, adults: tuple[Adult, ...], *, saved: bool
) -> Page:
    """Return the page on which the player picks somebody to tell.

    *saved* is whether there are messages that can be shown to them.
    """
    title = say("Tell someone")
    head = back_header(kit, title)
    left, width = column(kit, 600)
    flow = Flow(kit, left, kit.px(8), width)
    flow.text(say("Who could {player} tell?").format(player=player.name), Style.TITLE)
    flow.gap(6)
    flow.text(
        say("You can tell someone at any time. You do not need a reason or proof."),
        tone=Tone.PAPER_SOFT,
    )
    flow.gap(20)
    for adult in adults:
        _adult(flow, player, adult)
        flow.gap(12)
    if saved:
        words = say("See what {player} can show them").format(player=player.name)
        flow.button(words, Go(Place.TRAY), icon="tray")
        flow.gap(8)
    flow.gap(12)
    flow.text(say("Outside the story"), Style.LABEL, Tone.PAPER_SOFT)
    flow.gap(8)
    flow.button(say("Talk to a helpline"), Go(Place.HELP), icon="help")
    top = head[0].rect.h
    return Page(title, (*head, sheet(kit, top, flow, "tell")))


def _adult(flow: Flow, player: Contact, adult: Adult) -> None:
    kit, contact = flow.kit, adult.contact
    pad, side = kit.px(14), kit.px(64)
    x = flow.x + pad + side + kit.px(16)
    room = flow.x + flow.width - x - pad
    name_tone = Tone.ON_CARD if adult.possible else Tone.HOT_SOFT
    note_tone = Tone.CARD_SOFT if adult.possible else Tone.HOT_SOFT
    name = text_block(
        kit, contact.name, (x, 0), room, Style.HEADING, name_tone, name=""
    )
    words = _note(adult).format(player=player.name, name=contact.name)
    note = text_block(
        kit, words, (x, name.rect.bottom), room, Style.SMALL, note_tone, name=""
    )
    tall = max(note.rect.bottom, side)
    rect = Rect(flow.x, flow.y, flow.width, tall + 2 * pad)
    down = flow.y + pad + (tall - note.rect.bottom) // 2
    button = Button(
        rect,
        say("Tell {name}. {note}").format(name=contact.name, note=words),
        Do(Tell(contact.id)),
        fill=Colour.CARD if adult.possible else Colour.HOT,
        hover=Colour.TEAL_WASH,
        border=Colour.EDGE,
        radius=kit.px(18),
        lift=kit.px(2),
        enabled=adult.possible,
    )
    spot = Rect(flow.x + pad, flow.y + (rect.h - side) // 2, side, side)
    parts: list[Element] = [
        button,
        Picture(spot, contact.picture, initial=contact.name[:1]),
    ]
    parts += shifted((name, note), 0, down)
    if adult.told:
        mark = Rect(
            spot.right - kit.px(20), spot.bottom - kit.px(20), kit.px(24), kit.px(24)
        )
        parts += [
            Box(mark, Tone.ON_LEAF.ground, mark.w // 2, Colour.CARD),
            Picture(mark.inset(kit.px(4)), "check", tint=Tone.LEAF_LABEL.ink),
        ]
    flow.add(parts, rect.h)


def _note(adult: Adult) -> str:
    if adult.told and adult.possible:
        return say("{player} has told {name}, and can tell {name} again.")
    if adult.told:
        return say("{player} has told {name}.")
    if not adult.possible:
        return say(
            "{player} can't reach {name} in this bit. "
            "Real people can be told at any time."
        )
    if adult.contact.face_to_face:
        return say("{player} can go and talk to {name}.")
    return say("{player} can write to {name}.")
