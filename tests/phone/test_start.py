"""Starting and ending the program, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
OPEN = """
from game.files import Library
from game.phone.app import NoScreenError, run
import pathlib, sys
try:
    run(Library(settings_dir=pathlib.Path(sys.argv[1])))
except NoScreenError as error:
    print(error)
"""


def start(tmp_path, **more):
    wanted = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", **more}
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    env = {key: value for key, value in os.environ.items() if key not in hidden}
    env |= {key: value for key, value in wanted.items() if value is not None}
    env["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    return subprocess.Popen(
        [sys.executable, "-c", OPEN, str(tmp_path)],
        cwd=PROJECT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="others always have a screen")
def test_without_a_screen_it_says_so(tmp_path):
    """SDL would take a driver that shows nothing, and the child would wait."""
    process = start(tmp_path, SDL_VIDEODRIVER=None)

    out, err = process.communicate(timeout=20)

    assert out.strip() == "There is no screen to open a window on."
    assert err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_it_shows_a_page_and_ends_when_asked_to(tmp_path):
    """The first frame is noted for the benchmark, and SIGTERM ends the program."""
    note = tmp_path / "first"
    process = start(tmp_path, WHOS_TYPING_FIRST_FRAME=str(note))
    for _ in range(400):
        if note.exists() and note.read_text():
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)

    assert process.communicate(timeout=20) == ("", "")
    assert process.returncode == 0
    assert int(note.read_text()) <= time.monotonic_ns()
