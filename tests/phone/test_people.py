"""Whom something can be done with from the drawer."""

import pytest

from game.engine.events import Act
from game.engine.session import Session
from game.phone.actions import Do, Go, GoHome, OpenStory, Place, Rename
from game.phone.model import deeds
from game.phone.reach import scrolls
from game.story.model import Action


@pytest.fixture
def threatened(shelf):
    """The story of the tests, with somebody who threatened before it starts."""
    for old, new in (
        ("  bo: {name", "  max: {name: max_2}\n  bo: {name"),
        ("- note: It is Friday.", "- note: It is because of max_2."),
        ("    bo: bo-is-gone", "    bo: bo-is-gone\n    max: {note: Max is blocked.}"),
        ("names: {kit", "names: {max: [ty_3], kit"),
    ):
        assert shelf.text.count(old) == 1
        shelf.text = shelf.text.replace(old, new)
    return shelf


@pytest.mark.usefixtures("threatened")
def test_who_was_only_told_of_can_be_blocked(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.press(Go(Place.DRAWER))
    pilot.click("Block max_2.")

    assert pilot.phone.session.done(Action.BLOCK, "max")
    pilot.press(Go(Place.DRAWER))
    assert not any(name.startswith("Block max_2. Then") for name in pilot.names())


@pytest.mark.usefixtures("threatened")
def test_under_another_name_as_well(hold):
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Rename("max", "ty_3"))
    pilot.press(GoHome())
    pilot.take_phone()
    pilot.press(Go(Place.DRAWER))

    assert any(name.startswith("Block ty_3.") for name in pilot.names())


def test_who_cannot_be_blocked_and_has_not_written_is_not_there(hold, threatened):
    threatened.text = threatened.text.replace("\n    max: {note: Max is blocked.}", "")
    threatened.text = threatened.text.replace("because of max_2.", "because of Ada.")
    pilot = hold()
    pilot.take_phone()
    pilot.press(Go(Place.DRAWER))

    said = " ".join(pilot.names())
    assert "Bo" in said
    assert "Ada" not in said
    assert "max_2" not in said


def test_nothing_of_somebody_blocked_is_left_to_read_in_the_list(hold):
    """Not the last message, nor how many are new."""
    pilot = hold(1366, 768)
    pilot.take_phone()
    pilot.figure(1)
    assert "Chat with Bo, 1 new message" in pilot.names()
    pilot.press(Do(Act(Action.BLOCK, "bo")))

    assert "Chat with Bo" in pilot.names()
    (pane,) = [one for one in scrolls(pilot.page) if one.key == "chats"]
    written = [line for one in pane.elements for line in getattr(one, "lines", ())]
    assert written[written.index("Bo") + 1] == "Blocked"


def test_nobody_is_offered_to_report_whoever_could_be_told(story):
    session = Session(story)

    assert Action.REPORT in {deed.action for deed in deeds(session, "bo")}
    assert Action.REPORT not in {deed.action for deed in deeds(session, "teacher")}
