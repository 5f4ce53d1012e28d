"""What must hold at each moment of choice, and how a play that breaks it is named."""

import pytest

from game.check import moments

ROUND = (
    ("id: no, move: say-no, why: You can say no., goto: cake", "id: no, goto: hello"),
    ("id: ok, goto: cake", "id: ok, goto: hello"),
)


def test_a_moment_without_choices_is_named_once_with_the_shortest_play(story, ask):
    assert ask(moments.stuck, story()) == []
    assert ask(moments.stuck, story(*ROUND)) == [
        (
            "nothing can be chosen in scene 'hello'",
            "let one choice stay when the others are gone, or lead on",
            ("no", "ok"),
        )
    ]


def options(count):
    more = "".join(
        f"        - {{say: hm {number}, goto: cake}}\n" for number in range(count)
    )
    return ("id: ok, goto: cake}\n", f"id: ok, goto: cake}}\n{more}")


def test_four_choices_at_once_are_enough(story, ask):
    assert ask(moments.too_many_choices, story(options(2))) == []
    assert ask(moments.too_many_choices, story(options(3))) == [
        ("5 choices at once, more than 4", "delete one, or give one an 'if:'", ())
    ]


def test_for_the_youngest_three_choices_are_enough(story, ask):
    band = ("band: 9-11", "band: 7-9")

    assert ask(moments.too_many_choices, story(band, options(1))) == []
    assert ask(moments.too_many_choices, story(band, options(2)))[0][0] == (
        "4 choices at once, more than 3"
    )


def test_choices_whose_conditions_exclude_each_other_are_not_at_once(story, ask):
    more = "".join(
        f"        - {{say: {word}, if: {test}, goto: cake}}\n"
        for word, test in (("a", "heard"), ("b", "heard"), ("c", "not heard"))
    )
    cake = story(("id: ok, goto: cake}\n", f"id: ok, goto: cake}}\n{more}"))

    assert ask(moments.too_many_choices, cake) == []


PLAIN = ("move: say-no, why: You can say no., ", "")


def test_a_moment_has_a_safety_move_among_what_is_offered_there(story, ask):
    when_heard = ("{say: no, id: no,", "{say: no, id: no, if: heard,")
    message = "none of the choices in scene 'hello' is a safety move"

    assert ask(moments.no_safe_move, story()) == []
    assert [one[0] for one in ask(moments.no_safe_move, story(PLAIN))] == [message]
    found = ask(moments.no_safe_move, story(when_heard))
    assert [(one[0], one[2]) for one in found] == [(message, ())]


def test_an_ordinary_moment_needs_no_safety_move(story, ask):
    ordinary = ("id: ok, goto: cake}\n", "id: ok, goto: cake}\n      ordinary: yes\n")

    assert ask(moments.no_safe_move, story(PLAIN, ordinary)) == []


RISK = "risk: yes, why: It can grow., "
LATER = """  later:
    - bo: promise?
    - choose:
        - {say: hm, goto: cake}
        - {say: no way, MOVEgoto: cake}
      ordinary: yes
  cake:
"""


def risky(move, goto="later"):
    return (
        ("{say: ok, id: ok, goto: cake}", f"{{say: ok, id: ok, {RISK}goto: {goto}}}"),
        ("  cake:\n", LATER.replace("MOVE", move)),
    )


def test_after_a_risk_something_safe_can_be_chosen_at_once(story, ask):
    safe = story(*risky("move: say-no, why: You can say no., "))

    assert ask(moments.no_way_back, story()) == []
    assert ask(moments.no_way_back, safe) == []
    assert ask(moments.no_way_back, story(*risky(""))) == [
        (
            "after this risk no safety move is among the next choices",
            "give a choice in scene 'later' a 'move:'",
            ("ok",),
        )
    ]


def test_after_a_risk_the_story_may_end_if_it_offers_to_tell(story, ask):
    assert ask(moments.no_way_back, story(*risky("", goto="cake")[:1])) == []


BLOCK = (
    ("known: yes", "known: no"),
    ("when:", "when:\n  block: {bo: {note: Bo is blocked.}}"),
)


def test_a_blocked_contact_is_named_once_with_a_play(story, ask):
    assert ask(moments.blocked_speaks, story(*BLOCK)) == [
        (
            "'bo' can write this after being blocked",
            "add 'if: not blocked.bo'",
            ("block bo", "no"),
        )
    ]


@pytest.mark.parametrize(
    "change", [(), (*BLOCK, ("it's a cake", "hm\n      if: not blocked.bo"))]
)
def test_a_contact_who_is_not_blocked_may_speak(story, ask, change):
    assert ask(moments.blocked_speaks, story(*change)) == []


def test_nobody_who_is_blocked_can_be_answered(story, ask):
    silent = ("it's a cake", "hm\n      if: not blocked.bo")
    answer = ("{say: ok,", "{say: ok, if: not blocked.bo,")
    asked = ask(moments.written_to_blocked, story(*BLOCK, silent, answer))

    assert ask(moments.written_to_blocked, story()) == []
    assert asked == [
        (
            "this can be said to 'bo' after blocking them",
            "add 'if: not blocked.bo'",
            ("block bo", "no"),
        )
    ]


def test_what_is_done_or_said_to_somebody_else_may_follow_blocking(story, ask):
    silent = ("it's a cake", "hm\n      if: not blocked.bo")
    done = [("{say: ok,", "{do: ok,"), ("{say: no,", "{say: no, to: mum,")]

    assert ask(moments.written_to_blocked, story(*BLOCK, silent, *done)) == []
