"""Leads a robot along a recorded play, to its end, by clicks on what is there."""

from contextlib import suppress

import pygame

from game.engine.events import Act, Ended, Tell
from game.engine.session import Session
from game.engine.transcript import command_for
from game.files import Library
from game.phone import actions
from game.phone.actions import (
    Do,
    Find,
    Go,
    OpenChat,
    OpenProfile,
    OpenStory,
    Place,
    Start,
)
from game.phone.finding import Finding
from game.phone.pace import Pace
from game.phone.settings import Settings
from game.phone.view import Choosing, Over, waiting
from game.story.model import Action, ChatId
from tests.robot.hand import Change, Click, Key, Wait, live


class LostError(Exception):
    """What a recorded play asks for next is not on the page; the text says where."""


CALM = Settings(shared=False, pace=Pace.AT_ONCE, motion=False)
MANY = 80
"""More presses than anything here takes."""


def follow(robot, story, steps):
    """Play a story along the steps of a recorded play and read what comes after it.

    Raises:
        LostError: If something to press is not there.
        FoundError: If anything else is wrong.
    """
    go_home(robot)
    robot.do(Change(CALM))
    _open(robot, story)
    for command in _commands(story, steps):
        reveal(robot)
        _give(robot, command)
    reveal(robot)
    _close(robot)


def _commands(story, steps):
    """Return the commands of a recorded play; its words may be others by now."""
    session = Session(Library().load(story))
    for step in steps:
        command = command_for(session, step)
        session.send(command)
        yield command


def go_home(robot):
    """Press Back until home is up."""
    for _ in range(MANY):
        if robot.phone.place is Place.HOME:
            return
        robot.do(Key(pygame.K_BACKSPACE))
    raise LostError(f"no way home from {robot.phone.stack}")


def reveal(robot):
    """Go on until something is asked, and let the time to read it pass."""
    for _ in range(MANY):
        phone = robot.phone
        if phone.place is Place.CLOSING:
            return
        if phone.place is Place.CHAT:
            now = waiting(phone.session, phone.view, phone.items)
            if isinstance(now, Choosing | Over):
                robot.do(Wait(0))
                robot.do(Wait(1000))
                return
        robot.do(Wait(0))
        robot.do(Wait(1000))
        robot.do(Key(pygame.K_SPACE))
    raise LostError(
        f"nothing is asked: {robot.phone.stack}, {robot.app.desk.page.title}"
    )


def _open(robot, story):
    _reach(
        robot, OpenStory(story), [Find(Finding())], [Go(Place.FIND), Find(Finding())]
    )
    starts = _starts(robot)
    if not starts:
        for wanted in (Go(Place.ADULTS), actions.Seen()):
            _click(robot, wanted)
        starts = _starts(robot)
    if not starts:
        raise LostError(f"{story} cannot be started")
    robot.do(Click(starts[-1].key))
    reveal(robot)


def _starts(robot):
    """Return the ways to start alone, that which begins afresh last."""
    found = [one for one in live(robot.app) if isinstance(one.button.action, Start)]
    alone = [one for one in found if not one.button.action.company] or found
    return sorted(alone, key=lambda one: one.button.action.afresh)


def _give(robot, command):
    """Press what gives a command, wherever it is."""
    match command:
        case Act(Action.LOOK, contact):
            chat, chats = OpenChat(ChatId(contact)), Go(Place.CHATS)
            ways = [Go(Place.DRAWER)], [chat], [chats, chat]
            # The phone shows only who was met on it; a recorded play may look before.
            with suppress(LostError):
                _reach(robot, OpenProfile(contact), *ways)
                robot.do(Key(pygame.K_BACKSPACE))
        case Act(_, contact):
            look = OpenProfile(contact)
            ways = [look], [Go(Place.DRAWER)], [Go(Place.DRAWER), look]
            _reach(robot, Do(command), *ways)
        case Tell():
            _reach(robot, Do(command), [Go(Place.TELL)])
        case _:
            stop = Go(Place.STOP)
            _reach(robot, Do(command), [stop], [Go(Place.DRAWER), stop])


def _reach(robot, action, *ways):
    """Click on what means *action*: where it is, or after going one of the ways."""
    here = robot.phone.place
    for way in ((), *ways):
        if all(_click(robot, one, needed=False) for one in (*way, action)):
            return
        for _ in range(MANY):
            if robot.phone.place is here:
                break
            robot.do(Key(pygame.K_BACKSPACE))
        _click(robot, OpenChat(), needed=False)
    raise LostError(f"{action} cannot be pressed on {robot.phone.stack}")


def _click(robot, action, *, needed=True):
    """Click on what means *action*; return whether it is there."""
    for one in live(robot.app):
        if one.button.action == action:
            robot.do(Click(one.key))
            return True
    if needed:
        raise LostError(f"nothing here is {action}: {robot.phone.stack}")
    return False


def _close(robot):
    """Read the closing pages to the last, and go home from there."""
    phone = robot.phone
    if phone.place is Place.CHAT:
        if not isinstance(phone.session.moment, Ended):
            return
        _click(robot, actions.Finish())
    for number in range(1, MANY):
        if _click(robot, actions.GoHome(), needed=False):
            return
        _click(robot, actions.Turn(number))
    raise LostError("the closing pages do not end")
