"""What helped, along the line of the chat: a message, the answer, and why it helps."""

from game.phone.closing.model import Closing, Mark
from game.phone.elements import Box, Bubble, Element, Picture, Rect, Role, Text
from game.phone.layout import Kit, clamp, text_block, wrapped
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.skills import skill_picture
from game.phone.transcript import Item, Kind
from game.phone.widgets import Flow
from game.score.words import skill_name
from game.story.model import Story
from game.words import say


def timeline(flow: Flow, closing: Closing) -> None:
    """Add every safety move on one line from the first to the last."""
    for at, mark in enumerate(closing.marks):
        if at:
            flow.gap(22)
        start = flow.y
        after = at and closing.marks[at - 1].answer is not None
        if after and mark.answer is None:
            flow.text(say("Also tried"), Style.HEADING, role=Role.HEADING)
            flow.gap(12)
            start = flow.y
        _mark(flow, closing.story, mark)
        if at < len(closing.marks) - 1 and closing.marks[at + 1].answer is not None:
            # The line goes on behind the next picture.
            _line(flow, start, flow.y + flow.kit.px(22))


def _side(kit: Kit) -> int:
    return kit.look.grown(48)


def _line(flow: Flow, start: int, end: int) -> None:
    kit = flow.kit
    width = kit.px(4)
    x = flow.x + (_side(kit) - width) // 2
    flow.elements.insert(0, Box(Rect(x, start, width, end - start), Colour.EDGE))


def _mark(flow: Flow, story: Story, mark: Mark) -> None:
    """Add what came before, what was answered, and the reason."""
    kit = flow.kit
    side, gap = _side(kit), kit.px(14)
    inner = Flow(kit, flow.x + side + gap, flow.y, flow.width - side - gap)
    if mark.before is not None:
        _quote(inner, story, mark.before)
        inner.gap(8)
    top = inner.y
    if mark.answer is not None and mark.answer.kind is Kind.MINE:
        _answer(inner, story, mark.answer)
    else:
        text = mark.move.text if mark.answer is None else mark.answer.text
        inner.text(text, Style.STRONG)
    inner.gap(6)
    _reason(inner, mark)
    spot = Rect(flow.x, top, side, side)
    disc = Box(spot.inset(-kit.px(4)), Colour.PAPER, side)
    bottom = max(inner.y, spot.bottom)
    picture = Picture(spot, skill_picture(mark.move.skill))
    flow.add([disc, picture, *inner.elements], bottom - flow.y)


def _quote(flow: Flow, story: Story, item: Item) -> None:
    """Add the message of somebody else, small, as far as it says what it was."""
    kit = flow.kit
    contact = story.cast[item.speaker or story.player]
    side, pad = kit.look.grown(26), kit.px(10)
    x = flow.x + side + kit.px(8)
    room = min(flow.x + flow.width - x, kit.look.measure) - 2 * pad
    lines = clamp(item.text, room, Style.SMALL, kit.measure, 3)
    wide = max(kit.measure(line, Style.SMALL) for line in lines)
    tall = len(lines) * kit.look.line(Style.SMALL)
    box = Rect(x, flow.y, wide + 2 * pad, tall + kit.px(12))
    said = say("{name}: {text}").format(name=contact.name, text=item.text)
    at = Rect(x + pad, flow.y + kit.px(6), wide, tall)
    flow.add(
        [
            Picture(
                Rect(flow.x, flow.y, side, side),
                contact.picture,
                initial=contact.name[:1],
            ),
            Box(box, Colour.CARD, kit.px(Radius.ROW), Colour.EDGE),
            Text(at, lines, Style.SMALL, Tone.CARD_SOFT, said),
        ],
        max(box.h, side),
    )


def _answer(flow: Flow, story: Story, item: Item) -> None:
    kit = flow.kit
    pad = kit.px(14), kit.px(10)
    room = min(flow.width, kit.look.measure) - 2 * pad[0]
    lines, wide = wrapped(item.text, room, Style.BODY, kit.measure)
    tall = len(lines) * kit.look.line(Style.BODY) + 2 * pad[1]
    rect = Rect(flow.x, flow.y, wide + 2 * pad[0], tall)
    name = story.cast[story.player].name
    said = say("{name}: {text}").format(name=name, text=item.text)
    flow.add(Bubble(rect, lines, mine=True, name=said, tail=False, padding=pad), tall)


def _reason(flow: Flow, mark: Mark) -> None:
    kit = flow.kit
    skill = skill_name(mark.move.skill)
    said = say("{label}: {text}").format(label=skill, text=mark.move.why)
    label = text_block(
        kit,
        skill,
        (flow.x, flow.y),
        flow.width,
        Style.LABEL,
        Tone.PAPER_TEAL,
        name="",
    )
    parts: list[Element] = [label]
    width = min(flow.width, kit.look.measure)
    at = flow.x, label.rect.bottom
    why = text_block(
        kit, mark.move.why, at, width, Style.BODY, Tone.ON_PAPER, name=said
    )
    parts.append(why)
    flow.add(parts, why.rect.bottom - flow.y)
