"""The game can die at any moment: what was chosen is there when it starts again."""

import pytest

from game.files import Library
from tests.kills.harness import STRACE, Folder, calls_of_a_save, kill

STORY = Library().stories()[0].id


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path, STORY)


def test_a_play_is_taken_up_where_it_was_killed(folder):
    """Four kills at any moment; each start looks at what the one before left."""
    for seed in range(4):
        assert not kill(folder, seed, saving=False).wrong


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_a_save_is_whole_or_not_there_wherever_the_game_is_killed_in_it(folder):
    """Six kills, each at another system call of a save."""
    folder.calls = calls_of_a_save(folder)
    assert {"openat", "write", "fsync", "rename"} <= set(folder.calls)
    for seed in range(6):
        done = kill(folder, seed, saving=True)
        assert done.in_save, done
        assert not done.wrong, done
