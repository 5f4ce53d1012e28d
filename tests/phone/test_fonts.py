"""The letters: weights are made once, and anything goes wrong kindly."""

import pygame
import pytest

from game.phone import fonts
from game.phone.fonts.lines import Fonts
from game.phone.look import Look, Style


@pytest.fixture(autouse=True)
def _lettering():
    pygame.font.init()


def test_the_weights_are_kept_whole(cache):
    assert not fonts.missing(cache)
    assert sorted(path.name for path in cache.iterdir()) == [
        "Lexend-Regular.ttf",
        "Lexend-SemiBold.ttf",
    ]


def test_nothing_is_made_twice(cache):
    assert fonts.make_weights_aside(cache) is None


def test_the_weights_are_made_in_a_program_of_their_own(tmp_path):
    process = fonts.make_weights_aside(tmp_path / "cache")

    assert process.wait(60) == 0
    assert not fonts.missing(tmp_path / "cache")


def test_semi_bold_is_wider_once_it_is_there(cache, tmp_path):
    look = Look()
    kept, usual = Fonts(cache), Fonts(tmp_path)

    assert kept.width(look, "Hello", Style.STRONG) > kept.width(
        look, "Hello", Style.BODY
    )
    assert usual.width(look, "Hello", Style.STRONG) == usual.width(
        look, "Hello", Style.BODY
    )


def test_a_damaged_weight_is_passed_over(tmp_path):
    (tmp_path / "Lexend-Regular.ttf").write_bytes(b"half a fo")

    assert Fonts(tmp_path).width(Look(), "Hello", Style.BODY) > 0


@pytest.mark.parametrize("text", ["", " ", "i", "\u0301", "wide"])
def test_any_line_can_be_drawn(cache, text):
    lettering = Fonts(cache)
    line = lettering.line(Look(), text, Style.BODY, "#000000")

    assert line.get_width() == lettering.width(Look(), text, Style.BODY)


def test_the_folder_is_the_users_own(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/some/where")

    assert fonts.cache_folder().as_posix() == "/some/where/whos-typing"
