"""What the player set, and the file it is kept in. Holds nothing personal.

The file is readable, written whole or not at all, and never trusted.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from game.files import wipe_parts, write_whole
from game.phone.company import CLASS_TEXT, Company
from game.phone.look import TEXT_SIZES, Face, Spacing, Theme
from game.phone.pace import Pace

FILE: Final = "settings.json"


SCANS: Final = (0, 1000, 1500, 2000, 3000, 4500)
"""Milliseconds for which one switch rests on each button; 0 is no scanning."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this player plays.

    ``text`` is in per cent. ``face``, ``letters`` and ``lines`` are which letters,
    and how far they and their lines stand apart. ``sound`` is whether small sounds
    are made, ``speech`` whether messages are read aloud. ``scan`` is how many
    milliseconds the focus rests on each button before it moves on by itself, 0 if it
    does not. ``projector`` is for a screen that many look at. ``nation`` is an id of
    the help directory, empty for its usual one. ``company`` is with whom the story is
    played; it is not kept. ``shared`` says that others use this machine too: nothing
    of a play is kept.
    """

    text: int = 100
    face: Face = Face.LEXEND
    letters: Spacing = Spacing.NORMAL
    lines: Spacing = Spacing.NORMAL
    theme: Theme = Theme.LIGHT
    pace: Pace = Pace.NORMAL
    motion: bool = True
    sound: bool = True
    speech: bool = False
    scan: int = 0
    projector: bool = False
    nation: str = ""
    company: Company = Company.ALONE
    shared: bool = True

    @property
    def many_look(self) -> bool:
        """Whether the screen is one that many look at."""
        return self.projector or self.company is Company.CLASS

    @property
    def shown_text(self) -> int:
        """The size in which text is shown, in per cent."""
        return max(self.text, CLASS_TEXT) if self.many_look else self.text


OPTIONS: Final[Mapping[str, tuple[object, ...]]] = {
    "text": TEXT_SIZES,
    "face": tuple(Face),
    "letters": tuple(Spacing),
    "lines": tuple(Spacing),
    "theme": tuple(Theme),
    "pace": tuple(Pace),
    "motion": (True, False),
    "sound": (True, False),
    "speech": (True, False),
    "scan": SCANS,
    "projector": (True, False),
    "shared": (True, False),
}
"""What each setting can be; the nation is any word."""


def load(folder: Path) -> Settings:
    """Read the settings kept in *folder*; what is missing or broken is as usual."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    found = {
        key: option
        for key, options in OPTIONS.items()
        for option in options
        if _is(kept.get(key), option)
    }
    nation = kept.get("nation")
    if isinstance(nation, str):
        found["nation"] = nation
    return replace(Settings(), **found)  # type: ignore[arg-type]


def _is(value: object, option: object) -> bool:
    """Whether a value from a file stands for an option; True is no 1 here."""
    kind = str if isinstance(option, str) else type(option)
    return type(value) is kind and value == option


def save(folder: Path, settings: Settings) -> bool:
    """Keep the settings in *folder*; return whether that was possible."""
    kept = asdict(settings)
    del kept["company"]
    text = json.dumps(kept, indent=2) + "\n"
    try:
        write_whole(folder / FILE, text)
    except OSError:
        return False
    return True


def forget(folder: Path) -> None:
    """Wipe the settings kept in *folder*."""
    wipe_parts(folder / FILE)
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError:
        # A read-only folder: empty the file if that is allowed, else it stays.
        save(folder, Settings())
