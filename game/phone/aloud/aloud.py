"""Reads pages aloud, one text after another, and stops at once when it has to."""

from collections import deque
from collections.abc import Callable

from game.phone.aloud.reading import Reading
from game.phone.aloud.voices import Voice
from game.phone.spoken.tree import Tree


class Aloud:
    """What is being read, and what comes after it; changes with pages and time.

    The voice is looked for when there is first something to read. Without one nothing
    is heard, and nothing is ever waited for.
    """

    def __init__(self, find: Callable[[], Voice | None] = lambda: None) -> None:
        self._find = find
        self._voice: Voice | None = None
        self._looked = False
        self._reading: Reading | None = None
        self._queue: deque[str] = deque()
        self._speaks = False

    @property
    def on(self) -> bool:
        """Whether pages are read, as long as nobody calls ``off``."""
        return self._reading is not None

    @property
    def speaking(self) -> bool:
        """Whether something is being read, or is about to be."""
        return self._speaks or bool(self._queue)

    def show(self, tree: Tree, *, focus: str = "", answers: bool = True) -> None:
        """Read what is new on a page, after what is being read.

        Args:
            tree: The page that is up.
            focus: What the ring of one switch is around, if there is one.
            answers: Whether answers are read by themselves; else they are counted.
        """
        if self._reading is None:
            self._reading = Reading()
        self._say(self._reading.of(tree, focus=focus, answers=answers))

    def again(self, tree: Tree) -> None:
        """Read what was read last once more."""
        if self._reading is not None:
            self.hush()
            self._say(self._reading.again(tree))

    def hush(self) -> None:
        """Stop, and forget what was to come."""
        self._queue.clear()
        self._speaks = False
        if self._voice is not None:
            self._voice.stop()

    def off(self) -> None:
        """Stop, and remember nothing of what was read."""
        self.hush()
        self._reading = None

    def close(self) -> None:
        """Stop for good."""
        self.off()
        if self._voice is not None:
            self._voice.close()

    def pass_time(self, elapsed: int) -> None:
        """Let *elapsed* milliseconds pass: what is said is followed by the next."""
        if self._voice is None:
            return
        self._speaks = self._speaks and self._voice.pass_time(elapsed)
        if self._queue and not self._speaks:
            self._voice.speak(self._queue.popleft())
            self._speaks = True

    def _say(self, lines: list[str]) -> None:
        if lines and not self._looked:
            self._looked = True
            self._voice = self._find()
        if self._voice is not None:
            self._queue += [line for line in lines if line]
