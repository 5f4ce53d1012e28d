"""The page as it lies before the player: scrolled, focused, pointed at.

Changes with every movement; knows no pygame and no story.
"""

from collections.abc import Mapping

from game.phone.actions import Action, Newest
from game.phone.elements import Button, Page, Rect, Scroll, Shade
from game.phone.look import Motion
from game.phone.reach import (
    Target,
    aim,
    longest,
    main_scroll,
    scrolls,
    shown_at,
    step,
    targets,
    under,
)

AWAY = 80
"""How far from the end of a chat the player has to be to stay there, in pixels."""
_SLIVER = 4
"""How many pixels of something may be cut off unnoticed."""
_SPEED = 0.012
"""What part of the way is left behind in a millisecond of gliding."""


class Desk:
    """Where the page is scrolled to, which button has the focus or the pointer.

    Offsets are in pixels; a sheet glides to where it should be, or is there at once
    when nothing may move by itself.
    """

    def __init__(self) -> None:
        self.page = Page("", ())
        self.motion = True
        self.focus: tuple[str, Action] | None = None
        self.hot: tuple[str, Action] | None = None
        self.margin = 24
        self._offsets: dict[str, float] = {}
        self._aims: dict[str, int] = {}
        self._sheets: dict[str, tuple[int, int | None, Rect]] = {}
        self._pressed: tuple[str, Action] | None = None
        self._drag: tuple[str, int, float] | None = None
        self._dragged = False
        self._came: dict[str, int] = {}
        self._coming: dict[str, tuple[int, int]] = {}

    @property
    def offsets(self) -> Mapping[str, int]:
        """How far each sheet is scrolled, in pixels."""
        return {key: round(offset) for key, offset in self._offsets.items()}

    @property
    def pressed(self) -> Action | None:
        """What the pointer was pressed down on, and still is."""
        return self._pressed[1] if self._pressed else None

    @property
    def moving(self) -> bool:
        """Whether a sheet, or something on it, has not arrived yet."""
        return bool(self._coming) or any(
            abs(self._aims.get(key, 0) - offset) >= 1
            for key, offset in self._offsets.items()
        )

    @property
    def coming(self) -> Mapping[str, float]:
        """How much of its way what came last on a sheet has before it, from 1 to 0."""
        return {key: (left / whole) ** 2 for key, (left, whole) in self._coming.items()}

    def lay(self, page: Page, *, motion: bool) -> None:
        """Put a page down, in place of the one before."""
        self.motion = motion
        self.page = page
        for scroll in _all_scrolls(page):
            self._let_come(scroll)
            self._place(scroll)
        if self.focus is not None and self.target(self.focus) is None:
            self.focus = None
        if self.hot is not None and self.target(self.hot) is None:
            self.hot = None

    def forget(self) -> None:
        """Let nothing have the focus, as on a page just opened."""
        self.focus = self.hot = self._pressed = self._drag = None

    def forget_sheets(self, *, but: str) -> None:
        """Open all sheets at their start again, except those whose key begins so."""
        for key in [key for key in self._offsets if not key.startswith(but)]:
            self._offsets.pop(key)
            self._aims.pop(key, None)
            self._sheets.pop(key, None)

    def glide(self, elapsed: int) -> bool:
        """Move the sheets on by so many milliseconds; return whether any moved."""
        moved = False
        for key, offset in self._offsets.items():
            left = self._aims.get(key, 0) - offset
            if left:
                share = 1.0 if not self.motion else min(1.0, _SPEED * elapsed)
                near = abs(left) < 1
                self._offsets[key] = offset + (left if near else left * share)
                moved = True
        for key, (left, whole) in tuple(self._coming.items()):
            moved = True
            if left > elapsed and self.motion:
                self._coming[key] = left - elapsed, whole
            else:
                del self._coming[key]
        return moved

    def target(self, key: tuple[str, Action]) -> Target | None:
        """Return the target with that key, if it is on the page."""
        for one in targets(self.page, self.offsets):
            if one.key == key:
                return one
        return None

    def move_focus(self, by: int) -> None:
        """Give the focus to the target *by* steps on, and show it."""
        found = step(targets(self.page, self.offsets), self.focus, by)
        if found is not None:
            self.focus = found.key
            self.show(found)

    def show(self, target: Target) -> None:
        """Bring a target of this page into sight."""
        if target.scroll is not None:
            key = target.scroll.key
            margin = max(self.margin, self._covered())
            self._aims[key] = shown_at(target, self._aims[key], margin)
            if not self.motion:
                self._offsets[key] = self._aims[key]

    def aimed(self, scroll: Scroll) -> int:
        """Return how far a sheet is scrolled, or will be when it has arrived."""
        return self._aims.get(scroll.key, 0)

    def arrow(self, by: int) -> None:
        """Move the focus, or first scroll to where the next target comes into sight."""
        scroll = main_scroll(self.page)
        found = step(targets(self.page, self.offsets), self.focus, by)
        if scroll is not None and (found is None or found.scroll is scroll):
            aimed = self._aims[scroll.key]
            margin = max(self.margin, self._covered())
            at = shown_at(found, aimed, margin) if found else None
            page = scroll.rect.h * 2 // 5
            far = at is None or abs(at - aimed) > page
            ahead = at is None or (at - aimed) * by > 0
            if far and ahead:
                self.scroll_by(scroll, by * page)
                return
        self.move_focus(by)

    def scroll_by(self, scroll: Scroll, by: int) -> None:
        """Scroll a sheet by so many pixels, as far as it goes."""
        aimed = self.aimed(scroll) + by
        self._aims[scroll.key] = min(max(0, aimed), longest(scroll))
        if not self.motion:
            self._offsets[scroll.key] = self._aims[scroll.key]

    def more_below(self) -> Scroll | None:
        """Return the chat in which there is more to see further down, if any."""
        for scroll in scrolls(self.page):
            if scroll.follow is None:
                continue
            aimed = self._aims[scroll.key]
            end = aimed + scroll.rect.h + _SLIVER
            cut = any(one.rect.bottom > end for one in scroll.elements)
            if longest(scroll) > aimed and (cut or longest(scroll) - aimed > AWAY):
                return scroll
        return None

    def answers_below(self, scroll: Scroll, covered: int) -> int:
        """Return how many choices are not seen whole yet.

        The lowest *covered* pixels of the sheet will lie under something.
        """
        end = self._aims[scroll.key] + scroll.rect.h - covered + _SLIVER
        return sum(
            isinstance(one, Button) and bool(one.key) and one.rect.bottom > end
            for one in scroll.elements
        )

    def _covered(self) -> int:
        """Return how much of a chat lies under the way to what comes below."""
        return sum(
            one.rect.h
            for one in self.page.elements
            if isinstance(one, Button) and one.action == Newest()
        )

    def point(self, x: int, y: int) -> bool:
        """Move the pointer; return whether something looks different."""
        found = under(self.page, self.offsets, x, y)
        hot = found.key if isinstance(found, Target) else None
        changed = hot != self.hot
        self.hot = hot
        return changed

    def down(self, x: int, y: int, scroll: Scroll | None) -> None:
        """Press the pointer down, on *scroll* if there is a sheet."""
        found = under(self.page, self.offsets, x, y)
        self._pressed = found.key if isinstance(found, Target) else None
        self._dragged = False
        self._drag = None
        if scroll is not None and longest(scroll):
            self._drag = scroll.key, y, self._offsets[scroll.key]

    def drag(self, y: int) -> bool:
        """Move the pressed pointer; return whether it drags a sheet along."""
        if self._drag is None:
            return False
        key, start, offset = self._drag
        # A finger is never quite still: a press is a press up to here.
        if not self._dragged and abs(y - start) < 10:  # noqa: PLR2004
            return False
        self._dragged = True
        scroll = next((one for one in scrolls(self.page) if one.key == key), None)
        if scroll is None:
            return False
        self._offsets[key] = min(max(0.0, offset + start - y), float(longest(scroll)))
        self._aims[key] = round(self._offsets[key])
        return True

    def up(self, x: int, y: int) -> Action | None:
        """Lift the pointer; return what that presses."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed, self._drag, self._dragged = None, None, False
        if dragged:
            return None
        found = under(self.page, self.offsets, x, y)
        if isinstance(found, Shade):
            return found.action
        if found is not None and found.key == pressed:
            return found.button.action
        return None

    def _let_come(self, scroll: Scroll) -> None:
        """Let what is new on a sheet move into its place, where anything may move."""
        key = scroll.key
        known = key in self._sheets
        newer = scroll.came > self._came.get(key, scroll.came)
        self._came[key] = scroll.came
        if self.motion and known and newer and scroll.fresh is not None:
            self._coming[key] = Motion.RISE, Motion.RISE
        elif self.motion and scroll.drops and not known:
            self._coming[key] = Motion.SLIDE, Motion.SLIDE

    def _place(self, scroll: Scroll) -> None:
        key, known = scroll.key, self._sheets.get(scroll.key)
        now = scroll.height, scroll.follow, scroll.rect
        self._sheets[key] = now
        most = longest(scroll)
        if known is None:
            start = aim(scroll, self.margin)
            self._offsets[key], self._aims[key] = float(start), start
            return
        if scroll.follow is not None and known != now:
            height, follow, rect = known
            before = Scroll(rect, height, (), key, follow)
            if self._aims[key] >= aim(before, self.margin) - AWAY:
                self._aims[key] = aim(scroll, self.margin)
        self._aims[key] = min(self._aims[key], most)
        if not self.motion or self._offsets[key] > most:
            self._offsets[key] = float(self._aims[key])


def _all_scrolls(page: Page) -> tuple[Scroll, ...]:
    return tuple(e for e in page.elements if isinstance(e, Scroll))
