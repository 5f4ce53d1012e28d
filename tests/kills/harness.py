"""Plays that are killed: what is left on the disk afterwards, and what of it is wrong.

One folder is played in again and again, as on a machine whose power fails.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from game.phone import settings as keeping
from game.phone.pace import Pace
from game.phone.settings import Settings

ROOT = Path(__file__).parents[2]
STRACE = shutil.which("strace")
PATIENCE = 60
"""Seconds that anything may take."""
CALL = re.compile(r"^(\w+)\(")


@dataclass(frozen=True)
class Kill:
    """One kill: when it fell, and what was found wrong after it.

    ``in_save`` is whether a save had begun and was not done.
    """

    seed: int
    moment: str
    in_save: bool
    wrong: tuple[str, ...]


@dataclass
class Folder:
    """Where one story is played, and what may lie there; changes with every kill.

    ``may`` is for each kind of file what it may hold: what was saved last, and what
    was about to be. None stands for no file.
    """

    path: Path
    story: str
    may: dict[str, list] = field(default_factory=lambda: {"play": [None]})
    calls: tuple[str, ...] = ()

    def __post_init__(self):
        home = Settings(shared=False, motion=False, pace=Pace.AT_ONCE)
        assert keeping.save(self.kept, home)
        self.may["settings"] = [self.read("settings")]

    @property
    def kept(self):
        return self.path / "kept"

    @property
    def told(self):
        return self.path / "told"

    def left(self):
        """Return the names of files that are not one of those that are kept."""
        known = {"settings.json", f"{self.story}.json"}
        found = [path.name for path in self.kept.rglob("*") if path.is_file()]
        return sorted(set(found) - known)

    def read(self, what):
        """Return what is kept of a kind; None where there is no file.

        Raises:
            ValueError: If it is broken.
        """
        files = {"play": f"plays/{self.story}.json", "settings": "settings.json"}
        file = self.kept / files[what]
        return json.loads(file.read_text("utf-8")) if file.exists() else None


def kill(folder, seed, *, saving):
    """Start the game, kill it, and look at what it left.

    Args:
        folder: Where it plays; learns what may lie there from now on.
        seed: Of what is played and of the moment.
        saving: Whether it dies at a system call of a save, before that is made; else
            it dies at any moment after its start.
    """
    chance = random.Random(seed)  # noqa: S311 (not for secrets)
    folder.told.unlink(missing_ok=True)
    child = _start(folder, seed, chance.randint(1, 6) if saving else 0)
    try:
        if saving:
            moment = _kill_in_save(folder, child, chance)
        else:
            _until(lambda: _words(folder))
            wait = chance.uniform(0, 1.5)
            time.sleep(wait)
            moment = f"{wait:.2f} s after its start"
    finally:
        child.kill()
        child.wait(PATIENCE)
    return Kill(seed, moment, _in_save(folder), tuple(_wrong(folder)))


def calls_of_a_save(folder):
    """Return the names of the system calls of one save, in order; kills the game.

    From the first that makes something, to the last that clears away.
    """
    folder.told.unlink(missing_ok=True)
    child = _start(folder, 0, 3)
    try:
        _until(lambda: _state(child.pid) == "T", child)
        out = folder.path / "calls"
        tracer = _trace(child, out, "trace=all")
        _until(lambda: _words(folder)[-1][0] == "done")
    finally:
        child.kill()
        child.wait(PATIENCE)
    tracer.wait(PATIENCE)
    wrong = tuple(_wrong(folder))
    assert not wrong, wrong
    names = []
    for line in out.read_text("utf-8").splitlines():
        if '"[\\"done\\"' in line:
            return tuple(names[names.index("mkdir") :])
        if found := CALL.match(line):
            names.append(found[1])
    raise AssertionError("no save was seen")


def _start(folder, seed, stop_at):
    environment = {
        **os.environ,
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "XDG_CACHE_HOME": str(folder.path / "cache"),
    }
    command = [sys.executable, "-m", "tests.kills.child", folder.kept, folder.told]
    with (folder.path / "errors").open("wb") as errors:
        return subprocess.Popen(
            [*map(str, command), folder.story, str(seed), str(stop_at)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )


def _kill_in_save(folder, child, chance):
    """Wait until the game stops itself before a save; kill it at one of its calls."""
    if not folder.calls:
        raise ValueError("the calls of a save have to be known first")
    _until(lambda: _state(child.pid) == "T", child)
    what = _words(folder)[-1][1]
    at = chance.randrange(len(folder.calls))
    name = folder.calls[at]
    number = folder.calls[: at + 1].count(name)
    asked = f"inject={name}:signal=KILL:when={number}"
    _trace(child, folder.path / "calls", asked).wait(PATIENCE)
    return f"at {name} {number} of saving the {what}"


def _trace(child, out, what):
    """Follow the system calls of the stopped game from here on, and wake it up."""
    tracer = subprocess.Popen(
        [STRACE, "-p", str(child.pid), "-o", str(out), "-e", what],
        stderr=subprocess.PIPE,
        text=True,
    )
    with tracer.stderr as words:
        said = words.readline()
    assert "attached" in said, said
    child.send_signal(signal.SIGCONT)
    return tracer


def _in_save(folder):
    words = _words(folder)
    return bool(words) and words[-1][0] == "begun"


def _wrong(folder):
    """Yield what is wrong now, and learn what may lie in the folder."""
    yield from _said(folder)
    for what, possible in folder.may.items():
        try:
            found = folder.read(what)
        except ValueError as error:
            yield f"the file of the {what} is broken: {error}"
            continue
        if found not in possible:
            yield f"the file of the {what} is none of the {len(possible)} it may be"
        folder.may[what] = [found]
    if len(folder.left()) > len(folder.may):
        yield f"what was begun piles up: {folder.left()}"
    if errors := (folder.path / "errors").read_text("utf-8"):
        yield errors


def _said(folder):
    """Go through what the game said; yield what it took up that was never saved."""
    for word, what, value in _words(folder):
        match word:
            case "begun":
                folder.may[what] = [*folder.may[what], value]
            case "done":
                folder.may[what] = [value]
            case "resumed":
                if value not in folder.may[what]:
                    yield f"the {what} that was taken up is none that was saved"
                folder.may[what] = [value]
            case _:
                yield f"the play was taken up with a change: {what}"


def _words(folder):
    """Return what the game said so far; a line that it died in is none."""
    if not folder.told.exists():
        return []
    lines = folder.told.read_text("utf-8").split("\n")
    return [json.loads(line) for line in lines[:-1]]


def _state(pid):
    stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    return stat.rpartition(")")[2].split()[0]


def _until(holds, child=None):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "the game did nothing for a minute"
        assert child is None or child.poll() is None, "the game ended by itself"
        time.sleep(0.01)
