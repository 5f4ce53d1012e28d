"""The head of a drawing: the story's title, what is always possible, the legend."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.chart.cards import GLYPH, SIZE
from game.chart.chart import Chart, Kind, Sign, Way
from game.chart.measure import cut
from game.chart.order import reading_order
from game.chart.shapes import glyph_shape, heart, outline, safe
from game.chart.words import EVERYWHERE, KINDS, NOTE, SIGNS, label, said
from game.story.model import SceneId

_LEADING: Final = 20.0
_COLUMN: Final = 300.0
_INDENT: Final = 40.0
_TOP: Final = 62.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece of SVG from 0, 0, and its size in pixels."""

    drawing: str
    width: float
    height: float


def panel(chart: Chart, width: float) -> Panel:
    """Return the head of a drawing, at most *width* wide if that is wide enough."""
    columns = _columns(chart)
    across = max(1, min(len(columns), int(width // _COLUMN)))
    title = cut(chart.title, 22, max(width, _COLUMN), bold=True)
    parts = [
        f'<text class="story" x="0" y="20">{safe(title)}</text>',
        f'<text x="0" y="40">{safe(NOTE)}</text>',
    ]
    y = _TOP
    for first in range(0, len(columns), across):
        line = columns[first : first + across]
        parts += [
            f'<g transform="translate({at * _COLUMN:g} {y:g})">{drawing}</g>'
            for at, (drawing, _) in enumerate(line)
        ]
        y += max(tall for _, tall in line) + 16
    return Panel("".join(parts), across * _COLUMN, y)


def _columns(chart: Chart) -> list[tuple[str, float]]:
    """Return the columns of the head, each with its height."""
    numbers = {name: at for at, name in enumerate(reading_order(chart), start=1)}
    always = [(_sign(way), _said(way, numbers)) for way in chart.always]
    ways = [(glyph_shape(sign, 0, -12), text) for sign, text in SIGNS.items()]
    ways.append((heart(GLYPH / 2, -4), "an adult listens here"))
    boxes = [(_small(kind), text) for kind, text in KINDS.items()]
    arrow = '<text class="b" x="4" y="0">→</text>'
    boxes.append((arrow, "leads there, without a line"))
    # As tall as the lists beside it.
    tall = max(len(ways), (len(always) + 1) // 2)
    lists = [
        (EVERYWHERE, always[:tall]),
        ("", always[tall:]),
        ("Choices and ways on", ways),
        ("Boxes", boxes),
    ]
    return [_list(head, rows) for head, rows in lists if rows]


def _list(head: str, rows: list[tuple[str, str]]) -> tuple[str, float]:
    parts = [f'<text class="head" x="0" y="0">{safe(head)}</text>'] if head else []
    y = 0.0
    for shape, text in rows:
        y += _LEADING
        parts.append(
            f'<g transform="translate(0 {y:g})">{shape}'
            f'<text x="{_INDENT:g}" y="0">{safe(text)}</text></g>'
        )
    return "".join(parts), y


def _sign(way: Way) -> str:
    return glyph_shape(way.sign, 12, -12)


def _said(way: Way, numbers: Mapping[SceneId, int]) -> str:
    mark = f" ({label(way)})" if way.sign is Sign.SAFE else ""
    leads = f" → {numbers[way.to]}. {way.to}" if way.to is not None else ""
    return cut(f"{said(way)}{mark}{leads}", SIZE, _COLUMN - _INDENT - 8)


def _small(kind: Kind) -> str:
    return f'<g transform="translate(0 -13) scale(.5)">{outline(kind, 60, 34)}</g>'
