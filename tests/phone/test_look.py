"""The design: colours that can be read, sizes that grow."""

import pytest

from game.phone.look import (
    CARD,
    EDGE,
    FOCUS,
    PAPER,
    ROOM,
    SAND,
    TEXT_SIZES,
    Look,
    Style,
    Tone,
    contrast,
    fitting,
)


@pytest.mark.parametrize("tone", Tone, ids=lambda tone: tone.name)
def test_every_ink_can_be_read_on_its_ground(tone):
    """All text stands out from what is behind it as WCAG AA asks."""
    assert contrast(tone.ink, tone.ground) >= 4.5


@pytest.mark.parametrize("ground", [PAPER, CARD, SAND, ROOM])
def test_the_focus_ring_stands_out(ground):
    assert contrast(FOCUS, ground) >= 3


def test_contrast_is_counted_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast(EDGE, EDGE) == 1


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
