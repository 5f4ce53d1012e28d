"""All rules over one story; the only place that gives problems their rule's name."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.check.proofs import PROOFS, too_many_states
from game.check.rules import RULES, Finding, Surroundings
from game.check.walk import MAX_STATES, Walk, endings, walk
from game.source import Problem
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Report:
    """What checking a story found: all problems in order, and what was visited."""

    problems: tuple[Problem, ...]
    states: int
    endings: int
    proven: bool


def check(
    story: Story, around: Surroundings | None = None, *, limit: int = MAX_STATES
) -> Report:
    """Apply every rule to a story.

    Args:
        story: As parsed.
        around: What rules must know from outside the story.
        limit: States to visit at most; with more, nothing is proven and a problem
            says so.
    """
    surroundings = around or Surroundings()
    problems = [
        problem
        for rule in RULES
        for problem in _named(rule.__name__, rule(story, surroundings))
    ]
    found = walk(story, limit)
    if found.whole:
        for proof in PROOFS:
            problems += _named(proof.__name__, proof(story, found))
    else:
        problems += _named("too_many_states", too_many_states(story, found))
    return Report(
        tuple(sorted(problems)),
        len(found.states),
        _endings(story, found),
        proven=found.whole and not problems,
    )


def _endings(story: Story, found: Walk) -> int:
    return len({ending.id for ending in endings(story, found).values()})


def _named(name: str, findings: Iterator[Finding]) -> list[Problem]:
    rule = name.replace("_", "-")
    return [Problem(one.mark, one.message, rule, one.hint) for one in findings]
