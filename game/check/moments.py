"""What must hold at each moment of choice, whatever happened before.

Each of these holds of what was visited even if the walk stopped at its limit.
"""

from collections.abc import Callable, Iterator
from typing import Final

from game.check.compiled import spoken_to
from game.check.rules import Finding
from game.check.survey import Moment, Survey
from game.engine.events import Moved
from game.story.model import Band, Message, SceneId

MOST_CHOICES: Final = 4
MOST_CHOICES_SEVEN: Final = 3
"""Options at once (content guide, "Words by age band")."""


def stuck(seen: Survey) -> Iterator[Finding]:
    """Nothing can be chosen and the story has not ended."""
    for one in _first_in_scene(seen, lambda moment: not moment.offered):
        yield Finding(
            one.scene.mark,
            f"nothing can be chosen in scene {one.scene.id!r}",
            "let one choice stay when the others are gone, or lead on",
            seen.found.play_to(one.at),
        )


def too_many_choices(seen: Survey) -> Iterator[Finding]:
    """More choices are on offer at once than a child of the band can weigh."""
    most = MOST_CHOICES_SEVEN if seen.story.band is Band.SEVEN else MOST_CHOICES
    for one in _first_in_scene(seen, lambda moment: len(moment.offered) > most):
        yield Finding(
            one.offered[most].mark,
            f"{len(one.offered)} choices at once, more than {most}",
            "delete one, or give one an 'if:'",
            seen.found.play_to(one.at),
        )


def no_safe_move(seen: Survey) -> Iterator[Finding]:
    """A moment of choice offers no safety move that is written there."""
    for one in _first_in_scene(seen, _nothing_safe):
        yield Finding(
            one.scene.choices[0].mark,
            f"none of the choices in scene {one.scene.id!r} is a safety move",
            "add 'move: skill' to one that is there, or 'ordinary: yes' beside "
            "'choose:'",
            seen.found.play_to(one.at),
        )


def no_way_back(seen: Survey) -> Iterator[Finding]:
    """After a choice that carries a risk nothing safe can be done at once."""
    found = seen.found
    risky = {
        way: passage.choice
        for way, passage in enumerate(found.passages)
        if passage.choice is not None and passage.choice.risk
    }
    if not risky:
        return
    safe = [
        any(isinstance(event, Moved) for event in passage.events)
        for passage in found.passages
    ]
    complained: set[int] = set()
    for edge, way in enumerate(found.ways):
        choice = risky.get(way)
        to = found.targets[edge]
        if choice is None or id(choice) in complained or to >= found.visited:
            continue
        if found.scene(to).ending is not None:
            continue
        ways = found.ways[found.starts[to] : found.starts[to + 1]]
        if not any(safe[way] for way in ways if found.passages[way].choice):
            complained.add(id(choice))
            yield Finding(
                choice.mark,
                "after this risk no safety move is among the next choices",
                f"give a choice in scene {found.scene(to).id!r} a 'move:'",
                found.play_along(edge),
            )


def blocked_speaks(seen: Survey) -> Iterator[Finding]:
    """Somebody writes after being blocked."""
    blocked = seen.found.form.blocked
    complained = set()
    for way, passage in enumerate(seen.found.passages):
        for message in passage.events:
            if (
                isinstance(message, Message)
                and message.mark not in complained
                and message.speaker in blocked
                and passage.facts[blocked[message.speaker]]
            ):
                complained.add(message.mark)
                yield Finding(
                    message.mark,
                    f"{message.speaker!r} can write this after being blocked",
                    f"add 'if: not blocked.{message.speaker}'",
                    seen.found.play_along(seen.found.ways.index(way)),
                )


def written_to_blocked(seen: Survey) -> Iterator[Finding]:
    """The player can answer somebody who is blocked."""
    blocked = seen.found.form.blocked
    complained = set()
    for way, passage in enumerate(seen.found.passages):
        choice = passage.choice
        to = None if choice is None else spoken_to(choice)
        if choice is None or to is None or to not in blocked:
            continue
        if passage.before[blocked[to]] and choice.mark not in complained:
            complained.add(choice.mark)
            yield Finding(
                choice.mark,
                f"this can be said to {to!r} after blocking them",
                f"add 'if: not blocked.{to}'",
                seen.found.play_along(seen.found.ways.index(way)),
            )


def _first_in_scene(seen: Survey, wrong: Callable[[Moment], bool]) -> Iterator[Moment]:
    """Yield for each scene the first moment of choice in it that is wrong."""
    complained: set[SceneId] = set()
    for moment in seen.moments:
        scene = moment.scene
        if scene.ending is None and scene.id not in complained and wrong(moment):
            complained.add(scene.id)
            yield moment


def _nothing_safe(moment: Moment) -> bool:
    return (
        not moment.scene.ordinary
        and bool(moment.offered)
        and not any(choice.moves for choice in moment.offered)
    )
