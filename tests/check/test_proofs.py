"""What each proof must not complain of, and how it names a play."""

from game.check import proofs
from game.check.walk import Edge, Walk, walk
from game.engine.events import Act, Pick, StepOut, Tell
from game.engine.step import State, begin
from game.story.model import Action, ChoiceId


def found(proof, story):
    return [finding.message for finding in proof(story, walk(story))]


def hints(proof, story):
    return [finding.hint for finding in proof(story, walk(story))]


def test_a_whole_walk_has_not_too_many_states(story):
    assert found(proofs.too_many_states, story()) == []


def test_every_play_of_a_story_ends(story):
    assert (
        found(proofs.endless_play, story(("id: ok, goto: cake", "id: ok, goto: hello")))
        == []
    )


def test_a_play_that_could_go_round_is_named(story):
    """No story does this: the engine would have to forget what was taken."""
    cake = story()
    state = begin(cake).state
    edges = ((Edge(Pick(ChoiceId("ok")), 0),),)
    endless = Walk((state,), edges, (None,), whole=True, spoken=())

    (finding,) = proofs.endless_play(cake, endless)

    assert finding.mark == cake.scenes["hello"].mark
    assert finding.message == "a play can go round through scene 'hello' for ever"
    assert finding.hint == "at the very beginning"


ROUND = (
    ("id: no, move: say-no, why: You can say no., goto: cake", "id: no, goto: hello"),
    ("id: ok, goto: cake", "id: ok, goto: hello"),
)


def test_a_moment_without_choices_is_named_once_with_the_shortest_play(story):
    assert found(proofs.stuck, story()) == []
    assert found(proofs.stuck, story(*ROUND)) == [
        "nothing can be chosen in scene 'hello'"
    ]
    assert hints(proofs.stuck, story(*ROUND)) == ["one play that leads here: no > ok"]


def test_four_choices_at_once_are_enough(story):
    def options(count):
        more = "".join(
            f"          - {{say: hm {number}, goto: cake}}\n" for number in range(count)
        )
        return story(
            (
                "id: ok, goto: cake}\n",
                f"id: ok, goto: cake}}\n{more}".replace("          -", "        -"),
            )
        )

    assert found(proofs.too_many_choices, options(2)) == []
    assert found(proofs.too_many_choices, options(3)) == [
        "5 choices at once, more than 4"
    ]
    assert hints(proofs.too_many_choices, options(3)) == [
        "delete one, or give one an 'if:'; at the very beginning"
    ]


def test_for_the_youngest_three_choices_are_enough(story):
    band = ("band: 9-11", "band: 7-9")
    three = (
        "id: ok, goto: cake}\n",
        "id: ok, goto: cake}\n        - {say: a, goto: cake}\n",
    )
    four = (three[0], three[1] + "        - {say: b, goto: cake}\n")

    assert found(proofs.too_many_choices, story(band, three)) == []
    assert found(proofs.too_many_choices, story(band, four)) == [
        "4 choices at once, more than 3"
    ]


def test_choices_whose_conditions_exclude_each_other_are_not_at_once(story):
    more = "".join(
        f"        - {{say: {word}, if: {test}, goto: cake}}\n"
        for word, test in (("a", "heard"), ("b", "heard"), ("c", "not heard"))
    )
    cake = story(("id: ok, goto: cake}\n", f"id: ok, goto: cake}}\n{more}"))

    assert found(proofs.too_many_choices, cake) == []


def test_a_choice_is_offered_if_it_can_be_taken_in_some_play(story):
    sometimes = story(("{say: ok,", "{say: ok, if: heard,"))
    test = "heard and not told.mum and not told.teacher"
    never = story(("{say: ok,", f"{{say: ok, if: {test},"))

    assert found(proofs.never_offered, sometimes) == []
    assert found(proofs.never_offered, never) == ["this choice can never be taken"]
    assert hints(proofs.never_offered, never) == [
        f"its condition never holds here: {test}"
    ]


def test_choices_of_a_scene_that_nobody_enters_are_not_complained_of_twice(story):
    alone = "  alone:\n    - choose:\n        - {do: Hm., if: heard, goto: cake}\n"

    assert found(proofs.never_offered, story(("  cake:", f"{alone}  cake:"))) == []


def test_help_may_be_four_choices_away(story):
    def chain(length):
        wait = "  wait{}:\n    - choose:\n        - {{do: Wait., goto: wait{}}}\n"
        scenes = "".join(wait.format(at, at + 1) for at in range(length))
        last = f"  wait{length}:\n    - heard: teacher\n    - goto: mum-hears\n"
        return story(
            ("goto: mum-hears", "goto: wait0"),
            ("goto: teacher-hears", "goto: wait0"),
            ("  mum-hears:", f"{scenes}{last}  mum-hears:"),
        )

    assert found(proofs.far_from_help, chain(2)) == []
    assert found(proofs.far_from_help, chain(3)) == [
        "in scene 'hello' an adult who listens is 5 choices away",
        "in scene 'cake' an adult who listens is 5 choices away",
    ]


def test_help_that_no_way_leads_to_is_out_of_reach(story):
    deaf = story(("    - heard: mum\n", ""), ("    - heard: teacher\n", ""))

    assert found(proofs.far_from_help, deaf)[0] == (
        "in scene 'hello' an adult who listens is out of reach"
    )


OFFER = ("      offer: Kit could still talk to somebody.\n", "")


def test_an_ending_offers_to_tell_or_comes_after_telling(story):
    assert found(proofs.nobody_told, story()) == []
    assert found(proofs.nobody_told, story(OFFER)) == [
        "the story can end here with nobody told"
    ]
    assert hints(proofs.nobody_told, story(OFFER)) == [
        "add 'offer:' beside 'end:'; one play that leads here: no"
    ]


def test_where_nothing_is_wrong_nobody_must_be_told(story):
    harmless = ("start: hello", "harmless: yes\nstart: hello")

    assert found(proofs.nobody_told, story(OFFER, harmless)) == []


BLOCK = (
    ("known: yes", "known: no"),
    ("when:", "when:\n  block: {bo: {note: Bo is blocked.}}"),
)


def test_a_blocked_contact_is_named_once_with_a_play(story):
    assert found(proofs.blocked_speaks, story(*BLOCK)) == [
        "'bo' can write this after being blocked"
    ]
    assert hints(proofs.blocked_speaks, story(*BLOCK)) == [
        "add 'if: not blocked.bo'; one play that leads here: block bo > no"
    ]


def test_commands_are_said_as_in_a_play_through(story):
    cake = story()

    assert proofs.describe(cake, Pick(ChoiceId("ok")), "hello") == "ok"
    assert proofs.describe(cake, Pick(ChoiceId("gone")), "hello") == "gone"
    assert proofs.describe(cake, Act(Action.SAVE, "bo"), "hello") == "save bo"
    assert proofs.describe(cake, Tell("mum"), "hello") == "tell mum"
    assert proofs.describe(cake, StepOut(), "hello") == "step out"


def test_of_a_long_play_the_end_is_said(story):
    """Every play written out would take the square of the length of a story."""
    cake = story()
    state = begin(cake).state
    first = (None, *((at, Pick(ChoiceId("ok"))) for at in range(100)))
    edges = ((),) * 100 + ((Edge(Pick(ChoiceId("ok")), 100),),)
    endless = Walk((state,) * 101, edges, first, whole=True, spoken=())

    (finding,) = proofs.endless_play(cake, endless)

    assert finding.hint == "a play that leads here ends: " + " > ".join(["ok"] * 30)


def test_a_state_is_a_value(story):
    assert begin(story()).state == State("hello", (0, 0, 0))
