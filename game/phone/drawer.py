"""The drawer: what can be done at any time with the people on this phone."""

from dataclasses import replace

from game.phone.actions import Back, Exit, Go, Place
from game.phone.buttons import (
    PLAIN,
    QUIET,
    Paint,
    Press,
    height_of,
    icon_button,
    wide_button,
)
from game.phone.chat_parts import undo
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
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.model import ChatModel
from game.phone.widgets import Flow, exit_button, shifted, tell_someone
from game.words import say


def drawer_page(kit: Kit, model: ChatModel, under: Page) -> Page:
    """Return the drawer over the page *under*."""
    width = min(kit.width, kit.px(560) if kit.look.text < 150 else kit.px(760))  # noqa: PLR2004 (see Look.roomy)
    left = (kit.width - width) // 2
    edge = kit.px(16)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    for person in model.people:
        person_section(flow, person, Tone.ON_PAPER, told=True)
    if not kit.wide:
        made = wide_button(kit, (flow.x, flow.y), flow.width, undo(model))
        flow.add(made, height_of(made))
        flow.gap(8)
    more_buttons(flow)
    title = say("What else {player} can do").format(player=model.player.name)
    return over(kit, under, Rect(left, 0, width, 0), flow, title, onward=tell_someone())


def more_buttons(flow: Flow, paint: Paint = PLAIN) -> None:
    """Add what is always there and about nobody."""
    more: tuple[tuple[str, Place, str], ...] = (
        (say("Saved messages"), Place.TRAY, "tray"),
        (say("Stop here"), Place.STOP, "step-out"),
        (say("Settings"), Place.SETTINGS, "settings"),
        (say("Who can help"), Place.HELP, "help"),
    )
    for at, (name, place, icon) in enumerate(more):
        # What has no card keeps its distance by itself.
        if at and paint.fill:
            flow.gap(8)
        flow.button(name, Go(place), paint, icon)


def over(  # noqa: PLR0913 (what it shows, over what, and where)
    kit: Kit,
    under: Page,
    span: Rect,
    flow: Flow,
    title: str,
    *,
    onward: Press | None = None,
) -> Page:
    """Return a sheet that comes up from the bottom over the page *under*.

    It is as tall as what *flow* has gathered, and leaves some of the page to be seen;
    *span* says from where to where it goes. Its main button, *onward*, is always in
    sight under what scrolls.
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
    made: tuple[Element, ...] = ()
    if onward is not None:
        made = wide_button(kit, (span.x + flow.x, 0), flow.width, onward)
    low = height_of(made) + kit.px(24) if made else 0
    if onward is not None and kit.height - head - least - low < 2 * side:
        # Too low a window for both: then it is the last of what scrolls.
        made = wide_button(kit, (flow.x, flow.y), flow.width, onward)
        flow.add(made, height_of(made))
        tall, low, made = flow.y + kit.px(24), 0, ()
    room = min(tall, kit.height - head - least - low)
    # From the bottom, its round corners below the edge; in the middle of a wide window.
    below, line_width = kit.px(24), kit.look.line_width
    high = head + room + low
    rect = Rect(span.x, kit.height - high, span.w, high + below)
    if kit.wide:
        top = (kit.height - high) // 2
        # What scrolls has square corners: it ends above the round ones.
        rect = Rect(span.x, top, span.w, high + kit.px(Radius.SHEET))
    x = rect.x + kit.px(16)
    written = len(lines) * line
    at = Rect(x, rect.y + (head - written) // 2, wide, written)
    close = (rect.right - side - kit.px(10), rect.y + kit.px(10))
    return Page(
        title,
        (
            *under.elements,
            Shade(Rect(0, 0, kit.width, kit.height), Back()),
            Box(rect, Colour.PAPER, kit.px(Radius.SHEET), Colour.EDGE),
            Text(at, lines, Style.HEADING, Tone.ON_PAPER, title, role=Role.HEADING),
            *icon_button(kit, close, Press(say("Close"), Back(), QUIET, "close")),
            *door,
            Scroll(
                Rect(rect.x + line_width, rect.y + head, rect.w - 2 * line_width, room),
                tall,
                tuple(flow.elements),
                key=title,
            ),
            *_onward(made, rect, rect.y + head + room, kit),
        ),
        ground=under.ground,
    )


def _onward(
    made: tuple[Element, ...], sheet: Rect, top: int, kit: Kit
) -> tuple[Element, ...]:
    """Return the main button under a line at *top*; nothing if there is none."""
    if not made:
        return ()
    edge = kit.look.line_width
    line = Box(Rect(sheet.x + edge, top, sheet.w - 2 * edge, edge), Colour.EDGE)
    return line, *shifted(made, 0, top + kit.px(12))


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
    return replace(doors[-1], fill=Colour.CARD, border=Colour.EDGE), icon
