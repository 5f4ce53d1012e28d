"""The ring goes round by itself: where it rests, for how long, what a press does."""

import pytest

from game.phone.actions import Back, Exit, Go, Place
from game.phone.elements import Button, Page, Rect, Role, Scroll, Text
from game.phone.look import Style, Tone
from game.phone.switch.scan import (
    TWICE,
    Scan,
    around,
    at_target,
    page_of,
    passed,
    pressed,
)
from game.phone.switch.stops import stops

STEP = 1000
OTHERS = [Place.HELP, Place.SETTINGS, Place.TELL, Place.CHATS, Place.DRAWER]


def button(name, y=0, x=0, **more):
    return Button(Rect(x, y, 100, 44), name, more.pop("action", Back()), **more)


def heading(name, y):
    at = Rect(0, y, 100, 20)
    return Text(at, (name,), Style.HEADING, Tone.ON_PAPER, name, role=Role.HEADING)


def page(*inside, header=(), bars=(), height=1000, follow=None):
    sheet = Scroll(Rect(0, 60, 200, 500), height, inside, "sheet", follow)
    return Page("A page", (*header, sheet, *bars))


def keys(one):
    return [stop.key for stop in stops(one, {})]


class Ring:
    """Goes round one page, as long as no other is put up."""

    def __init__(self, one):
        self.put(one)
        self.scan = Scan()
        self.wait(0)

    def put(self, one):
        self.stops = stops(one, {})
        self.page = page_of(one.title, self.stops)

    def wait(self, milliseconds):
        self.scan = passed(self.scan, self.page, self.stops, milliseconds, STEP)
        return self.at

    def press(self):
        self.scan, stop = pressed(self.scan, self.stops)
        return stop and stop.key

    @property
    def at(self):
        stop = around(self.scan, self.stops)
        return stop and stop.key


@pytest.fixture
def three():
    return Ring(page(button("a"), button("b", 50), button("c", 100), height=400))


def test_answers_come_first_and_the_header_last():
    one = page(
        button("card", 0),
        header=[button("way out", action=Exit())],
        bars=[button("bar", 700), button("answer", 600, key="1")],
        height=400,
    )

    assert keys(one) == ["answer", "card", "bar", "way out"]


def test_what_most_want_next_comes_first_where_there_is_no_answer():
    one = page(button("other"), button("next", 50, main=True), height=400)

    assert keys(one) == ["next", "other"]


def test_a_page_to_read_is_moved_on_before_what_lies_at_its_end():
    one = page(button("next", 900, main=True))

    assert keys(one) == ["sheet sheet", "next"]


def test_a_page_whose_first_button_is_in_sight_is_moved_later():
    one = page(button("next", main=True), header=[button("back")])

    assert keys(one) == ["next", "sheet sheet", "back"]


def test_a_chat_is_moved_after_all_that_is_under_it():
    one = page(follow=900, bars=[button("next", 700)], header=[button("back")])

    assert keys(one) == ["next", "sheet sheet", "back"]


def test_few_buttons_are_no_groups():
    one = page(
        heading("one", 0), *(button(f"b{at}", 50 * at) for at in range(10)), height=400
    )

    assert len(keys(one)) == 10


@pytest.fixture
def many():
    """A first part of two buttons, two parts of five, and a header."""
    parts = [heading("colours", 100)]
    parts += [button(f"colour {at}", 120) for at in range(5)]
    parts += [heading("sizes", 200)]
    parts += [button(f"size {at}", 220) for at in range(5)]
    return page(
        button("first", 0),
        button("second", 50),
        *parts,
        header=[button("back")],
        height=400,
    )


def test_many_buttons_are_groups_by_their_headings(many):
    assert keys(many) == ["first", "second", "group colours", "group sizes", "back"]


def test_a_group_is_said_with_how_many_it_holds(many):
    names = [stop.name for stop in stops(many, {})]

    assert "colours, 5 buttons" in names


def test_every_target_is_in_one_stop(many):
    found = [one.key for stop in stops(many, {}) for one in stop.targets]

    assert len(found) == len(set(found)) == 13


def test_the_same_name_twice_is_told_apart():
    one = page(
        button("go back", 0, action=Go(Place.HELP)), button("go back", 50), height=400
    )

    assert keys(one) == ["go back", "go back (2)"]


def test_the_ring_rests_longer_where_it_starts(three):
    assert three.wait(STEP) == "a"
    assert three.wait(STEP) == "b"
    assert three.wait(STEP) == "c"
    assert three.wait(STEP) == "a"


def test_after_two_rounds_it_stops(three):
    for _ in range(6):
        three.wait(STEP)
    assert three.at == "c"

    assert three.wait(STEP) is None
    assert three.scan.stopped
    assert three.wait(100 * STEP) is None


def test_a_press_lets_it_go_on_from_the_start(three):
    for _ in range(7):
        three.wait(STEP)

    assert three.press() is None
    assert three.at == "a"
    assert three.wait(STEP) == "a"
    assert three.wait(STEP) == "b"


def test_a_press_presses_what_is_in_the_ring_and_the_rounds_begin_again(three):
    three.wait(2 * STEP)
    three.wait(STEP)
    three.wait(STEP)

    assert three.press() == "a"
    for _ in range(6):
        assert three.wait(STEP) is not None


def test_a_hand_that_shakes_presses_once(three):
    three.wait(2 * STEP)

    assert three.press() == "b"
    assert three.press() is None
    three.wait(TWICE)
    assert three.press() == "b"


def test_another_page_starts_at_its_first_stop_and_shaking_still_counts_once(three):
    three.wait(2 * STEP)
    three.press()
    three.put(page(button("x", main=True), button("y", 50), height=400))

    assert three.wait(20) == "x"
    assert three.press() is None


def test_new_answers_are_another_page():
    ring = Ring(page(follow=0, bars=[button("more", 600)], height=400))
    ring.wait(5 * STEP)
    ring.put(page(follow=0, bars=[button("yes", 600, key="1"), button("more", 700)]))

    assert ring.wait(20) == "yes"


def test_a_group_opens_with_a_press_and_goes_round_inside(many):
    ring = Ring(many)
    for _ in range(3):
        ring.wait(STEP)
    assert ring.at == "group colours"

    assert ring.press() is None
    assert ring.at == "colour 0"
    ring.wait(2 * STEP)
    assert ring.at == "colour 1"
    assert ring.press() == "colour 1"


def test_after_two_rounds_inside_a_group_it_goes_on_behind_it(many):
    ring = Ring(many)
    for _ in range(3):
        ring.wait(STEP)
    ring.press()
    ring.wait(STEP)

    assert [ring.wait(STEP) for _ in range(10)][-2:] == ["colour 4", "group sizes"]


def test_a_group_that_is_gone_is_left(many):
    ring = Ring(many)
    for _ in range(3):
        ring.wait(STEP)
    ring.press()
    ring.put(
        page(button("first", 0), button("second", 50), header=[button("b")], height=400)
    )

    assert ring.wait(20) == "first"
    assert ring.scan.inside is None


def test_where_the_focus_goes_the_ring_goes(many):
    ring = Ring(many)

    ring.scan = at_target(ring.scan, ring.stops, ("size 3", Back()))
    assert ring.at == "size 3"
    assert ring.scan.inside == "group sizes"
    ring.scan = at_target(ring.scan, ring.stops, ("second", Back()))
    assert ring.at == "second"
    ring.scan = at_target(ring.scan, ring.stops, ("nowhere", Back()))
    assert ring.at == "second"


def test_a_page_without_buttons_has_no_ring():
    ring = Ring(Page("Nothing", ()))

    assert ring.wait(STEP) is None
    assert ring.press() is None
    assert not ring.scan.stopped


def test_the_ring_is_around_what_can_be_seen_of_a_group():
    one = page(
        button("first", 0),
        heading("colours", 80),
        *(button(f"c{at}", 400 + 60 * at) for at in range(10)),
        height=1100,
    )
    group = next(stop for stop in stops(one, {}) if len(stop.targets) > 1)

    # The sheet ends at 560; two buttons of the group are above that.
    assert group.place == Rect(0, 460, 100, 100)
