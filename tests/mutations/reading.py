"""What the game makes of a story, spoilt or not: the one place that asks it."""

from dataclasses import replace
from functools import cache

from game.check.check import check
from game.cli.surroundings import surroundings
from game.files import Library
from game.source import StoryError
from game.story.parse import parse
from game.story.pieces import PieceText

LIBRARY = Library()
PIECES = "_shared/"


@cache
def around():
    return surroundings(LIBRARY)


@cache
def piece(name):
    path = LIBRARY.scenarios / "_shared" / f"{name}.yaml"
    return PieceText(path.read_text(encoding="utf-8"), f"{PIECES}{name}.yaml")


def texts(text):
    """Return the files of a story by the names that marks give them."""
    shared = (LIBRARY.scenarios / "_shared").glob("*.yaml")
    pieces = [piece(path.stem) for path in shared]
    return {"story.yaml": text} | {one.file: one.text for one in pieces}


def read(text):
    return parse(text, "story.yaml", pieces=piece)


def original(source):
    return read(source.text)


def spoilt(mutant):
    """Return the spoilt story; None if it cannot be read any more."""
    try:
        return read(mutant.text)
    except StoryError:
        return None


def problems(text):
    """Return all that parser and checker have to say."""
    try:
        story = read(text)
    except StoryError as error:
        return error.problems
    return check(story, replace(around(), texts=texts(text))).problems
