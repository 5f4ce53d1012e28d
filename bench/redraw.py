"""A chat of 300 messages at 1920x1080: redrawing it, other text sizes, dots, memory.

The phone beside Ren'Py, which shows the same messages as frames in a viewport. Each
runs in a window of its own on one Xvfb, by turns, and tells the times itself.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import long_chat, peers
from bench.figures import Figure, Target
from bench.window import screen

WINDOW = "1920x1080x24"
PATIENCE = 300
"""Seconds that one program may take for all of it."""

REDRAW = Target(8)
TEXT = Target(50)
RESIDENT = Target(80)
IDLE = Target(1)
DOTS = Target(2)

_SCREEN = """\
define config.screen_width = 1920
define config.screen_height = 1080

init python:
    import json, os, time

    bench_rows = [
        (words, *(("#cfe8e2", 1.0) if at % 3 == 2 else ("#eeeeee", 0.0)))
        for at, words in enumerate(json.load(open(os.environ["BENCH_TEXTS"])))
    ]
    bench_found, bench_dots = {}, [1, 2, 3]
    bench_draws = None
    bench_last = (0, 0)
    bench_way = 0
    bench_there = ui.adjustment()

    _bench_draw = renpy.display.core.Interface.draw_screen

    def bench_draw(self, *args, **kwargs):
        global bench_last
        wall, used = time.perf_counter(), time.process_time()
        _bench_draw(self, *args, **kwargs)
        bench_last = (time.perf_counter(), time.process_time())
        if bench_draws is not None:
            bench_draws.append((1000 * (bench_last[0] - wall),
                                1000 * (bench_last[1] - used)))

    renpy.display.core.Interface.draw_screen = bench_draw

    def bench_scroll():
        if bench_way:
            bench_there.change(bench_there.value + bench_way)

    config.periodic_callbacks.append(bench_scroll)

    def bench_resident():
        pages = int(open("/proc/self/statm").read().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def bench_watched(seconds):
        wall, used = time.perf_counter(), time.process_time()
        renpy.pause(seconds, hard=True)
        return (100 * (time.process_time() - used)
                / (time.perf_counter() - wall))

transform bench_blink:
    alpha 1.0
    linear 0.5 alpha 0.2
    linear 0.5 alpha 1.0
    repeat

screen bench_chat(dots):
    add "#ffffff"
    viewport:
        yadjustment bench_there
        yinitial 1.0
        xalign 0.5
        xsize 900
        vbox:
            spacing 14
            xsize 900
            for row in bench_rows:
                frame:
                    background row[1]
                    xmaximum 700
                    xalign row[2]
                    padding (14, 9)
                    text row[0] color "#222222" size 20
    if dots:
        hbox:
            align (0.3, 0.95)
            spacing 8
            for blink in bench_dots:
                add Solid("#555555", xysize=(12, 12)) at bench_blink

label main_menu:
    return

label start:
    show screen bench_chat(False)
    $ renpy.pause(3, hard=True)
    python:
        bench_found["resident"] = bench_resident()
        bench_found["idle"] = bench_watched(10)
        bench_draws = []
        bench_way = -64
        renpy.pause(4, hard=True)
        bench_way = 0
        bench_found["scroll"], bench_draws = bench_draws, None
        bench_found["text"] = []
        for bench_size in (1.25, 1.5, 1.75, 2.0):
            bench_from = (time.perf_counter(), time.process_time())
            renpy.run(Preference("font size", bench_size))
            renpy.pause(0.01, hard=True)
            bench_found["text"].append((1000 * (bench_last[0] - bench_from[0]),
                                        1000 * (bench_last[1] - bench_from[1])))
        renpy.run(Preference("font size", 1.0))
    show screen bench_chat(True)
    $ renpy.pause(2, hard=True)
    python:
        bench_found["dots"] = bench_watched(10)
        json.dump(bench_found, open(os.environ["BENCH_OUT"], "w"))
        renpy.quit()
"""


def measure(scratch: Path, rounds: int) -> Iterator[Figure]:
    """Yield the figures of the phone beside those of Ren'Py.

    Raises:
        MissingError: If Ren'Py is not on this machine.
    """
    ours: list[dict[str, Any]] = []
    theirs: list[dict[str, Any]] = []
    with screen(scratch, WINDOW) as place:
        for _ in range(rounds):
            ours.append(phone(scratch, place.display))
            theirs.append(renpy(scratch, place.display))
    for name, unit, key, target in (
        ("redraw, 300 messages at 1080p, the chat scrolled", "ms", "scroll", REDRAW),
        ("redraw, 300 messages at 1080p, the whole window", "ms", "whole", REDRAW),
        ("another text size, 300 messages", "ms", "text", TEXT),
    ):
        for at, clock in enumerate(("", ", CPU")):
            yield Figure(
                name + clock,
                unit,
                tuple(_median(one[key], at) for one in ours),
                "Ren'Py, a viewport",
                tuple(_median(one.get(key, one["scroll"]), at) for one in theirs),
                target,
            )
    for name, unit, key, target in (
        ("resident memory, 300 messages at 1080p", "MB", "resident", RESIDENT),
        ("CPU of a core at 1080p while a choice waits", "%", "idle", IDLE),
        ("CPU of a core at 1080p while dots blink", "%", "dots", DOTS),
    ):
        yield Figure(
            name,
            unit,
            tuple(one[key] for one in ours),
            "Ren'Py, a viewport",
            tuple(one[key] for one in theirs),
            target,
        )


def phone(scratch: Path, display: str) -> dict[str, Any]:
    """Measure our own program; what it keeps lies in *scratch*."""
    out = scratch / "phone.json"
    command = [sys.executable, "-m", "bench.long_chat", str(out), str(scratch / "kept")]
    environment = {
        **peers.environment(scratch),
        "DISPLAY": display,
        "XDG_CACHE_HOME": str(scratch / "cache"),
    }
    subprocess.run(command, env=environment, check=True, timeout=PATIENCE)
    return json.loads(out.read_text(encoding="utf-8"))


def renpy(scratch: Path, display: str) -> dict[str, Any]:
    """Measure Ren'Py with the same messages.

    Raises:
        MissingError: If it is not on this machine.
    """
    if not Path(peers.RENPY).exists():
        raise peers.MissingError("Ren'Py is needed: apt-get install renpy")
    peers.mend_renpy(scratch)
    project, out = scratch / "renpy-chat", scratch / "renpy.json"
    (project / "game").mkdir(parents=True, exist_ok=True)
    (project / "game" / "script.rpy").write_text(_SCREEN, encoding="utf-8")
    words = scratch / "texts.json"
    words.write_text(json.dumps(long_chat.texts()), encoding="utf-8")
    environment = {
        **peers.renpy_environment(scratch),
        "DISPLAY": display,
        "BENCH_TEXTS": str(words),
        "BENCH_OUT": str(out),
    }
    out.unlink(missing_ok=True)
    command = [peers.RENPY, str(project)]
    subprocess.run(command, env=environment, check=False, timeout=PATIENCE)
    return json.loads(out.read_text(encoding="utf-8"))


def _median(times: list[list[float]], clock: int) -> float:
    return statistics.median(one[clock] for one in times)
