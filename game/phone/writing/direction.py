"""Which way writing runs, and in which order its parts stand on a line.

Unicode's bidirectional algorithm (annex 9) for one line, without the characters that
open and close directions by hand, which are passed over. Draws nothing.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

LTR_MARK: Final = "\u200e"
RTL_MARK: Final = "\u200f"
ARABIC_MARK: Final = "\u061c"
MARKS: Final = LTR_MARK + RTL_MARK + ARABIC_MARK
"""Characters that have a direction and are not seen."""

_STRONG: Final = {"L": False, "R": True, "AL": True}
_PASSED: Final = frozenset(
    ("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
)
_WITHIN: Final = {("CS", "EN", "EN"), ("CS", "AN", "AN"), ("ES", "EN", "EN")}
"""Signs between two numbers of one kind that are one number with them."""
_NEUTRAL: Final = frozenset(("B", "S", "WS", "ON"))
_PAIRS: Final = {
    "(": ")", "[": "]", "{": "}", "⁽": "⁾", "₍": "₎", "〈": "〉", "《": "》",
    "「": "」", "『": "』", "【": "】", "〔": "〕", "（": "）", "［": "］", "｛": "｝",
}  # fmt: skip
_CLOSING: Final = {close: start for start, close in _PAIRS.items()}
_DEEPEST: Final = 63
"""How many brackets may be open at once, as the algorithm says."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are written one way, in the order in which they are read."""

    text: str
    rtl: bool


def runs_rtl(text: str) -> bool:
    """Whether a text as a whole runs from the right.

    A mark at its start says so. Else its letters do, each as one voice, so that a name
    in other letters at the start does not turn a sentence round; the first decides
    where there are as many of both.
    """
    if text.isascii():
        return False
    if text[0] in MARKS:
        return text[0] != LTR_MARK
    kinds = [_STRONG.get(unicodedata.bidirectional(letter)) for letter in text]
    right, left = kinds.count(True), kinds.count(False)
    if right == left:
        return next((kind for kind in kinds if kind is not None), False)
    return right > left


def mark_of(text: str) -> str:
    """Return the mark that gives a line the direction that *text* has."""
    if not runs_rtl(text):
        return LTR_MARK
    kinds = map(unicodedata.bidirectional, text)
    return next(
        RTL_MARK if kind == "R" else ARABIC_MARK
        for kind in kinds
        if kind in {"R", "AL"}
    )


def runs(text: str) -> tuple[Run, ...]:
    """Return the parts of one line from left to right.

    Which way the line as a whole runs is as ``runs_rtl`` says.
    """
    levels = _levels(text, runs_rtl(text))
    pairs = zip(levels, text, strict=True)
    parts = [
        (level, "".join(letter for _, letter in part))
        for level, part in groupby(pairs, key=itemgetter(0))
    ]
    for least in range(max(levels, default=0), 0, -1):
        parts = _turned(parts, least)
    return tuple(Run(part, level % 2 == 1) for level, part in parts)


def _turned(parts: list[tuple[int, str]], least: int) -> list[tuple[int, str]]:
    """Turn round every row of parts that is at least so deep (rule L2)."""
    turned: list[tuple[int, str]] = []
    for deep, part in groupby(parts, key=lambda one: one[0] >= least):
        row = list(part)
        turned += reversed(row) if deep else row
    return turned


def _levels(text: str, rtl: bool) -> list[int]:  # noqa: FBT001 (one of two ways)
    """Return the level of each character: even ones run from the left."""
    base = int(rtl)
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in text]
    kept = [at for at, kind in enumerate(kinds) if kind not in _PASSED]
    found = [kinds[at] for at in kept]
    side = "R" if rtl else "L"
    _resolve_letters(found, side)
    _resolve_signs(found, side)
    _resolve_brackets(found, [text[at] for at in kept], side)
    _resolve_neutral(found, side)
    levels = [base] * len(text)
    for at, kind in zip(kept, found, strict=True):
        levels[at] = _level(kind, base)
    _reset_blanks(levels, kinds, base)
    return _fill(levels, frozenset(kept), base)


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _reset_blanks(levels: list[int], kinds: Sequence[str], base: int) -> None:
    """Rule L1: blanks at the end and around tabs run with the line."""
    ending = True
    for at in reversed(range(len(levels))):
        if kinds[at] in {"B", "S"}:
            ending = True
        elif kinds[at] != "WS" and kinds[at] not in _PASSED:
            ending = False
        if ending:
            levels[at] = base


def _fill(levels: list[int], kept: frozenset[int], base: int) -> list[int]:
    """Let what was passed over stay with what is before it."""
    last = base
    for at, level in enumerate(levels):
        last = levels[at] = level if at in kept else last
    return levels


def _resolve_letters(kinds: list[str], side: str) -> None:
    """Rules W1 to W3: marks are as what they stand on, numbers as what is before."""
    strong = last = side
    for at, given in enumerate(kinds):
        kind = last if given == "NSM" else given
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[at] = last = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _resolve_signs(kinds: list[str], side: str) -> None:
    """Rules W4 to W7: signs belong to the numbers that they stand by."""
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if (kind, before, after) in _WITHIN:
            kinds[at] = before
    for start, end in _spans(kinds, {"ET"}):
        near = kinds[start - 1 : start] + kinds[end : end + 1]
        kinds[start:end] = ["EN" if "EN" in near else "ON"] * (end - start)
    strong = side
    for at, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind in {"ES", "CS"}:
            kinds[at] = "ON"


def _resolve_brackets(kinds: list[str], letters: Sequence[str], side: str) -> None:
    """Rule N0: a pair of brackets runs as what is in it, or around it."""
    for start, end in _pairs(kinds, letters):
        inside = {_side(kind) for kind in kinds[start + 1 : end]}
        if side in inside:
            chosen = side
        elif inside & {"L", "R"}:
            before = (one for one in map(_side, reversed(kinds[:start])) if one)
            chosen = next(before, side)
        else:
            continue
        kinds[start] = kinds[end] = chosen


def _pairs(kinds: Sequence[str], letters: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, letter in enumerate(letters):
        if kinds[at] != "ON":
            continue
        if letter in _PAIRS:
            if len(waiting) == _DEEPEST:
                return []
            waiting.append((letter, at))
        elif letter in _CLOSING:
            for depth in reversed(range(len(waiting))):
                if waiting[depth][0] == _CLOSING[letter]:
                    found.append((waiting[depth][1], at))
                    del waiting[depth:]
                    break
    return sorted(found)


def _resolve_neutral(kinds: list[str], side: str) -> None:
    """Rules N1 and N2: what has no direction takes that around it."""
    for start, end in _spans(kinds, _NEUTRAL):
        before = _side(kinds[start - 1]) if start else side
        after = _side(kinds[end]) if end < len(kinds) else side
        chosen = before if before == after else side
        kinds[start:end] = [chosen] * (end - start)


def _side(kind: str) -> str:
    """Return the direction that counts for what is beside it; empty for none."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _spans(
    kinds: Sequence[str], wanted: frozenset[str] | set[str]
) -> Iterator[tuple[int, int]]:
    """Yield start and end of each row of *wanted* kinds, as they are at the call."""
    at = 0
    for is_wanted, part in groupby(tuple(kinds), key=wanted.__contains__):
        length = len(list(part))
        if is_wanted:
            yield at, at + length
        at += length
