"""Where the ring rests on a page, in order. Pure.

Answers come first, or else what most players want next; then the rest of the page, the
sheets at its sides, and last its header with the ways back and out. On a page with
many buttons those that belong together are one stop, which opens with a press.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.phone.elements import Button, Page, Rect, Role, Scroll, Text
from game.phone.reach import (
    Target,
    main_scroll,
    scrolls,
    targets,
)
from game.words import say

FEW: Final = 10
"""Up to so many buttons on a page are gone through one by one."""
PAIR: Final = 2
"""Up to so many buttons are no group: opening it takes as long as going through."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What the ring is around: a button, several of them, or a sheet to move on.

    ``key`` tells it from others when the page is built again. ``name`` is said for it.
    A sheet has no targets.
    """

    key: str
    name: str
    targets: tuple[Target, ...] = ()
    sheet: Scroll | None = None

    @property
    def single(self) -> bool:
        """Whether a press presses something, and does not open a group."""
        return len(self.targets) == 1

    @property
    def place(self) -> Rect:
        """What the ring is around, in pixels of the window; its size may be 0."""
        if self.sheet is not None:
            return self.sheet.rect
        seen = [one.seen for one in self.targets if one.seen.w and one.seen.h]
        if not seen:
            return Rect(0, 0, 0, 0)
        x, y = min(one.x for one in seen), min(one.y for one in seen)
        right, bottom = max(one.right for one in seen), max(one.bottom for one in seen)
        return Rect(x, y, right - x, bottom - y)

    @property
    def inside(self) -> "tuple[Stop, ...]":
        """The stops of a group that was opened."""
        return _singles(self.targets)


@dataclass(frozen=True, slots=True)
class _Part:
    """Targets that belong together, with the heading over them if there is one."""

    targets: tuple[Target, ...]
    title: str = ""


def stops(page: Page, offsets: Mapping[str, int]) -> tuple[Stop, ...]:
    """Return the stops of a page; every target of it is in just one of them.

    Args:
        page: The page that is up.
        offsets: How far each of its sheets is scrolled, in pixels.
    """
    reached = targets(page, offsets)
    main = max(scrolls(page), key=lambda one: one.rect.w * one.rect.h, default=None)
    first = _first(reached)
    rest = tuple(one for one in reached if one not in first)
    top = main.rect.y if main is not None else 0
    header = tuple(one for one in rest if one.scroll is None and one.rect.bottom <= top)
    bars = tuple(one for one in rest if one.scroll is None and one not in header)
    sheets = [one for one in scrolls(page) if one is not main]
    middle = _sections(main, rest) if main is not None else ()
    sides = [part for sheet in sheets for part in _sections(sheet, rest)]
    parts = (*middle, _Part(bars), *sides, _Part(header))
    folded = len(reached) > FEW
    found = [*_singles(first)]
    ends = len(found)
    for at, part in enumerate(parts):
        if folded and len(part.targets) > PAIR and found:
            found.append(_group(part))
        else:
            found += _singles(part.targets)
        if at == len(middle):
            ends = len(found)
    moving = main_scroll(page)
    if moving is not None:
        at = 0 if _reads_first(moving, first) else ends
        found.insert(at, Stop(f"sheet {moving.key}", say("Move the page"), (), moving))
    return _told_apart(found)


def _first(reached: Sequence[Target]) -> tuple[Target, ...]:
    """Return the answers, or else what most players want next."""
    answers = tuple(one for one in reached if one.button.key)
    return answers or tuple(one for one in reached if one.button.main)


def _reads_first(sheet: Scroll, first: Sequence[Target]) -> bool:
    """Whether the page is there to be read, further than what is seen when it opens."""
    if sheet.follow is not None:
        return False
    if not first:
        return True
    button = first[0].button.rect
    return first[0].scroll is not sheet or button.bottom > sheet.rect.h


def _sections(sheet: Scroll, rest: Sequence[Target]) -> tuple[_Part, ...]:
    """Return the targets of a sheet, parted where it has a heading."""
    mine = {one.key: one for one in rest if one.scroll is sheet}
    parts: list[_Part] = [_Part(())]
    for element in sheet.elements:
        match element:
            case Text(role=Role.HEADING, name=name):
                parts.append(_Part((), name))
            case Button() if (element.name, element.action) in mine:
                last = parts[-1]
                target = mine[element.name, element.action]
                parts[-1] = _Part((*last.targets, target), last.title)
            case _:
                pass
    return tuple(part for part in parts if part.targets)


def _group(part: _Part) -> Stop:
    names = part.title or part.targets[0].button.name
    count = len(part.targets)
    name = say("{title}, {count} buttons").format(title=names, count=count)
    return Stop(f"group {names}", name, part.targets)


def _singles(found: Sequence[Target]) -> tuple[Stop, ...]:
    return _told_apart(
        [Stop(one.button.name, one.button.name, (one,)) for one in found]
    )


def _told_apart(found: Sequence[Stop]) -> tuple[Stop, ...]:
    """Return the stops, the second of the same key with another."""
    return tuple(_numbered(found))


def _numbered(found: Sequence[Stop]) -> Iterator[Stop]:
    seen: Counter[str] = Counter()
    for stop in found:
        seen[stop.key] += 1
        number = seen[stop.key]
        key = stop.key if number == 1 else f"{stop.key} ({number})"
        yield Stop(key, stop.name, stop.targets, stop.sheet)
