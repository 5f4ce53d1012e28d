"""What the bands are called, and which drawing stands for a skill."""

from game.story.model import Band, Skill
from game.words import say


def skill_picture(skill: Skill) -> str:
    """Return the name of the drawing of a skill."""
    return f"skill-{skill.value}"


def band_name(band: Band) -> str:
    """Return the ages of a band as a sentence fragment."""
    return say("Ages {band}").format(band=band.value.replace("-", "\N{EN DASH}"))
