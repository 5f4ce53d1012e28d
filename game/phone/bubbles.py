"""Where the messages and cards of a chat stand. Pure sums, no window."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from game.phone.cards import Setting, card, new_line, portrait
from game.phone.elements import (
    Bubble,
    Dots,
    Element,
    Picture,
    Rect,
)
from game.phone.layout import Kit, text_block, wrapped
from game.phone.look import (
    Style,
    Tone,
)
from game.phone.transcript import Item, Kind
from game.story.model import Contact
from game.words import say


@dataclass(frozen=True, slots=True)
class Stack:
    """Elements one under another.

    ``height`` is where the next would go; ``newest`` is the top of the last one.
    """

    elements: tuple[Element, ...]
    height: int
    newest: int


_BUBBLES = {Kind.MINE, Kind.THEIRS}


KEPT_ITEMS: Final = 1000
"""How many placed messages and cards are kept, the last used ones."""

KEPT_STACKS: Final = 4
"""Likewise of chats as a whole: one is built again whenever anything moves."""


def stack_items(
    kit: Kit,
    setting: Setting,
    items: Sequence[Item],
    *,
    width: int,
    new_at: int | None = None,
) -> Stack:
    """Place messages and cards one under another, the player's to the right.

    Args:
        kit: What to measure with.
        setting: Where the talk happens.
        items: Oldest first.
        width: Width of the chat area, in pixels. A bubble takes at most four fifths
            of it, and never a line longer than is easy to read.
        new_at: The index of the item over which a line says that it is new, if any.

    Returns:
        Elements from the top left corner of the chat area; none leaves its width,
        bubbles and cards do not overlap. They may run off the bottom: scrolling is
        the caller's business.
    """
    return _stack(kit, setting, tuple(items), width, new_at)


@lru_cache(maxsize=KEPT_STACKS)
def _stack(
    kit: Kit,
    setting: Setting,
    items: tuple[Item, ...],
    width: int,
    new_at: int | None,
) -> Stack:
    elements: list[Element] = []
    top, newest = kit.px(12), 0
    before: Item | None = None
    for at, item in enumerate(items):
        along = before is not None and _same_voice(before, item) and at != new_at
        top += kit.px(4 if along else 14) if before else 0
        newest = top
        if at == new_at:
            line, top = new_line(kit, top, width)
            elements += line
            top += kit.px(14)
        made, top = _placed(kit, setting, item, top, width, along=along)
        elements += made
        before = item
    return Stack(tuple(elements), top, newest)


@lru_cache(maxsize=KEPT_ITEMS)
def _placed(  # noqa: PLR0913 (where it stands, and after what)
    kit: Kit, setting: Setting, item: Item, top: int, width: int, *, along: bool
) -> tuple[tuple[Element, ...], int]:
    """Place a message or a card at *top*, and return where it ends as well."""
    if item.kind in _BUBBLES:
        made, bottom = _bubble(kit, setting, item, top, width, along=along)
    else:
        made, bottom = card(kit, setting, item, top, width)
    return tuple(made), bottom


def typing_dots(kit: Kit, contact: Contact, top: int, *, in_person: bool) -> Stack:
    """Place the dots of somebody who is typing, below everything else."""
    side = _face(kit, in_person=in_person)
    left = kit.px(12) + side + kit.px(8)
    rect = Rect(left, top, kit.px(68), max(kit.px(40), side if in_person else 0))
    name = say("{name} is typing").format(name=contact.name)
    if in_person:
        name = say("{name} is about to speak").format(name=contact.name)
    face = Rect(kit.px(12), rect.bottom - side, side, side)
    picture = Picture(face, contact.picture, initial=contact.name[:1])
    return Stack((picture, Dots(rect, name)), rect.bottom, top)


def _same_voice(before: Item, item: Item) -> bool:
    return (
        before.kind == item.kind
        and before.speaker == item.speaker
        and (item.kind in _BUBBLES)
    )


def _face(kit: Kit, *, in_person: bool) -> int:
    # Where there is little room, it is for the words.
    return min(kit.look.grown(64 if in_person else 36), kit.width // 8)


def _bubble(  # noqa: PLR0913 (where it stands, and after what)
    kit: Kit, setting: Setting, item: Item, top: int, width: int, *, along: bool
) -> tuple[list[Element], int]:
    look, edge = kit.look, kit.px(12)
    mine = item.kind is Kind.MINE
    contact = setting.story.cast[item.speaker or setting.story.player]
    face = _face(kit, in_person=setting.in_person)
    faced = setting.in_person or not mine
    start = edge + (face + kit.px(8) if faced else 0)
    pad_x, pad_y = kit.px(14), kit.px(10)
    most = min(width - start - edge, width * 4 // 5, look.measure + 2 * pad_x)
    room = max(most - 2 * pad_x, kit.px(40))
    text = f"“{item.text}”" if setting.in_person else item.text
    lines, wide = wrapped(text, room, Style.BODY, kit.measure)
    tall = len(lines) * look.line(Style.BODY)
    elements: list[Element] = []
    if (setting.group or setting.in_person) and not mine and not along:
        label = text_block(
            kit,
            contact.name,
            (start + pad_x, top),
            room,
            Style.LABEL,
            Tone.ROOM_TEAL if setting.in_person else Tone.PAPER_TEAL,
            name="",
        )
        elements.append(label)
        top = label.rect.bottom + kit.px(2)
    rect = Rect(start, top, wide + 2 * pad_x, tall + 2 * pad_y)
    if mine:
        rect = Rect(width - start - rect.w, top, rect.w, rect.h)
    voice = say("{name} says: {text}") if setting.in_person else say("{name}: {text}")
    elements.append(
        Bubble(
            rect,
            lines,
            mine,
            voice.format(name=contact.name, text=item.text),
            tail=not along,
            spoken=setting.in_person,
            padding=(pad_x, pad_y),
        )
    )
    bottom = rect.bottom
    if faced and not along:
        x = width - edge - face if mine else edge
        spot = Rect(x, top, face, face)
        elements.append(portrait(contact, item.mood, spot))
        if setting.in_person:
            bottom = max(bottom, spot.bottom)
    return elements, bottom
