"""Small things that pages are put together from: columns, chips, headers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.phone.actions import Action, Back, Exit, Go, Place
from game.phone.buttons import (
    PLAIN,
    QUIET,
    TELL,
    Paint,
    Press,
    height_of,
    icon_button,
    wide_button,
)
from game.phone.elements import (
    Align,
    Box,
    Element,
    Rect,
    Role,
    Scroll,
    Text,
)
from game.phone.layout import Kit, shorten, text_block
from game.phone.look import Colour, Style, Tone
from game.words import say


@dataclass
class Flow:
    """Places elements one under another in a column; the one thing here that grows."""

    kit: Kit
    x: int
    y: int
    width: int
    elements: list[Element] = field(default_factory=list)

    def text(  # noqa: PLR0913 (all that a text is)
        self,
        text: str,
        style: Style = Style.BODY,
        tone: Tone = Tone.ON_PAPER,
        *,
        role: Role = Role.TEXT,
        align: Align = Align.LEFT,
        name: str | None = None,
    ) -> None:
        """Add text as wide as the column, no line longer than is easy to read."""
        width = self.width
        if align is Align.LEFT:
            width = min(width, self.kit.look.measure)
        at = (self.x, self.y)
        block = text_block(
            self.kit, text, at, width, style, tone, name=name, align=align, role=role
        )
        self.add(block, block.rect.h)

    def gap(self, size: float) -> None:
        """Leave *size* pixels of the design free."""
        self.y += self.kit.px(size)

    def add(self, elements: Element | Sequence[Element], height: int) -> None:
        """Add what is placed already, *height* pixels tall."""
        self.elements += elements if isinstance(elements, Sequence) else [elements]
        self.y += height

    def button(
        self, name: str, action: Action, paint: Paint = PLAIN, icon: str = ""
    ) -> None:
        """Add a button over the whole width."""
        press = Press(name, action, paint, icon=icon)
        made = wide_button(self.kit, (self.x, self.y), self.width, press)
        self.add(made, height_of(made))


def chip(
    kit: Kit, at: tuple[int, int], text: str, fill: Colour, tone: Tone
) -> tuple[Element, ...]:
    """Return a small label in a rounded box; the box comes first."""
    line = kit.look.line(Style.LABEL)
    width = kit.measure(text, Style.LABEL) + kit.px(20)
    rect = Rect(*at, width, line + kit.px(8))
    inside = Rect(rect.x, rect.y + kit.px(4), width, line)
    label = Text(inside, (text,), Style.LABEL, tone, text, Align.CENTRE)
    return Box(rect, fill, rect.h // 2), label


def header(
    kit: Kit, title: str, *, back: Action | None = None, ground: Colour = Colour.PAPER
) -> tuple[Element, ...]:
    """Return the strip at the top: a way back, the title, the way out.

    The strip comes first and has the height of the header.
    """
    side, edge = kit.look.target, kit.px(8)
    line = kit.look.line(Style.HEADING)
    height = max(side, line) + 2 * edge
    top = (height - side) // 2
    parts: list[Element] = [Box(Rect(0, 0, kit.width, height), ground)]
    left = kit.margin
    if back is not None:
        parts += icon_button(kit, (edge, top), Press(say("Back"), back, QUIET, "back"))
        left = edge + side + kit.px(8)
    right = kit.width - edge - side
    room = right - left - edge
    shown = shorten(title, room, Style.HEADING, kit.measure)
    at = Rect(left, (height - line) // 2, room, line)
    parts.append(
        Text(at, (shown,), Style.HEADING, Tone.ON_PAPER, title, role=Role.HEADING)
    )
    parts += exit_button(kit, (right, top))
    return tuple(parts)


def exit_button(kit: Kit, at: tuple[int, int]) -> tuple[Element, ...]:
    """Return the small button that hides the game at once."""
    press = Press(say("Hide this, key Escape"), Exit(), QUIET, "exit")
    return icon_button(kit, at, press)


def tell_someone() -> Press:
    """Return the way to tell someone: in these words and in yellow everywhere."""
    return Press(say("Tell someone"), Go(Place.TELL), TELL, "tell")


def calm(scroll: Scroll) -> Scroll:
    """Return a short sheet with what is on it a little lower: a page with one thing."""
    down = max(0, scroll.rect.h - scroll.height) // 4
    placed = shifted(scroll.elements, 0, down)
    return replace(scroll, elements=placed, height=scroll.height + down)


def sheet(kit: Kit, top: int, flow: Flow, key: str, *, bottom: int = 0) -> Scroll:
    """Return what *flow* has gathered as a sheet that fills the page below *top*.

    ``bottom`` pixels are left free under it.
    """
    rect = Rect(0, top, kit.width, max(kit.height - top - bottom, 1))
    return Scroll(rect, flow.y + kit.px(24), tuple(flow.elements), key)


def foot(
    kit: Kit,
    press: Press,
    most: float,
    *,
    above: int = 0,
    ground: Colour = Colour.PAPER,
) -> tuple[Element, ...]:
    """Return the way on from a page, always in sight at the bottom of the window.

    The strip comes first. The button is as wide as a column of *most* pixels of the
    design; *above* pixels are free over it.
    """
    left, width = column(kit, most)
    made = wide_button(kit, (left, 0), width, press)
    tall = height_of(made) + above + kit.px(34)
    top = kit.height - tall
    strip = Box(Rect(0, top, kit.width, tall), ground)
    line = Box(Rect(0, top, kit.width, kit.look.line_width), Colour.EDGE)
    return strip, line, *shifted(made, 0, top + above + kit.px(18))


def column(kit: Kit, most: float = 640) -> tuple[int, int]:
    """Return left edge and width of a column in the middle of the page."""
    grown = kit.px(most) * (1 + (kit.look.text - 100) / 200)
    width = min(kit.width - 2 * kit.margin, round(grown))
    return (kit.width - width) // 2, width


def shifted(elements: Sequence[Element], dx: int, dy: int) -> tuple[Element, ...]:
    """Return the elements moved by so many pixels."""
    if not dx and not dy:
        return tuple(elements)
    return tuple(replace(e, rect=e.rect.moved(dx, dy)) for e in elements)


def back_header(
    kit: Kit, title: str, *, ground: Colour = Colour.PAPER
) -> tuple[Element, ...]:
    """Return a header whose way back is to the page before."""
    return header(kit, title, back=Back(), ground=ground)
