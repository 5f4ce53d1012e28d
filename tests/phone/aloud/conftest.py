"""A voice that notes what it is to say, and takes a tenth of a second for a letter."""

import pytest

from game.phone.aloud.aloud import Aloud

LETTER = 100


class Noting:
    """A voice in place of the computer's."""

    def __init__(self):
        self.said = []
        self.left = 0
        self.stops = 0
        self.closed = False

    def speak(self, text):
        self.said.append(text)
        self.left = LETTER * len(text)

    def stop(self):
        self.left = 0
        self.stops += 1

    def close(self):
        self.closed = True

    def pass_time(self, elapsed):
        self.left = max(0, self.left - elapsed)
        return self.left > 0


@pytest.fixture
def voice():
    return Noting()


@pytest.fixture
def listen(hold, voice):
    """Hold the phone with that voice: ``listen(**settings)`` gives a pilot."""

    def listen(**settings):
        pilot = hold(**{"speech": True, **settings})
        pilot.app.aloud.close()
        pilot.app.aloud = Aloud(lambda: voice)
        voice.said.clear()
        pilot.app.refresh()
        return pilot

    return listen
