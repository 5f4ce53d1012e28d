"""Whatever is written on any page can be read on what really lies behind it."""

import pytest

from game.phone.elements import (
    Box,
    Bubble,
    Button,
    Canvas,
    Picture,
    Scroll,
    Text,
)
from game.phone.look import Colour, Theme, Tone, contrast
from tests.phone.test_pictures import PAGES, SIZES

LETTERS = {Theme.LIGHT: 4.5, Theme.DARK: 4.5, Theme.CONTRAST: 7}
SIGNS = 3
"""What WCAG 2 (1.4.11) asks of icons."""


def pairs(page):
    """Return each (what is written, ink, ground) of a page, hovered grounds too."""
    return {
        (kind, ink, ground)
        for kind, ink, grounds in _walk(page.elements, [(None, (page.ground,))], (0, 0))
        for ground in grounds
    }


def _walk(elements, behind, origin):
    """Yield what is written, keeping what was painted so far in *behind*."""
    behind = list(behind)
    for one in elements:
        place = one.rect.moved(*origin)
        match one:
            case Box() if one.fill is not None:
                behind.append((place, (one.fill,)))
            case Button():
                under = _grounds(behind, place)
                found = (one.fill,) if one.fill else under
                hover = (one.hover,) if one.hover and one.enabled else ()
                behind.append((place, (*found, *hover)))
            case Bubble():
                tone = Tone.MINE if one.mine else Tone.ON_CARD
                yield "text", tone.ink, (tone.ground,)
            case Text() if any(one.lines):
                yield "text", one.tone.ink, _grounds(behind, place)
            case Picture() if one.tint is not None:
                yield "sign", one.tint, _grounds(behind, place)
            case Scroll():
                inside = [*behind, (place, (one.ground,))]
                yield from _walk(one.elements, inside, (place.x, place.y))
                behind.append((place, (one.ground,)))
            case Canvas():
                behind.append((place, (Colour.SHEET,)))
            case _:
                pass


def _grounds(behind, place):
    """Return the grounds of the last thing painted under the middle of *place*."""
    x, y = place.x + place.w // 2, place.y + place.h // 2
    for rect, grounds in reversed(behind):
        if rect is None or rect.holds(x, y):
            return grounds
    raise AssertionError("nothing is behind it")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_everything_written_can_be_read(hold, page, size):
    """In each theme: pages hold colours by what they are for, so one page will do."""
    pilot = hold(*SIZES[size])
    PAGES[page](pilot)

    found = pairs(pilot.page)
    low = [
        (theme, kind, ink, ground, round(ratio, 2))
        for kind, ink, ground in found
        for theme in Theme
        if (ratio := contrast(theme.colour(ink), theme.colour(ground)))
        < (LETTERS[theme] if kind == "text" else SIGNS)
    ]

    assert found
    assert low == []
