"""The cards between the messages: notes, feelings, reasons, what was done."""

from dataclasses import dataclass, field, replace

from game.phone.buttons import mirrored
from game.phone.elements import Align, Box, Element, Picture, Rect, Text
from game.phone.layout import Kit, text_block, wrapped
from game.phone.look import Colour, Style, Tone
from game.phone.transcript import Item, Kind
from game.phone.writing.direction import runs_rtl
from game.story.model import Contact, Story
from game.words import say


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the talk happens: on the phone or face to face, between two or more.

    Two with the same story are the same; that takes no look into it.
    """

    story: Story = field(hash=False)
    in_person: bool = False
    group: bool = False


def card(
    kit: Kit, setting: Setting, item: Item, top: int, width: int
) -> tuple[list[Element], int]:
    """Place one card over the width of the chat; return it and where it ends."""
    match item.kind:
        case Kind.DEED | Kind.TURN:
            return _strip(kit, setting.story, item, top, width)
        case Kind.FEELING:
            return _feeling(kit, setting.story, item, top, width)
        case Kind.WHY:
            return _boxed(
                kit,
                item,
                top,
                width,
                Colour.TEAL_WASH,
                Tone.WHY,
                Tone.WHY_LABEL,
                say("Why"),
            )
        case Kind.TALK:
            return _boxed(
                kit,
                item,
                top,
                width,
                Colour.SUN_WASH,
                Tone.TALK,
                Tone.TALK,
                say("Stop and talk"),
            )
        case _:
            tone = Tone.ROOM_SOFT if setting.in_person else Tone.PAPER_SOFT
            return _note(kit, item, top, width, tone)


def _span(kit: Kit, width: int, side: int = 0) -> tuple[int, int]:
    """Return left edge and width of a card in the middle of the chat."""
    least = kit.px(20)
    wide = min(width - 2 * least, kit.look.measure + kit.px(40) + side)
    return (width - wide) // 2, wide


def _note(
    kit: Kit, item: Item, top: int, width: int, tone: Tone
) -> tuple[list[Element], int]:
    """Place what the story tells: a line in the middle, or a paragraph with a bar.

    Lines that begin one under another are easier to find than centred ones. A drawing
    comes first, no taller than a third of the window.
    """
    left, wide = _span(kit, width)
    pad, y = kit.px(12), top + kit.px(4)
    shown: list[Element] = []
    if item.picture:
        tall = min(wide * 9 // 16, kit.height // 3)
        spot = Rect(left, y, wide, tall)
        shown.append(Picture(spot, item.picture, cover=True))
        y += tall + kit.px(10)
    at, room = (left + pad, y), wide - 2 * pad
    text = text_block(kit, item.text, at, room, Style.BODY, tone, align=Align.CENTRE)
    if len(text.lines) == 1:
        return [*shown, text], text.rect.bottom + kit.px(4)
    bar = Rect(left, y, kit.px(4), text.rect.h)
    parts: list[Element] = [
        Box(bar, Colour.EDGE, bar.w // 2),
        replace(text, align=Align.LEFT),
    ]
    if runs_rtl(item.text):
        parts = [*mirrored(parts, Rect(left, y, wide, text.rect.h))]
    return [*shown, *parts], text.rect.bottom + kit.px(4)


def _strip(
    kit: Kit, story: Story, item: Item, top: int, width: int
) -> tuple[list[Element], int]:
    """Place what the player did: a small pill in the middle.

    Over it stands the portrait of the adult the player turns to.
    """
    elements: list[Element] = []
    if item.kind is Kind.TURN and item.speaker is not None:
        adult = story.cast[item.speaker]
        side = kit.look.grown(96)
        spot = Rect((width - side) // 2, top + kit.px(8), side, side)
        elements.append(portrait(adult, item.mood, spot))
        top = spot.bottom + kit.px(12)
    left, wide = _span(kit, width)
    pad_x, pad_y = kit.px(16), kit.px(6)
    room = wide - 2 * pad_x
    lines, longest = wrapped(item.text, room, Style.LABEL, kit.measure)
    tall = len(lines) * kit.look.line(Style.LABEL)
    wide = longest + 2 * pad_x
    left = (width - wide) // 2
    rect = Rect(left, top, wide, tall + 2 * pad_y)
    tone = Tone.ON_CARD if item.kind is Kind.DEED else Tone.ON_HOT
    border = Colour.EDGE if item.kind is Kind.DEED else None
    at = Rect(left + pad_x, top + pad_y, longest, tall)
    text = Text(at, lines, Style.LABEL, tone, item.text, Align.CENTRE)
    elements += [Box(rect, tone.ground, kit.px(16), border), text]
    return elements, rect.bottom


def _feeling(
    kit: Kit, story: Story, item: Item, top: int, width: int
) -> tuple[list[Element], int]:
    face, pad = kit.look.grown(44), kit.px(14)
    left, wide = _span(kit, width, face)
    beside = pad + face + kit.px(12)
    player = story.cast[item.speaker or story.player]
    text = text_block(
        kit,
        item.text,
        (left + beside, top + pad),
        wide - beside - pad,
        Style.BODY,
        Tone.FEELING,
    )
    tall = max(text.rect.h, face)
    text = text_block(
        kit,
        item.text,
        (left + beside, top + pad + (tall - text.rect.h) // 2),
        wide - beside - pad,
        Style.BODY,
        Tone.FEELING,
    )
    rect = Rect(left, top, wide, tall + 2 * pad)
    spot = Rect(left + pad, top + (rect.h - face) // 2, face, face)
    return [
        Box(rect, Colour.VIOLET_WASH, kit.px(18)),
        portrait(player, item.mood, spot),
        text,
    ], rect.bottom


def _boxed(  # noqa: PLR0913, PLR0917 (two colours and a label)
    kit: Kit,
    item: Item,
    top: int,
    width: int,
    fill: Colour,
    tone: Tone,
    label_tone: Tone,
    label: str,
) -> tuple[list[Element], int]:
    left, wide = _span(kit, width)
    pad = kit.px(14)
    room = wide - 2 * pad
    head = text_block(
        kit,
        label,
        (left + pad, top + kit.px(10)),
        room,
        Style.LABEL,
        label_tone,
        name="",
    )
    said = say("{label}: {text}").format(label=label, text=item.text)
    text = text_block(
        kit,
        item.text,
        (left + pad, head.rect.bottom + kit.px(2)),
        room,
        Style.BODY,
        tone,
        name=said,
    )
    rect = Rect(left, top, wide, text.rect.bottom + kit.px(12) - top)
    return [Box(rect, fill, kit.px(14)), head, text], rect.bottom


def new_line(kit: Kit, top: int, width: int) -> tuple[list[Element], int]:
    """Place the line over messages that were not read yet; return where it ends."""
    words = say("New")
    line = kit.look.line(Style.LABEL)
    pill = kit.measure(words, Style.LABEL) + kit.px(24)
    left, thin = (width - pill) // 2, max(kit.look.line_width, kit.px(2))
    middle = top + line // 2
    edge, gap = kit.px(20), kit.px(8)
    beside = max(left - gap - edge, 0)
    ends = (edge, left + pill + gap)
    tone = Tone.WHY_LABEL
    return [
        *(Box(Rect(x, middle - thin // 2, beside, thin), Colour.EDGE) for x in ends),
        Box(Rect(left, top, pill, line), tone.ground, line // 2),
        Text(
            Rect(left, top, pill, line),
            (words,),
            Style.LABEL,
            tone,
            say("New messages"),
            Align.CENTRE,
        ),
    ], top + line


def portrait(contact: Contact, mood: str, rect: Rect) -> Picture:
    """Return the picture of a contact in a mood; without one it is the usual one."""
    picture = f"{contact.picture}-{mood}" if mood else contact.picture
    return Picture(rect, picture, initial=contact.name[:1])


def face(contact: Contact | None, name: str, rect: Rect) -> tuple[Element, ...]:
    """Return the picture of a contact, or of a group."""
    if contact is not None:
        return (Picture(rect, contact.picture, initial=name[:1]),)
    inner = rect.inset(rect.w // 4)
    return Box(rect, Colour.TEAL_WASH, rect.w // 2, Colour.CARD), Picture(
        inner, "people", tint=Tone.WHY.ink
    )
