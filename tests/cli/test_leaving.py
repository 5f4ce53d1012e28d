"""Who leaves the terminal with q or Ctrl-C leaves nothing there to be read."""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="this system has no terminals of that kind")
ROOT = Path(__file__).parents[2]


# As for programs that a script starts in the background, with its tests, too.
IGNORED = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "


def press(started, key):
    """Press a key, each second once until the program has ended."""
    while started.poll() is None:
        with suppress(OSError):
            started.stdin.write(key)
            started.stdin.flush()
        with suppress(subprocess.TimeoutExpired):
            started.wait(1)


@pytest.mark.parametrize(
    ("key", "first"),
    [(b"q\n", ""), (b"\x03", ""), (b"\x03", IGNORED)],
    ids=["q", "Ctrl-C", "Ctrl-C, where programs are to ignore it"],
)
def test_the_screen_is_cleared_with_all_that_was_scrolled_off_it(tmp_path, key, first):
    # The terminal is made by a program of its own: to fork this one, which has
    # threads, might leave the child waiting for ever.
    spawn = f"{first}import pty, sys; pty.spawn(sys.argv[1:])"
    game = [sys.executable, "-m", "game", "play", "--terminal", "just-a-new-friend"]
    started = subprocess.Popen(
        [sys.executable, "-c", spawn, *game],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    late = threading.Timer(60, started.kill)
    late.start()
    shown = b""
    with started:
        while b"Press Enter" not in shown:
            part = started.stdout.read1()
            assert part, shown[-200:]
            shown += part
        # Python hears a Ctrl-C only at the next key if it comes just before it begins
        # to wait for one; people press again, too.
        again = threading.Thread(target=press, args=(started, key))
        again.start()
        shown += started.stdout.read()
        again.join()
    late.cancel()

    assert shown.endswith(b"\x1b[2J\x1b[3J\x1b[H"), shown[-200:]
