"""What stands on a page on which the ring has stopped: how to go on."""

from game.phone.elements import Align, Box, Element, Rect, Text
from game.phone.layout import Kit, wrapped
from game.phone.look import Colour, Style, Tone
from game.words import say


def waiting_strip(kit: Kit) -> tuple[Element, ...]:
    """Return a strip along the bottom of the window."""
    words = say("Press the switch to go on.")
    pad = kit.px(12)
    room = kit.width - 4 * pad
    lines, longest = wrapped(words, room, Style.STRONG, kit.measure)
    tall = len(lines) * kit.look.line(Style.STRONG)
    wide = longest + 2 * pad
    rect = Rect((kit.width - wide) // 2, 0, wide, tall + 2 * pad)
    rect = rect.moved(0, kit.height - rect.h - pad)
    tone = Tone.PRIMARY
    return (
        Box(rect, tone.ground, kit.px(14), Colour.EDGE, kit.px(4)),
        Text(rect.inset(pad), lines, Style.STRONG, tone, words, Align.CENTRE),
    )
