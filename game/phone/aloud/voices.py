"""The voice of this computer: a program beside the game that says line after line."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from typing import Final, Protocol

LETTER: Final = 75
"""Milliseconds a voice takes for a letter, some 150 words a minute: our own guess."""
START: Final = 500
"""Milliseconds until it begins."""
LATE: Final = 3
"""After how many times as long as expected a voice is taken to hang."""

POWERSHELL: Final = """
[Console]::InputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $voice.SpeakAsyncCancelAll()
  if ($line) { [void]$voice.SpeakAsync($line) }
}
$voice.SpeakAsyncCancelAll()
"""
"""Does on Windows what ``speaker`` does elsewhere, but for telling when it is done."""


class Voice(Protocol):
    """A voice. Every call returns at once, whatever becomes of what is said."""

    def speak(self, text: str) -> None:
        """Say a text, in place of what is being said."""

    def stop(self) -> None:
        """Say nothing more."""

    def close(self) -> None:
        """Stop for good."""

    def pass_time(self, elapsed: int) -> bool:
        """Let *elapsed* milliseconds pass; return whether it still speaks."""


def find() -> Voice | None:
    """Return the voice of this computer, None if there is none."""
    if sys.platform == "win32":
        shell = shutil.which("powershell") or shutil.which("pwsh")
        if shell is None:
            return None
        return LineVoice((shell, "-NoProfile", "-Command", POWERSHELL), tells=False)
    from game.phone.aloud import programs  # noqa: PLC0415 (not for those who read)

    if programs.found() is None or getattr(sys, "frozen", False):
        return None
    return LineVoice((sys.executable, "-m", "game.phone.aloud.speaker"), tells=True)


def expected(text: str) -> int:
    """Return how many milliseconds it takes to say a text, roughly."""
    return START + LETTER * len(text)


class LineVoice:
    """A program that says every line it gets, in place of the one before.

    It is started with the first. One that *tells* writes the number of each line when
    it was said; of another one it is guessed how long it speaks.
    """

    def __init__(self, command: tuple[str, ...], *, tells: bool) -> None:
        self._command = command
        self._tells = tells
        self._running: subprocess.Popen[bytes] | None = None
        self._lines = 0
        self._heard = b""
        self._left = 0

    def speak(self, text: str) -> None:
        """Say a text, in place of what is being said."""
        if self._running is None or self._running.poll() is not None:
            self.close()
            self._running = _start(self._command)
        self._left = expected(text) * (LATE if self._tells else 1)
        self._line(" ".join(text.split()))

    def stop(self) -> None:
        """Say nothing more."""
        self._left = 0
        self._line("")

    def close(self) -> None:
        """Stop for good; the program ends when nothing more comes."""
        running, self._running = self._running, None
        self._lines, self._heard, self._left = 0, b"", 0
        if running is None:
            return
        assert running.stdin is not None
        assert running.stdout is not None
        with suppress(OSError):
            running.stdin.close()
        running.stdout.close()
        try:
            running.wait(timeout=1)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()

    def pass_time(self, elapsed: int) -> bool:
        """Let *elapsed* milliseconds pass; return whether it still speaks."""
        self._left = max(0, self._left - elapsed)
        if self._left and self._tells and self._said():
            self._left = 0
        return self._left > 0

    def _said(self) -> bool:
        """Return whether the last line was said, or never will be."""
        if self._running is None or self._running.poll() is not None:
            return True
        assert self._running.stdout is not None
        with suppress(BlockingIOError):
            self._heard += os.read(self._running.stdout.fileno(), 4096)
        return str(self._lines).encode() in self._heard.split()

    def _line(self, text: str) -> None:
        if self._running is None:
            return
        assert self._running.stdin is not None
        self._lines += 1
        self._heard = b""
        with suppress(OSError):
            self._running.stdin.write(f"{text}\n".encode())


def _start(command: tuple[str, ...]) -> "subprocess.Popen[bytes] | None":
    """Start a program that shows no window and is never waited for."""
    try:
        started = subprocess.Popen(  # noqa: S603 (a command of this module)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            bufsize=0,
        )
    except OSError:
        return None
    if sys.platform != "win32":
        for pipe in (started.stdin, started.stdout):
            assert pipe is not None
            os.set_blocking(pipe.fileno(), False)
    return started
