"""What has to be so on every page, whatever is on it: pure, from the page as a value.

Knows no particular page and no particular words.
"""

from itertools import combinations

from game.phone.actions import Newest
from game.phone.elements import Align, Bubble, Button, Rect, Scroll, Text
from game.phone.look import Style
from game.phone.reach import reachable, targets

LEAST = 44
"""The least side of anything to press, in pixels of the design."""


def faults(page, kit, offsets=None):
    """Return what is wrong with a page, a sentence each; empty if nothing is.

    Args:
        page: The page as built.
        kit: What it was built with.
        offsets: How far its sheets are scrolled; not at all when left out.
    """
    offsets = offsets or {}
    return (
        *_ways_on(page),
        *_places(page, kit),
        *_sizes(page, kit),
        *_overlaps(page, offsets),
        *_words(reachable(page), kit, kit.width),
    )


def _ways_on(page):
    if not targets(page, {}) and page.space is None:
        yield f"{page.title!r}: nothing can be pressed"


def _places(page, kit):
    """Everything to press is in the window or on its sheet, and each sheet as well."""
    window = Rect(0, 0, kit.width, kit.height)
    for element in reachable(page):
        match element:
            case Button() if not _inside(element.rect, window):
                yield f"{element.name!r} is not in the window: {element.rect}"
            case Scroll():
                if not _inside(element.rect, window):
                    yield f"sheet {element.key!r} is not in the window: {element.rect}"
                sheet = Rect(0, 0, element.rect.w, element.height)
                for inner in element.elements:
                    if isinstance(inner, Button) and not _inside(inner.rect, sheet):
                        yield f"{inner.name!r} is not on its sheet: {inner.rect}"
            case _:
                pass


def _sizes(page, kit):
    least = kit.px(LEAST)
    for target in targets(page, {}):
        if min(target.rect.w, target.rect.h) < least:
            yield f"{target.button.name!r} is too small: {target.rect}, {least} wanted"


def _overlaps(page, offsets):
    """No two targets share a pixel, but for the strip along the end of a chat."""
    found = [one for one in targets(page, offsets) if one.button.action != Newest()]
    for one, other in combinations(found, 2):
        same = one.scroll is other.scroll
        there = (one.rect, other.rect) if same else (one.seen, other.seen)
        if _some(there[0]) and _some(there[1]) and there[0].meets(there[1]):
            yield f"{one.button.name!r} lies over {other.button.name!r}"


def _words(elements, kit, width):
    """No line is wider than its place, and no text lies beside the page or on another.

    A place too narrow for a single letter keeps that letter.
    """
    inks = []
    for one in elements:
        if not isinstance(one, Text | Bubble):
            continue
        yield from _too_wide(one, kit)
        ink = _ink(one, kit) if any(one.lines) else one.rect
        if ink.x < 0 or ink.right > width:
            yield f"{one.lines!r} lies beside the page: {ink}"
        inks.append((ink.y, ink, one))
    yield from _over_each_other(sorted(inks, key=lambda one: one[0]))
    for element in elements:
        if isinstance(element, Scroll):
            yield from _words(element.elements, kit, element.rect.w)


def _over_each_other(inks):
    """Go through texts from the top, each only as far down as it reaches."""
    for at, (_, ink, one) in enumerate(inks):
        for top, below, other in inks[at + 1 :]:
            if top >= ink.bottom:
                break
            if any(one.lines) and any(other.lines) and ink.meets(below):
                yield f"{one.lines[0]!r} is written over {other.lines[0]!r}"


def _too_wide(element, kit):
    room = element.rect.w
    if isinstance(element, Bubble):
        room -= 2 * element.padding[0]
    for line in element.lines:
        wide = kit.measure(line, _style(element))
        if len(line) > 1 and wide > room:
            yield f"{line!r} needs {wide} pixels and has {room}"


def _ink(element, kit):
    """Return where the letters of a text stand, or all of a bubble."""
    if isinstance(element, Bubble):
        return element.rect
    rect, style = element.rect, element.style
    wide = min(rect.w, max(kit.measure(line, style) for line in element.lines))
    left = (rect.w - wide) // 2 if element.align is Align.CENTRE else 0
    tall = len(element.lines) * kit.look.line(style)
    return Rect(rect.x + left, rect.y, wide, tall)


def _style(element):
    return element.style if isinstance(element, Text) else Style.BODY


def _inside(rect, window):
    return (
        window.x <= rect.x
        and window.y <= rect.y
        and rect.right <= window.right
        and rect.bottom <= window.bottom
    )


def _some(rect):
    return rect.w > 0 and rect.h > 0
