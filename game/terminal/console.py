"""Lines out, answers in: the two functions that the terminal is given, made polite.

Knows no stories. Prints nothing itself.
"""

import textwrap
from collections.abc import Callable

from game.words import say


class Left(Exception):  # noqa: N818 - leaving is no error
    """The player leaves now; ``quickly`` with a key, or because no input is left."""

    def __init__(self, *, quickly: bool) -> None:
        super().__init__(quickly)
        self.quickly = quickly


class Console:
    """Shows lines and asks questions.

    ``width`` is in characters; 0 leaves lines as long as they are, which is what
    pipes and screen readers want.
    """

    def __init__(
        self,
        read: Callable[[str], str | None],
        write: Callable[[str], None],
        width: int = 0,
    ) -> None:
        self._read = read
        self._write = write
        self._width = width

    def show(self, *lines: str) -> None:
        """Write lines, each on its own."""
        for line in lines:
            for part in self._wrapped(line):
                self._write(part)

    def ask(self, question: str) -> str:
        """Ask, and return the answer in small letters; empty for Enter alone.

        Raises:
            Left: If the answer is to leave, or there is no more input.
        """
        # The question ends its line, so what comes next never sticks to it in a pipe.
        answer = self._read("\n".join((*self._wrapped(question), "")))
        if answer is None:
            raise Left(quickly=False)
        answer = answer.strip().casefold()
        if answer in {"q", "quit"}:
            raise Left(quickly=True)
        return answer

    def pick(self, question: str, count: int, *, skip: bool = True) -> int | None:
        """Ask for a number from 1 to *count*, again until it is one.

        Returns:
            The number less 1; None for Enter alone, which only counts with *skip*.

        Raises:
            Left: As for ``ask``.
        """
        numbers = [str(number) for number in range(1, count + 1)]
        while True:
            answer = self.ask(question)
            if answer in numbers:
                return numbers.index(answer)
            if not answer and skip:
                return None
            self.show(
                say(
                    "That did not work. Please type a number from 1 to {count}."
                ).format(count=count)
            )

    def _wrapped(self, line: str) -> list[str]:
        if not self._width:
            return [line]
        return textwrap.wrap(line, self._width) or [""]
