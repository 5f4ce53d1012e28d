"""One story that lies anywhere, as a library: for those who write it."""

from pathlib import Path

from game.cli.output import show
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

    def kept(self) -> frozenset[str]:
        """Find no kept plays."""
        return frozenset()

    def forget(self, story_id: str) -> None:
        """Leave alone what is kept of a story of ours that is called the same."""

    def seen(self) -> frozenset[str]:
        """Return the story: whoever writes it has read it."""
        return frozenset({self.scenarios.name})

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


def folder_of(library: Library, named: str) -> Path | None:
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


def read_or_show(path: Path) -> Story | None:
    """Return a story; None, and what is wrong with it shown, if there is anything.

    Raises:
        FileError: If the file cannot be opened.
    """
    try:
        source = read_story(path)
    except StoryError as error:
        show(error.problems, {})
        return None
    try:
        return parse(
            source.text, source.file, story_id=source.story_id, pieces=source.pieces
        )
    except StoryError as error:
        show(error.problems, source.texts)
        return None
