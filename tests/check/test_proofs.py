"""How much was visited, and that every play ends."""

from array import array

from game.check import proofs
from game.check.survey import survey
from game.check.sweeps import NOWHERE, distances, in_order
from game.check.walk import NUMBERS, Walk, walk


def test_a_small_story_has_not_too_many_states_and_is_visited_whole(story, ask):
    assert ask(proofs.too_many_states, story()) == []
    assert ask(proofs.not_proven, story()) == []


def test_a_walk_that_stopped_says_what_is_not_proven(story):
    seen = survey(walk(story(), limit=4))

    (found,) = proofs.not_proven(seen)
    assert found.message == f"only the first {seen.found.visited} states were visited"
    assert "that help is never far" in found.hint
    assert "--max-states" in found.hint
    assert found.play is None


def test_too_many_states_are_named_with_what_multiplies_them(story, monkeypatch):
    monkeypatch.setattr(proofs, "MOST_STATES", 3)

    (whole,) = proofs.too_many_states(survey(walk(story())))
    (part,) = proofs.too_many_states(survey(walk(story(), limit=5)))

    assert whole.message.endswith("states, and should have 3 at most")
    assert part.message == "the story has more than 5 states, and should have 3 at most"
    assert whole.hint == "what multiplies them: heard 2, told.mum 2, told.teacher 2"


def test_every_play_of_a_story_ends(story, ask):
    around = ("id: ok, goto: cake", "id: ok, goto: hello")

    assert ask(proofs.endless_play, story(around)) == []


def graph(*ways, form=None, passages=None):
    """Return a walk made by hand: for each state the states that follow."""
    starts, targets = array(NUMBERS, [0]), array(NUMBERS)
    for way in ways:
        targets.extend(way)
        starts.append(len(targets))
    ways_ = array(NUMBERS, passages or [0] * len(targets))
    zeros = array(NUMBERS, [0] * len(ways))
    return Walk(form, [0] * len(ways), starts, targets, ways_, zeros, zeros, whole=True)


def test_a_play_that_could_go_round_is_named(story):
    """No story does this: the engine would have to forget what was taken."""
    form = walk(story()).form
    endless = graph([0], form=form)

    (found,) = proofs.endless_play(survey(endless))

    assert found.mark == story().scenes["hello"].mark
    assert found.message == "a play can go round through scene 'hello' for ever"
    assert found.hint == "lead one way out of the round"
    assert found.play == ()


def test_states_are_put_in_order_but_for_those_on_a_cycle_or_behind_one():
    assert list(in_order(graph([1, 2], [2], []))) == [0, 1, 2]
    assert list(in_order(graph([2, 1], [], [1]))) == [0, 2, 1]
    assert list(in_order(graph([1], [2], [1]))) == [0]
    assert list(in_order(graph([0]))) == []


def test_distances_are_counted_in_commands_to_a_way_that_is_a_goal():
    found = graph([1, 2], [2], [3], [], passages=[0, 0, 0, 1])

    assert distances(found, in_order(found), [False, True]) == [2, 2, 1, NOWHERE]
    assert distances(found, in_order(found), [False, False]) == [NOWHERE] * 4
