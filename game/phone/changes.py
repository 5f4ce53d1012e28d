"""Which part of the window looks different from before. Pure sums, no painting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.phone.elements import Page, Rect, Scroll
from game.phone.look import Look
from game.phone.paint import Moment
from game.phone.reach import clip, dots_at, targets

AROUND = 24
"""How far shadows and the ring of the focus reach, in pixels of the design."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that decides what a window of some size looks like."""

    page: Page
    look: Look
    moment: Moment
    size: tuple[int, int]


def changed(before: Shown | None, now: Shown) -> Rect:
    """Return a rectangle outside of which both look the same; it may be empty."""
    window = Rect(0, 0, *now.size)
    if before is None or (before.look, before.size) != (now.look, now.size):
        return window
    old, new = before.page, now.page
    if old.ground != new.ground or len(old.elements) != len(new.elements):
        return window
    found = [
        one.rect
        for pair in zip(old.elements, new.elements, strict=True)
        if pair[0] != pair[1]
        for one in pair
    ]
    found += _moved(before, now)
    if not found:
        return Rect(0, 0, 0, 0)
    by = now.look.px(AROUND)
    left, top = min(one.x for one in found), min(one.y for one in found)
    right, bottom = max(one.right for one in found), max(one.bottom for one in found)
    return clip(Rect(left, top, right - left, bottom - top).inset(-by), window)


def _moved(before: Shown, now: Shown) -> list[Rect]:
    """Return where the moment shows: sheets that move, what is pointed at, dots."""
    was, is_ = before.moment, now.moment
    if was.around != is_.around:
        return [Rect(0, 0, *now.size)]
    keys = {
        *_differences(was.offsets, is_.offsets),
        *_differences(was.coming, is_.coming),
        *was.coming,
        *is_.coming,
    }
    found = [
        one.rect
        for one in now.page.elements
        if isinstance(one, Scroll) and one.key in keys
    ]
    dots = dots_at(now.page, is_.offsets)
    if was.phase != is_.phase and dots is not None:
        found.append(dots)
    pointed = {was.hot, is_.hot} if was.hot != is_.hot else set()
    pointed |= {was.focus, is_.focus} if was.focus != is_.focus else set()
    for shown in (before, now):
        offsets = shown.moment.offsets
        found += [
            one.seen for one in targets(shown.page, offsets) if one.key in pointed
        ]
    return found


def _differences(one: Mapping[str, float], other: Mapping[str, float]) -> Iterator[str]:
    return (key for key in {*one, *other} if one.get(key) != other.get(key))
