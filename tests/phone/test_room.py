"""What has the room of a window: what is read and answered, before all else."""

import pytest

from game.engine.events import Pick, Tell
from game.engine.session import Session
from game.phone import view
from game.phone.actions import (
    Back,
    Do,
    Find,
    Finish,
    Go,
    OpenProfile,
    Place,
    Start,
    Undo,
)
from game.phone.elements import Bubble
from game.phone.finding import Finding
from game.phone.model import chat_model
from game.phone.pace import Pace
from game.phone.reach import scrolls, targets
from game.phone.settings import Settings
from game.story.model import Action
from tests.robot.sound import faults

AT_ONCE = Settings(pace=Pace.AT_ONCE)
SIZES = pytest.mark.parametrize(
    "size", [(480, 800), (1366, 768), (1920, 1080)], ids=str
)
TEXT = pytest.mark.parametrize("text", [100, 200])


def in_sight(pilot, action):
    """Whether a button that means *action* is in the window from edge to edge."""
    low = pilot.surface.get_height()
    return any(
        one.seen == one.rect and one.rect.y >= 0 and one.rect.bottom <= low
        for one in targets(pilot.page, pilot.app.desk.offsets)
        if one.button.action == action
    )


@SIZES
@TEXT
@pytest.mark.parametrize("place", [Place.DRAWER, Place.CHATS, Place.TRAY], ids=str)
def test_the_way_to_tell_someone_is_in_sight_beside_the_chat_too(
    hold, size, text, place
):
    pilot = hold(*size, text=text)
    pilot.take_phone()
    pilot.press(Go(place))

    assert in_sight(pilot, Go(Place.TELL))


@pytest.mark.parametrize("size", [(360, 360), (360, 480), (800, 360)], ids=str)
def test_in_the_lowest_windows_the_main_button_of_a_sheet_scrolls(hold, size):
    """Then it covers nothing of what is over it."""
    pilot = hold(*size, text=200)
    pilot.take_phone()
    pilot.press(OpenProfile("bo"))

    assert not tuple(faults(pilot.page, pilot.app.kit(), pilot.app.desk.offsets))
    pilot.click("Back to the messages")
    assert pilot.phone.place is Place.CHAT


def test_a_notification_is_gone_once_something_was_answered(story):
    """The list of chats goes on counting the message."""
    session = Session(story)
    now = view.opened(session, AT_ONCE)
    told = []
    for _ in range(2):
        session.send(Pick(session.moment.choices[0].id))
        now = view.after_command(now, session, AT_ONCE)
        model = chat_model(session, now, AT_ONCE)
        unread = {row.chat: row.unread for row in model.rows}["bo"]
        told.append((model.news and model.news.chat, unread))

    assert told == [("bo", 1), (None, 1)]


@pytest.fixture
def talkative(shelf):
    """The story of the tests, with much to read before the first answer."""
    lines = "".join(
        f"    - bo: and {number} more things, you see\n" for number in "abcdefghijklm"
    )
    before = "    - feel: Kit's tummy goes tight."
    assert shelf.text.count(before) == 1
    shelf.text = shelf.text.replace(before, lines + before)
    return shelf


@pytest.mark.usefixtures("talkative")
@SIZES
def test_answers_wait_until_all_that_is_new_was_there_to_read(hold, size):
    """They stand under it, and the way there says how many they are."""
    pilot = hold(*size)
    pilot.take_phone()
    (room,) = [one for one in scrolls(pilot.page) if one.follow is not None]
    said = [one for one in room.elements if isinstance(one, Bubble)]
    choices = [one for one in targets(pilot.page, {}) if one.button.key]

    assert len(choices) == 3
    assert all(one.scroll is room for one in choices)
    assert all(one.button.rect.y > said[-1].rect.bottom for one in choices)
    pilot.app.desk.scroll_by(room, -10_000)
    pilot.app.refresh()
    pilot.click("3 answers below")
    assert all(in_sight(pilot, one.button.action) for one in choices)


def test_answers_stand_still_where_all_that_is_new_has_room(hold):
    pilot = hold(1366, 768)
    pilot.take_phone()

    choices = [one for one in targets(pilot.page, {}) if one.button.key]
    assert [one.scroll for one in choices] == [None] * 3


def test_a_wide_window_shows_what_can_be_done_with_whom_one_writes(hold):
    """The others are a press away."""
    pilot = hold(1366, 768)
    pilot.take_phone()
    assert "Report Bo" in pilot.names()
    pilot.figure(1)

    # Both are in the group; who wrote there last stands first.
    reports = [name for name in pilot.names() if name.startswith("Report")]
    assert reports == ["Report Ada"]
    pilot.click("Others: Bo")
    pilot.click("Report Bo. ")
    assert pilot.phone.session.done(Action.REPORT, "bo")


@SIZES
@TEXT
def test_what_is_about_nobody_is_always_in_sight_in_wide_windows(hold, size, text):
    pilot = hold(*size, text=text)
    pilot.take_phone()
    pilot.figure(1)
    if "What else to do" in pilot.names():
        pilot.press(Go(Place.DRAWER))
        pilot.tab_to("Who can help")
    for place in (Place.TRAY, Place.STOP, Place.SETTINGS, Place.HELP):
        assert pilot.phone.place is Place.DRAWER or in_sight(pilot, Go(place))
    assert in_sight(pilot, Go(Place.HELP))


@SIZES
@TEXT
def test_the_main_button_of_a_sheet_is_always_in_sight(hold, size, text):
    pilot = hold(*size, text=text)
    pilot.press(Go(Place.FIND))
    assert in_sight(pilot, Back())
    pilot.press(Find(Finding(minutes=5)))
    pilot.press(Back())
    pilot.take_phone()
    pilot.press(OpenProfile("bo"))
    assert in_sight(pilot, Back())


@SIZES
@TEXT
@pytest.mark.parametrize("begun", [False, True])
def test_a_story_can_be_taken_up_without_scrolling(hold, size, text, begun):
    pilot = hold(*size, text=text, shared=False)
    if begun:
        pilot.take_phone()
        pilot.figure(1)
        pilot.press(Back())
    else:
        pilot.enter("The borrowed pencil")

    assert pilot.phone.place is Place.ABOUT
    assert in_sight(pilot, Start())


def test_the_way_to_tell_keeps_its_words_with_large_letters(hold):
    """The way back a step is then with what else can be done."""
    pilot = hold(480, 800, text=200)
    pilot.take_phone()
    pilot.figure(1)
    written = [
        line for one in pilot.page.elements for line in getattr(one, "lines", ())
    ]

    assert "Go back one step" not in pilot.names()
    assert "Tell someone" in written
    pilot.press(Go(Place.DRAWER))
    pilot.press(Undo(0))
    assert not pilot.phone.session.journal


def test_a_story_told_in_paragraphs_has_lines_that_begin_one_under_another(hold, shelf):
    shelf.text = shelf.text.replace(
        "note: It is Friday.", "note: " + "It is late. " * 10
    )
    pilot = hold(480, 800)
    pilot.take_phone()
    (told,) = [
        one
        for one in scrolls(pilot.page)[0].elements
        if getattr(one, "name", "").startswith("It is late.")
    ]

    assert len(told.lines) > 1
    assert told.align == "left"


@SIZES
@TEXT
def test_a_drawing_of_the_story_stands_over_its_words(hold, size, text):
    """It fills the width of the words, and leaves most of the window to them."""
    pilot = hold(*size, text=text)
    pilot.take_phone()
    pilot.press(Do(Tell("mum")))
    (sheet,) = [one for one in scrolls(pilot.page) if one.follow is not None]
    (drawn,) = [
        e for e in sheet.elements if getattr(e, "picture", "") == "scene-telling"
    ]
    (told,) = [
        e for e in sheet.elements if getattr(e, "name", "") == "Mum is in the kitchen."
    ]

    assert drawn.rect.bottom <= told.rect.y
    assert drawn.rect.x <= told.rect.x
    assert told.rect.right <= drawn.rect.right
    assert drawn.rect.h <= size[1] // 3


def test_an_ending_shows_the_drawing_that_its_author_picked(hold, shelf):
    end = "    - end: Kit can laugh about it, and can tell somebody any time.\n"
    assert shelf.text.count(end) == 1
    shelf.text = shelf.text.replace(end, end + "      picture: scene-friends\n")
    pilot = hold()
    pilot.take_phone()
    pilot.figure(1)
    pilot.figure(1)
    pilot.press(Finish())

    drawn = [
        getattr(inner, "picture", "")
        for one in scrolls(pilot.page)
        for inner in one.elements
    ]
    assert "scene-friends" in drawn
