"""The chat page: messages, what can be answered, and the way to tell someone."""

from functools import lru_cache
from typing import Final

from game.phone.actions import Action, Finish, OpenChat, Reveal
from game.phone.bubbles import Stack, stack_items, typing_dots
from game.phone.buttons import PLAIN, PRIMARY, height_of
from game.phone.cards import Setting
from game.phone.chat_parts import action_bar, chat_header, span
from game.phone.choices import choice_button
from game.phone.elements import Align, Box, Element, Page, Rect, Scroll
from game.phone.layout import Kit
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.model import ChatModel
from game.phone.notices import notification
from game.phone.panes import chats_pane, details_pane, side_width
from game.phone.view import Arriving, Choosing, Elsewhere, Over, Stopped
from game.phone.widgets import Flow, shifted
from game.words import say

TALL: Final = 1200
"""How tall the chat is at most, in pixels of the design: one can see all of it."""


@lru_cache(maxsize=1)
def chat_page(kit: Kit, model: ChatModel) -> Page:
    """Return the chat, with the other chats and the contact at its sides if wide."""
    title = say("{player}'s phone: {name}").format(
        player=model.player.name, name=model.name
    )
    action, _ = _next(model)
    space = None if isinstance(model.waiting, Choosing) else action
    if not kit.wide:
        middle = _middle(kit, model, Rect(0, 0, kit.width, kit.height))
        return Page(title, middle, space=space)
    side, edge = side_width(kit), kit.px(16)
    most = kit.look.measure + kit.px(180)
    width = min(kit.width - 2 * side - 2 * edge, most)
    left = side + (kit.width - 2 * side - width) // 2
    tall = min(kit.height - 2 * edge, kit.px(TALL))
    frame = Rect(left, (kit.height - tall) // 2, width, tall)
    around = frame.inset(-kit.look.line_width)
    elements = (
        *chats_pane(kit, model, left),
        Box(around, Colour.CARD, kit.px(Radius.SHEET), Colour.EDGE, kit.px(4)),
        Box(
            Rect(frame.x, frame.y, frame.w, kit.look.target + kit.px(60)),
            Colour.ROOM if model.in_person else Colour.CARD,
            kit.px(20),
        ),
        *_middle(kit, model, frame),
        *details_pane(kit, model, around.right),
    )
    return Page(title, elements, ground=Colour.DESK, space=space)


def _middle(kit: Kit, model: ChatModel, frame: Rect) -> tuple[Element, ...]:
    """Return header, messages and bars inside *frame*."""
    head = chat_header(kit, model, frame.w)
    top = frame.y + head[0].rect.h
    ground = Colour.ROOM if model.in_person else Colour.PAPER
    ask = _ask(kit, model, frame.w)
    stack, follow = _stacked(kit, model, frame.w)
    bar = action_bar(kit, model, frame.w)
    bar_top = frame.bottom - bar[0].rect.h
    notice = notification(kit, model, frame, top, bar_top)
    if notice is not None:
        top = notice.rect.bottom
    # What can be answered stands still only where all that is new is above it to read:
    # nobody is asked about what lies hidden.
    new = stack.height - follow + kit.px(24)
    tall = bar_top - top
    scrolls = kit.look.roomy or ask.y > tall // 2 or new > tall - ask.y
    panel = 0 if scrolls or not ask.elements else ask.y
    room = Rect(frame.x, top, frame.w, max(bar_top - panel - top, 1))
    messages = _messages(kit, model, room, (stack, follow), ask if scrolls else None)
    parts: list[Element] = [*shifted(head, frame.x, frame.y)]
    if notice is not None:
        parts.append(notice)
    parts.append(messages)
    if panel:
        strip = Box(Rect(frame.x, bar_top - panel, frame.w, panel), ground)
        parts += [strip, *shifted(ask.elements, frame.x, bar_top - panel)]
    return (*parts, *shifted(bar, frame.x, bar_top))


def _stacked(kit: Kit, model: ChatModel, width: int) -> tuple[Stack, int]:
    """Return the messages, and where on their sheet those begin that are new."""
    setting = Setting(model.story, model.in_person, model.group)
    old = model.items[: len(model.items) - model.fresh]
    stack = stack_items(kit, setting, model.items, width=width, new_at=model.new_at)
    if model.fresh == 1:
        return stack, stack.newest
    before = stack_items(kit, setting, old, width=width, new_at=model.new_at)
    return stack, before.height if old else 0


def _messages(
    kit: Kit, model: ChatModel, room: Rect, stacked: tuple[Stack, int], ask: Flow | None
) -> Scroll:
    stack, follow = stacked
    fresh = follow
    stack = _with_dots(kit, model, stack)
    elements, height = stack.elements, stack.height + kit.px(12)
    if ask is not None:
        elements = (*elements, *shifted(ask.elements, 0, height))
        height += ask.y
    elif model.typing is not None:
        follow = stack.newest
    # A short chat stands at the bottom, next to what can be answered.
    down = max(0, room.h - height)
    return Scroll(
        room,
        height + down,
        shifted(elements, 0, down),
        key=f"chat {model.story.id} {model.chat}",
        follow=follow + down,
        ground=Colour.ROOM if model.in_person else Colour.PAPER,
        came=len(model.items),
        fresh=fresh + down,
    )


def _with_dots(kit: Kit, model: ChatModel, stack: Stack) -> Stack:
    if model.typing is None:
        return stack
    top = stack.height + kit.px(14)
    dots = typing_dots(kit, model.typing, top, in_person=model.in_person)
    return Stack((*stack.elements, *dots.elements), dots.height, dots.newest)


def _ask(kit: Kit, model: ChatModel, width: int) -> Flow:
    """Return what the player is asked, from the top left of the panel."""
    left, wide = span(kit, width)
    flow = Flow(kit, left, kit.px(10), wide)
    tone = Tone.ROOM_SOFT if model.in_person else Tone.PAPER_SOFT
    waiting = model.waiting
    if isinstance(waiting, Choosing):
        if model.company:
            asks = say("What could {player} do?").format(player=model.player.name)
            tone = Tone.ROOM_TEAL if model.in_person else Tone.PAPER_TEAL
            flow.text(asks, Style.LABEL, tone)
            flow.gap(8)
        for number, choice in enumerate(waiting.choices, start=1):
            made = choice_button(kit, model, (flow.x, flow.y), wide, (number, choice))
            flow.add(made, height_of(made))
            flow.gap(8)
    else:
        action, name = _next(model)
        # What comes by itself can be hurried; all else waits for this.
        paint = PLAIN if isinstance(waiting, Arriving) else PRIMARY
        flow.button(name, action, paint, "next")
        flow.gap(8)
        first = model.undo_to is None
        if model.by_key and first and isinstance(waiting, Arriving):
            # Said until the first answer; then it is known.
            hint = say("Each message waits for you. Press Space, or the button.")
            flow.text(hint, Style.SMALL, tone, align=Align.CENTRE)
            flow.gap(6)
    flow.gap(2)
    return flow


def _next(model: ChatModel) -> tuple[Action, str]:
    """Return the one way on while there is nothing to choose, and its name."""
    match model.waiting:
        case Arriving() | Choosing():
            return Reveal(), say("Show what comes next")
        case Stopped():
            return Reveal(), say("Go on with the story")
        case Elsewhere(name):
            return OpenChat(), say("Go on with {name}").format(name=name)
        case Over():
            return Finish(), say("See how it went")
