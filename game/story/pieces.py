"""Shared pieces: files with scenes that many stories use.

Knows the file of a piece; not the stories that it is put into.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.source import Mark
from game.story import keys
from game.story.model import BACK
from game.story.nodes import Node, Row, Table, Text
from game.story.reading import Reading, close_to
from game.story.tree import read

Pieces: TypeAlias = Callable[[str], "PieceText | NoPiece | None"]
"""Finds the file of a piece by its name; or where it should be, if that can be said."""

_PIECE: Final = keys.names(keys.PIECE)
_PIECE_NEEDED: Final = keys.needed(keys.PIECE)
_ARGUMENT: Final = re.compile(r"\$([a-z][a-z0-9_-]*)")


@dataclass(frozen=True, slots=True)
class PieceText:
    """The text of a piece's file, and the file's name in marks."""

    text: str
    file: str


@dataclass(frozen=True, slots=True)
class NoPiece:
    """That a piece has no file, and the name that the file would have in marks."""

    file: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece as its file says: what it needs, how it comes out, its scenes."""

    needs: Mapping[str, str]
    outcomes: tuple[str, ...]
    start: str
    scenes: Mapping[str, tuple[Mark, Node]]


def no_pieces(name: str) -> PieceText | None:  # noqa: ARG001 - it is a Pieces
    """Find no piece: for stories that stand alone."""
    return None


def back_is_no_scene(reading: Reading, key: Text) -> None:
    """Note that a scene has the id of no scene."""
    reading.add(
        key.mark,
        "'back' is where telling began, and no scene",
        "reserved-name",
        "give the scene another id",
    )


class PieceReader:
    """Reads the files of pieces."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def read(self, source: PieceText) -> Piece | None:
        """Read a piece; None, with problems noted, if it cannot be used."""
        reading = self._reading
        tree, problems = read(source.text, source.file)
        reading.take(problems)
        table = reading.table(tree, "a piece")
        if table is None:
            return None
        reading.keys(table, "a piece", _PIECE, _PIECE_NEEDED)
        scenes = reading.table(table.at.get("scenes"), "scenes")
        start = reading.text(table.at.get("start"), "start")
        if scenes is None or start is None:
            return None
        before = reading.count
        bodies = {key.value: (key.mark, steps) for key, steps in scenes.entries}
        reading.one_of(start, "scene", bodies, "unknown-scene")
        needs, outcomes = self._needs(table), self._names(table)
        for key, steps in scenes.entries:
            self._scene(key, steps, needs, outcomes)
        if reading.count > before:
            return None
        return Piece(needs, outcomes, start.value, bodies)

    def _scene(
        self, key: Text, steps: Node, needs: Mapping[str, str], outcomes: Iterable[str]
    ) -> None:
        """Note what is wrong with a scene of a piece before it is filled."""
        reading = self._reading
        if reading.id(key, "a scene") == BACK:
            back_is_no_scene(reading, key)
        if key.value in outcomes:
            reading.add(
                key.mark,
                f"{key.value!r} is an outcome of the piece already",
                "duplicate-id",
                "give the scene another id, so that a goto can mean only one",
            )
        use = use_of(steps)
        if use is not None:
            reading.add(
                use.mark,
                "a piece cannot use another piece",
                "piece-in-a-piece",
                "write out what should happen here, or use both in the story",
            )
        for text in _texts_of(steps):
            for name in _ARGUMENT.findall(text.value):
                if name not in needs:
                    reading.add(
                        text.mark,
                        f"the piece has no {name!r} to put in for ${name}",
                        "unknown-argument",
                        close_to(name, needs) or f"add '{name}: text' under 'needs:'",
                    )

    def _needs(self, table: Table) -> dict[str, str]:
        needs = self._reading.table(table.at.get("needs"), "needs")
        found: dict[str, str] = {}
        for key, node in needs.entries if needs is not None else ():
            kind = self._reading.one_of(
                self._reading.text(node, "a need"), "kind", keys.NEEDS, "unknown-kind"
            )
            found[self._reading.id(key, "an argument")] = kind or "text"
        return found

    def _names(self, table: Table) -> tuple[str, ...]:
        texts = self._reading.texts(table.at.get("outcomes"), "outcomes")
        return tuple(self._reading.id(text, "an outcome") for text in texts)


def use_of(steps: Node) -> Table | None:
    """Return the last step of a scene if it uses a piece."""
    last = steps.last if isinstance(steps, Row) else None
    return last if isinstance(last, Table) and "use" in last.names else None


def _texts_of(node: Node) -> Iterator[Text]:
    match node:
        case Text():
            yield node
        case Row(items):
            for item in items:
                yield from _texts_of(item)
        case _:
            for key, value in node.entries:
                yield key
                yield from _texts_of(value)
