"""What stands beside the chat on a wide window: the other chats, and what to do."""

from dataclasses import replace

from game.phone.actions import Go, OpenChat, Place
from game.phone.buttons import ASIDE, Press, height_of, wide_button
from game.phone.cards import face
from game.phone.chat_parts import badge
from game.phone.deeds import person_section
from game.phone.drawer import more_buttons
from game.phone.elements import (
    Box,
    Button,
    Element,
    Page,
    Picture,
    Rect,
    Role,
    Scroll,
    Text,
)
from game.phone.layout import Kit, shorten, text_block
from game.phone.look import Colour, Style, Tone
from game.phone.model import ChatModel
from game.phone.view import Row
from game.phone.widgets import (
    Flow,
    back_header,
    column,
    foot,
    sheet,
    shifted,
    tell_someone,
)
from game.words import say, say_many


def side_width(kit: Kit) -> int:
    """Return the width of the panes at the sides."""
    return round(min(kit.px(300), kit.width * 0.24))


def chats_pane(kit: Kit, model: ChatModel, width: int) -> tuple[Element, ...]:
    """Return the list of chats as a pane at the left, *width* pixels wide."""
    edge = kit.px(16)
    room = min(width - 2 * edge, kit.px(320))
    flow = Flow(kit, width - room - edge, edge, room)
    side = kit.px(56)
    player = model.player
    flow.add(
        Picture(
            Rect(flow.x, flow.y, side, side), player.picture, initial=player.name[:1]
        ),
        0,
    )
    at = flow.x + side + kit.px(12)
    title = say("{player}'s phone").format(player=player.name)
    room = flow.x + flow.width - at
    block = text_block(
        kit, title, (at, flow.y), room, Style.HEADING, Tone.ON_HOT, role=Role.HEADING
    )
    tall = max(side, block.rect.h)
    flow.add(shifted((block,), 0, (tall - block.rect.h) // 2), tall)
    flow.gap(16)
    for row in model.rows:
        flow.add(*chat_row(kit, row, (flow.x, flow.y), flow.width))
        flow.gap(6)
    return (_pane(kit, flow, Rect(0, 0, width, kit.height), "chats"),)


def chat_row(
    kit: Kit, row: Row, at: tuple[int, int], width: int
) -> tuple[tuple[Element, ...], int]:
    """Return a chat of the list, and its height."""
    pad, side = kit.px(10), kit.look.grown(40)
    line, small = kit.look.line(Style.STRONG), kit.look.line(Style.SMALL)
    height = max(side, line + small) + 2 * pad
    rect = Rect(*at, width, height)
    in_person = row.contact is not None and row.contact.face_to_face
    last = say("Face to face") if in_person else row.last
    name = say("Chat with {name}").format(name=row.name)
    if row.unread:
        new = say_many("{count} new message", "{count} new messages", row.unread)
        name = f"{name}, {new.format(count=row.unread)}"
    fill = Colour.CARD if row.here else Colour.DESK
    button = Button(
        rect,
        name,
        OpenChat(row.chat),
        fill=fill,
        hover=Colour.TEAL_WASH,
        border=Colour.EDGE,
        radius=kit.px(14),
        role=Role.TAB,
        checked=row.here,
    )
    spot = Rect(rect.x + pad, rect.y + (height - side) // 2, side, side)
    x = spot.right + pad
    mark = kit.look.line(Style.LABEL) + pad if row.unread else 0
    room = rect.right - x - pad - mark
    y = rect.y + (height - line - small) // 2
    tone, soft = (
        (Tone.ON_CARD, Tone.CARD_SOFT) if row.here else (Tone.ON_HOT, Tone.HOT_SOFT)
    )
    title = shorten(row.name, room, Style.STRONG, kit.measure)
    below = shorten(last, room, Style.SMALL, kit.measure)
    parts: list[Element] = [button, *face(row.contact, row.name, spot)]
    parts.append(Text(Rect(x, y, room, line), (title,), Style.STRONG, tone, ""))
    parts.append(Text(Rect(x, y + line, room, small), (below,), Style.SMALL, soft, ""))
    if row.unread:
        parts += badge(kit, row.unread, (rect.right - 2 * pad, rect.y + height // 2))
    return tuple(parts), height


def details_pane(kit: Kit, model: ChatModel, left: int) -> tuple[Element, ...]:
    """Return what can be done at any time as a pane from *left* to the right edge.

    Shown is what can be done with whoever is in the open chat; the others are a press
    away. What is about nobody stands still at the bottom.
    """
    edge = kit.px(16)
    width = kit.width - left
    room = min(width - 2 * edge, kit.px(320))
    # Without a card around them, icons stand under the face.
    side = kit.px(12)
    flow = Flow(kit, edge - side, edge, room + side)
    flow.gap(12)
    here = [one for one in model.people if one.contact.id in model.with_whom][:1]
    for person in here:
        person_section(flow, person, Tone.ON_HOT, paint=ASIDE)
    others = [one.contact.name for one in model.people if one not in here]
    if others:
        names = say("Others: {names}").format(names=", ".join(others))
        press = Press(names, Go(Place.DRAWER), ASIDE, "people")
        made = wide_button(kit, (flow.x, flow.y), flow.width, press)
        flow.add(made, height_of(made))
    more = Flow(kit, edge - side, kit.px(8), room + side)
    more.add(Box(Rect(edge, 0, room, 1), Colour.EDGE), 0)
    more_buttons(more, ASIDE)
    low = min(more.y + edge, kit.height * 2 // 3)
    top = kit.height - low
    return (
        _pane(kit, flow, Rect(left, 0, width, top), "details"),
        _pane(kit, more, Rect(left, top, width, low), "details more"),
    )


def _pane(kit: Kit, flow: Flow, rect: Rect, key: str) -> Scroll:
    height = flow.y + kit.px(16)
    return Scroll(rect, height, tuple(flow.elements), key, ground=Colour.DESK)


def chats_page(kit: Kit, model: ChatModel) -> Page:
    """Return the list of chats as a page of its own, for a narrow window."""
    title = say("{player}'s phone").format(player=model.player.name)
    head = back_header(kit, title, ground=Colour.DESK)
    left, width = column(kit, 560)
    flow = Flow(kit, left, kit.px(8), width)
    for row in model.rows:
        flow.add(*chat_row(kit, row, (flow.x, flow.y), flow.width))
        flow.gap(8)
    low = foot(kit, tell_someone(), 560, ground=Colour.DESK)
    top = head[0].rect.h
    body = sheet(kit, top, flow, "chats page", bottom=low[0].rect.h)
    body = replace(body, ground=Colour.DESK)
    return Page(title, (*head, body, *low), ground=Colour.DESK)
