"""The game is played with or without a way to screen readers."""

import pytest

from game.phone.spoken import screen_reader
from game.phone.spoken.screen_reader import Request, ScreenReader
from game.phone.spoken.tree import Ids, tree_of


def test_without_accesskit_the_game_goes_on(hold, monkeypatch):
    monkeypatch.setattr(screen_reader, "accesskit", None)
    pilot = hold()
    with pytest.raises(RuntimeError):
        ScreenReader(tree_of(pilot.page, {}, None, Ids()))

    pilot.app.listen()

    pilot.take_phone()


class Asked:
    """A screen reader that asks for things, in place of the real one."""

    def __init__(self, *names):
        self.names = list(names)
        self.tree = None
        self.gained = []

    def show(self, tree):
        self.tree = tree()

    def focus(self, *, gained):
        self.gained.append(gained)

    def place(self, *_):
        """Where the window is matters to nobody here."""

    def requests(self):
        name, press = self.names.pop(0) if self.names else ("", False)
        return tuple(
            Request(node.id, press=press)
            for node in (self.tree.nodes if self.tree else ())
            if node.name == name
        )

    def target(self, request):
        return self.tree.target(request.node)


def test_what_a_screen_reader_asks_for_is_done(hold):
    pilot = hold()
    reader = pilot.app.reader = Asked()
    pilot.app.refresh()
    reader.names = [("Settings", False)]
    pilot.wait()
    assert pilot.app.desk.focus[0] == "Settings"
    reader.names = [("Settings", True)]
    pilot.wait()
    assert pilot.page.title == "Settings"


def test_a_button_far_down_is_brought_into_sight(hold):
    pilot = hold(text=200)
    reader = pilot.app.reader = Asked()
    pilot.find("Settings")
    pilot.click("Settings")
    pilot.app.refresh()
    reader.names = [("What this game keeps", False)]
    pilot.wait()
    pilot.wait(1000)

    assert pilot.find("What this game keeps").seen.h >= 44


def test_what_is_gone_is_not_pressed(hold):
    pilot = hold()
    assert not pilot.app.hands.reach(("Nothing", None), press=True)
