"""A story is played with what a screen reader can do, through the real AT-SPI."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PYTHON = "/usr/bin/python3"
"""The bindings of AT-SPI come with the system's Python."""
STORY = "Just a new friend"


def missing():
    """Return what the test needs and the machine has not, as one sentence."""
    if sys.platform != "linux":
        return "AT-SPI is there only on Linux"
    wanted = ("Xvfb", "xvfb-run", "dbus-run-session")
    lacking = [program for program in wanted if not shutil.which(program)]
    if lacking:
        return f"not installed: {', '.join(lacking)}"
    if not list(Path("/usr").glob("lib*/**/at-spi-bus-launcher")):
        return "not installed: at-spi2-core"
    asked = "import gi; gi.require_version('Atspi', '2.0'); import gi.repository.Atspi"
    if subprocess.run(
        [PYTHON, "-c", asked], capture_output=True, check=False
    ).returncode:
        return "not installed: python3-gi and gir1.2-atspi-2.0"
    try:
        import accesskit  # noqa: F401, PLC0415 (only where it has a wheel)
    except ImportError:
        return "not installed: accesskit"
    return ""


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """What the screen reader met; the play is made once for all tests here."""
    lacking = missing()
    if lacking:
        pytest.skip(f"not run, {lacking}")
    home, runtime = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("run")
    kept = home / ".local" / "share" / "whos-typing"
    kept.mkdir(parents=True)
    (kept / "settings.json").write_text('{"pace": "at-once", "motion": false}')
    runtime.chmod(0o700)
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "XDG_"))}
    env = {
        **clean,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(ROOT),
        "SDL_AUDIODRIVER": "dummy",
    }
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]
    client = [PYTHON, str(HERE / "at_client.py"), sys.executable, STORY]
    # Into files: the registry of AT-SPI lives on, and would hold a pipe open.
    heard, wrong = home / "heard.json", home / "wrong.txt"
    with heard.open("w") as out, wrong.open("w") as err:
        subprocess.run(
            [*screen, *client],
            env=env,
            cwd=ROOT,
            stdout=out,
            stderr=err,
            timeout=280,
            check=False,
        )
    text = heard.read_text(encoding="utf-8")
    assert "{" in text, wrong.read_text(encoding="utf-8")[-2000:]
    # The registry may have written before.
    return json.loads(text[text.index("{") : text.rindex("}") + 1])


def test_a_story_is_played_from_the_lock_screen_to_help(played):
    assert played["pages"][:4] == [
        "Who's Typing?",
        STORY,
        "Nina's phone",
        "Nina's phone: Robin",
    ]
    assert sum(name.startswith("Answer: ") for name in played["answered"]) >= 5
    assert played["answered"][-1] == "See how it went"
    assert played["closing"][0] == "How it went for Nina"
    assert "Put the phone down" in played["pages"]
    assert "Childline" in played["help"]


def test_what_comes_is_said_in_order(played):
    said = " ".join(played["announced"])
    first, then = "Robin: hi. i like your castle.", "Robin: is the bridge meant to"

    assert 0 <= said.index(first) < said.index(then)
    assert said.count(first) == 1
    assert "3 answers" in said
    assert "Why: " in said


def test_the_focus_goes_where_it_is_asked_to(played):
    assert any(name.startswith(STORY) for name in played["focused"])
    assert "Who can help" in played["focused"]


def test_every_name_reads_like_a_sentence(played):
    """Each starts with a capital, a figure or what somebody writes, and has words."""
    for met in played["names"]:
        role, _, name = met.partition(": ")
        assert name == " ".join(name.split()), met
        assert role != "unknown", met
        assert not name.endswith((":", ",", "·")), met
        assert "_" not in name or "jay_" in name, met


def test_after_the_quick_exit_nothing_of_the_story_is_left(played):
    assert played["quick exit"][0] == "Drawing"
    assert "New sheet" in played["quick exit"]
    for name in played["quick exit"]:
        assert not any(word in name for word in ("Nina", "Robin", "Typing", "help"))
