"""The letters: which font files there are, and lines measured and drawn with them."""

from game.phone.fonts.weights import (
    cache_folder,
    make_weights,
    make_weights_aside,
    missing,
)

__all__ = ["cache_folder", "make_weights", "make_weights_aside", "missing"]
