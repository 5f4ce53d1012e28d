"""Every state that can be reached, visited once."""

from game.check.walk import Edge, walk
from game.engine.events import Pick, Tell
from game.engine.step import advance, begin, commands


def test_every_command_of_every_state_leads_to_a_state_of_the_walk(story):
    cake = story()
    found = walk(cake)
    states = [found.state(at) for at in range(len(found))]

    assert found.whole
    assert found.visited == len(found)
    assert states[0] == begin(cake).state
    assert len(set(states)) == len(states)
    for at, state in enumerate(states):
        assert [edge.command for edge in found.edges(at)] == list(commands(cake, state))
        assert found.scene(at) == cake.scenes[state.scene]
        for edge in found.edges(at):
            assert advance(cake, state, edge.command).state == states[edge.to]


def test_ways_are_in_the_order_of_commands_and_name_what_they_lead_to(story):
    found = walk(story())

    assert found.edges(0) == (
        Edge(Pick("no"), 1),
        Edge(Pick("ok"), 1),
        Edge(Tell("mum"), 2),
        Edge(Tell("teacher"), 3),
    )


def test_it_stops_at_the_limit_and_knows_no_way_in_part(story):
    found = walk(story(), limit=4)

    assert len(found) == 4
    assert not found.whole
    assert 0 < found.visited < 4
    for at in range(found.visited):
        assert len(found.edges(at)) == len(walk(story()).edges(at))


def test_a_limit_that_is_just_enough_is_enough(story):
    count = len(walk(story()))

    assert walk(story(), limit=count).whole
    assert not walk(story(), limit=count - 1).whole


def test_a_shortest_play_leads_to_each_state(story):
    cake = story()
    found = walk(cake)
    longest = 0
    for at in range(len(found)):
        now = begin(cake).state
        for pick in found.play_to(at):
            now = next(
                advance(cake, now, command).state
                for command in commands(cake, now)
                if pick in (getattr(command, "choice", ""), said(command, cake, now))
            )
        assert now == found.state(at)
        longest = max(longest, len(found.play_to(at)))

    assert found.play_to(0) == ()
    assert longest >= 4


def said(command, story, state):
    if isinstance(command, Tell):
        return f"tell {command.adult}"
    choices = story.scenes[state.scene].choices
    return next(one.text for one in choices if one.id == command.choice)


def test_a_play_along_a_way_ends_with_that_way(story):
    found = walk(story())

    for edge, to in enumerate(found.targets):
        play = found.play_along(edge)
        before = play[:-1]
        at = next(at for at in range(len(found)) if found.starts[at + 1] > edge)
        assert before == found.play_to(at)
        assert found.edges(at)[edge - found.starts[at]].to == to
