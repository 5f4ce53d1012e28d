"""The words that all forms of a chart share, for authors and teachers.

Knows what a chart says; not how it looks.
"""

from collections.abc import Mapping
from typing import Final

from game.chart.chart import Box, Kind, Sign, Way
from game.story.model import BACK, Skill

EVERYWHERE: Final = "At every choice"
"""The heading of what is always possible."""

NOTE: Final = "Telling is possible from every scene; it is not drawn from each of them."

SIGNS: Final[Mapping[Sign, str]] = {
    Sign.RISK: "risky choice: a way back follows",
    Sign.TELL: "route to telling",
    Sign.SAFE: "safe move, with the skill it practises",
    Sign.CHOICE: "other choice",
    Sign.ON: "goes on by itself, under a condition",
}

KINDS: Final[Mapping[Kind, str]] = {
    Kind.CHOICE: "scene with a choice",
    Kind.PASSAGE: "scene that goes on by itself",
    Kind.TELLING: "scene of telling someone",
    Kind.ENDING: "ending",
    Kind.PIECE: "shared piece, folded into one box",
}

_SKILLS: Final[Mapping[Skill, str]] = {
    Skill.NOTICE: "notice",
    Skill.PROTECT: "protect",
    Skill.SAY_NO: "say no",
    Skill.KEEP_PROOF: "keep proof",
    Skill.BLOCK_AND_REPORT: "block and report",
    Skill.TELL: "tell",
}


def label(way: Way) -> str:
    """Return the word before a way, empty where a choice is neither safe nor risky."""
    match way.sign:
        case Sign.RISK:
            return "risk"
        case Sign.TELL:
            return "tell"
        case Sign.SAFE:
            return f"safe: {', '.join(_SKILLS[skill] for skill in way.skills)}"
        case _:
            return ""


def said(way: Way) -> str:
    """Return what a way says, its condition with it."""
    if way.text:
        return f"{way.text} (if {way.when})" if way.when else way.text
    return f"if {way.when}" if way.when else "goes on"


def tags(box: Box) -> tuple[str, ...]:
    """Return what must be said of a box besides its name, most important first."""
    kinds = {
        Kind.TELLING: "telling",
        Kind.ENDING: "ending, can still tell" if box.offer else "ending",
        Kind.PIECE: "shared piece",
    }
    found = ["start"] if box.start else []
    if box.kind in kinds:
        found.append(kinds[box.kind])
    if box.ordinary:
        found.append("everyday choice")
    return tuple(found)


def hearing(box: Box) -> str:
    """Say which adults listen here, empty if none does."""
    if len(box.hears) > 1:
        return f"{', '.join(box.hears[:-1])} and {box.hears[-1]} listen"
    return f"{box.hears[0]} listens" if box.hears else ""


def goes_back(way: Way) -> bool:
    """Whether a way returns to where telling began."""
    return way.to == BACK


def shorten(text: str, most: int) -> str:
    """Return a text cut between words to *most* characters, with dots if it was cut."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole, _, rest = cut.rpartition(" ")
    # A long word is cut inside rather than left out whole.
    kept = whole if whole and len(rest) < most // 3 else cut
    return kept.rstrip(" ,.;:-") + "…"
