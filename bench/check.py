"""Checking: parse, check and walk beside inkjs, Ren'Py's lint and RandomTest.

Each program reads the same generated stories, each time in a process of its own, by
turns. What they find is not the same: ours visits states, inkjs compiles, Ren'Py
lints, and RandomTest plays at random.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import peers
from bench.figures import Figure, Target
from bench.languages import choicescript, ink, ours, renpy
from bench.stories import tale

SIZES = (1_000, 10_000, 50_000)
SEED = 20
ROUNDS = {1_000: 5, 10_000: 3, 50_000: 3}
"""How often each program reads a story."""
LINTS = {1_000: 2, 10_000: 2, 50_000: 1}
"""How often Ren'Py lints one, without and with its cache."""
GROWTH = 3
"""How often the two largest are read by turns, to see how time grows."""

A_THIRD = Target(1 / 3, of_ratio=True)
A_TENTH = Target(1 / 10, of_ratio=True)
IN_PROPORTION = Target(1.2, of_ratio=True)
"""What a scene of the largest story may take beside one of a fifth of its size."""
GAMES = 10_000
_DRIVER = Path(__file__).parent / "drivers" / "ink-compile.mjs"
_BIG = "--max-old-space-size=8192"

WALKS = (
    ("facts:7:4", "a walk of about 5,000 states", 0.1, None),
    ("facts:12:34", "a walk of about a million states", 20, 1500),
)
"""Story, name, and what must be reached: seconds, and MiB where it matters."""


def measure(packages: Path, scratch: Path, rounds: int) -> Iterator[Figure]:
    """Yield the figures of checking.

    Args:
        packages: The folder with the node packages.
        scratch: Where stories and Ren'Py's projects may be written.
        rounds: How often small things are measured.
    """
    for size in SIZES:
        yield from _stories(size, packages, scratch)
    yield from _growth(scratch)
    for named, what, seconds, mebibytes in WALKS:
        walks = [_json(_walking(named, 2_000_000)) for _ in range(rounds)]
        states = f"{walks[0]['states']:,.0f} states"
        took = tuple(walk["seconds"] for walk in walks)
        most = tuple(walk["mebibytes"] for walk in walks)
        speed = tuple(walk["states"] / walk["seconds"] for walk in walks)
        yield Figure(what, "s", took, states, took, Target(seconds))
        memory = Target(mebibytes) if mebibytes is not None else None
        yield Figure(what, "MiB", most, states, most, memory)
        yield Figure(f"{what}, states", "/s", speed, states, speed)
    for path in sorted(Path("scenarios").glob("*/story.yaml")):
        walks = [_json(_walking(str(path), 100_000)) for _ in range(rounds)]
        speed = tuple(walk["states"] / walk["seconds"] for walk in walks)
        states = f"{walks[0]['states']:,.0f} states"
        yield Figure(f"walk of {path.parent.name}", "/s", speed, states, speed)
    yield from _all_stories(rounds)
    yield from _random_test(scratch)


def _stories(size: int, packages: Path, scratch: Path) -> Iterator[Figure]:
    made = tale(size, SEED)
    text, other = scratch / f"{size}.yaml", scratch / f"{size}.ink"
    text.write_text(ours(made), encoding="utf-8")
    other.write_text(ink(made), encoding="utf-8")
    mine, theirs = [], []
    for _ in range(ROUNDS[size]):
        mine.append(_json([sys.executable, "-m", "bench.checking", str(text)]))
        theirs.append(_json(["node", _BIG, str(_DRIVER), str(other), str(packages)]))
    seconds = tuple(one["seconds"] for one in theirs)
    name = f"{size:,} scenes"

    def of(key: str) -> tuple[float, ...]:
        return tuple(one[key] for one in mine)

    third = A_THIRD if size == SIZES[1] else None
    tenth = A_TENTH if size == SIZES[2] else None
    memory = tuple(one["mebibytes"] for one in theirs)
    yield Figure(f"parse and check, {name}", "s", of("both"), "inkjs", seconds, third)
    yield Figure(f"parse, {name}", "s", of("parse"), "inkjs", seconds)
    yield Figure(
        f"parse and check, memory, {name}",
        "MiB",
        of("mebibytes"),
        "inkjs",
        memory,
        tenth,
    )
    bare = tuple(one["megabytes"] / one["events"] for one in mine)
    speed = tuple(one["megabytes"] / one["parse"] for one in mine)
    yield Figure(f"parse, {name}", "MB/s", speed, "PyYAML's bare events", bare)
    lints = [_lint(made, size, scratch) for _ in range(LINTS[size])]
    whole = tuple(one["both"] for one in mine[: len(lints)])
    for at, cache in enumerate(("no cache", "its cache")):
        took = tuple(lint[at][0] for lint in lints)
        yield Figure(f"parse and check, {name}", "s", whole, f"Ren'Py, {cache}", took)
    used = tuple(lint[1][1] for lint in lints)
    most = of("mebibytes")[: len(lints)]
    yield Figure(
        f"parse and check, memory, {name}", "MiB", most, "Ren'Py, its cache", used
    )


def _growth(scratch: Path) -> Iterator[Figure]:
    """Compare what a scene takes in the two largest stories, read by turns.

    Processor time: other programs weigh on it less than on the clock.
    """
    taken: dict[int, list[dict[str, float]]] = {size: [] for size in SIZES[1:]}
    for _ in range(GROWTH):
        for size, runs in taken.items():
            text = scratch / f"{size}.yaml"
            runs.append(_json([sys.executable, "-m", "bench.checking", str(text)]))
    few, many = (
        tuple(1000 * run["processor"] / size for run in runs)
        for size, runs in taken.items()
    )
    name = f"parse and check, processor time a scene, {SIZES[2]:,} scenes"
    yield Figure(name, "ms", many, f"{SIZES[1]:,} scenes", few, IN_PROPORTION)


def _lint(made: object, size: int, scratch: Path) -> list[tuple[float, float]]:
    """Lint with Ren'Py without, then with its cache; seconds and MiB of each."""
    project = scratch / f"renpy-lint-{size}"
    shutil.rmtree(project, ignore_errors=True)
    (project / "game").mkdir(parents=True)
    script = project / "game" / "script.rpy"
    script.write_text(renpy(made), encoding="utf-8")  # type: ignore[arg-type]
    peers.mend_renpy(scratch)
    found = []
    for _ in range(2):
        before = time.perf_counter()
        status, usage = _wait(
            [peers.RENPY, str(project), "lint", str(project / "lint.txt")],
            {**peers.renpy_environment(scratch), "SDL_VIDEODRIVER": "dummy"},
        )
        took = time.perf_counter() - before
        if status or "Statistics" not in (project / "lint.txt").read_text("utf-8"):
            raise RuntimeError("Ren'Py's lint did not come to its end")
        found.append((took, usage))
    return found


def _wait(command: list[str], environment: dict[str, str]) -> tuple[int, float]:
    """Run a command to its end; return its exit code and its memory at most, in MiB."""
    with tempfile.TemporaryFile() as quiet:
        process = subprocess.Popen(
            command, env=environment, stdout=quiet, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / 1024


def _all_stories(rounds: int) -> Iterator[Figure]:
    """Check all shipped stories as an author does."""
    took = []
    for _ in range(rounds):
        before = time.perf_counter()
        command = [sys.executable, "-m", "game", "check"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        took.append(time.perf_counter() - before)
    all_of = tuple(took)
    yield Figure("check of all stories", "s", all_of, "one run", all_of, Target(2))


def _random_test(scratch: Path) -> Iterator[Figure]:
    """Let ChoiceScript play one story at random, where its program is at hand."""
    program = os.environ.get("BENCH_CHOICESCRIPT")
    if program is None:
        print("No RandomTest: BENCH_CHOICESCRIPT names no copy of ChoiceScript.")
        return
    size = 40
    copy = scratch / "choicescript"
    shutil.copytree(program, copy, dirs_exist_ok=True)
    made = tale(size, SEED)
    scenes = copy / "web" / "mygame" / "scenes"
    for old in scenes.glob("*.txt"):
        old.unlink()
    (scenes / "startup.txt").write_text(choicescript(made), encoding="utf-8")
    (scenes / "choicescript_stats.txt").write_text("", encoding="utf-8")
    before = time.perf_counter()
    command = ["node", "randomtest.js", f"num={GAMES}", "seed=1", "showText=false"]
    command += ["showCoverage=false", "delay=false", "avoidUsedOptions=false"]
    done = subprocess.run(
        command, cwd=copy, capture_output=True, text=True, check=False
    )
    theirs = time.perf_counter() - before
    if "PASSED" not in done.stdout:
        raise RuntimeError(f"RandomTest did not pass: {done.stdout[-2000:]}")
    text = scratch / f"{size}.yaml"
    text.write_text(ours(made), encoding="utf-8")
    mine = _json([sys.executable, "-m", "bench.checking", str(text)])
    name = f"{size} scenes: all states, or {GAMES:,} games"
    yield Figure(name, "s", (mine["both"],), "RandomTest", (theirs,))


def _walking(named: str, limit: int) -> list[str]:
    return [sys.executable, "-m", "bench.walking", named, str(limit)]


def _json(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer
