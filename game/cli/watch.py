"""``check --watch``: check again whenever something changes that a check reads.

Looks again and again at times and sizes of files, as that works everywhere, also for
folders on a network; so seldom that it costs next to nothing.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from game.cli.authors import check
from game.cli.output import OK, say, wrong
from game.files import SHARED, STORY_FILE, FileError, Library, story_files

PAUSE: Final = 0.4
"""Seconds from one look to the next, at least."""
SHARE: Final = 200
"""A look may take this part of the pause after it: 0.5 % of one processor."""
SETTLE: Final = 0.05
"""Seconds for which nothing may change before a check: a file is written in parts."""
PATIENCE: Final = 20
"""Looks at a file that keeps changing before it is checked as it is."""
CLEAR: Final = "\033[2J\033[3J\033[H"
"""Empties a terminal, also what was scrolled away, and goes to its first line."""

Seen: TypeAlias = frozenset[tuple[Path, int, int]]
"""Files that are there, with the time of their last change, in ns, and their size."""


def watch(options: argparse.Namespace) -> int:
    """Check once, then again after every change, until the author presses Ctrl-C.

    Each result comes under the time of day and ends with an empty line.

    Returns:
        The exit code: 0 after Ctrl-C, 2 where there is nothing to watch.
    """
    if options.output != "human":
        return wrong("--watch is for people to read: leave --output away")
    library = Library()
    try:
        for path in options.paths:
            story_files(_there(path, library))
    except FileError as error:
        return wrong(str(error))

    def look() -> Seen:
        return watched(options.paths, library)

    def run() -> None:
        clear = CLEAR if _is_a_screen() else ""
        say(f"{clear}{time.strftime('%H:%M:%S')}")
        try:
            check(options)
        except OSError as error:
            # Something was moved away while it was read: the next look finds it.
            wrong(f"{error.filename or 'a file'} cannot be used: {error.strerror}")
        say()

    try:
        after_each_change(look, run, sleep=time.sleep, spent=time.process_time)
    except KeyboardInterrupt:
        return OK


def after_each_change(
    look: Callable[[], Seen],
    run: Callable[[], None],
    *,
    sleep: Callable[[float], None],
    spent: Callable[[], float],
) -> NoReturn:
    """Run now, and again each time that *look* returns something else; never return.

    Args:
        look: Returns what is there.
        run: Is called when it has changed and then held still for a moment.
        sleep: Waits so many seconds; what it raises ends the watch.
        spent: Returns the seconds of work so far, of which a look takes some.
    """
    seen = look()
    run()
    while True:
        before = spent()
        now = look()
        took = spent() - before
        if now == seen:
            sleep(max(PAUSE, took * SHARE))
            continue
        for _ in range(PATIENCE):
            sleep(SETTLE)
            seen, now = now, look()
            if now == seen:
                break
        # What changes while the check runs is news for the next look.
        seen = now
        run()


def watched(paths: Sequence[Path], library: Library) -> Seen:
    """Return what is there of the files that checking these paths reads.

    That is the stories, the pieces beside them, who helps, and the pictures. Nothing
    is expected to be there: an author may be moving things about.
    """
    found: set[tuple[Path, int, int]] = set()
    for file in _read_by_a_check(paths, library):
        with suppress(OSError):
            state = file.stat()
            found.add((file, state.st_mtime_ns, state.st_size))
    return frozenset(found)


def _read_by_a_check(paths: Sequence[Path], library: Library) -> Iterator[Path]:
    for path in paths or [library.scenarios]:
        with suppress(OSError, FileError):
            for story in story_files(_there(path, library)):
                yield story
                yield from (story.absolute().parent.parent / SHARED).glob("*.yaml")
    for folder in (library.pictures, library.pictures.parent / "help"):
        with suppress(OSError):
            yield from folder.iterdir()


def _there(path: Path, library: Library) -> Path:
    """Return where a path leads that may be the name of a story of ours."""
    named = library.scenarios / path
    known = (named / STORY_FILE).is_file() and not path.exists()
    return named if known and len(path.parts) == 1 else path


def _is_a_screen() -> bool:
    """Whether what is written can be cleared away: not in a file or an old console."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    if sys.platform == "win32":
        return "WT_SESSION" in os.environ
    return os.environ.get("TERM", "dumb") != "dumb"
