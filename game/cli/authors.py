"""``check``, ``plays`` and ``ids``: the tools of those who write stories."""

import argparse
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path, PurePosixPath

from game.check.check import Report
from game.check.check import check as check_story
from game.check.rules import Surroundings
from game.cli.figures import figures
from game.cli.output import OK, PROBLEMS, report, say, show, wrong
from game.cli.refuted import Refuted, write_plays
from game.cli.surroundings import surroundings
from game.engine.session import Session
from game.engine.step import IllegalCommandError
from game.engine.transcript import TranscriptError, picks
from game.engine.transcript import play as play_through
from game.files import (
    STORY_FILE,
    FileError,
    Library,
    StoryText,
    read_story,
    story_files,
    write_whole,
)
from game.source import Problem, Quieted, StoryError
from game.story.ids import with_ids
from game.story.model import Band, Story
from game.story.parse import parse
from game.story.tree import MAX_SIZE


@dataclass(slots=True)
class _Findings:
    """What checking has found so far."""

    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)
    quieted: list[Quieted] = field(default_factory=list)
    refuted: list[Refuted] = field(default_factory=list)


def check(options: argparse.Namespace) -> int:
    """Find what is wrong in story files, all of it."""
    library = Library()
    found = _Findings()
    try:
        around = surroundings(library)
        for path in options.paths or [library.scenarios]:
            files = story_files(_located(path, library))
            if not files:
                return wrong(f"there is no {STORY_FILE} below {str(path)!r}")
            for file in files:
                _check_file(file, options, around, found)
    except FileError as error:
        return wrong(str(error))
    except StoryError as error:
        # Stories have theirs in _check_file: this is a file of words.
        show(error.problems, library.word_files())
        return PROBLEMS
    report(
        found.problems,
        found.texts,
        found.visited,
        options.output,
        quieted=found.quieted,
    )
    if options.plays is not None:
        for line in write_plays(found.refuted, options.plays):
            if options.output == "human":
                say(line)
    return PROBLEMS if found.problems else OK


def plays(options: argparse.Namespace) -> int:
    """Play play-throughs again; show which go differently now, or write them down."""
    library = Library()
    chats: list[Path] = []
    try:
        for path in options.paths or [library.scenarios]:
            found = _chats(_located(path, library))
            if not found:
                return wrong(f"there is no .chat file below {str(path)!r}")
            chats += found
        return max((_replay(chat, write=options.write) for chat in chats), default=OK)
    except FileError as error:
        return wrong(str(error))


def ids(options: argparse.Namespace) -> int:
    """Write the present ids beside the lines of a story that have none."""
    path = _located(options.path, Library())
    if path.is_dir() and (path / STORY_FILE).is_file():
        path /= STORY_FILE
    texts: dict[str, str] = {}
    try:
        source = read_story(path)
        texts = source.texts
        text, count = with_ids(source.text, source.file)
        if count:
            write_whole(path, text)
    except FileError as error:
        return wrong(str(error))
    except OSError as error:
        return wrong(f"{path} cannot be written: {error.strerror}")
    except StoryError as error:
        show(error.problems, texts)
        return PROBLEMS
    say(f"{source.file}: {count} ids written")
    return OK


def _check_file(
    path: Path, options: argparse.Namespace, around: Surroundings, found: _Findings
) -> None:
    source: StoryText | None = None
    try:
        source = read_story(path, options.max_size or MAX_SIZE)
        story = _parse(source)
    except StoryError as error:
        found.problems += error.problems
    else:
        checked = check_story(
            story, replace(around, texts=source.texts), limit=options.max_states
        )
        found.problems += checked.problems
        found.visited.append(
            f"{source.file}: {checked.states:,} states visited, "
            f"{checked.endings} endings{'' if checked.problems else ', no problem'}"
        )
        found.visited += _read_out(checked, story.band)
        if options.figures:
            found.visited += figures(story, checked)
        found.refuted += [(path.parent, problem) for problem in checked.problems]
        found.quieted += checked.quieted
    if source is not None:
        found.texts.update(source.texts)


def _read_out(checked: Report, band: Band) -> list[str]:
    """Say how hard a story is to read, and what was quieted in it."""
    lines = [f"    {quieted}" for quieted in checked.quieted]
    if checked.levels:
        measured = ", ".join(f"{level} of {level.limit:g}" for level in checked.levels)
        lines.insert(0, f"    reading level for {band}: {measured}")
    return lines


def _parse(source: StoryText) -> Story:
    return parse(
        source.text, source.file, story_id=source.story_id, pieces=source.pieces
    )


def _located(path: Path, library: Library) -> Path:
    """Return the folder of a shipped story where its name is given, not a path."""
    named = library.scenarios / path
    known = len(path.parts) == 1 and (named / STORY_FILE).is_file()
    return named if known and not path.exists() else path


def _chats(path: Path) -> list[Path]:
    if not path.exists():
        raise FileError(f"there is no file or folder {str(path)!r}")
    return sorted(path.rglob("*.chat")) if path.is_dir() else [path]


def _replay(chat: Path, *, write: bool) -> int:
    texts: dict[str, str] = {}
    try:
        source = read_story(chat.resolve().parent.parent / STORY_FILE)
        texts = source.texts
        session = Session(_parse(source))
    except StoryError as error:
        show(error.problems, texts)
        return PROBLEMS
    name = PurePosixPath(source.file).parent / chat.resolve().parent.name / chat.name
    try:
        written = chat.read_text(encoding="utf-8")
        now = "\n".join(play_through(session, picks(written))) + "\n"
    except (TranscriptError, IllegalCommandError) as error:
        say(f"{name}: {error}")
        return PROBLEMS
    except (OSError, ValueError) as error:
        raise FileError(f"{name} cannot be read: {error}") from error
    if now == written:
        say(f"{name}: as written")
        return OK
    if write:
        write_whole(chat, now)
        say(f"{name}: written")
        return OK
    pairs = enumerate(zip_longest(written.splitlines(), now.splitlines()), start=1)
    line, (expected, shown) = next(
        (found for found in pairs if found[1][0] != found[1][1]), (1, (None, None))
    )
    say(f"{name}:{line}: goes differently now; look, then use --write")
    say(f"    expected: {expected if expected is not None else '(the end)'}")
    say(f"    now:      {shown if shown is not None else '(the end)'}")
    return PROBLEMS
