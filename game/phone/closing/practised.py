"""The six skills as pictures: which of them the play practised, in words.

Never a chart of what is missing: what was not practised is for another time, and
where nothing was, all six are ideas.
"""

from game.phone.closing.model import Closing
from game.phone.elements import Align, Box, Element, Picture, Rect, Role
from game.phone.layout import Kit, text_block
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.skills import skill_picture
from game.phone.widgets import Flow, shifted
from game.score.words import skill_meaning, skill_name
from game.story.model import Skill
from game.words import say


def practised(flow: Flow, closing: Closing) -> str:
    """Add the page of the skills; return its title."""
    title = say("Six things that can help")
    if closing.marks:
        title = say("What {player} practised").format(player=closing.player.name)
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(16)
    _grid(flow, closing)
    return title


def how_often(count: int, player: str, *, counted: bool) -> str:
    """Return in words how often a skill was practised: never as a mark.

    Where moves are not counted it says only that they were made.
    """
    if count == 0:
        return say("Another time")
    if not counted:
        return say("{player} did this").format(player=player)
    words = (
        say("One time"),
        say("Two times"),
        say("Three times"),
        say("Four times"),
        say("Five times"),
    )
    return words[count - 1] if count <= len(words) else say("Many times")


def _grid(flow: Flow, closing: Closing) -> None:
    kit = flow.kit
    gap = kit.px(12)
    least = kit.px(150) * kit.look.text // 100
    columns = 3 if flow.width >= 3 * least + 2 * gap else 2
    if flow.width < 2 * least + gap:
        columns = 1
    width = (flow.width - (columns - 1) * gap) // columns
    skills = closing.practised
    for start in range(0, len(skills), columns):
        row = skills[start : start + columns]
        cards = [_inside(kit, closing, one, width, beside=columns == 1) for one in row]
        tall = max(height for _, height in cards)
        made: list[Element] = []
        for at, (card, (_, count)) in enumerate(zip(cards, row, strict=True)):
            x = flow.x + at * (width + gap)
            rect = Rect(x, flow.y, width, tall)
            made.append(_ground(kit, rect, done=count > 0 or not closing.marks))
            made += shifted(card[0], x, flow.y)
        flow.add(made, tall + gap)


def _ground(kit: Kit, rect: Rect, *, done: bool) -> Box:
    """Return the ground of a card; what is for another time has only a line."""
    radius = kit.px(Radius.CARD)
    if done:
        return Box(rect, Colour.CARD, radius, Colour.EDGE, lift=kit.px(2))
    return Box(rect, Colour.PAPER, radius, Colour.EDGE)


def _inside(
    kit: Kit, closing: Closing, one: tuple[Skill, int], width: int, *, beside: bool
) -> tuple[tuple[Element, ...], int]:
    """Return a picture with its words, from its own corner, and the height of it."""
    skill, count = one
    # Where nothing was done yet, nothing is left out: they are six ideas.
    done = count > 0 or not closing.marks
    side, pad = kit.px(52 if beside else 80), kit.px(14)
    x = pad + side + pad if beside else pad
    room = width - x - pad
    align = Align.LEFT if beside else Align.CENTRE
    spot = Rect(pad if beside else (width - side) // 2, pad, side, side)
    tone = Tone.ON_CARD if done else Tone.PAPER_SOFT
    top = pad if beside else spot.bottom + kit.px(8)
    words = skill_meaning(skill)
    if closing.marks:
        words = how_often(count, closing.player.name, counted=closing.counted)
    name = say("{label}: {text}").format(label=skill_name(skill), text=words)
    head = text_block(
        kit,
        skill_name(skill),
        (x, top),
        room,
        Style.STRONG if done else Style.BODY,
        tone,
        name=name,
        align=align,
    )
    soft = Tone.CARD_SOFT if done else Tone.PAPER_SOFT
    if count:
        soft = Tone.CARD_TEAL
    below = text_block(
        kit,
        words,
        (x, head.rect.bottom),
        room,
        Style.LABEL if count else Style.SMALL,
        soft,
        name="",
        align=align,
    )
    picture = Picture(spot, skill_picture(skill), faint=not done)
    tall = max(below.rect.bottom, spot.bottom) + pad
    return (picture, head, below), tall
