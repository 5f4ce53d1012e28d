"""How many syllables a word has, as children write words in a chat.

Counts come from syllapy: the 6,392 words of its list, and its guess for others. The
list counts many words with an ending like those without ("longer" one, "safely" one),
and the guess counts every e ("pancakes" three), so here an ending is taken off where
what remains is known, and counted by itself. How often that is wrong is measured in
``tests/check/reader/test_syllables.py``, on words counted by hand.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import syllapy

_SOFT: Final = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)\Z")
"""Ends of words after which a plural or a name's 's is a syllable of its own."""

_WHOLE: Final = MappingProxyType(
    {
        "aren't": 1,
        "business": 2,
        "can't": 1,
        "confidential": 5,
        "don't": 1,
        "evening": 2,
        "it'd": 2,
        "it'll": 2,
        "real": 1,
        "scariest": 3,
        "sheer": 1,
        "sideways": 2,
        "that'd": 2,
        "that'll": 2,
        "there'll": 2,
        "weren't": 1,
        "won't": 1,
    }
)
"""Words of which no rule below is true."""

_APART: Final = re.compile(r"[^tscgx]i[ao](?!u?n)|[^tscgx]iou|[aeou]ing|yi|eo(?!u)")
"""Neighbours that are two syllables: "furious", "bullying", "video"."""

_SILENT: Final = re.compile(r"[^aeiouytdl]ed\Z|[aeiouy]led\Z|[^aeiouysxzcgh]es\Z")
"""Endings whose e is not heard: "planned", "knives"."""

_PARTS: Final = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")

_SHORTEST: Final = 3
"""Letters of a word that an ending can be taken off."""


def of_words(words: Iterable[str], spoken: Mapping[str, str]) -> int:
    """Return the syllables of words in small letters.

    *spoken* is what short forms and chat spellings are read as, by how they are
    written.
    """
    return sum(
        sum(map(syllables, spoken[word].split())) if word in spoken else syllables(word)
        for word in words
    )


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return the syllables of a word in small letters, at least one.

    A digit counts as one, as it is read out, up to the four of a year; the parts of a
    name like "jay_11" and of a word with hyphens are counted each.
    """
    parts = _PARTS.findall(word)
    return max(
        1, sum(min(4, len(part)) if part.isdigit() else _part(part) for part in parts)
    )


def is_listed(word: str) -> bool:
    """Whether a word is among those that syllapy lists: the common ones."""
    return word in syllapy.WORD_DICT


def _part(word: str) -> int:
    if word in _WHOLE:
        return _WHOLE[word]
    stem, _, ending = word.partition("'")
    if ending == "t" and stem.endswith("n"):
        return _plain(stem[:-1]) + 1
    return _plain(stem) + (ending == "s" and _SOFT.search(stem) is not None)


def _plain(word: str) -> int:
    if word in _WHOLE:
        return _WHOLE[word]
    for ending in ("ly", "ing", "ed", "est", "er"):
        if (found := _without(word, ending)) is not None:
            return found
    if (known := _known(word)) is not None:
        return known
    for ending in ("es", "s", "ness", "ful", "less"):
        if (found := _without(word, ending)) is not None:
            return found
    return _guess(word)


def _known(word: str) -> int | None:
    """Return what the list says; of a British spelling, what it says of its sister."""
    if word in _WHOLE:
        return _WHOLE[word]
    listed = syllapy.WORD_DICT
    american = re.sub(r"is(e\w*)\Z", r"iz\1", word).replace("our", "or")
    found: int | None = listed.get(word) or listed.get(american)
    return found


def _without(word: str, ending: str) -> int | None:
    """Return the syllables of a word with an ending, if it is known without."""
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < _SHORTEST:
        return None
    forms = [stem, stem + "e"]
    if stem[-1] == stem[-2]:
        forms.append(stem[:-1])
    if stem[-1] == "i":
        forms.append(stem[:-1] + "y")
    known = next((form for form in forms if _known(form)), None)
    if known is None:
        return None
    match ending:
        case "ed":
            more = known[-1] in "td" or known[-2:] in {"te", "de"}
        case "es" | "s":
            more = _SOFT.search(known) is not None
        case "ly":
            more = not known.endswith("ical")
        case _:
            more = True
    return (_known(known) or 1) + more


def _guess(word: str) -> int:
    guess: int = syllapy.count(word)
    guess += len(_APART.findall(word)) - (_SILENT.search(word) is not None)
    return max(1, guess)
