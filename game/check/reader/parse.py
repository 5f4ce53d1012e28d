"""The files of ``assets/reader`` to lists of words, or to what is wrong with them.

Texts come in. Rules that only these files have are named ``words-...``; the others are
those of the story format.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from game.check.pace import WORD
from game.check.reader.lists import GAP, Lists, Pattern, Phrase, bare, patterns_of
from game.check.reader.passages import Voice
from game.source import StoryError
from game.story.model import Band
from game.story.nodes import Node, Table, Text
from game.story.reading import Reading
from game.story.tree import read

PHRASE_RULES: Final = (
    "words-that-blame",
    "words-that-promise",
    "real-name",
    "words-above-the-band",
)
"""Rules that a file can hold phrases for."""

_SCOPE: Final = ("said-by", "bands")
_TABLES: Final = ("short-forms", "spellings", "spoken")
_TOP: Final = ("about", "rule", "phrases", *_SCOPE, *_TABLES, "long-words")


@dataclass(slots=True)
class _Found:
    """What the files hold, so far."""

    phrases: list[Phrase] = field(default_factory=list)
    tables: dict[str, dict[str, str]] = field(
        default_factory=lambda: {name: {} for name in _TABLES}
    )
    long_words: dict[Band, set[str]] = field(default_factory=dict)


def parse_lists(texts: Mapping[str, str]) -> Lists:
    """Return the lists that these files make.

    Args:
        texts: The text of each file by its name.

    Raises:
        StoryError: With every problem of every file.
    """
    reading = Reading()
    found = _Found()
    for file, text in texts.items():
        root, problems = read(text, file)
        reading.take(problems)
        table = reading.table(root, "a file of words")
        if table is not None:
            _file(reading, table, found)
    if reading.problems:
        raise StoryError(reading.problems)
    known: set[str] = set()
    long_words: dict[Band, frozenset[str]] = {}
    for band in Band:
        known |= found.long_words.get(band, set())
        long_words[band] = frozenset(known)
    return Lists(
        tuple(found.phrases),
        MappingProxyType(found.tables["short-forms"]),
        MappingProxyType(found.tables["spellings"]),
        MappingProxyType(found.tables["spoken"]),
        MappingProxyType(long_words) if known else MappingProxyType({}),
    )


def _file(reading: Reading, table: Table, found: _Found) -> None:
    reading.keys(table, "a file of words", _TOP, ("about",))
    reading.prose(table.at.get("about"), "about")
    if "phrases" in table.at:
        reading.keys(table, "a file of phrases", _TOP, ("rule", "said-by"))
        rule = reading.one_of(
            reading.text(table.at.get("rule"), "rule"),
            "rule",
            PHRASE_RULES,
            "words-unknown-rule",
        )
        for node in reading.row(table.at["phrases"], "phrases"):
            found.phrases += _phrases(reading, node, rule or "", table)
    for name, meanings in found.tables.items():
        entries = reading.table(table.at.get(name), name)
        for key, node in entries.entries if entries is not None else ():
            meanings[key.value] = reading.prose(node, f"{key.value!r}")
    longs = reading.table(table.at.get("long-words"), "long-words")
    for key, node in longs.entries if longs is not None else ():
        band = reading.one_of(key, "band", tuple(Band), "unknown-band")
        if band is not None:
            words = reading.prose(node, "the words").lower().split()
            found.long_words.setdefault(Band(band), set()).update(map(bare, words))


def _phrases(reading: Reading, node: Node, rule: str, top: Table) -> tuple[Phrase, ...]:
    table = reading.table(node, "a phrase")
    if table is None:
        return ()
    known = ("say", "reason", "hint", "unless", *_SCOPE)
    reading.keys(table, "a phrase", known, ("say", "reason", "hint"))
    reason = reading.prose(table.at.get("reason"), "reason")
    hint = reading.prose(table.at.get("hint"), "hint")
    scope = {name: table.at.get(name, top.at.get(name)) for name in _SCOPE}
    voices = _some(reading, scope["said-by"], "voice", tuple(Voice))
    bands = _some(reading, scope["bands"], "band", tuple(Band))
    unless = _patterns(reading, table.at.get("unless"), "unless")
    return tuple(
        Phrase(
            rule,
            pattern,
            reason,
            hint,
            frozenset(map(Voice, voices)),
            frozenset(map(Band, bands or tuple(Band))),
            unless,
        )
        for pattern in _patterns(reading, table.at.get("say"), "say")
    )


def _some(
    reading: Reading, node: Node | None, what: str, known: tuple[str, ...]
) -> tuple[str, ...]:
    rule = "unknown-band" if what == "band" else "words-unknown-voice"
    named = (
        reading.one_of(text, what, known, rule) for text in reading.texts(node, what)
    )
    return tuple(name for name in named if name is not None)


def _patterns(reading: Reading, node: Node | None, what: str) -> tuple[Pattern, ...]:
    return tuple(
        pattern
        for text in reading.texts(node, what)
        for pattern in patterns_of(text.value)
        if _is_a_pattern(reading, text, pattern)
    )


def _is_a_pattern(reading: Reading, text: Text, pattern: Pattern) -> bool:
    fine = GAP not in {pattern[0], pattern[-1]} and all(
        WORD.fullmatch(word) for words in pattern for word in words
    )
    if not fine:
        reading.add(
            text.mark,
            "a phrase starts and ends with a word, and | stands between words",
            "words-bad-phrase",
            "write it like: (you're|you are) so|too silly",
        )
    return fine
