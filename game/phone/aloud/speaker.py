"""Says every line that comes in, in place of the one before; an empty one says nothing.

A program beside the game, ``python -m game.phone.aloud.speaker``. To start a program
can take longer than a frame has time for, and is left to this one. When the game ends,
however that is, the lines end, and with them the voice. After a line that was said to
its end its number goes out, counted from 1.
"""

import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, TextIO

from game.phone.aloud.programs import Program, found

HUSHING: Final = 1
"""Seconds after which a program that is to stop another is taken to hang."""


class Speaker:
    """Starts the program for each line, and stops it."""

    def __init__(self, program: Program, out: TextIO) -> None:
        self._program = program
        self._out = out
        self._running: subprocess.Popen[bytes] | None = None

    def take(self, lines: Iterable[str]) -> None:
        """Say lines until there are no more."""
        try:
            for number, line in enumerate(lines, start=1):
                self._stop()
                if line.strip():
                    self._say(line.strip(), number)
        finally:
            self._stop()

    def _say(self, text: str, number: int) -> None:
        program = self._program
        command = (*program.command, text) if program.argument else program.command
        try:
            running = subprocess.Popen(  # noqa: S603 (one of our table)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            # It was there when it was looked for; the next text may find it again.
            return
        self._running = running
        given = b"" if program.argument else text.encode()
        waiting = threading.Thread(target=self._wait, args=(running, given, number))
        waiting.daemon = True
        waiting.start()

    def _wait(
        self, running: "subprocess.Popen[bytes]", text: bytes, number: int
    ) -> None:
        """Wait until a text was said, and tell if it was."""
        with suppress(OSError):
            running.communicate(text)
        if running.returncode >= 0 and self._running is running:
            with suppress(OSError):
                self._out.write(f"{number}\n")
                self._out.flush()

    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is None or running.poll() is not None:
            return
        running.kill()
        if self._program.hush:
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(  # noqa: S603 (one of our table)
                    self._program.hush,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    check=False,
                    timeout=HUSHING,
                )


def main() -> None:
    """Say the lines of the standard input with the voice of this computer."""
    program = found()
    if program is not None:
        sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        Speaker(program, sys.stdout).take(sys.stdin)


if __name__ == "__main__":
    main()
