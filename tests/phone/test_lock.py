"""The lock screen with which a story begins."""

import pygame
import pytest

from game.phone.actions import OpenStory, Place, Start
from game.phone.elements import Button
from game.phone.lock import lock_page
from game.phone.model import first_news
from game.phone.pace import Pace
from game.phone.reach import targets
from game.phone.transcript import Item, Kind


def locked(hold, *size, **settings):
    pilot = hold(*size, **settings)
    pilot.press(OpenStory("pencil"))
    pilot.press(Start(afresh=True))
    assert pilot.phone.place is Place.LOCK
    return pilot


def test_a_story_begins_locked_with_its_first_message(hold):
    pilot = locked(hold)

    assert pilot.page.title == "Kit's phone"
    assert pilot.names() == [
        "Back",
        "Hide this, key Escape",
        "New message from Bo: can you keep a secret from your mum?",
        "Open Kit's phone",
    ]


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_RETURN], ids=["space", "tab"])
def test_it_is_opened_with_the_keys(hold, key):
    pilot = locked(hold)
    if key == pygame.K_RETURN:
        pilot.key(pygame.K_TAB)
    pilot.key(key)

    assert pilot.phone.place is Place.CHAT


@pytest.mark.parametrize("name", ["Open Kit's phone", "New message from Bo"])
def test_it_is_opened_with_the_pointer(hold, name):
    pilot = locked(hold)
    pilot.click(name)

    assert pilot.phone.place is Place.CHAT


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [(600, 400, Place.CHAT), (600, 580, Place.LOCK), (400, 600, Place.LOCK)],
    ids=["up", "hardly", "down"],
)
def test_it_is_opened_by_a_swipe_up(hold, start, end, place):
    pilot = locked(hold)
    pilot.pointer(pygame.MOUSEBUTTONDOWN, (240, start), button=1)
    pilot.pointer(pygame.MOUSEMOTION, (240, end), buttons=(1, 0, 0), rel=(0, -9))
    pilot.pointer(pygame.MOUSEBUTTONUP, (240, end), button=1)

    assert pilot.phone.place is place


def test_no_message_arrives_before_it_is_opened(hold):
    pilot = locked(hold, pace=Pace.NORMAL)
    pilot.wait(60_000)
    assert pilot.phone.view.shown == 0

    pilot.key(pygame.K_SPACE)
    pilot.wait(1300)
    assert pilot.phone.view.shown == 1


def test_back_leads_to_what_the_story_is_about(hold):
    pilot = locked(hold)
    pilot.key(pygame.K_BACKSPACE)

    assert pilot.phone.place is Place.ABOUT


def test_a_play_that_is_carried_on_is_not_locked(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.press(OpenStory("pencil"))
    pilot.click("Carry on")

    assert pilot.phone.place is Place.CHAT


def test_a_story_without_a_message_begins_with_the_name_alone(kit, story):
    note = Item(Kind.NOTE, "bo", "It is Friday.")
    spoken = Item(Kind.THEIRS, "mum", "Hello!", "mum")
    news = first_news(story, (note, spoken))
    page = lock_page(kit(), story.cast["kit"], news)

    assert news is None
    assert [one.button.action for one in targets(page, {})][2:] == [page.space]


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(360, 480), (800, 480), (1366, 768), (3840, 2160)])
def test_nothing_on_it_overlaps(kit, story, size, text):
    """The message that came and the way in have room of their own."""
    item = Item(Kind.THEIRS, "bo", "word " * 60, "bo")
    news = first_news(story, (item,))
    page = lock_page(kit(*size, text), story.cast["kit"], news)
    sheet = page.elements[-1]
    buttons = [one.rect for one in sheet.elements if isinstance(one, Button)]

    assert len(buttons) == 2
    assert buttons[0].bottom < buttons[1].y
    assert buttons[1].bottom < sheet.height
