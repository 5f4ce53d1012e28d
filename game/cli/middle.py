"""``play --follow``: a story that goes on from where a play-through led."""

from pathlib import Path

from game.cli.one_story import OneStory, folder_of, read_or_show
from game.cli.output import say
from game.engine.follow import FollowError, follow
from game.engine.session import Session
from game.files import STORY_FILE, FileError, Library, read_play


def followed(file: Path, named: str | None) -> tuple[OneStory, Session] | None:
    """Play a story along a file.

    Args:
        file: A play-through, or a part of one.
        named: The story, by name or by path; None for the one beside whose file, or
            in whose folder of plays, the play-through lies.

    Returns:
        The story as a library that keeps nothing, and the play; None where the story
        has problems or a step is not possible, which was shown.

    Raises:
        FileError: If there is no such story, or a file cannot be read.
    """
    text = read_play(file)
    folder = _folder_of_play(file) if named is None else _folder_of_story(named)
    story = read_or_show(folder / STORY_FILE)
    if story is None:
        return None
    session = Session(story)
    try:
        follow(session, text)
    except FollowError as error:
        say(f"{file}:{error.asked.line}: {error}")
        return None
    return OneStory(folder), session


def _folder_of_story(named: str) -> Path:
    library = Library()
    return folder_of(library, named) or library.find(named).parent


def _folder_of_play(file: Path) -> Path:
    here = file.resolve().parent
    for folder in (here, here.parent):
        if (folder / STORY_FILE).is_file():
            return folder
    raise FileError(f"name the story as well: {file} does not lie in the folder of one")
