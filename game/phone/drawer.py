"""The drawer: what can be done at any time with the people on this phone."""

from dataclasses import replace

from game.phone.actions import Back, Exit, Go, Place
from game.phone.buttons import QUIET, Press, icon_button
from game.phone.deeds import person_section
from game.phone.elements import (
    Box,
    Button,
    Element,
    Page,
    Rect,
    Role,
    Scroll,
    Shade,
    Text,
)
from game.phone.layout import Kit, wrap
from game.phone.look import Colour, Style, Tone
from game.phone.model import ChatModel
from game.phone.widgets import Flow, exit_button
from game.words import say


def drawer_page(kit: Kit, model: ChatModel, under: Page) -> Page:
    """Return the drawer over the page *under*."""
    width = min(kit.width, kit.px(560) if kit.look.text < 150 else kit.px(760))  # noqa: PLR2004 (see Look.roomy)
    left = (kit.width - width) // 2
    edge = kit.px(16)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    for person in model.people:
        person_section(flow, person, Tone.ON_PAPER, told=True)
    more_buttons(flow)
    title = say("What else {player} can do").format(player=model.player.name)
    return over(kit, under, Rect(left, 0, width, 0), flow, title)


def more_buttons(flow: Flow) -> None:
    """Add what is always there and about nobody."""
    more: tuple[tuple[str, Place, str], ...] = (
        (say("Saved messages"), Place.TRAY, "tray"),
        (say("Stop here"), Place.STOP, "step-out"),
        (say("Settings"), Place.SETTINGS, "settings"),
        (say("Who can help"), Place.HELP, "help"),
    )
    for at, (name, place, icon) in enumerate(more):
        if at:
            flow.gap(8)
        flow.button(name, Go(place), icon=icon)


def over(kit: Kit, under: Page, span: Rect, flow: Flow, title: str) -> Page:
    """Return a sheet that comes up from the bottom over the page *under*.

    It is as tall as what *flow* has gathered, and leaves some of the page to be seen;
    *span* says from where to where it goes.
    """
    side = kit.look.target
    line = kit.look.line(Style.HEADING)
    wide = span.w - side - kit.px(40)
    lines = wrap(title, wide, Style.HEADING, kit.measure)
    head = max(side, len(lines) * line) + kit.px(20)
    tall = flow.y + kit.px(24)
    door = _door(kit, under)
    # What lies under it can be seen, and the door stays free.
    least = kit.px(40)
    if door and door[0].rect.right > span.x and door[0].rect.x < span.right:
        least = max(least, door[0].rect.bottom + kit.px(8))
    if kit.wide:
        least *= 2
    room = min(tall, kit.height - head - least)
    # From the bottom, its round corners below the edge; in the middle of a wide window.
    below = kit.px(24)
    rect = Rect(span.x, kit.height - room - head, span.w, room + head + below)
    if kit.wide:
        top = (kit.height - room - head) // 2
        rect = Rect(span.x, top, span.w, room + head + kit.px(8))
    x = rect.x + kit.px(16)
    high = len(lines) * line
    at = Rect(x, rect.y + (head - high) // 2, wide, high)
    close = (rect.right - side - kit.px(10), rect.y + kit.px(10))
    return Page(
        title,
        (
            *under.elements,
            Shade(Rect(0, 0, kit.width, kit.height), Back()),
            Box(rect, Colour.PAPER, kit.px(20), Colour.EDGE),
            Text(at, lines, Style.HEADING, Tone.ON_PAPER, title, role=Role.HEADING),
            *icon_button(kit, close, Press(say("Close"), Back(), QUIET, "close")),
            *door,
            Scroll(
                Rect(rect.x + 1, rect.y + head, rect.w - 2, room),
                tall,
                tuple(flow.elements),
                key=title,
            ),
        ),
        ground=under.ground,
    )


def _door(kit: Kit, under: Page) -> tuple[Element, ...]:
    """Return the way out of the page *under*, to be put above the shade."""
    doors = [
        one
        for one in under.elements
        if isinstance(one, Button) and one.action == Exit()
    ]
    if not doors:
        return ()
    rect = doors[-1].rect
    _, icon = exit_button(kit, (rect.x, rect.y))
    return replace(doors[-1], fill=Colour.CARD), icon
