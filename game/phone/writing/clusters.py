"""What is one character to a reader, and is never torn apart. Draws nothing."""

import re
import unicodedata
from functools import cache
from typing import Final

JOINER: Final = "\u200d"
_NON_JOINER: Final = "\u200c"
_LINKS: Final = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
"""Signs that join a consonant to the next, in scripts where the two stay together."""
_ALONE: Final = re.compile(r"[\t\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff]*")
"""Characters that nothing stays with."""
_SYLLABLE: Final = re.compile(
    # The parts of a Hangul syllable: leading, vowel, trailing.
    r"[\u1100-\u115f][\u1100-\u11a7\uac00-\ud7a3]"
    r"|[\u1160-\u11a7\uac00-\ud7a3][\u1160-\u11ff]"
    r"|[\u11a8-\u11ff][\u11a8-\u11ff]"
)
_PICTURE: Final = re.compile(r"[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]")
_FLAG: Final = re.compile(r"[\U0001f1e6-\U0001f1ff]")
_TINT_OR_TAG: Final = re.compile(r"[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


def clusters(text: str) -> list[str]:
    """Return *text* cut into what a reader takes for one character each.

    As in Unicode's annex 29, as far as the standard library knows characters: marks
    stay with their letter, a consonant with the one that is joined to it, and with
    each other the parts of a Hangul syllable, of a flag and of a composed emoji.
    Together they are the text again.
    """
    if _ALONE.fullmatch(text):
        return list(text)
    found: list[str] = []
    for letter in text:
        if found and _stays(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


@cache
def unseen(letter: str) -> bool:
    """Whether a character only says how its neighbours are written."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"


def _stays(cluster: str, letter: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    last = cluster[-1]
    if letter == " " or (letter < "\u1100" and _alone(letter) and _alone(last)):
        return False
    if _divides(last) or _divides(letter):
        return False
    if letter in {JOINER, _NON_JOINER} or _mark(letter):
        return True
    if _FLAG.match(letter):
        return len(cluster) == 1 and bool(_FLAG.match(last))
    if last == JOINER and _PICTURE.match(cluster):
        return bool(_PICTURE.match(letter))
    return _joined(cluster, letter) or bool(_SYLLABLE.match(last + letter))


@cache
def _alone(letter: str) -> bool:
    """Whether a character is a letter or a figure, which joins no other to itself."""
    return unicodedata.category(letter) in {"Lo", "Ll", "Lu", "Nd"}


@cache
def _divides(letter: str) -> bool:
    kept = letter in {JOINER, _NON_JOINER} or _TINT_OR_TAG.match(letter)
    return unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"} and not kept


@cache
def _mark(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return kind in {"Mn", "Me", "Mc"} or bool(_TINT_OR_TAG.match(letter))


def _joined(cluster: str, letter: str) -> bool:
    """Whether a consonant is joined to the one that the cluster ends with."""
    linked = False
    for last in reversed(cluster):
        linked = linked or last in _LINKS
        if last != JOINER and unicodedata.category(last) != "Mn":
            return linked and _akin(last, letter)
    return False


def _akin(one: str, other: str) -> bool:
    """Whether both are letters of one script of India."""
    letters = unicodedata.category(one) == unicodedata.category(other) == "Lo"
    return letters and ord(one) >> 7 == ord(other) >> 7
