"""A search that anybody can see to be right, to hold the checker's walk against.

Knows the rules of play and nothing of ``game.check``: every step is asked of the
engine, and states are kept in a dictionary.
"""

from collections import deque

from game.engine.step import advance, begin, commands


def search(story, limit=1_000_000):
    """Return the steps from each reachable state by command, nearest states first.

    None if there are more states than *limit*.
    """
    steps = {}
    waiting = deque([begin(story).state])
    while waiting:
        state = waiting.popleft()
        if state in steps:
            continue
        if len(steps) == limit:
            return None
        steps[state] = {
            command: advance(story, state, command)
            for command in commands(story, state)
        }
        waiting.extend(step.state for step in steps[state].values())
    return steps


def ways(steps):
    """Return the states that each state leads to."""
    return {
        state: {step.state for step in by_command.values()}
        for state, by_command in steps.items()
    }


def distances(steps):
    """Return how many commands each state is away from the first one."""
    leads = ways(steps)
    ring = {next(iter(steps))}
    away = dict.fromkeys(ring, 0)
    while ring:
        ring = {to for state in ring for to in leads[state]} - away.keys()
        away |= dict.fromkeys(ring, max(away.values()) + 1)
    return away


def within(steps, goals, most):
    """Return the states from which one of *goals* is at most so many commands away."""
    leads = ways(steps)
    near = set(goals)
    for _ in range(most):
        near |= {state for state, to in leads.items() if to & near}
    return near
