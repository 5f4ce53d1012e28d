"""First frame, memory and idle CPU: the phone beside Ren'Py, in real windows.

All windows open on one Xvfb, one at a time and by turns. A program tells the time of
its first flip and the driver presses keys until a choice waits; everything else is
read from /proc.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import peers
from bench.figures import Figure, Target

SCREEN = "1366x768x24"
STORY = "just-a-new-friend"
IDLE = 10.0
"""Seconds over which the CPU is counted while a choice waits."""

PATIENCE = 60.0
"""Seconds that a program has to open, or to come to a choice."""

FIRST_FRAME = Target(0.6)
RESIDENT = Target(60)
IDLE_CPU = Target(1)

_ROOT = Path(__file__).parent.parent


class NoAnswerError(Exception):
    """A program did not open its window, or did not come to a choice."""


@dataclass(frozen=True, slots=True)
class Screen:
    """An X server without a monitor; ``picture`` is the file that it draws into."""

    display: str
    picture: Path

    def look(self) -> bytes:
        """Return a mark that changes when anything on the screen does."""
        return hashlib.blake2b(self.picture.read_bytes(), digest_size=8).digest()

    def press(self, key: str) -> None:
        """Press and release a key, for the window that has the focus."""
        environment = {**os.environ, "DISPLAY": self.display}
        subprocess.run(
            ["/usr/bin/xdotool", "key", key], env=environment, check=True, timeout=10
        )


@dataclass(frozen=True, slots=True)
class Program:
    """How to start a program, and how to come to its first choice.

    ``first_frame`` is the file into which it writes the time of its first flip.
    ``at_choice`` tells, once all is measured, whether a choice was there to make.
    What it ``keeps`` of a play, if that changes how it opens, is removed before it
    starts.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    first_frame: Path
    to_choice: Callable[[Screen], None]
    at_choice: Callable[[Screen], bool]
    keeps: Path | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One start: seconds to the first frame, MB (10^6 bytes), percent of a core."""

    first_frame: float
    resident: float
    cpu: float


@contextmanager
def screen(scratch: Path, size: str = SCREEN) -> Iterator[Screen]:
    """Start an X server and end it when the block is left."""
    folder = scratch / "screen"
    folder.mkdir(parents=True, exist_ok=True)
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(
        [*command, "-fbdir", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    try:
        number = server.stdout.readline().strip()
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def measure(scratch: Path, rounds: int) -> Iterator[Figure]:
    """Yield the figures of the phone, beside each Ren'Py project.

    Raises:
        MissingError: If Ren'Py is not on this machine.
        NoAnswerError: If a program does not come to a choice.
    """
    with screen(scratch) as place:
        programs = [phone(scratch), *_renpy(scratch, place.display)]
        for program in programs:
            sample(program, place, idle=0)  # the disk is warm from here on
        samples: dict[str, list[Sample]] = {program.name: [] for program in programs}
        for _ in range(rounds):
            for program in programs:
                samples[program.name].append(sample(program, place, idle=IDLE))
    mine = samples.pop(programs[0].name)
    for peer, theirs in samples.items():
        yield from _figures(mine, peer, theirs)


def sample(program: Program, place: Screen, *, idle: float) -> Sample:
    """Start a program, bring it to a choice, measure it and end it."""
    program.first_frame.unlink(missing_ok=True)
    if program.keeps is not None:
        shutil.rmtree(program.keeps, ignore_errors=True)
    environment = {**program.environment, "DISPLAY": place.display}
    log = program.first_frame.with_suffix(".log")
    with log.open("wb") as words:
        start = time.monotonic_ns()
        process = subprocess.Popen(
            program.command, cwd=_ROOT, env=environment, stdout=words, stderr=words
        )
        try:
            flipped = _told_by(process, program.first_frame)
            program.to_choice(place)
            before = _cpu_seconds(process.pid)
            time.sleep(idle)
            used = _cpu_seconds(process.pid) - before
            resident = _resident(process.pid)
            waited = program.at_choice(place)
        except (OSError, NoAnswerError) as error:
            raise NoAnswerError(f"{program.name}: {error}; see {log}") from error
        finally:
            process.kill()
            process.wait(10)
    if not waited:
        raise NoAnswerError(f"{program.name}: no choice was waiting; see {log}")
    return Sample((flipped - start) / 1e9, resident, 100 * used / idle if idle else 0)


def phone(scratch: Path) -> Program:
    """Return our own program; what it would save goes to *scratch*."""
    told = scratch / "phone.first"
    home = scratch / "home"
    environment = {
        **peers.environment(scratch),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "WHOS_TYPING_FIRST_FRAME": str(told),
    }
    command = (sys.executable, "-m", "game", "play", STORY)
    return Program(
        "Who's Typing?", command, environment, told, _take_phone, _answers, home
    )


def _renpy(scratch: Path, display: str) -> Iterator[Program]:
    for name, project in peers.renpy_projects(scratch, display).items():
        told = scratch / f"{project.name}.first"
        chosen = scratch / f"{project.name}.choice"
        environment = {
            **peers.renpy_environment(scratch),
            "BENCH_FIRST_FRAME": str(told),
            "BENCH_CHOICE": str(chosen),
        }
        command = (peers.RENPY, str(project))
        way = _UntilTold(chosen)
        yield Program(name, command, environment, told, way, way.told)


@dataclass(frozen=True, slots=True)
class _UntilTold:
    """Start a Ren'Py game and go on until it says that the choice is there."""

    chosen: Path

    def __call__(self, place: Screen) -> None:
        self.chosen.unlink(missing_ok=True)
        time.sleep(1.5)  # the main menu fades in and takes no keys before
        place.press("Down")  # to Start, where there is a menu
        time.sleep(0.5)
        deadline = time.monotonic() + PATIENCE
        while not self.chosen.exists():
            if time.monotonic() > deadline:
                raise NoAnswerError("no choice")
            place.press("Return")
            time.sleep(0.5)
        time.sleep(2)

    def told(self, _: Screen) -> bool:
        return self.chosen.exists()


def _take_phone(place: Screen) -> None:
    """Take the phone, then press Space until that changes nothing.

    In the chat, Space shows what comes next; at a choice it does nothing, and
    nothing moves. A screen that stays the same over some presses is a choice.
    """
    deadline = time.monotonic() + PATIENCE
    for key in ("Tab", "Return"):  # the main button comes first
        place.press(key)
        time.sleep(0.3)
    same, seen = 0, b""
    while same < 6:  # noqa: PLR2004 - three seconds, longer than any line takes
        if time.monotonic() > deadline:
            raise NoAnswerError("the screen does not come to rest")
        place.press("space")
        time.sleep(0.5)
        now = place.look()
        same, seen = (same + 1 if now == seen else 0), now
    time.sleep(2)


def _answers(place: Screen) -> bool:
    """Press 1; at a choice, and only there, that answers something."""
    before = place.look()
    place.press("1")
    time.sleep(1)
    return place.look() != before


def _told_by(process: subprocess.Popen[bytes], told: Path) -> int:
    """Wait for the number that a program writes into *told*."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if told.exists() and (text := told.read_text(encoding="ascii")):
            return int(text)
        if process.poll() is not None:
            raise NoAnswerError(f"it stopped with code {process.returncode}")
        time.sleep(0.05)
    raise NoAnswerError("no first frame")


def _cpu_seconds(pid: int) -> float:
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    fields = stat.rpartition(")")[2].split()
    user, system = int(fields[11]), int(fields[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1e6


def _figures(mine: list[Sample], peer: str, theirs: list[Sample]) -> Iterator[Figure]:
    for name, unit, field, target in (
        ("process start to first frame", "s", "first_frame", FIRST_FRAME),
        ("resident memory at a choice", "MB", "resident", RESIDENT),
        ("CPU of a core while a choice waits", "%", "cpu", IDLE_CPU),
    ):
        yield Figure(
            name,
            unit,
            tuple(getattr(one, field) for one in mine),
            peer,
            tuple(getattr(one, field) for one in theirs),
            target,
        )
