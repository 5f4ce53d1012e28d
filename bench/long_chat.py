"""``python -m bench.long_chat OUT KEPT``: the phone with a chat of 300 messages.

Opens a window of 1920x1080, does what is measured, and writes the times into OUT, as
JSON: for each figure the wall time and the time of the processor, in milliseconds.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pygame

from game.engine.session import Session
from game.files import Library
from game.phone.app import App
from game.phone.look import TEXT_SIZES
from game.phone.pace import Pace
from game.phone.settings import Settings
from game.story.parse import parse

SIZE: Final = (1920, 1080)
TIMES: Final = 40
SECONDS: Final = 10.0
"""For how long the processor is watched."""

_WORDS: Final = (
    "hey are you coming to the park today i have a new game and it is so much fun we "
    "can play it together after school if your mum says yes ok see you there"
)


def texts() -> list[str]:
    """Return the messages, for the phone and for Ren'Py: 3 to 22 words each."""
    chance = random.Random(300)  # noqa: S311 (not for secrets)
    words = _WORDS.split()
    return [
        " ".join(chance.choices(words, k=chance.randint(3, 22))) for _ in range(300)
    ]


def mine(at: int) -> bool:
    """Whether the message with that index is the player's: every third."""
    return at % 3 == 2  # noqa: PLR2004 (the first is not)


def story_text() -> str:
    """Return a story that opens with all messages, then asks, then sends one more."""
    lines = "\n".join(
        f"    - {'kit' if mine(at) else 'bo'}: {text}"
        for at, text in enumerate(texts())
    )
    return f"""\
title: A long chat
about: Bo writes a lot.
band: 9-11
minutes: 3
skills: [tell]
for-adults: {{notes: Nothing., questions: [Who could Kit talk to?], reviewed-by: none}}
goodbye: You are you again.
player: kit
cast:
  kit: {{name: Kit, picture: girl}}
  bo: {{name: Bo, picture: boy}}
  mum: {{name: Mum, picture: mum, trusted: yes, family: yes, face-to-face: yes}}
  teacher: {{name: Ms Okoro, picture: ms-okoro, trusted: yes}}
start: hello
scenes:
  hello:
{lines}
    - choose:
        - say: I don't keep secrets like that.
          goto: more
        - say: ok then
          goto: more
        - say: maybe
          goto: more
  more:
    - bo: one more
    - end: Done.
  told:
    - heard: mum
    - end: Mum knows.
when:
  tell: {{mum: told, teacher: told}}
"""


def main(out: str, kept: str) -> None:
    """Measure, and write what was measured."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(SIZE)
    home = Settings(pace=Pace.AT_ONCE, motion=False, shared=False)
    app = App(Library(settings_dir=Path(kept)), surface, settings=home)
    app.phone.take_up(Session(parse(story_text(), "long.yaml", story_id="long")))
    app.refresh()
    # What is new is as long as the chat: it opens at its start, without its answers.
    app.frame((pygame.Event(pygame.KEYDOWN, key=pygame.K_END, mod=0, unicode=""),), 0)
    found: dict[str, object] = {"resident": resident()}
    found["idle"] = _watched(app)
    whole = pygame.Event(pygame.WINDOWEXPOSED)
    found["whole"] = [_timed(lambda: app.frame((whole,), 0)) for _ in range(TIMES)]
    found["scroll"] = [_scrolled(app, 1 - 2 * (at % 2)) for at in range(TIMES)]
    found["text"] = [
        _timed(lambda size=size: _resize(app, size)) for size in TEXT_SIZES[1:]
    ]
    _resize(app, 100)
    found["later"] = resident()
    found["dots"] = _dots(app)
    Path(out).write_text(json.dumps(found), encoding="utf-8")


def _scrolled(app: App, notches: int) -> tuple[float, float]:
    """Turn the wheel over the chat, which then stands elsewhere."""
    pygame.mouse.set_pos(SIZE[0] // 2, SIZE[1] // 2)
    app.frame(pygame.event.get(), 0)
    before = dict(app.desk.offsets)
    wheel = pygame.Event(pygame.MOUSEWHEEL, x=0, y=notches, precise_y=float(notches))
    taken = _timed(lambda: app.frame((wheel,), 0))
    assert app.desk.offsets != before, "the chat stands where it stood"
    return taken


def _resize(app: App, text: int) -> None:
    app.phone.settings = replace(app.phone.settings, text=text)
    app.refresh()


def _dots(app: App) -> float:
    """Answer, and watch while the message that comes next is being typed."""
    moving = replace(app.phone.settings, motion=True, pace=Pace.RELAXED)
    app.phone.settings = moving
    assert app.phone.play is not None
    app.phone.play.set(moving)
    session = app.phone.play.session
    app.phone.play.send(next(iter(_picks(session))))
    app.refresh()
    for _ in range(40):
        if app.phone.blinking:
            break
        app.frame((), 100)
    assert app.phone.blinking, "nobody types"
    # The message never comes: what is watched is the typing.
    app.phone.tick = lambda *_, **__: False  # type: ignore[method-assign]
    return _watched(app)


def _picks(session: Session) -> list:
    from game.engine.events import Offered, Pick  # noqa: PLC0415

    moment = session.moment
    assert isinstance(moment, Offered)
    return [Pick(choice.id) for choice in moment.choices]


def _watched(app: App) -> float:
    """Return the percent of a core that the loop takes while nothing is pressed."""
    clock = pygame.time.Clock()
    for _ in range(20):
        app.frame(pygame.event.get(), clock.tick(20))
    started, used = time.monotonic(), time.process_time()
    while time.monotonic() - started < SECONDS:
        app.frame(pygame.event.get(), clock.tick(20))
    return 100 * (time.process_time() - used) / (time.monotonic() - started)


def _timed(do: Callable[[], None]) -> tuple[float, float]:
    wall, used = time.perf_counter(), time.process_time()
    do()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - used)


def resident() -> float:
    """Return how much memory this process has, in MB (10^6 bytes)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
