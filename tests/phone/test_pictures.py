"""What the pages look like, at the sizes and text sizes people have.

After a change that was meant: ``pytest --accept-pictures``, and look at each.
"""

from dataclasses import replace

import pygame
import pytest

from game.engine.events import Act, Tell
from game.phone.actions import (
    Back,
    Do,
    Exit,
    Find,
    Finish,
    Go,
    OpenChat,
    OpenProfile,
    OpenStory,
    Place,
    Read,
    Rename,
    Start,
    Turn,
    Undo,
)
from game.phone.company import Company
from game.phone.finding import Finding
from game.phone.look import Theme
from game.story.model import Action, Band, Skill
from tests.phone.conftest import Card

TEXTS = (100, 200)
SIZES = {"laptop": (1366, 768), "phone": (480, 800), "full": (1920, 1080)}


def home(pilot):
    """Nothing was pressed yet."""


def about(pilot):
    pilot.press(OpenStory("pencil"))


def adults(pilot):
    about(pilot)
    pilot.press(Go(Place.ADULTS))


def lock(pilot):
    about(pilot)
    pilot.press(Start())


def chat(pilot):
    lock(pilot)
    pilot.press(OpenChat())


def answered(pilot):
    chat(pilot)
    pilot.figure(2)


def new_line(pilot):
    answered(pilot)
    pilot.press(OpenChat("bo"))


def tried(pilot):
    answered(pilot)
    pilot.press(Undo(0))


def face_to_face(pilot):
    chat(pilot)
    pilot.press(Do(Tell("mum")))
    pilot.figure(1)


def chats(pilot):
    answered(pilot)
    pilot.press(Go(Place.CHATS))


def drawer(pilot):
    answered(pilot)
    pilot.press(Go(Place.DRAWER))


def empty_tray(pilot):
    chat(pilot)
    pilot.press(Go(Place.TRAY))


def tray(pilot):
    answered(pilot)
    pilot.press(Do(Act(Action.SAVE, "bo")))
    pilot.press(Go(Place.TRAY))


def done(pilot):
    answered(pilot)
    for action in (Action.SAVE, Action.REPORT):
        pilot.press(Do(Act(action, "bo")))
    pilot.press(Go(Place.DRAWER))


def profile(pilot):
    chat(pilot)
    pilot.press(OpenProfile("bo"))


def tell(pilot):
    chat(pilot)
    pilot.press(Do(Tell("mum")))
    pilot.press(Go(Place.TELL))


def stop(pilot):
    chat(pilot)
    pilot.press(Go(Place.STOP))


def ended(pilot):
    answered(pilot)
    pilot.figure(1)


def helped(pilot):
    """Two moves, an undone way and another, to the end."""
    chat(pilot)
    pilot.press(Do(Act(Action.LOOK, "bo")))
    pilot.figure(3)
    pilot.press(Undo(1))
    pilot.figure(1)
    pilot.figure(1)


def closing(number, play=helped):
    def turned(pilot):
        play(pilot)
        pilot.press(Finish())
        pilot.press(Turn(number))

    return turned


def who_helps(pilot):
    pilot.press(Go(Place.HELP))


def settings(pilot):
    pilot.press(Go(Place.SETTINGS))


def try_it(pilot):
    about(pilot)
    pilot.press(Start(company=Company.CLASS))


def hidden_once(pilot):
    try_it(pilot)
    pilot.press(Exit())
    pilot.press(Back())


def with_someone(pilot):
    about(pilot)
    pilot.press(Start(company=Company.SOMEONE))
    pilot.press(OpenChat())


def asks_first(pilot):
    pilot.phone.library.text = pilot.phone.library.text.replace(
        "band: 9-11", "band: 11-14"
    )
    about(pilot)


def names(pilot):
    about(pilot)
    pilot.press(Go(Place.NAMES))
    pilot.press(Rename("kit", "Robin"))


def every_branch(pilot):
    about(pilot)
    pilot.press(Go(Place.SCRIPT))
    pilot.press(Read(3))


def many(pilot):
    """A shelf with a story of every kind."""
    pilot.phone.library.others = tuple(others())
    pilot.phone.cards = pilot.phone.library.stories()
    pilot.app.refresh()


def others():
    """Eleven stories that the shelf of the tests has not."""
    people = ("sam", "nina", "leo", "mia", "ade", "robin")
    bands, skills = tuple(Band), tuple(Skill)
    for at in range(11):
        yield Card(
            f"other-{at}",
            f"The {('lost', 'long', 'odd', 'new')[at % 4]} message",
            "Somebody writes, and a friend wants to know what it is about.",
            bands[at % 3 + 1],
            4 + at,
            skills[at % 4 : at % 4 + 3],
            people[at % 6].title(),
            people[at % 6],
        )


def find(pilot):
    many(pilot)
    pilot.press(Go(Place.FIND))


def found(pilot):
    find(pilot)
    pilot.press(Find(Finding(Band.ELEVEN, 10)))
    pilot.press(Back())


def found_none(pilot):
    find(pilot)
    pilot.press(Find(Finding(Band.SEVEN)))
    pilot.press(Back())


def keeps(pilot):
    chat(pilot)
    pilot.figure(2)
    pilot.press(Go(Place.KEEPS))


def drawing(pilot):
    pilot.press(Go(Place.DRAWING))


PAGES = {
    "home": home,
    "about": about,
    "adults": adults,
    "lock": lock,
    "answered": answered,
    "new-line": new_line,
    "tried": tried,
    "face-to-face": face_to_face,
    "chats": chats,
    "drawer": drawer,
    "drawer-done": done,
    "tray": tray,
    "tray-empty": empty_tray,
    "profile": profile,
    "tell": tell,
    "stop": stop,
    "ended": ended,
    "closing-1": closing(0),
    "closing-2": closing(1),
    "closing-3": closing(2),
    "closing-4": closing(3),
    "closing-5": closing(4),
    "closing-6": closing(5),
    "closing-7": closing(6),
    "closing-none-2": closing(1, ended),
    "closing-none-4": closing(3, ended),
    "help": who_helps,
    "settings": settings,
    "asks-first": asks_first,
    "every-branch": every_branch,
    "names": names,
    "home-many": many,
    "find": find,
    "found": found,
    "found-none": found_none,
    "keeps": keeps,
    "try": try_it,
    "hidden-once": hidden_once,
    "with-someone": with_someone,
    "drawing": drawing,
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_page_looks_as_accepted(hold, same_picture, page, size, text):
    """In each theme; a page holds what its colours are for, so it is built once."""
    pilot = hold(*SIZES[size], text=text)
    PAGES[page](pilot)

    for theme in Theme:
        pilot.phone.settings = replace(pilot.phone.settings, theme=theme)
        pilot.app.refresh()
        same_picture(shown(pilot, theme), picture_name(page, size, text, theme))


def picture_name(page, size, text, theme):
    return f"{page}-{size}-{text}" + ("" if theme is Theme.LIGHT else f"-{theme}")


def shown(pilot, theme=Theme.LIGHT):
    """The page; smaller than it is, which keeps the pictures small.

    By day a wide one is half its size. The other themes are there for their colours:
    a quarter, or half of a narrow one.
    """
    surface = pilot.surface
    narrow = surface.get_width() <= SIZES["phone"][0]
    if theme is Theme.LIGHT:
        return surface if narrow else pygame.transform.smoothscale_by(surface, 0.5)
    return pygame.transform.smoothscale_by(surface, 1 / 2 if narrow else 1 / 4)


def test_the_focus_can_be_seen(hold, same_picture):
    pilot = hold()
    chat(pilot)
    pilot.tab_to("Tell someone")

    same_picture(pilot.surface, "focus")
