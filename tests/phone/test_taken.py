"""A choice shows that it was taken, and what comes moves into its place."""

import pygame
import pytest

from game.engine.events import Pick
from game.phone.actions import Do, Exit, Go, OpenChat, Place, Undo
from game.phone.elements import Button, Picture, Scroll
from game.phone.look import Colour, Motion
from game.phone.pace import Pace
from game.phone.reach import scrolls


def choosing(hold, **settings):
    """At the first choice, with time to have read it."""
    pilot = hold(**{"motion": True, "pace": Pace.ON_KEY, **settings})
    pilot.take_phone()
    while not any(name.startswith("Answer: ") for name in pilot.names()):
        pilot.key(pygame.K_SPACE)
    pilot.read()
    return pilot


def journal(pilot):
    return pilot.phone.session.journal


def test_the_choice_is_marked_before_it_becomes_a_message(hold):
    pilot = choosing(hold)
    pilot.figure(2)
    marked = [
        one
        for one in pilot.page.elements
        if isinstance(one, Button) and one.border is Colour.PRIMARY
    ]

    assert [one.name for one in marked] == ["Answer: ok..."]
    assert any(
        isinstance(one, Picture) and one.picture == "check"
        for one in pilot.page.elements
    )
    assert journal(pilot) == ()
    pilot.wait(Motion.TAKEN - 1)
    assert journal(pilot) == ()
    pilot.wait(1)
    assert len(journal(pilot)) == 1
    assert pilot.phone.items[pilot.phone.view.shown - 1].text == "ok..."


def test_nothing_else_moves_when_a_choice_is_taken(hold):
    pilot = choosing(hold)
    before = [one.rect for one in pilot.page.elements if isinstance(one, Button)]
    pilot.figure(2)

    assert [
        one.rect for one in pilot.page.elements if isinstance(one, Button)
    ] == before


@pytest.mark.parametrize(
    "settings", [{"motion": False}, {"pace": Pace.AT_ONCE}], ids=str
)
def test_there_is_no_delay_where_nothing_moves_or_all_comes_at_once(hold, settings):
    pilot = choosing(hold, **settings)
    pilot.figure(2)

    assert len(journal(pilot)) == 1


def test_a_second_answer_meanwhile_does_nothing(hold):
    pilot = choosing(hold)
    pilot.figure(2)
    pilot.figure(1)
    pilot.key(pygame.K_SPACE)
    pilot.wait(Motion.TAKEN)

    assert [entry.command.choice for entry in journal(pilot)] == [
        pilot.phone.story.scenes["hello"].choices[1].id
    ]


@pytest.mark.parametrize(
    ("action", "place"),
    [
        (Exit(), Place.DRAWING),
        (Go(Place.TELL), Place.TELL),
        (Go(Place.STOP), Place.STOP),
    ],
    ids=str,
)
def test_whatever_is_pressed_next_the_choice_counts(hold, shelf, action, place):
    """And it is kept at once: leaving loses nothing."""
    pilot = choosing(hold)
    pilot.figure(2)
    pilot.press(action)

    assert pilot.phone.place is place
    assert len(journal(pilot)) == 1
    assert len(shelf.plays["pencil"]["journal"]) == 1


def test_a_tried_choice_says_so_and_is_not_out_of_reach(hold):
    pilot = choosing(hold, motion=False)
    pilot.figure(2)
    pilot.press(Undo(0))
    pilot.click("Answer: ok... You tried this before.")

    assert len(journal(pilot)) == 1


def sheet(pilot):
    return next(one for one in scrolls(pilot.page) if one.key.startswith("chat pencil"))


def test_a_message_rises_into_its_place(hold):
    """A short way, and then nothing moves any more."""
    pilot = hold(motion=True, pace=Pace.ON_KEY)
    pilot.take_phone()
    pilot.key(pygame.K_SPACE)
    pilot.wait(1000)
    assert not pilot.app.desk.moving
    pilot.key(pygame.K_SPACE)
    key = sheet(pilot).key
    assert pilot.app.desk.coming[key] == pytest.approx(1.0)
    pilot.wait(Motion.RISE // 2)
    assert 0 < pilot.app.desk.coming[key] < 1
    pilot.wait(Motion.RISE)

    assert pilot.app.desk.coming == {}


def test_without_motion_nothing_rises(hold):
    pilot = hold(motion=False, pace=Pace.ON_KEY)
    pilot.take_phone()
    for _ in range(3):
        pilot.key(pygame.K_SPACE)
        assert pilot.app.desk.coming == {}


def to_the_class(pilot):
    """Answer, and go on until a message waits in the chat of the class."""
    pilot.press(Do(pilot_choice(pilot, 1)))
    pilot.wait(Motion.TAKEN)
    while not any(name.startswith("New message") for name in pilot.names()):
        pilot.key(pygame.K_SPACE)


def pilot_choice(pilot, number):
    return Pick(pilot.phone.session.moment.choices[number].id)


@pytest.mark.parametrize("motion", [True, False])
def test_a_notification_slides_in_and_stays_until_it_is_opened(hold, motion):
    pilot = choosing(hold, motion=motion)
    to_the_class(pilot)
    name = "New message from Class 5: your nan loves cake!"
    strip = next(
        one for one in pilot.page.elements if isinstance(one, Scroll) and one.drops
    )
    assert (strip.key in pilot.app.desk.coming) is motion
    pilot.wait(Motion.SLIDE)
    pilot.wait(3_600_000)
    assert pilot.app.desk.coming == {}
    pilot.click(name)

    assert name not in pilot.names()
    assert pilot.page.title == "Kit's phone: Class 5"


def test_space_opens_what_waits_elsewhere(hold):
    pilot = choosing(hold)
    to_the_class(pilot)
    pilot.key(pygame.K_SPACE)

    assert pilot.page.title == "Kit's phone: Class 5"
    assert pilot.phone.view.open is None


def test_a_notification_lies_over_no_message(hold):
    """The messages below it have less room, and none is hidden."""
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    strip, messages = (one for one in pilot.page.elements if isinstance(one, Scroll))

    assert strip.drops
    assert strip.rect.bottom == messages.rect.y
    pilot.press(OpenChat("bo"))
    assert not any(isinstance(one, Scroll) and one.drops for one in pilot.page.elements)
