"""What the closing pages say of a play: plain values. Pure."""

from dataclasses import dataclass

from game.phone.transcript import Item
from game.story.model import Contact, Ending, Move, Skill, Story


@dataclass(frozen=True, slots=True)
class Mark:
    """A safety move on the line of the chat.

    ``before`` is the message that came before it, None if that stands at the mark
    above already; ``answer`` is what the player said or did. Both are None for what
    was tried on a way since undone.
    """

    move: Move
    before: Item | None
    answer: Item | None


@dataclass(frozen=True, slots=True)
class Closing:
    """How a play went.

    ``ending`` is None when the player stepped out, and ``carry_on`` is then the index
    to go back to. ``marks`` are in the order of the play. ``other`` are moves with the
    index of the moment to go back to. ``practised`` says for each skill how many of
    the moves were of it, 0 for none, and ``counted`` whether a child reads the number.
    ``questions`` are those to talk about that came up on this way through the story.
    """

    story: Story
    ending: Ending | None
    headline: str
    marks: tuple[Mark, ...]
    other: tuple[tuple[Move, int], ...]
    practised: tuple[tuple[Skill, int], ...]
    counted: bool
    questions: tuple[str, ...]
    can_tell: bool
    carry_on: int | None

    @property
    def player(self) -> Contact:
        """Whose phone it was."""
        return self.story.cast[self.story.player]
