"""A chart in the language of Graphviz, to draw and change with other programs."""

from typing import Final

from game.chart.chart import Box, Chart, Kind, Sign, Way
from game.chart.order import reading_order
from game.chart.words import (
    EVERYWHERE,
    NOTE,
    goes_back,
    hearing,
    label,
    said,
    shorten,
    tags,
)
from game.story.model import BACK

_LETTERS: Final = 40

_SHAPES: Final = {
    Kind.CHOICE: "shape=box",
    Kind.PASSAGE: 'shape=box, style="rounded"',
    Kind.TELLING: "shape=octagon",
    Kind.ENDING: 'shape=box, style="rounded", peripheries=2',
    Kind.PIECE: "shape=box3d",
}

_STYLES: Final = {
    Sign.RISK: ', style=dashed, color="#9a3412", arrowhead=empty',
    Sign.TELL: ', style=bold, color="#1d4ed8"',
}

_LEGEND: Final = """\
  subgraph cluster_legend {
    label="Legend";
    k0 [label="scene with a choice", shape=box];
    k1 [label="scene that goes on by itself", shape=box, style="rounded"];
    k2 [label="scene of telling someone", shape=octagon];
    k3 [label="ending", shape=box, style="rounded", peripheries=2];
    k4 [label="shared piece", shape=box3d];
    k0 -> k1 [label="RISK", style=dashed, color="#9a3412", arrowhead=empty];
    k0 -> k2 [label="TELL", style=bold, color="#1d4ed8"];
    k0 -> k3 [label="SAFE, or other choice"];
  }"""


def as_dot(chart: Chart) -> str:
    """Return the graph. Any text of a story is safe in it."""
    order = reading_order(chart)
    boxes = chart.boxes
    lines = [
        "digraph story {",
        f"  graph [label={_quoted(chart.title)}, labelloc=t, fontname=Helvetica];",
        "  node [fontname=Helvetica, fontsize=11];",
        "  edge [fontname=Helvetica, fontsize=10];",
        _LEGEND,
        f"  {_quoted('(always)')} [shape=note, label={_quoted(_everywhere(chart))}];",
    ]
    lines += [f"  {_quoted(name)} [{_box(boxes[name])}];" for name in order]
    if any(goes_back(way) for box in boxes.values() for way in box.ways):
        back = _quoted("back to where\ntelling began")
        lines.append(f"  {_quoted(BACK)} [shape=cds, label={back}];")
    lines += [_edge("(always)", way) for way in chart.always if way.to is not None]
    lines += [
        _edge(name, way)
        for name in order
        for way in boxes[name].ways
        if way.to is not None
    ]
    return "\n".join([*lines, "}", ""])


def _box(box: Box) -> str:
    parts = [" · ".join(tag.upper() for tag in tags(box)), box.id, box.inside]
    if box.kind is Kind.ENDING:
        parts.append(shorten(box.text, 3 * _LETTERS))
    if box.hears:
        parts.append(f"♥ {hearing(box)}")
    text = "\n".join(part for part in parts if part)
    return f"label={_quoted(text)}, {_SHAPES[box.kind]}"


def _everywhere(chart: Chart) -> str:
    stay = [
        f"{said(way)}{f' ({label(way)})' if way.sign is Sign.SAFE else ''}"
        for way in chart.always
        if way.to is None
    ]
    return "\n".join([EVERYWHERE, *stay, NOTE])


def _edge(source: str, way: Way) -> str:
    mark = f"{label(way).upper()} " if label(way) else ""
    plain = way.sign is Sign.ON and not way.when and not way.text
    text = "" if plain else mark + shorten(said(way), _LETTERS)
    style = _STYLES.get(way.sign, "")
    target = _quoted(way.to or "")
    return f"  {_quoted(source)} -> {target} [label={_quoted(text)}{style}];"


def _quoted(text: str) -> str:
    """Return a text as a string of the language; a new line stays one."""
    inside = "".join(one for one in text if one.isprintable() or one == "\n")
    inside = inside.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'
