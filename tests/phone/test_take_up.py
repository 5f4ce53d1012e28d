"""A play that began somewhere else, on the phone."""

from game.engine.events import Pick
from game.engine.follow import follow
from game.engine.session import Session
from game.phone.actions import Do, GoHome, OpenChat, OpenStory, Place, Start
from game.phone.company import Company
from game.phone.pace import Pace


def test_what_was_played_before_is_there_at_once_and_the_play_goes_on(hold, story):
    session = Session(story)
    follow(session, "> tell mum\n")
    pilot = hold(pace=Pace.RELAXED)

    pilot.phone.take_up(session)
    pilot.app.refresh()

    assert pilot.phone.place is Place.CHAT
    assert pilot.phone.view.shown == len(pilot.phone.items)
    assert pilot.choices()
    pilot.figure(1)
    assert len(pilot.phone.session.journal) == 2


def test_the_way_back_leads_to_the_page_about_the_story_and_again_to_the_play(
    hold, story
):
    session = Session(story)
    follow(session, "> tell mum\n")
    pilot = hold()
    pilot.phone.take_up(session)

    pilot.phone.stack = (Place.HOME, Place.ABOUT)
    pilot.app.refresh()
    pilot.click("Carry on")

    assert pilot.phone.session is session
    pilot.press(Start(afresh=True))
    assert pilot.phone.session.journal == ()


def test_a_play_in_which_nothing_was_done_begins_at_its_own_pace(hold, story):
    pilot = hold(pace=Pace.RELAXED)
    pilot.phone.take_up(Session(story))

    assert pilot.phone.place is Place.CHAT
    assert pilot.phone.view.shown < len(pilot.phone.items)


def test_a_play_begun_with_someone_is_carried_on_alone_from_home(hold):
    """The questions to talk about are gone, and nothing is counted by them."""
    pilot = hold(shared=False)
    pilot.press(OpenStory("pencil"))
    pilot.press(Start(company=Company.SOMEONE))
    pilot.press(OpenChat())
    for _ in range(2):
        pilot.press(Do(Pick(pilot.phone.session.moment.choices[0].id)))
        pilot.wait()
    together = pilot.phone.view.shown
    pilot.press(GoHome())
    pilot.press(OpenStory("pencil"))
    pilot.press(Start())

    assert pilot.phone.place is Place.CHAT
    assert pilot.phone.view.shown == len(pilot.phone.items)
    assert len(pilot.phone.items) < together
