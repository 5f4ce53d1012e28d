"""The home page: the stories, youngest first."""

from collections.abc import Sequence
from typing import Final

from game.files import StoryCard
from game.phone.actions import Action, Find, Go, OpenStory, Place
from game.phone.buttons import QUIET, Press, icon_button
from game.phone.elements import (
    Box,
    Button,
    Element,
    Page,
    Picture,
    Rect,
    Role,
    Text,
)
from game.phone.finding import Finding, found
from game.phone.layout import Kit, text_block
from game.phone.look import Colour, Style, Tone
from game.phone.skills import band_name
from game.phone.widgets import Flow, exit_button, sheet, shifted
from game.score.words import skill_name
from game.words import say, say_many

FEW: Final = 2
"""So many stories are seen at a glance: nothing has to be found among them."""


def home_page(
    kit: Kit, cards: Sequence[StoryCard], begun: frozenset[str], finding: Finding
) -> Page:
    """Return the page on which a story is picked; *begun* ones can be carried on.

    Of all *cards* those are shown that are looked for.
    """
    title = say("Who's Typing?")
    head = _header(kit, title)
    most = kit.px(1120)
    width = min(kit.width - 2 * kit.margin, most)
    flow = Flow(kit, (kit.width - width) // 2, kit.px(8), width)
    flow.text(say("Whose phone will you hold?"), Style.DISPLAY, role=Role.HEADING)
    flow.gap(4)
    flow.text(
        say("Messages come in, and you decide what happens next."),
        tone=Tone.PAPER_SOFT,
    )
    flow.gap(20)
    shown = found(cards, finding)
    if len(cards) > FEW:
        _finder(flow, len(cards), len(shown), finding)
        flow.gap(16)
    _rows(flow, shown, begun)
    if not cards:
        flow.text(say("There is no story here yet."))
    elif not shown:
        flow.text(say("There is no story like that yet. The others are still here."))
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, "home")))


def _finder(flow: Flow, count: int, shown: int, finding: Finding) -> None:
    """Add the way to look for a story, what is looked for, and the way to them all."""
    _small_button(flow, say("Find a story"), Go(Place.FIND), "search")
    if finding.anything:
        return
    flow.gap(12)
    words = say("{shown} of {count} stories: {what}").format(
        shown=shown, count=count, what=finding.words
    )
    flow.text(words, Style.STRONG)
    flow.gap(8)
    _small_button(flow, say("Show all stories"), Find(Finding()), "close")


def _small_button(flow: Flow, name: str, action: Action, icon: str) -> None:
    """Add a button as wide as its name: a wider one looks like a field to type in."""
    kit = flow.kit
    wide = kit.measure(name, Style.BODY) + kit.look.icon + kit.px(48)
    row = Flow(kit, flow.x, flow.y, min(wide, flow.width))
    row.button(name, action, icon=icon)
    flow.add(row.elements, row.y - flow.y)


def _header(kit: Kit, title: str) -> tuple[Element, ...]:
    side, edge = kit.look.target, kit.px(8)
    line = kit.look.line(Style.HEADING)
    height = max(side, line) + 2 * edge
    top = (height - side) // 2
    left = kit.margin
    mark = kit.px(40)
    parts: list[Element] = [Box(Rect(0, 0, kit.width, height), Tone.ON_PAPER.ground)]
    x = left + mark + kit.px(12)
    right = kit.width - edge - side
    room = right - 2 * (side + edge) - x
    wide = kit.measure(title, Style.HEADING)
    only_words = room < wide <= room + x - left
    if only_words:
        x, room = left, room + x - left
    else:
        parts.append(Picture(Rect(left, (height - mark) // 2, mark, mark), "icon"))
    # Where the words do not fit, the sign of the game says more than half of them.
    shown = (title,) if wide <= room else ("",)
    at = Rect(x, (height - line) // 2, max(room, 1), line)
    parts.append(
        Text(at, shown, Style.HEADING, Tone.ON_PAPER, title, role=Role.HEADING)
    )
    step = side + edge
    for icon, name, place, at_x in (
        ("help", say("Who can help"), Place.HELP, right - 2 * step),
        ("settings", say("Settings"), Place.SETTINGS, right - step),
    ):
        parts += icon_button(kit, (at_x, top), Press(name, Go(place), QUIET, icon))
    parts += exit_button(kit, (right, top))
    return tuple(parts)


def _rows(flow: Flow, cards: tuple[StoryCard, ...], begun: frozenset[str]) -> None:
    """Add the cards in as many columns as fit, those of a row equally tall."""
    kit = flow.kit
    gap = kit.px(20)
    least = kit.px(300) * (1 + (kit.look.text - 100) / 150)
    columns = max(1, min(3, int((flow.width + gap) // (least + gap))))
    width = (flow.width - (columns - 1) * gap) // columns
    if columns == 1:
        width = min(width, round(kit.px(560) * (1 + (kit.look.text - 100) / 200)))
    for start in range(0, len(cards), columns):
        row = cards[start : start + columns]
        tall = max(_height(kit, card, width) for card in row)
        made: list[Element] = []
        for at, card in enumerate(row):
            rect = Rect(flow.x + at * (width + gap), flow.y, width, tall)
            made += _card(kit, card, rect, begun=card.id in begun)
        flow.add(made, tall + gap)


def _texts(kit: Kit, card: StoryCard, x: int, y: int, width: int) -> tuple[Text, Text]:
    title = text_block(
        kit, card.title, (x, y), width, Style.HEADING, Tone.ON_CARD, name=""
    )
    about = text_block(
        kit,
        card.about,
        (x, title.rect.bottom + kit.px(6)),
        width,
        Style.BODY,
        Tone.CARD_SOFT,
        name="",
    )
    return title, about


def _picture_height(kit: Kit) -> int:
    """Return how tall the wallpaper of the phone is shown on a card."""
    return kit.px(96 if kit.look.roomy else 148)


def _top(kit: Kit) -> int:
    """Return how far below the top of a card its words begin."""
    return kit.px(8) + _picture_height(kit) + _face(kit) // 2 + kit.px(10)


def _face(kit: Kit) -> int:
    return kit.px(84)


def _height(kit: Kit, card: StoryCard, width: int) -> int:
    pad = kit.px(18)
    _, about = _texts(kit, card, 0, _top(kit), width - 2 * pad)
    both = max(
        _foot(kit, card, (0, 0), width - 2 * pad, begun=begun)[1].rect.h
        for begun in (False, True)
    )
    return about.rect.bottom + kit.px(20) + both + pad


def _foot(
    kit: Kit, card: StoryCard, at: tuple[int, int], width: int, *, begun: bool
) -> tuple[Picture, Text]:
    """Return for whom a story is and how long it takes, or that it was begun."""
    words = say("{band} · Carry on") if begun else say("{band} · {length}")
    words = words.format(band=band_name(card.band), length=_length(card))
    icon = kit.look.grown(18)
    left = at[0] + icon + kit.px(8)
    room = width - icon - kit.px(8)
    tone = Tone.CARD_TEAL
    label = text_block(kit, words, (left, at[1]), room, Style.LABEL, tone, name="")
    down = (kit.look.line(Style.LABEL) - icon) // 2
    spot = Rect(at[0], at[1] + down, icon, icon)
    return Picture(spot, "clock", tint=tone.ink), label


def _length(card: StoryCard) -> str:
    return say_many("{count} minute", "{count} minutes", card.minutes).format(
        count=card.minutes
    )


def _card(kit: Kit, card: StoryCard, rect: Rect, *, begun: bool) -> tuple[Element, ...]:
    pad = kit.px(18)
    skills = ", ".join(skill_name(skill) for skill in card.skills)
    name = say(
        "{title}. {about} This is {player}'s phone. {band}, {length}. "
        "You practise: {skills}"
    ).format(
        title=card.title,
        player=card.player,
        about=card.about,
        band=band_name(card.band),
        length=_length(card),
        skills=skills,
    )
    radius = kit.px(20)
    button = Button(
        rect,
        name,
        OpenStory(card.id),
        fill=Colour.CARD,
        hover=Colour.TEAL_WASH,
        border=Colour.EDGE,
        radius=radius,
        lift=kit.px(4),
        main=True,
    )
    edge, wide, side = kit.px(8), rect.w - 2 * pad, _face(kit)
    wall = Rect(rect.x + edge, rect.y + edge, rect.w - 2 * edge, _picture_height(kit))
    face = Rect(rect.x + pad, wall.bottom - side // 2, side, side)
    title, about = _texts(kit, card, rect.x + pad, rect.y + _top(kit), wide)
    foot = _foot(kit, card, (rect.x + pad, 0), wide, begun=begun)
    placed = shifted(foot, 0, rect.bottom - pad - foot[1].rect.h)
    return (
        button,
        Picture(wall, f"lock-{card.picture}", cover=True, instead="lock-wallpaper"),
        Box(face.inset(-kit.px(4)), Colour.CARD, side),
        Picture(face, card.picture),
        title,
        about,
        *placed,
    )
