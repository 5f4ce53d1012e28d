"""Which key means what."""

from enum import Enum, auto
from typing import Final

import pygame


class Intent(Enum):
    """What the player wants with a key."""

    EXIT = auto()
    BACK = auto()
    NEXT = auto()
    BEFORE = auto()
    DOWN = auto()
    UP = auto()
    LEFT = auto()
    RIGHT = auto()
    PRESS = auto()
    SPACE = auto()
    PAGE_DOWN = auto()
    PAGE_UP = auto()
    START = auto()
    END = auto()
    SOUND = auto()
    SPEECH = auto()
    AGAIN = auto()


_KEYS: Final = {
    pygame.K_ESCAPE: Intent.EXIT,
    pygame.K_BACKSPACE: Intent.BACK,
    pygame.K_AC_BACK: Intent.BACK,
    pygame.K_DOWN: Intent.DOWN,
    pygame.K_UP: Intent.UP,
    pygame.K_LEFT: Intent.LEFT,
    pygame.K_RIGHT: Intent.RIGHT,
    pygame.K_RETURN: Intent.PRESS,
    pygame.K_KP_ENTER: Intent.PRESS,
    pygame.K_SPACE: Intent.SPACE,
    pygame.K_PAGEDOWN: Intent.PAGE_DOWN,
    pygame.K_PAGEUP: Intent.PAGE_UP,
    pygame.K_HOME: Intent.START,
    pygame.K_END: Intent.END,
    pygame.K_m: Intent.SOUND,
    pygame.K_r: Intent.AGAIN,
    pygame.K_v: Intent.SPEECH,
}


def intent(event: pygame.Event) -> Intent | None:
    """Return what a key that goes down means, None for nothing."""
    if event.key == pygame.K_TAB:
        return Intent.BEFORE if event.mod & pygame.KMOD_SHIFT else Intent.NEXT
    if event.key == pygame.K_LEFT and event.mod & pygame.KMOD_ALT:
        return Intent.BACK
    return _KEYS.get(event.key)


def figure(event: pygame.Event) -> str:
    """Return the figure of a key that goes down, or nothing."""
    if pygame.K_0 <= event.key <= pygame.K_9:
        return str(event.key - pygame.K_0)
    if pygame.K_KP_1 <= event.key <= pygame.K_KP_9:
        return str(event.key - pygame.K_KP_1 + 1)
    return event.unicode if event.unicode in set("123456789") else ""


def is_switch(event: pygame.Event) -> bool:
    """Whether a key that goes down, or a button of the mouse, is the one switch.

    Boxes that switches are plugged into send one of these.
    """
    if event.type == pygame.KEYDOWN:
        return intent(event) in {Intent.PRESS, Intent.SPACE}
    buttons = {pygame.BUTTON_LEFT, pygame.BUTTON_MIDDLE, pygame.BUTTON_RIGHT}
    return event.type == pygame.MOUSEBUTTONDOWN and event.button in buttons
