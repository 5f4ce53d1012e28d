"""Drawn surfaces that may be wanted again, as far as there is memory for them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


class Kept:
    """The surfaces used last, up to so many bytes of them, and the one just made."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = 0
        self._kept: OrderedDict[Hashable, pygame.Surface | None] = OrderedDict()

    def get(
        self, key: Hashable, make: Callable[[], pygame.Surface | None]
    ) -> pygame.Surface | None:
        """Return the surface of a key, made now if it is not there."""
        if key not in self._kept:
            made = self._kept[key] = make()
            self._held += _bytes(made)
            while self._held > self._most and len(self._kept) > 1:
                _, gone = self._kept.popitem(last=False)
                self._held -= _bytes(gone)
        self._kept.move_to_end(key)
        return self._kept[key]


def _bytes(surface: pygame.Surface | None) -> int:
    # What is not there costs a little as well, or there could be any number of it.
    return surface.get_pitch() * surface.get_height() if surface else 100
