"""The shapes of a drawing: one for each kind of box, one for each kind of way.

Each can be told from the others in black and white.
"""

from typing import Final, assert_never
from xml.sax.saxutils import escape

from game.chart.cards import GLYPH
from game.chart.chart import Kind, Sign

_CUT: Final = 12.0


def outline(kind: Kind, width: float, height: float, *, start: bool = False) -> str:
    """Return the outline of a box, from 0, 0.

    A choice has square corners, a passage round ones, telling cut ones; an ending has
    a second line inside and a shared piece a second sheet behind it. The start has a
    bar above it.
    """
    w, h, c = width, height, _CUT
    name = f'class="card {kind.value}"'
    bar = f'<rect class="bar" width="{w:g}" height="5"/>' if start else ""
    match kind:
        case Kind.TELLING:
            shape = (
                f'<path {name} d="M{c:g},0 H{w - c:g} L{w:g},{c:g} V{h - c:.1f} '
                f'L{w - c:g},{h:.1f} H{c:g} L0,{h - c:.1f} V{c:g} Z"/>'
            )
        case Kind.ENDING:
            shape = (
                f'<rect {name} width="{w:g}" height="{h:.1f}" rx="14"/>'
                f'<rect {name} x="4" y="4" width="{w - 8:g}" height="{h - 8:.1f}" '
                'rx="10"/>'
            )
        case Kind.PIECE:
            shape = (
                f'<rect {name} x="5" y="5" width="{w:g}" height="{h:.1f}"/>'
                f'<rect {name} width="{w:g}" height="{h:.1f}"/>'
            )
        case Kind.PASSAGE:
            shape = f'<rect {name} width="{w:g}" height="{h:.1f}" rx="14"/>'
        case Kind.CHOICE:
            shape = f'<rect {name} width="{w:g}" height="{h:.1f}"/>'
        case _:
            assert_never(kind)
    return shape + bar


def glyph_shape(sign: Sign, x: float, y: float) -> str:
    """Return the shape of a kind of way, in a square with its corner at x, y.

    A risky choice is a triangle, telling a speech bubble, a safe move a circle, any
    other choice a square, and what follows by itself a diamond.
    """
    g = GLYPH
    name = f'class="g {sign.value}"'
    match sign:
        case Sign.RISK:
            return (
                f'<path {name} d="M{x + g / 2:.1f},{y:.1f} L{x + g - 0.5:.1f},'
                f'{y + g - 1:.1f} H{x + 0.5:.1f} Z"/>'
            )
        case Sign.TELL:
            return (
                f'<path {name} d="M{x + 1:.1f},{y + 1:.1f} h{g - 2:g} v{g - 5:g} '
                f'h-7 l-4,4 v-4 h-3 Z"/>'
            )
        case Sign.SAFE:
            return (
                f'<circle {name} cx="{x + g / 2:.1f}" cy="{y + g / 2:.1f}" '
                f'r="{g / 2 - 1:g}"/>'
            )
        case Sign.CHOICE:
            return (
                f'<rect {name} x="{x + 1.5:.1f}" y="{y + 1.5:.1f}" '
                f'width="{g - 3:g}" height="{g - 3:g}"/>'
            )
        case Sign.ON:
            return (
                f'<path {name} d="M{x + g / 2:.1f},{y:.1f} l{g / 2:g},{g / 2:g} '
                f'l-{g / 2:g},{g / 2:g} l-{g / 2:g},-{g / 2:g} Z"/>'
            )
        case _:
            assert_never(sign)


def heart(x: float, y: float) -> str:
    """Return the heart of an adult who listens, around x, y."""
    return (
        f'<path class="heart" d="M{x:.1f},{y + 5:.1f} c-11,-7 -5,-14 0,-8 '
        'c5,-6 11,1 0,8 Z"/>'
    )


def safe(text: str) -> str:
    """Return a text for between tags, without characters that XML does not know."""
    return escape("".join(one for one in text if one.isprintable() or one == "\n"))
