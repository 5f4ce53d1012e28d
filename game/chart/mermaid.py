"""A chart as a Mermaid flowchart, for pages and wikis that draw those."""

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

_LETTERS: Final = 48
"""Of a choice on its line, at most; of an ending in its box, three times as many."""

_ARROWS: Final = {Sign.RISK: "-.->", Sign.TELL: "==>"}

_SHAPES: Final = {
    Kind.CHOICE: ("[", "]"),
    Kind.PASSAGE: ("(", ")"),
    Kind.TELLING: ("{{", "}}"),
    Kind.ENDING: ("([", "])"),
    Kind.PIECE: ("[[", "]]"),
}

_LEGEND: Final = """\
  subgraph legend [Legend]
    direction LR
    k0["scene with a choice"] -.->|"risk"| k1("scene that goes on by itself")
    k0 ==>|"tell"| k2{{"scene of telling someone"}}
    k0 -->|"safe move, or other choice"| k3(["ending"])
    k4[["shared piece"]]
  end"""


def as_mermaid(chart: Chart) -> str:
    """Return the flowchart. Any text of a story is safe in it."""
    order = reading_order(chart)
    ids = {name: f"n{number}" for number, name in enumerate(order, start=1)}
    ids[BACK] = "back"
    boxes = chart.boxes
    lines = ["---", f"title: {_title(chart.title)}", "---", "flowchart TD"]
    lines += [f"  %% {NOTE}", _LEGEND]
    lines.append(f'  always[/"<b>{EVERYWHERE}</b><br>{_everywhere(chart)}"/]')
    lines += [f"  {ids[name]}{_box(boxes[name])}" for name in order]
    if any(goes_back(way) for box in boxes.values() for way in box.ways):
        lines.append('  back>"back to where telling began"]')
    ways = [("always", way) for way in chart.always]
    ways += [(ids[name], way) for name in order for way in boxes[name].ways]
    lines += [
        f"  {source} {_arrow(way)} {ids[way.to]}"
        for source, way in ways
        if way.to is not None
    ]
    return "\n".join(lines) + "\n"


def _box(box: Box) -> str:
    left, right = _SHAPES[box.kind]
    said_of = " · ".join(tag.upper() for tag in tags(box))
    parts = [said_of, f"<b>{_safe(box.id)}</b>"]
    if box.inside:
        parts.append(_safe(box.inside))
    if box.kind is Kind.ENDING:
        parts.append(_safe(shorten(box.text, 3 * _LETTERS)))
    if box.hears:
        parts.append(f"♥ {_safe(hearing(box))}")
    text = "<br>".join(part for part in parts if part)
    return f'{left}"{text}"{right}'


def _everywhere(chart: Chart) -> str:
    parts = [
        f"{said(way)}{f' ({label(way)})' if way.sign is Sign.SAFE else ''}"
        for way in chart.always
        if way.to is None
    ]
    return "<br>".join(_safe(part) for part in parts) or "telling"


def _arrow(way: Way) -> str:
    arrow = _ARROWS.get(way.sign, "-->")
    mark = f"{label(way).upper()} " if label(way) else ""
    plain = way.sign is Sign.ON and not way.when and not way.text
    return (
        arrow if plain else f'{arrow}|"{_safe(mark + shorten(said(way), _LETTERS))}"|'
    )


def _safe(text: str) -> str:
    """Return a text for between quotes: letters, digits and what means nothing."""
    return "".join(
        one if one.isalnum() or one in " .,!?'-_/…·" else f"#{ord(one)};"
        for one in " ".join(text.split())
    )


def _title(text: str) -> str:
    """Return a text as a quoted YAML string."""
    inside = "".join(one for one in text if one.isprintable())
    return '"' + inside.replace("\\", "\\\\").replace('"', '\\"') + '"'
