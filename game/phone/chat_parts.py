"""The strips around the messages: who this is, who calls, and the bar at the bottom."""

from dataclasses import replace
from typing import Final

from game.phone.actions import Back, Go, Newest, OpenProfile, Place, Undo
from game.phone.buttons import QUIET, Press, height_of, icon_button, wide_button
from game.phone.cards import face
from game.phone.elements import Align, Box, Button, Element, Picture, Rect, Role, Text
from game.phone.layout import Kit, shorten
from game.phone.look import Colour, Style, Tone
from game.phone.model import ChatModel
from game.phone.widgets import exit_button, tell_someone
from game.words import say, say_many

MOST: Final = 9
"""The largest number that fits a badge."""


def corner(kit: Kit) -> int:
    """Return how round the corners of the chat are: it has some in wide windows."""
    return kit.px(20) if kit.wide else 0


def span(kit: Kit, width: int) -> tuple[int, int]:
    """Return left edge and width of what can be pressed under the messages."""
    wide = min(width - 2 * kit.px(12), kit.look.measure + kit.px(80))
    return (width - wide) // 2, wide


def chat_header(kit: Kit, model: ChatModel, width: int) -> tuple[Element, ...]:
    """Return the strip over the chat, *width* pixels wide; the strip comes first.

    Where the letters are large, there is no second line under the name on the phone:
    the room is for the messages.
    """
    side, edge, look = kit.look.target, kit.px(8), kit.look
    name_line, small = look.line(Style.STRONG), look.line(Style.SMALL)
    status = "" if look.roomy else _status(model)
    if model.in_person:
        status = say("Face to face")
    lines = name_line + (small if status else 0)
    height = max(side, lines) + 2 * edge
    top = (height - side) // 2
    ground = Colour.ROOM if model.in_person else Colour.CARD
    strip = Box(Rect(0, 0, width, height), ground, corner(kit))
    parts: list[Element] = [strip]
    parts.append(Box(Rect(0, height - 1, width, 1), Colour.EDGE))
    parts += icon_button(kit, (edge, top), Press(say("Back"), Back(), QUIET, "back"))
    left = edge + side + kit.px(4)
    right = width - edge - side - kit.px(4)
    action: OpenProfile | Go = Go(Place.DRAWER)
    says = say("Chat with {name}. What else {player} can do")
    if model.contact is not None and not model.in_person:
        action = OpenProfile(model.contact.id)
        says = say("Chat with {name}. Look at the profile")
    name = says.format(name=model.name, player=model.player.name)
    spot = Rect(left, edge // 2, right - left, height - edge)
    if model.in_person:
        name = say("{player} is talking with {name}").format(
            player=model.player.name, name=model.name
        )
    else:
        parts.append(Button(spot, name, action, hover=Colour.HOT, radius=kit.px(12)))
    side = min(kit.look.grown(40), height - edge)
    picture = Rect(left + kit.px(6), (height - side) // 2, side, side)
    parts += face(model.contact, model.name, picture)
    at = picture.right + kit.px(10)
    room = right - at - kit.px(4)
    tone = Tone.ON_ROOM if model.in_person else Tone.ON_CARD
    soft = Tone.ROOM_SOFT if model.in_person else Tone.CARD_SOFT
    y = (height - lines) // 2
    shown = shorten(model.name, room, Style.STRONG, kit.measure)
    parts.append(
        Text(
            Rect(at, y, kit.measure(shown, Style.STRONG), name_line),
            (shown,),
            Style.STRONG,
            tone,
            name if model.in_person else "",
            role=Role.HEADING,
        )
    )
    if status:
        below = shorten(status, room, Style.SMALL, kit.measure)
        line = Rect(at, y + name_line, room, small)
        parts.append(Text(line, (below,), Style.SMALL, soft, ""))
    parts += exit_button(kit, (width - edge - kit.look.target, top))
    return tuple(parts)


def _status(model: ChatModel) -> str:
    if model.typing is not None:
        return say("{name} is typing …").format(name=model.typing.name)
    if model.group:
        names = [
            model.story.cast[key].name for key in model.story.chats[model.chat].members
        ]
        return ", ".join([*names, model.player.name])
    return say("on {player}'s phone").format(player=model.player.name)


def action_bar(kit: Kit, model: ChatModel, width: int) -> tuple[Element, ...]:
    """Return the bar with Tell someone, from the top left; the strip comes first.

    Where large letters leave too little room for these words, the way back is only with
    what else can be done, and the words stand one under the other. Only where a word
    alone is too wide has one to do.
    """
    look = kit.look
    gap, side = kit.px(8), look.target
    edge, room = span(kit, width)
    many = len(model.rows) > 1 and not kit.wide
    press = tell_someone()
    needed = kit.measure(press.name, Style.STRONG) + look.icon + kit.px(44)
    room -= ((not kit.wide) + many) * (side + gap)
    beside = kit.wide or needed <= room - side - gap
    start = edge + (side + gap if beside else 0)
    room -= start - edge
    widest = max(kit.measure(word, Style.STRONG) for word in press.name.split())
    if widest + look.icon + kit.px(44) > room:
        press = replace(press, label=say("Tell"))
    tell = wide_button(kit, (start, kit.px(10)), room, press)
    tall = height_of(tell)
    y = kit.px(10) + (tall - side) // 2
    strip = Box(Rect(0, 0, width, tall + kit.px(22)), Colour.CARD, corner(kit))
    parts: list[Element] = [strip, Box(Rect(0, 0, width, 1), Colour.EDGE)]
    if beside:
        parts += icon_button(kit, (edge, y), undo(model))
    parts += tell
    right = width - edge - side
    if not kit.wide:
        more = Press(say("What else to do"), Go(Place.DRAWER), icon="more")
        parts += icon_button(kit, (right, y), more)
        if many:
            parts += _chats_button(kit, model, (right - side - gap, y))
    return tuple(parts)


def undo(model: ChatModel) -> Press:
    """Return the way back to before the last answer."""
    to = model.undo_to
    action, possible = Undo(to or 0), to is not None
    return Press(say("Go back one step"), action, icon="undo", enabled=possible)


def _chats_button(
    kit: Kit, model: ChatModel, at: tuple[int, int]
) -> tuple[Element, ...]:
    unread = sum(row.unread for row in model.rows)
    name = say("All chats")
    if unread:
        new = say_many("{count} new message", "{count} new messages", unread)
        name = f"{name}, {new.format(count=unread)}"
    press = Press(name, Go(Place.CHATS), icon="envelope")
    parts = icon_button(kit, at, press)
    if not unread:
        return parts
    # At the corner of the button, and on the bar however large the letters are.
    middle = max(at[1] + kit.px(4), kit.look.line(Style.LABEL) // 2 + kit.px(2))
    corner = at[0] + kit.look.target - kit.px(4)
    return *parts, *badge(kit, unread, (corner, middle))


def badge(kit: Kit, count: int, middle: tuple[int, int]) -> tuple[Element, ...]:
    """Return a small disc with a number around a point, as far as one can count."""
    number = str(count) if count <= MOST else f"{MOST}+"
    line = kit.look.line(Style.LABEL)
    rect = Rect(middle[0] - line // 2, middle[1] - line // 2, line, line)
    text = Text(rect, (number,), Style.LABEL, Tone.BADGE, "", Align.CENTRE)
    return Box(rect, Colour.BADGE, line // 2, Colour.CARD), text


def newest_button(kit: Kit, room: Rect, answers: int) -> tuple[Element, ...]:
    """Return the way to what comes below, as a strip along the bottom of *room*.

    It ends the messages as the bar does, and says how many *answers* lie below it.
    """
    side, mark, gap = kit.look.target, kit.look.icon, kit.px(8)
    strip = Rect(room.x, room.bottom - side, room.w, side)
    name = say("More below")
    if answers:
        name = say_many("{count} answer below", "{count} answers below", answers)
        name = name.format(count=answers)
    shown = shorten(name, room.w - mark - 3 * gap, Style.LABEL, kit.measure)
    wide, line = kit.measure(shown, Style.LABEL), kit.look.line(Style.LABEL)
    left = strip.x + (strip.w - mark - gap - wide) // 2
    at = Rect(left + mark + gap, strip.y + (side - line) // 2, wide, line)
    return (
        Button(strip, name, Newest(), fill=Colour.CARD, hover=Colour.TEAL_WASH),
        Box(Rect(strip.x, strip.y, strip.w, 1), Colour.EDGE),
        Picture(
            Rect(left, strip.y + (side - mark) // 2, mark, mark),
            "arrow-down",
            tint=Colour.INK,
        ),
        Text(at, (shown,), Style.LABEL, Tone.ON_CARD, ""),
    )
