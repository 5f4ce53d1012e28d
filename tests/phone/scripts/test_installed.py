"""Pages in scripts whose letters come from the fonts of the system, where it has them.

Those fonts are not the same everywhere, so that no picture can be compared.
"""

from pathlib import Path

import pytest

from game.phone.actions import OpenChat, OpenStory, Start
from game.phone.elements import Bubble, Scroll, Text
from game.phone.fonts.coverage import LEXEND, covers
from game.phone.fonts.pieces import INSTEAD, Faces, pieces, undrawn
from game.phone.fonts.weights import variable

HERE = Path(__file__).parent
SIZES = [(1366, 768), (480, 800)]
LEXEND_ONLY = Faces((variable(),), LEXEND)

pytestmark = pytest.mark.scripts


@pytest.fixture
def words(language):
    return (HERE / f"{language}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["punjabi", "bengali", "chinese"])
@pytest.mark.parametrize("size", SIZES, ids=["laptop", "phone"])
@pytest.mark.parametrize("text", [100, 200])
def test_every_letter_is_drawn_by_a_font_that_has_it(hold, language, words, size, text):
    if list(undrawn(words, LEXEND_ONLY)):
        pytest.skip(f"not run: no font on this computer has {language}")
    pilot = hold(*size, text=text)
    pilot.press(OpenStory("pencil"))
    pilot.press(Start())
    pilot.press(OpenChat())
    pilot.figure(1)
    lines = list(written(pilot.page.elements))

    assert any("15" in line for line in lines)
    for line in lines:
        for piece in pieces(line, LEXEND_ONLY):
            assert INSTEAD not in piece.text or INSTEAD in line
            assert all(covers(piece.file, one) for one in piece.text)


def written(elements):
    for element in elements:
        match element:
            case Text() | Bubble():
                yield from element.lines
            case Scroll():
                yield from written(element.elements)
