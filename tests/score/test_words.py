"""How a play is spoken of."""

import pytest

from game.score import words
from game.score.summary import summarise
from game.story.model import Skill

UNCOUNTED = ("minutes: 3", "minutes: 3\ncounted: no")


def headline(session):
    return words.headline(session.story, summarise(session))


@pytest.mark.parametrize(
    ("picks", "line"),
    [
        ((), "Here is what can help Kit"),
        (("who are you?",), "Kit made 1 safe choice"),
        (("who are you?", "bye."), "Kit made 2 safe choices"),
    ],
)
def test_the_headline_counts_safe_choices(play, picks, line):
    assert headline(play(*picks)) == line


@pytest.mark.parametrize(
    ("picks", "line"),
    [
        ((), "Here is what can help Kit"),
        (("who are you?",), "Here is what helped Kit"),
    ],
)
def test_the_headline_of_an_uncounted_story_has_no_number(play, picks, line):
    assert headline(play(*picks, change=UNCOUNTED)) == line


def test_every_skill_has_a_name_and_a_meaning_of_its_own():
    names = {words.skill_name(skill) for skill in Skill}
    meanings = {words.skill_meaning(skill) for skill in Skill}

    assert len(names) == len(meanings) == len(Skill)
    assert words.skill_name(Skill.TELL) == "Tell someone"
    assert words.skill_meaning(Skill.TELL) == (
        "Tell someone you trust. It is never too late."
    )
