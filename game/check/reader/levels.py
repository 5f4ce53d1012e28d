"""How hard texts are to read, in school years.

The formula is that of Flesch and Kincaid: J. P. Kincaid, R. P. Fishburne, R. L. Rogers
and B. S. Chissom, "Derivation of New Readability Formulas", Research Branch Report
8-75, Naval Technical Training, 1975. It was made on the prose of grown-ups: over a
whole story it is steady, on one line it is rough.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Final

from game.check.pace import WORD, words_in
from game.check.reader.syllables import of_words
from game.story.model import Band
from game.values import value

HIGHEST: Final[Mapping[Band, float]] = MappingProxyType(
    {Band.SEVEN: 3, Band.NINE: 4, Band.ELEVEN: 5.5, Band.FOURTEEN: 7}
)
"""Reading level that a band's texts may have (content guide, "Words by age band")."""

ABOVE_TENTH: Final = 2
"""School years by which the hardest tenth of the lines may be above ``HIGHEST``.

Our own choice: those are the lines at which a child gives up who reads less well than
the class. The hardest tenth of the first three stories was at 2 to 5, so two years
leave room for a hard word that has to be said, and none for a page of them.
"""

ABOVE_LINE: Final = 5
"""School years by which a single line may be above ``HIGHEST``; our own choice, too.

Of the 1,100 lines of the first three stories none of eight words or more is further
than 3.4 above.
"""

HIGHEST_HELP: Final = 4.0
"""Reading level that the help pages may have: that of the youngest who play alone."""

LONGEST_SENTENCE: Final[Mapping[Band, int]] = MappingProxyType(
    {Band.SEVEN: 14, Band.NINE: 18, Band.ELEVEN: 22, Band.FOURTEEN: 25}
)
"""Words that a sentence may have.

25 is what the style guide of GOV.UK asks of sentences for everybody; the rest is our
own choice below it. The longest of the first three stories have 18 (9-11) and 21.
"""

FEWEST_WORDS: Final = 100
"""Words that a level is taken of: with fewer, a single line moves it by a year."""

FEWEST_WORDS_OF_LINE: Final = 8
"""Words of a line that is measured by itself."""

SHORTEST_RANKED: Final = 5
"""Words of a line that can be among the hardest tenth: "Revising. Mostly." is at 14."""

_SENTENCE: Final = re.compile("(?<![.\u2026])[.!?][!?]*[\"'\u201d\u2019)]*(?=\\s|\\Z)")
"""Where a sentence ends; three dots leave it open."""


@value()
class Size:
    """How much there is to read, and how hard that makes it.

    ``grade`` is that of Flesch and Kincaid, a school year in the United States, or 0.
    """

    words: int
    sentences: int
    syllables: int
    grade: float = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "grade", self._grade())

    def _grade(self) -> float:
        if not self.words:
            return 0.0
        per_sentence = self.words / max(1, self.sentences)
        per_word = self.syllables / self.words
        return max(0.0, 0.39 * per_sentence + 11.8 * per_word - 15.59)


@value()
class HelpTexts:
    """What a child reads on the help page that stories end with, and in which file."""

    file: str
    texts: tuple[str, ...]


@value()
class Level:
    """The measured reading level of one sort of text, and the highest it may have."""

    what: str
    grade: float
    limit: float

    def __str__(self) -> str:
        return f"{self.what} {self.grade:.1f}"


class Scale:
    """Measures texts. The words of a language come again and again: each counts once.

    Args:
        spoken: What short forms and chat spellings are read as.
        names: Words that count as one syllable each, because whoever knows the people
            of a story knows them by sight.
    """

    def __init__(
        self, spoken: Mapping[str, str], names: frozenset[str] = frozenset()
    ) -> None:
        self._syllables = _Syllables(spoken, names)
        self._sizes: dict[tuple[int, int, int], Size] = {}

    @property
    def words(self) -> Iterable[str]:
        """Every word that was measured so far, once."""
        return self._syllables

    def size(self, text: str, words: Collection[str]) -> Size:
        """Return the size of a text; it ends a sentence, whatever stands at its end.

        Args:
            text: As the child sees it.
            words: Its words, in small letters.
        """
        syllables = sum(map(self._syllables.__getitem__, words))
        key = len(words), _sentences(text) if words else 0, syllables
        # Many texts are of one size.
        found = self._sizes.get(key)
        if found is None:
            found = self._sizes[key] = Size(*key)
        return found


class _Syllables(dict[str, int]):
    """The syllables of each word that was asked for."""

    def __init__(self, spoken: Mapping[str, str], names: frozenset[str]) -> None:
        super().__init__()
        self._spoken = spoken
        self._names = names

    def __missing__(self, word: str) -> int:
        count = 1 if word in self._names else of_words((word,), self._spoken)
        self[word] = count
        return count


def _sentences(text: str) -> int:
    """Return the sentences of a text that has words."""
    if not ("." in text or "!" in text or "?" in text):
        return 1
    sentences, end = 0, 0
    for found in _SENTENCE.finditer(text):
        sentences, end = sentences + 1, found.end()
    # What follows the last end is a sentence as well, unless it is only an emoji.
    return max(1, sentences + (WORD.search(text, end) is not None))


def longest_sentence(text: str) -> int:
    """Return the words of the longest sentence."""
    return max(len(WORD.findall(part)) for part in _SENTENCE.split(text))


def help_level(page: HelpTexts) -> Level:
    """Return the reading level of a help page."""
    scale = Scale({})
    sizes = (scale.size(text, words_in(text)) for text in page.texts)
    return Level("help", total(sizes).grade, HIGHEST_HELP)


def total(sizes: Iterable[Size]) -> Size:
    """Return the sum of sizes."""
    words = sentences = syllables = 0
    for one in sizes:
        words += one.words
        sentences += one.sentences
        syllables += one.syllables
    return Size(words, sentences, syllables)
