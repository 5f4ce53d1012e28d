"""Drawings fall back rather than fail."""

import pygame
import pytest

from game.phone.drawings import KEPT, Drawings

DISC = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<circle cx="5" cy="5" r="5" fill="{}"/></svg>"""


@pytest.fixture
def drawings(tmp_path):
    pygame.display.init()
    pygame.display.set_mode((10, 10))
    for name, colour in {"kit": "#ff0000", "blank": "#00ff00"}.items():
        (tmp_path / f"{name}.svg").write_text(DISC.format(colour))
    return Drawings(tmp_path)


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("kit", (255, 0, 0)),
        ("kit-worried", (255, 0, 0)),
        ("nobody", (0, 255, 0)),
        ("nobody-worried", (0, 255, 0)),
    ],
)
def test_a_missing_drawing_falls_back(drawings, name, colour):
    assert drawings.get(name, (20, 20)).get_at((10, 10))[:3] == colour


def test_without_blank_there_is_none(drawings, tmp_path):
    (tmp_path / "blank.svg").unlink()

    assert drawings.get("nobody", (20, 20)) is None


def test_a_damaged_drawing_falls_back(drawings, tmp_path):
    (tmp_path / "kit.svg").write_text("<svg")

    assert drawings.get("kit", (20, 20)).get_at((10, 10))[:3] == (0, 255, 0)


def test_an_icon_takes_the_ink_it_is_given(drawings):
    drawn = drawings.get("kit", (20, 20), tint="#0000ff")

    assert drawn.get_at((10, 10)) == (0, 0, 255, 255)
    assert drawn.get_at((0, 0)).a == 0


def test_a_drawing_is_read_once(drawings):
    assert drawings.get("kit", (20, 20)) is drawings.get("kit", (20, 20))


def test_only_so_much_is_kept(drawings):
    first = drawings.get("kit", (5, 5))
    side = round((KEPT / 4) ** 0.5) + 1
    larger = drawings.get("kit", (side, side))

    assert drawings.get("kit", (side, side)) is larger
    assert drawings.get("kit", (5, 5)) is not first


def test_corners_are_cut_round(drawings, tmp_path):
    (tmp_path / "kit.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<rect width="9" height="9" fill="#ff0000"/></svg>'
    )
    drawn = drawings.get("kit", (40, 40), radius=10)

    assert drawn.get_at((0, 0)).a == 0
    assert drawn.get_at((20, 0))[:3] == (255, 0, 0)
    rim = [drawn.get_at((x, y)) for x in range(10) for y in range(10)]
    assert {pixel[:3] for pixel in rim if pixel.a} == {(255, 0, 0)}
    assert [pixel for pixel in rim if 0 < pixel.a < 255]


TALL = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 50">
<rect width="30" height="50" fill="#ff0000"/>
<rect y="27" width="30" height="10" fill="#0000ff"/></svg>"""


def test_a_drawing_that_covers_fills_its_size(drawings, tmp_path):
    """A tall one over a broad place: a little below its middle, without a gap."""
    (tmp_path / "tall.svg").write_text(TALL)
    drawn = drawings.get("tall", (600, 300), cover=True)

    assert drawn.get_size() == (600, 300)
    assert all(drawn.get_at((x, y)).a == 255 for x in (0, 599) for y in (0, 299))
    assert drawn.get_at((300, 150))[:3] == (0, 0, 255)


def test_where_there_is_no_drawing_another_is_shown_instead(drawings, tmp_path):
    """And not one whose name the missing one begins with."""
    (tmp_path / "lock.svg").write_text(DISC.format("#0000ff"))
    drawn = drawings.get("lock-nobody", (20, 20), instead="kit")

    assert drawn.get_at((10, 10))[:3] == (255, 0, 0)
