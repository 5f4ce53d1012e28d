"""Plays a generated story with the engine of the game; obeys drivers/protocol.mjs.

Run as ``python -m bench.engine STORY PICKS``. Only the calls that every front-end makes
are used: ``begin``, then ``advance`` for each choice, reading all events of each step.
Nothing is kept from one choice to the next but the state.
"""

import gc
import hashlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.languages import OUR_PIECES
from game.engine.events import Explained, Offered, Pick
from game.engine.step import Step, advance, begin
from game.story.model import Choice, Message, Story
from game.story.parse import parse
from game.story.pieces import PieceText


def _piece(name: str) -> PieceText | None:
    text = OUR_PIECES.get(name)
    return None if text is None else PieceText(text, f"{name}.yaml")


def load(text: str) -> Story:
    """Parse a generated story with the pieces it uses."""
    return parse(text, "story.yaml", pieces=_piece)


def read(step: Step, show: Callable[[str], object]) -> tuple[Choice, ...]:
    """Show all that was said in a step; return the choices that are open."""
    choices: tuple[Choice, ...] = ()
    for event in step.events:
        if isinstance(event, Message):
            show(f"{event.speaker}: {event.text}")
        elif isinstance(event, Explained):
            show(f"why: {event.why}")
        elif isinstance(event, Offered):
            choices = event.choices
    return choices


def verify(story: Story, picks: list[int], count: int) -> dict[str, object]:
    """Play *count* choices and return a hash of all that was shown."""
    shown = hashlib.sha256()

    def show(text: str) -> None:
        shown.update(text.encode() + b"\n")

    step = begin(story)
    open_ = read(step, show)
    for n in range(count):
        for choice in open_:
            show(f"> {choice.text}")
        if open_:
            picked = open_[picks[n % len(picks)] % len(open_)]
            step = advance(story, step.state, Pick(picked.id))
        else:
            step = begin(story)
        open_ = read(step, show)
    return {"sha256": shown.hexdigest()}


def play(story: Story, picks: list[int], seconds: float) -> dict[str, object]:
    """Play whole plays until the time is over; count choices and characters."""
    characters = choices = plays = at = 0

    def show(text: str) -> None:
        nonlocal characters
        characters += len(text)

    start = time.perf_counter()
    until = start + seconds
    now = start
    while now < until:
        step = begin(story)
        open_ = read(step, show)
        while open_:
            picked = open_[picks[at] % len(open_)]
            step = advance(story, step.state, Pick(picked.id))
            open_ = read(step, show)
            at = at + 1 if at + 1 < len(picks) else 0
            choices += 1
        plays += 1
        now = time.perf_counter()
    return {
        "choices": choices,
        "plays": plays,
        "characters": characters,
        "seconds": now - start,
    }


def main() -> None:
    """Answer orders on standard input until it ends."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    picks = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    start = time.perf_counter()
    story = load(text)
    print(json.dumps({"load": time.perf_counter() - start}), flush=True)
    gc.collect()
    for order in sys.stdin:
        verb, number = order.split()
        match verb:
            case "verify":
                answer = verify(story, picks, int(number))
            case "play":
                answer = play(story, picks, float(number))
            case _:
                raise ValueError(order)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
