"""Fonts for what Lexend has no letters for, found by the characters they have.

First those that are installed as Python packages, then those of the system, which are
looked for by the names they usually have, and only when a character asks for it.
"""

import importlib.util
import os
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from game.phone.fonts.coverage import covers
from game.phone.writing.scripts import script_name

_INDIA: Final = ("nirmala", "nirmalaui")
_NAMES: Final = {
    "Arab": ("segoeui", "geezapro"),
    "Beng": (*_INDIA, "kohinoorbangla", "bangla mn", "lohit-bengali"),
    "Deva": (*_INDIA, "kohinoor", "devanagarimt", "lohit-devanagari"),
    "Gujr": (*_INDIA, "kohinoorgujarati", "lohit-gujarati"),
    "Guru": (*_INDIA, "muktamahee", "gurmukhi mn", "lohit-gurmukhi"),
    "Hang": ("notosanskr", "notosanscjk", "malgun", "applesdgothicneo"),
    "Hani": (
        "notosanssc",
        "notosanscjksc",
        "notosanscjk",
        "msyh",
        "pingfang",
        "hiragino sans gb",
        "stheiti light",
        "wqy-microhei",
    ),
    "Hira": ("notosansjp", "notosanscjk", "yugothm", "hiragino sans w3"),
    "Taml": (*_INDIA, "tamil mn", "lohit-tamil"),
    "Thai": ("leelawui", "thonburi"),
}
"""Names of files without weight and ending, for scripts whose Noto font or whose font
on Windows or macOS is not called after them."""
_NAMES_OF: Final = {"Kana": "Hira", "Bopo": "Hani"}
_LAST: Final = ("notosans", "segoeui", "arial unicode", "dejavusans")
"""Fonts with many scripts."""


@cache
def pack_for(cluster: str, script: str) -> Path | None:
    """Return a font that has all of a cluster, None if none is found."""
    for file in chain(_packaged(), _on_system(script)):
        if covers(file, cluster):
            return file
    return None


@cache
def stronger(file: Path) -> Path | None:
    """Return the semi-bold or bold that belongs to a font, None if there is none."""
    for weight in ("-SemiBold", "-Bold"):
        other = file.with_name(file.name.replace("-Regular", weight))
        if other != file and other.is_file():
            return other
    return None


@cache
def _packaged() -> tuple[Path, ...]:
    """Return the upright fonts of all font packages, Noto's first."""
    names = (found.name for found in pkgutil.iter_modules())
    packages = sorted(
        (name for name in names if name.startswith("fontpkg_")),
        key=lambda name: (not name.startswith("fontpkg_noto_sans"), name),
    )
    specs = (importlib.util.find_spec(name) for name in packages)
    return tuple(
        file
        for spec in specs
        if spec is not None and spec.origin is not None
        for file in sorted((Path(spec.origin).parent / "files").glob("*.ttf"))
        if "Italic" not in file.name and "Bold" not in file.name
    )


def _on_system(script: str) -> Iterator[Path]:
    """Yield the fonts of the system that may be for a script, the best first."""
    files = _system_files()
    key = _NAMES_OF.get(script, script)
    own = script_name(script).replace(" ", "").replace("_", "").lower()
    for name in (f"notosans{own}", *_NAMES.get(key, ()), *_LAST):
        if name in files:
            yield files[name]


@cache
def _system_files() -> dict[str, Path]:
    """Return the regular fonts of the system by their names in small letters."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for place, _, names in os.walk(folder):
            for name in names:
                stem, dot, ending = name.lower().rpartition(".")
                if dot and ending in {"ttf", "otf", "ttc"}:
                    # A variable font names its axes in brackets.
                    key = stem.split("[")[0].removesuffix("-regular")
                    found.setdefault(key, Path(place) / name)
    return found


def _folders() -> tuple[Path, ...]:
    """Return where the system keeps fonts, the user's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home)
        windows = Path(os.environ.get("WINDIR") or r"C:\Windows")
        return local / "Microsoft" / "Windows" / "Fonts", windows / "Fonts"
    if sys.platform == "darwin":
        return (
            home / "Library/Fonts",
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
        )
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    shared = Path("/usr/local/share/fonts"), Path("/usr/share/fonts")
    return data / "fonts", home / ".fonts", *shared
