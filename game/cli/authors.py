"""``check``, ``plays`` and ``ids``: the tools of those who write stories."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.check.check import check as check_story
from game.check.rules import Surroundings
from game.cli.output import OK, PROBLEMS, report, say, show, wrong
from game.engine.session import Session
from game.engine.step import IllegalCommandError
from game.engine.transcript import TranscriptError, picks
from game.engine.transcript import play as play_through
from game.files import (
    STORY_FILE,
    FileError,
    Library,
    StoryText,
    picture_names,
    read_story,
    story_files,
    write_whole,
)
from game.source import Problem, StoryError
from game.story.ids import with_ids
from game.story.model import Story
from game.story.parse import parse
from game.story.tree import MAX_SIZE


@dataclass(slots=True)
class _Findings:
    """What checking has found so far."""

    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)


def check(options: argparse.Namespace) -> int:
    """Find what is wrong in story files, all of it."""
    library = Library()
    around = Surroundings(picture_names(library.pictures))
    found = _Findings()
    try:
        for path in options.paths or [library.scenarios]:
            files = story_files(path)
            if not files:
                return wrong(f"there is no {STORY_FILE} below {str(path)!r}")
            for file in files:
                _check_file(file, options.max_size or MAX_SIZE, around, found)
    except FileError as error:
        return wrong(str(error))
    report(found.problems, found.texts, found.visited, options.output)
    return PROBLEMS if found.problems else OK


def plays(options: argparse.Namespace) -> int:
    """Play play-throughs again; show which go differently now, or write them down."""
    try:
        chats = [
            chat
            for path in options.paths or [Library().scenarios]
            for chat in _chats(path)
        ]
        return max((_replay(chat, write=options.write) for chat in chats), default=OK)
    except FileError as error:
        return wrong(str(error))


def ids(options: argparse.Namespace) -> int:
    """Write the present ids beside the lines of a story that have none."""
    try:
        source = read_story(options.path)
        text, count = with_ids(source.text, source.file)
        if count:
            write_whole(options.path, text)
    except FileError as error:
        return wrong(str(error))
    except OSError as error:
        return wrong(f"{options.path} cannot be written: {error.strerror}")
    except StoryError as error:
        show(error.problems, {source.file: source.text})
        return PROBLEMS
    say(f"{source.file}: {count} ids written")
    return OK


def _check_file(
    path: Path, max_size: int, around: Surroundings, found: _Findings
) -> None:
    source: StoryText | None = None
    try:
        source = read_story(path, max_size)
        story = _parse(source)
    except StoryError as error:
        found.problems += error.problems
    else:
        checked = check_story(story, around)
        found.problems += checked.problems
        found.visited.append(
            f"{source.file}: {checked.states:,} states visited, "
            f"{checked.endings} endings, {len(checked.problems)} problems"
        )
    if source is not None:
        found.texts.update(source.texts)


def _parse(source: StoryText) -> Story:
    return parse(
        source.text, source.file, story_id=source.story_id, pieces=source.pieces
    )


def _chats(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise FileError(f"there is no file or folder {str(path)!r}")
    yield from sorted(path.rglob("*.chat")) if path.is_dir() else [path]


def _replay(chat: Path, *, write: bool) -> int:
    source = read_story(chat.parent.parent / STORY_FILE)
    try:
        session = Session(_parse(source))
    except StoryError as error:
        show(error.problems, source.texts)
        return PROBLEMS
    try:
        written = chat.read_text(encoding="utf-8")
        now = "\n".join(play_through(session, picks(written))) + "\n"
    except (TranscriptError, IllegalCommandError) as error:
        say(f"{chat}: {error}")
        return PROBLEMS
    except (OSError, ValueError) as error:
        raise FileError(f"{chat} cannot be read: {error}") from error
    if now == written:
        say(f"{chat}: as written")
        return OK
    if write:
        write_whole(chat, now)
        say(f"{chat}: written")
        return OK
    say(f"{chat}: goes differently now; look, then use --write")
    return PROBLEMS
