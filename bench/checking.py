"""Reads and checks one generated story, stage by stage: a process of its own.

Run as ``python -m bench.checking STORY``. Prints one JSON object: seconds of each
stage, states and ways of the walk, problems, and the memory of the process at most.
"""

import json
import sys
import time
from pathlib import Path

import yaml

from bench.engine import load
from bench.machine import most_memory
from game.check.check import check
from game.check.walk import walk
from game.cli.surroundings import surroundings
from game.collecting import nothing_collected
from game.files import Library


def main(path: Path) -> dict[str, float]:
    """Measure all stages once."""
    text = path.read_text(encoding="utf-8")
    around = surroundings(Library())
    now = time.perf_counter
    used = time.process_time()
    start = now()
    story = load(text)
    parsed = now()
    report = check(story, around)
    checked = now()
    used = time.process_time() - used
    most = most_memory()
    before_walk = now()
    found = walk(story)
    walked = now()
    with nothing_collected():
        before_events = now()
        for _ in yaml.parse(text, Loader=yaml.CLoader):
            pass
        events = now() - before_events
    return {
        "megabytes": len(text.encode()) / 1e6,
        "events": events,
        "parse": parsed - start,
        "check": checked - parsed,
        "both": checked - start,
        "processor": used,
        "walk": walked - before_walk,
        "states": len(found),
        "ways": len(found.targets),
        "problems": len(report.problems),
        "mebibytes": most,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
