"""A play under way: the one object of the engine that changes.

Keeps what was done and shows what it led to. Knows no screen, clock or file.
"""

from dataclasses import dataclass

from game.engine.events import (
    Act,
    Command,
    Ended,
    Event,
    Moved,
    Offered,
    Pick,
    SteppedOut,
)
from game.engine.step import State, Step, advance, begin, moment, tellable
from game.story.model import Action, ChoiceId, ContactId, Move, MoveId, SceneId, Story


@dataclass(frozen=True, slots=True)
class Entry:
    """A command of the journal and the scene it was given in."""

    scene: SceneId
    command: Command


class Session:
    """A story being played.

    The journal holds the commands made, oldest first. Everything that can be seen
    follows from it, so undoing shortens it and plays it again. Moves once made stay
    made: undoing does not lower the count.
    """

    def __init__(self, story: Story, opened: Step | None = None) -> None:
        """Open a story: at its start, or with a step that led into the middle."""
        self.story = story
        self._in_the_middle = opened is not None
        self._steps: list[Step] = [opened or begin(story)]
        self._journal: list[Entry] = []
        self._also_tried: dict[MoveId, Move] = {}
        self._undone: dict[Entry, None] = {}

    @property
    def state(self) -> State:
        """Where the play is now."""
        return self._steps[-1].state

    @property
    def journal(self) -> tuple[Entry, ...]:
        """The commands made, oldest first."""
        return tuple(self._journal)

    @property
    def under_way(self) -> bool:
        """Whether there is more to the play than the opening of its story."""
        return self._in_the_middle or bool(self._journal)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The first scene, then the step each command of the journal led to."""
        return tuple(self._steps)

    @property
    def also_tried(self) -> tuple[Move, ...]:
        """Moves that were made on ways since undone."""
        return tuple(self._also_tried.values())

    @property
    def undone(self) -> tuple[Entry, ...]:
        """The commands of ways since undone, each once, oldest first."""
        return tuple(self._undone)

    def tried(self, choice: ChoiceId) -> bool:
        """Whether a choice of this moment was taken on a way since undone."""
        return Entry(self.state.scene, Pick(choice)) in self._undone

    @property
    def moment(self) -> Offered | Ended | SteppedOut:
        """What the player is looking at now."""
        return moment(self.story, self.state)

    @property
    def over(self) -> bool:
        """Whether the story has ended or was left."""
        return not isinstance(self.moment, Offered)

    def tellable(self) -> tuple[ContactId, ...]:
        """Return the adults who can be told now, in the order of the story."""
        return tellable(self.story, self.state)

    def done(self, action: Action, contact: ContactId) -> bool:
        """Whether that action was taken on that contact, by itself or in a choice.

        Also where a play began in the middle, with that as given.
        """
        response = self.story.responses.get((action, contact))
        if response is not None and response.slot is not None:
            return self.state.facts[response.slot] == 1
        return self.done_at(action, contact) is not None

    def done_at(self, action: Action, contact: ContactId) -> int | None:
        """Return the index of the command that did that first, from 0; None if none.

        Not where it was given when a play began in the middle.
        """
        for at, entry in enumerate(self._journal):
            if _does(self.story, entry, action, contact):
                return at
        return None

    def can(self, action: Action, contact: ContactId) -> bool:
        """Whether that action does something now.

        Looking is always possible until the end; the others are once in a play, and
        blocking only where the story answers to it.
        """
        if self.over or contact == self.story.player or contact not in self.story.cast:
            return False
        if action is Action.LOOK:
            return True
        answered = (action, contact) in self.story.responses
        return (answered or action is not Action.BLOCK) and not self.done(
            action, contact
        )

    def send(self, command: Command) -> tuple[Event, ...]:
        """Give a command and return what it shows, in order.

        Raises:
            IllegalCommandError: If the player cannot do that now; nothing changes.
        """
        entry = Entry(self.state.scene, command)
        step = advance(self.story, self.state, command)
        self._journal.append(entry)
        self._steps.append(step)
        return step.events

    def undo(self, to: int) -> None:
        """Go back to the moment before the command at index *to*, counted from 0.

        Raises:
            IndexError: If there is no such command.
        """
        if not 0 <= to < len(self._journal):
            raise IndexError(to)
        for step in self._steps[to + 1 :]:
            for event in step.events:
                if isinstance(event, Moved):
                    self._also_tried.setdefault(event.move.id, event.move)
        self._undone.update(dict.fromkeys(self._journal[to:]))
        del self._journal[to:]
        del self._steps[to + 1 :]

    def keep_tried(
        self, moves: tuple[Move, ...], undone: tuple[Entry, ...] = ()
    ) -> None:
        """Take over moves and commands of ways undone in an earlier sitting."""
        for move in moves:
            self._also_tried.setdefault(move.id, move)
        self._undone.update(dict.fromkeys(undone))


def _does(story: Story, entry: Entry, action: Action, contact: ContactId) -> bool:
    match entry.command:
        case Act(done, whom):
            return (done, whom) == (action, contact)
        case Pick(key):
            return any(
                (action, contact) in choice.does
                for choice in story.scenes[entry.scene].choices
                if choice.id == key
            )
        case _:
            return False
