"""Everything that is written can be met in some play."""

from dataclasses import replace

from game.check import met
from game.check.survey import survey
from game.check.walk import walk


def test_a_choice_is_offered_if_it_can_be_taken_in_some_play(story, ask):
    sometimes = story(("{say: ok,", "{say: ok, if: heard,"))
    test = "heard and not told.mum and not told.teacher"
    never = story(("{say: ok,", f"{{say: ok, if: {test},"))

    assert ask(met.never_offered, sometimes) == []
    assert ask(met.never_offered, never) == [
        (
            "this choice can never be taken",
            f"its condition never holds here: {test}",
            None,
        )
    ]


def test_choices_of_a_scene_that_nobody_enters_are_not_complained_of_twice(story, ask):
    alone = "  alone:\n    - choose:\n        - {do: Hm., if: heard, goto: cake}\n"

    assert ask(met.never_offered, story(("  cake:", f"{alone}  cake:"))) == []


def test_choices_behind_a_step_that_always_leads_on_can_never_be_taken(story, ask):
    always = (
        "    - choose:\n        - {say: no",
        "    - goto: cake\n      if: not heard\n    - choose:\n        - {say: no",
    )

    assert ask(met.never_offered, story(always)) == [
        (
            "this choice can never be taken",
            "scene 'hello' is always left before it",
            None,
        ),
        (
            "this choice can never be taken",
            "scene 'hello' is always left before it",
            None,
        ),
    ]


def test_a_step_is_played_in_some_play(story, ask):
    shown = ("- bo: it's a cake", "- bo: well\n      if: heard\n    - bo: it's a cake")
    never = (
        "- bo: it's a cake",
        "- bo: hm\n      if: heard and not heard\n    - bo: it's a cake",
    )

    assert ask(met.never_shown, story()) == []
    assert ask(met.never_shown, story(shown)) == []
    assert ask(met.never_shown, story(never)) == [
        (
            "this step is never played",
            "its condition never holds here: heard and not heard",
            None,
        )
    ]


def test_a_step_that_shows_nothing_is_played_as_well(story, ask):
    leading = (
        "- bo: it's a cake",
        "- goto: party\n      if: {}\n    - bo: it's a cake",
    )
    party = (
        "  told-mum:",
        "  party:\n    - end: Fun.\n      offer: Talk.\n  told-mum:",
    )

    def with_test(test):
        return story((leading[0], leading[1].format(test)), party)

    assert ask(met.never_shown, with_test("told.mum")) == []
    assert ask(met.never_shown, with_test("told.mum and not told.mum"))[0][1] == (
        "its condition never holds here: told.mum and not told.mum"
    )


PARTY = ("  told-mum:", "  party:\n    - end: Fun.\n      offer: Talk.\n  told-mum:")


def test_what_stands_behind_a_way_on_that_is_always_open_is_never_played(story, ask):
    always = "    - goto: party\n      if: heard or not heard\n"
    left = story(("    - bo: it's a cake\n", f"{always}    - bo: it's a cake\n"), PARTY)
    nothing = ("this step is never played", "scene 'cake' is always left before it")

    ((message, hint, _),) = ask(met.never_shown, left)
    assert (message, hint) == nothing
    ((message, hint, _),) = ask(met.never_ends, left)
    assert message == "this ending can never be reached"
    assert hint == "scene 'cake' is always left before it"
    adult = story(
        ("    - bo: it's a cake\n", f"{always}    - heard: mum\n"),
        PARTY,
    )
    ((scene, _),) = survey(walk(adult)).unplayed
    ((message, hint, _),) = ask(met.never_shown, adult)
    assert scene.id == "cake"
    assert (message, hint) == nothing


def test_what_a_piece_holds_and_a_story_does_not_need_is_not_complained_of(story, ask):
    """Scenes of a piece have a / in their names."""
    never = "\n      if: heard and not heard"
    odd = story(("- bo: it's a cake", f"- bo: hm{never}\n    - bo: it's a cake"))
    scenes = dict(odd.scenes)
    scenes["cake"] = replace(scenes["cake"], id="a/cake")
    scenes["a/cake"] = scenes.pop("cake")
    scenes["hello"] = replace(
        scenes["hello"],
        choices=tuple(replace(one, goto="a/cake") for one in scenes["hello"].choices),
    )
    piece = replace(odd, scenes=scenes)

    assert len(ask(met.never_shown, odd)) == 1
    assert ask(met.never_shown, piece) == []


def test_an_ending_that_is_reached_is_not_complained_of(story, ask):
    assert ask(met.never_ends, story()) == []
