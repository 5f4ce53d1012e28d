"""The top of a story file, and that everything wrong is said in one pass."""

import gc
from types import MappingProxyType

import pytest

from game.source import StoryError
from game.story.model import Band, ForAdults, OtherName, Skill
from game.story.parse import parse


def test_the_top_of_a_story_is_read(story):
    found = story()

    assert (found.id, found.title, found.minutes) == ("cake", "The surprise cake", 3)
    assert found.about == "A classmate asks Kit to keep a small secret."
    assert found.band is Band.NINE
    assert found.skills == (Skill.SAY_NO, Skill.TELL)
    assert found.for_adults == ForAdults("Nothing is shown.", ("Why?",), "none")
    assert found.goodbye == "You can put Kit's phone down now."
    assert (found.player, found.start) == ("kit", "hello")
    assert list(found.scenes) == ["hello"]


def test_what_is_left_out_has_a_usual_value(story):
    found = story()

    assert (found.counted, found.harmless) == (True, False)
    assert (found.pressure, found.curriculum) == (frozenset(), ())
    assert (found.names, found.glossary) == ((), ())


def test_what_may_be_left_out_is_read(story):
    found = story(
        counted="no",
        harmless="yes",
        pressure="[hello]",
        curriculum="{ecw: [privacy], four-cs: [contact, conduct]}",
        names="{bo: [Ravi, Bea]}",
        glossary="{nan: a grandmother}",
    )

    assert (found.counted, found.harmless) == (False, True)
    assert found.pressure == {"hello"}
    assert found.curriculum == (
        ("ecw", ("privacy",)),
        ("four-cs", ("contact", "conduct")),
    )
    assert found.names == (("bo", (OtherName("Ravi"), OtherName("Bea"))),)
    assert found.glossary == (("nan", "a grandmother"),)


def test_a_story_cannot_be_changed(story):
    found = story()

    for mapping in (found.cast, found.chats, found.scenes, found.responses):
        assert isinstance(mapping, MappingProxyType)


def test_the_edition_changes_with_the_text(story):
    assert story().edition == story().edition
    assert story().edition != story(title="The cake").edition


@pytest.mark.parametrize(
    ("band", "longest"), [("7-9", 80), ("9-11", 140), ("11-14", 200), ("14+", 200)]
)
def test_a_message_is_as_long_as_its_band_can_read(story, problems, band, longest):
    scenes = "\nhello:\n  - bo: {}\n  - end: Kit goes home.\n"

    story(band=band, scenes=scenes.format("a" * longest))

    assert problems(band=band, scenes=scenes.format("a" * (longest + 1))) == [
        (
            f"story.yaml:16:11: a message has {longest + 1} characters, "
            f"more than {longest} [message-too-long]\nsplit it into two messages"
        )
    ]


def test_everything_that_is_wrong_is_said_in_one_pass_in_order_of_the_file(problems):
    found = problems(
        title='""',
        band="old",
        minutes="many",
        skills="[sing]",
        for_adults="{notes: N, questions: [[]], reviewed-by: none}",
        player="kid",
        cast="""
            kit: {name: Kit}
            bo: {name: Bo, picture: The Boy}
            mum: {name: Mum, trusted: si}
        """,
        start="begin",
        scenes="""
            hello:
              - bo: [hi]
              - end: Kit goes home.
        """,
        when="{tell: {mum: helo}}",
        facts="{asked: perhaps}",
        pressure="[helo]",
        counted="2",
        curriculum="{maths: [adding]}",
        names="{ravi: [Bo]}",
        glossary="{nan: []}",
    )

    assert [one.splitlines()[0] for one in found] == [
        "story.yaml:1:8: title is empty [empty-text]",
        "story.yaml:3:7: no band is called 'old' [unknown-band]",
        "story.yaml:4:10: minutes should be a whole number from 1 to 60 [not-a-number]",
        "story.yaml:5:10: no skill is called 'sing' [unknown-skill]",
        "story.yaml:6:36: a question should be one text [not-text]",
        "story.yaml:8:9: no contact is called 'kid' [unknown-contact]",
        "story.yaml:11:27: 'The Boy' cannot be the id of a picture [bad-id]",
        "story.yaml:12:29: trusted is either yes or no [not-yes-or-no]",
        "story.yaml:13:8: no scene is called 'begin' [unknown-scene]",
        "story.yaml:16:11: a message should be one text [not-text]",
        "story.yaml:18:15: 'mum' is not a trusted adult [not-a-trusted-adult]",
        "story.yaml:18:20: no scene is called 'helo' [unknown-scene]",
        (
            "story.yaml:19:16: fact 'asked' starts as yes, no or a range such as 0..3 "
            "[bad-fact]"
        ),
        "story.yaml:20:12: no scene is called 'helo' [unknown-scene]",
        "story.yaml:21:10: counted is either yes or no [not-yes-or-no]",
        "story.yaml:22:14: curriculum has no key 'maths' [unknown-key]",
        "story.yaml:23:9: no contact is called 'ravi' [unknown-contact]",
        "story.yaml:24:17: 'nan' should be one text [not-text]",
    ]


def test_everything_needed_is_asked_for_at_once():
    with pytest.raises(StoryError) as error:
        parse("facts: {}\n", "f")

    assert [problem.message for problem in error.value.problems] == [
        f"a story has no '{key}' yet"
        for key in (
            "about",
            "band",
            "cast",
            "for-adults",
            "goodbye",
            "minutes",
            "player",
            "scenes",
            "skills",
            "start",
            "title",
            "when",
        )
    ]


@pytest.mark.parametrize("part", ["cast", "scenes", "when", "for_adults", "curriculum"])
def test_a_text_in_place_of_a_table_is_one_problem(problems, part):
    found = problems(**{part: "soon"})

    assert [one for one in found if "[not-a-table]" in one]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "f:1:1: the file is empty [empty-file]"),
        ("# soon\n", "f:1:1: the file is empty [empty-file]"),
        ("soon", "f:1:1: a story should be a table of names and values [not-a-table]"),
        ("- a", "f:1:1: a story should be a table of names and values [not-a-table]"),
    ],
)
def test_what_is_no_story_at_all_is_one_problem(text, problem):
    with pytest.raises(StoryError) as error:
        parse(text, "f")

    assert list(map(str, error.value.problems)) == [problem]


@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_is_collected_afterwards_if_it_was_before(collecting, story, problems):
    was = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        story()
        problems(title='""')

        assert gc.isenabled() == collecting
    finally:
        (gc.enable if was else gc.disable)()
