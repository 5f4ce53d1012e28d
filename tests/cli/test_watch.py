"""``check --watch``: with real files, and a clock of the test's own."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.cli.watch import PATIENCE, PAUSE, SETTLE, after_each_change, watched
from game.files import ROOT, Library

TUTORIAL = (ROOT / "docs/tutorial/your-first-story.md").read_text(encoding="utf-8")
FIRST = re.findall(r"```yaml\n(.*?)```", TUTORIAL, re.DOTALL)[0]


class EnoughError(Exception):
    """The author has had enough."""


class Clock:
    """Does, at each sleep, the next thing of a list; then the author leaves."""

    def __init__(self, *doings, work=0.0):
        self.doings = list(doings)
        self.slept = []
        self.now = 0.0
        self.work = work

    def sleep(self, seconds):
        self.slept.append(seconds)
        if not self.doings:
            raise EnoughError
        doing = self.doings.pop(0)
        if doing is not None:
            doing()

    def spent(self):
        self.now += self.work
        return self.now


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "mine" / "scarf" / "story.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(FIRST, encoding="utf-8")
    return path


@pytest.fixture
def watch(story, tmp_path):
    """Watch while things happen; return how the file was at each check."""

    def watch(*doings, **kwargs):
        clock = Clock(*doings, **kwargs)
        seen = []

        def run():
            seen.append(story.read_text(encoding="utf-8") if story.exists() else None)

        with pytest.raises(EnoughError):
            after_each_change(
                lambda: watched([tmp_path / "mine"], Library()),
                run,
                sleep=clock.sleep,
                spent=clock.spent,
            )
        return seen, clock.slept

    return watch


def write(path, text):
    def write():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return write


def test_it_checks_once_and_then_waits(watch):
    seen, slept = watch(None, None, None)

    assert seen == [FIRST]
    assert slept == [PAUSE] * 4


def test_a_change_is_checked_once_it_holds_still(story, watch):
    seen, slept = watch(write(story, "title: "), write(story, "title: The sc"), None)

    assert seen == [FIRST, "title: The sc"]
    assert slept == [PAUSE, SETTLE, SETTLE, PAUSE]


def test_a_file_that_never_holds_still_is_checked_all_the_same(story, watch):
    growing = [write(story, "#" * length) for length in range(1, PATIENCE + 2)]

    assert watch(*growing)[0] == [FIRST, "#" * (PATIENCE + 1)]


def test_a_file_may_go_and_come_back(story, watch):
    seen, _ = watch(
        story.unlink, None, write(story, "a"), None, lambda: gone(story), None
    )

    assert seen == [FIRST, None, "a", None]


def gone(story):
    shutil.rmtree(story.parents[1])


def test_a_new_story_and_a_shared_piece_are_noticed(story, watch):
    other = story.parents[1] / "other" / "story.yaml"
    piece = story.parents[1] / "_shared" / "listening.yaml"

    assert len(watch(write(other, "a"), None, write(piece, "b"), None)[0]) == 3


def test_what_no_check_reads_is_not_noticed(story, watch):
    assert watch(write(story.parent / "notes.txt", "a"), None)[0] == [FIRST]


def test_looking_takes_less_than_a_hundredth_of_a_processor(watch):
    """The longer a look takes, the longer is the pause."""
    _, slept = watch(None, None, work=0.03)

    assert all(0.03 / (0.03 + pause) < 0.01 for pause in slept)


def test_all_that_a_check_reads_of_ours_is_watched():
    """Stories, pieces, pictures and who helps."""
    library = Library()
    names = {path.name for path, _, _ in watched([], library)}

    assert {"telling.yaml", "uk.yaml", "icon.svg", "story.yaml"} <= names
    assert watched([Path("the-threat")], library) < watched([], library)


def test_a_path_where_nothing_is_is_wrong_usage(capsys):
    assert main(["check", "--watch", "nowhere"]) == 2
    assert "there is no file or folder 'nowhere'" in capsys.readouterr().err


def test_it_is_for_people(capsys):
    assert main(["check", "--watch", "--output", "json"]) == 2
    assert "leave --output away" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_ctrl_c_ends_it_well_and_nothing_is_cleared_in_a_pipe(story):
    process = subprocess.Popen(
        [sys.executable, "-m", "game", "check", "--watch", str(story)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    lines = read_result(process)
    story.unlink()
    again = read_result(process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)

    assert re.fullmatch(r"\d\d:\d\d:\d\d\n", lines[0])
    assert any("[unknown-scene]" in line for line in lines)
    assert re.fullmatch(r"\d\d:\d\d:\d\d\n", again[0])
    assert (process.returncode, out) == (0, "")
    assert err == f"whos-typing: there is no file or folder {str(story)!r}\n"


def read_result(process):
    """Read up to the empty line after a result; problems have one each, too."""
    lines = []
    while not (lines and lines[-1] == "\n" and done(lines)):
        line = process.stdout.readline()
        assert line, process.stderr.read()
        lines.append(line)
    return lines


def done(lines):
    return len(lines) == 2 or any("problems" in line for line in lines)
