"""The design: colours that can be read, sizes that grow."""

import re
from pathlib import Path

import pytest

from game.phone import look
from game.phone.look import (
    TEXT_SIZES,
    Colour,
    Look,
    Spacing,
    Style,
    Theme,
    Tone,
    contrast,
    fitting,
)

GROUNDS = {tone.ground for tone in Tone}


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("tone", Tone, ids=lambda tone: tone.name)
def test_every_ink_can_be_read_on_its_ground(tone, theme):
    """All text stands out from what is behind it as WCAG AA asks; or as AAA does."""
    least = 7 if theme is Theme.CONTRAST else 4.5

    assert contrast(theme.colour(tone.ink), theme.colour(tone.ground)) >= least


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("ground", sorted(GROUNDS))
def test_the_focus_ring_stands_out_on_every_ground(ground, theme):
    """One of its two lines does, as WCAG asks of what is no text (3 to 1)."""
    behind = theme.colour(ground)
    lines = Colour.FOCUS, Colour.FOCUS_EDGE

    assert max(contrast(theme.colour(line), behind) for line in lines) >= 3


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("ground", [Colour.PAPER, Colour.CARD, Colour.ROOM])
def test_dots_stand_out_where_they_stand(ground, theme):
    assert contrast(theme.colour(Colour.DOT), theme.colour(ground)) >= 3


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_has_every_colour(theme):
    for colour in Colour:
        assert theme.colour(colour).startswith("#")


def test_lines_around_shapes_stand_out_where_they_tell_them_apart():
    edge = Theme.CONTRAST.colour(Colour.EDGE)

    for ground in (Colour.PAPER, Colour.DESK, Colour.ROOM, Colour.CARD):
        assert contrast(edge, Theme.CONTRAST.colour(ground)) >= 3


def test_colours_are_named_by_what_they_are_for_everywhere_else():
    """A number outside of the themes would look the same in each of them."""
    folder = Path(look.__file__).parent.parent
    written = {
        path.name
        for path in folder.rglob("*.py")
        if re.search(r"\"#[0-9a-f]{3,8}\"", path.read_text(encoding="utf-8"))
    }

    assert written == {"themes.py", "shapes.py"}


def test_sizes_stand_on_a_grid_of_two_pixels():
    """So that what lies beside each other lines up, on every page."""
    folder = Path(look.__file__).parent.parent
    odd = [
        f"{path.name}: {found[0]}"
        for path in folder.rglob("*.py")
        for found in re.finditer(
            r"(?:px|gap|grown)\((\d+)\)", path.read_text(encoding="utf-8")
        )
        if int(found[1]) % 2 and found[1] != "1"
    ]

    assert odd == []


def test_contrast_is_counted_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#dccdb1", "#dccdb1") == 1


def test_running_text_takes_on_the_whole_size():
    assert [Look(text=size).font(Style.BODY) for size in TEXT_SIZES] == [
        17,
        21,
        26,
        30,
        34,
    ]


def test_a_line_of_running_text_has_about_sixty_letters():
    look = Look()

    assert look.measure == round(17 * 0.54 * 60)


@pytest.mark.parametrize("text", TEXT_SIZES)
def test_there_is_always_room_to_press(text):
    assert Look(text=text).target >= 44


def test_a_large_window_is_drawn_larger():
    assert fitting(1366, 768, 1.0) == 1.0
    assert fitting(1920, 1080, 1.0) == 1.2
    assert fitting(1920, 1080, 1.5) == 1.5
    assert fitting(3840, 2160, 1.0) == pytest.approx(2160 / 940)
    assert fitting(3840, 2160, 2.0) == 2.4


def test_lines_stand_further_apart_when_set_so():
    usual, wide, wider = (
        Look(lines=lines).line(Style.BODY)
        for lines in (Spacing.NORMAL, Spacing.WIDE, Spacing.WIDER)
    )

    assert usual < wide < wider
    # WCAG 1.4.12 asks that one and a half times the size of the letters is possible.
    assert wide >= 1.5 * Look().font(Style.BODY)
