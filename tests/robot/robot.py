"""A player who does anything, and looks after each deed whether all is well.

Mostly it plays: it answers, goes on, goes back. In between it clicks on anything,
presses any key, resizes the window and changes settings; seldom it hides or ends the
game.
"""

import copy
import random
from collections import deque
from dataclasses import dataclass, replace

import pygame

from game.engine.events import Ended, SteppedOut
from game.phone import actions
from game.phone.actions import Place
from game.phone.aloud.aloud import Aloud
from game.phone.app import App
from game.phone.desk import Desk
from game.phone.hands import Hands
from game.phone.pace import Pace
from game.phone.settings import Settings
from tests.robot.everywhere import any_settings
from tests.robot.hand import (
    Change,
    Click,
    Enter,
    Hand,
    Key,
    Poke,
    Resize,
    UnreachableError,
    Wait,
    Wheel,
    live,
)
from tests.robot.sound import faults

SIZES = (
    (360, 480),
    (480, 800),
    (800, 480),
    (768, 1024),
    (1024, 600),
    (1366, 768),
    (1600, 1000),
    (1920, 1080),
)
KEYS = (
    pygame.K_TAB,
    pygame.K_DOWN,
    pygame.K_UP,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_RETURN,
    pygame.K_SPACE,
    pygame.K_BACKSPACE,
    pygame.K_PAGEDOWN,
    pygame.K_PAGEUP,
    pygame.K_HOME,
    pygame.K_END,
    pygame.K_F5,
    pygame.K_m,
    pygame.K_q,
    *range(pygame.K_0, pygame.K_9 + 1),
)
WEIGHTS = {
    actions.Do: 8,
    actions.Reveal: 8,
    actions.Start: 8,
    actions.OpenStory: 8,
    actions.OpenChat: 4,
    actions.Seen: 8,
    actions.OpenProfile: 1,
    actions.Finish: 1,
    actions.Turn: 1,
}
"""How often what leads on in a story is pressed, beside each other."""
ASIDE = {Place.DRAWING, Place.SETTINGS, Place.KEEPS, Place.FORGET}
"""Pages that do not lead to a story."""
PLACES = {
    Place.ADULTS: 2,
    Place.TELL: 1,
    Place.FIND: 0.3,
    Place.NAMES: 0.3,
    Place.SCRIPT: 0.1,
}
"""Likewise for pages, so that each is come to in a long play."""
HOME = Settings(shared=False)
LONGEST = 1000
"""How many deeds are remembered."""
FAR = 12
"""How many presses of Back lead home from anywhere, at most."""


class FoundError(Exception):
    """Something is not as it has to be; the text says what."""


@dataclass(frozen=True)
class State:
    """What a story is in, as far as it can be told from outside."""

    story: str
    journal: tuple
    shown: int
    passed: int
    open: str
    taken: object


def state_of(phone):
    """Return the state of the story that is played, None where none is."""
    if phone.play is None:
        return None
    view = phone.view
    return State(
        phone.session.story.id,
        tuple(phone.session.journal),
        view.shown,
        view.passed,
        view.open or "",
        phone.play.taken,
    )


class Robot:
    """Plays on an app; remembers what it did and where it came.

    ``deeds`` are the last of everything it did, ``acts`` how many of them were no
    mere waiting, and ``changed`` how many of those changed the state of a story.
    """

    def __init__(self, library, surface, seed, *, cache, listens=False):
        self.seed = seed
        self._chance = random.Random(seed)  # noqa: S311 (not for secrets)
        self._library = library
        self._surface = surface
        self._cache = cache
        self._listens = listens
        self.deeds = deque(maxlen=LONGEST)
        self.acts = self.changed = self.ended = self.hidden = 0
        self.places = set()
        self._was = self._looked_at = None
        self.closing = set()
        self.endings = set()
        self._open()

    def _open(self):
        surface = pygame.display.get_surface() or self._surface
        settings = None if self.deeds else HOME
        self.app = App(self._library, surface, settings=settings, cache=self._cache)
        # With a voice, a program would be started for nobody to hear.
        self.app.aloud = Aloud(lambda: None)
        if self._listens:
            self.app.listen()
        self._hand = Hand(self.app)
        self.app.refresh()

    @property
    def phone(self):
        return self.app.phone

    def roam(self):
        """Let some time pass and do something."""
        self.do(Wait(self._chance.choice((0, 100, 700, 700, 1500, 4000))))
        self.do(self._choose())

    def do(self, deed):
        """Do a deed, count it, and look whether all is well.

        Raises:
            FoundError: If something is not.
        """
        self.deeds.append(deed)
        before = state_of(self.phone)
        try:
            self._hand.do(deed)
        except UnreachableError as error:
            raise FoundError(str(error)) from error
        if not isinstance(deed, Wait):
            self.acts += 1
            self.changed += state_of(self.phone) != before
        self._note()
        self._look()
        if self.phone.closed:
            self.ended += 1
            self._open()

    def _note(self):
        phone = self.phone
        self.hidden += phone.place is Place.DRAWING is not self._was
        self._was = phone.place
        self.places.add(phone.place)
        if phone.place is Place.CLOSING:
            last = any(one.button.action == actions.GoHome() for one in live(self.app))
            self.closing.add((phone.turned, last))
        if phone.session is not None and isinstance(phone.session.moment, Ended):
            ending = phone.session.moment.ending
            self.endings.add((phone.session.story.id, ending.id))

    def last_closing_page(self):
        """Return the highest number of a closing page from which it goes home."""
        return max((number for number, last in self.closing if last), default=0)

    def closing_pages_missed(self):
        """Return the numbers of the closing pages to which it did not come."""
        turned = {number for number, _ in self.closing}
        return sorted(set(range(self.last_closing_page() + 1)) - turned)

    def _look(self):
        app, phone = self.app, self.phone
        if phone.closed:
            return
        now = app.desk.page, app.kit(), app.desk.offsets
        found = list(faults(*now)) if now != self._looked_at else []
        self._looked_at = now
        if phone.stack[0] is not Place.HOME:
            found.append(f"home is not at the bottom: {phone.stack}")
        if not _leads_home(phone):
            found.append(f"no way home by going back from {phone.stack}")
        if found:
            raise FoundError("; ".join(found))

    def _choose(self):
        draw = self._chance.random()
        found = live(self.app)
        for share, choose in (
            (0.79, self._play),
            (0.07, self._anything),
            (0.05, self._key),
            (0.02, self._wheel),
            (0.02, self._poke),
            (0.02, self._resize),
            (0.025, self._change),
            (0.002, lambda _: Key(pygame.K_ESCAPE)),
        ):
            draw -= share
            if draw < 0:
                return choose(found) or Key(pygame.K_SPACE)
        return Wheel((200, 200), self._chance.choice((1, -1)))

    def _play(self, found):
        """Do what changes a story, or leads to one."""
        phone = self.phone
        if phone.place in ASIDE:
            return self._aside(found)
        weighed = [(one, self._weight(one.button.action)) for one in found]
        weighed = [(one, weight) for one, weight in weighed if weight]
        if not weighed:
            return Key(
                pygame.K_SPACE if self.app.desk.page.space else pygame.K_BACKSPACE
            )
        ones, weights = zip(*weighed, strict=True)
        (one,) = self._chance.choices(ones, weights)
        space = self.app.desk.page.space
        if (
            space is not None
            and space == one.button.action
            and self._chance.random() < 0.5
        ):
            return Key(pygame.K_SPACE)
        return self._press(one)

    def _aside(self, found):
        """Go back to where stories are, mostly; now and then go further away first."""
        further = [
            one
            for one in found
            if one.button.action in {actions.Go(Place.KEEPS), actions.Go(Place.FORGET)}
        ]
        if further and self._chance.random() < 0.3:
            return self._press(self._chance.choice(further))
        if self.phone.place is Place.DRAWING and self._chance.random() < 0.1:
            return Key(pygame.K_ESCAPE)
        return Key(pygame.K_BACKSPACE)

    def _weight(self, action):
        """Return how much more than others a target leads on in a story."""
        if isinstance(action, actions.Undo):
            return 4 if phone_over(self.phone) else 1
        if isinstance(action, actions.Back | actions.GoHome):
            return 0.2 if self.phone.place is Place.CHAT else 2
        if isinstance(action, actions.Go):
            return PLACES.get(action.place, 0)
        return WEIGHTS.get(type(action), 0)

    def _press(self, target):
        return (Enter if self._chance.random() < 0.25 else Click)(target.key)

    def _anything(self, found):
        seldom = (actions.Close, actions.Exit, actions.Forget)
        often = [one for one in found if not isinstance(one.button.action, seldom)]
        if self._chance.random() < 0.03:
            often = found
        return self._press(self._chance.choice(often)) if often else None

    def _key(self, _):
        shift = pygame.KMOD_SHIFT if self._chance.random() < 0.2 else 0
        return Key(self._chance.choice(KEYS), shift)

    def _spot(self):
        width, height = self.app.kit().width, self.app.kit().height
        return self._chance.randrange(width), self._chance.randrange(height)

    def _poke(self, _):
        start = self._spot()
        return Poke(start, self._spot() if self._chance.random() < 0.6 else start)

    def _wheel(self, _):
        return Wheel(self._spot(), self._chance.choice((-9, -3, -1, 1, 3, 9)))

    def _resize(self, _):
        return Resize(self._chance.choice(SIZES))

    def _change(self, _):
        now = self.phone.settings
        drawn = any_settings(self._chance)
        return Change(
            replace(
                drawn,
                pace=self._chance.choice(tuple(Pace)),
                motion=self._chance.random() < 0.5,
                scan=1500 if self._chance.random() < 0.1 else 0,
                shared=now.shared if self._chance.random() < 0.9 else not now.shared,
                company=now.company,
                nation=now.nation,
            )
        )


def phone_over(phone):
    """Whether the play has ended or was left."""
    session = phone.session
    return session is not None and isinstance(session.moment, Ended | SteppedOut)


def _leads_home(phone):
    """Whether going back again and again leads home; tried out on a copy."""
    play = phone.play
    if play is not None and (play.taken is not None or phone_over(phone)):
        # Going back would change the play itself, which a copy of the phone shares.
        return Place.HOME in phone.stack
    ghost = copy.copy(phone)
    ghost.opened = copy.copy(phone.opened)
    hands = Hands(ghost, Desk(), 1.0)
    back = pygame.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0, unicode="")
    for _ in range(FAR):
        if ghost.place is Place.HOME:
            return True
        hands.take(back)
    return False
