"""What the player set, and the file it is kept in. Holds nothing personal.

The file is readable, written whole or not at all, and never trusted.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from game.files import write_whole
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
    usual = Settings()
    text, pace = kept.get("text"), kept.get("pace")
    motion, company = kept.get("motion"), kept.get("company")
    nation = kept.get("nation")
    return Settings(
        text=text if type(text) is int and text in TEXT_SIZES else usual.text,
        pace=Pace(pace) if isinstance(pace, str) and pace in set(Pace) else usual.pace,
        motion=motion if isinstance(motion, bool) else usual.motion,
        nation=nation if isinstance(nation, str) else usual.nation,
        company=company if isinstance(company, bool) else usual.company,
    )


def save(folder: Path, settings: Settings) -> bool:
    """Keep the settings in *folder*; return whether that was possible."""
    text = json.dumps(asdict(settings), indent=2) + "\n"
    try:
        write_whole(folder / FILE, text)
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
