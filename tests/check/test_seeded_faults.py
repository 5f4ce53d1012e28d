"""The eight faults that were seeded into other engines are found here, all of them.

The stories in ``faults/`` have one each. A fault that a player can meet comes with a
play, and the play is played here, to see that it shows what is said of it. The other
five have none: four stories cannot be read, and no play comes to a scene that no way
leads to.
"""

from pathlib import Path

import pytest

from game.check.check import check
from game.engine.events import Offered
from game.engine.follow import follow
from game.engine.session import Session
from game.engine.step import advance, begin, commands
from game.source import StoryError
from game.story.parse import parse

FOLDER = Path(__file__).parent / "faults"

CANNOT_BE_READ = [
    ("1-missing-target", "unknown-scene", "          goto: cakes"),
    ("2-undefined-variable", "unknown-fact", "          if: not asked"),
    ("6-falls-off-the-end", "no-way-on", "    - bo: great! it's about my nan."),
    ("7-duplicate-label", "duplicate-key", "  cake:"),
]
"""Story, rule, and the line with the fault; of two, the second."""

CAN_BE_MET = [
    ("4-impossible-option", "  asked:", ["ok..."]),
    (
        "5-inescapable-loop",
        "  again:",
        ["ok...", "ok, what is it?", "hm.", "I don't want to know.", "no."],
    ),
    (
        "8-trap-on-the-safest-path",
        "  prize:",
        [f"No, not on day {day}." for day in range(1, 21)],
    ),
]
"""Story, the line of the scene with the fault, and a play that leads there."""


def text_of(name):
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def story_of(name):
    return parse(text_of(name), f"{name}.yaml")


def line_of(problem, name):
    return text_of(name).splitlines()[problem.mark.line - 1]


def play_of(problem):
    """Return what the player does in the play that a problem names."""
    assert problem.play is not None
    return list(problem.play)


def played(story, play):
    """Return a play in which that was done."""
    session = Session(story)
    follow(session, "".join(f"> {step}\n" for step in play))
    return session


def test_all_eight_are_here():
    cases = [name for name, *_ in CANNOT_BE_READ + CAN_BE_MET]

    assert sorted([*cases, "3-unreachable-scene"]) == sorted(
        path.stem for path in FOLDER.glob("*.yaml")
    )


@pytest.mark.parametrize(("name", "rule", "line"), CANNOT_BE_READ)
def test_a_story_that_cannot_be_read_is_refused_at_the_place(name, rule, line):
    with pytest.raises(StoryError) as error:
        story_of(name)

    (problem,) = error.value.problems
    assert problem.rule == rule
    assert line_of(problem, name) == line


def test_the_second_of_two_scenes_with_one_name_is_the_place():
    name = "7-duplicate-label"
    with pytest.raises(StoryError) as error:
        story_of(name)

    lines = text_of(name).splitlines()
    first = lines.index("  cake:") + 1
    assert error.value.problems[0].mark.line > first


def test_a_scene_that_no_way_leads_to_is_found_and_no_play_comes_there():
    name = "3-unreachable-scene"
    story = story_of(name)

    (problem,) = check(story).problems
    assert problem.rule == "unreachable-scene"
    assert line_of(problem, name) == "  party:"
    assert "party" not in {state.scene for state in visited(story)}


def visited(story, state=None):
    """Return every state that a play can come to, from the beginning or from one."""
    found = {state or begin(story).state}
    ring = found
    while ring:
        ring = {
            advance(story, state, command).state
            for state in ring
            for command in commands(story, state)
        } - found
        found = found | ring
    return found


@pytest.mark.parametrize(("name", "line", "play"), CAN_BE_MET)
def test_where_nothing_can_be_chosen_a_play_shows_it(name, line, play):
    (problem,) = (one for one in check(story_of(name)).problems if one.rule == "stuck")
    assert line_of(problem, name) == line
    assert play_of(problem) == play

    session = played(story_of(name), play)
    assert session.moment == Offered(())
    assert line == f"  {session.state.scene}:"


def test_no_play_of_the_loop_comes_to_an_ending_unless_somebody_is_told():
    story = story_of("5-inescapable-loop")
    session = played(story, ["ok..."])
    inside = visited(story, session.state)

    endings = {story.scenes[state.scene].ending for state in inside}
    assert endings == {None, story.scenes["teacher-hears"].ending}


def test_the_trap_is_on_the_safest_path_and_on_no_other():
    """One play in 2 ** 20 comes there, and each that differs by one choice does not."""
    name, _, safest = CAN_BE_MET[-1]
    story = story_of(name)

    assert played(story, safest).state.scene == "prize"
    for day in range(1, 21):
        other = [*safest[: day - 1], f"Hm. Maybe, on day {day}.", *safest[day:]]
        assert played(story, other).state.scene == "cake"
