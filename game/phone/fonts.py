"""The letters: Lexend, its weights made once and kept. Opens fonts, draws nothing."""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import pygame

from game.phone.look import Look, Style

WEIGHTS: Final = {
    False: ("Lexend-Regular.ttf", 400),
    True: ("Lexend-SemiBold.ttf", 600),
}


LARGE: Final = 28
"""From this size on, in pixels, letters are drawn only twice as large first."""


def variable() -> Path:
    """Return the font with all weights in it, as its package has it.

    Raises:
        FileNotFoundError: If the package is not installed whole.
    """
    spec = importlib.util.find_spec("fontpkg_lexend")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("fontpkg_lexend")
    return Path(spec.origin).parent / "files" / "Lexend[wght].ttf"


def cache_folder() -> Path:
    """Return where the weights are kept: with all that can be made anew."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home())
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "whos-typing"


def missing(folder: Path) -> bool:
    """Whether a weight has to be made still."""
    return not all((folder / name).is_file() for name, _ in WEIGHTS.values())


def make_weights(folder: Path) -> None:
    """Make the static weights in *folder*, each whole or not at all; takes a second."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 (heavy, and rarely needed)
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    for name, weight in WEIGHTS.values():
        font = instantiateVariableFont(TTFont(str(variable())), {"wght": weight})
        handle, part = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
        with os.fdopen(handle, "wb") as file:
            font.save(file)
        Path(part).replace(folder / name)


def make_weights_aside(folder: Path) -> subprocess.Popen[bytes] | None:
    """Start making the weights beside the game, for its next start.

    In a program of its own: it neither holds up a frame nor stays in memory. Returns
    None where nothing needs to be made or none can be started.
    """
    if not missing(folder) or getattr(sys, "frozen", False):
        return None
    try:
        return subprocess.Popen(  # noqa: S603 (our own module)
            [sys.executable, "-m", "game.phone.fonts", str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None


class Fonts:
    """Letters by size, each font opened once. A weight not there yet is regular.

    Lines are drawn larger and scaled down: at the sizes of running text, letters
    would otherwise be moved to whole pixels and stand unevenly.
    """

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or cache_folder()
        usual = variable()
        self._paths = {
            bold: kept if (kept := folder / name).is_file() else usual
            for bold, (name, _) in WEIGHTS.items()
        }
        self._fonts: dict[tuple[int, bool], pygame.font.Font] = {}
        self._widths: dict[tuple[str, int, bool], int] = {}

    def width(self, look: Look, text: str, style: Style) -> int:
        """Return the width of one line, in pixels."""
        key = text, look.font(style), look.bold(style)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > 20_000:  # noqa: PLR2004 (a few megabytes at most)
                self._widths.clear()
            wide = self._font(look, style).size(text)[0]
            found = self._widths[key] = -(-wide // _finer(look, style))
        return found

    def line(self, look: Look, text: str, style: Style, ink: str) -> pygame.Surface:
        """Return one line, drawn."""
        drawn = self._font(look, style).render(text, True, ink)  # noqa: FBT003
        finer = _finer(look, style)
        width, height = drawn.get_size()
        if not width:
            # Nothing to see in it; scaling no pixels would crash.
            return drawn
        size = max(1, -(-width // finer)), max(1, round(height / finer))
        return pygame.transform.smoothscale(drawn, size)

    def _font(self, look: Look, style: Style) -> pygame.font.Font:
        key = look.font(style) * _finer(look, style), look.bold(style)
        if key not in self._fonts:
            self._fonts[key] = _open(self._paths[key[1]], key[0])
        return self._fonts[key]


def _open(path: Path, size: int) -> pygame.font.Font:
    """Open a font; instead of a damaged one, the one of the package."""
    try:
        font = pygame.font.Font(path, size)
        # Some damage shows only when the font is used.
        font.size("a")
    except (pygame.error, OSError):
        return pygame.font.Font(variable(), size)
    return font


def _finer(look: Look, style: Style) -> int:
    """Return how many times larger a style is drawn."""
    return 3 if look.font(style) < LARGE else 2


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)
    make_weights(Path(sys.argv[1]))
