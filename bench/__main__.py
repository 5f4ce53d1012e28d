"""Measures the game beside named public programs: ``python -m bench``.

Prints a table and writes bench/results/latest.json. Needs node with npm; for the
window also Xvfb, xdotool and Ren'Py, all as Debian packages them.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from bench import check, machine, peers, players, redraw, window
from bench.figures import Figure, table

RESULTS = Path(__file__).parent / "results"
LEAST_ROUNDS = 5


def main() -> int:
    """Measure, print and write; 1 when a figure misses its target."""
    options = _options()
    started = time.monotonic()
    scratch: Path = options.scratch
    scratch.mkdir(parents=True, exist_ok=True)
    about = machine.facts()
    figures: list[Figure] = []
    if options.only not in {"window", "redraw"}:
        packages = peers.node_packages(scratch)
        about |= peers.node_versions(packages)
    if options.only in {None, "engine"}:
        figures += players.measure(packages, scratch, options.rounds)
    if options.only in {None, "check"}:
        figures += check.measure(packages, scratch, options.rounds)
    if options.only in {None, "window"}:
        if find_spec("game.phone.app") is None:
            print("There is no game.phone.app yet: no window is measured.")
        else:
            about["renpy"] = machine.said("dpkg-query", "-Wf${Version}", "renpy")
            figures += window.measure(scratch, options.rounds)
    if options.only in {None, "redraw"}:
        about["renpy"] = machine.said("dpkg-query", "-Wf${Version}", "renpy")
        figures += redraw.measure(scratch, max(1, options.rounds // 2))
    about["load at the end"] = os.getloadavg()
    about["when"] = datetime.now(UTC).isoformat(timespec="minutes")
    about["seconds"] = round(time.monotonic() - started)
    print(table(tuple(figures)))
    print(json.dumps(about))
    if options.only is None:
        written = {"machine": about, "figures": [f.as_json() for f in figures]}
        RESULTS.mkdir(exist_ok=True)
        text = json.dumps(written, indent=1) + "\n"
        (RESULTS / "latest.json").write_text(text, encoding="utf-8")
    return 1 if any(figure.met is False for figure in figures) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only",
        choices=("engine", "check", "window", "redraw"),
        help="measure one part, and write nothing",
    )
    parser.add_argument(
        "--rounds",
        type=int,
        default=LEAST_ROUNDS,
        metavar="N",
        help=f"how often each program runs ({LEAST_ROUNDS})",
    )
    parser.add_argument(
        "--scratch",
        type=Path,
        default=Path(tempfile.gettempdir()) / "whos-typing-bench",
        metavar="FOLDER",
        help="where packages and generated stories are kept between runs",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
