"""A chart as a drawing: an SVG that prints, without scripts, with text as text.

What a box or a way is shows in its shape and in words; colour only repeats it.
"""

from typing import Final
from xml.sax.saxutils import quoteattr

from game.chart.cards import GLYPH, PAD, WIDTH, Card, Glyph, Line, Style
from game.chart.chart import Chart, Kind, Sign
from game.chart.legend import panel
from game.chart.placing import Placement, Route
from game.chart.shapes import glyph_shape, heart, outline, safe

_EDGE: Final = 24.0

_STYLE: Final = """\
text { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; font-size: 11px;
  fill: #1d2433; }
.tag { font-weight: bold; }
.title, .head { font-weight: bold; font-size: 13px; }
.story { font-weight: bold; font-size: 22px; }
.from, .more { fill: #4b5563; }
.b { font-weight: bold; }
.n { font-weight: bold; font-size: 10px; text-anchor: middle; }
.line { fill: none; stroke: #4b5563; stroke-width: 1.4; }
.line.risk { stroke: #9a3412; stroke-dasharray: 6 4; }
.line.tell { stroke: #1d4ed8; stroke-width: 2.6; }
.tip { fill: #4b5563; }
.card { stroke-width: 1.5; stroke: #374151; fill: #ffffff; }
.passage { fill: #f6f7f9; }
.telling { fill: #eaf1ff; stroke: #1d4ed8; }
.ending { fill: #fdf6e3; stroke: #6b4e00; }
.piece { fill: #f4effc; stroke: #5b21b6; }
.inner { fill: none; }
.g { stroke-width: 1.4; }
.g.risk { fill: #fde8d8; stroke: #9a3412; }
.g.tell { fill: #dbe8ff; stroke: #1d4ed8; }
.g.safe { fill: #dcf3e6; stroke: #166534; }
.g.choice { fill: #ffffff; stroke: #4b5563; }
.g.on { fill: #eceef1; stroke: #4b5563; }
.bar { fill: #1d2433; }
.heart { fill: #be123c; }
@page { margin: 8mm; }
@media print { svg { width: 100%; height: auto; max-height: 100vh; } }
"""


def as_svg(chart: Chart, placement: Placement) -> str:
    """Return the drawing of a chart whose boxes are placed.

    Sizes are in CSS pixels. Any text is safe in it.
    """
    head = panel(chart, placement.width)
    width = max(placement.width, head.width) + 2 * _EDGE
    top = head.height + 2 * _EDGE
    height = top + placement.height + _EDGE
    endings = sum(box.kind is Kind.ENDING for box in chart.boxes.values())
    size = f"{width:.0f} {height:.0f}"
    told = (
        f"{len(chart.boxes)} scenes and {endings} endings, and what leads from each "
        "to which. The text form of the map says the same in words."
    )
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d"',
        f' width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {size}">',
        f'<title id="t">{safe(chart.title)}: map of the story</title>',
        f'<desc id="d">{told}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>',
        f'<g transform="translate({_EDGE:g} {_EDGE:g})">',
        head.drawing,
        "</g>",
        f'<g transform="translate({_EDGE:g} {top:g})">',
        *(_route(route, signs) for route, signs in _with_signs(placement)),
    ]
    for spot in placement.spots:
        where = f"translate({spot.x:.1f} {spot.y:.1f})"
        parts.append(f'<g transform="{where}">{_card(chart, spot.card)}</g>')
    return "\n".join([*parts, "</g>", "</svg>", ""])


def _with_signs(placement: Placement) -> list[tuple[Route, frozenset[Sign]]]:
    signs = {
        (spot.card.id, port.to): frozenset(glyph.sign for glyph in port.glyphs)
        for spot in placement.spots
        for port in spot.card.ports
    }
    return [(route, signs[route.source, route.to]) for route in placement.routes]


def _route(route: Route, signs: frozenset[Sign]) -> str:
    (sign,) = signs if len(signs) == 1 else (Sign.ON,)
    known = f" {sign.value}" if sign in {Sign.RISK, Sign.TELL} else ""
    (x, y), rest = route.points[0], route.points[1:]
    curves = " ".join(f"{px:.1f},{py:.1f}" for px, py in rest)
    tip_x, tip_y = rest[-1]
    tip = f"{tip_x:.1f},{tip_y:.1f} {tip_x - 4:.1f},{tip_y - 8:.1f}"
    return (
        f'<path class="line{known}" d="M{x:.1f},{y:.1f} C{curves}"/>'
        f'<path class="tip" d="M{tip} {tip_x + 4:.1f},{tip_y - 8:.1f} Z"/>'
    )


def _card(chart: Chart, card: Card) -> str:
    box = chart.boxes[card.id]
    whole = [box.id, *([box.text] if box.text else [])]
    whole += [f"{at}. {way.text}" for at, way in enumerate(box.ways, 1) if way.text]
    parts = [
        f"<title>{safe(chr(10).join(whole))}</title>",
        outline(card.kind, WIDTH, card.height, start=card.start),
    ]
    parts += map(_line, card.lines)
    for port in card.ports:
        x = port.x - GLYPH * len(port.glyphs) / 2
        for glyph in port.glyphs:
            parts.append(_glyph(glyph, x, card.height - GLYPH - 3))
            x += GLYPH
    return "".join(parts)


def _line(line: Line) -> str:
    x = PAD + line.indent
    parts: list[str] = []
    if line.glyph is not None:
        parts.append(_glyph(line.glyph, PAD, line.y - 12))
    if line.style is Style.HEARS:
        parts.append(heart(PAD + GLYPH / 2, line.y - 4))
    if line.style is Style.OPENS:
        parts.append(glyph_shape(Sign.TELL, PAD, line.y - 12))
    label = f'<tspan class="b">{safe(line.label)}</tspan> ' if line.label else ""
    leads = f' <tspan class="b">{safe(line.leads)}</tspan>' if line.leads else ""
    parts.append(
        f'<text class={quoteattr(line.style.value)} x="{x:g}" y="{line.y:.1f}">'
        f"{label}{safe(line.text)}{leads}</text>"
    )
    return "".join(parts)


def _glyph(glyph: Glyph, x: float, y: float) -> str:
    low = 13 if glyph.sign is Sign.RISK else 11.5
    return (
        glyph_shape(glyph.sign, x, y)
        + f'<text class="n" x="{x + GLYPH / 2:.1f}" y="{y + low:.1f}">'
        f"{glyph.number}</text>"
    )
