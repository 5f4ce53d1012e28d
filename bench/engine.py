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


def show(step: Step, shown: list[str]) -> tuple[Choice, ...]:
    """Add all that was said in a step to *shown*; return the choices that are open."""
    choices: tuple[Choice, ...] = ()
    for event in step.events:
        match event:
            case Message(speaker=speaker, text=text):
                shown.append(f"{speaker}: {text}")
            case Explained(why):
                shown.append(f"why: {why}")
            case Offered(choices):
                pass
            case _:
                pass
    return choices


def verify(story: Story, picks: list[int], count: int) -> dict[str, object]:
    """Play *count* choices and return a hash of all that was shown."""
    shown: list[str] = []
    step = begin(story)
    open_ = show(step, shown)
    for n in range(count):
        shown += [f"> {choice.text}" for choice in open_]
        if open_:
            picked = open_[picks[n % len(picks)] % len(open_)]
            step = advance(story, step.state, Pick(picked.id))
        else:
            step = begin(story)
        open_ = show(step, shown)
    text = "".join(line + "\n" for line in shown)
    return {"sha256": hashlib.sha256(text.encode()).hexdigest()}


def play(story: Story, picks: list[int], seconds: float) -> dict[str, object]:
    """Play whole plays until the time is over; count choices and characters."""
    characters = choices = plays = at = 0
    start = time.perf_counter()
    until = start + seconds
    now = start
    while now < until:
        step = begin(story)
        while True:
            open_: tuple[Choice, ...] = ()
            for event in step.events:
                if isinstance(event, Message):
                    characters += len(event.text)
                elif isinstance(event, Explained):
                    characters += len(event.why)
                elif isinstance(event, Offered):
                    open_ = event.choices
            if not open_:
                break
            picked = open_[picks[at] % len(open_)]
            step = advance(story, step.state, Pick(picked.id))
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
