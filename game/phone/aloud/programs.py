"""Programs that speak, each where it is usual."""

import shutil
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Program:
    """A program that says a text and ends when that is said.

    The text goes in as input, or as the last argument. ``hush`` is run as well to
    stop it, where what speaks is not the program itself.
    """

    command: tuple[str, ...]
    argument: bool = False
    hush: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return self.command[0]


PROGRAMS: Final = (
    Program(
        ("spd-say", "--wait", "--language", "en", "--"),
        argument=True,
        hush=("spd-say", "--cancel"),
    ),
    Program(("say", "-f", "-")),
    Program(("espeak-ng", "-v", "en-gb", "--stdin")),
    Program(("espeak", "-v", "en-gb", "--stdin")),
)
"""In the order in which they are looked for; no system has all of them."""


def found() -> Program | None:
    """Return the first of them that is on this computer."""
    return next((one for one in PROGRAMS if shutil.which(one.name)), None)
