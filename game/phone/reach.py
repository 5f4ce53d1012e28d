"""What the pointer and the keys reach on a page: pure, with scroll offsets given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.phone.actions import Action
from game.phone.elements import Button, Dots, Element, Page, Rect, Scroll, Shade


@dataclass(frozen=True, slots=True)
class Target:
    """A button where it is on the screen, and the sheet it lies on, if any."""

    button: Button
    rect: Rect
    scroll: Scroll | None

    @property
    def key(self) -> tuple[str, Action]:
        """What tells it from others when the page is built again."""
        return self.button.name, self.button.action

    @property
    def seen(self) -> Rect:
        """The part of it that is not cut off."""
        return self.rect if self.scroll is None else clip(self.rect, self.scroll.rect)


def clip(rect: Rect, window: Rect) -> Rect:
    """Return the part of *rect* inside *window*; its size is 0 if there is none."""
    x, y = max(rect.x, window.x), max(rect.y, window.y)
    right, bottom = min(rect.right, window.right), min(rect.bottom, window.bottom)
    return Rect(x, y, max(0, right - x), max(0, bottom - y))


def reachable(page: Page) -> tuple[Element, ...]:
    """Return the elements that no shade covers."""
    elements = page.elements
    for at in range(len(elements) - 1, -1, -1):
        if isinstance(elements[at], Shade):
            return elements[at + 1 :]
    return elements


def scrolls(page: Page) -> tuple[Scroll, ...]:
    """Return the sheets that can be scrolled now."""
    return tuple(e for e in reachable(page) if isinstance(e, Scroll))


def longest(scroll: Scroll) -> int:
    """Return how far a sheet can be scrolled, in pixels."""
    return max(0, scroll.height - scroll.rect.h)


def aim(scroll: Scroll, margin: int) -> int:
    """Return where a sheet is scrolled to when it is new.

    The row to follow is on the screen with all that comes after it, as far as that
    has room; *margin* pixels stay free above it.
    """
    if scroll.follow is None:
        return 0
    return max(0, min(longest(scroll), scroll.follow - margin))


def targets(page: Page, offsets: Mapping[str, int]) -> tuple[Target, ...]:
    """Return everything that can be pressed, in the order of the page."""
    return tuple(_targets(reachable(page), offsets))


def _targets(
    elements: tuple[Element, ...], offsets: Mapping[str, int]
) -> Iterator[Target]:
    for element in elements:
        match element:
            case Button(enabled=True):
                yield Target(element, element.rect, None)
            case Scroll():
                up = offsets.get(element.key, 0)
                for inner in element.elements:
                    if isinstance(inner, Button) and inner.enabled:
                        rect = inner.rect.moved(element.rect.x, element.rect.y - up)
                        yield Target(inner, rect, element)
            case _:
                pass


def under(
    page: Page, offsets: Mapping[str, int], x: int, y: int
) -> Target | Shade | None:
    """Return what is at a point: the topmost target, or the shade around a sheet."""
    for target in reversed(targets(page, offsets)):
        if target.seen.holds(x, y):
            return target
    live = reachable(page)
    if any(element.rect.holds(x, y) for element in live):
        return None
    shades = [e for e in page.elements if isinstance(e, Shade)]
    return shades[-1] if shades else None


def scroll_at(page: Page, x: int, y: int) -> Scroll | None:
    """Return the sheet at a point."""
    for scroll in reversed(scrolls(page)):
        if scroll.rect.holds(x, y):
            return scroll
    return None


def dots_at(page: Page, offsets: Mapping[str, int]) -> Rect | None:
    """Return where the dots of somebody who types can be seen, with their shadow."""
    for scroll in scrolls(page):
        for inner in scroll.elements:
            if isinstance(inner, Dots):
                up = offsets.get(scroll.key, 0)
                rect = inner.rect.moved(scroll.rect.x, scroll.rect.y - up)
                # A shadow reaches as far as a finger is wide, at most.
                return clip(rect.inset(-rect.h // 2), scroll.rect)
    return None


def main_scroll(page: Page) -> Scroll | None:
    """Return the sheet that the keys scroll: the largest that can be scrolled."""
    found = [scroll for scroll in scrolls(page) if longest(scroll)]
    return max(found, key=lambda one: one.rect.w * one.rect.h, default=None)


def step(
    reached: tuple[Target, ...], focus: tuple[str, Action] | None, by: int
) -> Target | None:
    """Return the target *by* steps on from the focus, round and round.

    Without a focus the first choice comes first, or else the first main button, or
    else the first of the page.
    """
    if not reached:
        return None
    keys = [target.key for target in reached]
    if focus in keys:
        return reached[(keys.index(focus) + by) % len(reached)]
    if by < 0:
        return reached[-1]
    choices = [target for target in reached if target.button.key]
    main = [target for target in reached if target.button.main]
    return (choices or main or list(reached))[0]


def shown_at(target: Target, offset: int, margin: int) -> int:
    """Return the offset of the target's sheet at which it is on the screen whole."""
    scroll = target.scroll
    assert scroll is not None
    rect = target.button.rect
    least = rect.bottom + margin - scroll.rect.h
    most = rect.y - margin
    wanted = min(max(offset, least), most) if least <= most else most
    return min(max(wanted, 0), longest(scroll))
