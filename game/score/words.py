"""How the closing pages speak of a play: kindly, and never as a mark."""

from typing import assert_never

from game.score.summary import Summary
from game.story.model import Skill, Story
from game.words import say, say_many


def headline(story: Story, summary: Summary) -> str:
    """Return the line above the moves of a play."""
    name = story.cast[story.player].name
    count = len(summary.made)
    if count == 0:
        return say("Here is what can help {name}").format(name=name)
    if not summary.counted:
        return say("Here is what helped {name}").format(name=name)
    return say_many(
        "{name} made {count} safe choice", "{name} made {count} safe choices", count
    ).format(name=name, count=count)


def skill_name(skill: Skill) -> str:
    """Return what a skill is called."""
    match skill:
        case Skill.NOTICE:
            return say("Notice the signs")
        case Skill.PROTECT:
            return say("Look after yourself")
        case Skill.SAY_NO:
            return say("Say no")
        case Skill.KEEP_PROOF:
            return say("Keep proof")
        case Skill.BLOCK_AND_REPORT:
            return say("Block and report")
        case Skill.TELL:
            return say("Tell someone")
        case _:
            assert_never(skill)


def skill_meaning(skill: Skill) -> str:
    """Return what a skill is, in one line that a child can read."""
    match skill:
        case Skill.NOTICE:
            return say("You can trust a feeling that something is not right.")
        case Skill.PROTECT:
            return say("You can stop, have a rest, and keep private things private.")
        case Skill.SAY_NO:
            return say("You can say no, or say nothing at all.")
        case Skill.KEEP_PROOF:
            return say("Keep the messages, so that an adult can help with them.")
        case Skill.BLOCK_AND_REPORT:
            return say("Stop the messages, and let the app know about them.")
        case Skill.TELL:
            return say("Tell someone you trust. It is never too late.")
        case _:
            assert_never(skill)


def curriculum_name(key: str) -> str:
    """Return the name of a curriculum; one that is not known keeps its key."""
    known = {
        "ecw": say("Education for a Connected World"),
        "rshe": say("Relationships and health education"),
        "four-cs": say("The four Cs of risk"),
    }
    return known.get(key, key)
