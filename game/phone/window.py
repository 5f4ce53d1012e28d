"""The window of the operating system: opening it, naming it, hiding what it is."""

import os
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

import pygame

LEAST: Final = (360, 480)
USUAL: Final = (1180, 760)
_NO_SCREEN: Final = "There is no screen to open a window on."


class NoScreenError(Exception):
    """There is no screen to open a window on; the text is one sentence for people."""


def open_window(pictures: Path) -> pygame.Surface:
    """Open the window, not shown yet, and return its surface.

    Raises:
        NoScreenError: If there is no screen.
    """
    wanted = os.environ.get("SDL_VIDEODRIVER")
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform == "linux" and not wanted and not any(map(os.environ.get, screens)):
        # SDL would look for one all the same, and complain in words of its own.
        raise NoScreenError(_NO_SCREEN)
    try:
        pygame.display.init()
        # Without a screen SDL silently takes a driver that shows nothing.
        if pygame.display.get_driver() == "offscreen" and wanted != "offscreen":
            raise NoScreenError(_NO_SCREEN)
        pygame.font.init()
        set_icon(pictures, "icon")
        surface = pygame.display.set_mode(_size(), pygame.RESIZABLE | pygame.HIDDEN)
    except pygame.error as error:
        raise NoScreenError("A window cannot be opened on this screen.") from error
    pygame.Window.from_display_module().minimum_size = LEAST
    return surface


def show_window() -> None:
    """Show the window that was opened."""
    pygame.Window.from_display_module().show()


def set_icon(pictures: Path, name: str) -> None:
    """Show that drawing where the system shows windows."""
    path = pictures / f"{name}.svg"
    if path.is_file():
        pygame.display.set_icon(pygame.image.load_sized_svg(path, (64, 64)))


@lru_cache(maxsize=1)
def show_hand(*, over_button: bool) -> None:
    """Let the pointer be a hand over what can be pressed, where the system has one."""
    shape = pygame.SYSTEM_CURSOR_HAND if over_button else pygame.SYSTEM_CURSOR_ARROW
    with suppress(pygame.error):
        pygame.mouse.set_cursor(shape)


def scale() -> float:
    """Return how many pixels of this screen make one of the design."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (only there)

        try:
            return max(1.0, ctypes.windll.user32.GetDpiForSystem() / 96)
        except (AttributeError, OSError):
            return 1.0
    return 1.0


def _size() -> tuple[int, int]:
    width, height = pygame.display.get_desktop_sizes()[0]
    grown = scale()
    return (
        max(LEAST[0], min(round(USUAL[0] * grown), width * 9 // 10)),
        max(LEAST[1], min(round(USUAL[1] * grown), height * 85 // 100)),
    )
