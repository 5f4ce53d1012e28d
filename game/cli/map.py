"""``map``: what leads where in a story, drawn or in words."""

import argparse
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from game.chart import graphviz, layered
from game.chart.cards import Card
from game.chart.chart import Chart, chart
from game.chart.dot import as_dot
from game.chart.mermaid import as_mermaid
from game.chart.placing import Placement, Placer
from game.chart.sheet import on_a_sheet
from game.chart.svg import as_svg
from game.chart.text import as_text
from game.cli.one_story import folder_of, read_or_show
from game.cli.output import OK, PROBLEMS, say, wrong
from game.files import STORY_FILE, FileError, Library, write_whole
from game.story.model import SceneId

_FORMS: Final = {
    ".svg": "svg",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".txt": "text",
}
"""The form that the name of a file asks for, where none is named."""

_PATIENCE: Final = 20
"""Seconds to wait for Graphviz, which takes less than one for a story of ours."""


def show_map(options: argparse.Namespace) -> int:
    """Write the map of a story to a file, or print it."""
    out: Path | None = options.out
    library = Library()
    try:
        folder = folder_of(library, options.story)
        path = folder / STORY_FILE if folder else library.find(options.story)
        story = read_or_show(path)
    except FileError as error:
        return wrong(str(error))
    if story is None:
        return PROBLEMS
    form = options.form or (_FORMS.get(out.suffix.lower()) if out else None) or "svg"
    drawn = _drawn(
        chart(story, fold=not options.pieces), form, plain=options.plain_layout
    )
    if out is None:
        say(drawn.removesuffix("\n"))
        return OK
    try:
        write_whole(out, drawn)
    except OSError as error:
        return wrong(f"{out} cannot be written: {error.strerror}")
    say(f"{out}: written")
    return OK


def _drawn(chart: Chart, form: str, *, plain: bool) -> str:
    match form:
        case "mermaid":
            return as_mermaid(chart)
        case "dot":
            return as_dot(chart)
        case "text":
            return as_text(chart)
        case _:
            return as_svg(chart, on_a_sheet(chart, _placer(plain=plain)))


def _placer(*, plain: bool) -> Placer:
    program = None if plain else shutil.which(graphviz.COMMAND[0])
    if program is None:
        return layered.place
    return _Graphviz(program)


class _Graphviz:
    """Lays out with a program; where it fails, in the plain way."""

    def __init__(self, program: str) -> None:
        self._program = program

    def __call__(
        self, cards: Sequence[Card], down: Mapping[SceneId, Sequence[SceneId]]
    ) -> Placement:
        try:
            first = self._placed(cards)
            return self._placed(graphviz.turned(cards, first))
        except (OSError, subprocess.SubprocessError, graphviz.StrangeAnswerError):
            return layered.place(cards, down)

    def _placed(self, cards: Sequence[Card]) -> Placement:
        done = subprocess.run(  # noqa: S603 - found on the path by its name
            [self._program, *graphviz.COMMAND[1:]],
            input=graphviz.asked(cards),
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=True,
        )
        return graphviz.understood(cards, done.stdout)
