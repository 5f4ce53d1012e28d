"""The story that is open on the phone: its play, and what is kept of plays.

Where many play on one machine nothing is kept, and nothing is left behind. Knows no
page and no pygame.
"""

from game.engine.events import Command, Ended
from game.engine.saves import Change
from game.engine.session import Session
from game.phone.library import Library
from game.phone.play import Play
from game.phone.settings import Settings
from game.story.model import ContactId, Story


class Opened:
    """A story, how far it is played, and what the library keeps of it.

    ``story`` is the one that was opened last and ``play`` what is played of it; None
    before that. ``change`` is what an edit of the story did to what was kept. ``begun``
    are the stories that can be carried on, ``seen`` those a grown-up has read about.
    """

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library
        self._settings = settings
        self.story: Story | None = None
        self.play: Play | None = None
        self.change = Change.NONE
        self.begun = frozenset() if settings.shared else library.kept()
        self.seen = library.seen()

    @property
    def session(self) -> Session | None:
        """The play by the rules of the engine."""
        return self.play.session if self.play else None

    @property
    def locked(self) -> bool:
        """Whether a grown-up has to look at the story before it is played."""
        story = self.story
        return story is not None and story.band.older and story.id not in self.seen

    @property
    def under_way(self) -> bool:
        """Whether the story was begun."""
        return self.session is not None and self.session.under_way

    def open(self, key: str) -> None:
        """Open a story, as far as it was played before.

        Raises:
            FileError: If there is no such story, or it cannot be read.
            StoryError: If there are mistakes in it.
        """
        if self.story is not None and self.story.id == key:
            return
        story = self.library.load(key)
        resumed = None if self._settings.shared else self.library.resume(story)
        self.story, self.play = story, None
        self.change = resumed.change if resumed else Change.NONE
        if resumed is not None:
            self.play = Play(resumed.session, self._settings, resumed=True)

    def start(self, *, afresh: bool) -> bool:
        """Play the story that is open; return whether it begins at its start.

        *afresh* leaves an earlier play behind.
        """
        assert self.story is not None
        if afresh:
            self.library.forget(self.story.id)
        fresh = afresh or not self.under_way
        if fresh:
            self.play = Play(Session(self.story), self._settings, resumed=False)
        self.change = Change.NONE
        return fresh

    def take_up(self, session: Session) -> None:
        """Go on with a play that began somewhere else; what it showed is there.

        One in which nothing was done yet begins here, at its own pace.
        """
        self.story = session.story
        self.play = Play(session, self._settings, resumed=bool(session.journal))

    def send(self, command: Command) -> bool:
        """Give the story a command, and keep that; return whether it was taken."""
        assert self.play is not None
        taken = self.play.send(command)
        if taken:
            self._keep()
        return taken

    def look_at(self, contact: ContactId) -> bool:
        """Look at a contact; return whether the story heard of it."""
        assert self.play is not None
        looked = self.play.look_at(contact)
        if looked:
            self._keep()
        return looked

    def undo(self, to: int) -> None:
        """Go back to the moment before the command at index *to*, and keep that."""
        assert self.play is not None
        self.play.undo(to)
        self._keep()

    def put_down(self) -> None:
        """Forget a play that came to its end: it is not there to be carried on."""
        session = self.session
        if session is not None and isinstance(session.moment, Ended):
            self.library.forget(session.story.id)
            self.begun -= {session.story.id}
            self.play = None

    def leave(self) -> None:
        """Let nothing of the play be left, not even which story it was."""
        self.story = self.play = None
        self.change = Change.NONE
        self.begun = frozenset()

    def mark_seen(self) -> None:
        """Let the story be played that a grown-up has read about."""
        assert self.story is not None
        self.library.mark_seen(self.story.id)
        self.seen |= {self.story.id}

    def set(self, settings: Settings) -> None:
        """Go on with other settings, in the play as well."""
        before, self._settings = self._settings, settings
        if settings.shared and not before.shared:
            # From now on others play here, and later perhaps no longer.
            self.library.forget_plays()
            self.begun = frozenset()
        if self.play is not None:
            self.play.set(settings)

    def forget_all(self) -> None:
        """Wipe what is kept of every play, and what was read."""
        self.library.forget_all()
        self.seen = frozenset()
        self.leave()

    def _keep(self) -> None:
        """Save the play, whole, with what was done in it last; not where many play."""
        assert self.play is not None
        if not self._settings.shared:
            session = self.play.session
            self.begun |= {session.story.id}
            self.library.keep(session)
