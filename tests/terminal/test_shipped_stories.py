"""Every story can be played in the terminal, whatever is typed."""

import random

import pytest

from game.files import Library
from game.terminal import app

KEYS = [*"1231234tpsbruh?wn", "", "o", "x"]


class Read(Library):
    """The stories, all of them looked at by a grown-up."""

    def seen(self):
        return frozenset(STORIES)


LIBRARY = Read()
STORIES = [card.id for card in LIBRARY.stories()]

assert STORIES


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_typed_the_play_ends_politely(story, seed):
    """The last line names help, or the help page has come to its end."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    typed = ["", *chance.choices(KEYS, k=150)]
    shown = []

    def read(question):
        shown.append(question)
        return typed.pop(0) if typed else None

    app.run(LIBRARY, story=story, read=read, write=shown.append)

    assert shown[-1].startswith(("The story stops here.", "Type n for another nation"))
