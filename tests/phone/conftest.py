"""A phone to play with, without a window: a small story, keys and clicks by name."""

import os
from dataclasses import dataclass
from pathlib import Path

import pygame
import pytest

from game.engine import saves
from game.engine.events import Offered
from game.files import Kept
from game.help.parse import parse_help
from game.phone import fonts
from game.phone.app import App
from game.phone.elements import Text
from game.phone.layout import Kit
from game.phone.look import Look
from game.phone.pace import Pace
from game.phone.play import READ
from game.phone.reach import targets, under
from game.phone.settings import Settings
from game.phone.view import Choosing, Over, Stopped, waiting
from game.story.model import Band, Skill
from game.story.parse import parse
from tests.phone.rulers import of_one_width

HERE = Path(__file__).parent
STORY = (HERE / "pencil.yaml").read_text(encoding="utf-8")
DRAWINGS = HERE.parents[1] / "assets" / "pictures"
HELP = {
    "uk": """\
nation: uk
name: United Kingdom
order: 1
checked: 2026-11-23
emergency: {phone: 99, seen: https://danger.example}
services:
  - name: Kind Ears
    who-for: children and young people
    for: child
    phone: 01 23
    web: ears.example
    hours: every day
    cost: free
    notes: In two languages.
    seen: https://ears.example/about
    what-happens:
      - {line: Somebody says hello., seen: https://ears.example, on: 2026-11-24}
  - {name: Warm Words, who-for: parents, for: parent, web: w.example, seen: https://w.example}
""",
    "elsewhere": """\
nation: elsewhere
name: Somewhere else
order: 2
checked: 2026-11-23
services:
  - {name: Web Ears, who-for: all, for: child, web: x.example, seen: https://x.example}
""",
}


@dataclass(frozen=True)
class Card:
    """What the home page says of a story."""

    id: str
    title: str
    about: str
    band: Band
    minutes: int
    skills: tuple[Skill, ...]
    player: str
    picture: str


class Shelf:
    """A library of one story, with plays kept in memory as data."""

    def __init__(self, text, settings_dir):
        self.text = text
        self.pictures = DRAWINGS
        self.sounds = DRAWINGS.parent / "sounds"
        self.settings_dir = settings_dir
        self.plays = {}
        self.others = ()
        self.read = set()

    def stories(self):
        story = self.load("pencil")
        return (
            *self.others,
            Card(
                "pencil",
                story.title,
                story.about,
                story.band,
                story.minutes,
                story.skills,
                story.cast[story.player].name,
                story.cast[story.player].picture,
            ),
        )

    def load(self, story_id):
        return parse(self.text, f"{story_id}.yaml", story_id=story_id)

    def help(self):
        return parse_help(HELP)

    def seen(self):
        return frozenset(self.read)

    def mark_seen(self, story_id):
        self.read.add(story_id)

    def kept_files(self):
        folder = Path("/home/kit/whos-typing")
        names = [f"plays/{story}.json" for story in sorted(self.plays)]
        return (
            *(Kept(name, folder / name, "The borrowed pencil") for name in names),
            Kept("settings.json", folder / "settings.json", ""),
        )

    def kept(self):
        return frozenset(self.plays)

    def keep(self, session):
        self.plays[session.story.id] = saves.dump(session)

    def resume(self, story):
        return (
            saves.load(story, self.plays[story.id]) if story.id in self.plays else None
        )

    def forget(self, story_id):
        self.plays.pop(story_id, None)

    def forget_plays(self):
        self.plays.clear()

    def forget_all(self):
        self.forget_plays()
        self.read.clear()


class Pilot:
    """Presses keys and clicks on the phone, one frame each.

    A patient one looks at what is asked before pressing anything.
    """

    def __init__(self, app):
        self.app = app
        self.patient = True
        self.wait()

    def read(self):
        """Take the time to read, where everything to be read is there."""
        asked = self.phone.session and waiting(
            self.phone.session, self.phone.view, self.phone.items
        )
        if self.patient and isinstance(asked, Choosing | Over | Stopped):
            self.wait()
            self.wait(READ)

    @property
    def phone(self):
        return self.app.phone

    @property
    def over(self):
        return self.phone.session.over

    @property
    def page(self):
        return self.app.desk.page

    @property
    def surface(self):
        return pygame.display.get_surface()

    def wait(self, milliseconds=0):
        self.app.frame((), milliseconds)

    def key(self, key, mod=0, text=""):
        self.read()
        event = pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text)
        self.app.frame((event,), 0)

    def press(self, action):
        """Press what means that, wherever it is."""
        self.app.hands.press(action)
        self.app.refresh()

    def figure(self, number):
        self.key(pygame.K_0 + number, text=str(number))

    def texts(self):
        """All that is written on the page, also on its sheets."""
        inside = list(self.page.elements)
        for one in self.page.elements:
            inside += getattr(one, "elements", ())
        return [e.name for e in inside if isinstance(e, Text)]

    def names(self):
        return [one.button.name for one in targets(self.page, self.app.desk.offsets)]

    def find(self, start):
        """The target whose name starts so; there has to be one."""
        found = [
            one
            for one in targets(self.page, self.app.desk.offsets)
            if one.button.name.startswith(start)
        ]
        assert found, f"no {start!r} among {self.names()}"
        return found[0]

    def tab_to(self, start):
        """Press Tab until the focus is there."""
        for _ in range(len(self.names()) + 1):
            if self.app.desk.focus and self.app.desk.focus[0].startswith(start):
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab never comes to {start!r}: {self.names()}")

    def enter(self, start):
        self.tab_to(start)
        self.key(pygame.K_RETURN)

    def click(self, start):
        """Scroll with the wheel until the button is there, then click on it."""
        self.read()
        target = self.find(start)
        self._turn_wheel_to(start)
        spot = self.find(start).seen
        at = spot.x + spot.w // 2, spot.y + spot.h // 2
        self.pointer(pygame.MOUSEMOTION, at, buttons=(0, 0, 0), rel=(0, 0))
        self.pointer(pygame.MOUSEBUTTONDOWN, at, button=1)
        self.pointer(pygame.MOUSEBUTTONUP, at, button=1)
        return target

    def _turn_wheel_to(self, start):
        for _ in range(200):
            target = self.find(start)
            spot = target.seen
            middle = spot.x + spot.w // 2, spot.y + spot.h // 2
            there = under(self.page, self.app.desk.offsets, *middle)
            if spot.h >= min(20, target.rect.h) and there == target:
                return
            window = target.scroll.rect
            pygame.mouse.set_pos(window.x + window.w // 2, window.y + window.h // 2)
            pygame.event.pump()
            up = 1 if target.rect.y < window.y else -1
            event = pygame.Event(pygame.MOUSEWHEEL, precise_y=float(up), y=up, x=0)
            self.app.frame((event,), 1000)
        raise AssertionError(f"the wheel does not bring {start!r} into sight")

    def pointer(self, kind, at, **more):
        self.app.frame((pygame.Event(kind, pos=at, **more),), 0)

    def take_phone(self, with_="Take Kit's phone"):
        self.click("The borrowed pencil")
        self.click(with_)
        self.click("Open Kit's phone")

    def choices(self):
        moment = self.phone.session.moment
        return (
            [one.text for one in moment.choices] if isinstance(moment, Offered) else []
        )


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """A folder with the weights of the letters, made once for all tests."""
    kept = os.environ.get("WHOS_TYPING_TEST_FONTS")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("fonts")
    if fonts.missing(folder):
        fonts.make_weights(folder)
    return folder


@pytest.fixture
def shelf(tmp_path):
    return Shelf(STORY, tmp_path / "kept")


@pytest.fixture
def hold(shelf, cache):
    """Hold the phone: ``hold(width, height, **settings)`` gives a pilot at home."""

    def hold(width=480, height=800, **settings):
        pygame.display.init()
        pygame.font.init()
        surface = pygame.display.set_mode((width, height))
        usual = {"pace": Pace.AT_ONCE, "motion": False, "shared": False}
        chosen = Settings(**{**usual, **settings})
        return Pilot(App(shelf, surface, settings=chosen, cache=cache))

    return hold


@pytest.fixture
def story():
    return parse(STORY, "pencil.yaml", story_id="pencil")


@pytest.fixture
def kit():
    """Measure with letters of one width: ``kit(width, height, text)``."""

    def kit(width=480, height=800, text=100):
        look = Look(text=text)
        return Kit(look, width, height, of_one_width(look))

    return kit
