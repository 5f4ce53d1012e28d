"""Opening a story in the middle, for whoever writes it.

What comes out need not be reachable in a play: the author says what holds there.
"""

import re
from collections.abc import Mapping
from typing import Final

from game.engine.step import Place, Step, begin, enter
from game.story.model import Fact, Facts, SceneId, Story
from game.story.reading import close_to

_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_NEVER_READ: Final = re.compile(r"(looked|saved|blocked|reported)\.(.+)")
MOST_NAMES: Final = 12
"""Names that a sentence lists at most."""


class NoMiddleError(Exception):
    """A story cannot be opened there; the text is one sentence for people."""


def begin_at(story: Story, scene: str, given: Mapping[str, str]) -> Step:
    """Open a scene with some facts given, and the others as they are at the start.

    A scene that can go back to where telling began goes back to the first moment of
    the story. In a scene that telling an adult opens, that adult is being told.

    Args:
        story: The story.
        scene: The id of the scene to open.
        given: Values by the names of the facts that conditions use: ``yes`` or ``no``
            for what is yes or no, a whole number for a range or for how often an
            adult was told.

    Raises:
        NoMiddleError: If there is no such scene or fact, or the fact has no such value.
    """
    opened = story.scenes.get(SceneId(scene))
    if opened is None:
        raise NoMiddleError(_unknown("scene", scene, tuple(story.scenes)))
    start = begin(story).state if opened.aside else None
    facts = list(start.facts if start else _as_declared(story))
    for telling in story.tellings.values():
        if opened.id in telling.scenes:
            facts[telling.slot] = telling.scenes.index(opened.id) + 1
    for name, value in given.items():
        slot = _slot(story, name)
        facts[slot] = _value(story.facts[slot], value)
    back = Place(start.scene) if start else None
    return enter(story, opened.id, tuple(facts), back)


def _as_declared(story: Story) -> Facts:
    return tuple(fact.start for fact in story.facts)


def _slot(story: Story, name: str) -> int:
    for slot, fact in enumerate(story.facts):
        if fact.name == name:
            return slot
    found = _NEVER_READ.fullmatch(name)
    if found is not None and found.group(2) in story.cast:
        raise NoMiddleError(f"the story does not remember {name!r}: nothing reads it")
    known = tuple(fact.name for fact in story.facts)
    raise NoMiddleError(_unknown("fact", name, known))


def _value(fact: Fact, value: str) -> int:
    if fact.switch:
        if value not in {"yes", "no"}:
            raise NoMiddleError(f"fact {fact.name!r} is yes or no, not {value!r}")
        return int(value == "yes")
    if not _NUMBER.fullmatch(value) or not fact.low <= int(value) <= fact.high:
        raise NoMiddleError(
            f"fact {fact.name!r} is a whole number from {fact.low} to {fact.high}, "
            f"not {value!r}"
        )
    return int(value)


def _unknown(what: str, name: str, known: tuple[str, ...]) -> str:
    hint = close_to(name, known)
    if not hint:
        more = len(known) - MOST_NAMES
        rest = f" and {more} more" if more > 0 else ""
        hint = f"there are: {', '.join(known[:MOST_NAMES])}{rest}"
    return f"no {what} is called {name!r}; {hint}"
