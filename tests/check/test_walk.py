"""Every state that can be reached, visited once."""

from game.check.walk import Edge, Walk, distance_to, endings, heard, on_cycles, walk
from game.engine.events import Pick, Tell
from game.engine.step import advance, begin, commands


def test_every_command_of_every_state_leads_to_a_state_of_the_walk(story):
    cake = story()
    found = walk(cake)

    assert found.whole
    assert found.states[0] == begin(cake).state
    assert len(set(found.states)) == len(found.states)
    for state, ways in zip(found.states, found.edges, strict=True):
        assert [edge.command for edge in ways] == list(commands(cake, state))
        for edge in ways:
            assert advance(cake, state, edge.command).state == found.states[edge.to]


def test_it_stops_at_the_limit_and_says_so(story):
    found = walk(story(), limit=4)

    assert len(found.states) == 4
    assert not found.whole


def test_a_limit_that_is_just_enough_is_enough(story):
    count = len(walk(story()).states)

    assert walk(story(), limit=count).whole
    assert not walk(story(), limit=count - 1).whole


def test_a_shortest_play_leads_to_each_state(story):
    cake = story()
    found = walk(cake)

    for at, state in enumerate(found.states):
        now = begin(cake).state
        for command in found.play_to(at):
            now = advance(cake, now, command).state
        assert now == state
    assert found.play_to(0) == ()
    assert max(len(found.play_to(at)) for at in range(len(found.states))) >= 4


def test_endings_are_the_states_in_which_the_story_is_over(story):
    cake = story()
    found = walk(cake)

    over = endings(cake, found)
    assert {ending.text for ending in over.values()} == {"Kit can laugh about it."}
    assert {found.states[at].scene for at in over} == {"cake"}


def test_whether_an_adult_has_listened_is_a_fact_of_the_state(story):
    cake = story()
    state = begin(cake).state

    assert not heard(cake, state)
    for command in (Tell("mum"), Pick("mum")):
        state = advance(cake, state, command).state
    assert heard(cake, state)


def graph(*ways):
    edges = tuple(tuple(Edge(Pick("x"), to) for to in way) for way in ways)
    return Walk(
        tuple(range(len(ways))), edges, (None,) * len(ways), whole=True, spoken=()
    )


def test_what_lies_on_a_cycle_or_behind_one_is_found():
    assert on_cycles(graph([1, 2], [2], [])) == ()
    assert on_cycles(graph([1], [2], [1])) == (1, 2)
    assert on_cycles(graph([1], [1, 2], [])) == (1, 2)


def test_distances_are_counted_in_commands():
    assert distance_to(graph([1, 2], [2], [3], [], [0]), [3]) == [2, 2, 1, 0, 3]
    assert distance_to(graph([1], [], [1]), [2]) == [None, None, 0]
    assert distance_to(graph([1], []), []) == [None, None]


BLOCK = (
    ("known: yes", "known: no"),
    ("when:", "when:\n  block: {bo: {note: Bo is blocked.}}"),
)


def test_what_a_blocked_contact_says_is_noted_with_the_state_it_leads_to(story):
    cake = story(*BLOCK)
    found = walk(cake)

    assert {message.text for _, message in found.spoken} == {"it's a cake"}
    assert {found.states[at].scene for at, _ in found.spoken} == {"cake"}


def test_a_contact_who_is_not_blocked_may_speak(story):
    assert walk(story()).spoken == ()
    assert (
        walk(story(*BLOCK, ("it's a cake", "hm\n      if: not blocked.bo"))).spoken
        == ()
    )
