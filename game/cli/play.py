"""``play`` and ``list``: a story in a window, or in words."""

import argparse
from dataclasses import replace

from game.cli.output import OK, PROBLEMS, say, show, wrong
from game.files import FileError, Library
from game.source import StoryError


def play(options: argparse.Namespace) -> int:
    """Play the story that was named, or let the player pick one."""
    library = Library()
    if options.story is not None:
        try:
            library.find(options.story)
        except FileError as error:
            return wrong(str(error))
    if not options.terminal:
        # pygame is half of the time to the first frame: only a window needs it.
        from game.phone import settings  # noqa: PLC0415
        from game.phone.app import NoScreenError, run  # noqa: PLC0415

        kept = settings.load(library.settings_dir)
        together = replace(kept, company=True) if options.together else kept
        try:
            run(library, story=options.story, settings=together)
        except NoScreenError as error:
            say(f"{error} The story can be read here instead.")
            say()
        else:
            return OK
    from game.terminal import app  # noqa: PLC0415 - not needed by the window

    try:
        app.run(
            library,
            story=options.story,
            read=_ask,
            write=say,
            together=options.together,
        )
    except StoryError as error:
        show(error.problems, {})
        return PROBLEMS
    return OK


def show_stories(_: argparse.Namespace) -> int:
    """Show every story that can be played: its name, then what it is about."""
    for card in Library().stories():
        say(f"{card.id}  ({card.band}, {card.minutes} minutes)")
        say(f"    {card.title}. {card.about}")
    return OK


def _ask(prompt: str) -> str | None:
    """Ask for a line; None when there will be no more."""
    try:
        return input(prompt)
    except EOFError:
        return None
