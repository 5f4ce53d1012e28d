"""Scrolling, focus and pointer on a page, without a window."""

import pytest

from game.phone.actions import Back, Exit, Go, Newest, Place
from game.phone.desk import Desk
from game.phone.elements import Button, Page, Rect, Scroll, Shade
from game.phone.look import Motion


def button(name, y, action=None):
    return Button(Rect(0, y, 100, 50), name, action or Back())


def sheet(*buttons, height=1000, follow=None, tall=300):
    return Scroll(Rect(0, 100, 200, tall), height, buttons, "sheet", follow)


@pytest.fixture
def desk():
    desk = Desk()
    desk.motion = False
    return desk


def lay(desk, *elements):
    desk.lay(Page("A page", elements), motion=False)
    return desk


def test_tab_goes_round(desk):
    lay(desk, button("one", 0), button("two", 50, Exit()))
    seen = []
    for _ in range(3):
        desk.move_focus(1)
        seen.append(desk.focus[0])

    assert seen == ["one", "two", "one"]


def test_shift_tab_starts_at_the_end(desk):
    lay(desk, button("one", 0), button("two", 50, Exit()))
    desk.move_focus(-1)

    assert desk.focus[0] == "two"


def test_choices_come_first(desk):
    choice = Button(Rect(0, 90, 10, 10), "1", Exit(), key="1")
    lay(desk, button("one", 0), choice)
    desk.move_focus(1)

    assert desk.focus[0] == "1"


def test_what_gets_the_focus_comes_into_sight(desk):
    lay(desk, sheet(button("far", 900)))
    desk.move_focus(1)

    assert desk.offsets["sheet"] == 900 + 50 + 24 - 300


def test_arrows_scroll_through_what_is_only_to_be_read(desk):
    lay(desk, sheet(button("far", 900)))
    desk.arrow(1)

    assert desk.focus is None
    assert desk.offsets["sheet"] == 120


def test_a_button_that_is_gone_has_no_focus(desk):
    lay(desk, button("one", 0))
    desk.move_focus(1)
    lay(desk, button("two", 0))

    assert desk.focus is None


def test_a_page_follows_its_newest_row(desk):
    lay(desk, sheet(height=1000, follow=950))
    assert desk.offsets["sheet"] == 700

    lay(desk, sheet(height=1200, follow=1150))
    assert desk.offsets["sheet"] == 900


def test_tall_news_are_read_from_their_start(desk):
    lay(desk, sheet(height=2000, follow=500))

    assert desk.offsets["sheet"] == 500 - 24
    assert desk.more_below() is not None


def test_a_button_cut_at_the_bottom_is_more_to_see(desk):
    """However little of it is cut, but for its very edge."""
    lay(desk, sheet(button("one", 260), height=320, follow=0))
    assert desk.more_below() is not None

    lay(desk, sheet(button("one", 254), height=320, follow=0))
    assert desk.more_below() is None


def test_what_gets_the_focus_is_not_under_the_way_below(desk):
    below = Button(Rect(0, 340, 200, 60), "below", Newest())
    lay(desk, sheet(button("one", 300), height=1000, follow=0), below)
    desk.move_focus(1)

    assert desk.offsets["sheet"] == 300 + 50 + 60 - 300


def test_who_reads_further_up_is_left_there(desk):
    lay(desk, sheet(height=1000, follow=950))
    desk.scroll_by(desk.page.elements[0], -500)
    lay(desk, sheet(height=1200, follow=1150))

    assert desk.offsets["sheet"] == 200


def test_a_sheet_is_never_scrolled_past_its_ends(desk):
    lay(desk, sheet())
    desk.scroll_by(desk.page.elements[0], 5000)
    assert desk.offsets["sheet"] == 700
    desk.scroll_by(desk.page.elements[0], -5000)
    assert desk.offsets["sheet"] == 0


def test_a_press_is_down_and_up_on_one_button(desk):
    lay(desk, button("one", 0, Exit()), button("two", 50))
    desk.down(10, 10, None)
    assert desk.up(20, 20) == Exit()
    desk.down(10, 10, None)
    assert desk.up(20, 70) is None


def test_a_finger_drags_and_does_not_press(desk):
    page = sheet(button("one", 0, Exit()), button("two", 400))
    lay(desk, page)
    desk.down(10, 140, page)
    assert not desk.drag(135)
    assert desk.drag(110)
    assert desk.up(10, 110) is None
    assert desk.offsets["sheet"] == 30


def test_what_is_scrolled_away_cannot_be_pressed(desk):
    lay(desk, button("head", 0), sheet(button("one", 250, Exit())))
    desk.scroll_by(desk.page.elements[1], 300)
    desk.down(10, 60, None)

    assert desk.up(10, 60) is None


def test_nothing_under_a_shade_can_be_reached(desk):
    shade = Shade(Rect(0, 0, 300, 300), Back())
    lay(desk, button("under", 0, Exit()), shade, button("over", 100, Newest()))
    desk.move_focus(1)
    desk.move_focus(1)
    assert desk.focus[0] == "over"

    desk.down(10, 10, None)
    assert desk.up(10, 10) == Back()


def test_the_pointer_makes_a_button_hot(desk):
    lay(desk, button("one", 0, Go(Place.HELP)))

    assert desk.point(5, 5)
    assert not desk.point(6, 6)
    assert desk.hot == ("one", Go(Place.HELP))
    assert desk.point(5, 500)


def test_with_motion_a_sheet_glides(desk):
    page = Page("A page", (sheet(),))
    desk.lay(page, motion=True)
    desk.scroll_by(page.elements[0], 100)
    assert desk.offsets["sheet"] == 0
    assert desk.moving
    desk.glide(30)
    assert 0 < desk.offsets["sheet"] < 100
    for _ in range(100):
        desk.glide(30)

    assert desk.offsets["sheet"] == 100
    assert not desk.moving


def coming(came, *, drops=False):
    return Scroll(
        Rect(0, 100, 200, 300), 400, (), "sheet", came=came, fresh=200, drops=drops
    )


def test_only_what_is_new_on_a_known_sheet_comes_into_place(desk):
    for came in (3, 3, 2):
        desk.lay(Page("A page", (coming(came),)), motion=True)
        assert desk.coming == {}
    desk.lay(Page("A page", (coming(3),)), motion=True)
    assert desk.coming == {"sheet": 1.0}
    assert desk.moving
    assert desk.glide(Motion.RISE)

    assert desk.coming == {}
    assert not desk.moving


def test_a_sheet_that_drops_comes_once(desk):
    for elapsed in (Motion.SLIDE - 1, 0):
        desk.lay(Page("A page", (coming(0, drops=True),)), motion=True)
        desk.glide(elapsed)
    assert desk.coming

    desk.glide(1)
    desk.lay(Page("A page", (coming(0, drops=True),)), motion=True)
    assert desk.coming == {}


def test_what_is_coming_is_there_once_nothing_may_move(desk):
    for came in (1, 2):
        desk.lay(Page("A page", (coming(came),)), motion=True)
    desk.motion = False
    desk.glide(0)

    assert desk.coming == {}
