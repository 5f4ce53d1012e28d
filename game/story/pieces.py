"""Shared pieces: scenes that many stories use, put in with their arguments.

Knows the file of a piece and how it is filled; not what its steps mean.
"""

import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.source import Mark
from game.story.model import BACK
from game.story.reading import Reading, close_to, fill
from game.story.tree import Node, Row, Table, Text, read

Pieces: TypeAlias = Callable[[str], "PieceText | None"]
"""Finds the file of a piece by its name, or None."""

_KEYS: Final = ("piece", "needs", "outcomes", "start", "scenes")
_KINDS: Final = ("contact", "text")
_ARGUMENT: Final = re.compile(r"\$([a-z][a-z0-9_-]*)")


@dataclass(frozen=True, slots=True)
class PieceText:
    """The text of a piece's file, and the file's name in marks."""

    text: str
    file: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece as its file says: what it needs, how it comes out, its scenes."""

    needs: Mapping[str, str]
    outcomes: tuple[str, ...]
    start: str
    scenes: Mapping[str, tuple[Mark, Node]]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the ids of scenes in a piece of text point to.

    ``names`` maps the ids that may follow ``goto:`` to the ids of the whole story.
    """

    names: Mapping[str, str]

    def find(self, name: str) -> str | None:
        """Return the id in the story, or None if nothing is called so."""
        return BACK if name == BACK else self.names.get(name)


@dataclass(frozen=True, slots=True)
class SceneText:
    """The steps of a scene before they are understood."""

    id: str
    mark: Mark
    steps: Node
    scope: Scope


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


class Expander:
    """Puts pieces into the scenes of one story."""

    def __init__(
        self, reading: Reading, pieces: Pieces, contacts: Mapping[str, str]
    ) -> None:
        """Take the display name of each contact by id."""
        self._reading = reading
        self._pieces = pieces
        self._contacts = contacts
        self._read: dict[str, Piece | None] = {}

    def expand(self, scenes: Mapping[str, tuple[Mark, Node]]) -> tuple[SceneText, ...]:
        """Return all scenes of the story with each ``use:`` played out.

        A scene that uses a piece goes on to the piece's first scene; the scenes of
        the piece are called after it, ``told-mum/ask``.
        """
        names = {name: name for name in scenes}
        scope = Scope(names)
        found: list[SceneText] = []
        for name, (mark, steps) in scenes.items():
            use = _use_of(steps)
            if use is None:
                found.append(SceneText(name, mark, steps, scope))
                continue
            start, added = self._put_in(name, use, scope)
            # A copy of all names for every use would take the square of their number.
            entry = Scope(ChainMap({start: start}, names))
            into = _with_goto(steps, start, use.mark)
            found += [SceneText(name, mark, into, entry), *added]
        return tuple(found)

    def _put_in(
        self, scene: str, use: Table, scope: Scope
    ) -> tuple[str, tuple[SceneText, ...]]:
        reading = self._reading
        reading.keys(use, "a use", ("use", "with", "outcomes"))
        name = reading.text(use.at["use"], "use")
        piece = self._piece(name) if name is not None else None
        if piece is None:
            return BACK, ()
        before = reading.count
        arguments = self._arguments(piece, use)
        outcomes = self._outcomes(piece, use, scope)
        if reading.count > before:
            # With something missing, the steps of the piece would only seem wrong.
            return BACK, ()
        names = {inner: f"{scene}/{inner}" for inner in piece.scenes}
        inside = Scope(names | outcomes)
        return f"{scene}/{piece.start}", tuple(
            SceneText(f"{scene}/{inner}", mark, fill(steps, arguments), inside)
            for inner, (mark, steps) in piece.scenes.items()
        )

    def _arguments(self, piece: Piece, use: Table) -> dict[str, str]:
        reading = self._reading
        given = reading.table(use.at.get("with"), "with") if "with" in use.at else None
        at = given.at if given is not None else {}
        arguments: dict[str, str] = {}
        for need, kind in piece.needs.items():
            if need not in at:
                reading.add(
                    use.mark,
                    f"the piece needs {need!r}, a {kind}",
                    "missing-argument",
                    f"add '{need}:' under 'with:'",
                )
            elif kind == "contact":
                contact = reading.one_of(
                    reading.text(at[need], need),
                    "contact",
                    self._contacts,
                    "unknown-contact",
                )
                if contact is not None:
                    arguments[need] = contact
                    arguments[f"{need}.name"] = self._contacts[contact]
            else:
                arguments[need] = reading.prose(at[need], need)
        for key, _ in given.entries if given is not None else ():
            if key.value not in piece.needs:
                reading.add(
                    key.mark,
                    f"the piece needs no {key.value!r}",
                    "unknown-argument",
                    close_to(key.value, piece.needs) or "delete this line",
                )
        return arguments

    def _outcomes(self, piece: Piece, use: Table, scope: Scope) -> dict[str, str]:
        reading = self._reading
        given = use.at.get("outcomes")
        table = reading.table(given, "outcomes") if given is not None else None
        at = table.at if table is not None else {}
        found: dict[str, str] = {}
        for outcome in piece.outcomes:
            if outcome not in at:
                reading.add(
                    use.mark,
                    f"the piece can come out as {outcome!r}, and nothing follows",
                    "missing-outcome",
                    f"add '{outcome}: scene' under 'outcomes:'",
                )
                continue
            text = reading.text(at[outcome], "an outcome")
            to = reading.one_of(text, "scene", (*scope.names, BACK), "unknown-scene")
            found[outcome] = to or BACK
        for key, _ in table.entries if table is not None else ():
            if key.value not in piece.outcomes:
                reading.add(
                    key.mark,
                    f"the piece never comes out as {key.value!r}",
                    "unknown-outcome",
                    close_to(key.value, piece.outcomes) or "delete this line",
                )
        return found

    def _piece(self, name: Text) -> Piece | None:
        if name.value not in self._read:
            source = self._pieces(name.value)
            if source is None:
                self._reading.add(
                    name.mark,
                    f"no shared piece is called {name.value!r}",
                    "unknown-piece",
                    "pieces are the files in scenarios/_shared, without .yaml",
                )
            self._read[name.value] = None if source is None else self._load(source)
        return self._read[name.value]

    def _load(self, source: PieceText) -> Piece | None:
        reading = self._reading
        tree, problems = read(source.text, source.file)
        reading.take(problems)
        table = reading.table(tree, "a piece")
        if table is None:
            return None
        reading.keys(table, "a piece", _KEYS, ("piece", "outcomes", "start", "scenes"))
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
        use = _use_of(steps)
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
                self._reading.text(node, "a need"), "kind", _KINDS, "unknown-kind"
            )
            found[self._reading.id(key, "an argument")] = kind or "text"
        return found

    def _names(self, table: Table) -> tuple[str, ...]:
        texts = self._reading.texts(table.at.get("outcomes"), "outcomes")
        return tuple(self._reading.id(text, "an outcome") for text in texts)


def _use_of(steps: Node) -> Table | None:
    """Return the last step of a scene if it uses a piece."""
    if isinstance(steps, Row) and steps.items:
        last = steps.items[-1]
        if isinstance(last, Table) and "use" in last.at:
            return last
    return None


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


def _with_goto(steps: Node, scene: str, mark: Mark) -> Row:
    """Return the steps of a scene with a goto in place of its last."""
    before = steps.items[:-1] if isinstance(steps, Row) else ()
    return Row((*before, _goto(scene, mark)), steps.mark)


def _goto(scene: str, mark: Mark) -> Table:
    key, value = Text("goto", mark), Text(scene, mark)
    return Table(((key, value),), mark, {"goto": value})
