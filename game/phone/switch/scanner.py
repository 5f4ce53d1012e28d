"""The ring on the page that lies before the player: it moves focus and sheets."""

from collections.abc import Mapping

from game.phone.actions import Action
from game.phone.desk import Desk
from game.phone.elements import Page, Rect
from game.phone.reach import longest
from game.phone.switch import scan as going
from game.phone.switch.scan import Scan
from game.phone.switch.stops import Stop, stops


class Scanner:
    """One switch on a desk; changes with time and with every press.

    The button the ring is around has the focus, and is brought into sight.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._scan = Scan()
        self._given: tuple[str, Action] | None = None
        self._found: tuple[Page, Mapping[str, int], tuple[Stop, ...]] | None = None

    @property
    def stopped(self) -> bool:
        """Whether the ring waits for a press to go on."""
        return self._scan.stopped

    @property
    def stop(self) -> Stop | None:
        """What the ring is around."""
        return going.around(self._scan, self._stops())

    @property
    def ring(self) -> Rect | None:
        """Where the ring is in the window, in pixels; None while there is none."""
        stop = self.stop
        if stop is None or not stop.place.w or not stop.place.h:
            return None
        return stop.place

    def restart(self) -> None:
        """Begin at the first stop of the page again."""
        self._scan = Scan(pressed=self._scan.pressed)

    def off(self) -> None:
        """Take the ring away, and let nothing have the focus that it gave."""
        if self._desk.focus == self._given:
            self._desk.focus = None
        self._scan, self._given = Scan(), None

    def pass_time(self, elapsed: int, step: int) -> bool:
        """Let *elapsed* milliseconds pass, *step* for a stop; return if it moved."""
        desk, found = self._desk, self._stops()
        before = self._scan
        if desk.focus is not None and desk.focus != self._given:
            self._scan = going.at_target(before, found, desk.focus)
        page = going.page_of(desk.page.title, found)
        self._scan = going.passed(self._scan, page, found, elapsed, step)
        moved = (before.at, before.inside) != (self._scan.at, self._scan.inside)
        self._point(show=moved)
        return moved

    def press(self) -> Action | None:
        """Press the switch; return what that presses."""
        self._scan, stop = going.pressed(self._scan, self._stops())
        self._point(show=True)
        if stop is None:
            return None
        if stop.sheet is not None:
            self._move(stop)
            return None
        return stop.targets[0].button.action

    def _stops(self) -> tuple[Stop, ...]:
        """Return the stops of the page that is up, found anew when that changed."""
        page, offsets = self._desk.page, self._desk.offsets
        known = self._found
        if known is None or known[0] is not page or known[1] != offsets:
            known = self._found = page, offsets, stops(page, offsets)
        return known[2]

    def _point(self, *, show: bool) -> None:
        """Give the focus to what the ring is around."""
        stop = self.stop
        single = stop is not None and stop.single
        self._given = stop.targets[0].key if stop and single else None
        self._desk.focus = self._given
        if stop is not None and stop.targets and show:
            self._desk.show(stop.targets[-1])
            self._desk.show(stop.targets[0])

    def _move(self, stop: Stop) -> None:
        """Move a sheet on by most of a screen, and from its end back to its start.

        A chat, which opens at its end, is read backwards.
        """
        sheet, desk = stop.sheet, self._desk
        assert sheet is not None
        way = -1 if sheet.follow is not None else 1
        at = desk.aimed(sheet)
        end = at <= 0 if way < 0 else at >= longest(sheet)
        page = sheet.rect.h * 4 // 5
        desk.scroll_by(sheet, -way * sheet.height if end else way * page)
