"""Other names for people of a story, where somebody in the room has the same one."""

from collections.abc import Sequence

from game.phone.actions import Action, Rename
from game.phone.elements import Page, Picture, Rect
from game.phone.elements import Role as Kind
from game.phone.layout import Kit
from game.phone.look import Style, Tone
from game.phone.nations import option_grid
from game.phone.opened import Role
from game.phone.widgets import Flow, back_header, column, sheet
from game.words import say


def names_page(kit: Kit, roles: Sequence[Role]) -> Page:
    """Return the page on which a grown-up gives people of a story other names."""
    title = say("Other names")
    head = back_header(kit, title)
    left, width = column(kit)
    flow = Flow(kit, left, kit.px(8), width)
    flow.text(
        say(
            "Is somebody here called the same as somebody in the story?"
            " Pick another name. The whole story then uses it."
        )
    )
    for role in roles:
        flow.gap(20)
        _role(flow, role)
    flow.gap(16)
    words = say("This is not kept. When the game is closed, the old names are back.")
    flow.text(words, Style.SMALL, Tone.PAPER_SOFT)
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, "names")))


def _role(flow: Flow, role: Role) -> None:
    """Add somebody, and what they can be called."""
    kit, contact = flow.kit, role.contact
    side, line = kit.px(44), kit.look.line(Style.HEADING)
    tall = max(side, line)
    spot = Rect(flow.x, flow.y + (tall - side) // 2, side, side)
    x = spot.right + kit.px(12)
    beside = Flow(kit, x, flow.y + (tall - line) // 2, flow.x + flow.width - x)
    beside.text(contact.name, Style.HEADING, role=Kind.HEADING)
    picture = Picture(spot, contact.picture, initial=contact.name[:1])
    flow.add([picture, *beside.elements], max(tall, beside.y - flow.y))
    flow.gap(8)
    options: list[tuple[str, Action, bool]] = [
        (name, Rename(contact.id, name), role.name == name)
        for name in (contact.name, *role.others)
    ]
    option_grid(flow, options, say("{name} is called").format(name=contact.name))
