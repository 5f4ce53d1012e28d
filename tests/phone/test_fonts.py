"""The letters: weights are made once, and anything goes wrong kindly."""

import pygame
import pytest

from game.phone import fonts
from game.phone.fonts import coverage, weights
from game.phone.fonts.lines import Fonts
from game.phone.look import Face, Look, Spacing, Style


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
    assert Fonts(tmp_path).width(Look(), "Hello, मीया", Style.BODY) > 0


ANY = [
    "",
    " ",
    "i",
    "\u0301",
    "wide",
    "dŵr",
    "عمري 15",
    "क्या 15?",
    "👍",
    "a👍",
    "\u200f",
]
LOOKS = [
    Look(),
    Look(face=Face.ATKINSON),
    Look(letters=Spacing.WIDER),
    Look(text=200, face=Face.ATKINSON, letters=Spacing.WIDE),
]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("style", [Style.BODY, Style.STRONG])
@pytest.mark.parametrize("text", ANY)
def test_any_line_is_drawn_as_wide_as_it_was_measured(cache, text, style, look):
    lettering = Fonts(cache)
    line = lettering.line(look, text, style, "#000000")

    assert line.get_width() == lettering.width(look, text, style)


def test_the_folder_is_the_users_own(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/some/where")

    assert fonts.cache_folder().as_posix() == "/some/where/whos-typing"


@pytest.mark.parametrize(
    ("face", "plain"),
    [(Face.LEXEND, coverage.LEXEND), (Face.ATKINSON, coverage.ATKINSON)],
)
def test_the_faces_have_what_they_are_known_to_have(cache, face, plain):
    """Else a letter would be missing, and nobody would look for it elsewhere."""
    known = {at for at in range(0x3000) if plain.fullmatch(chr(at))}

    for bold in (False, True):
        has = coverage.characters(weights.face_file(face, cache, bold=bold))
        assert known <= has


def test_english_welsh_and_polish_need_no_looking_up():
    assert coverage.LEXEND.fullmatch("It's “fine” – really… ŵ ŷ Ŵ Ŷ â ê î ô û ï")
    assert coverage.LEXEND.fullmatch("ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ")
    assert coverage.ATKINSON.fullmatch("ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ")


def ink(surface):
    """The rows and columns that are not empty."""
    return surface.get_bounding_rect()


@pytest.mark.parametrize("face", Face)
def test_lines_of_several_scripts_stand_evenly(cache, face):
    """The letters of the face stand as far from the middle of the line as alone."""
    lettering, look = Fonts(cache), Look(text=200, face=face)
    alone = lettering.line(look, "H", Style.BODY, "#000000")
    mixed = lettering.line(look, "H ے", Style.BODY, "#000000")
    left = mixed.subsurface((0, 0, alone.get_width(), mixed.get_height()))

    above = ink(alone).y - alone.get_height() / 2
    assert ink(left).y - mixed.get_height() / 2 == pytest.approx(above, abs=1)


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("style", [Style.BODY, Style.STRONG])
def test_letters_stand_further_apart(cache, face, style):
    lettering = Fonts(cache)
    wide = [
        lettering.width(Look(face=face, letters=letters), "letters", style)
        for letters in Spacing
    ]

    assert wide[0] < wide[1] < wide[2]


@pytest.mark.parametrize("text", ["सरकारी", "مدرسة"])
def test_letters_that_are_joined_stay_so(cache, text):
    lettering = Fonts(cache)

    assert lettering.width(
        Look(letters=Spacing.WIDER), text, Style.BODY
    ) == lettering.width(Look(), text, Style.BODY)
