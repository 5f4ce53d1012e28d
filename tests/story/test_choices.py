"""Choices: what the player may answer or do."""

import pytest

from game.story.model import Action, Effect, Move, Skill

HELLO = "- bo: hi\n- choose:\n"


def choices(scene, *options, **parts):
    steps = HELLO + "".join(f"    - {{{option}}}\n" for option in options)
    return scene(steps, **parts).choices


def test_words_go_into_the_chat_and_deeds_into_none(scene):
    say, do = choices(scene, "say: hi bo, goto: hello", "do: Wave., goto: hello")

    assert (say.text, say.spoken, say.chat) == ("hi bo", True, "bo")
    assert (do.text, do.spoken, do.chat) == ("Wave.", False, None)


def test_words_can_go_to_another_chat(scene):
    (choice,) = choices(scene, "say: 'Mum, look!', to: mum, goto: hello")

    assert choice.chat == "mum"


def test_a_choice_carries_what_it_says_about_itself(scene):
    (choice,) = choices(
        scene,
        "say: no, why: It is fine to say no., risk: yes, set: {asked: yes}, "
        "if: not asked, goto: hello, id: no",
        facts="{asked: no}",
    )

    assert (choice.id, choice.scene, choice.goto) == ("no", "hello", "hello")
    assert choice.why == "It is fine to say no."
    assert choice.risk
    assert choice.effects == (Effect(0, 1),)
    assert choice.when.text == "not asked"


def test_a_move_is_called_after_its_place_or_by_its_name(scene):
    plain, named = choices(
        scene,
        "say: no, move: say-no, why: You can say no., goto: hello, id: no",
        "say: nope, move: say-no, why: You can say no., as: refused, goto: hello",
    )

    assert plain.moves == (Move("hello.no", Skill.SAY_NO, "no", "You can say no."),)
    assert [move.id for move in named.moves] == ["refused"]


def test_a_choice_can_do_what_the_phone_does(scene):
    (choice,) = choices(
        scene, "do: Save it all., save: bo, report: bo, block: bo, goto: hello"
    )

    assert choice.does == (
        (Action.SAVE, "bo"),
        (Action.BLOCK, "bo"),
        (Action.REPORT, "bo"),
    )


def test_a_deed_goes_to_nobody(problems):
    option = "{do: Wave., to: bo, goto: hello}"

    assert problems(scenes=f"\nhello:\n  - bo: hi\n  - choose:\n    - {option}\n") == [
        (
            "story.yaml:18:25: what is only done goes into no chat [to-without-say]\n"
            "delete this, or write 'say:' instead of 'do:'"
        )
    ]


def test_a_choice_is_told_apart_from_what_is_no_choice(problems):
    scenes = "\nhello:\n  - bo: hi\n  - choose:\n    - wave\n    - {goto: hello}\n"

    assert problems(scenes=scenes) == [
        (
            "story.yaml:18:9: a choice should be a table of names and values "
            "[not-a-table]\n"
            "write one 'name: value' on each line, indented by two spaces"
        ),
        (
            "story.yaml:19:9: a choice has either 'say' or 'do' [say-or-do]\n"
            "'say' for words that are sent or spoken, 'do' for anything else"
        ),
    ]


def test_a_choice_between_nothing_readable_is_one_problem(problems):
    assert problems(scenes="\nhello:\n  - bo: hi\n  - choose: bye\n") == [
        (
            "story.yaml:17:15: choose should be a list [not-a-list]\n"
            "start each item with '- ' on a line of its own"
        )
    ]


@pytest.mark.parametrize(
    ("choice", "problem"),
    [
        (
            "do: [a, b], goto: hello",
            (
                "story.yaml:17:14: a choice should be one text [not-text]\n"
                "YAML reads brackets and braces as lists: put the text in quotes"
            ),
        ),
        (
            "do: Wave., if: '', goto: hello",
            (
                "story.yaml:17:25: if is empty [empty-text]\n"
                "write something, in quotes if it starts with a sign"
            ),
        ),
    ],
)
def test_what_should_be_a_text_and_is_none_is_one_problem(problems, choice, problem):
    scenes = f"hello:\n  - choose:\n    - {{{choice}}}\n"

    assert problems(scenes=scenes) == [problem]
