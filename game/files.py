"""The only module that opens files: stories, pictures, help, plays and settings.

Knows where things lie and how to keep them whole; not what they mean.
"""

import glob
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import platformdirs

from game.engine import saves
from game.engine.saves import Change, Resumed
from game.engine.session import Session
from game.help.directory import Directory
from game.help.parse import parse_help
from game.source import StoryError
from game.story.model import Band, Skill, Story
from game.story.nodes import Row, Table, Text
from game.story.parse import parse
from game.story.pieces import NoPiece, Pieces, PieceText
from game.story.reading import close_to
from game.story.tree import MAX_SIZE, decode, read, too_large

_HERE: Final = Path(__file__).parent
ROOT: Final = _HERE if (_HERE / "scenarios").is_dir() else _HERE.parent
"""Where ``scenarios`` and ``assets`` lie: in the package once it is installed from a
wheel, beside it in a checkout."""

STORY_FILE: Final = "story.yaml"
SHARED: Final = "_shared"
SEEN: Final = "stories-read-by-a-grown-up.json"
"""The file of the ids of stories for older children that may be played here."""
ASIDE: Final = ".aside"
"""How the name of a kept play ends that this game cannot read."""
PART: Final = ".part"
"""How the name of a file ends that is being written."""


class FileError(Exception):
    """A file cannot be used; the text is one sentence for people."""


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What the home page says of a story.

    ``minutes`` is one play; ``player`` and ``picture`` are the name and the drawing of
    the character whose phone it is.
    """

    id: str
    title: str
    about: str
    band: Band
    minutes: int
    skills: tuple[Skill, ...]
    player: str
    picture: str


@dataclass(frozen=True, slots=True)
class StoryText:
    """The text of a story file as read, its name in marks, and its id."""

    text: str
    file: str
    story_id: str
    pieces: Pieces
    texts: dict[str, str]
    """All texts read for it by their names in marks, to quote problems from."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept on this machine.

    ``name`` is its name below the folder of what is kept; ``story`` is the title of
    the story that it is a play of, empty where it is none.
    """

    name: str
    path: Path
    story: str


class Library:
    """The stories, pictures and help on this machine, and what is kept of plays.

    ``settings_dir`` may not exist yet.
    """

    def __init__(
        self, scenarios: Path | None = None, settings_dir: Path | None = None
    ) -> None:
        self.scenarios = scenarios or ROOT / "scenarios"
        self.pictures = ROOT / "assets" / "pictures"
        self.sounds = ROOT / "assets" / "sounds"
        self.settings_dir = settings_dir or Path(
            platformdirs.user_data_dir("whos-typing", appauthor=False)
        )

    def stories(self) -> tuple[StoryCard, ...]:
        """Return a card for each story that can be read, youngest band first."""
        cards = [card for path in self.files() if (card := _card(path)) is not None]
        bands = list(Band)
        return tuple(sorted(cards, key=lambda card: (bands.index(card.band), card.id)))

    def files(self) -> tuple[Path, ...]:
        """Return the files of the stories that can be found by their names."""
        found = sorted(self.scenarios.glob(f"*/{STORY_FILE}"))
        return tuple(path for path in found if path.parent.name != SHARED)

    def find(self, story_id: str) -> Path:
        """Return the file of a story.

        Raises:
            FileError: If there is no such story; it names one that there is.
        """
        path = self.scenarios / story_id / STORY_FILE
        # A name with slashes or dots would leave the folder of stories.
        inside = story_id != ".." and path.parent.parent == self.scenarios
        if not inside or not _is_file(path):
            known = [card.id for card in self.stories()]
            hint = close_to(story_id, known) or f"there are: {', '.join(known)}"
            raise FileError(f"no story is called {story_id!r}; {hint}")
        return path

    def load(self, story_id: str) -> Story:
        """Return a story.

        Raises:
            FileError: If there is no such story.
            StoryError: If it cannot be played.
        """
        source = read_story(self.find(story_id))
        return parse(source.text, source.file, story_id=story_id, pieces=source.pieces)

    def help(self) -> Directory:
        """Return who helps, by nation."""
        folder = ROOT / "assets" / "help"
        return parse_help(
            {path.name: _read_text(path) for path in sorted(folder.glob("*.yaml"))}
        )

    def word_files(self) -> dict[str, str]:
        """Return the texts of the files of words for the checker, by name in marks."""
        folder = ROOT / "assets" / "reader"
        return {
            _shown(path): _read_text(path) for path in sorted(folder.glob("*.yaml"))
        }

    def seen(self) -> frozenset[str]:
        """Return the ids of the stories whose page for grown-ups was read here."""
        try:
            kept = json.loads((self.settings_dir / SEEN).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return frozenset()
        return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()

    def mark_seen(self, story_id: str) -> None:
        """Keep that the page for grown-ups of a story was read, where it can be."""
        seen = sorted(self.seen() | {story_id})
        with suppress(OSError):
            write_whole(self.settings_dir / SEEN, json.dumps(seen) + "\n")

    def kept_files(self) -> tuple[Kept, ...]:
        """Return every file that is kept of plays and settings, by name."""
        found = [path for path in self.settings_dir.rglob("*") if path.is_file()]
        return tuple(self._kept(path) for path in sorted(found))

    def _kept(self, path: Path) -> Kept:
        inside = path.relative_to(self.settings_dir).as_posix()
        story = path.name.partition(".")[0] if path.parent == self._plays else ""
        titles = {card.id: card.title for card in self.stories()} if story else {}
        return Kept(inside, path, titles.get(story, story))

    def kept(self) -> frozenset[str]:
        """Return the ids of the stories of which a play is kept."""
        return frozenset(path.stem for path in self._plays.glob("*.json"))

    def keep(self, session: Session) -> None:
        """Save a play, whole or not at all; a machine that cannot keep it plays on."""
        text = json.dumps(saves.dump(session), ensure_ascii=False, indent=1)
        try:
            write_whole(self._save(session.story.id), text + "\n")
        except OSError:
            return

    def resume(self, story: Story) -> Resumed | None:
        """Return the kept play of a story, or None if there is none."""
        path = self._save(story.id)
        try:
            data: Any = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError):
            data = None
        resumed = saves.load(story, data)
        if resumed.change is Change.UNREADABLE:
            # It may be of a newer game, or be mended by hand: it is not written over.
            with suppress(OSError):
                path.replace(path.with_name(f"{path.name}{ASIDE}"))
        return resumed

    def forget(self, story_id: str) -> None:
        """Delete the kept play of a story, if there is one and it can be."""
        _wipe(self._save(story_id))

    def forget_plays(self) -> None:
        """Delete every kept play that can be."""
        for path in self._plays.glob("*.json*"):
            _wipe(path)

    def forget_all(self) -> None:
        """Delete every kept play that can be, and which stories were read."""
        self.forget_plays()
        _wipe(self.settings_dir / SEEN)

    @property
    def _plays(self) -> Path:
        return self.settings_dir / "plays"

    def _save(self, story_id: str) -> Path:
        return self._plays / f"{story_id}.json"


def picture_names(folder: Path) -> frozenset[str]:
    """Return the names of the drawings in a folder, without ``.svg``."""
    return frozenset(path.stem for path in folder.glob("*.svg"))


def story_files(where: Path) -> tuple[Path, ...]:
    """Return the story files at a path: itself, or those below a folder, in order.

    Raises:
        FileError: If there is nothing at the path.
    """
    if _is_file(where):
        return (where,)
    if not os.path.isdir(where):  # noqa: PTH112 - see _is_file
        raise FileError(f"there is no file or folder {str(where)!r}")
    return tuple(
        path
        for path in sorted(where.rglob(STORY_FILE))
        if SHARED not in path.relative_to(where).parts
    )


def read_story(path: Path, max_size: int = MAX_SIZE) -> StoryText:
    """Read a story file and be ready to read the pieces it uses.

    Raises:
        FileError: If the file cannot be opened.
        StoryError: If it is too large or not UTF-8.
    """
    file = _shown(path)
    texts: dict[str, str] = {}
    text = _decoded(path, file, max_size)
    texts[file] = text
    folder = path.resolve().parent.parent / SHARED

    def pieces(name: str) -> PieceText | NoPiece | None:
        inside = folder / f"{name}.yaml"
        # A name with slashes or dots would leave the folder of shared pieces.
        if inside.parent != folder:
            return None
        if not _is_file(inside):
            return NoPiece(_shown(inside))
        shown = _shown(inside)
        texts[shown] = _decoded(inside, shown, max_size)
        return PieceText(texts[shown], shown)

    story_id = path.resolve().parent.name if path.name == STORY_FILE else path.stem
    return StoryText(text, file, story_id, pieces, texts)


def read_play(path: Path) -> str:
    """Return the text of a play-through.

    Raises:
        FileError: If it cannot be read.
    """
    try:
        return _read_text(path)
    except OSError as error:
        raise FileError(f"{_shown(path)} cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{_shown(path)} cannot be read: it is not text") from error


def new_story() -> str:
    """Return the template that new stories are written from."""
    return _read_text(ROOT / "assets" / "new-story.yaml")


def write_whole(path: Path, text: str) -> None:
    """Write a text file whole or not at all, making its folder if need be.

    A new file is for its owner alone; one that was there keeps its permissions, and a
    link leads where it led. What an earlier writing that was killed has left is gone.

    Raises:
        OSError: If it cannot be written; what was there before is still there.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(PART, f".{path.name}.", path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    wipe_parts(path)


def wipe_parts(path: Path) -> None:
    """Delete what a writing of that file has left that was killed."""
    for part in path.parent.glob(f".{glob.escape(path.name)}.*{PART}"):
        _wipe(part)


def _decoded(path: Path, file: str, max_size: int) -> str:
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            # A file over the limit is not worth reading whole to say so.
            raw = opened.read(min(size, max_size) + 1)
    except OSError as error:
        raise FileError(f"{file} cannot be opened: {error.strerror}") from error
    if size > max_size:
        raise StoryError((too_large(file, size, max_size),))
    return decode(raw, file, max_size)


def _is_file(path: Path) -> bool:
    # pathlib raises where a name is longer than the system allows.
    return os.path.isfile(path)  # noqa: PTH113


def _wipe(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _shown(path: Path) -> str:
    """Return how marks name a file: from here if it lies below, with slashes."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def _card(path: Path) -> StoryCard | None:
    """Read what the home page needs, and no more; None where it cannot be read."""
    try:
        text = _decoded(path, path.name, MAX_SIZE)
    except (FileError, StoryError):
        return None
    # Most of a file is its scenes, which are not wanted here and mostly come last.
    top, scenes, _ = text.partition("\nscenes:")
    return _card_of(top, path) or (_card_of(text, path) if scenes else None)


def _card_of(text: str, path: Path) -> StoryCard | None:
    tree, _ = read(text, path.name)
    if not isinstance(tree, Table):
        return None
    try:
        player = _table(_table(tree, "cast"), _word(tree, "player"))
        return StoryCard(
            path.parent.name,
            _word(tree, "title"),
            _word(tree, "about"),
            Band(_word(tree, "band")),
            int(_word(tree, "minutes")),
            tuple(Skill(word) for word in _words(tree, "skills")),
            _word(player, "name"),
            _word(player, "picture") if "picture" in player.at else "blank",
        )
    except ValueError:
        return None


def _word(table: Table, key: str) -> str:
    node = table.at.get(key)
    if isinstance(node, Text):
        return " ".join(node.value.split())
    raise ValueError(key)


def _table(table: Table, key: str) -> Table:
    node = table.at.get(key)
    if isinstance(node, Table):
        return node
    raise ValueError(key)


def _words(table: Table, key: str) -> Iterator[str]:
    node = table.at.get(key)
    if isinstance(node, Row):
        yield from (item.value for item in node.items if isinstance(item, Text))
