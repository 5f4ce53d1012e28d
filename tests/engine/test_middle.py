"""Opening a story in the middle."""

import pytest

from game.engine.middle import NoMiddleError, begin_at
from game.engine.session import Session
from game.engine.transcript import command_for, lines
from game.story.model import Action

STORY = """
    facts: {street: no, trust: 0..3}
    start: hello
    scenes:
      hello:
        - jay: hi!
        - set: {trust: +1}
        - goto: ask
      ask:
        - jay: which street?
        - choose:
            - say: no.
              goto: later
            - say: that one.
              set: {street: yes}
              goto: later
      later:
        - jay: I know your street.
          if: street and trust >= 2
        - jay: are you there?
          if: not blocked.jay and not saved.jay
        - choose:
            - say: bye.
              if: told.mum < 2
              goto: over
            - do: Save it.
              save: jay
              goto: over
      over: [{end: Done., offer: Kit can still tell.}]
      gone: [{end: Gone., offer: Kit can still tell.}]
      mum-is-busy:
        - mum: Not now.
        - choose:
            - say: ok.
              goto: mum-nods
      mum-nods: [{note: Mum nods.}, {goto: back}]
      told: [{heard: mum}, {heard: teacher}, {end: Told.}]
    when:
      save: {jay: {note: Saved.}}
      block: {jay: gone}
      tell: {mum: [mum-is-busy, told], teacher: told}
"""


@pytest.fixture
def open_at(story):
    told = story(STORY)

    def open_at(scene, **given):
        facts = {name.replace("__", "."): value for name, value in given.items()}
        session = Session(told, begin_at(told, scene, facts))
        shown = [line for event in session.steps[0].events for line in lines(event)]
        return session, shown

    return open_at


def fact(session, name):
    names = [fact.name for fact in session.story.facts]
    return session.state.facts[names.index(name)]


def test_a_scene_opens_with_the_facts_as_they_are_at_the_start(open_at):
    session, shown = open_at("later")

    assert shown == ["jay: are you there?", "- bye.", "- Save it."]
    assert fact(session, "trust") == 0
    assert session.under_way


def test_facts_are_given_by_the_names_that_conditions_use(open_at):
    _, shown = open_at(
        "later", street="yes", trust="3", saved__jay="yes", told__mum="2"
    )

    assert shown == ["jay: I know your street.", "- Save it."]


def test_an_action_that_is_given_as_done_is_done(open_at):
    session, _ = open_at("later", saved__jay="yes", blocked__jay="yes")

    assert session.done(Action.SAVE, "jay")
    assert not session.can(Action.SAVE, "jay")
    assert not session.can(Action.BLOCK, "jay")


def test_a_scene_with_a_way_back_goes_back_to_the_first_moment(open_at):
    """Told when the story had just begun, with what had happened by then."""
    session, shown = open_at("mum-is-busy")
    assert shown == ["mum: Not now.", "- ok."]
    assert fact(session, "trust") == 1
    assert fact(session, "told.mum") == 1

    events = session.send(command_for(session, "ok."))

    assert [line for event in events for line in lines(event)] == [
        "note: Mum nods.",
        "(back to where telling began)",
        "- no.",
        "- that one.",
    ]


def test_a_scene_that_goes_back_at_once_is_at_the_first_moment(open_at):
    _, shown = open_at("mum-nods")

    assert shown[-2:] == ["- no.", "- that one."]


def test_how_often_an_adult_was_told_follows_from_the_scene_or_is_given(open_at):
    session, _ = open_at("told")
    assert fact(session, "told.mum") == 2

    session, _ = open_at("told", told__mum="0")
    assert fact(session, "told.mum") == 0


def test_an_ending_can_be_opened(open_at):
    session, shown = open_at("over", heard="yes")

    assert shown == ["= Done.", "offer: Kit can still tell."]
    assert fact(session, "heard") == 1


@pytest.mark.parametrize(
    ("scene", "given", "sentence"),
    [
        ("latr", {}, "no scene is called 'latr'; did you mean 'later'?"),
        (
            "xxx",
            {},
            (
                "no scene is called 'xxx'; there are: "
                "hello, ask, later, over, gone, mum-is-busy, mum-nods, told"
            ),
        ),
        (
            "later",
            {"stret": "yes"},
            "no fact is called 'stret'; did you mean 'street'?",
        ),
        ("later", {"street": "1"}, "fact 'street' is yes or no, not '1'"),
        (
            "later",
            {"trust": "4"},
            "fact 'trust' is a whole number from 0 to 3, not '4'",
        ),
        (
            "later",
            {"trust": "yes"},
            "fact 'trust' is a whole number from 0 to 3, not 'yes'",
        ),
        (
            "later",
            {"told.mum": "-1"},
            "fact 'told.mum' is a whole number from 0 to 2, not '-1'",
        ),
        (
            "later",
            {"looked.jay": "yes"},
            "the story does not remember 'looked.jay': nothing reads it",
        ),
        (
            "later",
            {"looked.xyz": "yes"},
            "no fact is called 'looked.xyz'; did you mean 'blocked.jay'?",
        ),
    ],
)
def test_what_is_not_there_is_said_with_what_is(story, scene, given, sentence):
    with pytest.raises(NoMiddleError) as raised:
        begin_at(story(STORY), scene, given)

    assert str(raised.value) == sentence


def test_of_many_names_the_first_are_listed(story):
    more = "".join(f"      s{n}: [{{goto: over}}]\n" for n in range(20))
    told = story(STORY.replace("      gone:", more + "      gone:"))

    with pytest.raises(NoMiddleError, match=r"s7 and 16 more$"):
        begin_at(told, "zzz", {})
