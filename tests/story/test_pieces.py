"""Shared pieces: put into a story with their arguments, problems in their own file."""

import pytest

from game.source import StoryError
from game.story.parse import parse
from game.story.pieces import NoPiece

LISTENS = """
    piece: Telling an adult who listens
    needs: {adult: contact, first: text}
    outcomes: [heard]
    start: ask
    scenes:
      ask:
        - note: $adult.name looks up.
        - choose:
            - {say: $first, to: $adult, goto: listens}
      listens:
        - $adult: Thank you for telling me, $adult.
        - heard: $adult
        - goto: heard
"""
SCENES = """
    hello:
      - bo: hi
      - end: Kit goes home.
    told:
      - note: Mum is in the kitchen.
      - use: listens
        with: {adult: mum, first: "Mum: hello?"}
        outcomes: {heard: hello}
"""
WHEN = "{tell: {mum: told}}"


def lines(scene):
    return [line for beat in scene.beats for line in beat.lines]


def test_the_scenes_of_a_piece_are_called_after_the_scene_that_uses_it(story):
    found = story({"listens": LISTENS}, scenes=SCENES, when=WHEN)

    assert list(found.scenes) == ["hello", "told", "told/ask", "told/listens"]
    assert [beat.goto for beat in found.scenes["told"].beats] == ["told/ask"]
    assert found.scenes["told/ask"].choices[0].goto == "told/listens"
    assert found.scenes["told/listens"].beats[-1].goto == "hello"


def test_arguments_are_put_in_wherever_they_are_named(story):
    found = story({"listens": LISTENS}, scenes=SCENES, when=WHEN)

    (note,) = lines(found.scenes["told/ask"])
    choice = found.scenes["told/ask"].choices[0]
    thanks, heard = lines(found.scenes["told/listens"])
    assert note.text == "Mum looks up."
    assert (choice.text, choice.chat) == ("Mum: hello?", "mum")
    assert (thanks.speaker, thanks.text) == ("mum", "Thank you for telling me, mum.")
    assert heard.adult == "mum"


def test_what_a_piece_says_is_marked_in_the_file_of_the_piece(story):
    found = story({"listens": LISTENS}, scenes=SCENES, when=WHEN)

    assert str(lines(found.scenes["told/ask"])[0].mark) == "listens.yaml:7:13"
    assert str(found.scenes["told/ask"].mark) == "listens.yaml:6:3"
    assert str(found.scenes["told"].mark) == "story.yaml:18:3"


def test_a_piece_can_be_used_often_with_other_arguments(story):
    cast = """
        kit: {name: Kit}
        bo: {name: Bo, known: yes}
        mum: {name: Mum, trusted: yes}
        dad: {name: Dad, trusted: yes}
    """
    more = """
    told-dad:
      - use: listens
        with: {adult: dad, first: Dad?}
        outcomes: {heard: back}
    """
    found = story(
        {"listens": LISTENS},
        cast=cast,
        scenes=SCENES.rstrip() + more,
        when="{tell: {mum: told, dad: told-dad}}",
    )

    assert lines(found.scenes["told/ask"])[0].text == "Mum looks up."
    assert lines(found.scenes["told-dad/ask"])[0].text == "Dad looks up."
    assert found.scenes["told-dad/listens"].beats[-1].goto == "back"
    ids = {
        lines(found.scenes[f"{name}/listens"])[0].id for name in ("told", "told-dad")
    }
    assert len(ids) == 1


def test_of_two_names_the_longer_is_put_in(story):
    piece = LISTENS.replace("first: text}", "first: text, first-name: text}").replace(
        "$adult.name looks up.", "$first-name, $first and $5"
    )
    scenes = SCENES.replace("with: {", "with: {first-name: Kit, ")

    found = story({"listens": piece}, scenes=scenes, when=WHEN)

    assert lines(found.scenes["told/ask"])[0].text == "Kit, Mum: hello? and $5"


def test_a_piece_that_needs_nothing_is_used_without_with(story):
    piece = """
        piece: A breath
        outcomes: [done]
        start: breathe
        scenes:
          breathe:
            - note: Kit breathes in and out.
            - goto: done
    """
    scenes = """
        hello:
          - use: breath
            outcomes: {done: bye}
        bye:
          - end: Kit goes home.
    """
    found = story({"breath": piece}, scenes=scenes, when="{tell: {mum: bye}}")

    assert lines(found.scenes["hello/breathe"])[0].text == "Kit breathes in and out."


def test_the_facts_that_are_always_there_can_be_read_in_a_piece(story):
    piece = LISTENS.replace("looks up.", "looks up.\n          if: told.$adult > 1")

    found = story({"listens": piece}, scenes=SCENES, when=WHEN)

    assert found.scenes["told/ask"].beats[0].when.text == "told.mum > 1"


def test_the_facts_of_a_story_are_not_there_in_a_piece_though_the_story_has_them(
    problems,
):
    piece = LISTENS.replace("looks up.", "looks up.\n          if: asked").replace(
        "- heard: $adult", "- set: {asked: no}\n        - heard: $adult"
    )

    assert [
        one.splitlines()[0]
        for one in problems(
            {"listens": piece}, scenes=SCENES, when=WHEN, facts="{asked: no}"
        )
    ] == [
        (
            "listens.yaml:8:11: a shared piece knows no fact 'asked' of a story "
            "[fact-in-a-piece]"
        ),
        (
            "listens.yaml:13:13: a shared piece knows no fact 'asked' of a story "
            "[fact-in-a-piece]"
        ),
    ]


def test_a_slip_in_a_fact_that_is_always_there_is_found_in_a_piece_as_well(problems):
    piece = LISTENS.replace("looks up.", "looks up.\n          if: tolt.$adult")

    assert problems({"listens": piece}, scenes=SCENES, when=WHEN) == [
        (
            "listens.yaml:8:11: no fact is called 'tolt.mum' [unknown-fact]\n"
            "did you mean 'told.mum'?"
        )
    ]


def test_problems_in_a_piece_are_placed_in_its_file_and_said_once(problems):
    piece = LISTENS.replace("note: $adult.name looks up.", "noot: Mum looks up.")
    scenes = (
        SCENES.rstrip()
        + """
    told-again:
      - use: listens
        with: {adult: mum, first: Mum?}
        outcomes: {heard: back}
    """
    )

    assert problems(
        {"listens": piece}, scenes=scenes, when="{tell: {mum: [told, told-again]}}"
    ) == [
        (
            "listens.yaml:7:7: 'noot' is neither a contact nor a kind of step "
            "[unknown-contact]\ndid you mean 'note'?"
        )
    ]


def test_problems_of_a_piece_and_of_its_story_come_together(problems):
    piece = LISTENS.replace("outcomes: [heard]", "outcomes: [heard]\nauthor: me", 1)

    found = problems(
        {"listens": piece.replace("\nauthor", "\n    author")},
        scenes=SCENES.replace("- bo: hi", "- boo: hi"),
        when=WHEN,
    )

    assert [one.partition(": ")[0] for one in found] == [
        "listens.yaml:4:1",
        "story.yaml:16:7",
    ]


def test_a_piece_that_is_not_yaml_is_shown_in_its_file(problems):
    assert problems({"listens": "a: b: c"}, scenes=SCENES, when=WHEN) == [
        (
            "listens.yaml:1:5: a second colon on this line confuses YAML [not-yaml]\n"
            'put the whole text in double quotes: - mia: "ok: fine"'
        )
    ]


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        ("[]", "listens.yaml:1:1: a piece should be a table of names and values"),
        (
            "{piece: P, outcomes: [heard], start: a, scenes: []}",
            "listens.yaml:1:49: scenes should be a table of names and values",
        ),
        (
            "{piece: P, outcomes: [heard], start: [], scenes: {a: []}}",
            "listens.yaml:1:38: start should be one text",
        ),
        (
            "{piece: P, outcomes: [heard], scenes: {a: []}}",
            "listens.yaml:1:1: a piece has no 'start' yet",
        ),
        (
            "{piece: P, needs: {A: text}, outcomes: [], start: a, scenes: {a: []}}",
            "listens.yaml:1:20: 'A' cannot be the id of an argument",
        ),
    ],
)
def test_a_piece_whose_shape_is_wrong_is_one_problem(problems, piece, found):
    (one,) = problems({"listens": piece}, scenes=SCENES, when=WHEN)

    assert one.startswith(found)


def test_what_a_use_says_wrong_is_all_said_at_once(problems):
    use = """
      - use: listens
        if: heard
        with: {adlut: mum, first: ""}
        outcomes: {herd: hello}
    """
    scenes = SCENES.partition("      - use")[0].rstrip() + use

    assert problems({"listens": LISTENS}, scenes=scenes, when=WHEN) == [
        (
            "story.yaml:20:7: the piece can come out as 'heard', and nothing follows "
            "[missing-outcome]\nadd 'heard: scene' under 'outcomes:'"
        ),
        (
            "story.yaml:20:7: the piece needs 'adult', a contact [missing-argument]\n"
            "add 'adult:' under 'with:'"
        ),
        (
            "story.yaml:21:7: a use has no key 'if' [unknown-key]\n"
            "it can have: use, with, outcomes"
        ),
        (
            "story.yaml:22:14: the piece needs no 'adlut' [unknown-argument]\n"
            "did you mean 'adult'?"
        ),
        (
            "story.yaml:22:33: first is empty [empty-text]\n"
            "write something, in quotes if it starts with a sign"
        ),
        (
            "story.yaml:23:18: the piece never comes out as 'herd' [unknown-outcome]\n"
            "did you mean 'heard'?"
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("use: listens", "use: [listens]", "use should be one text"),
        ("with: {adult: mum,", "with: {adult: [mum],", "adult should be one text"),
        ("{heard: hello}", "[hello]", "outcomes should be a table"),
        ("{heard: hello}", "{heard: [hello]}", "an outcome should be one text"),
        ("- bo: hi", "- bo: [hi]", "a message should be one text"),
    ],
)
def test_lists_where_a_text_is_wanted_are_problems(problems, old, new, found):
    said = problems({"listens": LISTENS}, scenes=SCENES.replace(old, new), when=WHEN)

    assert any(found in one for one in said)


def test_the_file_that_a_missing_piece_would_be_in_is_named(text):
    with pytest.raises(StoryError) as error:
        parse(
            text(scenes=SCENES, when=WHEN),
            "story.yaml",
            pieces=lambda name: NoPiece(f"my-stories/_shared/{name}.yaml"),
        )

    assert [problem.hint for problem in error.value.problems] == [
        "there is no file my-stories/_shared/listens.yaml"
    ]


def test_a_story_that_stands_alone_has_no_pieces(text):
    with pytest.raises(StoryError) as error:
        parse(text(scenes=SCENES, when=WHEN), "story.yaml")

    assert [f"{one}\n{one.hint}" for one in error.value.problems] == [
        (
            "story.yaml:20:12: no shared piece is called 'listens' [unknown-piece]\n"
            "pieces lie in the folder _shared beside the story's folder"
        )
    ]


def test_of_two_names_that_stand_for_one_contact_the_last_counts(story):
    piece = LISTENS.replace(
        "needs: {adult: contact, first: text}",
        "needs: {adult: contact, other: contact, first: text}",
    ).replace(
        "- $adult: Thank you for telling me, $adult.",
        "- {$adult: Thank you., $other: Thank you both.}",
    )
    scenes = SCENES.replace("{adult: mum,", "{adult: mum, other: mum,")
    found = story({"listens": piece}, scenes=scenes, when=WHEN)

    thanks, _ = lines(found.scenes["told/listens"])
    assert (thanks.speaker, thanks.text) == ("mum", "Thank you both.")
