"""In which order boxes are read, and in which row each stands."""

from hypothesis import given
from hypothesis import strategies as some

from game.chart.layers import rows, together
from game.chart.order import reading_order, ways_down

SIZES = some.integers(1, 14)
GRAPHS = SIZES.flatmap(
    lambda size: some.lists(
        some.lists(some.integers(0, size - 1), max_size=4), min_size=size, max_size=size
    )
)


def test_ways_that_lead_round_are_not_ways_down(small):
    """A scene that leads to itself, and telling that comes again, lead round."""
    down = ways_down(small)

    assert down["hello"] == ("cake", "pushed", "words")
    assert down["pushed"] == ("cake", "gone")
    assert down["told-mum"] == ("words",)


def test_a_round_is_cut_where_it_comes_back_to_its_beginning(make):
    assert ways_down(make([[1], [2], [1, 0]])) == {
        "scene-0": ("scene-1",),
        "scene-1": ("scene-2",),
        "scene-2": (),
    }


def test_reading_starts_at_the_start_and_keeps_to_the_file(small):
    assert reading_order(small) == (
        "hello",
        "pushed",
        "gone",
        "cake",
        "done",
        "told-mum",
        "words",
        "end-told",
        "told-teacher",
        "teacher-hears",
    )


def test_a_box_is_read_after_all_that_lead_down_to_it(make):
    """Whatever the file says: the second scene is reached by the third only."""
    assert reading_order(make([[2], [], [1]])) == ("scene-0", "scene-2", "scene-1")


@given(GRAPHS)
def test_every_box_is_read_once_and_every_way_down_leads_on(make, ways):
    chart = make(ways)

    order = reading_order(chart)
    down = ways_down(chart)
    at = {name: index for index, name in enumerate(order)}

    assert sorted(order) == sorted(chart.boxes)
    assert all(at[name] < at[to] for name in order for to in down[name])


@given(GRAPHS)
def test_every_way_down_leads_to_a_lower_row(make, ways):
    chart = make(ways)
    order, down = reading_order(chart), ways_down(chart)

    row = rows(order, down)

    assert min(row.values()) == 0
    assert all(row[name] < row[to] for name in order for to in down[name])


def test_what_leads_in_from_the_side_stands_just_above_where_it_leads():
    """So the line from a scene of telling to the story is short."""
    down = {"a": ["b"], "b": ["c"], "c": ["d"], "d": [], "aside": ["d"]}

    assert rows(("a", "b", "c", "aside", "d"), down) == {
        "a": 0,
        "b": 1,
        "c": 2,
        "aside": 2,
        "d": 3,
    }


def test_the_rows_of_nothing_are_none():
    assert rows((), {}) == {}


def test_what_hangs_together_is_a_group_in_the_order_given():
    down = {"a": ["c"], "b": [], "c": ["d", "elsewhere"], "d": [], "e": ["d"]}

    assert together("abcde", down) == (("a", "c", "d", "e"), ("b",))
