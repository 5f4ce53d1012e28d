"""The phone: a window in which a story is played. Knows no rules of play."""

import os

# SDL reads these when it starts, so they are set before anything imports pygame.
# Drawing is done without a graphics card: a tenth of the time and a quarter of the
# memory on a machine that has none.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
