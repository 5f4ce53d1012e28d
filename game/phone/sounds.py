"""The small sounds of the phone, where the machine can make any. Knows no pages."""

from pathlib import Path
from typing import Final

import pygame

from game.phone.cues import Cue

VOLUME: Final = 0.6
"""How loud they are, of 1: below a voice that reads aloud."""
RATE: Final = 22_050
"""Samples a second, as in the files."""
BUFFER: Final = 512
"""Samples that are made ahead, a fortieth of a second."""


class Sounds:
    """Sounds from a folder, each read when it is first heard.

    The way to the loudspeakers is opened with the first sound, so that nothing waits
    for it at the start. Where there is none, all is silent from then on.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[Cue, pygame.mixer.Sound] = {}
        self._open: bool | None = None

    def play(self, cue: Cue) -> None:
        """Make a sound; nothing where that cannot be done."""
        if self._open is None:
            self._open = _opened()
        if not self._open:
            return
        try:
            if cue not in self._found:
                self._found[cue] = pygame.mixer.Sound(self._folder / f"{cue}.wav")
                self._found[cue].set_volume(VOLUME)
            self._found[cue].play()
        except (pygame.error, OSError):
            self._open = False

    def silence(self) -> None:
        """Stop what is heard, at once."""
        if self._open:
            pygame.mixer.stop()


def _opened() -> bool:
    try:
        pygame.mixer.init(RATE, -16, 1, BUFFER)
    except pygame.error:
        return False
    return True
