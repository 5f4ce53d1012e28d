"""Everything that can happen in a story: each reachable state, visited once.

Pure, and slow but plain: it walks on ``advance`` itself, so that there is nothing
to keep in step with the rules of play.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.engine.events import Command
from game.engine.step import State, Step, advance, begin, commands
from game.story.model import ContactId, Ending, Message, Story

MAX_STATES: Final = 20_000
"""States that a story of ours may have (design, "The state, kept small")."""

FAR: Final = 4
"""Choices that an adult who listens may be away from anywhere."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A command and the state it leads to, by index in ``Walk.states``."""

    command: Command
    to: int


@dataclass(frozen=True, slots=True)
class Walk:
    """All states reached and what leads where.

    ``edges[i]`` are the ways on from ``states[i]``; state 0 is the beginning.
    ``whole`` is false when the walk stopped at its limit: then only what was seen is
    here, and nothing is proven. ``first`` tells from which state and by what command
    each was reached first. ``spoken`` are the messages that a blocked contact sent,
    with the state they led to.
    """

    states: tuple[State, ...]
    edges: tuple[tuple[Edge, ...], ...]
    first: tuple[tuple[int, Command] | None, ...]
    whole: bool
    spoken: tuple[tuple[int, Message], ...]

    def play_to(self, state: int) -> tuple[Command, ...]:
        """Return a shortest play that leads to a state."""
        play: list[Command] = []
        step = self.first[state]
        while step is not None:
            state, command = step
            play.append(command)
            step = self.first[state]
        return tuple(reversed(play))


def walk(story: Story, limit: int = MAX_STATES) -> Walk:
    """Visit every reachable state, nearest first, but no more than *limit*."""
    opened = begin(story)
    states = [opened.state]
    index = {opened.state: 0}
    edges: list[tuple[Edge, ...]] = []
    first: list[tuple[int, Command] | None] = [None]
    spoken: list[tuple[int, Message]] = []
    whole = True
    at = 0
    while at < len(states):
        state = states[at]
        found: list[Edge] = []
        for command in commands(story, state):
            step = advance(story, state, command)
            to = index.get(step.state)
            if to is None:
                if len(states) >= limit:
                    whole = False
                    continue
                to = index[step.state] = len(states)
                states.append(step.state)
                first.append((at, command))
            found.append(Edge(command, to))
            spoken += [(to, message) for message in _from_blocked(story, step)]
        edges.append(tuple(found))
        at += 1
    return Walk(tuple(states), tuple(edges), tuple(first), whole, tuple(spoken))


def endings(story: Story, found: Walk) -> dict[int, Ending]:
    """Return the ending of each state that is one."""
    return {
        at: ending
        for at, state in enumerate(found.states)
        if (ending := story.scenes[state.scene].ending) is not None
    }


def on_cycles(found: Walk) -> tuple[int, ...]:
    """Return the states that are not put in order by the ways on: a cycle holds them.

    Empty exactly if every play ends.
    """
    arriving = [0] * len(found.states)
    for ways in found.edges:
        for edge in ways:
            arriving[edge.to] += 1
    ready = [at for at, count in enumerate(arriving) if not count]
    done = 0
    while ready:
        at = ready.pop()
        done += 1
        for edge in found.edges[at]:
            arriving[edge.to] -= 1
            if not arriving[edge.to]:
                ready.append(edge.to)
    if done == len(found.states):
        return ()
    return tuple(at for at, count in enumerate(arriving) if count)


def distance_to(found: Walk, goals: Iterable[int]) -> list[int | None]:
    """Return for each state how many commands the nearest goal is away, or None."""
    before: list[list[int]] = [[] for _ in found.states]
    for at, ways in enumerate(found.edges):
        for edge in ways:
            before[edge.to].append(at)
    away: list[int | None] = [None] * len(found.states)
    waiting = deque(goals)
    for goal in waiting:
        away[goal] = 0
    while waiting:
        at = waiting.popleft()
        here = away[at]
        for earlier in before[at]:
            if away[earlier] is None and here is not None:
                away[earlier] = here + 1
                waiting.append(earlier)
    return away


def heard(story: Story, state: State) -> bool:
    """Whether an adult has listened."""
    return state.facts[story.heard] == 1


def _from_blocked(story: Story, step: Step) -> list[Message]:
    """Return the messages of blocked contacts that a step shows.

    Blocking comes before the lines of its own step, so the state after it tells.
    """
    blocked = {
        ContactId(fact.name.removeprefix("blocked."))
        for fact, value in zip(story.facts, step.state.facts, strict=True)
        if value and fact.name.startswith("blocked.")
    }
    return [
        event
        for event in step.events
        if isinstance(event, Message) and event.speaker in blocked
    ]
