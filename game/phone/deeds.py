"""What can be done with a contact at any time, as buttons."""

from dataclasses import replace

from game.engine.events import Act
from game.phone.actions import Do, OpenProfile
from game.phone.buttons import PLAIN, Paint, Press, wide_button
from game.phone.elements import Box, Button, Element, Picture, Rect, Role, Text
from game.phone.layout import shorten, wrap
from game.phone.look import Style, Tone
from game.phone.model import Deed, Person
from game.phone.widgets import Flow
from game.story.model import Action
from game.words import say

ICONS = {
    Action.SAVE: "save",
    Action.BLOCK: "block",
    Action.REPORT: "report",
}


def person_section(
    flow: Flow,
    person: Person,
    tone: Tone,
    *,
    told: bool = False,
    paint: Paint = PLAIN,
) -> None:
    """Add a contact and what can be done with them.

    Where it is *told* what each does, they stand one under another; otherwise two in a
    row if that fits.
    """
    kit = flow.kit
    side = kit.look.grown(32)
    line = kit.look.line(Style.STRONG)
    tall = max(side, line)
    inset = 0 if paint.fill else kit.px(12)
    spot = Rect(flow.x + inset, flow.y + (tall - side) // 2, side, side)
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
    if told:
        for deed in person.deeds:
            _told(flow, deed, person)
            flow.gap(8)
    else:
        _grid(flow, person, paint)
    flow.gap(20)


def _told(flow: Flow, deed: Deed, person: Person) -> None:
    """Add a deed with a line on what it does, as tall when it is done as before."""
    kit, look = flow.kit, flow.kit.look
    pad, side = kit.px(14), look.icon
    x = flow.x + pad + side + kit.px(12)
    room = flow.x + flow.width - pad - x
    rows = max(
        len(
            wrap(
                _line(replace(deed, done=done), person), room, Style.SMALL, kit.measure
            )
        )
        for done in (False, True)
    )
    line, small = look.line(Style.STRONG), look.line(Style.SMALL)
    tall = max(look.target, line + rows * small + kit.px(18))
    press = _press(deed, person)
    made = wide_button(kit, (flow.x, flow.y), flow.width, press)
    button = made[0]
    assert isinstance(button, Button)
    rect = replace(button.rect, h=tall)
    words = _line(deed, person)
    name = say("{what}. {line}").format(what=press.name, line=words)
    tone, soft = (
        (Tone.ON_CARD, Tone.CARD_SOFT)
        if press.enabled
        else (Tone.ON_HOT, Tone.HOT_SOFT)
    )
    y = flow.y + (tall - line - rows * small) // 2
    below = wrap(words, room, Style.SMALL, kit.measure)
    spot = Rect(flow.x + pad, flow.y + (tall - side) // 2, side, side)
    parts: list[Element] = [replace(button, rect=rect, name=name)]
    if deed.done and deed.action is not Action.LOOK:
        disc = spot.inset(-kit.px(4))
        parts.append(Box(disc, Tone.LEAF_LABEL.ground, disc.h // 2))
        parts.append(Picture(spot, "check", tint=Tone.LEAF_LABEL.ink))
    else:
        parts.append(Picture(spot, press.icon, tint=tone.ink))
    parts += [
        Text(Rect(x, y, room, line), (_label(deed),), Style.STRONG, tone, ""),
        Text(Rect(x, y + line, room, rows * small), below, Style.SMALL, soft, ""),
    ]
    flow.add(parts, tall)


def _line(deed: Deed, person: Person) -> str:
    """Return what a deed does, or what it did, in a line for a child."""
    match deed.action:
        case Action.LOOK:
            line = say("See what {name} says there.")
        case Action.SAVE if deed.done:
            line = say("The messages are kept.")
        case Action.SAVE:
            line = say("Keep the messages, to show them to someone.")
        case Action.BLOCK if deed.done:
            line = say("{name} cannot write any more.")
        case Action.BLOCK:
            line = say("Then {name} cannot write any more.")
        case Action.REPORT if deed.done:
            line = say("The app knows about it.")
        case Action.REPORT:
            line = say("Let the app know about it.")
    return line.format(name=person.contact.name)


def _grid(flow: Flow, person: Person, paint: Paint) -> None:
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
        press = replace(_press(deed, person), paint=paint)
        made = wide_button(kit, (x, flow.y), width, press)
        row += made
        if at % columns == columns - 1 or at == len(person.deeds) - 1:
            flow.add(row, made[0].rect.h + (gap if paint.fill else 0))
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
