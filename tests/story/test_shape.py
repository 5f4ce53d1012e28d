"""How scenes hang together: rounds, asides, and what choices bring along."""

from game.story.model import Action, Effect, MoveId

SCENES = """
    hello:
      - bo: hi
      - choose:
          - {say: what?, goto: hello}
          - {say: bye, goto: bye}
    bye:
      - end: Kit goes home.
    told:
      - mum: yes?
      - choose:
          - {say: never mind, goto: back}
          - {say: look!, goto: seen}
    seen:
      - heard: mum
      - goto: bye
"""
TELL = "tell: {mum: told}"


def test_choices_that_stay_on_a_round_know_it_and_others_lead_on(story):
    scenes = story(scenes=SCENES, when=f"{{{TELL}}}").scenes

    what, bye = scenes["hello"].choices
    assert scenes["hello"].loop >= 0
    assert what.loop == scenes["hello"].loop
    assert bye.loop == -1
    assert scenes["bye"].loop == -1


def test_asides_are_the_scenes_from_which_a_way_leads_back(story):
    scenes = story(scenes=SCENES, when=f"{{{TELL}}}").scenes

    assert [name for name, scene in scenes.items() if scene.aside] == ["told"]


def test_scenes_of_a_telling_are_those_that_nothing_else_leads_to(story):
    scenes = story(scenes=SCENES, when=f"{{{TELL}}}").scenes

    assert [name for name, scene in scenes.items() if scene.telling] == ["told", "seen"]


def test_a_choice_that_blocks_brings_the_fact_and_the_move_of_blocking(story):
    scenes = SCENES.replace("{say: bye,", "{do: Block Bo., block: bo,")
    when = f"{{block: {{bo: {{move: block-and-report, why: W}}}}, {TELL}}}"
    found = story(scenes=scenes, when=when)

    choice = found.scenes["hello"].choices[1]
    slot = found.responses[Action.BLOCK, "bo"].slot
    assert choice.effects == (Effect(slot, 1),)
    assert [move.id for move in choice.moves] == ["block.bo"]


def test_a_choice_keeps_its_own_move_beside_that_of_the_action(story):
    scenes = SCENES.replace(
        "{say: bye,", "{say: bye, move: say-no, why: W, as: left, save: bo, block: bo,"
    )
    when = f"{{save: {{bo: {{move: keep-proof, why: W}}}}, {TELL}}}"

    choice = story(scenes=scenes, when=when).scenes["hello"].choices[1]

    assert [move.id for move in choice.moves] == ["left", "save.bo"]
    assert choice.effects == ()


def test_an_own_move_of_the_same_skill_is_the_move_of_the_action(story):
    scenes = SCENES.replace(
        "{say: bye,",
        "{do: Save it., move: keep-proof, why: Mine., as: kept, save: bo,",
    )
    when = f"{{save: {{bo: {{move: keep-proof, why: W}}}}, {TELL}}}"

    (move,) = story(scenes=scenes, when=when).scenes["hello"].choices[1].moves

    assert (move.id, move.why) == (MoveId("save.bo"), "Mine.")


def test_scenes_that_lead_to_each_other_without_a_choice_are_shown_once(problems):
    scenes = """
        hello:
          - goto: there
            if: heard
          - end: Kit goes home.
        there:
          - goto: where
        where:
          - goto: there
    """

    assert problems(scenes=scenes, when="{tell: {mum: hello}}") == [
        (
            "story.yaml:19:3: scene 'there' leads round to itself without a choice "
            "[endless-loop]\nput a choice on the way, or lead one goto elsewhere"
        )
    ]


def test_the_shape_is_looked_at_only_when_all_the_rest_is_right(problems):
    scenes = SCENES.replace("goto: bye}", "goto: back}")

    assert len(problems(scenes=scenes, when=f"{{{TELL}}}")) == 1
    assert problems(scenes=scenes, when=f"{{{TELL}}}", title='""') == [
        (
            "story.yaml:1:8: title is empty [empty-text]\n"
            "write something, in quotes if it starts with a sign"
        )
    ]
