"""``python -m tests.kills``: kills the game many times and says what was left.

Half of the kills fall between the first and the last system call of a save. Exits with
1 if a file is broken, a play is not taken up where it was, or what was begun piles up.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from game.files import Library
from tests.kills.harness import STRACE, Folder, calls_of_a_save, kill


def main(arguments):
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if STRACE is None:
        print("strace is needed: apt-get install strace")
        return 1
    print(f"{options.kills} kills from seed {options.seed}")
    with tempfile.TemporaryDirectory() as scratch:
        return report(list(kills(Path(scratch), options.kills, options.seed)))


def kills(scratch, count, seed):
    """Yield the kills, every second one in a save, the stories by turns."""
    folders = []
    for card in Library().stories():
        path = scratch / card.id
        path.mkdir()
        folder = Folder(path, card.id)
        folder.calls = calls_of_a_save(folder)
        folders.append(folder)
    for at in range(count):
        folder = folders[at // 2 % len(folders)]
        done = kill(folder, seed + at, saving=at % 2 == 1)
        for wrong in done.wrong:
            print(f"{folder.story}, seed {done.seed}, {done.moment}: {wrong}")
        yield done


def report(done):
    """Say how it went; return the exit code."""
    at = Counter(" ".join(one.moment.split()[1:3]) for one in done[1::2])
    inside = sum(one.in_save for one in done[1::2])
    wrong = sum(bool(one.wrong) for one in done)
    print(f"killed in a save: {inside} of {len(done[1::2])} that were to be")
    print(f"of the others, in a save by chance: {sum(o.in_save for o in done[::2])}")
    for call, count in sorted(at.items()):
        print(f"  at {call}: {count}")
    print(f"kills after which something was wrong: {wrong} of {len(done)}")
    return 1 if wrong or inside < len(done[1::2]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
