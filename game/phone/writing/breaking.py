"""Where a line of writing may end. Draws nothing.

Lines end at blanks. Chinese and Japanese have none: there a line may end after every
character, but not before what closes and not after what opens.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from game.phone.writing.clusters import clusters
from game.phone.writing.direction import MARKS, mark_of, runs_rtl

_BLANKS: Final = re.compile(r"[^\S\xa0\u2007\u202f]+")
"""All blanks but those that hold words together."""
_SIMPLE: Final = re.compile("[\x20-\x7e\xa1-\u0590\u1e00-\u1fff\u2010-\u2027]*")
"""Writing that runs from the left, with blanks between words."""
_ANYWHERE: Final = re.compile(
    "[\u2e80-\u2fff\u3005-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Characters beside which a line may end."""
_NEVER_FIRST: Final = frozenset(
    "!%),.:;?]}¢°’”†‡›»…‰′″℃、。々〉》」』】〕〗〙〛〟！％），．：；？］｝～"
    "ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
)
_NEVER_LAST: Final = frozenset("([{‘“‹«£¥$〈《「『【〔〖〘〚〝（［｛＄￡￥")


def is_simple(paragraph: str) -> bool:
    """Whether writing runs from the left, with blanks between words."""
    return paragraph.isascii() or bool(_SIMPLE.fullmatch(paragraph))


def words(paragraph: str) -> list[tuple[str, str]]:
    """Return what may stand on a line of its own, each with what joins it on.

    That is a blank, or nothing where a line may end without one. Joined so, they are
    the paragraph again with single blanks; it is empty where only blanks were.
    """
    if paragraph.isascii():
        return [(" ", part) for part in paragraph.split()]
    parts = [part for part in _BLANKS.split(paragraph) if part]
    if is_simple(paragraph):
        return [(" ", part) for part in parts]
    return [
        (" " if at == 0 else "", piece)
        for part in parts
        for at, piece in enumerate(_pieces(part))
    ]


def rejoined(lines: Iterable[str]) -> str:
    """Return the lines of a paragraph as one, without the marks of ``directed``."""
    text = ""
    for line in lines:
        bare = line.lstrip(MARKS)
        glue = "" if not text or not bare or _may_end(text[-1], bare[0]) else " "
        text += glue + bare
    return text


def _pieces(word: str) -> Iterator[str]:
    """Cut a word without blanks where a line may end in it."""
    if not _ANYWHERE.search(word):
        yield word
        return
    piece = ""
    for cluster in clusters(word):
        if piece and _may_end(piece[-1], cluster[0]):
            yield piece
            piece = ""
        piece += cluster
    yield piece


def _may_end(last: str, first: str) -> bool:
    if last in _NEVER_LAST or first in _NEVER_FIRST:
        return False
    return bool(_ANYWHERE.match(last) or _ANYWHERE.match(first))


def directed(paragraph: str, lines: list[str]) -> list[str]:
    """Return the lines of a paragraph so that each by itself runs as all of it does.

    One that would run the other way gets Unicode's mark in front, which has no width.
    """
    if is_simple(paragraph):
        return lines
    rtl, mark = runs_rtl(paragraph), mark_of(paragraph)
    return [mark + line if runs_rtl(line) is not rtl else line for line in lines]
