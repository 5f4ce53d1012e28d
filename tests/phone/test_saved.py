"""The tray of saved messages, and what the drawer says of each thing to do."""

import pytest

from game.engine.events import Act, Pick
from game.engine.session import Session
from game.phone.actions import Back, Do, Go, OpenProfile, Place
from game.phone.deeds import person_section
from game.phone.elements import Button, Picture
from game.phone.look import Tone
from game.phone.model import Person, deeds
from game.phone.saved import saved
from game.phone.widgets import Flow
from game.story.model import Action

SAVE = Act(Action.SAVE, "bo")


def answer(session, at):
    session.send(Pick(session.moment.choices[at].id))


def test_what_was_saved_is_what_was_there_then(story):
    """Words to and from the contact; no notes, no feelings, nothing later."""
    session = Session(story)
    answer(session, 1)
    session.send(SAVE)
    answer(session, 0)
    (tray,) = saved(session)

    assert tray.contact.id == "bo"
    assert [item.text for item in tray.items] == [
        "can you keep a secret from your mum?",
        "ok...",
        "it's a surprise cake for my nan, that's all.",
        "don't tell her!",
    ]


def test_nothing_is_saved_by_itself_or_for_another_contact(story):
    session = Session(story)
    assert saved(session) == ()
    session.send(SAVE)
    assert [one.contact.id for one in saved(session)] == ["bo"]
    session.undo(0)

    assert saved(session) == ()


@pytest.mark.parametrize(
    ("way", "name"),
    [
        (Go(Place.DRAWER), "Saved messages"),
        (Go(Place.TELL), "See what Kit can show them"),
        (OpenProfile("bo"), "See the saved messages"),
    ],
    ids=["drawer", "tell", "profile"],
)
def test_the_tray_is_reached_from_where_it_is_of_use(hold, way, name):
    pilot = hold()
    pilot.take_phone()
    pilot.press(Do(SAVE))
    pilot.press(way)
    pilot.click(name)
    assert pilot.page.title == "Saved messages"
    pilot.press(Back())

    assert pilot.phone.place is not Place.TRAY


def test_the_tray_is_reached_beside_the_chat_as_well(hold):
    pilot = hold(1366, 768)
    pilot.take_phone()
    pilot.click("Saved messages")

    assert pilot.phone.place is Place.TRAY


def test_nobody_is_sent_to_an_empty_tray(hold):
    """Telling needs no proof, so that nothing speaks of it before there is some."""
    pilot = hold()
    pilot.take_phone()
    for way in (Go(Place.TELL), OpenProfile("bo")):
        pilot.press(way)
        assert not any("save" in name or "show" in name for name in pilot.names())
        pilot.press(Back())


def section(kit, story, *commands):
    session = Session(story)
    for command in commands:
        session.send(command)
    flow = Flow(kit(), 0, 0, 400)
    person = Person(story.cast["bo"], deeds(session, "bo"))
    person_section(flow, person, Tone.ON_PAPER, told=True)
    return flow.elements


def test_the_drawer_says_what_each_thing_does(kit, story):
    names = [one.name for one in section(kit, story) if isinstance(one, Button)]

    assert names == [
        "Look at the profile of Bo. See what Bo says there.",
        "Save the messages with Bo. Keep the messages, to show them to someone.",
        "Block Bo. Then Bo cannot write any more.",
        "Report Bo. Let the app know about it.",
    ]


def test_what_was_done_has_a_mark_and_stays_where_it_was(kit, story):
    before = section(kit, story)
    after = section(kit, story, SAVE, Act(Action.REPORT, "bo"))
    done = [one.name for one in after if isinstance(one, Button) and not one.enabled]

    assert done == [
        "Save the messages with Bo, done. The messages are kept.",
        "Report Bo, done. The app knows about it.",
    ]
    assert [one.picture for one in after if isinstance(one, Picture)].count(
        "check"
    ) == 2
    rects = [
        [one.rect for one in made if isinstance(one, Button)]
        for made in (before, after)
    ]
    assert rects[0] == rects[1]
