"""Small random stories, good and bad: written as text, so that the parser reads them.

What is random is what the walk has to get right: facts and their conditions, rounds
of gotos, choices that vanish on them, telling that leads back, blocking with a scene
and without, endings with an offer.
"""

from itertools import count
from random import Random

from game.source import StoryError
from game.story.parse import parse

SKILLS = ("notice", "protect", "say-no", "keep-proof", "block-and-report", "tell")

HEAD = """\
title: A random story
about: Anything can happen to Kit.
band: 9-11
minutes: 3
skills: [notice, protect, say-no, keep-proof, block-and-report, tell]
for-adults: {notes: Nothing is shown., questions: [Why?], reviewed-by: none}
goodbye: Goodbye.
player: kit
cast:
  kit: {name: Kit}
  jay: {name: jay_11}
  bo: {name: Bo, known: yes}
  mum: {name: Mum, trusted: yes, family: yes}
  teacher: {name: Ms Okoro, trusted: yes}
"""


def random_stories(first=0):
    """Yield the text of a story and the story, for seeds from *first* on.

    Left out are those that cannot be read: with a loop of gotos without a choice, or
    a way back where nobody was told.
    """
    for seed in count(first):
        text = Writer(Random(seed)).text()  # noqa: S311 (chance, not secrecy)
        try:
            yield text, parse(text, f"story-{seed}.yaml")
        except StoryError:
            continue


class Writer:
    """Writes one story; every draw comes from *chance*."""

    def __init__(self, chance):
        self.chance = chance
        self.scenes = [f"s{number}" for number in range(chance.randint(3, 7))]
        # Name, lowest and highest value, and how it is declared.
        self.facts = [
            chance.choice([(name, 0, 1, "no"), (name, 0, 1, "yes"), (name, 0, 2, None)])
            for name in ("f", "g", "h")[: chance.randint(0, 3)]
        ]
        self.asked_twice = self.often(0.4)
        self.block = chance.choice(["", "goto", "note", "note"])
        self.keys = count()

    def often(self, share):
        return self.chance.random() < share

    def text(self):
        return "".join([HEAD, *self.declared(), "start: s0\nscenes:\n", *self.all()])

    def declared(self):
        if self.facts:
            yield "facts:\n"
        for name, low, high, start in self.facts:
            yield f"  {name}: {start or f'{low}..{high}'}\n"

    def all(self):
        for at, name in enumerate(self.scenes):
            yield from self.scene(name, at)
        yield from self.telling("mum", "told-mum")
        if self.asked_twice:
            yield from self.telling("mum", "told-mum-again")
        yield from self.telling("teacher", "told-teacher")
        yield from self.when()

    def scene(self, name, at):
        yield f"  {name}:\n"
        yield from self.steps(("jay", "bo", "note"))
        if at < len(self.scenes) - 1 and self.often(0.15):
            yield f"    - goto: {self.scenes[self.chance.randint(at, at + 1)]}\n"
            yield f"      if: {self.condition()}\n"
        if at == len(self.scenes) - 1 or self.often(0.15):
            yield f"    - end: The end of {name}.\n"
            if self.often(0.5):
                yield "      offer: Kit could still tell.\n"
        elif self.often(0.15):
            yield f"    - goto: {self.scenes[at + 1]}\n"
        else:
            yield from self.choices(lambda: self.way_from(at))

    def way_from(self, at):
        """Return a scene: mostly a later one, so that most stories come to an end."""
        if self.often(0.25):
            return self.chance.choice(self.scenes)
        return self.chance.choice(self.scenes[at + 1 :])

    def telling(self, adult, name):
        """Write the scene that telling opens, and the one where the adult listens."""
        hears = f"{name}-hears"
        ways = ["back", hears, hears, self.chance.choice(self.scenes)]
        yield f"  {name}:\n"
        yield from self.steps((adult,))
        if self.often(0.2):
            yield f"    - goto: {self.chance.choice(ways)}\n"
        else:
            yield from self.choices(lambda: self.chance.choice(ways))
        yield f"  {hears}:\n"
        yield f"    - heard: {adult}\n"
        yield from self.guard(0.2)
        if self.often(0.7):
            yield "    - goto: back\n"
        elif self.often(0.5):
            yield f"    - goto: {self.chance.choice(self.scenes)}\n"
        else:
            yield f"    - end: The end of {name}.\n"

    def steps(self, kinds):
        for _ in range(self.chance.randint(0, 2)):
            if self.facts and self.often(0.3):
                yield f"    - set: {self.effect()}\n"
            else:
                yield f"    - {self.chance.choice(kinds)}: text {next(self.keys)}\n"
            yield from self.guard(0.4)

    def guard(self, share):
        if self.often(share):
            yield f"      if: {self.condition()}\n"

    def choices(self, way):
        yield "    - choose:\n"
        for _ in range(self.chance.randint(1, 3)):
            key = next(self.keys)
            yield f"        - do: Choice {key}.\n          id: c{key}\n"
            yield f"          goto: {way()}\n"
            if self.often(0.5):
                yield from self.move()
            if self.facts and self.often(0.3):
                yield f"          set: {self.effect()}\n"
            if self.often(0.12):
                action = self.chance.choice(["save", "report", "block"])
                yield f"          {action}: jay\n"
            if self.often(0.25):
                yield f"          if: {self.condition()}\n"

    def move(self):
        """Give a choice one of four moves, each made by several choices."""
        at = self.chance.randrange(4)
        skill = SKILLS[(at * 2) % len(SKILLS)]
        yield f"          move: {skill}\n          as: m{at}\n"
        yield "          why: It helps.\n"

    def effect(self):
        name, low, high, start = self.chance.choice(self.facts)
        if start is not None:
            return f"{{{name}: {self.chance.choice(['yes', 'no'])}}}"
        by = self.chance.choice(["+1", "-1", *range(low, high + 1)])
        return f"{{{name}: {by}}}"

    def condition(self):
        one = self.atom()
        if self.often(0.3):
            return f"{one} {self.chance.choice(['and', 'or'])} {self.atom()}"
        return one

    def atom(self):
        found = ["heard", "blocked.jay", "told.mum >= 1", "told.teacher = 0"]
        if self.often(0.2):
            found.append("saved.jay")
        for name, _, high, start in self.facts:
            test = name if start is not None else f"{name} < {high}"
            found += [test, test]
        one = self.chance.choice(found)
        return f"not ({one})" if self.often(0.4) else one

    def when(self):
        yield "when:\n"
        for action in ("look", "save", "report"):
            if self.often(0.3):
                yield f"  {action}:\n"
                yield f"    jay: {{move: notice, as: m-{action}, why: It helps.}}\n"
        if self.block:
            goto = self.chance.choice(self.scenes)
            answer = f"goto: {goto}" if self.block == "goto" else "note: Blocked."
            move = ", move: block-and-report, why: It helps." * self.often(0.5)
            yield f"  block:\n    jay: {{{answer}{move}}}\n"
        twice = ", told-mum-again" * self.asked_twice
        yield f"  tell: {{mum: [told-mum{twice}], teacher: told-teacher}}\n"
