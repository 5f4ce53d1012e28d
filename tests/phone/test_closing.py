"""After the story: how it went, and the way back."""

from game.engine.events import Offered, Pick, StepOut
from game.files import FileError
from game.phone.actions import Back, Do, Finish, GoHome, OpenStory, Place, Start, Turn


def at_the_end(hold):
    """Play to the end by the first choice each time, and see how it went."""
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Start(afresh=True))
    while not pilot.phone.session.over:
        pilot.press(Do(Pick(pilot.phone.session.moment.choices[0].id)))
    pilot.press(Finish())
    return pilot


def stopped(hold):
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Start(afresh=True))
    pilot.press(Do(StepOut()))
    assert pilot.phone.place is Place.CLOSING
    return pilot


def test_going_back_from_a_stopped_play_carries_it_on(hold):
    pilot = stopped(hold)

    pilot.press(Back())

    assert pilot.phone.place is Place.CHAT
    assert isinstance(pilot.phone.session.moment, Offered)
    assert pilot.phone.session.tellable()


def test_a_stopped_play_can_be_carried_on_from_home(hold):
    pilot = stopped(hold)

    pilot.press(GoHome())

    assert pilot.phone.begun == {"pencil"}


def test_a_play_that_came_to_its_end_is_not_offered_to_be_carried_on(hold, shelf):
    pilot = at_the_end(hold)

    pilot.press(GoHome())

    assert pilot.phone.begun == frozenset()
    assert shelf.kept() == frozenset()
    pilot.press(OpenStory("pencil"))
    assert any(name.startswith("Take Kit's phone") for name in pilot.names())


def test_going_back_through_the_closing_pages_comes_to_the_chat(hold):
    pilot = at_the_end(hold)
    pilot.press(Turn(1))

    pilot.press(Turn(0))
    pilot.press(Back())

    assert pilot.phone.place is Place.CHAT
    assert pilot.phone.session.over


def test_a_story_whose_file_is_gone_is_said_to_be_so_and_closes_nothing(hold, shelf):
    def gone(_):
        raise FileError("no story is called 'pencil'")

    pilot = hold()
    shelf.load = gone

    pilot.press(OpenStory("pencil"))

    assert pilot.phone.place is Place.BROKEN
    pilot.press(GoHome())
    assert pilot.phone.place is Place.HOME
