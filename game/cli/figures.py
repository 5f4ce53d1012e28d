"""What ``check --figures`` says of a story that was walked through."""

from collections.abc import Iterator

from game.check.check import Report
from game.check.folded import fold
from game.check.minutes import minutes
from game.check.scores import Range, scores
from game.story.model import Ending, Story


def figures(story: Story, checked: Report) -> Iterator[str]:
    """Yield lines: states and what multiplies them, minutes, moves of each ending.

    Nothing, with the reason, for a story that was not visited whole: the figures
    would be wrong.
    """
    seen = checked.seen
    sizes = ", ".join(f"{one.name} {one.high - one.low + 1}" for one in story.facts)
    yield f"    states: {checked.states:,}; multiplied by {sizes}"
    if len(seen.order) < checked.states:
        yield "    no more figures: not every play was followed to its end"
        return
    took = minutes(seen.found, seen.order)
    yield (
        f"    minutes of reading: {took.shortest:.1f} at least, {took.typical:.1f} "
        f"usual, {took.longest:.1f} at most; promised {story.minutes}"
    )
    found = scores(fold(seen.found, seen.order))
    for ending in _endings(story):
        score = found.get(ending.id)
        if score is None:
            continue
        skills = ", ".join(
            f"{skill.value} {_range(counts)}" for skill, counts in score.skills.items()
        )
        yield f"    {ending.mark}: {_range(score.total)} safety moves ({skills})"


def _endings(story: Story) -> Iterator[Ending]:
    for scene in story.scenes.values():
        if scene.ending is not None:
            yield scene.ending


def _range(counts: Range) -> str:
    if counts.least == counts.most:
        return str(counts.least)
    return f"{counts.least} to {counts.most}"
