"""Plays the game as a screen reader does, through AT-SPI alone: no key, no mouse.

Run by the system's Python, which has AT-SPI's bindings, inside ``dbus-run-session`` and
a virtual screen: ``at_client.py PYTHON STORY``, PYTHON being the one with the game.
Prints one JSON object: the pages in order, each name met, what was announced, what is
on the help page, and what is left after the quick exit.
"""

import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (only after the version)

PATIENCE = 60
"""Seconds for which something may take before it is missed."""
BUTTONS = {"push button", "button", "radio button"}
LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
)


def main(python, story):
    bus = subprocess.Popen([next(filter(os.path.exists, LAUNCHERS))])
    time.sleep(0.5)
    enable()
    game = subprocess.Popen([python, "-m", "game"])
    heard = Ears()
    try:
        report = Player(heard).play(story)
    finally:
        game.kill()
        bus.kill()
    report["announced"] = heard.announced
    report["focused"] = heard.focused
    sys.stdout.write(json.dumps(report))


def enable():
    """Tell the programs of this session that somebody listens, as a reader does."""
    on = GLib.Variant("b", 1)
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    session.call_sync(
        "org.a11y.Bus",
        "/org/a11y/bus",
        "org.freedesktop.DBus.Properties",
        "Set",
        GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", on)),
        None,
        Gio.DBusCallFlags.NONE,
        -1,
    )


class Ears:
    """Notes what a screen reader would say by itself."""

    def __init__(self):
        self.announced = []
        self.focused = []
        Atspi.init()
        self._said = Atspi.EventListener.new(self._announcement)
        self._said.register("object:announcement")
        self._went = Atspi.EventListener.new(self._focus)
        self._went.register("object:state-changed:focused")

    def _announcement(self, event):
        self.announced.append(str(event.any_data))

    def _focus(self, event):
        if event.detail1:
            self.focused.append(event.source.get_name())

    @staticmethod
    def listen(seconds):
        """Let events come in for so long."""
        context = GLib.MainContext.default()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while context.iteration(may_block=False):
                pass
            time.sleep(0.01)


class Player:
    """Finds things by role and name, and presses them with their own actions."""

    def __init__(self, ears):
        self.ears = ears
        self.names = []
        self.pages = []
        self.answered = []
        self.closing = []

    def play(self, story):
        self.press(story)
        self.press("Take ")
        self.press("Open ")
        for _ in range(120):
            self.answered.append(self.answer())
            if self.answered[-1] == "See how it went":
                break
        while self.press("Next", wait=2):
            self.closing.append(self.pages[-1])
        self.press("Who can help")
        self.ears.listen(0.5)
        services = [name for role, name in self.look() if role == "heading"]
        return {
            "pages": self.pages,
            "names": sorted(set(self.names)),
            "answered": self.answered,
            "closing": self.closing,
            "help": services,
            "quick exit": self.leave(),
        }

    def leave(self):
        """Use the quick exit, and return all that a screen reader finds then."""
        self.press("Hide this")
        self.ears.listen(0.5)
        return [name for _, name in self.look()]

    def answer(self):
        """Press what comes first after the messages; return its name."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            below = False
            for node, role, name in self.tree():
                below = below or role == "log"
                if below and role in BUTTONS:
                    if self.act(node):
                        return name
                    break
            self.ears.listen(0.1)
        raise SystemExit(f"no answer in {[name for _, _, name in self.tree()]}")

    def press(self, start, wait=PATIENCE):
        """Press the button whose name starts so; return whether it came in time."""
        end = time.monotonic() + wait
        while time.monotonic() < end:
            for node, role, name in self.tree():
                if role in BUTTONS and name.startswith(start):
                    if self.act(node, focus=True):
                        return True
                    break
            self.ears.listen(0.1)
        if wait < PATIENCE:
            return False
        raise SystemExit(f"no {start!r} in {[name for _, _, name in self.tree()]}")

    def act(self, node, *, focus=False):
        """Press a button; return whether it was still there."""
        try:
            if focus:
                node.grab_focus()
                self.ears.listen(0.1)
            node.do_action(0)
        except GLib.Error:
            return False
        self.ears.listen(0.25)
        return True

    def look(self):
        return [(role, name) for _, role, name in self.tree()]

    def tree(self):
        """Return (node, role, name) of all that is there now, in order."""
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app is not None and app.get_child_count():
                found = list(self.walk(app.get_child_at_index(0)))
                if found and (not self.pages or self.pages[-1] != found[0][2]):
                    self.pages.append(found[0][2])
                self.names += [f"{role}: {name}" for _, role, name in found if name]
                return found
        return []

    def walk(self, node):
        if node is None:
            return
        try:
            role, name = node.get_role_name(), node.get_name()
            count = node.get_child_count()
        except GLib.Error:
            # It went away while it was looked at, as the page changes.
            return
        yield node, role, name or ""
        for at in range(count):
            try:
                child = node.get_child_at_index(at)
            except GLib.Error:
                return
            yield from self.walk(child)


if __name__ == "__main__":
    main(*sys.argv[1:])
