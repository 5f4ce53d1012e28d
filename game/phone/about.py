"""What a story is about, before it starts; and the note for the adults beside."""

from dataclasses import dataclass

from game.engine.saves import Change
from game.phone.actions import Go, GoHome, Place, Start
from game.phone.buttons import PRIMARY, Press
from game.phone.company import Company
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
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.skills import band_name
from game.phone.widgets import Flow, back_header, calm, chip, column, foot, sheet
from game.story.model import Story
from game.words import say, say_many


@dataclass(frozen=True, slots=True)
class Before:
    """How things stand before a story.

    A *begun* one can be carried on; ``change`` is what an edit of the story did to
    what was kept of it. On a *shared* computer the story is gone once it is hidden. A
    *locked* one waits until a grown-up has read its page.
    """

    begun: bool = False
    change: Change = Change.NONE
    shared: bool = False
    locked: bool = False


def about_page(kit: Kit, story: Story, *, before: Before) -> Page:
    """Return what a child reads before a story."""
    head = back_header(kit, "")
    left, width = column(kit, 560)
    flow = Flow(kit, left, kit.px(4), width)
    player = story.cast[story.player]
    side = kit.px(72 if kit.look.roomy else 120)
    spot = Rect(left + (width - side) // 2, flow.y, side, side)
    flow.add(Picture(spot, player.picture, initial=player.name[:1]), side)
    flow.gap(14)
    whose = say("This is {player}'s phone").format(player=player.name)
    flow.text(whose, Style.LABEL, Tone.PAPER_TEAL, align=Align.CENTRE)
    flow.text(story.title, Style.TITLE, role=Role.HEADING, align=Align.CENTRE)
    flow.gap(10)
    _chips(flow, story)
    flow.gap(18)
    flow.text(story.about, align=Align.CENTRE)
    flow.gap(18)
    if before.locked:
        _ask_first(flow)
        flow.gap(12)
    _stop_card(flow, shared=before.shared)
    flow.gap(22)
    if before.change in {Change.ELSEWHERE, Change.SHORTER, Change.UNREADABLE}:
        flow.text(_change(before.change), align=Align.CENTRE)
        flow.gap(10)
    adults = Press(say("For the adults"), Go(Place.ADULTS), PRIMARY, "book")
    if before.locked:
        onward = adults
    else:
        words = say("Take {player}'s phone").format(player=player.name)
        onward = Press(say("Carry on") if before.begun else words, Start(), PRIMARY)
        _other_ways(flow, begun=before.begun)
        flow.button(adults.name, adults.action, icon=adults.icon)
    low = foot(kit, onward, 560)
    top = head[0].rect.h
    body = calm(sheet(kit, top, flow, "about", bottom=low[0].rect.h))
    return Page(story.title, (*head, body, *low), space=onward.action)


def _other_ways(flow: Flow, *, begun: bool) -> None:
    """Add how else a story can be played than by going on alone."""
    ways: tuple[tuple[str, Start, str], ...] = (
        (
            say("Play with someone beside you"),
            Start(company=Company.SOMEONE),
            "together",
        ),
        (say("Play with a class"), Start(company=Company.CLASS), "class"),
    )
    if begun:
        ways = ((say("Start again"), Start(afresh=True), "undo"),)
    for words, start, icon in ways:
        flow.button(words, start, icon=icon)
        flow.gap(10)


def _chips(flow: Flow, story: Story) -> None:
    kit = flow.kit
    length = say_many("{count} minute", "{count} minutes", story.minutes)
    words = (band_name(story.band), length.format(count=story.minutes))
    gap = kit.px(8)
    made = [chip(kit, (0, 0), word, Colour.SKY_WASH, Tone.SKY) for word in words]
    total = sum(one[0].rect.w for one in made) + gap * (len(made) - 1)
    x = flow.x + max(0, (flow.width - total) // 2)
    row: list[Element] = []
    y = flow.y
    for word, one in zip(words, made, strict=True):
        if row and x + one[0].rect.w > flow.x + flow.width:
            x, y = flow.x, y + one[0].rect.h + gap
        row += chip(kit, (x, y), word, Colour.SKY_WASH, Tone.SKY)
        x += one[0].rect.w + gap
    flow.add(row, y - flow.y + made[0][0].rect.h)


def _stop_card(flow: Flow, *, shared: bool) -> None:
    """Add how to stop: said before anything happens."""
    kit = flow.kit
    pad = kit.px(16)
    inner = Flow(kit, flow.x + pad, flow.y + pad, flow.width - 2 * pad)
    inner.text(say("You can stop at any time."), Style.STRONG, Tone.ON_CARD)
    inner.gap(4)
    words = say(
        "The Escape key, or the door at the top, hides this behind a drawing."
        " Backspace brings the story back, and so does holding the pencil there."
    )
    if shared:
        words = say(
            "The Escape key, or the door at the top, hides this behind a drawing."
            " After that, the story starts from the beginning."
        )
    inner.text(
        words,
        Style.SMALL,
        Tone.CARD_SOFT,
    )
    rect = Rect(flow.x, flow.y, flow.width, inner.y + pad - flow.y)
    flow.add([Box(rect, Colour.CARD, kit.px(18), Colour.EDGE), *inner.elements], rect.h)


def _ask_first(flow: Flow) -> None:
    """Add why a story for older children does not start yet."""
    kit = flow.kit
    pad = kit.px(16)
    inner = Flow(kit, flow.x + pad, flow.y + pad, flow.width - 2 * pad)
    words = say("Ask a grown-up to look at this story first.")
    inner.text(words, Style.STRONG, Tone.TALK)
    inner.gap(4)
    inner.text(say("It is for older children. Then you can play it."), tone=Tone.TALK)
    rect = Rect(flow.x, flow.y, flow.width, inner.y + pad - flow.y)
    box = Box(rect, Tone.TALK.ground, kit.px(Radius.CARD))
    flow.add([box, *inner.elements], rect.h)


def _change(change: Change) -> str:
    if change is Change.ELSEWHERE:
        return say("The story was changed. The same choices lead elsewhere now.")
    if change is Change.SHORTER:
        return say("The story was changed. It goes on from an earlier moment.")
    return say("What was kept could not be read. The story starts again.")


def broken_page(kit: Kit) -> Page:
    """Return the page for a story that cannot be played, and what to do."""
    title = say("This story does not open")
    head = back_header(kit, title)
    left, width = column(kit, 560)
    flow = Flow(kit, left, kit.px(16), width)
    flow.text(say("There is a mistake in its file. It is not your fault."))
    flow.gap(10)
    flow.text(
        say("An adult can find the mistake with: {command}").format(
            command="python3 run.py check"
        ),
        tone=Tone.PAPER_SOFT,
    )
    flow.gap(20)
    flow.button(say("Back to the stories"), GoHome(), PRIMARY)
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, "broken")))


def review(story: Story) -> str:
    """Return who read a story, or that no professional did."""
    who = story.for_adults.reviewed_by
    if who in {"", "none"}:
        return say("No safeguarding professional has reviewed this story yet.")
    return say("Reviewed by {who}.").format(who=who)
