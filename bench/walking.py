"""Walks through one story by itself: ``python -m bench.walking STORY LIMIT``.

Prints one JSON object: states, ways, seconds, whether it was whole, and memory. A
story is a file, or ``facts:N:M``: N facts, each set or not in a scene of its own, then
M scenes that read them, so that the states multiply.
"""

import json
import sys
import time
from pathlib import Path

from bench.languages import facts_that_multiply
from bench.machine import most_memory
from game.check.walk import walk
from game.files import read_story
from game.story.model import Story
from game.story.parse import parse


def main(named: str, limit: int) -> dict[str, float]:
    """Measure one walk."""
    story = _story(named)
    before = time.perf_counter()
    found = walk(story, limit)
    seconds = time.perf_counter() - before
    return {
        "seconds": seconds,
        "states": len(found),
        "ways": len(found.targets),
        "whole": found.whole,
        "mebibytes": most_memory(),
    }


def _story(named: str) -> Story:
    if named.startswith("facts:"):
        _, facts, readers = named.split(":")
        return parse(facts_that_multiply(int(facts), int(readers)), named)
    source = read_story(Path(named))
    return parse(source.text, source.file, pieces=source.pieces)


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
