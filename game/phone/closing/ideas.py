"""Other things that can help, each with the way back to where it was possible."""

from game.phone.actions import Undo
from game.phone.buttons import Press, wide_button
from game.phone.closing.model import Closing
from game.phone.elements import Box, Picture, Rect, Role
from game.phone.look import Colour, Style, Tone
from game.phone.skills import skill_picture
from game.phone.widgets import Flow
from game.score.words import skill_name
from game.story.model import Move
from game.words import say


def ideas(flow: Flow, closing: Closing) -> str:
    """Add the page of other things that can help; return its title."""
    title = say("Other things that can help")
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(6)
    words = say("These are ideas. You can try one, or go on.")
    flow.text(words, tone=Tone.PAPER_SOFT)
    flow.gap(16)
    for move, at in closing.other:
        _idea(flow, move, Undo(at))
        flow.gap(12)
    return title


def _idea(flow: Flow, move: Move, back: Undo) -> None:
    """Add a card: what can be done, why it helps, and a way back to its moment."""
    kit = flow.kit
    pad, side = kit.px(16), kit.px(52)
    x = flow.x + pad + side + kit.px(14)
    room = flow.x + flow.width - pad - x
    inner = Flow(kit, x, flow.y + pad, room)
    inner.text(skill_name(move.skill), Style.LABEL, Tone.CARD_TEAL)
    inner.text(move.text, Style.STRONG, Tone.ON_CARD)
    inner.gap(2)
    inner.text(move.why, Style.BODY, Tone.CARD_SOFT)
    bottom = max(inner.y, flow.y + pad + side)
    name = say("Go back to this moment: {text}").format(text=move.text)
    press = Press(name, back, icon="undo", label=say("Go back to this moment"))
    at = flow.x + pad, bottom + kit.px(12)
    extra = wide_button(kit, at, flow.width - 2 * pad, press)
    bottom = extra[0].rect.bottom
    rect = Rect(flow.x, flow.y, flow.width, bottom + pad - flow.y)
    spot = Rect(flow.x + pad, flow.y + pad, side, side)
    flow.add(
        [
            Box(rect, Colour.CARD, kit.px(18), Colour.EDGE),
            Picture(spot, skill_picture(move.skill)),
            *inner.elements,
            *extra,
        ],
        rect.h,
    )
