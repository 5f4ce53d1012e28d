"""How fast children read, and how many words there are to read."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.story.model import Band

WORDS_PER_MINUTE: Final[Mapping[Band, int]] = MappingProxyType(
    {Band.SEVEN: 115, Band.NINE: 145, Band.ELEVEN: 158, Band.FOURTEEN: 172}
)
"""Words that the child in the middle of a band reads in a minute, silently and with
understanding.

The middle of 2,203 pupils in the United States, who read passages of their own school
year and answered at least 70 % of the questions about them: 106, 123, 141, 149, 157,
158, 158, 168, 172, 173 and 175 words a minute in grades 2 to 12. A grade is taken as
the ages at which most are in it (grade 2: seven and eight), and a band as the mean of
its grades: 2-3, 4-5, 6-8 and 9-12.

Source: A. N. Spichtig and others, "The Decline of Comprehension-Based Silent Reading
Efficiency in the United States", Reading Research Quarterly 51(2), 2016, 239-259; read
in the table of quartiles at readingxr.com/child-instructional-recommendations, not in
the paper. Half of a class reads more slowly, and nobody measured it on a phone.
"""

WORD: Final = re.compile("\\w+(?:['\u2019-]\\w+)*")
"""A word: with its apostrophes and hyphens, so that "grown-up" and "don't" are one."""


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters, with straight apostrophes."""
    small = text.lower()
    # Lines without any sign are common in a chat, and split faster than searched.
    if small.replace(" ", "").isalpha():
        return small.split()
    return WORD.findall(small.replace("\u2019", "'"))


def words(text: str) -> int:
    """Return how many words a text has; a number is one, emoji and signs are none."""
    return len(WORD.findall(text))
