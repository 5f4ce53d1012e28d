"""Which stories are looked for: by band, minutes and skill. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.files import StoryCard
from game.phone.skills import band_name
from game.score.words import skill_name
from game.story.model import Band, Skill
from game.words import say

LENGTHS: Final = (5, 10)
"""Minutes to choose from: a story may take at most so many."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is looked for; None where it does not matter. ``minutes`` is at most."""

    band: Band | None = None
    minutes: int | None = None
    skill: Skill | None = None

    @property
    def anything(self) -> bool:
        """Whether every story will do."""
        return self == Finding()

    def matches(self, card: StoryCard) -> bool:
        """Whether a story is one of those looked for."""
        return (
            self.band in {None, card.band}
            and (self.minutes is None or card.minutes <= self.minutes)
            and (self.skill is None or self.skill in card.skills)
        )

    @property
    def words(self) -> str:
        """What is looked for, in words; empty where everything is."""
        parts = [band_name(self.band)] if self.band else []
        parts += [minutes_name(self.minutes)] if self.minutes else []
        parts += [skill_name(self.skill)] if self.skill else []
        return ", ".join(parts)


def minutes_name(minutes: int) -> str:
    """Return how long a story may take, in words."""
    return say("up to {count} minutes").format(count=minutes)


def found(cards: Iterable[StoryCard], finding: Finding) -> tuple[StoryCard, ...]:
    """Return the stories that are looked for, in their order."""
    return tuple(card for card in cards if finding.matches(card))
