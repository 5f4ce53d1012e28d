"""Finding phrases in many passages, in one go."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from game.check.pace import WORD
from game.check.reader.lists import GAP, LONGEST_GAP, Pattern, Phrase, bare
from game.check.reader.passages import Passage, holding
from game.story.model import Band


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase in a passage: from which character to which."""

    passage: Passage
    phrase: Phrase
    start: int
    end: int

    @property
    def said(self) -> str:
        """The words as they stand there."""
        return self.passage.text[self.start : self.end]


def by_word(
    phrases: Iterable[Phrase], band: Band, vocabulary: Iterable[str]
) -> Mapping[str, list[Phrase]]:
    """Return the phrases for a band by each word that their rarest place can have.

    Few passages hold one of these words; only they are looked at closely. Phrases
    that cannot be said with the *vocabulary* of a story are left out.
    """
    index: dict[str, list[Phrase]] = defaultdict(list)
    written = frozenset(word.replace("'", "") for word in vocabulary)
    for phrase in phrases:
        places = (place for place in phrase.pattern if place is not GAP)
        if band in phrase.bands and not any(map(written.isdisjoint, places)):
            for word in max(phrase.pattern, key=_rareness):
                if word in written:
                    index[word].append(phrase)
    return index


def matches(
    index: Mapping[str, list[Phrase]], passages: Sequence[Passage]
) -> Mapping[str, tuple[Match, ...]]:
    """Return what was found by the name of its rule, in order of the passages.

    Of a rule, the first match in a passage is enough.
    """
    found: dict[str, list[Match]] = defaultdict(list)
    some = passages if index else ()
    for passage in holding(some, partial(_spots, index), written=bare):
        words = passage.bare
        near = {id(phrase): phrase for word in words for phrase in index.get(word, ())}
        here: dict[str, Match] = {}
        for phrase in near.values():
            if passage.voice in phrase.voices:
                match = _match(phrase, passage, words)
                first = here.get(phrase.rule)
                if match and (first is None or match.start < first.start):
                    here[phrase.rule] = match
        for rule, match in here.items():
            found[rule].append(match)
    return {rule: tuple(some) for rule, some in found.items()}


def _spots(words: Iterable[str], text: str) -> Iterator[int]:
    """Yield where words begin in a text, if only as part of others.

    Letters are compared faster than words are found.
    """
    for word in words:
        spot = text.find(word)
        while spot >= 0:
            yield spot
            spot = text.find(word, spot + 1)


def _rareness(words: frozenset[str]) -> int:
    """Return how much a place in a pattern says; long words are rare."""
    return min(map(len, words), default=0)


def _match(phrase: Phrase, passage: Passage, words: list[str]) -> Match | None:
    """Return the first place at which a phrase stands within one sentence."""
    spans: list[tuple[int, int]] = []
    for at in range(len(words)):
        end = _end(phrase.pattern, words, at)
        if end is None or _excused(phrase, words, at, end):
            continue
        spans = spans or [found.span() for found in WORD.finditer(passage.text)]
        start, stop = spans[at][0], spans[end - 1][1]
        if not any(sign in passage.text[start:stop] for sign in ".!?\u2026"):
            return Match(passage, phrase, start, stop)
    return None


def _end(pattern: Pattern, words: list[str], at: int) -> int | None:
    """Return where a pattern that starts at a word ends, None if it is not there."""
    if not pattern:
        return at
    if pattern[0] is GAP:
        tries = range(at, min(at + LONGEST_GAP, len(words)) + 1)
        ends = (_end(pattern[1:], words, later) for later in tries)
        return next((end for end in ends if end is not None), None)
    if at < len(words) and words[at] in pattern[0]:
        return _end(pattern[1:], words, at + 1)
    return None


def _excused(phrase: Phrase, words: list[str], start: int, end: int) -> bool:
    """Whether a pattern of ``unless`` holds a word of what was found."""
    for pattern in phrase.unless:
        for at in range(len(words)):
            stop = _end(pattern, words, at)
            if stop is not None and at < end and stop > start:
                return True
    return False
