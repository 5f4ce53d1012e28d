"""The story that is open on the phone: its play, and what is kept of plays.

Where many play on one machine nothing is kept, and nothing is left behind. Knows no
page and no pygame.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.engine import saves
from game.engine.events import Command, Ended
from game.engine.saves import Change
from game.engine.session import Session
from game.files import StoryCard
from game.phone.library import Library
from game.phone.play import Play
from game.phone.settings import Settings
from game.story.model import Contact, ContactId, Story
from game.story.swap import offered, renamed


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody of a story whose name can be another.

    ``contact`` is as the story was written; ``name`` is what they are called now, and
    ``others`` what they can be called instead.
    """

    contact: Contact
    name: str
    others: tuple[str, ...]


def under_its_names(cards: Iterable[StoryCard], story: Story) -> tuple[StoryCard, ...]:
    """Return the cards, that of *story* with the names which that has now."""
    player = story.cast[story.player].name
    return tuple(
        replace(card, title=story.title, about=story.about, player=player)
        if card.id == story.id
        else card
        for card in cards
    )


class Opened:
    """A story, how far it is played, and what the library keeps of it.

    ``story`` is the one that was opened last and ``play`` what is played of it; None
    before that. ``change`` is what an edit of the story did to what was kept. ``begun``
    are the stories that can be carried on, ``seen`` those a grown-up has read about.
    Other names for people of a story stay until the game is closed, and are not kept.
    """

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library
        self._settings = settings
        self.story: Story | None = None
        self._written: Story | None = None
        self._names: dict[str, dict[ContactId, str]] = {}
        self._roles: tuple[Role, ...] | None = None
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
        written = self.library.load(key)
        story = renamed(written, self._names.get(key, {}))
        resumed = None if self._settings.shared else self.library.resume(story)
        self._written, self._roles = written, None
        self.story, self.play = story, None
        self.change = resumed.change if resumed else Change.NONE
        if resumed is not None:
            self.play = Play(resumed.session, self._settings, resumed=True)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who can have another name in the story that is open."""
        story = self._written
        assert story is not None
        if self._roles is None:
            names = self._names.get(story.id, {})
            self._roles = tuple(
                Role(contact := story.cast[key], names.get(key, contact.name), others)
                for key, others in offered(story).items()
            )
        return self._roles

    def rename(self, contact: ContactId, name: str) -> None:
        """Give somebody of the story another name, or their own again.

        A play that is under way goes on under the other name.
        """
        assert self._written is not None
        names = self._names.setdefault(self._written.id, {})
        names[contact] = name
        self.story, self._roles = renamed(self._written, names), None
        if self.session is not None:
            resumed = saves.load(self.story, saves.dump(self.session))
            self.change = resumed.change
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
        self.story = self._written = session.story
        self._roles = None
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
        self.story = self._written = self.play = None
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
        self._names.clear()
        self.leave()

    def _keep(self) -> None:
        """Save the play, whole, with what was done in it last; not where many play."""
        assert self.play is not None
        if not self._settings.shared:
            session = self.play.session
            self.begun |= {session.story.id}
            self.library.keep(session)
