"""That everything an author wrote can be met in some play."""

from collections.abc import Iterator

from game.check.rules import Finding
from game.check.survey import Survey
from game.source import Mark
from game.story.model import Beat, Scene


def never_offered(seen: Survey) -> Iterator[Finding]:
    """A choice can never be taken."""
    offered = {id(choice) for moment in seen.moments for choice in moment.offered}
    for scene in _written(seen):
        for choice in scene.choices:
            if id(choice) not in offered:
                yield Finding(
                    choice.mark,
                    "this choice can never be taken",
                    f"its condition never holds here: {choice.when.text}"
                    if choice.when is not None
                    else f"scene {scene.id!r} is always left before it",
                )


def never_shown(seen: Survey) -> Iterator[Finding]:
    """A step of a scene is never played."""
    for scene, beat in seen.unplayed:
        if "/" in scene.id:
            continue
        if beat.when is not None:
            hint = f"its condition never holds here: {beat.when.text}"
        else:
            hint = f"scene {scene.id!r} is always left before it"
        yield Finding(_place_of(scene, beat), "this step is never played", hint)


def never_ends(seen: Survey) -> Iterator[Finding]:
    """An ending can never be reached, though its scene is entered."""
    waiting = {moment.scene.id for moment in seen.moments}
    for scene in _written(seen):
        if scene.ending is not None and scene.id not in waiting:
            yield Finding(
                scene.ending.mark,
                "this ending can never be reached",
                f"scene {scene.id!r} is always left before it",
            )


def _written(seen: Survey) -> Iterator[Scene]:
    """Yield the scenes that are entered and not part of a shared piece.

    A piece is written for many stories, and may hold what one of them never needs.
    """
    for scene in seen.story.scenes.values():
        if scene.id in seen.entered and "/" not in scene.id:
            yield scene


def _place_of(scene: Scene, beat: Beat) -> Mark:
    if beat.when is not None:
        return beat.when.mark
    marks = (getattr(line, "mark", None) for line in beat.lines)
    return next((mark for mark in marks if mark is not None), scene.mark)
