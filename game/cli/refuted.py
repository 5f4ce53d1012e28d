"""``check --plays``: each problem that a player runs into, as a play to follow."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from game.files import write_whole
from game.source import Problem

Refuted: TypeAlias = tuple[Path, Problem]
"""The folder of a story and one of its problems."""


def write_plays(refuted: Sequence[Refuted], folder: Path) -> Iterator[str]:
    """Write the play of each problem that has one; yield how to play it.

    A file is named after story, rule and line, and is what ``play --follow`` reads.
    Files of the same name are replaced, others in the folder left alone.

    Raises:
        OSError: If the folder cannot be made or written to.
    """
    for story, problem in refuted:
        if problem.play is not None:
            name = f"{story.name}-{problem.rule}-{problem.mark.line}.chat"
            steps = "".join(f"> {step}\n" for step in problem.play)
            write_whole(folder / name, f"{problem}\n\n{steps}")
            yield f"play {story} --follow {folder / name}"
