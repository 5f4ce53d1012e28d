"""The lock screen with which a story begins: whose phone it is, and who writes."""

from dataclasses import replace

from game.phone.actions import Back, OpenChat
from game.phone.buttons import PLAIN, PRIMARY, Press, icon_button
from game.phone.elements import (
    Align,
    Box,
    Button,
    Page,
    Picture,
    Rect,
    Role,
    Scroll,
    Text,
)
from game.phone.layout import Kit, clamp
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.model import News
from game.phone.notices import news_card
from game.phone.widgets import Flow, exit_button, shifted
from game.story.model import Contact
from game.words import say


def lock_page(kit: Kit, player: Contact, news: News | None) -> Page:
    """Return the locked phone of *player*, with the message that waits, if any."""
    frame, around = _frame(kit)
    grown = 1 + (kit.look.text - 100) / 200
    wide = min(frame.w - 2 * kit.px(16), round(kit.px(520) * grown))
    edge = (frame.w - wide) // 2
    head = kit.look.target + 2 * kit.px(8)
    room = Rect(frame.x, frame.y + head, frame.w, max(frame.h - head, 1))
    top = Flow(kit, edge, kit.px(4), wide)
    _whose(top, player)
    if news is not None:
        top.gap(24)
        spot = Rect(top.x, top.y, top.width, 0)
        top.add(*news_card(kit, news, spot, OpenChat()))
    foot = Flow(kit, edge, 0, top.width)
    _unlock(foot, player)
    foot.gap(16)
    # Below what has come, and at the bottom where a thumb is.
    down = max(top.y + kit.px(24), room.h - foot.y)
    elements = (*top.elements, *shifted(foot.elements, 0, down))
    sheet = Scroll(room, down + foot.y, elements, key="lock", ground=None)
    title = say("{player}'s phone").format(player=player.name)
    place = (frame.x + kit.px(8), frame.y + kit.px(8))
    back = icon_button(kit, place, Press(say("Back"), Back(), PLAIN, "back"))
    corner = frame.right - kit.look.target - kit.px(8)
    door, sign = exit_button(kit, (corner, place[1]))
    assert isinstance(door, Button)
    door = replace(door, fill=Colour.CARD, border=Colour.EDGE)
    wallpaper = Picture(
        around,
        f"lock-{player.picture}",
        cover=True,
        instead="lock-wallpaper",
    )
    rim = frame.inset(-kit.px(6)) if kit.width > kit.height else frame
    case = Box(rim, Colour.INK, kit.px(Radius.SHEET + 6), lift=kit.px(4))
    return Page(
        title,
        (case, wallpaper, *back, door, sign, sheet),
        ground=Colour.DESK,
        space=OpenChat(),
    )


def _frame(kit: Kit) -> tuple[Rect, Rect]:
    """Return where the phone lies, and how far its wallpaper reaches.

    On a window like a phone it is the window, its round corners outside; on others it
    lies in the middle.
    """
    if kit.width <= kit.height:
        frame = Rect(0, 0, kit.width, kit.height)
        return frame, frame.inset(-kit.px(Radius.SHEET))
    edge = kit.px(20)
    tall = kit.height - 2 * edge
    grown = 1 + (kit.look.text - 100) / 200
    wide = max(tall * 3 // 5, round(kit.px(400) * grown))
    wide = min(wide, kit.width - 2 * edge)
    frame = Rect((kit.width - wide) // 2, edge, wide, tall)
    return frame, frame


def _whose(flow: Flow, player: Contact) -> None:
    kit = flow.kit
    side = min(kit.look.grown(104), kit.height // 5)
    spot = Rect(flow.x + (flow.width - side) // 2, flow.y, side, side)
    rim = Box(spot.inset(-kit.px(4)), Colour.CARD, side)
    picture = Picture(spot, player.picture, initial=player.name[:1])
    flow.add([rim, picture], side)
    flow.gap(14)
    whose = say("{player}'s phone").format(player=player.name)
    line = kit.look.line(Style.HEADING)
    wide = min(kit.measure(whose, Style.HEADING) + kit.px(36), flow.width)
    pill = Rect(flow.x + (flow.width - wide) // 2, flow.y, wide, line + kit.px(10))
    lines = clamp(whose, wide - kit.px(16), Style.HEADING, kit.measure, 1)
    at = Rect(pill.x, pill.y + kit.px(6), wide, line)
    tone = Tone.ON_CARD
    text = Text(at, lines, Style.HEADING, tone, whose, Align.CENTRE, Role.HEADING)
    flow.add([Box(pill, tone.ground, pill.h // 2), text], pill.h)


def _unlock(flow: Flow, player: Contact) -> None:
    kit = flow.kit
    pad = kit.px(14)
    inner = Flow(kit, flow.x + pad, flow.y + pad, flow.width - 2 * pad)
    words = say("Open {player}'s phone").format(player=player.name)
    inner.button(words, OpenChat(), PRIMARY)
    inner.gap(8)
    hint = say("Swipe up, or press Space.")
    inner.text(hint, Style.SMALL, Tone.CARD_SOFT, align=Align.CENTRE)
    rect = Rect(flow.x, flow.y, flow.width, inner.y + kit.px(10) - flow.y)
    card = Box(rect, Colour.CARD, kit.px(Radius.SHEET), lift=kit.px(2))
    flow.add([card, *inner.elements], rect.h)
