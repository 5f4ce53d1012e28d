"""Hands the tree of the page to screen readers, and takes what they ask for.

AccessKit speaks to the screen reader of the system, from threads of its own. Where it
is not installed, or fails, the game goes on without.
"""

import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from game.phone.spoken.news import News, announced
from game.phone.spoken.tree import WINDOW, Kind, Node, Tree

try:
    import accesskit
except ImportError:  # There is no wheel for every system.
    accesskit = None

NEWS: Final = 2**62
"""Number of the node that is said; it and the next take turns."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a screen reader asks for: to press a node, or only to go there."""

    node: int
    press: bool


class ScreenReader:
    """The way to the screen readers of this system, while a window is open."""

    def __init__(self, tree: Tree) -> None:
        """Offer *tree* from now on; the window must not be shown yet.

        Raises:
            RuntimeError: If there is no way to screen readers on this system.
        """
        if accesskit is None:
            raise RuntimeError("accesskit is not installed")
        self._lock = threading.Lock()
        self._news = News()
        self._news.of(tree)
        self._turn, self._said = 0, ""
        self._tree = tree
        self._sent: dict[int, Node] = {}
        self._requests: deque[Request] = deque()
        self._adapter = _adapter(self._whole, self._asked, self._left)

    def show(self, tree: Callable[[], Tree]) -> None:
        """Offer another tree; it is built only if somebody listens."""

        def changes() -> Any:  # noqa: ANN401 (accesskit has no types)
            with self._lock:
                self._tree = self._with_news(tree())
                update = accesskit.TreeUpdate(self._tree.focus)
                for node in self._tree.nodes:
                    if self._sent.get(node.id) != node:
                        update.nodes.append((node.id, _node(node)))
                self._sent = {node.id: node for node in self._tree.nodes}
                return update

        events = self._adapter.update_if_active(changes)
        if events is not None:
            events.raise_events()

    def focus(self, *, gained: bool) -> None:
        """Say whether the window has the focus now."""
        for name in ("update_window_focus_state", "update_view_focus_state"):
            tell = getattr(self._adapter, name, None)
            if tell is not None:
                events = tell(gained)
                if events is not None:
                    events.raise_events()

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Say where on the screen the window is, in pixels; only X11 asks for that."""
        tell = getattr(self._adapter, "set_root_window_bounds", None)
        if tell is not None:
            bounds = accesskit.Rect(x, y, x + width, y + height)
            tell(bounds, bounds)

    def requests(self) -> tuple[Request, ...]:
        """Return what was asked for since the last time, oldest first."""
        found = []
        while self._requests:
            found.append(self._requests.popleft())
        return tuple(found)

    def target(self, request: Request) -> Any:  # noqa: ANN401 (an action or None)
        """Return what a request means on the page it was made on."""
        return self._tree.target(request.node)

    def _with_news(self, tree: Tree) -> Tree:
        """Return *tree* with what is new on it, or with what was said last."""
        lines = self._news.of(tree)
        if lines:
            self._turn ^= 1
            self._said = " ".join(lines)
        return announced(tree, NEWS + self._turn, self._said)

    def _whole(self) -> Any:  # noqa: ANN401 (accesskit has no types)
        """Return everything; somebody begins to listen, in a thread of AccessKit."""
        with self._lock:
            update = accesskit.TreeUpdate(self._tree.focus)
            update.tree = accesskit.Tree(WINDOW)
            for node in self._tree.nodes:
                update.nodes.append((node.id, _node(node)))
            self._sent = {node.id: node for node in self._tree.nodes}
            return update

    def _asked(self, request: Any) -> None:  # noqa: ANN401 (accesskit has no types)
        """Note a request, in a thread of AccessKit."""
        match request.action:
            case accesskit.Action.CLICK:
                self._requests.append(Request(request.target, press=True))
            case accesskit.Action.FOCUS | accesskit.Action.SCROLL_INTO_VIEW:
                self._requests.append(Request(request.target, press=False))
            case _:
                pass

    def _left(self) -> None:
        """Nobody listens any more; who comes next gets everything."""


def _adapter(whole: object, asked: object, left: object) -> Any:  # noqa: ANN401
    """Return the adapter for this system."""
    if sys.platform == "win32":
        import pygame  # noqa: PLC0415 (the window is asked for only there)

        handle = pygame.display.get_wm_info()["window"]
        return accesskit.windows.SubclassingAdapter(handle, whole, asked)
    if sys.platform == "darwin":
        import pygame  # noqa: PLC0415 (the window is asked for only there)

        accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        window = pygame.display.get_wm_info()["window"]
        return accesskit.macos.SubclassingAdapter.for_window(window, whole, asked)
    return accesskit.unix.Adapter(whole, asked, left)


def _node(node: Node) -> Any:  # noqa: ANN401 (accesskit has no types)
    """Return a node as AccessKit has it."""
    made = accesskit.Node(_role(node.kind))
    texts = {Kind.TEXT, Kind.STATUS, Kind.NEWS}
    if node.kind in texts:
        made.set_value(node.name)
    elif node.name:
        made.set_label(node.name)
    match node.kind:
        case Kind.NEWS:
            made.set_live(accesskit.Live.POLITE)
        case Kind.DIALOG:
            made.set_modal()
        case Kind.HEADING:
            made.set_level(node.level)
        case _:
            pass
    if node.place is not None:
        x, y, w, h = node.place.x, node.place.y, node.place.w, node.place.h
        made.set_bounds(accesskit.Rect(x, y, x + w, y + h))
    if node.children:
        made.set_children(list(node.children))
    _state(made, node)
    return made


def _state(made: Any, node: Node) -> None:  # noqa: ANN401 (accesskit has no types)
    if node.position is not None:
        made.set_position_in_set(node.position[0] - 1)
        made.set_size_of_set(node.position[1])
    if node.checked is not None:
        on = accesskit.Toggled.TRUE if node.checked else accesskit.Toggled.FALSE
        made.set_toggled(on)
    if not node.enabled:
        made.set_disabled()
    elif node.target is not None:
        made.add_action(accesskit.Action.CLICK)
        made.add_action(accesskit.Action.FOCUS)


def _role(kind: Kind) -> Any:  # noqa: ANN401 (accesskit has no types)
    return getattr(accesskit.Role, _ROLES[kind])


_ROLES = {
    Kind.WINDOW: "WINDOW",
    Kind.DIALOG: "DIALOG",
    Kind.LOG: "LOG",
    Kind.NOTICE: "GROUP",
    Kind.GROUP: "GROUP",
    Kind.TEXT: "LABEL",
    Kind.STATUS: "LABEL",
    Kind.NEWS: "LABEL",
    Kind.HEADING: "HEADING",
    Kind.PICTURE: "IMAGE",
    Kind.BUTTON: "BUTTON",
    Kind.RADIO: "RADIO_BUTTON",
    Kind.CANVAS: "CANVAS",
}
