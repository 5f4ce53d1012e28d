"""The rules of play."""

import pytest

from game.engine.events import Act, Ended, Offered, Pick, StepOut, SteppedOut, Tell
from game.engine.step import (
    IllegalCommandError,
    State,
    advance,
    begin,
    commands,
    moment,
    tellable,
)
from game.story.model import Action

STORY = """
    facts: {said_street: no, worry: 0..2}
    start: hello
    scenes:
      hello:
        - jay: hi!
        - feel: Hm.
        - choose:
            - say: who are you?
              move: notice
              why: Asking is fine.
              goto: hello-again
            - say: Elm Road.
              set: {said_street: yes, worry: +1}
              risk: yes
              why: There is a way back.
              goto: late
      hello-again:
        - jay: a friend of mia.
          if: not blocked.jay
        - choose:
            - do: Look at the wall.
              goto: late
            - say: which mia?
              goto: hello-again
      late:
        - jay: bye.
          if: not blocked.jay
        - note: The street is known.
          if: said_street
        - goto: very-late
          if: worry >= 1
        - end: It is late.
          offer: Kit can still tell.
      very-late:
        - end: It is very late.
          offer: Kit can still tell.
      gone:
        - note: jay_11 is gone.
        - end: Quiet.
          offer: Kit can still tell.
      told-mum:
        - mum: Not now, love.
        - choose:
            - say: ok.
              goto: back
            - say: It is important.
              move: tell
              as: told-mum
              why: Saying it again is brave.
              goto: back
      told-mum-again:
        - mum: I'm sorry. Tell me.
        - heard: mum
        - choose:
            - say: Thanks.
              goto: safe
      told-teacher:
        - teacher: Thank you.
        - heard: teacher
        - goto: safe
      safe:
        - end: Somebody knows.
    when:
      look: {jay: {move: notice, why: Looking is free., feel: New.}}
      save: {jay: {move: keep-proof, why: Proof helps.}}
      block: {jay: {goto: gone, move: block-and-report, why: You can block.}}
      report: {mia: {note: Nothing to report.}}
      tell: {mum: [told-mum, told-mum-again], teacher: told-teacher}
"""


def test_a_story_begins_with_its_lines_and_its_choices(play):
    assert play(STORY).shown == [
        "jay: hi!",
        "feel: Hm.",
        "- who are you?",
        "- Elm Road.",
    ]


def test_a_choice_shows_its_reason_and_its_move_before_the_next_scene(play):
    assert play(STORY).do("who are you?") == [
        "why: Asking is fine.",
        f"move: {play(STORY).session.story.scenes['hello'].choices[0].moves[0].id}",
        "jay: a friend of mia.",
        "- Look at the wall.",
        "- which mia?",
    ]


def test_a_choice_that_was_taken_is_gone_when_its_scene_comes_again(play):
    chat = play(STORY)

    chat.do("who are you?", "which mia?")

    assert chat.shown == ["jay: a friend of mia.", "- Look at the wall."]


def test_a_choice_that_was_taken_cannot_be_taken_again(play):
    chat = play(STORY)
    chat.do("who are you?")
    key = chat.session.moment.choices[1].id
    chat.do("which mia?")

    with pytest.raises(IllegalCommandError):
        chat.session.send(Pick(key))


def test_taken_choices_are_forgotten_once_their_round_is_left(play):
    chat = play(STORY)

    chat.do("who are you?", "which mia?", "Look at the wall.")

    assert chat.session.state.taken == frozenset()


def test_facts_move_by_steps_and_stop_at_the_ends_of_their_range(story):
    told = story(STORY)
    hello = begin(told)
    street = advance(told, hello.state, Pick(told.scenes["hello"].choices[1].id))

    assert street.state.facts[:2] == (1, 1)
    assert isinstance(street.events[-1], Ended)


def test_a_conditional_goto_is_taken_only_when_its_condition_holds(play):
    assert play(STORY).do("Elm Road.")[-2:] == [
        "= It is very late.",
        "offer: Kit can still tell.",
    ]
    assert play(STORY).do("who are you?", "Look at the wall.")[-2:] == [
        "= It is late.",
        "offer: Kit can still tell.",
    ]


def test_an_unknown_choice_is_refused_and_changes_nothing(story):
    told = story(STORY)
    state = begin(told).state

    with pytest.raises(IllegalCommandError) as refused:
        advance(told, state, Pick("no-such"))

    assert refused.value.state == state
    assert str(refused.value) == "Pick(choice='no-such') is not possible at 'hello'"


def test_a_choice_whose_condition_fails_is_refused(story):
    told = story("""
        facts: {calm: no}
        start: hello
        scenes:
          hello:
            - choose:
                - do: Wait.
                  if: calm
                  goto: over
                - do: Breathe.
                  set: {calm: yes}
                  goto: hello
          over: [{end: Done., offer: Tell.}]
          told: [{heard: mum}, {end: Told.}]
        when: {tell: {mum: told, teacher: told}}
    """)
    hello = begin(told)
    wait, breathe = told.scenes["hello"].choices

    assert hello.events[-1] == Offered((breathe,))
    with pytest.raises(IllegalCommandError):
        advance(told, hello.state, Pick(wait.id))

    calm = advance(told, hello.state, Pick(breathe.id))

    assert calm.events[-1] == Offered((wait,))


def test_an_action_that_nothing_depends_on_leaves_the_state_as_it_is(story):
    told = story(STORY)
    state = begin(told).state

    step = advance(told, state, Act(Action.LOOK, "jay"))

    assert step.state == state
    assert [type(event).__name__ for event in step.events] == [
        "Acted",
        "Feeling",
        "Explained",
        "Moved",
    ]


def test_an_action_the_story_says_nothing_about_is_possible_too(play):
    assert play(STORY).do("save mia") == ["(save mia)"]
    assert play(STORY).do("report mia") == ["(report mia)", "note: Nothing to report."]


def test_blocking_leads_to_its_scene_and_cannot_be_done_twice(play):
    chat = play(STORY)

    assert chat.do("block jay") == [
        "(block jay)",
        "why: You can block.",
        "move: block.jay",
        "note: jay_11 is gone.",
        "= Quiet.",
        "offer: Kit can still tell.",
    ]
    with pytest.raises(IllegalCommandError):
        chat.do("block jay")


@pytest.mark.parametrize("pick", ["block mia", "look kit"])
def test_blocking_without_an_answer_and_acting_on_oneself_are_refused(play, pick):
    with pytest.raises(IllegalCommandError):
        play(STORY).do(pick)


def test_acting_on_somebody_unknown_is_refused(story):
    told = story(STORY)

    with pytest.raises(IllegalCommandError):
        advance(told, begin(told).state, Act(Action.LOOK, "nobody"))


def test_telling_opens_beside_the_story_and_goes_back_to_where_it_began(play):
    chat = play(STORY)

    assert chat.do("tell mum") == [
        "(telling mum)",
        "mum: Not now, love.",
        "- ok.",
        "- It is important.",
    ]
    assert chat.do("ok.") == [
        "(back to where telling began)",
        "- who are you?",
        "- Elm Road.",
    ]


def test_an_adult_told_again_answers_with_the_next_scene_and_the_story_goes_on(play):
    chat = play(STORY)
    chat.do("tell mum", "ok.", "tell mum")

    assert chat.shown[:2] == ["(telling mum)", "mum: I'm sorry. Tell me."]
    assert chat.do("Thanks.") == ["= Somebody knows."]
    assert chat.fact("heard") == 1


def test_an_adult_cannot_be_told_more_often_than_the_story_answers(play):
    chat = play(STORY)
    chat.do("tell mum", "ok.", "tell mum")

    assert chat.session.tellable() == ("teacher",)
    with pytest.raises(IllegalCommandError):
        chat.session.send(Tell("mum"))


def test_telling_within_a_telling_replaces_it_and_keeps_the_way_back(play):
    chat = play(STORY)

    chat.do("tell mum", "tell mum")

    assert chat.session.state.back is None  # nothing leads back from there
    assert chat.session.state.scene == "told-mum-again"


def test_blocking_within_a_telling_waits_until_the_telling_goes_back(play):
    chat = play(STORY)
    chat.do("tell mum")

    assert chat.do("block jay")[-2:] == ["- ok.", "- It is important."]
    assert chat.do("ok.")[:2] == [
        "(back to where telling began)",
        "note: jay_11 is gone.",
    ]


def test_blocking_within_a_telling_that_leads_on_does_not_cut_it_short(play):
    chat = play(STORY)
    chat.do("tell mum", "ok.", "tell mum")

    assert chat.do("block jay")[-1] == "- Thanks."
    assert chat.fact("blocked.jay") == 1
    assert chat.do("Thanks.") == ["= Somebody knows."]


def test_telling_is_possible_at_an_ending_that_offers_it(play):
    chat = play(STORY)
    chat.do("Elm Road.")

    assert chat.session.tellable() == ("mum", "teacher")
    assert chat.do("tell teacher")[-2:] == ["heard teacher", "= Somebody knows."]
    assert chat.session.tellable() == ()


def test_going_back_to_an_ending_shows_it_again(play):
    chat = play(STORY)
    chat.do("Elm Road.", "tell mum")

    assert chat.do("ok.") == [
        "(back to where telling began)",
        "= It is very late.",
        "offer: Kit can still tell.",
    ]


def test_nothing_but_telling_is_possible_at_an_ending(play):
    chat = play(STORY)
    chat.do("Elm Road.")

    for command in (StepOut(), Act(Action.LOOK, "jay"), Pick("x")):
        with pytest.raises(IllegalCommandError):
            chat.session.send(command)
    assert commands(chat.session.story, chat.session.state) == (
        Tell("mum"),
        Tell("teacher"),
    )


def test_stepping_out_ends_the_play_and_keeps_the_place(play):
    chat = play(STORY)

    assert chat.do("step out") == ["= stepped out"]
    assert chat.session.moment == SteppedOut()
    assert chat.session.over
    assert chat.session.tellable() == ()
    with pytest.raises(IllegalCommandError):
        chat.session.send(Tell("mum"))


def test_every_command_on_offer_changes_the_state(story):
    told = story(STORY)
    waiting = [begin(told).state]
    seen = set(waiting)
    while waiting:
        state = waiting.pop()
        for command in commands(told, state):
            after = advance(told, state, command).state
            assert after != state
            if after not in seen:
                seen.add(after)
                waiting.append(after)

    assert len(seen) > 20


def test_the_moment_of_a_state_is_what_its_last_event_said(story):
    told = story(STORY)
    step = begin(told)

    assert moment(told, step.state) == step.events[-1]


def test_a_state_holds_only_what_something_depends_on(story):
    told = story(STORY)

    assert [fact.name for fact in told.facts] == [
        "said_street",
        "worry",
        "heard",
        "blocked.jay",
        "told.mum",
        "told.teacher",
    ]


def test_telling_an_adult_who_is_not_in_the_story_is_refused(story):
    told = story(STORY)

    with pytest.raises(IllegalCommandError):
        advance(told, begin(told).state, Tell("jay"))
    assert tellable(told, State("hello", begin(told).state.facts, out=True)) == ()


def test_a_choice_can_block_and_save_as_well_and_counts_once(play):
    chat = play("""
        start: hello
        scenes:
          hello:
            - jay: hi.
            - choose:
                - do: Save and block with Mum.
                  save: jay
                  block: jay
                  move: keep-proof
                  why: Together is easier.
                  goto: over
          over:
            - jay: still here?
              if: not blocked.jay
            - end: Quiet.
              offer: Tell.
          gone: [{end: Gone., offer: Tell.}]
          told: [{heard: mum}, {heard: teacher}, {end: Told.}]
        when:
          save: {jay: {move: keep-proof, why: Proof helps.}}
          block: {jay: {goto: gone, move: block-and-report, why: You can block.}}
          tell: {mum: told, teacher: told}
    """)

    assert chat.do("Save and block with Mum.") == [
        "(save jay)",
        "(block jay)",
        "why: Together is easier.",
        "move: save.jay",
        "move: block.jay",
        "= Quiet.",
        "offer: Tell.",
    ]


def test_a_choice_that_blocks_and_reports_makes_both_moves(play):
    chat = play("""
        start: hello
        scenes:
          hello:
            - jay: hi.
            - choose:
                - do: Block and report.
                  block: jay
                  report: jay
                  move: block-and-report
                  why: Together is easier.
                  goto: gone
          gone: [{end: Gone., offer: Tell.}]
          told: [{heard: mum}, {heard: teacher}, {end: Told.}]
        when:
          block: {jay: {goto: gone, move: block-and-report, why: You can.}}
          report: {jay: {move: block-and-report, why: It helps.}}
          tell: {mum: told, teacher: told}
    """)

    shown = chat.do("Block and report.")

    assert [line for line in shown if line.startswith("move: ")] == [
        "move: block.jay",
        "move: report.jay",
    ]


def test_an_action_that_a_condition_reads_is_remembered_and_offered_once(play):
    chat = play("""
        start: hello
        scenes:
          hello:
            - jay: hi.
            - choose:
                - do: Go on.
                  goto: over
          over:
            - note: The messages are kept.
              if: saved.jay
            - end: Quiet.
              offer: Tell.
          gone: [{end: Gone., offer: Tell.}]
          told: [{heard: mum}, {heard: teacher}, {end: Told.}]
        when:
          save: {jay: {move: keep-proof, why: Proof helps.}}
          block: {jay: gone}
          tell: {mum: told, teacher: told}
    """)

    assert chat.do("save jay")[-1] == "- Go on."
    with pytest.raises(IllegalCommandError):
        chat.do("save jay")
    assert chat.do("Go on.")[0] == "note: The messages are kept."
