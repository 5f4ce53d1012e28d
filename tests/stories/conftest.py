"""The shipped stories, each parsed once."""

import pytest

from game.files import Library, story_files
from game.source import StoryError

LIBRARY = Library()
FILES = story_files(LIBRARY.scenarios)
assert FILES, "no story was found, so nothing would be tested"


def pytest_generate_tests(metafunc):
    """Run a test that takes ``shipped`` for each story, ``chat`` for each play."""
    if "shipped" in metafunc.fixturenames:
        names = [path.parent.name for path in FILES]
        metafunc.parametrize("shipped", names, indirect=True)
    if "chat" in metafunc.fixturenames:
        chats = [chat for path in FILES for chat in plays_of(path.parent.name)]
        names = [f"{chat.parent.parent.name}/{chat.stem}" for chat in chats]
        metafunc.parametrize("chat", chats, ids=names)


def plays_of(name):
    """Return the play-throughs of a story; a story has at least one."""
    return sorted((LIBRARY.scenarios / name / "plays").glob("*.chat"))


_PARSED = {}


@pytest.fixture
def shipped(request):
    """A shipped story."""
    return load(request.param)


def load(name):
    """Parse a shipped story, once."""
    if name not in _PARSED:
        try:
            _PARSED[name] = LIBRARY.load(name)
        except StoryError as error:
            raise AssertionError(str(error)) from error
    return _PARSED[name]
