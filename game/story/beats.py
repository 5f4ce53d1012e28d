"""What a scene says, in beats: lines that are shown together.

Knows how beats follow on one another; not how a line is written.
"""

from game.story.model import Beat, Effect, Line, SceneId


class Beats:
    """Collects the beats of one scene in order."""

    def __init__(self) -> None:
        self._beats: list[Beat] = []
        self._lines: list[Line] = []
        self._effects: list[Effect] = []

    def add(self, lines: tuple[Line, ...], effects: tuple[Effect, ...] = ()) -> None:
        """Add what always comes: to what came just before, if that does as well."""
        self._lines += lines
        self._effects += effects

    def add_alone(self, beat: Beat) -> None:
        """Add a beat that depends on something."""
        self.close()
        self._beats.append(beat)

    def close(self, goto: SceneId | None = None) -> None:
        """Let nothing more be added to what came before; after it, go on to *goto*."""
        if self._lines or self._effects or goto is not None:
            beat = Beat(tuple(self._lines), tuple(self._effects), None, goto)
            self._beats.append(beat)
            self._lines, self._effects = [], []

    def all(self) -> tuple[Beat, ...]:
        """Return all beats."""
        self.close()
        return tuple(self._beats)
