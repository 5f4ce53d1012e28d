"""What the player set, and the file it is kept in. Holds nothing personal.

The file is readable, written whole or not at all, and never trusted.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from game.phone.look import TEXT_SIZES
from game.phone.pace import Pace

FILE: Final = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this player plays.

    ``text`` is in per cent. ``nation`` is an id of the help directory, empty for its
    usual one. ``company`` says that somebody plays along.
    """

    text: int = 100
    pace: Pace = Pace.NORMAL
    motion: bool = True
    nation: str = ""
    company: bool = False


def load(folder: Path) -> Settings:
    """Read the settings kept in *folder*; what is missing or broken is as usual."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    settings = Settings()
    for name, allowed in _ALLOWED.items():
        value = kept.get(name)
        if allowed(value):
            settings = replace(settings, **{name: value})
    return replace(settings, pace=Pace(settings.pace))


def save(folder: Path, settings: Settings) -> bool:
    """Keep the settings in *folder*; return whether that was possible."""
    whole = folder / FILE
    part = folder / f"{FILE}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        part.replace(whole)
    except OSError:
        return False
    return True


def forget(folder: Path) -> None:
    """Wipe the settings kept in *folder*."""
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError:
        # A read-only folder: empty the file if that is allowed, else it stays.
        save(folder, Settings())


_ALLOWED: Final[dict[str, Callable[[Any], bool]]] = {
    "text": lambda value: type(value) is int and value in TEXT_SIZES,
    "pace": lambda value: isinstance(value, str) and value in set(Pace),
    "motion": lambda value: isinstance(value, bool),
    "nation": lambda value: isinstance(value, str) and len(value) < 40,  # noqa: PLR2004 (no id is longer)
    "company": lambda value: isinstance(value, bool),
}
