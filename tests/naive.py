"""A search that anybody can see to be right, to hold the checker's walk against.

Knows the rules of play and nothing of ``game.check``: every step is asked of the
engine, and states are kept in a dictionary.
"""

from collections import deque

from game.engine.events import Act, Moved, Offered
from game.engine.step import advance, begin, commands, moment


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


def move_sets(story, steps):
    """Return every pair of a state and the names of moves made on a way there.

    An action that leaves the state as it is can make a move all the same.
    """
    made = {
        state: [
            (step.state, moves_of(step))
            for step in (*by_command.values(), *idle(story, state))
        ]
        for state, by_command in steps.items()
    }
    waiting = [(next(iter(steps)), frozenset())]
    found = set(waiting)
    while waiting:
        state, before = waiting.pop()
        for to, more in made[state]:
            pair = to, before | more
            if pair not in found:
                found.add(pair)
                waiting.append(pair)
    return found


def moves_of(step):
    return frozenset(event.move.id for event in step.events if isinstance(event, Moved))


def idle(story, state):
    """Return the steps of actions that nothing depends on."""
    if not isinstance(moment(story, state), Offered):
        return []
    return [
        advance(story, state, Act(one.action, one.contact))
        for one in story.responses.values()
        if one.slot is None
    ]
