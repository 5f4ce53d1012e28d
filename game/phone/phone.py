"""The phone as it is held: which page is up, which story is played, what was set.

The one object of the phone that changes, besides the window. Knows no pygame.
"""

from dataclasses import replace
from typing import Final

from game.engine.events import Act, Command, Ended, Pick, StepOut, SteppedOut
from game.engine.saves import Change
from game.engine.session import Session
from game.engine.step import IllegalCommandError
from game.files import FileError, StoryCard
from game.help.directory import Audience, Directory
from game.phone import actions
from game.phone import settings as keeping
from game.phone import view as viewing
from game.phone.actions import Action, Place
from game.phone.drawing import Drawing
from game.phone.library import Library
from game.phone.settings import Settings
from game.phone.transcript import Item
from game.phone.view import View, Waiting
from game.source import StoryError
from game.story.model import Action as Deed
from game.story.model import ContactId, Story

READ: Final = 600
"""Milliseconds for which choices are on the screen before one can be taken."""


class Phone:
    """Everything the pages are built from.

    ``stack`` are the pages open now, the newest last; never empty, and the first is
    always home. ``closed`` ends the program.
    """

    def __init__(self, library: Library, settings: Settings | None = None) -> None:
        self.library = library
        self.settings = settings or keeping.load(library.settings_dir)
        self.stack: tuple[Place, ...] = (Place.HOME,)
        self.cards: tuple[StoryCard, ...] = tuple(library.stories())
        self.story: Story | None = None
        self.session: Session | None = None
        self.change = Change.NONE
        self.view = View()
        self.items: tuple[Item, ...] = ()
        self.contact: ContactId | None = None
        self.turned = 0
        self.audience = Audience.CHILD
        self.drawing = Drawing()
        self.begun = library.kept()
        self.closed = False
        self._directory: Directory | None = None
        self._asked: tuple[int, Waiting] | None = None
        self._asked_for = 0

    @property
    def place(self) -> Place:
        """The page that is up."""
        return self.stack[-1]

    @property
    def directory(self) -> Directory:
        """Who helps; read when it is first needed."""
        if self._directory is None:
            self._directory = self.library.help()
        return self._directory

    def tick(self, elapsed: int) -> bool:
        """Let *elapsed* milliseconds pass; return whether anything changed.

        Messages arrive only while their chat is on the screen.
        """
        if self.session is None or self.place is not Place.CHAT:
            self._asked = None
            return False
        before = self._state()
        self.view = viewing.advance(self.view, self.items, elapsed, self.settings)
        self._look()
        asked = self._asks()
        self._asked_for = self._asked_for + elapsed if asked == self._asked else 0
        self._asked = asked
        return self._state() != before

    def too_soon(self, action: Action) -> bool:
        """Whether nobody can have read yet what *action* is an answer to.

        Who presses again and again to see what comes next does not answer by that.
        """
        if self.session is None or self.place is not Place.CHAT:
            return False
        asked = self._asks()
        match action:
            case actions.Do(Pick()) | actions.Finish():
                answers = True
            case actions.Reveal():
                answers = isinstance(asked[1], viewing.Stopped)
            case _:
                answers = False
        return answers and (asked != self._asked or self._asked_for < READ)

    def _asks(self) -> tuple[int, Waiting]:
        """Return what the play waits for, and after how many commands."""
        assert self.session is not None
        now = viewing.waiting(self.session, self.view, self.items)
        return len(self.session.journal), now

    def press(self, action: Action) -> None:  # noqa: C901, PLR0912 (one case per action)
        """Do what pressing something means."""
        match action:
            case actions.Go(place):
                self._open(place)
            case actions.Back():
                self._back()
            case actions.GoHome():
                self._go_home()
            case actions.OpenStory(key):
                self._open_story(key)
            case actions.Start(afresh):
                self._start(afresh=afresh)
            case actions.Do(command):
                self._send(command)
            case actions.Reveal():
                self.view = viewing.reveal(self.view, self.items)
                self.tick(0)
            case actions.Undo(to):
                self._undo(to)
            case actions.OpenChat(chat):
                self.view = replace(self.view, open=chat)
                self._to_chat()
            case actions.OpenProfile(contact):
                self._open_profile(contact)
            case actions.Finish():
                self.turned = 0
                self._to_chat()
                self.stack = (*self.stack, Place.CLOSING)
            case actions.Turn(page):
                self.turned = page
            case actions.Ask(audience):
                self.audience = audience
            case actions.Set(settings):
                self._set(settings)
            case actions.Forget():
                self._forget()
            case actions.Exit():
                self._exit()
            case actions.Close():
                self.closed = True
            case actions.Ink(colour):
                self.drawing = replace(self.drawing, ink=colour, down=False)
            case actions.Clear():
                self.drawing = Drawing(ink=self.drawing.ink)
            case actions.Newest():
                # The window scrolls by itself; there is nothing to remember.
                return

    def _send(self, command: Command) -> None:
        """Give the story a command; one that came too late does nothing."""
        assert self.session is not None
        try:
            self.session.send(command)
        except IllegalCommandError:
            return
        self._after_command()
        if isinstance(command, StepOut):
            self.press(actions.Finish())

    def _back(self) -> None:
        """Go back a page; from the closing pages of a stopped play, into the play."""
        session = self.session
        if (
            self.place is Place.CLOSING
            and session is not None
            and isinstance(session.moment, SteppedOut)
        ):
            self._undo(len(session.journal) - 1)
        else:
            self.stack = self.stack[:-1] or (Place.HOME,)

    def _go_home(self) -> None:
        """Go home; a play that came to its end is not there to be carried on."""
        session = self.session
        if (
            Place.CLOSING in self.stack
            and session is not None
            and isinstance(session.moment, Ended)
        ):
            self.library.forget(session.story.id)
            self.begun -= {session.story.id}
            self.session = None
        self.stack = (Place.HOME,)

    def _open(self, place: Place) -> None:
        if place is not self.place:
            self.stack = (*self.stack, place)

    def _exit(self) -> None:
        """Hide the game; when it is hidden, end it."""
        if self.place is Place.DRAWING:
            self.closed = True
        else:
            self.drawing = Drawing()
            self.stack = (*self.stack, Place.DRAWING)

    def _open_story(self, key: str) -> None:
        if self.story is None or self.story.id != key:
            try:
                self.story = self.library.load(key)
            except (FileError, StoryError):
                self._open(Place.BROKEN)
                return
            resumed = self.library.resume(self.story)
            self.session = resumed.session if resumed else None
            self.change = resumed.change if resumed else Change.NONE
            if self.session is not None:
                self._resume(self.session)
        self._open(Place.ABOUT)

    @property
    def under_way(self) -> bool:
        """Whether the story that is open was begun."""
        return self.session is not None and self.session.under_way

    def take_up(self, session: Session) -> None:
        """Go on with a play that began somewhere else; what it showed is there.

        One in which nothing was done yet begins here, at its own pace.
        """
        self.story, self.session = session.story, session
        if session.journal:
            self._resume(session)
        else:
            self._begin(session)
        self._to_chat()

    def _begin(self, session: Session) -> None:
        self.items = viewing.flat(viewing.items_of(session, self.settings))
        self.view = viewing.opened(session, self.settings)

    def _resume(self, session: Session) -> None:
        self.items = viewing.flat(viewing.items_of(session, self.settings))
        self.view = viewing.opened(session, self.settings, resumed=True)

    def _start(self, *, afresh: bool) -> None:
        assert self.story is not None
        if afresh:
            self.library.forget(self.story.id)
        if afresh or not self.under_way:
            self.session = Session(self.story)
            self._begin(self.session)
        self.change = Change.NONE
        self._to_chat()

    def _to_chat(self) -> None:
        self.stack = (Place.HOME, Place.ABOUT, Place.CHAT)
        self._look()

    def _after_command(self) -> None:
        session = self.session
        assert session is not None
        self.items = viewing.flat(viewing.items_of(session, self.settings))
        self.view = viewing.after_command(self.view, session, self.settings)
        self.begun |= {session.story.id}
        self.library.keep(session)
        self._to_chat()

    def _undo(self, to: int) -> None:
        assert self.session is not None
        self.session.undo(to)
        self.library.keep(self.session)
        self._resume(self.session)
        self._to_chat()

    def _open_profile(self, contact: ContactId) -> None:
        session = self.session
        assert session is not None
        first = not session.done(Deed.LOOK, contact)
        if first and session.can(Deed.LOOK, contact):
            session.send(Act(Deed.LOOK, contact))
            self._after_command()
        self.contact = contact
        self._open(Place.PROFILE)

    def _set(self, settings: Settings) -> None:
        before, self.settings = self.settings, settings
        keeping.save(self.library.settings_dir, settings)
        if self.session is not None and settings.company is not before.company:
            # There are more or fewer items now, so that counts mean something else.
            self._resume(self.session)

    def _forget(self) -> None:
        self.library.forget_all()
        keeping.forget(self.library.settings_dir)
        self.settings = Settings()
        self.story = self.session = None
        self.begun = frozenset()
        self.stack = (Place.HOME,)

    def _look(self) -> None:
        self.view = viewing.looked(self.view, self.items)

    def _state(self) -> tuple[View, Item | None]:
        timeless = replace(self.view, elapsed=0)
        return timeless, viewing.typist(self.view, self.items, self.settings)

    @property
    def typing(self) -> bool:
        """Whether somebody types now."""
        return viewing.typist(self.view, self.items, self.settings) is not None
