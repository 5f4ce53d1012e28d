"""The closing pages: what was done, what helps, the phone put down, who can help."""

from collections.abc import Callable
from dataclasses import dataclass

from game.phone.actions import Action, Back, Go, GoHome, Place, Turn, Undo
from game.phone.buttons import PRIMARY, TELL, Press, height_of, wide_button
from game.phone.elements import (
    Align,
    Box,
    Element,
    Page,
    Picture,
    Rect,
    Role,
)
from game.phone.layout import Kit
from game.phone.look import Colour, Style, Tone
from game.phone.skills import skill_picture
from game.phone.widgets import Flow, calm, column, header, sheet, shifted
from game.score.words import skill_name
from game.story.model import Contact, Ending, Move
from game.words import say


@dataclass(frozen=True, slots=True)
class Closing:
    """How a play went.

    ``ending`` is None when the player stepped out, and ``carry_on`` is then the index
    to go back to. ``other`` are moves with the index of the moment to go back to.
    """

    player: Contact
    ending: Ending | None
    headline: str
    made: tuple[Move, ...]
    other: tuple[tuple[Move, int], ...]
    goodbye: str
    can_tell: bool
    carry_on: int | None


def closing_page(kit: Kit, closing: Closing, number: int) -> Page:
    """Return one of the closing pages, *number* counted from 0."""
    pages = _pages(closing)
    build = pages[min(number, len(pages) - 1)]
    left, width = column(kit, 600)
    flow = Flow(kit, left, kit.px(8), width)
    title = build(flow, closing)
    head = header(kit, "", back=_back(closing, number))
    foot = _foot(kit, number, len(pages), left, width)
    tall = foot[0].rect.h
    body = calm(sheet(kit, head[0].rect.h, flow, f"closing {number}", bottom=tall))
    last = number >= len(pages) - 1
    onward = Go(Place.HELP) if last else Turn(number + 1)
    return Page(title, (*head, body, *foot), space=onward)


def _back(closing: Closing, number: int) -> Action:
    """Return the way back; from the first page of a stopped play it goes on."""
    if number:
        return Turn(number - 1)
    return Back() if closing.carry_on is None else Undo(closing.carry_on)


def _pages(closing: Closing) -> tuple[Callable[[Flow, Closing], str], ...]:
    """Return what builds each page; where there are no other ideas, no page of them.

    Who can help comes after them, as a page of its own.
    """
    if closing.other:
        return _what_happened, _what_helped, _what_else, _put_down
    return _what_happened, _what_helped, _put_down


def _foot(
    kit: Kit, number: int, pages: int, left: int, width: int
) -> tuple[Element, ...]:
    """Return the way on and how far it is, at the bottom of the window."""
    last = number == pages - 1
    words = say("Who can help") if last else say("Next")
    action = Go(Place.HELP) if last else Turn(number + 1)
    press = Press(words, action, PRIMARY)
    button = wide_button(kit, (left, 0), width, press)
    dot = kit.px(10)
    tall = height_of(button) + dot + kit.px(44)
    top = kit.height - tall
    rest = shifted(button, 0, top + kit.px(28) + dot)
    count = pages + 1
    start = (kit.width - count * dot * 2 + dot) // 2
    dots = [
        Box(
            Rect(start + at * dot * 2, top + kit.px(14), dot, dot),
            Colour.PRIMARY if at <= number else Colour.DOT,
            dot // 2,
        )
        for at in range(count)
    ]
    strip = Box(Rect(0, top, kit.width, tall), Tone.ON_PAPER.ground)
    return strip, Box(Rect(0, top, kit.width, 1), Colour.EDGE), *dots, *rest


def _what_happened(flow: Flow, closing: Closing) -> str:
    player = closing.player.name
    if closing.ending is not None and not closing.ending.offer:
        _portrait(flow, closing.player)
    else:
        # Where telling is still to come, there is a new day.
        _scene(flow, "scene-morning")
    title = say("How it went for {player}").format(player=player)
    if closing.ending is None:
        title = say("{player} stopped here").format(player=player)
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(10)
    text = say("You can stop at any time. What you did so far counts.")
    flow.text(closing.ending.text if closing.ending else text)
    if closing.ending is not None and closing.ending.offer:
        flow.gap(18)
        _offer(flow, closing)
    if closing.carry_on is not None:
        flow.gap(18)
        flow.button(say("Carry on playing"), Undo(closing.carry_on), icon="undo")
    return title


def _offer(flow: Flow, closing: Closing) -> None:
    assert closing.ending is not None
    kit = flow.kit
    pad = kit.px(18)
    inner = Flow(kit, flow.x + pad, flow.y + pad, flow.width - 2 * pad)
    inner.text(closing.ending.offer, Style.STRONG, Tone.ON_CORAL)
    if closing.can_tell:
        inner.gap(4)
        inner.text(say("You can still tell someone."), tone=Tone.ON_CORAL)
        inner.gap(12)
        inner.button(say("Tell someone"), Go(Place.TELL), TELL, icon="tell")
    rect = Rect(flow.x, flow.y, flow.width, inner.y + pad - flow.y)
    box = Box(rect, Tone.ON_CORAL.ground, kit.px(20))
    flow.add([box, *inner.elements], rect.h)


def _what_helped(flow: Flow, closing: Closing) -> str:
    if not closing.made:
        _scene(flow, "scene-telling")
    flow.text(closing.headline, Style.TITLE, role=Role.HEADING)
    flow.gap(16)
    for move in closing.made:
        _move(flow, move)
        flow.gap(12)
    if not closing.made:
        words = say("{player} can tell someone whenever it feels right.")
        flow.text(words.format(player=closing.player.name))
    return closing.headline


def _what_else(flow: Flow, closing: Closing) -> str:
    title = say("Other things that can help")
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(6)
    words = say("These are ideas. You can try one, or go on.")
    flow.text(words, tone=Tone.PAPER_SOFT)
    flow.gap(16)
    for move, at in closing.other:
        _move(flow, move, Undo(at))
        flow.gap(12)
    return title


def _put_down(flow: Flow, closing: Closing) -> str:
    _scene(flow, "scene-phone-down")
    title = say("Put the phone down")
    flow.text(title, Style.TITLE, role=Role.HEADING, align=Align.CENTRE)
    flow.gap(10)
    flow.text(closing.goodbye, align=Align.CENTRE)
    flow.gap(20)
    flow.button(say("Back to the stories"), GoHome(), icon="home")
    return title


def _portrait(flow: Flow, player: Contact) -> None:
    """Add whoever's phone it is, large."""
    side = min(flow.kit.px(180), flow.kit.height // 4)
    spot = Rect(flow.x + (flow.width - side) // 2, flow.y, side, side)
    flow.add(Picture(spot, player.picture, initial=player.name[:1]), side)
    flow.gap(20)


def _scene(flow: Flow, picture: str) -> None:
    """Add a drawing over the width of the column, low enough for a small window."""
    kit = flow.kit
    tall = min(flow.width * 9 // 16, kit.height // 3)
    width = min(flow.width, tall * 16 // 9)
    x = flow.x + (flow.width - width) // 2
    flow.add(
        Picture(Rect(x, flow.y, width, width * 9 // 16), picture, cover=True), tall
    )
    flow.gap(20)


def _move(flow: Flow, move: Move, back: Undo | None = None) -> None:
    """Add a card: what was done, why it helps, and perhaps a way back to its moment."""
    kit = flow.kit
    pad, side = kit.px(16), kit.px(52)
    x = flow.x + pad + side + kit.px(14)
    room = flow.x + flow.width - pad - x
    inner = Flow(kit, x, flow.y + pad, room)
    inner.text(skill_name(move.skill), Style.LABEL, Tone.CARD_TEAL)
    inner.text(move.text, Style.STRONG, Tone.ON_CARD)
    inner.gap(2)
    inner.text(move.why, Style.BODY, Tone.CARD_SOFT)
    bottom = max(inner.y, flow.y + pad + side)
    extra: tuple[Element, ...] = ()
    if back is not None:
        name = say("Go back to this moment: {text}").format(text=move.text)
        press = Press(name, back, icon="undo", label=say("Go back to this moment"))
        at = flow.x + pad, bottom + kit.px(12)
        extra = wide_button(kit, at, flow.width - 2 * pad, press)
        bottom = extra[0].rect.bottom
    rect = Rect(flow.x, flow.y, flow.width, bottom + pad - flow.y)
    spot = Rect(flow.x + pad, flow.y + pad, side, side)
    flow.add(
        [
            Box(rect, Colour.CARD, kit.px(18), Colour.EDGE),
            Picture(spot, skill_picture(move.skill)),
            *inner.elements,
            *extra,
        ],
        rect.h,
    )
