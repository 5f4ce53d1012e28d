"""Rules over the words of a story, one function each; the function's name is the rule.

Like ``game.check.rules``, but each looks at the manuscript.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from game.check.pace import WORD
from game.check.reader.levels import (
    ABOVE_LINE,
    ABOVE_TENTH,
    FEWEST_WORDS_OF_LINE,
    HIGHEST,
    LONGEST_SENTENCE,
    SHORTEST_RANKED,
    longest_sentence,
    total,
)
from game.check.reader.manuscript import Line, Manuscript
from game.check.reader.passages import Kind, Passage, holding
from game.check.reader.syllables import is_listed, syllables
from game.check.rules import Finding
from game.source import Mark
from game.story.model import Band

ReaderRule: TypeAlias = Callable[[Manuscript], Iterator[Finding]]

_SHORTER: Final = "shorter sentences and shorter words help"

SHOWN: Final = 5
"""Hard lines that a hint names."""

FEWEST_LINES: Final = 2
"""Lines that are a tenth: of one, ``hard_line`` speaks."""

LONG: Final[Mapping[Band, int]] = MappingProxyType(
    {Band.SEVEN: 3, Band.NINE: 3, Band.ELEVEN: 4, Band.FOURTEEN: 4}
)
"""Syllables from which a word has to be among the long words that a band knows."""


def reading_level(script: Manuscript) -> Iterator[Finding]:
    """All chat, all reasons or the help page are too hard to read for the band."""
    for level in script.levels:
        if level.grade <= level.limit:
            continue
        said = f"is {level.grade:.1f}, above {level.limit:g}"
        if script.help is not None and level.what == "help":
            mark = Mark(script.help.file, 1, 1)
            yield Finding(mark, f"the reading level of the help page {said}", _SHORTER)
        else:
            hardest = _hardest_first(script.lines[Kind(level.what)])
            yield Finding(
                script.place(hardest[0].passage),
                f"the reading level of the {level.what} {said} for {script.story.band}",
                f"{_where(script, hardest)}; {_SHORTER}",
            )


def hardest_tenth(script: Manuscript) -> Iterator[Finding]:
    """The hardest tenth of the lines is too hard to read for the band."""
    limit = HIGHEST[script.story.band] + ABOVE_TENTH
    for kind, lines in script.lines.items():
        tenth = _hardest_first(lines)[: len(lines) // 10]
        if len(tenth) < FEWEST_LINES:
            continue
        level = total(line.size for line in tenth).grade
        if level > limit:
            yield Finding(
                script.place(tenth[0].passage),
                f"the reading level of the hardest tenth of the {kind} is "
                f"{level:.1f}, above {limit:g} for {script.story.band}",
                _where(script, tenth),
            )


def hard_line(script: Manuscript) -> Iterator[Finding]:
    """One line is far harder to read than the band allows."""
    limit = HIGHEST[script.story.band] + ABOVE_LINE
    for lines in script.lines.values():
        for line in lines:
            if line.size.grade > limit and line.size.words >= FEWEST_WORDS_OF_LINE:
                yield Finding(
                    script.place(line.passage),
                    f"the reading level of this line is {line.size.grade:.1f}, "
                    f"above {limit:g} for {script.story.band}",
                    "make two sentences of it, or find shorter words",
                )


def long_sentence(script: Manuscript) -> Iterator[Finding]:
    """A sentence has more words than a child of the band holds in mind."""
    most = LONGEST_SENTENCE[script.story.band]
    for lines in script.lines.values():
        for line in lines:
            # Most passages are shorter than a sentence may be.
            if line.size.words <= most:
                continue
            words = longest_sentence(line.passage.text)
            if words > most:
                yield Finding(
                    script.place(line.passage),
                    f"this sentence has {words} words, "
                    f"more than {most} for {script.story.band}",
                    "make two sentences of it",
                )


def long_word(script: Manuscript) -> Iterator[Finding]:
    """A long word is not among those that children of the band know."""
    known = script.lists.long_words.get(script.story.band)
    if known is None:
        return
    least = LONG[script.story.band]
    fine = script.names | script.explained | script.lists.spellings.keys()
    long = {word for word in script.vocabulary - fine if _too_long(word, least, known)}
    for passage in script.passages if long else ():
        for word in passage.words:
            if word in long and not _is_a_name(word, passage):
                long.remove(word)
                at = passage.text.lower().find(word)
                yield Finding(
                    script.place(passage, at, at + len(word)),
                    f"{word!r} is a long word for {script.story.band}",
                    "find a shorter one, or explain it in the glossary",
                )


def short_form(script: Manuscript) -> Iterator[Finding]:
    """A short form is not in the glossary."""
    for passage, word, start, end in _written(script, script.lists.short_forms):
        if word not in script.explained:
            meaning = script.lists.short_forms[word]
            yield Finding(
                script.place(passage, start, end),
                f"the glossary does not explain {word!r}",
                f"write it out, or add '{word}: {meaning}' under 'glossary:'",
            )


def missing_apostrophe(script: Manuscript) -> Iterator[Finding]:
    """A word lacks its apostrophe."""
    for passage, word, start, end in _written(script, script.lists.spellings):
        yield Finding(
            script.place(passage, start, end),
            f"{word!r} lacks its apostrophe",
            f"write {script.lists.spellings[word]!r}: "
            "screen readers and children who learn to read trip over it",
        )


def words_that_blame(script: Manuscript) -> Iterator[Finding]:
    """Somebody blames the child."""
    yield from _phrases(script, "words-that-blame", "blames")


def words_that_promise(script: Manuscript) -> Iterator[Finding]:
    """Somebody promises what cannot be promised."""
    yield from _phrases(script, "words-that-promise", "promises too much")


def real_name(script: Manuscript) -> Iterator[Finding]:
    """A real brand or place is named."""
    yield from _phrases(script, "real-name", "is a real name")


def words_above_the_band(script: Manuscript) -> Iterator[Finding]:
    """Words are for older children."""
    band = script.story.band
    yield from _phrases(script, "words-above-the-band", f"is above {band}")


_CONTACTS: Final = (
    ("an e-mail address", "@", r"[\w.+-]+@[\w-]+\.\w[\w.]*"),
    (
        "a web address",
        r"://|www\.|\.(?:com|org|net|info|uk|ie|eu|io|gg|tv|app)\b",
        (
            r"(?:https?://|www\.)\S+|\b(?<!@)[\w-]+"
            r"\.(?:com|org|net|info|uk|ie|eu|io|gg|tv|app)\b(?!@)[\w./-]*"
        ),
    ),
    ("a phone number", r"\d", r"(?<![\w.])\+?\(?\d(?:[ ()/-]{0,2}\d){7,}(?!\w)"),
    (
        "a postcode",
        r"[A-Za-z]\d",
        r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[a-z]{1,2}\d[a-z\d]? \d[a-z]{2})\b",
    ),
    (
        "a street address",
        r"\d[a-z]?,? [\w'-]",
        (
            r"\b\d{1,4}[a-z]?,? (?:[\w'-]+ ){1,2}(?:[Ss]treet|[Rr]oad|[Ll]ane|[Aa]venue"
            r"|[Dd]rive|crescent|terrace|Crescent|Terrace|Close|Way|Court|Place)\b"
        ),
    ),
)
"""What it is, a sign that it may be there, and how it looks: the signs are quick to
look for, and few texts have one."""

_SIGN: Final = re.compile(r"[@:.\d]")
"""What stands in each of those signs."""


def _signs(text: str) -> Iterator[int]:
    return map(re.Match.start, _SIGN.finditer(text))


def real_contact(script: Manuscript) -> Iterator[Finding]:
    """A number or an address stands outside the help data."""
    suspects = list(holding(script.passages, _signs))
    for what, sign, looks in _CONTACTS:
        may_be = re.compile(sign).search
        pattern = re.compile(looks)
        for passage in suspects:
            for found in pattern.finditer(passage.text) if may_be(passage.text) else ():
                yield Finding(
                    script.place(passage, *found.span()),
                    f"{found.group()!r} looks like {what}",
                    "tell it instead of quoting it ('the name of the street'); "
                    "numbers of services belong into the help data",
                )


def missing_glyph(script: Manuscript) -> Iterator[Finding]:
    """A character cannot be drawn by any font."""
    for passage in script.passages:
        for character in script.undrawn(passage.text):
            start = passage.text.find(character)
            mark = script.place(passage, start, start + len(character))
            yield _undrawn(mark, character)
    for contact in script.story.cast.values():
        for character in script.undrawn(contact.name):
            yield _undrawn(contact.mark, character)


def _undrawn(mark: Mark, character: str) -> Finding:
    code = " ".join(f"U+{ord(one):04X}" for one in character)
    return Finding(
        mark,
        f"no font here can draw {character!r} ({code})",
        "say it in words, or install a font that has it",
    )


READER: Final[tuple[ReaderRule, ...]] = (
    reading_level,
    hardest_tenth,
    hard_line,
    long_sentence,
    long_word,
    short_form,
    missing_apostrophe,
    words_that_blame,
    words_that_promise,
    real_name,
    real_contact,
    missing_glyph,
    words_above_the_band,
)


def _hardest_first(lines: list[Line]) -> list[Line]:
    ranked = [line for line in lines if line.size.words >= SHORTEST_RANKED]
    return sorted(ranked or lines, key=lambda line: -line.size.grade)


def _where(script: Manuscript, hardest: list[Line]) -> str:
    shown = [script.place(line.passage) for line in hardest[:SHOWN]]
    file = shown[0].file
    where = ", ".join(
        str(mark.line) if mark.file == file else f"{mark.file}:{mark.line}"
        for mark in shown
    )
    return f"the hardest lines, hardest first: {where}"


def _too_long(word: str, least: int, known: frozenset[str]) -> bool:
    """Whether a part of a word is long, and known neither with nor without an ending.

    An ending makes a word longer, and not harder: "worry", "worrying".
    """
    return any(
        part.isalpha()
        and syllables(part) >= least
        and part not in known
        and not any(
            stem in known or (is_listed(stem) and syllables(stem) < least)
            for stem in _stems(part)
        )
        for part in re.split(r"[-_']", word.removesuffix("'s"))
    )


def _stems(word: str) -> Iterator[str]:
    for ending in ("s", "es", "d", "ed", "ing", "ly", "er", "est", "r"):
        stem = word.removesuffix(ending)
        if stem != word:
            yield stem
            yield stem + "e"
            yield stem.removesuffix("i") + "y"
            yield stem[:-1]


def _is_a_name(word: str, passage: Passage) -> bool:
    """Whether a word is written with a capital within a sentence."""
    return any(
        found.group().lower() == word
        and found.group()[0].isupper()
        and passage.text[: found.start()].rstrip()[-1:] not in {"", *".!?\"'("}
        for found in WORD.finditer(passage.text)
    )


def _written(
    script: Manuscript, forms: Mapping[str, str]
) -> Iterator[tuple[Passage, str, int, int]]:
    """Yield the places at which forms are written, each form once for a passage."""
    written = script.vocabulary & forms.keys()
    for passage in script.passages if written else ():
        if written.isdisjoint(passage.words):
            continue
        for found in WORD.finditer(passage.text):
            word = found.group().lower()
            if word in written:
                yield passage, word, *found.span()


def _phrases(script: Manuscript, rule: str, how: str) -> Iterator[Finding]:
    for match in script.matches.get(rule, ()):
        yield Finding(
            script.place(match.passage, match.start, match.end),
            f"{match.said!r} {how}: {match.phrase.reason}",
            match.phrase.hint,
        )
