"""Keys and pointer: events of the window become presses. Paints nothing."""

from dataclasses import replace
from typing import Final

import pygame

from game.phone import drawing as sketch
from game.phone.actions import (
    Action,
    Back,
    Clear,
    Close,
    Exit,
    Newest,
    Place,
    Set,
    Turn,
)
from game.phone.desk import Desk
from game.phone.elements import Rect
from game.phone.keys import Intent, figure, intent, is_switch
from game.phone.phone import Phone
from game.phone.reach import longest, main_scroll, scroll_at, targets
from game.phone.switch.scanner import Scanner

WHEEL: Final = 64
"""Pixels of the design that one notch of the wheel scrolls."""
SWIPE: Final = 60
"""Pixels of the design that a finger goes up to open a locked phone."""
HOLD: Final = 1000
"""Milliseconds for which the pencil is held down to come back from the drawing."""
_HELD: Final = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}


class Hands:
    """Turns events into presses on the phone and movements of the desk."""

    def __init__(self, phone: Phone, desk: Desk, scale: float) -> None:
        self._phone = phone
        self._desk = desk
        self._scale = scale
        self._lifted = 0
        self._held = 0
        self.scanner = Scanner(desk)

    def take(self, event: pygame.Event) -> bool:  # noqa: PLR0911 (one case per event)
        """Take an event; return whether the page has to be shown again."""
        if self._phone.settings.scan and self._switch(event):
            return True
        match event.type:
            case pygame.QUIT:
                self._phone.press(Close())
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.MOUSEMOTION:
                return self._move(event)
            case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
                return self._down(event)
            case pygame.MOUSEBUTTONUP if event.button == pygame.BUTTON_LEFT:
                return self._up(event)
            case pygame.MOUSEWHEEL:
                return self._wheel(event)
            case (
                pygame.WINDOWSIZECHANGED
                | pygame.WINDOWEXPOSED
                | pygame.WINDOWFOCUSGAINED
                | pygame.WINDOWRESTORED
                | pygame.WINDOWLEAVE
            ):
                self._desk.hot = None
            case _:
                return False
        return True

    def hold(self, elapsed: int) -> bool:
        """Do what is held down on the drawing page, for *elapsed* milliseconds more.

        An arrow moves the pen. The pencil leads back: who has no keyboard has no
        other way, and nobody who looks on would think of it.
        """
        if self._phone.place is not Place.DRAWING:
            return False
        self._held = self._held + elapsed if self._desk.pressed == Clear() else 0
        if self._held >= HOLD:
            self._held = 0
            self.press(Back())
            return True
        held = pygame.key.get_pressed()
        dx = sum(step[0] for key, step in _HELD.items() if held[key])
        dy = sum(step[1] for key, step in _HELD.items() if held[key])
        if dx or dy:
            self._phone.drawing = sketch.move_pen(
                self._phone.drawing, dx, dy, self._sheet()
            )
        return bool(dx or dy)

    def press(self, action: Action) -> None:
        """Press something; where that leads, nothing has the focus."""
        place, turned = self._phone.place, self._phone.turned
        if isinstance(action, Newest):
            self._newest()
            return
        self._phone.press(action)
        if (self._phone.place, self._phone.turned) != (place, turned):
            self._desk.forget()
            self.scanner.restart()
            # A chat stays where it was read; all other pages start at their top.
            self._desk.forget_sheets(but="chat ")

    def reach(self, key: tuple[str, Action], *, press: bool) -> bool:
        """Press what a screen reader is on, or give it the focus and bring it in sight.

        Returns whether it is still there.
        """
        if self._desk.target(key) is None:
            return False
        if press:
            self.press(key[1])
        else:
            self._desk.focus = key
            self._desk.move_focus(0)
        return True

    def _push(self, action: Action) -> None:
        """Press what a finger or a key is on, unless it was not there a moment ago."""
        if not self._phone.too_soon(action):
            self.press(action)

    def _switch(self, event: pygame.Event) -> bool:
        """Take an event as that of the one switch; return whether it was.

        The mouse presses it anywhere but on a sheet to draw on.
        """
        mouse = event.type in {pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP}
        if mouse and self._on_sheet(event.pos) is not None:
            return False
        if is_switch(event):
            action = self.scanner.press()
            if action is not None:
                self._push(action)
            return True
        return event.type == pygame.MOUSEBUTTONUP

    def _newest(self) -> None:
        scroll = self._desk.more_below()
        if scroll is not None:
            self._desk.scroll_by(scroll, longest(scroll))

    def _key(self, event: pygame.Event) -> bool:  # noqa: C901, PLR0912 (one case per key)
        wanted = intent(event)
        if wanted is Intent.EXIT:
            self.press(Exit())
            return True
        if wanted is Intent.BACK:
            if len(self._phone.stack) > 1:
                self.press(self._back())
            return True
        if self._phone.place is Place.DRAWING and self._draw(wanted):
            return True
        scroll = main_scroll(self._desk.page)
        match wanted:
            case Intent.NEXT:
                self._desk.move_focus(1)
            case Intent.BEFORE:
                self._desk.move_focus(-1)
            case Intent.DOWN | Intent.RIGHT:
                self._desk.arrow(1)
            case Intent.UP | Intent.LEFT:
                self._desk.arrow(-1)
            case Intent.PRESS | Intent.SPACE:
                return self._press_focus()
            case Intent.PAGE_DOWN if scroll is not None:
                self._desk.scroll_by(scroll, scroll.rect.h * 4 // 5)
            case Intent.PAGE_UP if scroll is not None:
                self._desk.scroll_by(scroll, -scroll.rect.h * 4 // 5)
            case Intent.START if scroll is not None:
                self._desk.scroll_by(scroll, -scroll.height)
            case Intent.END if scroll is not None:
                self._desk.scroll_by(scroll, scroll.height)
            case Intent.SOUND:
                settings = self._phone.settings
                self.press(Set(replace(settings, sound=not settings.sound)))
            case Intent.SPEECH:
                settings = self._phone.settings
                self.press(Set(replace(settings, speech=not settings.speech)))
            case _:
                return self._figure(figure(event))
        return True

    def _back(self) -> Action:
        """Return the way back: a closing page turns to the one before."""
        from_page = self._phone.turned
        if self._phone.place is Place.CLOSING and from_page:
            return Turn(from_page - 1)
        return Back()

    def _press_focus(self) -> bool:
        if self._desk.focus is not None:
            target = self._desk.target(self._desk.focus)
            if target is not None:
                self._push(target.button.action)
                return True
        if self._desk.page.space is not None:
            self._push(self._desk.page.space)
            return True
        return False

    def _figure(self, pressed: str) -> bool:
        if not pressed:
            return False
        for target in targets(self._desk.page, self._desk.offsets):
            if target.button.key == pressed:
                self._push(target.button.action)
                return True
        return False

    def _draw(self, wanted: Intent | None) -> bool:
        phone = self._phone
        match wanted:
            case Intent.SPACE if self._desk.focus is None:
                phone.drawing = sketch.toggle_pen(phone.drawing, self._sheet())
            case Intent.LEFT | Intent.RIGHT | Intent.UP | Intent.DOWN:
                dx = (wanted is Intent.RIGHT) - (wanted is Intent.LEFT)
                dy = (wanted is Intent.DOWN) - (wanted is Intent.UP)
                self._desk.focus = None
                phone.drawing = sketch.move_pen(phone.drawing, dx, dy, self._sheet())
            case _:
                return False
        return True

    def _sheet(self) -> Rect:
        return sketch.sheet_of(self._desk.page)

    def _on_sheet(self, at: tuple[int, int]) -> tuple[int, int] | None:
        if self._phone.place is not Place.DRAWING:
            return None
        sheet = self._sheet()
        return (at[0] - sheet.x, at[1] - sheet.y) if sheet.holds(*at) else None

    def _move(self, event: pygame.Event) -> bool:
        spot = self._on_sheet(event.pos)
        if spot is not None and event.buttons[0]:
            self._phone.drawing = sketch.drag(self._phone.drawing, spot)
            return True
        dragged = bool(event.buttons[0]) and self._desk.drag(event.pos[1])
        return self._desk.point(*event.pos) or dragged

    def _down(self, event: pygame.Event) -> bool:
        spot = self._on_sheet(event.pos)
        if spot is not None:
            self._phone.drawing = sketch.press(self._phone.drawing, spot)
            return True
        self._desk.focus = None
        scroll = scroll_at(self._desk.page, *event.pos)
        x, y = event.pos
        self._lifted = y
        self._desk.down(x, y, scroll)
        return True

    def _up(self, event: pygame.Event) -> bool:
        if self._phone.place is Place.DRAWING:
            self._phone.drawing = sketch.lift(self._phone.drawing)
        action = self._desk.up(*event.pos)
        far = self._lifted - event.pos[1] >= SWIPE * self._scale
        if self._phone.place is Place.LOCK and far:
            action = self._desk.page.space
        if action is not None:
            self._push(action)
        return True

    def _wheel(self, event: pygame.Event) -> bool:
        scroll = scroll_at(self._desk.page, *pygame.mouse.get_pos())
        scroll = scroll or main_scroll(self._desk.page)
        if scroll is None:
            return False
        self._desk.scroll_by(scroll, round(-event.precise_y * WHEEL * self._scale))
        return True
