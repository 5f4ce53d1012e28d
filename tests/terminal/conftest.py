"""The game in the terminal, played from a list of answers."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from game.help.parse import parse_help
from game.story.model import Band
from game.story.parse import parse
from game.terminal import app

STORY = (Path(__file__).parent / "coins.yaml").read_text(encoding="utf-8")
HELP = {
    "uk": """\
nation: uk
name: United Kingdom
order: 1
checked: 2026-11-23
emergency: {phone: 99, seen: https://danger.example}
services:
  - name: Kind Ears
    who-for: children
    for: child
    phone: 01 23
    notes: In two languages.
    seen: https://ears.example/about
    what-happens:
      - {line: Somebody says hello., seen: https://ears.example, on: 2026-11-24}
""",
    "elsewhere": """\
nation: elsewhere
name: Somewhere else
order: 2
checked: 2026-11-23
services:
  - {name: Web Ears, who-for: all, for: child, web: x.example, seen: https://x.example}
""",
}


@dataclass
class Card:
    """What the list says of a story."""

    id: str
    title: str
    about: str
    band: Band = Band.NINE
    minutes: int = 3


class Shelf:
    """A library that holds texts of stories by their ids."""

    def __init__(self, texts):
        self.texts = texts
        self.read = set()

    def stories(self):
        return tuple(Card(name, name.title(), "A test.") for name in self.texts)

    def load(self, story_id):
        return parse(self.texts[story_id], f"{story_id}.yaml", story_id=story_id)

    def help(self):
        return parse_help(HELP)

    def seen(self):
        return frozenset(self.read)

    def mark_seen(self, story_id):
        self.read.add(story_id)


class Play:
    """What was asked and shown, with the answers behind ``> `` in between."""

    def __init__(self, answers):
        self._answers = list(answers)
        self.shown = []

    def read(self, question):
        assert question.endswith("\n")
        self.shown += question.splitlines()
        if not self._answers:
            return None
        self.shown.append(f"> {self._answers[0]}".rstrip())
        return self._answers.pop(0)

    def write(self, line):
        assert "\n" not in line
        self.shown.append(line)

    def after(self, answer, times=1):
        """Return what was shown after an answer, up to the next one, without blanks."""
        at = -1
        for _ in range(times):
            at = self.shown.index(f"> {answer}".rstrip(), at + 1)
        rest = self.shown[at + 1 :]
        until = next(
            (n for n, line in enumerate(rest) if line.startswith(">")), len(rest)
        )
        return [line for line in rest[:until] if line]


@pytest.fixture
def play():
    """Play with these answers; returns what was shown."""

    def run(*answers, stories=None, story="coins", change=None, **kwargs):
        text = STORY
        for old, new in (change or {}).items():
            assert old in text
            text = text.replace(old, new)
        texts = {"coins": text} if stories is None else stories
        one = Play(answers)
        shelf = Shelf(texts)
        one.left = app.run(shelf, story=story, read=one.read, write=one.write, **kwargs)
        one.read_by_adults = shelf.read
        return one

    return run
