"""Buttons: how they look, what is written on them, how large they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.phone.actions import Action
from game.phone.elements import Align, Box, Button, Element, Picture, Rect, Role, Text
from game.phone.layout import Kit, wrap
from game.phone.look import Colour, Style, Tone
from game.phone.writing.direction import runs_rtl


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a button, at rest and under the pointer."""

    fill: Colour | None
    hover: Colour
    tone: Tone
    icon: Colour
    border: Colour | None = None


PLAIN = Paint(Colour.CARD, Colour.TEAL_WASH, Tone.ON_CARD, Colour.INK, Colour.EDGE)
PRIMARY = Paint(Colour.PRIMARY, Colour.PRIMARY_HOT, Tone.PRIMARY, Colour.ON_PRIMARY)
TELL = Paint(Colour.TELL, Colour.TELL_HOT, Tone.TELL, Colour.ON_TELL)
QUIET = Paint(None, Colour.HOT, Tone.ON_PAPER, Colour.INK)
ASIDE = Paint(None, Colour.TEAL_WASH, Tone.ON_HOT, Colour.INK)
"""Beside a chat, on the desk: less loud than what is asked."""
OFF = Paint(Colour.HOT, Colour.HOT, Tone.HOT_SOFT, Tone.HOT_SOFT.ink)


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


def _off(paint: Paint) -> Paint:
    """Return how a button in *paint* looks that cannot be pressed."""
    return OFF if paint.fill else replace(OFF, fill=None)


def height_of(elements: Sequence[Element]) -> int:
    """Return the height of a button and what is written on it: that of the button."""
    return elements[0].rect.h


def wide_button(
    kit: Kit, at: tuple[int, int], width: int, press: Press
) -> tuple[Element, ...]:
    """Return a button whose text wraps inside *width*; the button itself comes first.

    Its height follows from the text. Text that runs from the right has its marks there.
    """
    look = kit.look
    paint = press.paint if press.enabled else _off(press.paint)
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
    elif len(lines) == 1:
        left = x + (width - kit.measure(lines[0], style)) // 2
    written = Rect(left + lead, y + (height - tall) // 2, room, tall)
    inside = (*marks, Text(written, lines, style, paint.tone, ""))
    if lead and runs_rtl(lines[0]):
        inside = mirrored(inside, button.rect)
    return button, *inside


def mirrored(elements: Sequence[Element], around: Rect) -> tuple[Element, ...]:
    """Return elements on the other side of a rectangle, none turned round itself."""
    return tuple(
        replace(
            one,
            rect=one.rect.moved(
                around.x + around.right - one.rect.x - one.rect.right, 0
            ),
        )
        for one in elements
    )


def icon_button(kit: Kit, at: tuple[int, int], press: Press) -> tuple[Element, ...]:
    """Return a square button that shows only an icon."""
    side = kit.look.target
    rect = Rect(*at, side, side)
    button = replace(_button(kit, rect, press, press.paint), lift=0)
    spot = rect.inset((side - kit.look.icon) // 2)
    tint = press.paint.icon if press.enabled else Colour.DOT
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
        fill = Colour.PRIMARY if press.checked else Colour.CARD
        box = Box(spot, fill, radius, border=paint.icon)
        if not press.checked:
            return (box,)
        return box, Picture(spot.inset(spot.h // 6), "check", tint=Colour.ON_PRIMARY)
    if press.key:
        line = kit.look.line(Style.LABEL)
        written = Rect(spot.x, spot.y + (spot.h - line) // 2, spot.w, line)
        disc = spot.inset(-kit.px(2))
        return (
            Box(disc, Colour.TEAL_WASH, disc.h // 2),
            Text(written, (press.key,), Style.LABEL, Tone.WHY_LABEL, "", Align.CENTRE),
        )
    return (Picture(spot, press.icon, tint=paint.icon),)
