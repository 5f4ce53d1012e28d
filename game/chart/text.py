"""A chart as an outline in words, for a terminal and for screen readers."""

import textwrap
from typing import Final

from game.chart.chart import Box, Chart, Kind, Way
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
from game.story.model import SceneId

WIDTH: Final = 80
"""Characters of a line at most, unless a single word is longer."""


def as_text(chart: Chart) -> str:
    """Return the chart as lines of text, scene by scene each after what leads to it.

    Marks stand in brackets: ``[start]``, ``[risk]``, ``[safe: say no]``, ``[tell]``,
    ``[telling]``, ``[ending]``.
    """
    order = reading_order(chart)
    numbers = {box: at for at, box in enumerate(order, start=1)}
    scenes = "1 scene" if len(order) == 1 else f"{len(order)} scenes"
    endings = sum(box.kind is Kind.ENDING for box in chart.boxes.values())
    lines = [
        chart.title,
        f"{scenes}, {'1 ending' if endings == 1 else f'{endings} endings'}.",
        NOTE,
        "",
        EVERYWHERE,
        *(line for way in chart.always for line in _way(way, 0, numbers)),
    ]
    for name in order:
        lines += ["", *_box(chart.boxes[name], numbers)]
    return "\n".join(lines) + "\n"


def _box(box: Box, numbers: dict[SceneId, int]) -> list[str]:
    number = numbers[box.id]
    marks = "".join(f" [{tag}]" for tag in tags(box))
    lines = _wrapped(f"{number}. {box.id}{marks}", "")
    if box.opens:
        lines += _wrapped(f"At every choice: {', '.join(box.opens)}.", "   ")
    if box.inside:
        lines += _wrapped(f"Inside: {box.inside}.", "   ")
    if box.text:
        whole = box.kind is Kind.ENDING
        lines += _wrapped(box.text if whole else shorten(box.text, 120), "   ")
    if box.hears:
        lines.append(f"   [{hearing(box)}]")
    for way in box.ways:
        lines += _way(way, number, numbers)
    return lines


def _way(way: Way, here: int, numbers: dict[SceneId, int]) -> list[str]:
    """Return one way on; *here* is the number of its box, 0 for everywhere."""
    mark = f"[{label(way)}] " if label(way) else ""
    if goes_back(way):
        leads = " -> back to where telling began"
    elif way.to is None:
        leads = ""
    else:
        to = numbers[way.to]
        seen = ", seen above" if to <= here else ""
        leads = f" -> {to}. {way.to}{seen}"
    return _wrapped(f"- {mark}{said(way)}{leads}", "   ", "     ")


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
