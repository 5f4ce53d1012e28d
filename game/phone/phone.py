"""The phone as it is held: which page is up, which story is played, what was set.

The one object of the phone that changes, besides the window. Knows no pygame.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.events import Command, Pick, StepOut, SteppedOut
from game.engine.session import Session
from game.files import FileError, StoryCard
from game.help.directory import Audience, Directory
from game.phone import actions
from game.phone import settings as keeping
from game.phone.actions import Action, Place
from game.phone.company import Company
from game.phone.drawing import DOODLE, Drawing
from game.phone.finding import Finding
from game.phone.library import Library
from game.phone.nations import nation_of
from game.phone.opened import Opened, under_its_names
from game.phone.pace import Pace
from game.phone.play import Play
from game.phone.settings import Settings
from game.phone.transcript import Item
from game.phone.view import View
from game.source import StoryError
from game.story.model import ContactId, Story

if TYPE_CHECKING:
    from game.report.document import Document


class Phone:
    """Everything the pages are built from.

    ``stack`` are the pages open now, the newest last; never empty, and the first is
    always home. ``opened`` is the story that is open and what is played of it.
    ``tried`` is whether a class has hidden the game.
    ``closed`` ends the program.
    """

    def __init__(self, library: Library, settings: Settings | None = None) -> None:
        self.library = library
        self.settings = settings or keeping.load(library.settings_dir)
        self.stack: tuple[Place, ...] = (Place.HOME,)
        self.cards: tuple[StoryCard, ...] = tuple(library.stories())
        self.opened = Opened(library, self.settings)
        self.contact: ContactId | None = None
        self.turned = 0
        self.audience = Audience.CHILD
        self.drawing = Drawing(lines=DOODLE)
        self.finding = Finding()
        self.closed = False
        self.tried = False
        self._usual = self.settings.company
        self._directory: Directory | None = None
        self._script: tuple[Story, Document] | None = None

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

    @property
    def story(self) -> Story | None:
        """The story that was opened last."""
        return self.opened.story

    @property
    def play(self) -> Play | None:
        """What is played of the story; None before it starts."""
        return self.opened.play

    @property
    def session(self) -> Session | None:
        """The play by the rules of the engine."""
        return self.opened.session

    @property
    def view(self) -> View:
        """How much of the play is on the screen."""
        return self.play.view if self.play else View()

    @property
    def items(self) -> tuple[Item, ...]:
        """All that the play has led to, oldest first."""
        return self.play.items if self.play else ()

    @property
    def typing(self) -> bool:
        """Whether somebody types now."""
        return self.play is not None and self.play.typing

    @property
    def blinking(self) -> bool:
        """Whether dots blink: somebody types, and the message comes by itself."""
        settings = self.settings
        return (
            settings.motion
            and settings.pace is not Pace.ON_KEY
            and self.place is Place.CHAT
            and self.typing
        )

    def tick(self, elapsed: int, *, hold: bool = False) -> bool:
        """Let *elapsed* milliseconds pass; return whether anything changed.

        Messages arrive only while their chat is on the screen, and none while there is
        something to *hold* them up.
        """
        if self.play is None:
            return False
        if self.place is not Place.CHAT:
            self.play.turn_away()
            return False
        pick = self.play.led_on(elapsed)
        if pick is not None:
            self._send(pick)
            return True
        return self.play.tick(elapsed, hold=hold)

    def too_soon(self, action: Action) -> bool:
        """Whether nobody can have read yet what *action* is an answer to."""
        if self.play is None or self.place is not Place.CHAT:
            return False
        return self.play.too_soon(action)

    def press(self, action: Action) -> None:  # noqa: C901, PLR0912, PLR0915 (one case per action)
        """Do what pressing something means."""
        self._settle()
        match action:
            case actions.Go(place):
                self._open(place)
            case actions.Back():
                self._back()
            case actions.GoHome():
                self._go_home()
            case actions.OpenStory(key):
                self._open_story(key)
            case actions.Start(afresh, company):
                self._start(company, afresh=afresh)
            case actions.Do(command):
                if not self._shows_taken(command):
                    self._send(command)
            case actions.Reveal():
                assert self.play is not None
                self.play.reveal()
                self.tick(0)
            case actions.Undo(to):
                self._undo(to)
            case actions.OpenChat(chat):
                assert self.play is not None
                self.play.open_chat(chat)
                self._to_chat()
            case actions.OpenProfile(contact):
                self._open_profile(contact)
            case actions.Seen():
                self.opened.mark_seen()
                self._back()
            case actions.Rename(contact, name):
                self.opened.rename(contact, name)
                assert self.story is not None
                self.cards = under_its_names(self.cards, self.story)
            case actions.Read(section):
                self.turned = section
            case actions.Find(finding):
                self.finding = finding
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

    def _settle(self) -> None:
        """Let a choice that was taken lead on, whatever is pressed next."""
        pick = self.play.settle() if self.play else None
        if pick is not None:
            self._send(pick)

    def _shows_taken(self, command: Command) -> bool:
        """Whether a choice shows for a moment that it was taken."""
        if self.play is None or self.place is not Place.CHAT:
            return False
        return isinstance(command, Pick) and self.play.take(command)

    def _send(self, command: Command) -> None:
        """Give the story a command; one that came too late does nothing."""
        if not self.opened.send(command):
            return
        self._to_chat()
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
            left = self.place
            self.stack = self.stack[:-1] or (Place.HOME,)
            # Back from the settings or from finding a story, nobody has left one.
            if left is Place.ABOUT and self.settings.shared:
                self._leave()

    def _go_home(self) -> None:
        """Go home; a play that came to its end is not there to be carried on.

        Nor is any other where many play: the next child must not see this one's.
        """
        self._play_with(replace(self.settings, company=self._usual))
        if self.settings.shared:
            self._leave()
        elif Place.CLOSING in self.stack:
            self.opened.put_down()
        self.stack = (Place.HOME,)

    def _leave(self) -> None:
        """Let nothing of the play be left, not even which story it was."""
        self.opened.leave()
        self.contact = None
        self.turned = 0
        self.finding = Finding()
        self._play_with(replace(self.settings, company=self._usual))

    def _play_with(self, settings: Settings) -> None:
        """Go on with other settings, the play that is open as well."""
        self.settings = settings
        self.opened.set(settings)

    def _open(self, place: Place) -> None:
        if place is Place.SCRIPT:
            self.turned = 0
        if place is not self.place:
            self.stack = (*self.stack, place)

    def _exit(self) -> None:
        """Hide the game; when it is hidden, end it.

        Where many play, the story is gone: whoever comes back finds the stories.
        """
        if self.place is Place.DRAWING:
            self.closed = True
        else:
            self.drawing = Drawing(lines=DOODLE)
            if self.place is Place.TRY:
                self.tried = True
            elif self.settings.shared:
                self._leave()
                self.stack = (Place.HOME,)
            self.stack = (*self.stack, Place.DRAWING)

    def _open_story(self, key: str) -> None:
        try:
            self.opened.open(key)
        except (FileError, StoryError):
            self._open(Place.BROKEN)
        else:
            self._open(Place.ABOUT)

    @property
    def script(self) -> "Document":
        """Everything in the story that is open, to read."""
        assert self.story is not None
        if self._script is None or self._script[0] is not self.story:
            # Few want to read a story as a whole: the others start without that.
            from game.report.helpers import help_for  # noqa: PLC0415
            from game.report.script import script  # noqa: PLC0415

            nation = nation_of(self.directory, self.settings)
            helps = help_for(self.directory, nation)
            self._script = self.story, script(self.story, helps)
        return self._script[1]

    def take_up(self, session: Session) -> None:
        """Go on with a play that began somewhere else; what it showed is there."""
        self.opened.take_up(session)
        self._to_chat()

    def _start(self, company: Company | None, *, afresh: bool) -> None:
        if self.opened.locked:
            return
        company = company or self._usual
        self._play_with(replace(self.settings, company=company))
        self.tried = False
        fresh = self.opened.start(afresh=afresh)
        self._to_chat()
        if fresh:
            first = Place.TRY if company is Company.CLASS else Place.LOCK
            self.stack = (Place.HOME, Place.ABOUT, first)

    def _to_chat(self) -> None:
        assert self.play is not None
        self.stack = (Place.HOME, Place.ABOUT, Place.CHAT)
        self.play.look()

    def _undo(self, to: int) -> None:
        self.opened.undo(to)
        self._to_chat()

    def _open_profile(self, contact: ContactId) -> None:
        if self.opened.look_at(contact):
            self._to_chat()
        self.contact = contact
        self._open(Place.PROFILE)

    def _set(self, settings: Settings) -> None:
        self._play_with(settings)
        keeping.save(self.library.settings_dir, settings)

    def _forget(self) -> None:
        self.opened.forget_all()
        self.cards = tuple(self.library.stories())
        keeping.forget(self.library.settings_dir)
        self.settings = Settings()
        self._leave()
        self.stack = (Place.HOME,)
