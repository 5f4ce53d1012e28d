"""``play`` and ``list``: a story in a window, or in words."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from game.cli.output import OK, PROBLEMS, say, show, wrong
from game.engine.session import Session
from game.files import STORY_FILE, FileError, Library, read_story
from game.source import StoryError
from game.story.model import Story
from game.story.parse import parse


class OneStory(Library):
    """A library of one story, which lies in a folder of its own anywhere."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder.resolve())

    def keep(self, session: Session) -> None:
        """Keep nothing: a story being written may be called as one of ours is."""

    def resume(self, story: Story) -> None:  # noqa: ARG002 - there is none of any
        """Find no kept play."""
        return

    def files(self) -> tuple[Path, ...]:
        """Return the file of the one story."""
        return (self.scenarios / STORY_FILE,)

    def find(self, story_id: str) -> Path:
        """Return the file of the one story, which is called as its folder is.

        Raises:
            FileError: If the story is called otherwise.
        """
        if story_id == self.scenarios.name:
            return self.scenarios / STORY_FILE
        return super().find(story_id)


def play(options: argparse.Namespace) -> int:
    """Play the story that was named, or let the player pick one."""
    library: Library = Library()
    story: str | None = options.story
    if story is not None:
        try:
            folder = _folder_of(library, story)
            if folder is not None:
                library, story = OneStory(folder), folder.resolve().name
            library.find(story)
        except FileError as error:
            return wrong(str(error))
        if folder is not None and not _can_be_played(library.find(story)):
            return PROBLEMS
    if not options.terminal:
        # pygame is half of the time to the first frame: only a window needs it.
        from game.phone import settings  # noqa: PLC0415
        from game.phone.app import NoScreenError, run  # noqa: PLC0415

        kept = settings.load(library.settings_dir)
        together = replace(kept, company=True) if options.together else kept
        try:
            run(library, story=story, settings=together)
        except NoScreenError as error:
            say(f"{error} The story can be read here instead.")
            say()
        else:
            return OK
    from game.terminal import app  # noqa: PLC0415 - not needed by the window

    try:
        app.run(
            library,
            story=story,
            read=_ask,
            write=say,
            together=options.together,
        )
    except StoryError as error:
        show(error.problems, {})
        return PROBLEMS
    except FileError as error:
        return wrong(str(error))
    return OK


def _folder_of(library: Library, named: str) -> Path | None:
    """Return the folder of a story that is named by a path; None for one by name.

    Raises:
        FileError: If there is something at the path, and it is no story to play.
    """
    path = Path(named)
    if path.is_file():
        if path.name == STORY_FILE:
            return path.parent
        raise FileError(f"a story to play is in a file called {STORY_FILE}")
    if not path.is_dir():
        if len(path.parts) > 1:
            raise FileError(f"there is no file or folder {named!r}")
        return None
    if (path / STORY_FILE).is_file():
        return path
    if (library.scenarios / named / STORY_FILE).is_file():
        return None
    raise FileError(f"there is no {STORY_FILE} in the folder {named!r}")


def _can_be_played(path: Path) -> bool:
    """Show what is wrong with a story, if anything, to whoever is writing it."""
    try:
        source = read_story(path)
    except StoryError as error:
        show(error.problems, {})
        return False
    try:
        parse(source.text, source.file, story_id=source.story_id, pieces=source.pieces)
    except StoryError as error:
        show(error.problems, source.texts)
        return False
    return True


def show_stories(_: argparse.Namespace) -> int:
    """Show every story that can be played: its name, then what it is about."""
    for card in Library().stories():
        say(f"{card.id}  ({card.band}, {card.minutes} minutes)")
        say(f"    {card.title}. {card.about}")
    return OK


def _ask(prompt: str) -> str | None:
    """Ask for a line; None when there will be no more, or never was."""
    if sys.stdin is None or sys.stdout is None:
        return None
    try:
        return input(prompt)
    except EOFError:
        return None
