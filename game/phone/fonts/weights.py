"""The font files of the two faces; the weights of Lexend are made once and kept.

Opens fonts, draws nothing.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from game.phone.look import Face

WEIGHTS: Final = {
    False: ("Lexend-Regular.ttf", 400),
    True: ("Lexend-SemiBold.ttf", 600),
}


def variable() -> Path:
    """Return Lexend with all weights in it, as its package has it.

    Raises:
        FileNotFoundError: If the package is not installed whole.
    """
    return packaged("fontpkg_lexend", "Lexend[wght].ttf")


def packaged(package: str, name: str) -> Path:
    """Return a font file of a package.

    Raises:
        FileNotFoundError: If the package is not installed whole.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(package)
    return Path(spec.origin).parent / "files" / name


def face_file(face: Face, folder: Path, *, bold: bool) -> Path:
    """Return the file of a face in a weight.

    A weight of Lexend that is not in *folder* yet is regular.

    Raises:
        FileNotFoundError: If the package of the face is not installed whole.
    """
    if face is Face.ATKINSON:
        name = f"AtkinsonHyperlegible-{'Bold' if bold else 'Regular'}.ttf"
        return packaged("fontpkg_atkinson_hyperlegible", name)
    kept = folder / WEIGHTS[bold][0]
    return kept if kept.is_file() else variable()


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
