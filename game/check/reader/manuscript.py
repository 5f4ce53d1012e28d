"""A story as the reader has it before them: every passage, measured once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from game.check.pace import WORD
from game.check.reader.levels import (
    FEWEST_WORDS,
    HIGHEST,
    Level,
    Size,
    grade,
    help_level,
    size,
    total,
)
from game.check.reader.passages import Kind, Passage, passages
from game.check.reader.phrases import Match, matches
from game.check.reader.places import place
from game.check.rules import Surroundings
from game.source import Mark
from game.story.model import Story

MEASURED: Final = (Kind.CHAT, Kind.REASONS)


@dataclass(frozen=True, slots=True)
class Line:
    """A passage and how hard it is."""

    passage: Passage
    size: Size
    grade: float


class Manuscript:
    """The passages of one story, with what all rules want to know of them.

    Filled in as the rules ask; nothing else about it changes.
    """

    def __init__(self, story: Story, around: Surroundings) -> None:
        self.story = story
        self.lists = around.lists
        self.help = around.help
        self._texts = around.texts
        self.passages = passages(story)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of the names in the story, in small letters, also with 's."""
        named = [contact.name for contact in self.story.cast.values()]
        named += [chat.name for chat in self.story.chats.values()]
        words = {word for name in named for word in WORD.findall(name.lower())}
        return frozenset(words | {f"{word}'s" for word in words})

    @cached_property
    def explained(self) -> frozenset[str]:
        """Words that the glossary explains, in small letters."""
        return frozenset(
            word
            for entry, _ in self.story.glossary
            for word in (entry.lower(), *WORD.findall(entry.lower()))
        )

    @cached_property
    def matches(self) -> Mapping[str, tuple[Match, ...]]:
        """What was found of the lists' phrases, by rule."""
        return matches(self.lists.phrases, self.passages, self.story.band)

    @cached_property
    def lines(self) -> Mapping[Kind, tuple[Line, ...]]:
        """The measured passages of each kind, in order."""
        lists = self.lists
        spoken = {
            written: meant.lower()
            for forms in (lists.spellings, lists.short_forms, lists.spoken)
            for written, meant in forms.items()
        }
        found: dict[Kind, list[Line]] = {kind: [] for kind in MEASURED}
        for passage in self.passages:
            if passage.kind in found and passage.words:
                measured = size(passage.text, passage.words, spoken, self.names)
                found[passage.kind].append(Line(passage, measured, grade(measured)))
        return {kind: tuple(lines) for kind, lines in found.items()}

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The reading level of each kind of which there is enough, the help last."""
        limit = HIGHEST[self.story.band]
        sums = {
            kind: total(line.size for line in self.lines[kind]) for kind in MEASURED
        }
        found = [
            Level(str(kind), grade(whole), limit)
            for kind, whole in sums.items()
            if whole.words >= FEWEST_WORDS
        ]
        if self.help is not None:
            found.append(help_level(self.help))
        return tuple(found)

    def place(self, passage: Passage, start: int = 0, end: int | None = None) -> Mark:
        """Return where characters of a passage stand, all of it by default."""
        stop = len(passage.text) if end is None else end
        return place(self._texts, passage, start, stop)
