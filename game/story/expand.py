"""The scenes of a story with the shared pieces put in.

Knows how a piece is filled and where it leads; not what its steps mean.
"""

from collections.abc import Mapping
from typing import Final

from game.source import Mark
from game.story import keys
from game.story.model import BACK, SceneId
from game.story.nodes import Node, Row, Table, Text
from game.story.pieces import (
    NoPiece,
    Piece,
    PieceReader,
    Pieces,
    PieceText,
    use_of,
)
from game.story.reading import Reading, close_to, fill
from game.values import value

_USE: Final = ("use", *keys.names(keys.STEP_BESIDE["use"]))


@value()
class Scope:
    """Where the ids of scenes in a piece of text point to.

    ``names`` maps the ids that may follow ``goto:`` to the ids of the whole story.
    """

    names: Mapping[str, str]

    def find(self, name: str) -> str | None:
        """Return the id in the story, or None if nothing is called so."""
        return BACK if name == BACK else self.names.get(name)


@value()
class Use:
    """The last step of a scene that plays a piece: where it stands and leads."""

    start: SceneId
    mark: Mark


@value()
class SceneText:
    """The steps of a scene before they are understood.

    ``use`` follows after them. ``arguments`` are what a use puts into those of a
    shared piece; None for others.
    """

    id: str
    mark: Mark
    written: Node
    scope: Scope
    use: Use | None = None
    arguments: Mapping[str, str] | None = None

    @property
    def shared(self) -> bool:
        """Whether they come from a piece, which knows no facts of the story."""
        return self.arguments is not None

    @property
    def steps(self) -> Node:
        """The steps, with the arguments put in; made anew each time."""
        return fill(self.written, self.arguments or {})


class Expander:
    """Puts pieces into the scenes of one story."""

    def __init__(
        self, reading: Reading, pieces: Pieces, contacts: Mapping[str, str]
    ) -> None:
        """Take the display name of each contact by id."""
        self._reading = reading
        self._pieces = pieces
        self._contacts = contacts
        self._reader = PieceReader(reading)
        self._read: dict[str, Piece | None] = {}

    def expand(self, scenes: Table) -> tuple[SceneText, ...]:
        """Return all scenes of the story with each ``use:`` played out.

        A scene that uses a piece goes on to the piece's first scene; the scenes of
        the piece are called after it, ``told-mum/ask``.
        """
        names = dict(zip(scenes.names, scenes.names, strict=True))
        scope = Scope(names)
        found: list[SceneText] = []
        for key, steps in scenes.entries:
            name, mark = key.value, key.mark
            use = use_of(steps)
            if use is None or not isinstance(steps, Row):
                found.append(SceneText(name, mark, steps, scope))
                continue
            start, added = self._put_in(name, use, scope)
            entry = Use(SceneId(start), use.mark)
            found.append(SceneText(name, mark, steps.without_last, scope, entry))
            found += added
        return tuple(found)

    def _put_in(
        self, scene: str, use: Table, scope: Scope
    ) -> tuple[str, tuple[SceneText, ...]]:
        reading = self._reading
        reading.keys(use, "a use", _USE)
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
            SceneText(f"{scene}/{inner}", mark, steps, inside, None, arguments)
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
            back = text is not None and text.value == BACK
            to = (
                None
                if back
                else reading.one_of(text, "scene", scope.names, "unknown-scene")
            )
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
            if not isinstance(source, PieceText):
                self._reading.add(
                    name.mark,
                    f"no shared piece is called {name.value!r}",
                    "unknown-piece",
                    f"there is no file {source.file}"
                    if isinstance(source, NoPiece)
                    else "pieces lie in the folder _shared beside the story's folder",
                )
            self._read[name.value] = (
                self._reader.read(source) if isinstance(source, PieceText) else None
            )
        return self._read[name.value]
