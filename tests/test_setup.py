"""Setting up: what run.py promises, and that the code is as its tools want it.

Each test has a small clone of its own, whose environment is made by hand: nothing
here needs a network, and only one test waits for pip to be put in place.
"""

import ast
import contextlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

TOLD_TO_GO_ONLINE = "see that this computer is online, then start the game again"

# Says how it was started, then leaves with a code of its own.
ECHO = """
import json, os, sys
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd()}))
sys.exit(7)
"""

# What no Python before 3 can read, apart from keyword-only parameters.
TOO_NEW = (
    ast.AnnAssign,
    ast.AsyncFunctionDef,
    ast.JoinedStr,
    ast.Match,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.Starred,
    ast.YieldFrom,
)


class Clone:
    """A clone of the game in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.place = folder / ".venv"
        self.cache = folder.parent / "cache"
        folder.mkdir()
        for name in ("run.py", "pyproject.toml"):
            shutil.copy(ROOT / name, folder)
        spec = importlib.util.spec_from_file_location("run", folder / "run.py")
        self.run = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.run)

    def make_ready(self, place, purpose="play"):
        """Make an environment without pip, in which game and pytest are echoes."""
        venv.create(place, symlinks=os.name != "nt")
        (packages,) = (path for path in place.rglob("site-packages") if path.is_dir())
        for name in ("game", "pytest"):
            (packages / f"{name}.py").write_text(ECHO, encoding="utf-8")
        self.run.write_stamp(str(place), purpose)

    def begin(self, *arguments, folder=None):
        """Start run.py as a player does who is not online."""
        changed = {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_FIND_LINKS": "",
            "PIP_NO_INDEX": "1",
            "XDG_CACHE_HOME": str(self.cache),
        }
        return subprocess.Popen(
            [sys.executable, str(self.folder / "run.py"), *arguments],
            cwd=folder or self.folder,
            env=os.environ | changed,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(self, *arguments, folder=None):
        """Start run.py and return its exit code, its output and its complaints."""
        with self.begin(*arguments, folder=folder) as process:
            out, err = process.communicate()
        return process.returncode, out, err


@pytest.fixture
def clone(tmp_path):
    """A clone in which nothing has been set up."""
    return Clone(tmp_path / "clone")


@pytest.fixture
def ready(clone):
    """A clone in which all that playing needs has been set up."""
    clone.make_ready(clone.place)
    return clone


@contextlib.contextmanager
def locked(clone):
    """Hold the lock that another start of the game holds while it sets up."""
    with Path(f"{clone.place}.lock").open("a", encoding="utf-8") as lock:
        clone.run.wait_for(lock)
        yield


@contextlib.contextmanager
def ctrl_c_counts():
    """Let what is started here hear Ctrl-C, also where the tests run behind nohup."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    "tool",
    [
        pytest.param(["ruff", "check", "--quiet"], id="ruff"),
        pytest.param(["ruff", "format", "--check", "--quiet"], id="ruff-format"),
        pytest.param(["mypy"], id="mypy"),
    ],
)
def test_the_tools_find_nothing(tool):
    """The code follows its rules and its layout, and its types hold."""
    done = subprocess.run(
        [sys.executable, "-m", *tool],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ([], ["play"]),
        (["play", "the-threat", "--terminal"], ["play", "the-threat", "--terminal"]),
        (["check", "scenarios"], ["check", "scenarios"]),
        (["--help"], ["--help"]),
    ],
)
def test_the_game_gets_the_arguments(ready, given, passed):
    """Arguments go to the game, which plays if there are none."""
    code, out, err = ready.start(*given)

    assert json.loads(out)["arguments"] == passed
    assert (code, err) == (7, "")


def test_a_game_in_the_current_folder_is_not_ours(ready, tmp_path):
    """The game may be started from any folder, even one with a game.py in it."""
    (tmp_path / "game.py").write_text("raise SystemExit(99)", encoding="utf-8")

    code, out, _ = ready.start("list", folder=tmp_path)

    assert json.loads(out) == {"arguments": ["list"], "folder": str(tmp_path)}
    assert code == 7


@pytest.mark.parametrize(
    ("given", "passed"),
    [([], ["-n", "auto"]), (["tests/test_it.py", "-x"], ["tests/test_it.py", "-x"])],
)
def test_test_runs_the_tests(clone, tmp_path, given, passed):
    """The word test runs pytest in the clone and passes on its exit code."""
    clone.make_ready(clone.place, "test")

    code, out, _ = clone.start("test", *given, folder=tmp_path)

    assert json.loads(out) == {"arguments": passed, "folder": str(clone.folder)}
    assert code == 7


def test_what_is_ready_for_tests_is_ready_to_play(clone):
    clone.make_ready(clone.place, "test")

    assert clone.run.is_ready(str(clone.place), "play")


def test_what_is_ready_to_play_is_not_ready_for_tests(ready):
    assert not ready.run.is_ready(str(ready.place), "test")


def change_project(clone):
    with (clone.folder / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# changed\n")


def change_python(clone):
    stamp = clone.place / "whos-typing.stamp"
    text = stamp.read_text(encoding="utf-8")
    stamp.write_text(text.replace(sys.version[:4], "3.99"), encoding="utf-8")


def lose_python(clone):
    Path(clone.run.python_of(str(clone.place))).unlink()


def lose_stamp(clone):
    (clone.place / "whos-typing.stamp").unlink()


def cut_stamp(clone):
    (clone.place / "whos-typing.stamp").write_text("", encoding="utf-8")


@pytest.mark.parametrize(
    "spoil", [change_project, change_python, lose_python, lose_stamp, cut_stamp]
)
def test_a_change_asks_for_setting_up_again(ready, spoil):
    """Nothing is played in an environment that is not as it should be."""
    assert ready.run.is_ready(str(ready.place), "play")

    spoil(ready)

    assert not ready.run.is_ready(str(ready.place), "play")


def test_what_was_set_up_half_way_is_thrown_away(ready):
    """An environment without a stamp is made anew; offline, that ends in a sentence."""
    lose_stamp(ready)
    left_over = ready.place / "left-over"
    left_over.touch()

    code, out, err = ready.start()

    assert not left_over.exists()
    assert (code, out) == (1, "")
    begun, sentence = err.splitlines()
    assert begun == "Setting up, this happens once..."
    assert TOLD_TO_GO_ONLINE in sentence
    assert not ready.run.is_ready(str(ready.place), "play")


def test_a_failed_change_counts_as_not_set_up(ready):
    """When pip fails, the next start does not trust what pip left behind."""
    code, _, err = ready.start("test")

    assert code == 1
    assert TOLD_TO_GO_ONLINE in err
    assert "Traceback" not in err
    assert not ready.run.is_ready(str(ready.place), "play")


def test_of_two_starts_one_sets_up(clone):
    """A start waits while another sets up, then plays in what the other made."""
    with locked(clone):
        process = clone.begin("list")
        assert process.stderr.readline() == "Setting up, this happens once...\n"
        clone.make_ready(clone.place)
    with process:
        out, err = process.communicate()

    assert json.loads(out)["arguments"] == ["list"]
    assert (process.returncode, err) == (7, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to whole consoles")
def test_ctrl_c_leaves_with_one_line(clone):
    with locked(clone):
        with ctrl_c_counts():
            process = clone.begin()
        with process:
            try:
                process.stderr.readline()
                process.send_signal(signal.SIGINT)
                out, err = process.communicate(timeout=60)
            finally:
                process.kill()

    assert (process.returncode, out, err) == (130, "", "Stopped.\n")


@pytest.mark.skipif(
    os.name == "nt", reason="there, the folder is not in XDG_CACHE_HOME"
)
def test_a_read_only_clone_is_played_from_the_cache(clone, monkeypatch):
    """When no .venv can be made in the clone, one in the user's cache serves."""
    clone.place.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(clone.cache))
    clone.make_ready(Path(clone.run.place_for_user()))

    code, out, _ = clone.start("list")

    assert not clone.run.is_writable(str(clone.place))
    assert json.loads(out)["arguments"] == ["list"]
    assert code == 7


@pytest.mark.skipif(
    os.name == "nt", reason="there, the folder is not in XDG_CACHE_HOME"
)
def test_no_folder_to_write_to_is_told_in_a_sentence(clone):
    clone.place.touch()
    clone.cache.touch()

    code, out, err = clone.start()

    assert (code, out) == (1, "")
    assert err.startswith("There is nowhere to set the game up, ")
    assert err.count("\n") == 1


def test_a_missing_module_names_the_package_to_install(clone, monkeypatch):
    """Debian's bare Python lacks ensurepip."""
    monkeypatch.setitem(sys.modules, "ensurepip", None)

    with pytest.raises(clone.run.SetupError, match=r"apt install python3\.\d+-venv"):
        clone.run.make_environment(str(clone.place))


def test_an_old_python_is_told_which_to_get(clone, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))

    assert clone.run.main([]) == 1
    assert (
        "needs Python 3.11 or newer, and this is Python 3.8" in capsys.readouterr()[1]
    )


def test_an_old_python_can_read_the_file():
    """Python 2.7 reads run.py to its end, or it could not say that it is too old."""
    text = (ROOT / "run.py").read_text(encoding="ascii")
    nodes = list(ast.walk(ast.parse(text)))

    assert [ast.dump(node) for node in nodes if isinstance(node, TOO_NEW)] == []
    for node in nodes:
        if isinstance(node, ast.Raise):
            assert node.cause is None
        if isinstance(node, ast.FunctionDef):
            assert not node.args.kwonlyargs
            assert node.returns is None


def test_a_child_passes_on_its_exit_code(clone):
    """On Windows, run.py waits for the game instead of becoming it."""
    program = """if True:
        import run, sys
        sys.exit(run.run_as_child([sys.executable, "-c", "raise SystemExit(7)"]))
    """

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=clone.folder, check=False
    )

    assert done.returncode == 7
