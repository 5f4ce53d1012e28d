"""Stories for the tests: a small whole one, in which a test replaces single parts."""

from textwrap import dedent, indent

import pytest

from game.source import StoryError
from game.story.parse import parse
from game.story.pieces import PieceText

PARTS = {
    "title": "The surprise cake",
    "about": "A classmate asks Kit to keep a small secret.",
    "band": "9-11",
    "minutes": "3",
    "skills": "[say-no, tell]",
    "for-adults": "{notes: Nothing is shown., questions: [Why?], reviewed-by: none}",
    "goodbye": "You can put Kit's phone down now.",
    "player": "kit",
    "cast": """
        kit: {name: Kit}
        bo: {name: Bo, known: yes}
        mum: {name: Mum, trusted: yes, family: yes}
    """,
    "start": "hello",
    "scenes": """
        hello:
          - bo: hi kit
          - end: Kit goes home.
    """,
    "when": "{tell: {mum: hello}}",
}


def whole(**parts):
    """Return the text of the story with some parts replaced, or left out if None.

    A part of several lines goes below its key; ``for_adults`` is ``for-adults``.
    """
    given = {key.replace("_", "-"): part for key, part in parts.items()}
    lines = []
    for key, part in (PARTS | given).items():
        if part is None:
            continue
        if "\n" in part:
            lines.append(f"{key}:\n{indent(dedent(part).strip(chr(10)), '  ')}")
        else:
            lines.append(f"{key}: {part}")
    return "\n".join(lines) + "\n"


def finder(pieces):
    """Return what finds the pieces of a dictionary of texts."""
    return lambda name: (
        PieceText(dedent(pieces[name]).lstrip(), f"{name}.yaml")
        if name in pieces
        else None
    )


@pytest.fixture
def text():
    """Return the text of a story with some parts replaced."""
    return whole


@pytest.fixture
def story():
    """Parse a story with some parts replaced."""
    return lambda pieces=None, **parts: parse(
        whole(**parts), "story.yaml", story_id="cake", pieces=finder(pieces or {})
    )


@pytest.fixture
def problems():
    """Return what is wrong with a story with some parts replaced, hints included."""

    def find(pieces=None, **parts):
        with pytest.raises(StoryError) as error:
            parse(whole(**parts), "story.yaml", pieces=finder(pieces or {}))
        return [f"{problem}\n{problem.hint}" for problem in error.value.problems]

    return find


@pytest.fixture
def scene(story):
    """Parse the steps of one scene; return the scene."""

    def read(steps, **parts):
        scenes = "hello:\n" + indent(dedent(steps).strip("\n"), "  ")
        return story(scenes=scenes + "\n", **parts).scenes["hello"]

    return read
