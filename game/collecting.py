"""Python's garbage collector, stopped while much is made that lives on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Let no garbage be collected inside; nothing is changed where none is anyway.

    Reading and checking a story make many small objects, all of which are kept:
    looking through them again and again doubles the time and finds nothing. Those
    that are left count as old afterwards, so that they are not looked through at once.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
