"""The shape of a story: ways, and the rounds that they make."""

from game.story.graph import leading_to, reachable, rounds, ways


def test_ways_are_those_of_gotos_and_choices_each_once(story):
    scenes = """
        hello:
          - bo: hi
          - goto: bye
            if: told.mum
          - choose:
              - {say: yes, goto: hello}
              - {say: no, goto: hello}
              - {say: bye, goto: bye}
        bye:
          - end: Kit goes home.
        told:
          - goto: back
    """
    found = story(scenes=scenes, when="{tell: {mum: told}}").scenes

    assert ways(found["hello"]) == ("bye", "hello")
    assert ways(found["bye"]) == ()
    assert ways(found["told"]) == ("back",)


def test_everything_that_leads_to_a_scene_is_found():
    graph = {"a": ["b"], "b": ["c"], "c": [], "d": ["c"], "e": ["e"]}

    assert leading_to(graph, "c") == {"a", "b", "d"}
    assert leading_to(graph, "e") == {"e"}
    assert leading_to(graph, "nowhere") == frozenset()


def test_everything_that_scenes_lead_to_is_found_with_themselves():
    graph = {"a": ["b", "gone"], "b": ["a"], "c": ["a"]}

    assert reachable(graph, ["a"]) == {"a", "b", "gone"}
    assert reachable(graph, []) == frozenset()


def test_a_scene_on_no_round_has_no_number():
    assert rounds({"a": ["b"], "b": ["c"], "c": []}) == {}


def test_a_scene_that_leads_to_itself_is_a_round():
    assert rounds({"a": ["a"], "b": ["a"]}) == {"a": 0}


def test_scenes_of_one_round_share_a_number_and_rounds_have_different_ones():
    found = rounds(
        {"a": ["b"], "b": ["a", "c"], "c": ["d", "e"], "d": ["c"], "e": [], "f": ["f"]}
    )

    assert found["a"] == found["b"]
    assert found["c"] == found["d"]
    assert len({found["a"], found["c"], found["f"]}) == 3
    assert set(found) == set("abcdf")


def test_two_rings_with_one_scene_in_common_are_one_round():
    assert len(set(rounds({"a": ["b", "c"], "b": ["a"], "c": ["a"]}).values())) == 1


def test_ways_to_what_is_not_there_lead_nowhere():
    assert rounds({"a": ["back", "b"], "b": ["gone"]}) == {}


def test_a_round_of_any_length_fits():
    count = 50_000
    ring = {number: [(number + 1) % count] for number in range(count)}

    assert len(rounds(ring)) == count
