"""What somebody does to the window, as plain deeds, and the hand that does them.

A deed can be kept, printed and done again. The hand works on a real window or on the
dummy driver alike: keys and pointer go through the queue of events.
"""

import warnings
from dataclasses import dataclass

import pygame

from game.phone.actions import Action, Set
from game.phone.reach import targets, under
from game.phone.settings import Settings


@dataclass(frozen=True)
class Wait:
    """Time passes, in milliseconds."""

    for_: int


@dataclass(frozen=True)
class Click:
    """Bring a target into sight and click on it."""

    key: tuple[str, Action]


@dataclass(frozen=True)
class Enter:
    """Give a target the focus and press Return."""

    key: tuple[str, Action]


@dataclass(frozen=True)
class Key:
    """Press a key."""

    key: int
    mod: int = 0


@dataclass(frozen=True)
class Poke:
    """Press the pointer down at one point and lift it at another."""

    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True)
class Wheel:
    """Turn the wheel over a point, by so many notches."""

    at: tuple[int, int]
    notches: int


@dataclass(frozen=True)
class Resize:
    """Make the window another size."""

    size: tuple[int, int]


@dataclass(frozen=True)
class Change:
    """Choose other settings."""

    settings: Settings


class UnreachableError(Exception):
    """A target is on the page and cannot be clicked; the text says which."""


class Hand:
    """Does deeds on an app."""

    def __init__(self, app):
        self.app = app

    def do(self, deed):
        """Do a deed; one whose target is not there does nothing.

        Raises:
            UnreachableError: If the target is there and no click gets to it.
        """
        match deed:
            case Wait(milliseconds):
                self._frame(milliseconds)
                return
            case Click(key):
                self._click(key)
            case Enter(key):
                if self._show(key) is not None:
                    self._key(pygame.K_RETURN, 0)
            case Key(key, mod):
                self._key(key, mod)
            case Poke(start, end):
                self._poke(start, end)
            case Wheel(at, notches):
                pygame.mouse.set_pos(at)
                self._frame()
                pygame.event.post(
                    pygame.Event(
                        pygame.MOUSEWHEEL, x=0, y=notches, precise_y=float(notches)
                    )
                )
            case Resize(size):
                resize(size)
            case Change(settings):
                self.app.hands.press(Set(settings))
                self.app.refresh()
        self._frame()

    def _frame(self, elapsed=0):
        self.app.frame(pygame.event.get(), elapsed)

    def _key(self, key, mod):
        sign = chr(key) if 32 <= key < 127 else ""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=key, mod=mod, unicode=sign))

    def _show(self, key):
        """Bring a target into sight, and the page to rest without time passing."""
        if not self.app.hands.reach(key, press=False):
            return None
        self.app.desk.glide(10_000)
        self.app.refresh()
        return self.app.desk.target(key)

    def _click(self, key):
        target = self._show(key)
        if target is None:
            return
        seen, desk = target.seen, self.app.desk
        at = seen.x + seen.w // 2, seen.y + seen.h // 2
        there = under(desk.page, desk.offsets, *at)
        if there != target:
            raise UnreachableError(f"{key[0]!r} at {seen} lies under {there}")
        self._poke(at, at)

    def _poke(self, start, end):
        post, event = pygame.event.post, pygame.Event
        button = {"button": pygame.BUTTON_LEFT, "touch": False}
        held = {"buttons": (1, 0, 0), "touch": False}
        free = {"buttons": (0, 0, 0), "touch": False}
        post(event(pygame.MOUSEMOTION, pos=start, rel=(0, 0), **free))
        post(event(pygame.MOUSEBUTTONDOWN, pos=start, **button))
        if start != end:
            middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
            post(event(pygame.MOUSEMOTION, pos=middle, rel=(0, 0), **held))
            post(event(pygame.MOUSEMOTION, pos=end, rel=(0, 0), **held))
        post(event(pygame.MOUSEBUTTONUP, pos=end, **button))


def resize(size):
    """Make the window that size, as its user does."""
    with warnings.catch_warnings():
        # The window of the display is to be had in no other way.
        warnings.simplefilter("ignore", DeprecationWarning)
        pygame.Window.from_display_module().size = size


def live(app):
    """Return what can be pressed now."""
    return targets(app.desk.page, app.desk.offsets)
