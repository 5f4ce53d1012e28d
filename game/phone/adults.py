"""The page for the grown-up, before a story: what it is, and every branch to read."""

from game.phone.about import review
from game.phone.actions import Go, Place, Seen
from game.phone.buttons import PRIMARY
from game.phone.elements import Page, Picture, Rect, Role
from game.phone.layout import Kit
from game.phone.look import Style, Tone
from game.phone.skills import band_name, skill_picture
from game.phone.widgets import Flow, back_header, column, sheet
from game.score.words import curriculum_name, skill_name
from game.story.model import Story, Talk
from game.words import say, say_many


def adults_page(kit: Kit, story: Story, *, locked: bool) -> Page:
    """Return what happens, what it practises, who read it, and what to talk about.

    A *locked* story can be opened to children here.
    """
    title = say("For the adults")
    head = back_header(kit, title)
    left, width = column(kit)
    flow = Flow(kit, left, kit.px(8), width)
    flow.text(story.title, Style.TITLE, role=Role.HEADING)
    _part(flow, say("What happens, and what is not shown"))
    flow.text(story.for_adults.notes)
    flow.gap(16)
    flow.button(say("Read every branch"), Go(Place.SCRIPT), icon="next")
    if story.names:
        flow.gap(8)
        flow.button(say("Give somebody another name"), Go(Place.NAMES), icon="next")
    _part(flow, say("What it practises"))
    for skill in story.skills:
        side = kit.px(40)
        _beside(flow, skill_picture(skill), side, skill_name(skill))
    _part(flow, say("Who has read it"))
    flow.text(review(story))
    _facts(flow, story)
    _questions(flow, story)
    if locked:
        flow.gap(24)
        flow.button(say("I have read this. The story can be played"), Seen(), PRIMARY)
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, "adults")))


def _facts(flow: Flow, story: Story) -> None:
    """Add for whom it is, how long it takes, and where it stands in curricula."""
    _part(flow, say("For whom"))
    length = say_many("{count} minute", "{count} minutes", story.minutes)
    flow.text(
        say("{band}. One play takes about {length}.").format(
            band=band_name(story.band), length=length.format(count=story.minutes)
        )
    )
    for name, tags in story.curriculum:
        flow.gap(4)
        words = f"{curriculum_name(name)}: {', '.join(tags)}"
        flow.text(words, Style.SMALL, Tone.PAPER_SOFT)


def _questions(flow: Flow, story: Story) -> None:
    """Add what can be talked about: on the way where it stops, and afterwards."""
    on_the_way = tuple(
        dict.fromkeys(
            line.text
            for scene in story.scenes.values()
            for beat in scene.beats
            for line in beat.lines
            if isinstance(line, Talk)
        )
    )
    parts = (
        (say("To talk about on the way, when you play with others"), on_the_way),
        (say("To talk about afterwards"), story.for_adults.questions),
    )
    for title, questions in parts:
        if questions:
            _part(flow, title)
        for question in questions:
            flow.text(f"• {question}", name=question)
            flow.gap(8)


def _beside(flow: Flow, picture: str, side: int, words: str) -> None:
    """Add a picture and the words that belong to it."""
    kit = flow.kit
    line = kit.look.line(Style.BODY)
    tall = max(side, line)
    spot = Rect(flow.x, flow.y + (tall - side) // 2, side, side)
    x, top = spot.right + kit.px(12), flow.y + (tall - line) // 2
    beside = Flow(kit, x, top, flow.width - side - kit.px(12))
    beside.text(words)
    elements = [Picture(spot, picture), *beside.elements]
    flow.add(elements, max(tall, beside.y - flow.y))
    flow.gap(6)


def _part(flow: Flow, title: str) -> None:
    flow.gap(24)
    flow.text(title, Style.HEADING, role=Role.HEADING)
    flow.gap(8)
