"""The game in a terminal: pick a story, play it, be told who helps.

Plain functions go in for reading and writing, so that tests and pipes can play too.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from game.engine.session import Session
from game.files import StoryCard
from game.help.directory import Directory
from game.source import StoryError
from game.story.model import Story
from game.terminal import words
from game.terminal.console import Console, Left
from game.terminal.helper import Helper
from game.terminal.play import Play
from game.words import say


class Library(Protocol):
    """Where stories and help come from."""

    def stories(self) -> Sequence[StoryCard]:
        """Return a card for each story there is."""

    def load(self, story_id: str, /) -> Story:
        """Return a story, or raise ``StoryError``."""

    def help(self) -> Directory:
        """Return who helps, by nation."""

    def seen(self) -> frozenset[str]:
        """Return the ids of the stories for older children that may be played here."""

    def mark_seen(self, story_id: str, /) -> None:
        """Keep that a grown-up has looked at a story."""


def run(  # noqa: PLR0913 - what a front-end is given, each by its name
    library: Library,
    *,
    story: str | None,
    session: Session | None = None,
    read: Callable[[str], str | None],
    write: Callable[[str], None],
    together: bool = False,
    width: int = 0,
) -> bool:
    """Play in lines of text until the player leaves.

    Returns whether the player left with the key for it, so that what was shown should
    not stay on the screen.

    Args:
        library: Where the stories come from.
        story: The id of the one story to play; None to choose from a list, again
            after each play.
        session: A play that is under way, to go on with instead.
        read: Asks what it is given, which ends with a line break, and returns the
            answer; None when there will be no more.
        write: Shows one line.
        together: Whether to stop at questions to talk about with others.
        width: Characters in a line; 0 to leave lines as long as they are.

    Raises:
        StoryError: If the one story cannot be played.
    """
    console = Console(read, write, width)
    helper = Helper(console, library.help())
    try:
        if story is not None and session is None:
            opened = library.load(story)
            session = Session(opened) if _may(library, console, opened) else None
            if session is None:
                return False
        if session is not None:
            Play(console, helper, session, together=together).run()
        else:
            _from_the_list(library, console, helper, together=together)
    except Left as left:
        console.show(say("Closed.") if left.quickly else helper.leaving())
        return left.quickly
    return False


def _may(library: Library, console: Console, story: Story) -> bool:
    """Whether a story can be played; a grown-up looks at some of them first."""
    if not story.band.older or story.id in library.seen():
        return True
    console.show(
        say("This story is for ages {band}.").format(band=story.band.value),
        say("A grown-up looks at it first. This is what happens in it:"),
        story.for_adults.notes,
    )
    question = say("Are you a grown-up, and may it be played here? Type yes or no:")
    if console.ask(question) not in {"y", "yes"}:
        console.show(say("Ask a grown-up to look at this story first."))
        return False
    library.mark_seen(story.id)
    return True


def _from_the_list(
    library: Library, console: Console, helper: Helper, *, together: bool
) -> None:
    cards = library.stories()
    if not cards:
        console.show(say("There are no stories here."))
        return
    while True:
        console.show(say("Stories to play:"))
        console.show(*words.numbered(map(_on_the_list, cards)))
        question = say("Type the number of a story, or q to close:")
        at = console.pick(question, len(cards), skip=False)
        # Without skipping, the answer is a number.
        assert at is not None
        try:
            story = library.load(cards[at].id)
        except StoryError:
            console.show(say("That story cannot be played right now."), "")
            continue
        if _may(library, console, story):
            Play(console, helper, Session(story), together=together).run()
        console.show("")


def _on_the_list(card: StoryCard) -> str:
    line = say("{title}, for ages {band}, {minutes} minutes. {about}")
    return line.format(
        title=card.title, band=card.band.value, minutes=card.minutes, about=card.about
    )
