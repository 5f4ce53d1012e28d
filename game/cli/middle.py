"""``play --follow`` and ``play --from``: a story that does not begin at its start."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.cli.one_story import OneStory, folder_of, read_or_show
from game.cli.output import say
from game.engine.follow import FollowError, follow
from game.engine.middle import NoMiddleError, begin_at
from game.engine.session import Session
from game.files import STORY_FILE, FileError, Library, read_play


@dataclass(frozen=True, slots=True)
class Middle:
    """Where a play begins.

    ``scene`` is the scene to open, None for the first one; ``facts`` are what holds
    there, each as ``name=value``; ``follow`` is a play-through to play from there on.
    """

    scene: str | None
    facts: Sequence[str]
    follow: Path | None

    @property
    def is_the_start(self) -> bool:
        """Whether nothing of this was asked for."""
        return self.scene is None and not self.facts and self.follow is None


def in_the_middle(middle: Middle, named: str | None) -> tuple[OneStory, Session] | None:
    """Open a story in the middle.

    Args:
        middle: Where.
        named: The story, by name or by path; None for the one in whose folder, or
            folder of plays, the play-through lies.

    Returns:
        The story as a library that keeps nothing, and the play; None where the story
        has problems or a step is not possible, which was shown.

    Raises:
        FileError: If there is no such story, or a file cannot be read.
        NoMiddleError: If there is no such scene or fact, or the fact has no such value.
    """
    text = read_play(middle.follow) if middle.follow is not None else ""
    folder = _folder_of_story(named) if named else _folder_of_play(middle.follow)
    story = read_or_show(folder / STORY_FILE)
    if story is None:
        return None
    if middle.scene is None and not middle.facts:
        session = Session(story)
    else:
        scene = story.start if middle.scene is None else middle.scene
        session = Session(story, begin_at(story, scene, _given(middle.facts)))
    try:
        follow(session, text)
    except FollowError as error:
        say(f"{middle.follow}:{error.asked.line}: {error}")
        return None
    return OneStory(folder), session


def _given(facts: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for fact in facts:
        name, sign, value = fact.partition("=")
        if not sign:
            raise NoMiddleError(
                f"write --with {fact}=yes, or another value, not {fact!r}"
            )
        given[name.strip()] = value.strip()
    return given


def _folder_of_story(named: str) -> Path:
    library = Library()
    return folder_of(library, named) or library.find(named).parent


def _folder_of_play(file: Path | None) -> Path:
    if file is None:
        raise FileError("name the story as well: it is not clear which one to open")
    here = file.resolve().parent
    for folder in (here, here.parent):
        if (folder / STORY_FILE).is_file():
            return folder
    raise FileError(f"name the story as well: {file} does not lie in the folder of one")
