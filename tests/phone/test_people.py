"""Whom something can be done with from the drawer."""

import pytest

from game.phone.actions import Go, GoHome, OpenStory, Place, Rename
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
