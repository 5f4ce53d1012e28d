"""``play`` and ``list``: a story in a window, or in words."""

import argparse
from dataclasses import dataclass, replace

from game.cli.middle import Middle, in_the_middle
from game.cli.one_story import OneStory, folder_of, read_or_show
from game.cli.output import OK, PROBLEMS, ask, clear, heed_ctrl_c, say, show, wrong
from game.engine.middle import NoMiddleError
from game.engine.session import Session
from game.files import STORY_FILE, FileError, Library
from game.source import StoryError


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is played: one story, a play of it that is under way, or any story."""

    library: Library
    story: str | None = None
    session: Session | None = None


def play(options: argparse.Namespace) -> int:
    """Play the story that was named, or let the player pick one."""
    try:
        opened = _open(options)
        if opened is None:
            return PROBLEMS
        if options.terminal or not _in_a_window(opened, together=options.together):
            _in_words(opened, together=options.together)
    except (FileError, NoMiddleError) as error:
        return wrong(str(error))
    except StoryError as error:
        show(error.problems, {})
        return PROBLEMS
    return OK


def _open(options: argparse.Namespace) -> _Opened | None:
    """Return what was asked for; None where it has problems, which were shown.

    Raises:
        FileError: If it is not there.
        NoMiddleError: If the story has no such place to open it at.
    """
    library = Library()
    named: str | None = options.story
    middle = Middle(options.scene, options.facts, options.follow)
    if not middle.is_the_start:
        begun = in_the_middle(middle, named)
        return _Opened(begun[0], session=begun[1]) if begun is not None else None
    if named is None:
        return _Opened(library)
    folder = folder_of(library, named)
    if folder is None:
        library.find(named)
        return _Opened(library, named)
    if read_or_show(folder / STORY_FILE) is None:
        return None
    return _Opened(OneStory(folder), folder.resolve().name)


def _in_a_window(opened: _Opened, *, together: bool) -> bool:
    """Play in a window; where there is none, say so and return false."""
    # pygame is half of the time to the first frame: only a window needs it.
    from game.phone import settings  # noqa: PLC0415
    from game.phone.app import NoScreenError, run  # noqa: PLC0415
    from game.phone.company import Company  # noqa: PLC0415

    kept = settings.load(opened.library.settings_dir)
    chosen = replace(kept, company=Company.SOMEONE) if together else kept
    try:
        run(
            opened.library,
            story=opened.story,
            session=opened.session,
            settings=chosen,
        )
    except NoScreenError as error:
        say(f"{error} The story can be read here instead.")
        say()
        return False
    return True


def _in_words(opened: _Opened, *, together: bool) -> None:
    from game.terminal import app  # noqa: PLC0415 - not needed by the window

    heed_ctrl_c()
    try:
        left = app.run(
            opened.library,
            story=opened.story,
            session=opened.session,
            read=ask,
            write=say,
            together=together,
        )
    except KeyboardInterrupt:
        # Whoever is in too much of a hurry for q wants nothing to stay, either.
        left = True
    if left:
        clear()


def show_stories(_: argparse.Namespace) -> int:
    """Show every story that can be played: its name, then what it is about."""
    for card in Library().stories():
        say(f"{card.id}  ({card.band}, {card.minutes} minutes)")
        say(f"    {card.title}. {card.about}")
    return OK
