"""The drawer: what can be done at any time with the people on this phone."""

from dataclasses import replace

from game.engine.events import Act
from game.phone.actions import Back, Do, Exit, Go, OpenProfile, Place
from game.phone.buttons import QUIET, Press, icon_button, wide_button
from game.phone.elements import (
    Box,
    Button,
    Element,
    Page,
    Picture,
    Rect,
    Role,
    Scroll,
    Shade,
    Text,
)
from game.phone.layout import Kit, shorten, wrap
from game.phone.look import Colour, Style, Tone
from game.phone.model import ChatModel, Deed, Person
from game.phone.widgets import Flow, exit_button
from game.story.model import Action
from game.words import say

ICONS = {
    Action.SAVE: "save",
    Action.BLOCK: "block",
    Action.REPORT: "report",
}


def drawer_page(kit: Kit, model: ChatModel, under: Page) -> Page:
    """Return the drawer over the page *under*."""
    width = min(kit.width, kit.px(560) if kit.look.text < 150 else kit.px(760))  # noqa: PLR2004 (see Look.roomy)
    left = (kit.width - width) // 2
    edge = kit.px(16)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    for person in model.people:
        person_section(flow, person, Tone.ON_PAPER)
    flow.button(say("Stop here"), Go(Place.STOP), icon="step-out")
    flow.gap(8)
    flow.button(say("Settings"), Go(Place.SETTINGS), icon="settings")
    flow.gap(8)
    flow.button(say("Who can help"), Go(Place.HELP), icon="help")
    title = say("What else {player} can do").format(player=model.player.name)
    return over(kit, under, Rect(left, 0, width, 0), flow, title)


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


def person_section(flow: Flow, person: Person, tone: Tone) -> None:
    """Add a contact and what can be done with them, two buttons in a row if it fits."""
    kit = flow.kit
    side = kit.look.grown(32)
    line = kit.look.line(Style.STRONG)
    tall = max(side, line)
    spot = Rect(flow.x, flow.y + (tall - side) // 2, side, side)
    x = spot.right + kit.px(10)
    room = flow.x + flow.width - x
    name = person.contact.name
    shown = shorten(name, room, Style.STRONG, kit.measure)
    at = Rect(x, flow.y + (tall - line) // 2, room, line)
    flow.add(
        (
            Picture(spot, person.contact.picture, initial=name[:1]),
            Text(at, (shown,), Style.STRONG, tone, name, role=Role.HEADING),
        ),
        tall,
    )
    flow.gap(8)
    _grid(flow, person)
    flow.gap(20)


def _grid(flow: Flow, person: Person) -> None:
    kit = flow.kit
    gap = kit.px(8)
    half = (flow.width - gap) // 2
    # Before and after, so that nothing moves when something is done.
    labels = (
        _label(replace(deed, done=done))
        for deed in person.deeds
        for done in (False, True)
    )
    longest = max((kit.measure(label, Style.BODY) for label in labels), default=0)
    columns = 2 if longest + kit.look.icon + kit.px(44) <= half else 1
    width = half if columns == 2 else flow.width  # noqa: PLR2004 (two columns)
    row: list[Element] = []
    for at, deed in enumerate(person.deeds):
        x = flow.x + (at % columns) * (width + gap)
        made = wide_button(kit, (x, flow.y), width, _press(deed, person))
        row += made
        if at % columns == columns - 1 or at == len(person.deeds) - 1:
            flow.add(row, made[0].rect.h + gap)
            row = []


def _press(deed: Deed, person: Person) -> Press:
    contact = person.contact.id
    if deed.action is Action.LOOK:
        return Press(
            _name(deed, person),
            OpenProfile(contact),
            icon="profile",
            label=_label(deed),
        )
    return Press(
        _name(deed, person),
        Do(Act(deed.action, contact)),
        icon="check" if deed.done else ICONS[deed.action],
        label=_label(deed),
        enabled=deed.possible,
    )


def _label(deed: Deed) -> str:
    match deed.action:
        case Action.LOOK:
            return say("Profile")
        case Action.SAVE:
            return say("Saved") if deed.done else say("Save")
        case Action.BLOCK:
            return say("Blocked") if deed.done else say("Block")
        case Action.REPORT:
            return say("Reported") if deed.done else say("Report")


def _name(deed: Deed, person: Person) -> str:
    match deed.action:
        case Action.LOOK:
            sentence = say("Look at the profile of {name}")
        case Action.SAVE:
            sentence = say("Save the messages with {name}")
        case Action.BLOCK:
            sentence = say("Block {name}")
        case Action.REPORT:
            sentence = say("Report {name}")
    if deed.done and deed.action is not Action.LOOK:
        sentence = say("{what}, done").format(what=sentence)
    return sentence.format(name=person.contact.name)
