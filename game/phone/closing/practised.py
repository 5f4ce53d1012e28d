"""The six skills as pictures: what each is, or in words that the play practised it.

Never a chart of what is missing: all six look alike, and one that was not practised
says what it is.
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
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(16)
    _grid(flow, closing)
    return title


def how_often(count: int, player: str, *, counted: bool) -> str:
    """Return in words how often a skill was practised, from once: never as a mark.

    Where moves are not counted it says only that they were made.
    """
    if not counted:
        return say("{player} did this").format(player=player)
    words = (
        say("{player} did this one time"),
        say("{player} did this two times"),
        say("{player} did this three times"),
        say("{player} did this four times"),
        say("{player} did this five times"),
    )
    told = words[count - 1] if count <= len(words) else say("{player} did this often")
    return told.format(player=player)


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
        for at, (inside, _) in enumerate(cards):
            x = flow.x + at * (width + gap)
            rect, radius = Rect(x, flow.y, width, tall), kit.px(Radius.CARD)
            made.append(Box(rect, Colour.CARD, radius, Colour.EDGE, lift=kit.px(2)))
            made += shifted(inside, x, flow.y)
        flow.add(made, tall + gap)


def _inside(
    kit: Kit, closing: Closing, one: tuple[Skill, int], width: int, *, beside: bool
) -> tuple[tuple[Element, ...], int]:
    """Return a picture with its words, from its own corner, and the height of it."""
    skill, count = one
    side, pad = kit.px(52 if beside else 80), kit.px(14)
    x = pad + side + pad if beside else pad
    room = width - x - pad
    align = Align.LEFT if beside else Align.CENTRE
    spot = Rect(pad if beside else (width - side) // 2, pad, side, side)
    top = pad if beside else spot.bottom + kit.px(8)
    words = skill_meaning(skill)
    if count:
        words = how_often(count, closing.player.name, counted=closing.counted)
    name = say("{label}: {text}").format(label=skill_name(skill), text=words)
    head = text_block(
        kit,
        skill_name(skill),
        (x, top),
        room,
        Style.STRONG,
        Tone.ON_CARD,
        name=name,
        align=align,
    )
    below = text_block(
        kit,
        words,
        (x, head.rect.bottom),
        room,
        Style.LABEL if count else Style.SMALL,
        Tone.CARD_TEAL if count else Tone.CARD_SOFT,
        name="",
        align=align,
    )
    picture = Picture(spot, skill_picture(skill))
    tall = max(below.rect.bottom, spot.bottom) + pad
    return (picture, head, below), tall
