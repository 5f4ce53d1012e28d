"""What the skills and bands are called, and which drawing stands for them."""

from game.story.model import Band, Skill
from game.words import say


def skill_name(skill: Skill) -> str:
    """Return what a skill is called."""
    match skill:
        case Skill.NOTICE:
            return say("Notice the signs")
        case Skill.PROTECT:
            return say("Protect what is private")
        case Skill.SAY_NO:
            return say("Say no")
        case Skill.KEEP_PROOF:
            return say("Keep proof")
        case Skill.BLOCK_AND_REPORT:
            return say("Block and report")
        case Skill.TELL:
            return say("Tell someone")


def skill_picture(skill: Skill) -> str:
    """Return the name of the drawing of a skill."""
    return f"skill-{skill.value}"


def band_name(band: Band) -> str:
    """Return the ages of a band as a sentence fragment."""
    return say("Ages {band}").format(band=band.value.replace("-", "–"))
