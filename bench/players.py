"""Choices per second: the engine beside inkjs and yarn-bound, on the same stories.

All players are programs of their own that obey the same orders. First each shows
that it plays the same story: the hashes of what they show over the first choices are
equal. Then they play by turns, one at a time.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bench.figures import Figure, Target
from bench.languages import ink, ours, yarn
from bench.stories import picks, tale

SIZES = (100, 1_000, 10_000)
SEED = 20
CHECKED = 3_000
"""Choices over which all players must show the same text."""

TURN = 0.2
"""Seconds a player plays before the next one does."""

TURNS = 3
"""How many turns a round has; short ones, so that a busy moment spoils few."""

FIVE_TIMES = Target(5, of_ratio=True, at_least=True)
_DRIVERS = Path(__file__).parent / "drivers"
_WRITERS = {"ours": ours, "inkjs": ink, "yarn-bound": yarn}


class DifferentTextError(Exception):
    """The players did not show the same story, so comparing them says nothing."""


@dataclass(frozen=True, slots=True)
class Player:
    """A running player; it waits for orders and does nothing in between."""

    orders: IO[str]
    answers: IO[str]

    def hear(self) -> dict[str, float]:
        """Wait for the next answer."""
        line = self.answers.readline()
        if not line:
            raise RuntimeError("a player has stopped; its words are above")
        answer: dict[str, float] = json.loads(line)
        return answer

    def ask(self, order: str) -> dict[str, float]:
        """Give an order and wait for the answer."""
        self.orders.write(order + "\n")
        self.orders.flush()
        return self.hear()


@contextmanager
def running(command: list[str]) -> Iterator[Player]:
    """Start a player, and end it when the block is left."""
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Player(process.stdin, process.stdout)
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def measure(packages: Path, scratch: Path, rounds: int) -> Iterator[Figure]:
    """Yield the figures of each size of story.

    Args:
        packages: The folder with the node packages.
        scratch: Where the stories may be written.
        rounds: How often each player plays; a round takes about two seconds.

    Raises:
        DifferentTextError: If two players do not show the same story.
    """
    chosen = scratch / "picks.json"
    chosen.write_text(json.dumps(picks(SEED)), encoding="utf-8")
    for size in SIZES:
        with ExitStack() as stack:
            players: dict[str, Player] = {}
            loads: dict[str, float] = {}
            for name, write in _WRITERS.items():
                story = scratch / f"{size}.{name}"
                story.write_text(write(tale(size, SEED)), encoding="utf-8")
                command = _command(name, story, chosen, packages)
                players[name] = stack.enter_context(running(command))
                loads[name] = players[name].hear()["load"]
            _check_same(size, players)
            yield from _by_turns(size, players, rounds)
            yield from _loading(size, loads)


def _command(name: str, story: Path, chosen: Path, packages: Path) -> list[str]:
    if name == "ours":
        return [sys.executable, "-m", "bench.engine", str(story), str(chosen)]
    driver = _DRIVERS / ("ink.mjs" if name == "inkjs" else "yarn.mjs")
    return ["node", str(driver), str(story), str(chosen), str(packages)]


def _check_same(size: int, players: dict[str, Player]) -> None:
    hashes = {
        name: player.ask(f"verify {CHECKED}")["sha256"]
        for name, player in players.items()
    }
    if len(set(hashes.values())) != 1:
        raise DifferentTextError(f"{size} scenes: {hashes}")


def _by_turns(size: int, players: dict[str, Player], rounds: int) -> Iterator[Figure]:
    speeds: dict[str, list[float]] = {name: [] for name in players}
    for turn in range(TURNS * rounds + 1):
        for name, player in players.items():
            answer = player.ask(f"play {TURN}")
            if turn:  # the first turn warms up
                speeds[name].append(answer["choices"] / answer["seconds"])
    mine = tuple(speeds.pop("ours"))
    for peer, theirs in speeds.items():
        yield Figure(
            f"choices per second, {size:,} scenes",
            "/s",
            mine,
            peer,
            tuple(theirs),
            FIVE_TIMES if peer == "inkjs" else None,
        )


def _loading(size: int, loads: dict[str, float]) -> Iterator[Figure]:
    """Yield what is read once: from text to a story that can be played."""
    mine = loads.pop("ours")
    for peer, theirs in loads.items():
        name = f"reading the text once, {size:,} scenes"
        yield Figure(name, "s", (mine,), peer, (theirs,))
