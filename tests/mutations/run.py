"""Spoil the shipped stories and see what the checker says."""

from collections import Counter
from dataclasses import dataclass
from random import Random

from tests.mutations.mutant import Mutant
from tests.mutations.operators import SHAPES
from tests.mutations.reading import LIBRARY, PIECES, problems
from tests.mutations.source import Source
from tests.mutations.words import WORDS

SITES = 50
"""Of an operator with more sites, so many are drawn."""
OVER_ALL, OF_EACH = 0.95, 0.80
"""Shares that must be caught, of the mutants that do harm."""


@dataclass(frozen=True)
class Outcome:
    """What was said of a mutant: ``caught`` by a problem, ``harmless``, or missed."""

    mutant: Mutant
    verdict: str
    said: tuple[str, ...] = ()

    def __str__(self):
        said = "; ".join(self.said) or "nothing"
        return f"{self.mutant.place} {self.mutant.what}: {said}"


def sources():
    return [
        Source(path.parent.name, path.read_text(encoding="utf-8"))
        for path in sorted(LIBRARY.scenarios.glob("*/story.yaml"))
    ]


def mutants(most=SITES):
    """Return the mutants of each operator, by its name; all, or so many drawn."""
    stories, found = sources(), {}
    for operator in (*SHAPES, *WORDS):
        name = operator.__name__.replace("_", "-")
        every = [one for source in stories for one in operator(source)]
        spoilt = [one for one in every if one.text != one.source.text]
        chance = Random(name)  # noqa: S311 (no secret)
        found[name] = spoilt if len(spoilt) <= most else chance.sample(spoilt, most)
    return found


def judged(mutant):
    """Return what the checker made of a mutant."""
    found = problems(mutant.text)
    if any(meets(one, problem) for one in mutant.expected for problem in found):
        return Outcome(mutant, "caught")
    said = tuple(f"{one.rule} {one.mark.file}:{one.mark.line}" for one in found[:4])
    if mutant.excuse is not None and mutant.excuse(mutant):
        return Outcome(mutant, "harmless", said)
    return Outcome(mutant, "missed", said)


def meets(expected, problem):
    if problem.rule not in expected.rules:
        return False
    if problem.mark.file.startswith(PIECES):
        name = problem.mark.file.removeprefix(PIECES).removesuffix(".yaml")
        return name in expected.pieces
    return problem.mark.line in expected.lines


def shares(outcomes):
    """Return the share that was caught, of those that do harm and of all."""
    count = Counter(one.verdict for one in outcomes)
    harmful = count["caught"] + count["missed"]
    return (
        count["caught"] / harmful if harmful else 1.0,
        count["caught"] / len(outcomes) if outcomes else 1.0,
    )
