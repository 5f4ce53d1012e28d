"""Where something stands in a file, and what is wrong there.

Knows neither stories nor the disk: texts come in, sentences go out.
"""

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from typing import Final

from game.values import value

LONGEST_LINE: Final = 200
"""Characters of a line that are quoted; of a longer one, those around the place."""

LONGEST_PLAY: Final = 12
"""Steps of a play that are shown; of a longer one, the last."""


@value(order=True)
class Mark:
    """A place in a file.

    ``line`` and ``column`` count from 1; ``width`` is in characters, at least 1.
    """

    file: str
    line: int
    column: int
    width: int = field(default=1, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@value(order=True)
class Problem:
    """Something an author should look at, where it is, and what may help.

    ``rule`` names the rule that was broken, as in ``docs/reference/problems.md``.
    ``play`` is what a player does to see it, as play-throughs write it: empty at the
    very beginning, None where nothing needs to be played.
    """

    mark: Mark
    message: str
    rule: str
    hint: str = ""
    play: tuple[str, ...] | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.mark}: {self.message} [{self.rule}]"

    def render(self, texts: Mapping[str, str]) -> str:
        """Show the problem under its own line, ready to print.

        Args:
            texts: The text of each file by its name in the marks; a file that is
                not there is named but not quoted.
        """
        shown = [str(self)]
        lines = _lines(texts.get(self.mark.file, ""))
        if 1 <= self.mark.line <= len(lines):
            line, column = lines[self.mark.line - 1], self.mark.column
            if len(line) > LONGEST_LINE:
                cut = max(0, column - LONGEST_LINE // 2)
                line, column = line[cut : cut + LONGEST_LINE], column - cut
            gutter = f"{self.mark.line:>5} | "
            # Tabs would push the carets off their place: the blank copies them.
            lead = "".join(
                "\t" if letter == "\t" else " " for letter in line[: column - 1]
            )
            room = max(1, len(line) - column + 1)
            carets = "^" * min(self.mark.width, room)
            shown += [f"{gutter}{line}", f"{'|':>7} {lead}{carets}"]
        if self.hint:
            shown.append(f"      = hint: {self.hint}")
        if self.play is not None:
            shown.append(f"      = play: {_in_short(self.play)}")
        return "\n".join(shown)


def _in_short(play: tuple[str, ...]) -> str:
    """Say a play on one line; of a long one, the end."""
    if not play:
        return "(at the very beginning)"
    end = " > ".join(play[-LONGEST_PLAY:])
    return end if len(play) <= LONGEST_PLAY else f"... > {end}"


@value()
class Quieted:
    """A problem that an author quieted, and why."""

    problem: Problem
    reason: str

    def __str__(self) -> str:
        mark, rule = self.problem.mark, self.problem.rule
        return f"{mark.file}:{mark.line}: {rule} is quieted: {self.reason}"


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text, once for all of its problems."""
    return tuple(text.splitlines())


class StoryError(Exception):
    """A story file cannot be played.

    Carries every problem found in one pass, in order of the file, so that an author
    can mend them in one sitting; at least one.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
