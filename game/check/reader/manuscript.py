"""A story as the reader has it before them: every passage, measured once."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from game.check.pace import WORD
from game.check.reader.levels import (
    FEWEST_WORDS,
    HIGHEST,
    Level,
    Scale,
    Size,
    help_level,
    total,
)
from game.check.reader.passages import Kind, Passage, passages
from game.check.reader.phrases import Match, by_word, matches
from game.check.reader.places import place
from game.check.rules import Surroundings
from game.source import Mark
from game.story.model import Story
from game.values import value

MEASURED: Final = (Kind.CHAT, Kind.REASONS)


@value()
class Line:
    """A passage and how hard it is."""

    passage: Passage
    size: Size


class Manuscript:
    """The passages of one story, with what all rules want to know of them.

    ``lines`` are those that are measured, of each kind, in order; ``vocabulary`` has
    every word of all passages, as ``Passage.words`` writes it.
    """

    def __init__(self, story: Story, around: Surroundings) -> None:
        self.story = story
        self.lists = around.lists
        self.help = around.help
        self.undrawn = around.undrawn
        self._texts = around.texts
        self.passages: list[Passage] = []
        self.lines: Mapping[Kind, list[Line]] = {kind: [] for kind in MEASURED}
        self.vocabulary = self._read()

    def _read(self) -> frozenset[str]:
        """Look at each passage once; return all words."""
        lists, lines = self.lists, self.lines
        scale = Scale(
            {
                written: meant.lower()
                for forms in (lists.spellings, lists.short_forms, lists.spoken)
                for written, meant in forms.items()
            },
            self.names,
        )
        for passage in passages(self.story):
            words = passage.words
            size = scale.size(passage.text, words)
            self.passages.append(passage)
            if words and passage.kind in lines:
                lines[passage.kind].append(Line(passage, size))
        return frozenset(scale.words)

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
        index = by_word(self.lists.phrases, self.story.band, self.vocabulary)
        return matches(index, self.passages)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The reading level of each kind of which there is enough, the help last."""
        limit = HIGHEST[self.story.band]
        sums = {
            kind: total(line.size for line in self.lines[kind]) for kind in MEASURED
        }
        found = [
            Level(str(kind), whole.grade, limit)
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
