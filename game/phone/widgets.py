"""Small things that pages are put together from: buttons, chips, cards, headers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.phone.actions import Action, Back, Exit
from game.phone.elements import (
    Align,
    Box,
    Button,
    Element,
    Picture,
    Rect,
    Role,
    Scroll,
    Text,
)
from game.phone.layout import Kit, shorten, text_block, wrap
from game.phone.look import (
    CARD,
    CORAL,
    CORAL_DEEP,
    EDGE,
    INK,
    PAPER,
    SAND,
    TEAL,
    TEAL_DEEP,
    TEAL_SOFT,
    WHITE,
    Style,
    Tone,
)
from game.words import say


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a button, at rest and under the pointer."""

    fill: str
    hover: str
    tone: Tone
    icon: str
    border: str = ""


PLAIN = Paint(CARD, TEAL_SOFT, Tone.ON_CARD, INK, EDGE)
PRIMARY = Paint(TEAL_DEEP, TEAL, Tone.PRIMARY, WHITE)
TELL = Paint(CORAL, CORAL_DEEP, Tone.TELL, WHITE)
QUIET = Paint("", SAND, Tone.ON_PAPER, INK)
OFF = Paint(SAND, SAND, Tone.SAND_SOFT, Tone.SAND_SOFT.ink)


@dataclass(frozen=True, slots=True)
class Press:
    """What a button says and does.

    ``name`` is what is said for it, and written on it unless there is a ``label``.
    ``key`` is a figure that presses it, shown as a badge. ``checked`` is whether it is
    on, where there is something to switch.
    """

    name: str
    action: Action
    paint: Paint = PLAIN
    icon: str = ""
    key: str = ""
    label: str = ""
    enabled: bool = True
    role: Role = Role.BUTTON
    checked: bool | None = None


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


def height_of(elements: Sequence[Element]) -> int:
    """Return the height of a button and what is written on it: that of the button."""
    return elements[0].rect.h


def wide_button(
    kit: Kit, at: tuple[int, int], width: int, press: Press
) -> tuple[Element, ...]:
    """Return a button whose text wraps inside *width*; the button itself comes first.

    Its height follows from the text.
    """
    look = kit.look
    paint = press.paint if press.enabled else OFF
    marked = press.icon or press.key or press.checked is not None
    pad = kit.px(16)
    lead = look.icon + kit.px(12) if marked else 0
    style = Style.STRONG if paint in {PRIMARY, TELL} else Style.BODY
    room = max(width - 2 * pad - lead, kit.px(24))
    lines = wrap(press.label or press.name, room, style, kit.measure)
    tall = len(lines) * look.line(style)
    height = max(look.target + kit.px(4), tall + kit.px(20))
    x, y = at
    button = _button(kit, Rect(x, y, width, height), press, paint)
    left = x + pad
    marks: tuple[Element, ...] = ()
    if lead:
        side = look.icon
        spot = Rect(left, y + (height - side) // 2, side, side)
        marks = _marks(kit, spot, press, paint)
    elif style is Style.STRONG and len(lines) == 1:
        left = x + (width - kit.measure(lines[0], style)) // 2
    written = Rect(left + lead, y + (height - tall) // 2, room, tall)
    return button, *marks, Text(written, lines, style, paint.tone, "")


def icon_button(kit: Kit, at: tuple[int, int], press: Press) -> tuple[Element, ...]:
    """Return a square button that shows only an icon."""
    side = kit.look.target
    rect = Rect(*at, side, side)
    button = replace(_button(kit, rect, press, press.paint), lift=0)
    spot = rect.inset((side - kit.look.icon) // 2)
    tint = press.paint.icon if press.enabled else EDGE
    return button, Picture(spot, press.icon, tint=tint)


def _button(kit: Kit, rect: Rect, press: Press, paint: Paint) -> Button:
    return Button(
        rect,
        press.name,
        press.action,
        fill=paint.fill,
        hover=paint.hover,
        border=paint.border,
        radius=kit.px(14),
        lift=kit.px(2) if paint.fill else 0,
        role=press.role,
        enabled=press.enabled,
        checked=press.checked,
        key=press.key,
        main=paint is PRIMARY,
    )


def _marks(kit: Kit, spot: Rect, press: Press, paint: Paint) -> tuple[Element, ...]:
    """Return what stands before the text: a check, a figure or an icon."""
    if press.checked is not None:
        radius = spot.h // 2 if press.role is Role.RADIO else kit.px(6)
        fill = TEAL_DEEP if press.checked else CARD
        box = Box(spot, fill, radius, border=paint.icon)
        if not press.checked:
            return (box,)
        return box, Picture(spot.inset(spot.h // 6), "check", tint=WHITE)
    if press.key:
        line = kit.look.line(Style.LABEL)
        written = Rect(spot.x, spot.y + (spot.h - line) // 2, spot.w, line)
        disc = spot.inset(-kit.px(2))
        return (
            Box(disc, TEAL_SOFT, disc.h // 2),
            Text(written, (press.key,), Style.LABEL, Tone.WHY_LABEL, "", Align.CENTRE),
        )
    return (Picture(spot, press.icon, tint=paint.icon),)


def chip(
    kit: Kit, at: tuple[int, int], text: str, fill: str, tone: Tone
) -> tuple[Element, ...]:
    """Return a small label in a rounded box; the box comes first."""
    line = kit.look.line(Style.LABEL)
    width = kit.measure(text, Style.LABEL) + kit.px(20)
    rect = Rect(*at, width, line + kit.px(6))
    inside = Rect(rect.x, rect.y + kit.px(3), width, line)
    label = Text(inside, (text,), Style.LABEL, tone, text, Align.CENTRE)
    return Box(rect, fill, rect.h // 2), label


def header(
    kit: Kit, title: str, *, back: Action | None = None, ground: str = PAPER
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


def sheet(kit: Kit, top: int, flow: Flow, key: str, *, bottom: int = 0) -> Scroll:
    """Return what *flow* has gathered as a sheet that fills the page below *top*.

    ``bottom`` pixels are left free under it.
    """
    rect = Rect(0, top, kit.width, max(kit.height - top - bottom, 1))
    return Scroll(rect, flow.y + kit.px(24), tuple(flow.elements), key)


def column(kit: Kit, most: float = 640) -> tuple[int, int]:
    """Return left edge and width of a column in the middle of the page."""
    grown = kit.px(most) * (1 + (kit.look.text - 100) / 200)
    width = min(kit.width - 2 * kit.margin, round(grown))
    return (kit.width - width) // 2, width


def shifted(elements: Sequence[Element], dx: int, dy: int) -> tuple[Element, ...]:
    """Return the elements moved by so many pixels."""
    return tuple(replace(e, rect=e.rect.moved(dx, dy)) for e in elements)


def back_header(kit: Kit, title: str, *, ground: str = PAPER) -> tuple[Element, ...]:
    """Return a header whose way back is to the page before."""
    return header(kit, title, back=Back(), ground=ground)
