"""A page as a screen reader gets it: plain nodes with names, roles and states. Pure.

Whatever has a name is there, in the order of the page; what has none is decoration.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final, TypeAlias

from game.phone.actions import Action
from game.phone.elements import (
    Box,
    Bubble,
    Button,
    Canvas,
    Dots,
    Element,
    Page,
    Picture,
    Rect,
    Role,
    Scroll,
    Shade,
    Text,
)
from game.phone.look import Style
from game.words import say

WINDOW: Final = 0
"""The id of the window, which holds everything."""

Target: TypeAlias = tuple[str, Action]
"""What tells a button from others, as in ``reach``."""


class Kind(StrEnum):
    """What a node is to somebody who hears it."""

    WINDOW = "window"
    DIALOG = "dialog"
    LOG = "log"
    """The messages of a chat."""
    NOTICE = "notice"
    """A message that waits in another chat, as a button."""
    GROUP = "group"
    TEXT = "text"
    STATUS = "status"
    """What comes and goes, like who types; it is not said by itself."""
    NEWS = "news"
    """Is said when it changes."""
    HEADING = "heading"
    PICTURE = "picture"
    BUTTON = "button"
    RADIO = "radio"
    CANVAS = "canvas"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the page.

    ``place`` is in pixels of the window. ``level`` is that of a heading, from 1;
    ``position`` is which of how many answers it is, from 1. ``target`` is what a press
    or the focus goes to, None where nothing can be pressed.
    """

    id: int
    kind: Kind
    name: str
    place: Rect | None = None
    children: tuple[int, ...] = ()
    level: int = 0
    position: tuple[int, int] | None = None
    checked: bool | None = None
    enabled: bool = True
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """All nodes of a page, the window first, and the id of the one with the focus."""

    nodes: tuple[Node, ...]
    focus: int

    @property
    def title(self) -> str:
        """What page it is; over a page that is covered, what covers it."""
        covering = (node.name for node in self.nodes if node.kind is Kind.DIALOG)
        return next(covering, self.nodes[0].name)

    @property
    def messages(self) -> tuple[Node, ...]:
        """The messages and notes of the chat that is open, oldest first."""
        inside = {one for n in self.nodes if n.kind is Kind.LOG for one in n.children}
        return tuple(n for n in self.nodes if n.id in inside and n.kind is Kind.TEXT)

    @property
    def notices(self) -> tuple[Node, ...]:
        """The messages that wait in other chats."""
        holds = (n.children for n in self.nodes if n.kind is Kind.NOTICE)
        inside = {one for children in holds for one in children}
        return tuple(n for n in self.nodes if n.id in inside)

    @property
    def answers(self) -> tuple[Node, ...]:
        """The answers that can be given now, in order."""
        return tuple(n for n in self.nodes if n.position is not None)

    def target(self, node: int) -> Target | None:
        """Return what the node with that id presses, if it is there and can be."""
        for one in self.nodes:
            if one.id == node:
                return one.target if one.enabled else None
        return None


KEPT_IDS: Final = 4000
"""How many numbers are known at most; no page has as many nodes."""


class Ids:
    """Numbers for nodes: whatever stays on the screen keeps its own.

    What was new longest ago is forgotten, or they would grow with every page.
    """

    def __init__(self) -> None:
        self._known: dict[object, int] = {}
        self._given = 0

    def of(self, key: object) -> int:
        """Return the number of whatever has that key."""
        if key not in self._known:
            if len(self._known) >= KEPT_IDS:
                for old in tuple(islice(self._known, KEPT_IDS // 2)):
                    del self._known[old]
            self._given += 1
            self._known[key] = self._given
        return self._known[key]


def tree_of(
    page: Page, offsets: Mapping[str, int], focus: Target | None, ids: Ids
) -> Tree:
    """Return a page as nodes.

    Args:
        page: The page that is up.
        offsets: How far each of its sheets is scrolled, in pixels.
        focus: The button with the focus, if one has it.
        ids: The numbers given out so far.
    """
    before, after = _split(page.elements)
    branch = _Branch(ids, offsets, _answers(page.elements))
    if before:
        inside = tuple(branch.nodes(after, "over"))
        name = next((n.name for n in inside if n.kind is Kind.HEADING), page.title)
        dialog = Node(ids.of(("dialog", name)), Kind.DIALOG, name, None, _tops(inside))
        inside = (dialog, *inside)
        tops: tuple[int, ...] = (dialog.id,)
    else:
        inside = tuple(branch.nodes(after, "page"))
        tops = _tops(inside)
    window = Node(WINDOW, Kind.WINDOW, page.title, None, tops)
    nodes = (window, *inside)
    focused = next((n.id for n in nodes if n.target == focus and focus), WINDOW)
    return Tree(nodes, focused)


class _Branch:
    """Turns elements into nodes, each with a number of its own."""

    def __init__(self, ids: Ids, offsets: Mapping[str, int], answers: int) -> None:
        self._ids = ids
        self._offsets = offsets
        self._answers = answers
        self._seen: Counter[object] = Counter()

    def nodes(
        self, elements: Sequence[Element], where: str, dx: int = 0, dy: int = 0
    ) -> Iterator[Node]:
        for element in elements:
            place = element.rect.moved(dx, dy)
            match element:
                case Scroll():
                    yield from self._sheet(element, place)
                case Button():
                    yield self._button(element, where, place)
                case Text(name=name, role=role) if name:
                    heading = role is Role.HEADING
                    kind = Kind.HEADING if heading else Kind.TEXT
                    level = _level(element.style) if heading else 0
                    yield Node(
                        self._id(where, kind, name), kind, name, place, level=level
                    )
                case Bubble(name=name):
                    yield self._plain(Kind.TEXT, name, where, place)
                case Dots(name=name):
                    yield self._plain(Kind.STATUS, name, where, place)
                case Picture(name=name) if name:
                    yield self._plain(Kind.PICTURE, name, where, place)
                case Canvas(name=name):
                    yield self._plain(Kind.CANVAS, name, where, place)
                case Box() | Shade() | Text() | Picture():
                    pass

    def _sheet(self, scroll: Scroll, place: Rect) -> Iterator[Node]:
        log = scroll.key.startswith("chat ") and not scroll.drops
        up = self._offsets.get(scroll.key, 0)
        inside = tuple(self.nodes(scroll.elements, scroll.key, place.x, place.y - up))
        kind = Kind.LOG if log else Kind.NOTICE if scroll.drops else Kind.GROUP
        name = say("Messages") if log else say("New message") if scroll.drops else ""
        number = self._ids.of(("sheet", scroll.key))
        yield Node(number, kind, name, place, tuple(n.id for n in inside))
        yield from inside

    def _button(self, button: Button, where: str, place: Rect) -> Node:
        radio = button.role is Role.RADIO
        kind = Kind.RADIO if radio else Kind.BUTTON
        position = (int(button.key), self._answers) if button.key else None
        return Node(
            self._id(where, kind, button.name),
            kind,
            button.name,
            place,
            position=position,
            checked=button.checked,
            enabled=button.enabled,
            target=(button.name, button.action),
        )

    def _plain(self, kind: Kind, name: str, where: str, place: Rect) -> Node:
        return Node(self._id(where, kind, name), kind, name, place)

    def _id(self, *key: object) -> int:
        """Return a number; the second of the same name has another than the first."""
        self._seen[key] += 1
        return self._ids.of((*key, self._seen[key]))


def _split(
    elements: tuple[Element, ...],
) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """Return what a shade covers, and what lies above it, or all of the page."""
    shades = [at for at, one in enumerate(elements) if isinstance(one, Shade)]
    if not shades:
        return (), elements
    return elements[: shades[-1]], elements[shades[-1] + 1 :]


def _tops(nodes: tuple[Node, ...]) -> tuple[int, ...]:
    """Return the ids of those that lie in no other."""
    inner = {child for node in nodes for child in node.children}
    return tuple(node.id for node in nodes if node.id not in inner)


def _answers(elements: tuple[Element, ...]) -> int:
    """Return how many answers the page offers."""
    keys = []
    for one in elements:
        inside = one.elements if isinstance(one, Scroll) else (one,)
        keys += [int(e.key) for e in inside if isinstance(e, Button) and e.key]
    return max(keys, default=0)


def _level(style: Style) -> int:
    match style:
        case Style.DISPLAY | Style.TITLE:
            return 1
        case Style.HEADING:
            return 2
        case _:
            return 3
