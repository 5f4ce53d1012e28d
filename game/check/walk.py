"""Everything that can happen in a story: each reachable state, visited once.

Pure. States are visited nearest first, so that the first way to one is a shortest.
"""

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from game.check.compiled import Form, Lane, Passage, Turn, Way
from game.engine.events import Command
from game.engine.step import State, begin
from game.story.model import Scene, Story

MOST_STATES: Final = 20_000
"""States that a story of ours may have (design, "The state, kept small")."""

LIMIT: Final = 5 * MOST_STATES
"""States that are visited, unless more is asked for."""

NUMBERS: Final = "I"
"""The arrays that hold a walk: whole numbers of at least 32 bits."""

_UNKNOWN: Final[Way] = (0, 0, 0, -1)


@dataclass(frozen=True, slots=True)
class Edge:
    """A command and the state it leads to, by its number."""

    command: Command
    to: int


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """The states that were reached, numbered from 0, the beginning, and their ways.

    ``packed[i]`` is state *i* in its compiled form. Its ways on are those from
    ``starts[i]`` up to ``starts[i + 1]``: where each leads is in ``targets``, what it
    shows in ``ways``, a number of ``passages``. ``parents[i]`` and ``firsts[i]`` are
    the state and the passage by which it was reached first.

    ``whole`` is false when the walk stopped at its limit: then the ways of the first
    ``visited`` states only are known.
    """

    form: Form
    packed: list[int]
    starts: "array[int]"
    targets: "array[int]"
    ways: "array[int]"
    parents: "array[int]"
    firsts: "array[int]"
    whole: bool

    @property
    def story(self) -> Story:
        """The story that was walked through."""
        return self.form.story

    @property
    def passages(self) -> list[Passage]:
        """What the ways show."""
        return self.form.passages

    @property
    def visited(self) -> int:
        """How many states have their ways on: all, when the walk is whole."""
        return len(self.starts) - 1

    def __len__(self) -> int:
        """Return how many states were reached."""
        return len(self.packed)

    def state(self, at: int) -> State:
        """Return a state by its number."""
        return self.form.packing.unpack(self.packed[at])

    def scene(self, at: int) -> Scene:
        """Return the scene of a state."""
        packing = self.form.packing
        return self.story.scenes[packing.scenes[self.packed[at] & packing.scene_mask]]

    def edges(self, at: int) -> tuple[Edge, ...]:
        """Return the ways on from a state, in the order of ``commands``."""
        here = range(self.starts[at], self.starts[at + 1])
        return tuple(
            Edge(self.passages[self.ways[way]].command, self.targets[way])
            for way in here
        )

    def play_to(self, at: int) -> tuple[str, ...]:
        """Return a shortest play that leads to a state, as play-throughs write it."""
        play: list[str] = []
        while at:
            play.append(self.passages[self.firsts[at]].pick)
            at = self.parents[at]
        return tuple(reversed(play))

    def play_along(self, edge: int) -> tuple[str, ...]:
        """Return a shortest play that ends with a way, an index of ``ways``."""
        before = bisect_right(self.starts, edge) - 1
        return (*self.play_to(before), self.passages[self.ways[edge]].pick)


def walk(story: Story, limit: int = LIMIT) -> Walk:
    """Visit every reachable state, nearest first, but reach no more than *limit*."""
    form = Form(story)
    scene_mask, back = form.packing.scene_mask, form.packing.back_shift
    packed = [form.packing.pack(begin(story).state)]
    index = {packed[0]: 0}
    targets, ways = array(NUMBERS), array(NUMBERS)
    starts, parents, firsts = (
        array(NUMBERS, [0]),
        array(NUMBERS, [0]),
        array(NUMBERS, [0]),
    )
    lanes: list[tuple[Lane, ...] | None] = [None] * len(story.scenes)
    whole = True
    # A story may have a million states: what this loop does, it does ten million
    # times. New states are added to the list that it goes through.
    for at, state in enumerate(packed):
        scene = state & scene_mask
        here = lanes[scene]
        if here is None:
            here = lanes[scene] = form.lanes(scene)
        for mask, known, look in here:
            view = state & mask
            way = known.get(view, _UNKNOWN)
            if way is _UNKNOWN:
                way = known[view] = form.find(look, state)
            if way is None:
                continue
            keep, put, turn, passage = way
            after = state & keep | put
            if turn:
                after |= (
                    (state >> back) & scene_mask
                    if turn == Turn.RETURN
                    else scene << back
                )
            to = index.get(after)
            if to is None:
                to = len(packed)
                if to >= limit:
                    whole = False
                    break
                index[after] = to
                packed.append(after)
                parents.append(at)
                firsts.append(passage)
            targets.append(to)
            ways.append(passage)
        if not whole:
            # This state's ways are known in part only: it counts as not visited.
            del targets[starts[-1] :], ways[starts[-1] :]
            break
        starts.append(len(targets))
    return Walk(form, packed, starts, targets, ways, parents, firsts, whole)
