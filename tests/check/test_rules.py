"""What each rule over the text must not complain of; tests/broken has what it must."""

import pytest

from game.check import rules
from game.check.rules import Surroundings

NOTHING = Surroundings()


def found(rule, story):
    return [finding.message for finding in rule(story, NOTHING)]


def test_scenes_that_telling_and_blocking_open_are_reached(story):
    blocking = ("when:", "when:\n  block: {bo: alone}")
    scene = ("  cake:", "  alone:\n    - goto: cake\n  cake:")

    assert found(rules.unreachable_scene, story(blocking, scene)) == []
    assert found(rules.unreachable_scene, story(scene)) == [
        "no way leads to scene 'alone'"
    ]


FACT = ("start: hello", "facts: {asked: no}\nstart: hello")


@pytest.mark.parametrize(
    "reader",
    [("{say: ok,", "{say: ok, if: not asked,"), ("it's a cake", "hm\n      if: asked")],
)
def test_a_fact_is_read_by_a_choice_or_a_line(story, reader):
    assert found(rules.unread_fact, story(FACT, reader)) == []


@pytest.mark.parametrize(
    "writer",
    [
        ("{say: ok,", "{say: ok, set: {asked: yes},"),
        ("- bo: it's a cake", "- set: {asked: yes}"),
    ],
)
def test_a_fact_is_set_by_a_choice_or_a_step(story, writer):
    assert found(rules.unset_fact, story(FACT, writer)) == []


def test_facts_that_are_there_by_themselves_need_neither(story):
    assert found(rules.unread_fact, story()) == []
    assert found(rules.unset_fact, story()) == []


def test_only_strangers_must_be_blockable(story):
    stranger = ("known: yes", "known: no")

    assert found(rules.unanswered_block, story()) == []
    assert found(rules.unanswered_block, story(stranger)) == ["'bo' cannot be blocked"]


TELL = "{mum: told-mum, teacher: told-teacher}"
NO_TEACHER = (
    ("{name: Ms Okoro, trusted: yes}", "{name: Ms Okoro, known: yes}"),
    ("    - heard: teacher\n", ""),
    ("say: Hello?,", "say: Hello?, to: teacher,"),
    ("goto: back", "goto: cake"),
)
NO_MUM = (
    ("{name: Mum, trusted: yes, family: yes}", "{name: Mum, known: yes}"),
    ("    - heard: mum\n", ""),
    ("say: Mum?,", "say: Mum?, to: mum,"),
)


def test_a_story_needs_two_adults_and_one_from_outside(story):
    aunt = ("{name: Ms Okoro, ", "{name: Aunt Dee, family: yes, ")

    assert found(rules.no_adult_outside, story()) == []
    assert found(rules.no_adult_outside, story(aunt)) == [
        "every trusted adult is family"
    ]
    assert found(
        rules.no_adult_outside, story(*NO_TEACHER, (TELL, "{mum: told-mum}"))
    ) == ["the story has one trusted adult, and needs two"]
    assert found(rules.no_adult_outside, story(*NO_TEACHER, *NO_MUM, (TELL, "{}"))) == [
        "the story has no trusted adult, and needs two"
    ]


def test_an_adult_listens_in_any_scene(story):
    assert found(rules.adult_never_listens, story()) == []
    assert found(rules.adult_never_listens, story(("    - heard: mum\n", ""))) == [
        "'mum' can be told and never listens"
    ]


def test_a_skill_is_practised_by_a_choice_or_an_action(story):
    promised = ("[say-no, tell]", "[say-no, tell, notice]")
    look = ("when:", "when:\n  look: {bo: {move: notice, why: Looking helps.}}")

    assert found(rules.unpractised_skill, story(promised)) == [
        "the story promises 'notice', and no move practises it"
    ]
    assert found(rules.unpractised_skill, story(promised, look)) == []
    assert found(rules.unpromised_skill, story(promised, look)) == []
    assert found(rules.unpromised_skill, story(look)) == [
        "'notice' is not among the story's skills"
    ]


def test_a_move_that_a_choice_brings_along_is_one_problem(story):
    save = ("when:", "when:\n  save: {bo: {move: keep-proof, why: It helps.}}")
    choice = ("{say: ok,", "{say: ok, save: bo,")

    assert found(rules.unpromised_skill, story(save, choice)) == [
        "'keep-proof' is not among the story's skills"
    ]


def test_a_risk_is_explained(story):
    risk = ("{say: ok,", "{say: ok, risk: yes,")
    why = ("risk: yes,", "risk: yes, why: There is a way back.,")

    assert found(rules.unclear_reason, story(risk)) == [
        "a choice that carries a risk has no 'why'"
    ]
    assert found(rules.unclear_reason, story(risk, why)) == []
