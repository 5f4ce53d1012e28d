"""What a story remembers."""

import pytest

from game.source import StoryError
from game.story.model import Fact


def facts(story, text):
    return [fact for fact in story(facts=text).facts if fact.name == "trust"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("no", Fact("trust", 0, 1, 0, switch=True)),
        ("yes", Fact("trust", 0, 1, 1, switch=True)),
        ("0..3", Fact("trust", 0, 3, 0)),
        ("2..9", Fact("trust", 2, 9, 2)),
        ("{from: 1, to: 5, start: 3}", Fact("trust", 1, 5, 3)),
    ],
)
def test_a_fact_is_a_yes_or_no_or_a_range(story, text, fact):
    assert facts(story, f"{{trust: {text}}}") == [fact]


START = "fact 'trust' starts as yes, no or a range such as 0..3"
RANGE = "a range goes up, by at most 9, and holds its start"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("maybe", START),
        ("3", START),
        ("0..", START),
        ("a..b", START),
        ("0..1..2", START),
        ("[0, 3]", START),
        ("3..0", RANGE),
        ("3..3", RANGE),
        ("0..10", RANGE),
        ("{from: 0, to: 3, start: 4}", RANGE),
        ("{from: 1, to: 3, start: 0}", RANGE),
        ("{from: 0, to: 3}", "fact 'trust' has no 'start' yet"),
        (
            "{from: 0, to: few, start: 0}",
            "to should be a whole number from 0 to 999",
        ),
    ],
)
def test_anything_else_is_one_problem(problems, text, message):
    (found,) = problems(facts=f"{{trust: {text}}}")

    assert message in found


@pytest.mark.parametrize("name", ["heard", "yes", "no", "and", "or", "not"])
def test_words_of_conditions_are_no_facts(problems, name):
    assert problems(facts=f"{{{name}: no}}") == [
        (
            f"story.yaml:19:9: a fact cannot be called {name!r}: it means something "
            "already [reserved-name]\ngive the fact another name"
        )
    ]


def test_twelve_facts_are_fine(story):
    names = [f"fact{number}" for number in range(12)]

    found = story(facts=f"{{{', '.join(f'{name}: no' for name in names)}}}").facts

    assert [fact.name for fact in found][:12] == names


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("maybe", "trust should be a whole number from 0 to 3"),
        ("+2", "trust should be a whole number from 0 to 3"),
        ("4", "trust should be a whole number from 0 to 3"),
        ("-2", "trust should be a whole number from 0 to 3"),
    ],
)
def test_a_range_is_set_to_what_it_can_be(problems, value, message):
    scenes = f"\nhello:\n  - set: {{trust: {value}}}\n  - end: Kit goes home.\n"

    (found,) = problems(facts="{trust: 0..3}", scenes=scenes)

    assert found.partition(": ")[2].startswith(message)


@pytest.mark.parametrize("name", ["heard", "told.mum", "blocked.bo"])
def test_only_declared_facts_are_set(problems, name):
    scenes = f"\nhello:\n  - set: {{{name}: yes}}\n  - end: Kit goes home.\n"

    (found,) = problems(scenes=scenes)

    assert found == (
        f"story.yaml:16:13: {name!r} follows from what happens, and cannot be set "
        "[cannot-be-set]\n"
        "use the step 'heard:', or 'save:', 'block:' or 'report:' on a choice"
    )


def test_what_is_set_is_a_table(story):
    scenes = "\nhello:\n  - set: asked\n  - end: Kit goes home.\n"

    with pytest.raises(StoryError, match="not-a-table"):
        story(facts="{asked: no}", scenes=scenes)
