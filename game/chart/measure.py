"""How wide a text is, roughly, and how it breaks into lines.

Knows no font: widths are those of letters of Arial and its like by class, with a
little added, since nobody can tell which of them the reader of a picture has.
"""

import unicodedata
from typing import Final

_EMS: Final = {
    letter: width
    for letters, width in (
        (" ijl'|!,./:;I[]ft\\", 0.28),
        ('()-`r{}"*', 0.36),
        ("Jcksvxyz", 0.5),
        ("mMWGOQ@%—…→", 0.92),
    )
    for letter in letters
}
_SPARE: Final = 1.04


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in the unit of *size*, its font size."""
    ems = sum(_ems(letter) for letter in text)
    return ems * size * _SPARE * (1.08 if bold else 1)


def wrapped(
    text: str, size: float, room: float, *, most: int, first: float = 0
) -> tuple[str, ...]:
    """Return a text in lines that are not wider than *room*.

    Args:
        text: Any text; white space counts as one space.
        size: Of the font.
        room: For each line, in the unit of *size*, at least some letters wide.
        most: Lines at most; if the text is longer, the last ends in dots.
        first: What the first line has less room by; it may stay empty.
    """
    words = text.split()
    lines: list[str] = []
    space = room - first
    while words:
        if len(lines) == most - 1:
            lines.append(cut(" ".join(words), size, space))
            break
        if first and not lines and space < width_of(words[0], size) <= room:
            line = ""
        else:
            line, words = _line(words, size, space)
        lines.append(line)
        space = room
    return tuple(lines)


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return a text that fits in one line, ending in dots if it had to be cut."""
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(kept + "…", size, bold=bold) > room:
        kept = kept[:-1]
    whole, _, rest = kept.rpartition(" ")
    # A long word is cut inside rather than left out whole.
    kept = whole if whole and len(rest) < len(kept) // 3 else kept
    return kept.rstrip(" ,.;:-") + "…"


def _line(words: list[str], size: float, room: float) -> tuple[str, list[str]]:
    """Return as many words as fit, and those left; a word too long is broken."""
    line = words[0]
    if width_of(line, size) > room:
        at = max(
            1, sum(width_of(line[:end], size) <= room for end in range(1, len(line)))
        )
        rest = [line[at:]] if at < len(line) else []
        return line[:at], [*rest, *words[1:]]
    for count, word in enumerate(words[1:], start=1):
        longer = f"{line} {word}"
        if width_of(longer, size) > room:
            return line, words[count:]
        line = longer
    return line, []


def _ems(letter: str) -> float:
    """Return the width of a letter as a part of the font size."""
    known = _EMS.get(letter)
    if known is not None:
        return known
    if not letter.isascii():
        wide = unicodedata.east_asian_width(letter) in {"W", "F"}
        return 0.0 if unicodedata.combining(letter) else 1.0 if wide else 0.7
    return 0.7 if letter.isupper() or letter in "w&" else 0.57
