"""Messages that were saved: which they are, and the page on which they lie."""

from dataclasses import dataclass

from game.engine.session import Session
from game.phone.bubbles import stack_items
from game.phone.cards import Setting
from game.phone.elements import Align, Box, Page, Picture, Rect, Role
from game.phone.layout import Kit, text_block
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.transcript import Item, Kind, transcript
from game.phone.widgets import (
    Flow,
    back_header,
    calm,
    column,
    foot,
    sheet,
    shifted,
    tell_someone,
)
from game.story.model import Action, ChatId, Contact, Story
from game.words import say, say_many


@dataclass(frozen=True, slots=True)
class Saved:
    """The messages with a contact, as they were when they were saved."""

    contact: Contact
    items: tuple[Item, ...]


def saved(session: Session) -> tuple[Saved, ...]:
    """Return what was saved in a play, contact by contact."""
    steps = transcript(session.story, session.steps, company=False)
    found = []
    for contact in session.story.cast.values():
        at = session.done_at(Action.SAVE, contact.id)
        if at is not None:
            shown = (item for step in steps[: at + 1] for item in step)
            items = tuple(item for item in shown if _with(contact, item))
            found.append(Saved(contact, items))
    return tuple(found)


def _with(contact: Contact, item: Item) -> bool:
    """Whether that is a message of a contact, or one to them alone."""
    if item.kind not in {Kind.MINE, Kind.THEIRS}:
        return False
    return item.chat == ChatId(contact.id) or item.speaker == contact.id


def tray_page(kit: Kit, story: Story, kept: tuple[Saved, ...]) -> Page:
    """Return the page of everything that was saved."""
    title = say("Saved messages")
    head = back_header(kit, title)
    left, width = column(kit, 600)
    flow = Flow(kit, left, kit.px(8), width)
    player = story.cast[story.player].name
    if kept:
        words = say("{player} can show these to someone who helps.")
        flow.text(words.format(player=player))
    else:
        _nothing(flow, player)
    for one in kept:
        flow.gap(20)
        _one(flow, story, one)
    low = foot(kit, tell_someone(), 600)
    body = sheet(kit, head[0].rect.h, flow, "tray", bottom=low[0].rect.h)
    return Page(title, (*head, body if kept else calm(body), *low))


def _nothing(flow: Flow, player: str) -> None:
    kit = flow.kit
    side = kit.px(96)
    spot = Rect(flow.x + (flow.width - side) // 2, flow.y, side, side)
    flow.add(Picture(spot, "skill-keep-proof"), side)
    flow.gap(16)
    flow.text(say("Nothing is saved yet."), Style.HEADING, align=Align.CENTRE)
    flow.gap(6)
    words = say("{player} can keep a copy of the messages here.")
    flow.text(words.format(player=player), align=Align.CENTRE)
    flow.gap(6)
    words = say("You can tell someone without it, too.")
    flow.text(words, tone=Tone.PAPER_SOFT, align=Align.CENTRE)


def _one(flow: Flow, story: Story, one: Saved) -> None:
    """Add whose messages they are, how many, and the messages."""
    kit, name = flow.kit, one.contact.name
    side = kit.look.grown(44)
    spot = Rect(flow.x, flow.y, side, side)
    x = spot.right + kit.px(12)
    room = flow.x + flow.width - x
    count = len(one.items)
    many = say_many("{count} message", "{count} messages", count).format(count=count)
    head = text_block(
        kit, name, (x, flow.y), room, Style.HEADING, Tone.ON_PAPER, role=Role.HEADING
    )
    below = text_block(
        kit, many, (x, head.rect.bottom), room, Style.SMALL, Tone.PAPER_SOFT
    )
    face = Picture(spot, one.contact.picture, initial=name[:1])
    flow.add([face, head, below], max(side, below.rect.bottom - flow.y))
    flow.gap(8)
    if not one.items:
        return
    stack = stack_items(kit, Setting(story), one.items, width=flow.width)
    tall = stack.height + kit.px(12)
    rect = Rect(flow.x, flow.y, flow.width, tall)
    box = Box(rect, Colour.PAPER, kit.px(Radius.SHEET), Colour.EDGE)
    flow.add([box, *shifted(stack.elements, flow.x, flow.y)], tall)
