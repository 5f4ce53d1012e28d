"""Gets the programs that the game is measured beside: node packages, and Ren'Py.

Everything made here lies in a scratch folder, outside the work tree.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from bench.machine import said

NODE_PACKAGES = ("inkjs", "yarn-bound")
RENPY = "/usr/games/renpy"
_RENPY_SHARE = Path("/usr/share/games/renpy")


class MissingError(Exception):
    """A program to measure beside is not on this machine."""


def node_packages(scratch: Path) -> Path:
    """Install the node packages unless they are there; return their folder."""
    if shutil.which("npm") is None:
        raise MissingError("node and npm are needed: apt-get install nodejs npm")
    folder = scratch / "node"
    if all((folder / "node_modules" / name).is_dir() for name in NODE_PACKAGES):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", *NODE_PACKAGES]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder


def node_versions(folder: Path) -> dict[str, str]:
    """Return the version of node and of each package."""
    versions = {"node": said("node", "--version")}
    for name in NODE_PACKAGES:
        about = folder / "node_modules" / name / "package.json"
        versions[name] = json.loads(about.read_text(encoding="utf-8"))["version"]
    return versions


# Ren'Py 8.0.3 stops at its first screen under Python 3.11 (renpy/renpy#5461): it
# builds pieces of syntax that end before they begin, which newer Pythons refuse.
# This mends them as they are made. An empty `requests` lets the launcher start,
# which would need the real one only to download.
_MENDED = """\
import ast

_fill = ast.fix_missing_locations


def _fix_missing_locations(tree):
    _fill(tree)
    for node in ast.walk(tree):
        if getattr(node, "end_lineno", None) and node.end_lineno < node.lineno:
            node.end_lineno = node.lineno
            node.end_col_offset = max(node.end_col_offset, node.col_offset)
    return tree


ast.fix_missing_locations = _fix_missing_locations
"""

# Both projects tell when they flip for the first time, and when the choice is there.
_SCRIPT = """\
init python:
    import os, time, pygame_sdl2

    def bench_tell(name):
        with open(os.environ[name], "w") as file:
            file.write(str(time.monotonic_ns()))

    _flip = pygame_sdl2.display.flip

    def _first_flip(*args, **kwargs):
        _flip(*args, **kwargs)
        bench_tell("BENCH_FIRST_FRAME")
        pygame_sdl2.display.flip = _flip

    pygame_sdl2.display.flip = _first_flip

label start:
    "Can you keep a secret from your mum?"
    $ bench_tell("BENCH_CHOICE")
    menu:
        "What does Kit answer?"
        "I don't keep secrets like that.":
            jump start
        "ok...":
            jump start
        "Why do you ask?":
            jump start
"""

_NO_MAIN_MENU = """\
label main_menu:
    return
"""


def environment(scratch: Path) -> dict[str, str]:
    """Return the environment of all windows: no sound, and byte code kept.

    Byte code is kept in *scratch*, as it is beside the modules where people play;
    some machines for tests keep none.
    """
    shared = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    kept = {"PYTHONPYCACHEPREFIX": str(scratch / "bytecode")}
    return {**shared, **kept, "SDL_AUDIODRIVER": "dummy"}


def renpy_environment(scratch: Path) -> dict[str, str]:
    """Return the environment in which Ren'Py starts, its saves in *scratch*."""
    return {
        **environment(scratch),
        "PYTHONPATH": str(scratch / "mended"),
        "RENPY_PATH_TO_SAVES": str(scratch / "saves"),
    }


def mend_renpy(scratch: Path) -> None:
    """Write what lets Ren'Py start under this Python; its environment names it."""
    mended = scratch / "mended"
    mended.mkdir(parents=True, exist_ok=True)
    (mended / "sitecustomize.py").write_text(_MENDED, encoding="utf-8")
    (mended / "requests.py").write_text("", encoding="utf-8")


def renpy_projects(scratch: Path, display: str) -> dict[str, Path]:
    """Make the smallest project, and one with the screens a new project gets.

    The second is made by Ren'Py's own launcher, as it makes every new project.
    """
    if not Path(RENPY).exists():
        raise MissingError("Ren'Py is needed: apt-get install renpy")
    mend_renpy(scratch)
    small = scratch / "renpy-smallest"
    (small / "game").mkdir(parents=True, exist_ok=True)
    script = small / "game" / "script.rpy"
    script.write_text(_SCRIPT + "\n" + _NO_MAIN_MENU, encoding="utf-8")
    return {
        "Ren'Py, smallest project": small,
        "Ren'Py, usual screens": _usual(scratch, display),
    }


def _usual(scratch: Path, display: str) -> Path:
    usual = scratch / "renpy-usual"
    if not (usual / "game" / "gui").is_dir():
        launcher = scratch / "renpy-launcher"
        template = _RENPY_SHARE / "gui"
        shutil.copytree(_RENPY_SHARE / "launcher", launcher, dirs_exist_ok=True)
        shutil.copytree(template, usual, dirs_exist_ok=True)
        command = [RENPY, str(launcher), "generate_gui", str(usual), "--start"]
        command += ["--template", str(template), "--width", "1280", "--height", "720"]
        shown_on = {**renpy_environment(scratch), "DISPLAY": display}
        subprocess.run(command, env=shown_on, check=True, timeout=120)
    (usual / "game" / "script.rpy").write_text(_SCRIPT, encoding="utf-8")
    return usual
