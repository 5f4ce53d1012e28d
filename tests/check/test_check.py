"""All rules over one story, and what was visited."""

from array import array
from collections.abc import Iterator
from dataclasses import replace
from inspect import isfunction
from pathlib import Path

import pytest

from game.check import check as check_module
from game.check import met, minutes, moments, proofs, rules, telling
from game.check.check import check
from game.check.rules import Finding, Surroundings
from game.check.survey import survey
from game.check.walk import MOST_STATES, walk
from game.story.parse import parse
from game.story.pieces import PieceText

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"
STORIES = sorted(SCENARIOS.glob("*/story.yaml"))
PICTURES = frozenset(path.stem for path in (ROOT / "assets/pictures").glob("*.svg"))


def shared(name):
    path = SCENARIOS / "_shared" / f"{name}.yaml"
    return PieceText(path.read_text(encoding="utf-8"), path.name)


@pytest.mark.parametrize(
    ("modules", "registered"),
    [
        ((rules,), rules.RULES),
        ((proofs, moments, met, telling, minutes), proofs.PROOFS),
    ],
)
def test_every_rule_that_is_written_is_applied(modules, registered):
    """So that nobody writes a rule and forgets to put it into the list."""
    written = [
        one
        for module in modules
        for name, one in vars(module).items()
        if isfunction(one)
        and one.__module__ == module.__name__
        and not name.startswith("_")
        and one.__annotations__["return"] == Iterator[Finding]
    ]

    assert set(written) == set(registered)


def test_a_good_story_is_proven(story):
    report = check(story())

    assert report.problems == ()
    assert report.proven
    assert report.endings == 1
    assert report.states == len(walk(story()))


def test_problems_of_the_text_and_of_the_plays_come_in_order_of_the_file(story):
    report = check(
        story(
            ("[say-no, tell]", "[say-no, tell, notice]"),
            ("      offer: Kit could still talk to somebody.\n", ""),
        )
    )

    assert [str(problem) for problem in report.problems] == [
        (
            "story.yaml:16:3: the story promises 'notice', and no move practises it "
            "[unpractised-skill]"
        ),
        "story.yaml:23:7: the story can end here with nobody told [nobody-told]",
    ]
    assert not report.proven


def test_over_the_limit_only_what_was_seen_is_said(story):
    never = ("{say: ok,", "{say: ok, if: heard and not heard,")
    plain = ("move: say-no, why: You can say no., ", "")
    report = check(story(plain, never), limit=6)

    assert {problem.rule for problem in report.problems} == {
        "no-safe-move",
        "not-proven",
        "unpractised-skill",
    }
    assert report.states == 6
    assert not report.proven


def test_a_refutation_carries_its_play(story):
    report = check(story(("      offer: Kit could still talk to somebody.\n", "")))

    assert [problem.play for problem in report.problems] == [("no",)]


def test_a_play_without_end_ends_the_proofs(story, monkeypatch):
    """Nothing can be said of what comes after a round; no story has one."""
    monkeypatch.setattr(
        check_module, "survey", lambda found: replace(survey(found), order=array("I"))
    )
    never = ("{say: ok,", "{say: ok, if: heard and not heard,")

    rules_found = [problem.rule for problem in check(story(never)).problems]

    assert rules_found == ["endless-play"]


def test_pictures_are_looked_for_only_when_they_are_known(story):
    assert check(story(("{name: Bo,", "{name: Bo, picture: boi,"))).proven

    report = check(
        story(("{name: Bo,", "{name: Bo, picture: boi,")),
        Surroundings(frozenset({"blank", "boy"})),
    )

    assert [str(problem) for problem in report.problems] == [
        "story.yaml:11:3: no drawing is called 'boi' [unknown-picture]"
    ]


def test_a_picture_like_no_other_is_looked_for_in_its_folder(story):
    report = check(story(), Surroundings(frozenset()))

    assert {problem.hint for problem in report.problems} == {
        "drawings are the files in assets/pictures, without .svg"
    }


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_every_story_of_the_game_is_proven(path):
    story = parse(path.read_text(encoding="utf-8"), path.name, pieces=shared)

    report = check(story, Surroundings(PICTURES))

    assert report.problems == ()
    assert report.proven
    assert report.states <= MOST_STATES
