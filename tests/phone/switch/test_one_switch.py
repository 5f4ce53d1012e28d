"""The phone with one switch alone: everything is reached, a story is played."""

import random
from collections import deque
from dataclasses import replace

import pygame
import pytest

from game.engine.events import Act, Ended, Offered, Pick, Tell
from game.engine.session import Session
from game.engine.step import moment
from game.files import Library
from game.phone.actions import (
    Back,
    Close,
    Do,
    Exit,
    Finish,
    Go,
    OpenChat,
    OpenProfile,
    OpenStory,
    Place,
    Set,
    Start,
)
from game.phone.company import Company
from game.phone.reach import targets
from game.phone.view import Arriving, Choosing, Stopped, waiting
from game.story.model import Action

STORY = (OpenStory("pencil"), Start(), OpenChat())
PAGES = {
    "home": (),
    "find": (Go(Place.FIND),),
    "about": STORY[:1],
    "adults": (*STORY[:1], Go(Place.ADULTS)),
    "script": (*STORY[:1], Go(Place.ADULTS), Go(Place.SCRIPT)),
    "names": (*STORY[:1], Go(Place.ADULTS), Go(Place.NAMES)),
    "lock": STORY[:2],
    "try": (*STORY[:1], Start(company=Company.CLASS)),
    "chat": STORY,
    "tell": (*STORY, Go(Place.TELL)),
    "drawer": (*STORY, Go(Place.DRAWER)),
    "tray": (*STORY, Do(Act(Action.SAVE, "bo")), Go(Place.TRAY)),
    "chats": (*STORY, Do(Pick(1)), Go(Place.CHATS)),
    "profile": (*STORY, OpenProfile("bo")),
    "stop": (*STORY, Go(Place.STOP)),
    "closing": (*STORY, Do(Pick(1)), Do(Pick(0)), Finish()),
    "help": (Go(Place.HELP),),
    "settings": (Go(Place.SETTINGS),),
    "keeps": (Go(Place.SETTINGS), Go(Place.KEEPS)),
    "forget": (Go(Place.SETTINGS), Go(Place.FORGET)),
    "drawing": (Exit(),),
}
SIZES = {"phone": (480, 800, 100), "laptop": (1366, 768, 100), "large": (480, 800, 200)}


def test_no_page_is_left_out():
    assert {*PAGES, Place.BROKEN} == set(Place)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("presses", PAGES.values(), ids=PAGES)
def test_everything_on_every_page_is_reached_and_in_sight(switch, presses, size):
    width, height, text = size
    one = switch(width, height, text=text)
    for press in presses:
        one.pilot.press(press)

    reached = one.round()

    everything = targets(one.pilot.page, one.app.desk.offsets)
    assert {key for key, _ in reached} == {target.key for target in everything}
    for key, place in reached:
        target = next(target for target in everything if target.key == key)
        assert place.h >= min(40, target.rect.h), f"{key} is out of sight"


def endings(story):
    """For each ending, the shortest way to it with answers, telling and blocking."""
    session = Session(story)
    found, seen = {}, set()
    ways = deque([()])
    while ways:
        way = ways.popleft()
        session = Session(story)
        for command in way:
            session.send(command)
        if session.state in seen:
            continue
        seen.add(session.state)
        match moment(story, session.state):
            case Offered(choices):
                ways += [(*way, Pick(choice.id)) for choice in choices]
            case Ended(ending):
                found.setdefault(ending, way)
        if len(way) < 2:
            ways += [(*way, Tell(adult)) for adult in session.tellable()]
            ways += [
                (*way, Act(Action.BLOCK, contact))
                for contact in story.cast
                if session.can(Action.BLOCK, contact)
            ]
    return found


def until_asked(one):
    """Press for what comes next until there is something to choose, or the end."""
    phone = one.pilot.phone
    for _ in range(200):
        now = waiting(phone.session, phone.view, phone.items)
        if not isinstance(now, Arriving | Stopped):
            return now
        one.wait()
    raise AssertionError("it goes on for ever")


def send(one, command):
    match command:
        case Tell():
            one.press(Go(Place.TELL))
        case Act():
            buttons = targets(one.pilot.page, one.app.desk.offsets)
            if Do(command) not in {target.button.action for target in buttons}:
                one.press(Go(Place.DRAWER))
        case _:
            assert isinstance(until_asked(one), Choosing)
    one.press(Do(command))


def test_a_story_is_played_to_every_ending_with_one_switch(switch, story, shelf):
    found = endings(story)
    assert len(found) == 4
    for ending, way in found.items():
        shelf.forget_all()
        one = switch()
        for press in STORY:
            one.press(press)
        for command in way:
            send(one, command)
        until_asked(one)
        one.press(Finish())

        assert one.pilot.phone.place is Place.CLOSING
        assert one.pilot.phone.session.moment == Ended(ending)


@pytest.mark.parametrize("button", [1, 2, 3])
def test_a_click_anywhere_is_the_switch(switch, button):
    one = switch()
    down = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(3, 790), button=button)
    up = pygame.Event(pygame.MOUSEBUTTONUP, pos=(3, 790), button=button)

    one.hit(down)
    one.app.frame((up,), 0)

    assert one.pilot.phone.place is Place.ABOUT


def test_on_the_drawing_page_the_mouse_still_draws(switch):
    one = switch()
    one.pilot.press(Exit())

    one.hit(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(200, 400), button=1))

    assert one.pilot.phone.drawing.lines
    assert one.pilot.phone.place is Place.DRAWING


def test_the_other_keys_still_do_what_they_do(switch):
    one = switch()
    one.pilot.wait()

    one.pilot.key(pygame.K_TAB)
    one.pilot.wait()
    one.pilot.key(pygame.K_ESCAPE)

    assert one.pilot.phone.place is Place.DRAWING


def test_tab_takes_the_ring_along(switch):
    one = switch()
    before = one.stop.key

    one.pilot.key(pygame.K_TAB)

    assert one.stop.key != before
    assert one.stop.targets[0].key == one.app.desk.focus


def test_when_the_ring_stops_the_page_says_how_to_go_on(switch):
    one = switch()
    one.round()

    names = [getattr(element, "name", "") for element in one.pilot.page.elements]
    assert "Press the switch to go on." in names
    one.hit()
    one.pilot.wait()
    names = [getattr(element, "name", "") for element in one.pilot.page.elements]
    assert "Press the switch to go on." not in names
    assert one.pilot.phone.place is Place.HOME


def test_a_long_page_is_moved_with_the_switch_and_back_from_its_end(switch):
    one = switch(text=200)
    one.pilot.press(OpenStory("pencil"))
    assert one.stop.sheet is not None
    seen = []

    for _ in range(8):
        one.hit()
        one.pilot.wait()
        seen.append(one.app.desk.aimed(one.stop.sheet))

    end = max(seen)
    assert seen[0] > 0
    assert seen[seen.index(end) + 1] == 0


def test_it_is_put_off_like_any_setting(switch):
    one = switch()
    one.pilot.press(Go(Place.SETTINGS))
    one.press(Set(replace(one.pilot.phone.settings, scan=0)))
    one.pilot.wait()

    assert not one.pilot.phone.settings.scan
    assert one.app.desk.focus is None
    one.pilot.press(Back())
    one.pilot.wait(60_000)
    assert one.app.desk.focus is None


SHIPPED = "friend-of-a-friend"


def test_a_shipped_story_is_played_to_every_ending_with_one_switch(switch, shelf):
    told = Library().load(SHIPPED)
    shelf.load = lambda _key: told
    found = endings(told)
    assert len(found) > 1
    for ending, way in found.items():
        shelf.forget_all()
        one = switch(1366, 768)
        for press in STORY:
            one.press(press)
        for command in way:
            send(one, command)
        until_asked(one)
        one.press(Finish())

        assert one.pilot.phone.session.moment == Ended(ending)


@pytest.mark.parametrize("seed", range(4))
def test_whenever_the_switch_is_pressed_there_is_a_way_on(switch, seed):
    """The switch and time at random, but where it would close the program."""
    chance = random.Random(seed)  # noqa: S311 (not for secrets)
    one = switch(*chance.choice([(360, 480), (480, 800), (1366, 768)]))
    for _ in range(120):
        stop = one.stop
        stopped = one.app.hands.scanner.stopped
        assert (stop is None) is stopped
        closes = stop and stop.single and stop.targets[0].button.action
        if chance.random() < 0.4 and not isinstance(closes, Close | Exit):
            one.hit()
            one.pilot.wait()
        else:
            one.pilot.wait(chance.randrange(3000))
        assert not one.pilot.phone.closed
