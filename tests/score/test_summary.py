"""What a play is told about at its end."""

from game.engine.transcript import command_for
from game.score.summary import summarise


def made(session):
    return [(one.move.id, one.at) for one in summarise(session).made]


def other(session):
    return [(idea.move.id, idea.at) for idea in summarise(session).other]


def test_moves_come_once_in_the_order_they_were_made(play):
    session = play("who are you?", "look jay", "no thanks.", "look jay", "no.")

    assert made(session) == [("asked", 0), ("look.jay", 1), ("said-no", 2)]


def test_a_move_made_at_the_very_end_counts_like_any_other(play):
    early = play("tell mum", "Mum, look.")
    late = play("hi!", "why?", "later.", "tell mum", "Mum, look.")

    assert made(early) == [("told-mum", 1)]
    assert made(late) == [("told-mum", 4)]


def test_a_move_on_an_undone_way_stays_made(play):
    session = play("who are you?", "no thanks.")
    session.undo(to=0)

    assert made(session) == [("asked", None), ("said-no", None)]


def test_a_move_made_again_is_where_it_was_made_last(play):
    session = play("who are you?", "no thanks.")
    session.undo(to=0)
    session.send(command_for(session, "who are you?"))

    assert made(session) == [("asked", 0), ("said-no", None)]


def test_ideas_are_what_was_possible_after_the_pressure_began(play):
    session = play("hi!", "why?", "later.")

    assert other(session) == [
        ("told-mum", 1),
        ("said-no", 1),
        ("saved", 1),
        ("look.jay", 1),
    ]


def test_there_is_one_idea_for_a_skill_and_none_for_one_that_was_practised(play):
    session = play("hi!", "why?", "later.")
    summary = summarise(session)
    skills = [idea.move.skill for idea in summary.other]

    assert len(skills) == len(set(skills))
    assert not {one.move.skill for one in summary.made} & set(skills)


def test_going_back_to_an_idea_makes_it_possible_again(play):
    session = play("hi!", "why?", "later.")
    (idea,) = [idea for idea in summarise(session).other if idea.move.id == "said-no"]
    session.undo(to=idea.at)
    session.send(command_for(session, "no thanks."))

    assert made(session) == [("said-no", 1)]


def test_what_was_possible_before_the_pressure_is_no_idea(play):
    session = play("hi!", "why?", "later.")

    assert "asked" not in dict(other(session))


def test_a_play_that_never_met_the_pressure_has_no_ideas(play):
    session = play("tell mum", "Mum, look.")

    assert other(session) == []


def test_a_story_without_pressure_has_no_ideas(play):
    session = play("hi!", "why?", "later.", change=("pressure: [asks]\n", ""))

    assert other(session) == []


def test_pressure_may_begin_later_in_the_story(play):
    session = play("hi!", "why?", "later.", change=("[asks]", "[on]"))

    assert dict(other(session))["said-no"] == 2


def test_pressure_may_begin_in_a_scene_without_lines(play):
    change = ("pressure: [asks]", "pressure: [told-mum]")
    session = play("tell mum", "step out", change=change)

    assert other(session) == [("told-mum", 1), ("look.jay", 1), ("saved", 1)]


def test_what_was_done_in_another_way_is_no_idea(play):
    session = play("hi!", "Kit saves it all.", "later.")

    assert "saved" not in dict(other(session))
    assert dict(made(session))["saved"] == 1


def test_telling_at_the_end_is_an_idea_for_who_did_something_else_there(play):
    """A telling that was brushed off at the end leaves the other adult to tell."""
    session = play("hi!", "why?", "later.", "tell coach")

    assert ("told-mum", 1) in other(session)


def test_the_moment_before_stepping_out_can_be_gone_back_to(play):
    session = play("hi!", "step out")

    assert ("told-mum", 1) in other(session)


def test_an_ending_reached_while_moments_follow_offers_only_telling(play):
    change = ("pressure: [asks]", "pressure: [done]")
    session = play("hi!", "why?", "later.", "tell coach", change=change)

    assert other(session) == [("told-mum", 3)]


def test_the_number_is_shown_for_nine_and_up(play):
    assert summarise(play()).counted


def test_no_number_is_shown_to_the_youngest(play):
    assert not summarise(play(change=("band: 9-11", "band: 7-9"))).counted


def test_no_number_is_shown_in_a_story_that_is_not_counted(play):
    change = ("minutes: 3", "minutes: 3\ncounted: no")

    assert not summarise(play(change=change)).counted
