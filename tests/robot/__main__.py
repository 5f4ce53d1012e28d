"""``python -m tests.robot``: a robot plays for a long time in a real window.

It roams through all pages, and in between follows every recorded play to its ending.
Prints what it came to and how memory grew. Exits with 1, and with the shortest replay
that was found, if anything is not as it has to be.
"""

import argparse
import ctypes
import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pygame

from game.files import Library
from game.phone.actions import Place
from tests.robot.everywhere import endings, plays
from tests.robot.guide import LostError, follow, go_home
from tests.robot.hand import Resize, UnreachableError
from tests.robot.replay import shorter
from tests.robot.robot import FoundError, Robot

WARM = 2_000
"""After so many acts memory may hardly grow."""
GROWTH = 5
"""By how many MB (10^6 bytes) it may; see ``grown``."""
OFTEN = 500
"""After how many acts memory is looked at."""
WINDOW = (1180, 760)


def main(arguments):
    parser = argparse.ArgumentParser(prog="python -m tests.robot", description=__doc__)
    parser.add_argument("--acts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        return Run(Path(scratch), options.seed, options.acts).go()


class Run:
    """One long run: its robot, and how memory grew; changes with every act."""

    def __init__(self, scratch, seed, acts):
        self._scratch, self._seed, self._acts = scratch, seed, acts
        # In a program of its own: what that takes is no memory of the game.
        command = [sys.executable, "-m", "game.phone.fonts", str(scratch / "fonts")]
        subprocess.run(command, check=True)
        shutil.copytree(Library().scenarios, scratch / "scenarios")
        spoil(scratch / "scenarios")
        pygame.display.init()
        pygame.font.init()
        self._surface = pygame.display.set_mode(WINDOW, pygame.RESIZABLE)
        self.robot = self._robot()
        self.curve = {}
        self.lost = []

    def _robot(self):
        kept = Path(tempfile.mkdtemp(dir=self._scratch))
        library = Library(self._scratch / "scenarios", kept)
        cache = self._scratch / "fonts"
        return Robot(library, self._surface, self._seed, cache=cache, listens=True)

    def go(self):
        """Let the robot play and report; return the exit code."""
        driver = pygame.display.get_driver()
        print(f"seed {self._seed}, {self._acts} acts, window by {driver}", flush=True)
        started = time.monotonic()
        try:
            self._play()
        except Exception as error:  # noqa: BLE001 (whatever it is, it was found)
            self._blame(error)
            return 1
        print(f"{time.monotonic() - started:.0f} s, {time.process_time():.0f} s of CPU")
        return self._report()

    def _play(self):
        recorded = list(plays(Library()))
        each = self._acts // (len(recorded) + 1)
        following = each
        while self.robot.acts < self._acts:
            if recorded and self.robot.acts >= following:
                following += each
                self._follow(*recorded.pop(0))
            self.robot.roam()
            at = self.robot.acts // OFTEN * OFTEN
            if at not in self.curve:
                # The window is part of the memory: it is looked at in one size.
                self.robot.do(Resize(WINDOW))
                self.curve[at] = resident()
                print(f"{at}: {self.curve[at]:.1f} MB", flush=True)

    def _follow(self, story, steps):
        try:
            follow(self.robot, story, steps)
        except LostError as error:
            # A play may do what the phone offers later or elsewhere; it roams on.
            self.lost.append(f"{story}, {' / '.join(steps)[:60]}: {error}")
            go_home(self.robot)

    def _blame(self, error):
        """Say what was found, and the shortest way there."""
        robot = self.robot
        print(f"after {robot.acts} acts of seed {self._seed}, on {robot.phone.stack}:")
        print(f"{type(error).__name__}: {error}")
        deeds = list(robot.deeds)
        few = shorter(deeds, self._breaks)
        print("no short way; last came" if few is deeds else "these lead there")
        for deed in few[-40:]:
            print(f"  {deed}")

    def _breaks(self, deeds):
        try:
            robot = self._robot()
            for deed in deeds:
                robot.do(deed)
        except (FoundError, UnreachableError):
            return True
        except Exception:  # noqa: BLE001 (an exception is what is looked for)
            return True
        return False

    def _report(self):
        robot = self.robot
        share = robot.changed / robot.acts
        missed = sorted(set(Place) - robot.places)
        closed = robot.closing_pages_missed()
        open_ = sorted(endings(Library()) - robot.endings)
        late = [mb for at, mb in self.curve.items() if at >= WARM]
        growth, swing = grown(late)
        print(f"acts that changed the state of a story: {share:.1%}")
        print(f"pages: {len(robot.places)} of {len(Place)}, missed: {missed}")
        print(f"closing pages: up to {robot.last_closing_page()}, missed: {closed}")
        print(f"endings: {len(robot.endings)}, missed: {open_}")
        print(f"plays that could not be followed on the phone: {len(self.lost)}")
        for one in self.lost:
            print(f"  {one}")
        print(f"hidden {robot.hidden} times, ended {robot.ended} times")
        print(f"memory after {WARM} acts grew by {growth:.1f} MB, {swing:.1f} between")
        good = share >= 0.5 and not (missed or closed or open_) and robot.ended
        return 0 if good and growth < GROWTH else 1


def grown(readings):
    """Return by how much memory grew, and how far apart its readings are.

    What is kept for drawing is bounded and fills and empties with the pages: growth is
    that of the middle one of the last third of *readings* over that of the first.
    """
    third = -(-len(readings) // 3)
    if not third:
        return 0.0, 0.0
    growth = statistics.median(readings[-third:]) - statistics.median(readings[:third])
    return growth, max(readings) - min(readings)


def spoil(scenarios):
    """Add a story that shows on the home page and cannot be read."""
    whole = next(scenarios.glob("*/story.yaml"))
    folder = scenarios / "zz-spoilt"
    folder.mkdir()
    text = whole.read_text(encoding="utf-8")
    spoilt = text.replace("\nscenes:", "\nscenes:\n  nowhere: {goto: [}\n")
    (folder / "story.yaml").write_text(spoilt, encoding="utf-8")


def resident():
    """Return how many MB (10^6 bytes) the program has, when waste is given back.

    What glibc keeps of memory that is free already comes and goes with every window
    size, by some ten MB, and would hide what grows.
    """
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
