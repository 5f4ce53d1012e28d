"""The fewest and the most moves of each ending, and the minutes of a play.

The numbers of random stories are compared with a naive search elsewhere.
"""

import pytest

from game.check import minutes as minutes_module
from game.check.folded import fold
from game.check.minutes import minutes, promised_minutes
from game.check.scores import Range, scores
from game.check.survey import survey
from game.check.walk import walk
from game.story.model import Skill


def of(story):
    seen = survey(walk(story))
    return {
        story_ending.text: score
        for key, score in scores(fold(seen.found, seen.order)).items()
        for scene in story.scenes.values()
        if (story_ending := scene.ending) is not None and story_ending.id == key
    }


def test_a_move_that_can_be_left_out_makes_the_difference(story):
    score = of(story())["Kit can laugh about it."]

    assert score.total == Range(0, 3)
    assert score.skills == {Skill.SAY_NO: Range(0, 1), Skill.TELL: Range(0, 2)}


def test_a_move_that_can_be_made_twice_counts_once(story):
    again = story(
        ("id: ok, goto: cake", "id: ok, goto: again"),
        (
            "  cake:",
            (
                "  again:\n    - choose:\n"
                "        - {do: no, as: no, move: say-no, why: You can., goto: third}\n"
                "        - {do: yes, goto: third}\n"
                "  third:\n    - choose:\n"
                "        - {do: no!, as: no, move: say-no, why: You can., goto: cake}\n"
                "  cake:"
            ),
        ),
    )
    score = of(again)["Kit can laugh about it."]

    assert score.skills[Skill.SAY_NO] == Range(1, 1)


def test_an_action_that_leaves_no_trace_may_be_taken_whenever_the_player_likes(story):
    look = ("when:", "when:\n  look: {bo: {move: notice, why: Looking helps.}}")
    score = of(story(look))["Kit can laugh about it."]

    assert score.skills[Skill.NOTICE] == Range(0, 1)
    assert score.total == Range(0, 4)


def test_minutes_are_those_of_the_words_on_the_way(story, monkeypatch):
    """Words: can you keep a secret (5), no, ok (2), it's a cake (3), the ending
    with its offer (5 + 6), the reason of the move (4)."""
    cake = story()
    monkeypatch.setattr(minutes_module, "WORDS_PER_MINUTE", {cake.band: 1})
    seen = survey(walk(cake))

    found = minutes(seen.found, seen.order)

    assert found.shortest == 5 + 2 + 3 + 5 + 6
    assert found.typical == found.shortest + 4 / 2
    assert found.longest > found.shortest + 4


@pytest.mark.parametrize(("promised", "kept"), [(1, True), (3, True), (4, False)])
def test_a_short_story_promises_three_minutes_at_most(story, ask, promised, kept):
    asked = ask(promised_minutes, story(("minutes: 3", f"minutes: {promised}")))

    assert (asked == []) is kept


def test_a_long_story_promises_at_least_the_time_to_read_it(story, ask):
    long = " ".join(["cake"] * 20)
    talk = "".join(f"    - note: {long}\n" for _ in range(20))
    slow = ("    - bo: it's a cake\n", talk)

    ((message, hint, _),) = ask(
        promised_minutes, story(slow, ("minutes: 3", "minutes: 2"))
    )
    assert message == "the story promises 2 minutes, and a typical play reads for 2.9"
    assert hint.startswith("promise 4, or change the story: plays read from 2.9 to")
    assert ask(promised_minutes, story(slow)) == []
    assert ask(promised_minutes, story(slow, ("minutes: 3", "minutes: 7"))) == []
    assert len(ask(promised_minutes, story(slow, ("minutes: 3", "minutes: 8")))) == 1
