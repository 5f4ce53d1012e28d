"""What the always-available actions lead to."""

from game.story.model import Action, Feeling, Note, Skill

SCENES = """
    hello:
      - bo: hi
      - choose:
          - {say: hi, goto: bye}
    bye:
      - end: Kit goes home.
    told:
      - heard: mum
      - goto: back
    again:
      - goto: back
"""
TELL = "tell: {mum: [told, again]}"


def test_an_action_shows_lines_and_is_a_move(story):
    look = "look: {bo: {move: notice, why: W, feel: F, mood: sad, note: N}}"
    when = f"{{{look}, {TELL}}}"
    found = story(scenes=SCENES, when=when)

    response = found.responses[Action.LOOK, "bo"]
    note, feeling = response.lines
    assert (type(note), note.text) == (Note, "N")
    assert (type(feeling), feeling.text, feeling.mood) == (Feeling, "F", "sad")
    assert (response.move.id, response.move.skill) == ("look.bo", Skill.NOTICE)
    assert (response.move.text, response.move.why) == ("Look at the profile.", "W")
    assert (response.goto, response.slot) == (None, None)


def test_what_was_done_is_said_for_every_action(story):
    when = "{" + TELL
    for action in Action:
        when += f", {action}: {{bo: {{move: notice, why: W}}}}"
    found = story(scenes=SCENES, when=when + "}")

    assert [response.move.text for response in found.responses.values()] == [
        "Look at the profile.",
        "Save the messages.",
        "Block the account.",
        "Report the account.",
    ]


def test_blocking_is_always_remembered_and_can_lead_on(story):
    found = story(scenes=SCENES, when=f"{{block: {{bo: bye}}, {TELL}}}")

    response = found.responses[Action.BLOCK, "bo"]
    assert response.goto == "bye"
    assert found.facts[response.slot].name == "blocked.bo"


def test_the_long_form_of_a_goto_means_the_same(story):
    short = story(scenes=SCENES, when=f"{{block: {{bo: bye}}, {TELL}}}")
    long = story(scenes=SCENES, when=f"{{block: {{bo: {{goto: bye}}}}, {TELL}}}")

    assert short.responses == long.responses


def test_other_actions_are_remembered_when_a_condition_reads_them(story):
    scenes = SCENES.replace("- bo: hi", "- bo: hi\n        if: not saved.bo")
    found = story(
        scenes=scenes, when=f"{{save: {{bo: {{}}}}, report: {{bo: {{}}}}, {TELL}}}"
    )

    saved = found.responses[Action.SAVE, "bo"]
    assert found.facts[saved.slot].name == "saved.bo"
    assert found.responses[Action.REPORT, "bo"].slot is None


def test_an_adult_can_be_told_as_often_as_there_are_scenes(story):
    found = story(scenes=SCENES, when=f"{{{TELL}}}")

    telling = found.tellings["mum"]
    assert telling.scenes == ("told", "again")
    assert (found.facts[telling.slot].name, found.facts[telling.slot].high) == (
        "told.mum",
        2,
    )
    assert found.facts[found.heard].name == "heard"


def test_what_is_wrong_with_answers_is_said_at_once(problems):
    when = """
        look: {kit: {}, bo: [], mum: {feel: "", mood: Sad, move: stare, why: W}}
        save: {bo: {goto: bye}}
        block: {bo: [bye], mum: gone}
        report: []
        tell: {bo: told, noor: told}
    """

    assert [one.splitlines()[0] for one in problems(scenes=SCENES, when=when)] == [
        (
            "story.yaml:27:10: 'kit' is the player, and somebody else is meant here "
            "[unknown-contact]"
        ),
        (
            "story.yaml:27:23: look 'bo' should be a table of names and values "
            "[not-a-table]"
        ),
        "story.yaml:27:39: a feel is empty [empty-text]",
        "story.yaml:27:49: 'Sad' cannot be the id of a mood [bad-id]",
        "story.yaml:27:60: no skill is called 'stare' [unknown-skill]",
        (
            "story.yaml:28:21: 'save' does not lead to another scene "
            "[goto-only-after-block]"
        ),
        (
            "story.yaml:29:15: block 'bo' should be a table of names and values "
            "[not-a-table]"
        ),
        "story.yaml:29:27: no scene is called 'gone' [unknown-scene]",
        "story.yaml:30:11: report should be a table of names and values [not-a-table]",
        (
            "story.yaml:31:9: 'mum' is a trusted adult, and cannot be told "
            "[adult-not-told]"
        ),
        "story.yaml:31:10: 'bo' is not a trusted adult [not-a-trusted-adult]",
        "story.yaml:31:20: no contact is called 'noor' [unknown-contact]",
    ]


def test_without_tell_the_key_is_asked_for(problems):
    assert problems(when="{}") == [
        (
            "story.yaml:18:7: when has no 'tell' yet [missing-key]\n"
            "add 'tell:' and what belongs there"
        )
    ]
    assert problems(when="{tell: []}") == [
        (
            "story.yaml:18:14: tell should be a table of names and values "
            "[not-a-table]\n"
            "write one 'name: value' on each line, indented by two spaces"
        )
    ]
