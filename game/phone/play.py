"""A play as it lies on the phone: what it has shown, and how much of that is seen.

Knows no pygame, no page and no file; time comes in as milliseconds.
"""

from dataclasses import replace
from typing import Final

from game.engine.events import Act, Command, Pick
from game.engine.session import Session
from game.engine.step import IllegalCommandError
from game.phone import actions
from game.phone import view as viewing
from game.phone.actions import Action
from game.phone.look import Motion
from game.phone.model import ChatModel, chat_model
from game.phone.pace import Pace
from game.phone.settings import Settings
from game.phone.transcript import Item
from game.phone.view import View, Waiting
from game.story.model import Action as Deed
from game.story.model import ChatId, ContactId

READ: Final = 600
"""Milliseconds for which choices are on the screen before one can be taken."""


class Play:
    """A session and what the player sees of it; changes with commands and with time.

    ``steps`` is what each step of the session has led to, ``items`` all of it, oldest
    first, and ``view`` how much of that is shown. ``taken`` is a choice that shows that
    it was taken and has not led on yet.
    """

    def __init__(self, session: Session, settings: Settings, *, resumed: bool) -> None:
        """Show a play: from its first message on, or where it was left."""
        self.session = session
        self._settings = settings
        self._asked: tuple[int, Waiting] | None = None
        self._asked_for = 0
        self.taken: Pick | None = None
        self._taken_for = 0
        self._open(resumed=resumed)

    def _open(self, *, resumed: bool) -> None:
        self._gather()
        self.view: View = viewing.opened(self.session, self._settings, resumed=resumed)

    def _gather(self) -> None:
        """Find what the session has led to, after it went on or back."""
        self.steps = viewing.items_of(self.session, self._settings)
        self.items = viewing.flat(self.steps)
        self._model: tuple[object, ChatModel] | None = None

    def model(self, settings: Settings) -> ChatModel:
        """Return what the chat shows now: the same one as long as nothing changes."""
        seen = self.view, settings.pace, settings.company, self.taken
        if self._model is None or self._model[0] != seen:
            taken = self.taken.choice if self.taken else None
            self._model = seen, chat_model(self.session, self.view, settings, taken)
        return self._model[1]

    def tick(self, elapsed: int, *, hold: bool = False) -> bool:
        """Let *elapsed* milliseconds pass before the player's eyes.

        Nothing new comes while there is something to *hold* it up. Returns whether
        anything looks different now.
        """
        before = self._state()
        quiet = viewing.quiet(self.view, self.items, self._settings) if hold else None
        seen = elapsed if quiet is None else min(elapsed, quiet)
        self.view = viewing.advance(self.view, self.items, seen, self._settings)
        self.look()
        asked = self._asks()
        self._asked_for = self._asked_for + elapsed if asked == self._asked else 0
        self._asked = asked
        return self._state() != before

    def turn_away(self) -> None:
        """Forget for how long something was asked: it is not on the screen."""
        self._asked = None

    def too_soon(self, action: Action) -> bool:
        """Whether nobody can have read yet what *action* is an answer to.

        Who presses again and again to see what comes next does not answer by that.
        """
        if self.taken is not None:
            return isinstance(action, actions.Do | actions.Reveal | actions.Finish)
        asked = self._asks()
        match action:
            case actions.Do(Pick()) | actions.Finish():
                answers = True
            case actions.Reveal():
                answers = isinstance(asked[1], viewing.Stopped)
            case _:
                answers = False
        return answers and (asked != self._asked or self._asked_for < READ)

    def take(self, pick: Pick) -> bool:
        """Let a choice show that it was taken; return whether it does that for a while.

        Not where nothing moves by itself, or where all comes at once.
        """
        settings = self._settings
        if not settings.motion or settings.pace is Pace.AT_ONCE:
            return False
        self.taken, self._taken_for = pick, 0
        return True

    def led_on(self, elapsed: int) -> Pick | None:
        """Let *elapsed* milliseconds pass; return the choice that leads on now."""
        self._taken_for += elapsed
        if self.taken is None or self._taken_for < Motion.TAKEN:
            return None
        return self.settle()

    def settle(self) -> Pick | None:
        """Return the choice that was taken, which has to lead on before all else."""
        taken, self.taken = self.taken, None
        return taken

    def send(self, command: Command) -> bool:
        """Give the story a command; one that came too late does nothing.

        Returns whether it was taken.
        """
        try:
            self.session.send(command)
        except IllegalCommandError:
            return False
        self._gather()
        self.view = viewing.after_command(self.view, self.session, self._settings)
        self.look()
        return True

    def look_at(self, contact: ContactId) -> bool:
        """Look at a contact, which the story hears of once; return whether it did."""
        first = not self.session.done(Deed.LOOK, contact)
        if first and self.session.can(Deed.LOOK, contact):
            return self.send(Act(Deed.LOOK, contact))
        return False

    def undo(self, to: int) -> None:
        """Go back to the moment before the command at index *to*, counted from 0."""
        self.session.undo(to)
        self._open(resumed=True)

    def reveal(self) -> None:
        """Show what comes next, now."""
        self.view = viewing.reveal(self.view, self.items)

    def open_chat(self, chat: ChatId | None) -> None:
        """Put a chat on the screen; None is that of the story."""
        self.view = viewing.opening(self.view, self.items, chat)

    def look(self) -> None:
        """Remember that the open chat lies before the player's eyes."""
        self.view = viewing.looked(self.view, self.items)

    def set(self, settings: Settings) -> None:
        """Go on with other settings."""
        before, self._settings = self._settings, settings
        if settings.company is not before.company:
            # There are more or fewer items now, so that counts mean something else.
            self._open(resumed=True)

    @property
    def typing(self) -> bool:
        """Whether somebody types now."""
        return viewing.typist(self.view, self.items, self._settings) is not None

    def _asks(self) -> tuple[int, Waiting]:
        """Return what the play waits for, and after how many commands."""
        now = viewing.waiting(self.session, self.view, self.items)
        return len(self.session.journal), now

    def _state(self) -> tuple[View, Item | None]:
        timeless = replace(self.view, elapsed=0)
        return timeless, viewing.typist(self.view, self.items, self._settings)
