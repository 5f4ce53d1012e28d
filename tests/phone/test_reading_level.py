"""What the phone itself says reads at the level of the youngest who play alone."""

import pytest

from game.check.pace import words_in
from game.check.reader.levels import (
    ABOVE_LINE,
    FEWEST_WORDS_OF_LINE,
    HIGHEST_HELP,
    LONGEST_SENTENCE,
    HelpTexts,
    help_level,
    longest_sentence,
)
from game.phone.reach import targets
from game.story.model import Band
from tests.phone.test_pictures import PAGES

FOR_GROWN_UPS = {"adults", "every-branch", "names", "closing-7"}
FOLDER = "The files are in this folder"
"""What starts so on the page of what is kept stands under "For the adults"."""


def read_by_a_child(pilot):
    """Return every sentence on the page, and what its buttons say, each once."""
    buttons = (one.button.name for one in targets(pilot.page, pilot.app.desk.offsets))
    both = dict.fromkeys((*pilot.texts(), *buttons))
    return [text for text in both if text and not text.startswith(FOLDER)]


def grade(*texts):
    return help_level(HelpTexts("", texts)).grade


@pytest.mark.parametrize("page", sorted(PAGES.keys() - FOR_GROWN_UPS))
def test_a_page_is_easy_to_read_as_a_whole_and_line_by_line(hold, page):
    pilot = hold()
    PAGES[page](pilot)
    texts = read_by_a_child(pilot)

    assert texts
    assert grade(*texts) <= HIGHEST_HELP
    for text in texts:
        assert longest_sentence(text) <= LONGEST_SENTENCE[Band.NINE], text
        if len(words_in(text)) >= FEWEST_WORDS_OF_LINE:
            assert grade(text) <= HIGHEST_HELP + ABOVE_LINE, text


def test_a_hard_line_would_be_found():
    hard = "Notifications concerning unacknowledged communications remain accessible."

    assert grade(hard) > HIGHEST_HELP + ABOVE_LINE
