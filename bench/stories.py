"""Stories made by chance from a seed, and the same story in three languages.

Knows no engine and measures nothing. The story is a graph that only leads forward,
in layers, so that every play ends after about as many choices whatever the size:
a larger story has more ways, not longer ones.
"""

import random
from dataclasses import dataclass

SWITCHES = ("f0", "f1", "f2", "f3", "f4", "f5")
COUNTERS = ("t0", "t1")
TOP = 3
"""The largest value of a counter; counting on from it changes nothing."""

SPEAKERS = ("bo", "ana")
END = "finish"
LAYERS = 32
"""How many layers a story has at full width; the ways from the start come on top."""

# How many of all scenes, lines or replies have something, from 0 to 1.
CALLING = 0.1
FORKING = 0.1
LINES_UNDER_A_CONDITION = 0.2
REPLIES_UNDER_A_CONDITION = 0.3
SWITCHING = 0.25
COUNTING = 0.15
EXPLAINED = 0.25

PICKS = 9973
"""How many picks a player has before they start again; a prime, so that the picks
do not fall into step with the layers."""

_WORDS = """
maybe you could ask your friend about that game today because nobody at school
knows where the photo came from and it was funny when she sent the first one
to our group after lunch so please tell me who else has seen it already
""".split()  # noqa: SIM905 - they are easier to read as words


@dataclass(frozen=True, slots=True)
class Test:
    """A condition in the words of all three languages, with ``{}`` before a fact."""

    pattern: str

    def show(self, sigil: str) -> str:
        """Write the condition; *sigil* is what the language puts before a fact."""
        return self.pattern.replace("{}", sigil)


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody writes something, perhaps only under a condition."""

    speaker: str
    text: str
    when: Test | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A choice: words, where it leads, and what it changes.

    ``switch`` is the fact it turns on, ``counter`` the one it counts up; empty for
    none. ``why`` may be empty.
    """

    text: str
    goto: str
    when: Test | None = None
    switch: str = ""
    counter: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """Lines, then replies; the first one is always there."""

    id: str
    lines: tuple[Line, ...]
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """Lines, then one of two ways, without a choice."""

    id: str
    lines: tuple[Line, ...]
    when: Test
    then: str
    other: str


@dataclass(frozen=True, slots=True)
class Call:
    """Lines, then a shared piece with arguments, and on from where it returns."""

    id: str
    lines: tuple[Line, ...]
    piece: str
    who: str
    first: str
    goto: str


Scene = Ask | Fork | Call


@dataclass(frozen=True, slots=True)
class Tale:
    """A generated story: where it starts, and all scenes but the ending."""

    start: str
    scenes: tuple[Scene, ...]


def picks(seed: int) -> tuple[int, ...]:
    """Return what the player picks: *n* open replies are picked modulo *n*."""
    chance = random.Random(seed)  # noqa: S311
    return tuple(chance.randrange(12) for _ in range(PICKS))


def tale(scenes: int, seed: int) -> Tale:
    """Make a story of that many scenes.

    Pieces and the ending are not counted. Every scene is the target of some way.
    """
    return _Writer(seed).tale(scenes)


class _Writer:
    """Holds the chance a story is made from; used once."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311

    def tale(self, size: int) -> Tale:
        layers = _layers(size)
        made: list[Scene] = []
        for layer, below in zip(layers, [*layers[1:], [END]], strict=True):
            growing = len(below) > len(layer)
            exits = [self._exits(growing=growing) for _ in layer]
            ways = self._ways(sum(exits), below)
            made += [
                self._scene(name, count, ways, growing=growing)
                for name, count in zip(layer, exits, strict=True)
            ]
        return Tale(layers[0][0], tuple(made))

    def _exits(self, *, growing: bool) -> int:
        """Draw how many ways lead out of a scene; one way out is a call."""
        if not growing and self._happens(CALLING):
            return 1
        return self._chance.choice((2, 3, 3, 4))

    def _ways(self, count: int, below: list[str]) -> list[str]:
        """Return so many targets; together they are all scenes below, if they can."""
        ways = self._chance.sample(below, min(count, len(below)))
        ways += [self._chance.choice(below) for _ in range(count - len(ways))]
        self._chance.shuffle(ways)
        return ways

    def _scene(self, name: str, exits: int, ways: list[str], *, growing: bool) -> Scene:
        lines = tuple(self._line() for _ in range(self._chance.choice((1, 2, 3))))
        if exits == 1:
            piece = self._chance.choice(("short", "long"))
            who = self._chance.choice(SPEAKERS)
            return Call(name, lines, piece, who, self._words(), ways.pop())
        if exits == 2 and not growing and self._happens(4 * FORKING):  # noqa: PLR2004
            return Fork(name, lines, self._test(), ways.pop(), ways.pop())
        replies = [self._reply(ways.pop(), always=not n) for n in range(exits)]
        return Ask(name, lines, tuple(replies))

    def _line(self) -> Line:
        when = self._test() if self._happens(LINES_UNDER_A_CONDITION) else None
        return Line(self._chance.choice(SPEAKERS), self._words(), when)

    def _reply(self, goto: str, *, always: bool) -> Reply:
        limited = not always and self._happens(REPLIES_UNDER_A_CONDITION)
        when = self._test() if limited else None
        switch = self._chance.choice(SWITCHES) if self._happens(SWITCHING) else ""
        counter = self._chance.choice(COUNTERS) if self._happens(COUNTING) else ""
        why = self._words() if self._happens(EXPLAINED) else ""
        return Reply(self._words(), goto, when, switch, counter, why)

    def _test(self) -> Test:
        one, other = self._chance.sample(SWITCHES, 2)
        counter = self._chance.choice(COUNTERS)
        return Test(
            self._chance.choice(
                (
                    f"{{}}{one}",
                    f"not {{}}{one}",
                    f"{{}}{one} and not {{}}{other}",
                    f"{{}}{counter} >= 1",
                    f"{{}}{counter} < 2 or {{}}{one}",
                )
            )
        )

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _words(self) -> str:
        return " ".join(self._chance.sample(_WORDS, self._chance.randint(3, 9)))


def _layers(size: int) -> list[list[str]]:
    """Share the scenes out: widths double from 1 until all layers fit."""
    width = max(2, size // LAYERS)
    layers: list[list[str]] = []
    made = 0
    while made < size:
        wide = min(2 ** len(layers), width, size - made)
        layers.append([f"s{made + n}" for n in range(wide)])
        made += wide
    return layers
