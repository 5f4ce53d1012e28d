"""Somebody who presses one switch and waits in between; nothing else."""

import pygame
import pytest

from game.phone.play import READ
from game.phone.reach import targets

STEP = 1000
SWITCH = pygame.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")


class OneSwitch:
    """Waits until the ring is where it should be, then presses."""

    def __init__(self, pilot):
        self.pilot = pilot
        self.waits = 0

    @property
    def app(self):
        return self.pilot.app

    @property
    def stop(self):
        return self.app.hands.scanner.stop

    def wait(self):
        """Wait a little, as long as a step."""
        self.pilot.wait(STEP)
        self.waits += 1

    def hit(self, event=SWITCH):
        self.pilot.wait(READ)
        self.app.frame((event,), 0)

    def press(self, action):
        """Press the button that means that, wherever on the page it is."""
        wanted = [
            one.key
            for one in targets(self.pilot.page, self.app.desk.offsets)
            if one.button.action == action
        ]
        assert wanted, f"nothing means {action} among {self.pilot.names()}"
        for _ in range(200):
            stop = self.stop
            inside = {one.key for one in stop.targets} if stop else set()
            if stop and stop.single and inside <= set(wanted):
                assert stop.place.h, "what is pressed can be seen"
                self.hit()
                return
            if (stop and not stop.single and inside & set(wanted)) or stop is None:
                self.hit()
            else:
                self.wait()
        raise AssertionError(f"the ring never comes to {wanted}")

    def round(self):
        """Everything the ring rests at on this page, groups opened and gone through.

        Each is where it was seen, as (key of the target, what of it can be seen).
        """
        found, opened = [], set()
        for _ in range(400):
            stop = self.stop
            if stop is None:
                return found
            if stop.single:
                found.append((stop.targets[0].key, stop.place))
            elif stop.targets and stop.key not in opened:
                opened.add(stop.key)
                self.hit()
                continue
            self.wait()
        raise AssertionError("the ring never stops")


@pytest.fixture
def switch(hold):
    """Hold the phone with one switch: ``switch(width, height, **settings)``."""

    def switch(width=480, height=800, **settings):
        one = OneSwitch(hold(width, height, scan=STEP, **settings))
        one.pilot.patient = False
        return one

    return switch
