"""The event loop: keys, pointer and time go in, pages are painted."""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

import pygame

from game.engine.session import Session
from game.phone import cues
from game.phone import fonts as lettering
from game.phone.actions import OpenStory, Place
from game.phone.aloud import voices
from game.phone.aloud.aloud import Aloud
from game.phone.changes import Shown, changed
from game.phone.chat_parts import newest_button
from game.phone.desk import Desk
from game.phone.drawings import Drawings
from game.phone.elements import Rect
from game.phone.fonts.lines import Fonts
from game.phone.hands import Hands
from game.phone.keys import Intent, intent
from game.phone.layout import Kit
from game.phone.library import Library
from game.phone.look import Look, fitting
from game.phone.pages import build
from game.phone.paint import Moment, Painter
from game.phone.phone import Phone
from game.phone.reach import dots_at
from game.phone.settings import Settings
from game.phone.sounds import Sounds
from game.phone.spoken.screen_reader import ScreenReader
from game.phone.spoken.tree import Ids, Tree, tree_of
from game.phone.switch.strip import waiting_strip
from game.phone.window import (
    NoScreenError,
    open_window,
    scale,
    set_icon,
    show_hand,
    show_window,
)
from game.words import say

__all__ = ["NoScreenError", "run"]

IDLE: Final = 20
MOVING: Final = 60
"""Frames a second."""
BLINK: Final = 180
"""Milliseconds from one step of the dots to the next."""
_LOST: Final = {
    pygame.WINDOWEXPOSED,
    pygame.WINDOWRESTORED,
    pygame.WINDOWSIZECHANGED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWFOCUSGAINED,
}
"""After these the window may have lost what was painted."""
STRIPS: Final = 3
"""How many times as tall as the way to what comes below a chat is, if it has one."""
QUIET: Final = 1500
"""Milliseconds after the start before anything is made for the next one."""


def run(
    library: Library,
    *,
    story: str | None = None,
    session: Session | None = None,
    settings: Settings | None = None,
) -> None:
    """Open the phone and return when it is put away.

    Args:
        library: Stories, drawings and help.
        story: The id of a story to open first, home when None.
        session: A play that is under way, to go on with instead.
        settings: How to play, instead of what is kept.

    Raises:
        NoScreenError: If there is no screen to open a window on.
    """
    surface = open_window(library.pictures)
    try:
        app = App(library, surface, story=story, settings=settings)
        if session is not None:
            app.phone.take_up(session)
        app.listen()
        app.sounds = Sounds(library.sounds)
        app.aloud = Aloud(voices.find)
        show_window()
        try:
            app.loop()
        finally:
            app.aloud.close()
    finally:
        pygame.quit()


class App:
    """The window and what is in it; changes with every event."""

    def __init__(
        self,
        library: Library,
        surface: pygame.Surface,
        *,
        story: str | None = None,
        settings: Settings | None = None,
        cache: Path | None = None,
    ) -> None:
        self._surface = surface
        self._cache = cache or lettering.cache_folder()
        self._fonts = Fonts(self._cache)
        self._pictures = library.pictures
        self._painter = Painter(self._fonts, Drawings(library.pictures))
        self._scale = scale()
        self._shown: Shown | None = None
        self._kit: tuple[tuple[Fonts, Settings, tuple[int, int]], Kit] | None = None
        self._hidden = False
        self._dirty = True
        self._asleep = 0
        self._scanning = False
        self.aloud = Aloud()
        self.phone = Phone(library, settings)
        self.desk = Desk()
        self.hands = Hands(self.phone, self.desk, self._scale)
        if story is not None:
            self.phone.press(OpenStory(story))
        self._ids = Ids()
        self.reader: ScreenReader | None = None
        self.sounds: Sounds | None = None
        self._heard: cues.Moment | None = None
        pygame.display.set_caption(say("Who's Typing?"))

    def listen(self) -> None:
        """Let screen readers read the page from now on, where there is a way to them.

        The window must not be shown before that.
        """
        self._lay()
        # Whatever is wrong with the way to screen readers is no reason not to play.
        with suppress(Exception):
            self.reader = ScreenReader(self._tree())

    def loop(self) -> None:
        """Go on until the program is closed."""
        clock = pygame.time.Clock()
        self.frame((), 0)
        _note_first_frame()
        waited = 0
        making = None
        while not self.phone.closed:
            moving = self.desk.moving or self.phone.place is Place.DRAWING
            elapsed = clock.tick(MOVING if moving else IDLE)
            self.frame(pygame.event.get(), elapsed)
            if 0 <= waited < QUIET:
                waited += elapsed
            elif waited >= QUIET:
                making = lettering.make_weights_aside(self._cache)
                waited = -1
            elif making is not None and making.poll() is not None:
                making = None
                self._new_letters()

    def frame(self, events: Iterable[pygame.Event], elapsed: int) -> None:
        """Take what happened, let time pass, and show the page if it changed."""
        laid = False
        for event in events:
            if event.type in _LOST:
                self._shown, self._dirty = None, True
            self._tell(event)
            if self.hands.take(event):
                self._dirty = True
                # What was pressed may have changed what the next event is about.
                self._lay()
                laid = True
            self._listen(event)
        self._obey()
        changed = self.phone.tick(elapsed, hold=self.aloud.speaking)
        changed = self.hands.hold(elapsed) or changed
        if changed or self._dirty:
            if changed or not laid:
                self._lay()
            self._sound()
        if self._scan(elapsed):
            changed = True
            self._lay()
        self._read(elapsed, changed=changed or self._dirty)
        moved = self.desk.glide(elapsed)
        blinked = self._blink(elapsed)
        if changed or self._dirty or moved:
            self._show()
        elif blinked:
            self._show_dots()
        self._dirty = False

    def refresh(self) -> None:
        """Show the page that is up now, whatever changed it."""
        self._dirty = True
        self.frame((), 0)

    def _tell(self, event: pygame.Event) -> None:
        """Tell screen readers where the window is, and whether it has the focus."""
        if self.reader is None:
            return
        match event.type:
            case pygame.WINDOWFOCUSGAINED:
                self.reader.focus(gained=True)
            case pygame.WINDOWFOCUSLOST:
                self.reader.focus(gained=False)
            case pygame.WINDOWMOVED | pygame.WINDOWSIZECHANGED | pygame.WINDOWSHOWN:
                x, y = pygame.Window.from_display_module().position
                self.reader.place(x, y, *self._surface.get_size())
            case _:
                pass

    def _obey(self) -> None:
        """Do what was asked for with a screen reader."""
        if self.reader is None:
            return
        for request in self.reader.requests():
            target = self.reader.target(request)
            if target is not None and self.hands.reach(target, press=request.press):
                self._dirty = True
                self._lay()

    def _tree(self) -> Tree:
        """Return the page as screen readers get it."""
        return tree_of(self.desk.page, self.desk.offsets, self.desk.focus, self._ids)

    def _sound(self) -> None:
        """Make the sound of what changed; hidden or switched off, stop at once."""
        if self.sounds is None:
            return
        before, self._heard = self._heard, cues.moment(self.phone)
        if not self._heard.on or self._heard.place is Place.DRAWING:
            self.sounds.silence()
        # The first page comes up in silence: nothing has changed yet.
        found = cues.cue(before, self._heard) if before else None
        if found is not None:
            self.sounds.play(found)

    def _listen(self, event: pygame.Event) -> None:
        """Stop reading aloud with every press, and read again if that is asked for."""
        if not self.aloud.on:
            return
        match event.type:
            case pygame.KEYDOWN if intent(event) is Intent.AGAIN:
                self.aloud.again(self._tree())
            case pygame.KEYDOWN | pygame.MOUSEBUTTONDOWN:
                self.aloud.hush()
            case _:
                pass

    def _read(self, elapsed: int, *, changed: bool) -> None:
        """Read aloud what is new on the page; hidden or switched off, stop at once."""
        aloud, settings = self.aloud, self.phone.settings
        if not settings.speech or self.phone.place is Place.DRAWING:
            if aloud.on:
                aloud.off()
            return
        if changed or not aloud.on:
            stop = self.hands.scanner.stop if self._scanning else None
            name = stop.name if stop is not None else ""
            aloud.show(self._tree(), focus=name, answers=not settings.scan)
        aloud.pass_time(elapsed)

    def _scan(self, elapsed: int) -> bool:
        """Let the ring go on for somebody who presses one switch; return if it did."""
        step, scanner = self.phone.settings.scan, self.hands.scanner
        if step:
            self._scanning = True
            # Who listens hears to its end what the ring is around.
            return scanner.pass_time(0 if self.aloud.speaking else elapsed, step)
        if self._scanning:
            self._scanning = False
            scanner.off()
            return True
        return False

    def _blink(self, elapsed: int) -> bool:
        """Let the dots blink; return whether they look different."""
        before = self._asleep // BLINK
        self._asleep += elapsed
        return self._asleep // BLINK != before and self.phone.blinking

    def _lay(self) -> None:
        """Build the page that is up and put it on the desk."""
        kit = self.kit()
        self.desk.margin = kit.px(24)
        self.desk.lay(build(self.phone, kit), motion=self.phone.settings.motion)
        below = self.desk.more_below()
        # A low window has no room to cover; there one sees that it goes on.
        if below is not None and below.rect.h >= STRIPS * kit.look.target:
            answers = self.desk.answers_below(below, kit.look.target)
            extra = newest_button(kit, below.rect, answers)
            page = self.desk.page
            page = replace(page, elements=(*page.elements, *extra))
            self.desk.lay(page, motion=self.phone.settings.motion)
        if self._scanning and self.hands.scanner.stopped:
            page = self.desk.page
            page = replace(page, elements=(*page.elements, *waiting_strip(kit)))
            self.desk.lay(page, motion=self.phone.settings.motion)

    def _new_letters(self) -> None:
        """Use the weights that have been made since the start."""
        self._fonts = Fonts(self._cache)
        self._painter = Painter(self._fonts, Drawings(self._pictures))
        self._shown = None
        self._dirty = True

    def kit(self) -> Kit:
        """Return what pages are measured with now."""
        seen = self._fonts, self.phone.settings, self._surface.get_size()
        if self._kit is None or self._kit[0] != seen:
            # What was placed with a kit is kept as long as the kit is the same.
            self._kit = seen, kit_for(*seen, self._scale)
        return self._kit[1]

    def _show(self) -> None:
        """Paint what looks different from before, and nothing else."""
        surface = pygame.display.get_surface() or self._surface
        if surface is not self._surface:
            self._surface, self._shown = surface, None
        self._name()
        show_hand(over_button=self.desk.hot is not None)
        desk, look = self.desk, self.kit().look
        now = Shown(desk.page, look, self._moment(), surface.get_size())
        part = changed(self._shown, now)
        self._shown = now
        if part.w and part.h:
            self._paint(part)
        if self.reader is not None:
            self.reader.show(self._tree)

    def _show_dots(self) -> None:
        """Show the dots of somebody who types and nothing else, to do little."""
        dots = dots_at(self.desk.page, self.desk.offsets)
        if dots is not None:
            self._paint(dots)

    def _paint(self, part: Rect) -> None:
        """Paint a part of the page as it lies there."""
        spot = pygame.Rect(part.x, part.y, part.w, part.h)
        look, page = self.kit().look, self.desk.page
        self._surface.set_clip(spot)
        self._painter.paint(self._surface, page, look, self._moment())
        self._surface.set_clip(None)
        pygame.display.update(spot)

    def _moment(self) -> Moment:
        desk, phase = self.desk, self._asleep // BLINK
        ring = self.hands.scanner.ring if self._scanning else None
        return Moment(desk.offsets, desk.hot, desk.focus, phase, desk.coming, ring)

    def _name(self) -> None:
        """Let the window say what it is, or what it pretends to be."""
        hidden = self.phone.place is Place.DRAWING
        if hidden is not self._hidden:
            self._hidden = hidden
            title = say("Drawing") if hidden else say("Who's Typing?")
            pygame.display.set_caption(title)
            set_icon(self._pictures, "pencil" if hidden else "icon")


def kit_for(
    fonts: Fonts, settings: Settings, size: tuple[int, int], scale: float
) -> Kit:
    """Return what pages are measured with in a window, on a screen of that scale."""
    look = Look(
        fitting(*size, scale),
        settings.shown_text,
        settings.motion,
        settings.theme,
        settings.face,
        settings.letters,
        settings.lines,
    )
    return Kit(look, *size, fonts.measure(look))


def _note_first_frame() -> None:
    """Write down when the first page was up, for the benchmark that asks for it."""
    path = os.environ.get("WHOS_TYPING_FIRST_FRAME")
    if path:
        Path(path).write_text(str(time.monotonic_ns()), encoding="ascii")
