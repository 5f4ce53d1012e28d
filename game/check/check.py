"""All rules over one story; the only place that gives problems their rule's name."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from game.check.proofs import OF_THE_WHOLE, OF_WHAT_WAS_VISITED, Proof, endless_play
from game.check.quiet import quiet
from game.check.reader.levels import Level
from game.check.reader.manuscript import Manuscript
from game.check.reader.rules import READER
from game.check.rules import RULES, Finding, Surroundings
from game.check.survey import Survey, survey
from game.check.walk import LIMIT, walk
from game.collecting import nothing_collected
from game.source import Problem, Quieted
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Report:
    """What checking a story found: all problems in order, and what was visited.

    ``proven`` says that all that can happen was visited, and no rule was broken.
    ``levels`` are the reading levels of what there is enough of to measure; ``quieted``
    is what an author took out of ``problems``, with the reason, in order.
    """

    problems: tuple[Problem, ...]
    seen: Survey
    proven: bool
    levels: tuple[Level, ...] = ()
    quieted: tuple[Quieted, ...] = ()

    @property
    def states(self) -> int:
        """How many states were reached."""
        return len(self.seen.found)

    @property
    def endings(self) -> int:
        """How many endings were reached."""
        return len({one.scene.id for one in self.seen.moments if one.scene.ending})


def check(
    story: Story, around: Surroundings | None = None, *, limit: int = LIMIT
) -> Report:
    """Apply every rule to a story.

    Args:
        story: As parsed.
        around: What rules must know from outside the story.
        limit: States to visit at most; with more, a problem says what is not proven.
    """
    with nothing_collected():
        return _checked(story, around or Surroundings(), limit)


def _checked(story: Story, around: Surroundings, limit: int) -> Report:
    problems = [
        problem
        for rule in RULES
        for problem in _named(rule.__name__, rule(story, around))
    ]
    found, levels = _read(story, around)
    problems += found
    seen = survey(walk(story, limit))
    for proof in _proofs(seen):
        problems += _named(proof.__name__, proof(seen))
    file = story.scenes[story.start].mark.file
    left, quieted = quiet(problems, around.texts, file)
    return Report(
        left,
        seen,
        proven=seen.found.whole and not left,
        levels=levels,
        quieted=quieted,
    )


def _read(
    story: Story, around: Surroundings
) -> tuple[list[Problem], tuple[Level, ...]]:
    """Read the words of a story; what that needs is forgotten before the walk."""
    script = Manuscript(story, around)
    found = (_named(read.__name__, read(script)) for read in READER)
    return list(chain.from_iterable(found)), script.levels


def _proofs(seen: Survey) -> Iterator[Proof]:
    yield from OF_WHAT_WAS_VISITED
    if seen.found.whole:
        yield endless_play
        if len(seen.order) == len(seen.found):
            yield from OF_THE_WHOLE


def _named(name: str, findings: Iterator[Finding]) -> list[Problem]:
    rule = name.replace("_", "-")
    return [
        Problem(one.mark, one.message, rule, one.hint, one.play) for one in findings
    ]
