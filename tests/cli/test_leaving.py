"""Who leaves the terminal with q or Ctrl-C leaves nothing there to be read."""

import os
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="this system has no terminals of that kind")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("key", [b"q\n", b"\x03"], ids=["q", "Ctrl-C"])
def test_the_screen_is_cleared_with_all_that_was_scrolled_off_it(tmp_path, key):
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.environ["HOME"] = str(tmp_path)
        command = [sys.executable, "-m", "game", "play", "--terminal"]
        os.execv(sys.executable, [*command, "just-a-new-friend"])  # noqa: S606 (our own)
    shown = b""
    try:
        while b"Press Enter" not in shown:
            shown += os.read(terminal, 4096)
        os.write(terminal, key)
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:
        # Linux says that the other side is gone by an error.
        pass
    os.waitpid(child, 0)

    assert shown.endswith(b"\x1b[2J\x1b[3J\x1b[H"), shown[-200:]
