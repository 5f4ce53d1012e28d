"""``python -m tests.kills.child``: plays a story by itself, in the real loop, for ever.

Says in a file what it is about to save and what it has saved. Stops itself right
before the save with a given number, so that somebody can look at that one closely.
"""

import json
import os
import random
import signal
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pygame

from game.engine import saves
from game.engine.events import Ended
from game.files import Library
from game.phone import settings as keeping
from game.phone.actions import Do, OpenChat, OpenStory, Place, Set, Start, Undo
from game.phone.app import App
from game.phone.look import TEXT_SIZES, Theme
from game.phone.reach import targets
from game.phone.window import open_window, show_window


class Told(Library):
    """The library of the game, which says what it keeps before and after it does."""

    def __init__(self, kept, told, stop_at):
        super().__init__(settings_dir=kept)
        self._told = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        self._left = stop_at

    def say(self, *words):
        os.write(self._told, json.dumps(words).encode() + b"\n")

    def about_to_save(self, what, value):
        self._left -= 1
        self.say("begun", what, value)
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGSTOP)

    def keep(self, session):
        self.about_to_save("play", saves.dump(session))
        super().keep(session)
        self.say("done", "play", saves.dump(session))

    def resume(self, story):
        resumed = super().resume(story)
        self.say("resumed", "play", resumed and saves.dump(resumed.session))
        if resumed is not None and resumed.change is not saves.Change.NONE:
            self.say("changed", str(resumed.change), None)
        return resumed

    def forget(self, story_id):
        self.say("begun", "play", None)
        super().forget(story_id)
        self.say("done", "play", None)


class Played(App):
    """The window, in which somebody presses something in every frame."""

    def __init__(self, library, surface, *, story, chance):
        super().__init__(library, surface, story=story)
        self._library = library
        self._chance = chance

    def frame(self, events, elapsed):
        super().frame(events, elapsed)
        if self._chance.random() < 0.15:
            self._set()
        else:
            self.hands.press(self._next())
        super().frame((pygame.Event(pygame.WINDOWEXPOSED),), 0)

    def _set(self):
        now = self.phone.settings
        text, theme = self._chance.choice(TEXT_SIZES), self._chance.choice(list(Theme))
        settings = replace(now, text=text, theme=theme)
        kept = as_kept(settings)
        self._library.about_to_save("settings", kept)
        self.hands.press(Set(settings))
        self._library.say("done", "settings", kept)

    def _next(self):
        phone = self.phone
        if phone.place is Place.ABOUT:
            return Start(
                afresh=isinstance(phone.session and phone.session.moment, Ended)
            )
        if phone.place is not Place.CHAT:
            return OpenChat()
        found = [one.button.action for one in targets(self.desk.page, {})]
        doing = [one for one in found if isinstance(one, Do)]
        if not doing and isinstance(phone.session.moment, Ended):
            return self._chance.choice([Start(afresh=True), Undo(0)])
        if not doing:
            return self.desk.page.space or OpenChat()
        back = [one for one in found if isinstance(one, Undo)]
        return self._chance.choice([*doing, *doing, *back])


def as_kept(settings):
    kept = asdict(settings)
    del kept["company"]
    return kept


def main(kept, told, story, seed, stop_at):
    library = Told(Path(kept), told, int(stop_at))
    settings = keeping.load(library.settings_dir)
    library.say("resumed", "settings", as_kept(settings))
    surface = open_window(library.pictures)
    app = Played(library, surface, story=None, chance=random.Random(int(seed)))  # noqa: S311 (not for secrets)
    app.hands.press(OpenStory(story))
    app.listen()
    show_window()
    app.loop()


if __name__ == "__main__":
    main(*sys.argv[1:])
