"""That help is near at every moment, and telling counts whenever it comes."""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from operator import or_
from typing import Final

from game.check.compiled import spoken_to
from game.check.rules import Finding
from game.check.survey import Survey
from game.check.sweeps import NOWHERE, distances
from game.check.walk import Walk
from game.engine.events import Moved, Returned, Tell
from game.story.model import BACK, ContactId, Heard, SceneId, Skill

FAR: Final = 4
"""Choices that an adult who listens may be away, from anywhere."""


def nobody_told(seen: Survey) -> Iterator[Finding]:
    """An ending comes with nobody told, and offers nothing."""
    if seen.story.harmless:
        return
    found = seen.found
    heard = found.form.packing.facts[seen.story.heard][1]
    complained: set[SceneId] = set()
    for at in range(found.visited):
        scene = found.scene(at)
        if scene.ending is None or found.packed[at] & heard:
            continue
        offered = scene.ending.offer and found.starts[at] < found.starts[at + 1]
        if not offered and scene.id not in complained:
            complained.add(scene.id)
            yield Finding(
                scene.ending.mark,
                "the story can end here with nobody told",
                "add 'offer:' beside 'end:'",
                found.play_to(at),
            )


def far_from_help(seen: Survey) -> Iterator[Finding]:
    """From somewhere, an adult who listens is too many choices away."""
    away = _away(seen, frozenset(seen.story.cast))
    complained: set[SceneId] = set()
    for at in _waiting_for_help(seen, done=_mask(seen, (seen.story.heard,))):
        scene = seen.found.scene(at)
        if away[at] > FAR and scene.id not in complained:
            complained.add(scene.id)
            yield Finding(
                scene.mark,
                f"in scene {scene.id!r} an adult who listens is {_far(away[at])}",
                "let an adult listen sooner: 'heard:' after one choice is best",
                seen.found.play_to(at),
            )


def help_only_at_home(seen: Survey) -> Iterator[Finding]:
    """From somewhere, all adults who are near and listen are of the family.

    Home is not safe for every child. Asked until somebody outside the family was
    told; named once, as what makes it so makes it so in most scenes.
    """
    story = seen.story
    outside = frozenset(one.id for one in story.cast.values() if not one.family)
    anybody, away = _away(seen, frozenset(story.cast)), _away(seen, outside)
    if min(away) > len(away):
        # Nobody outside the family listens at all: another rule says so.
        return
    told = (one.slot for one in story.tellings.values() if one.adult in outside)
    for at in _waiting_for_help(seen, done=_mask(seen, (story.heard, *told))):
        if away[at] > FAR >= anybody[at]:
            scene = seen.found.scene(at)
            yield Finding(
                scene.mark,
                f"in scene {scene.id!r} an adult who listens and is not of the family "
                f"is {_far(away[at])}",
                "let somebody outside the family listen, also when they are told first",
                seen.found.play_to(at),
            )
            return


def telling_late(seen: Survey) -> Iterator[Finding]:
    """Telling an adult counts for less at one moment than at another.

    Compared where nobody has listened yet: what the first answers to the adult count
    for. A second telling of somebody may well be shorter.
    """
    found = seen.found
    most: dict[SceneId, tuple[int, int]] = {}
    least: dict[SceneId, tuple[int, int]] = {}
    for edge, opened in _tellings(seen):
        count = _told_moves(found, found.targets[edge])
        if opened not in most or count > most[opened][0]:
            most[opened] = count, edge
        if opened not in least or count < least[opened][0]:
            least[opened] = count, edge
    for opened, (high, other) in most.items():
        low, edge = least[opened]
        if low < high:
            yield Finding(
                seen.story.scenes[opened].mark,
                f"telling that opens scene {opened!r} can count for {low}, and for "
                f"{high} at another moment",
                "let the choices with 'move:' be there whenever it comes; it counts "
                "for more after: " + " > ".join(found.play_along(other)),
                found.play_along(edge),
            )


def telling_unheard(seen: Survey) -> Iterator[Finding]:
    """An adult is told, does not listen, and the story goes on with them.

    Whatever is answered in the next choices: a bad reaction leads back to where
    telling began. Telling is the player's own, or a choice said to an adult that is a
    move of telling.
    """
    found = seen.found
    complained: set[SceneId] = set()
    answered: dict[ContactId, list[int]] = {}
    for edge, adult, opened in chain(_told(seen), _told_by_choice(seen)):
        if adult not in answered:
            answered[adult] = _answered(seen, adult)
        events = found.passages[found.ways[edge]].events
        if (
            opened not in complained
            and Heard(adult) not in events
            and Returned() not in events
            and answered[adult][found.targets[edge]] > FAR
        ):
            complained.add(opened)
            yield Finding(
                seen.story.scenes[opened].mark,
                f"{adult!r} is told here, and whatever is said does not listen",
                f"add the step 'heard: {adult}' where they do, or lead back",
                found.play_along(edge),
            )


def _told(seen: Survey) -> Iterator[tuple[int, ContactId, SceneId]]:
    adults = {
        scene: telling.adult
        for telling in seen.story.tellings.values()
        for scene in telling.scenes
    }
    for edge, opened in _tellings(seen):
        yield edge, adults[opened], opened


def _told_by_choice(seen: Survey) -> Iterator[tuple[int, ContactId, SceneId]]:
    """Yield each way that is a choice of telling an adult before anybody listened."""
    found, cast = seen.found, seen.story.cast
    heard = found.form.packing.facts[seen.story.heard][1]
    told: dict[int, tuple[ContactId, SceneId]] = {}
    for way, passage in enumerate(found.passages):
        choice = passage.choice
        to = None if choice is None else spoken_to(choice)
        if choice is None or to is None or to not in cast or not cast[to].trusted:
            continue
        if choice.goto != BACK and any(one.skill is Skill.TELL for one in choice.moves):
            told[way] = to, choice.goto
    for at, state in enumerate(found.packed):
        # What telling opened is asked about where it was opened.
        if state & heard or found.scene(at).telling:
            continue
        for edge in range(found.starts[at], found.starts[at + 1]):
            if found.ways[edge] in told:
                yield edge, *told[found.ways[edge]]


def _answered(seen: Survey, adult: ContactId) -> list[int]:
    """Return in how many choices each state can make an adult listen, or lead back."""
    goals = [
        passage.choice is not None
        and (Returned() in passage.events or Heard(adult) in passage.events)
        for passage in seen.found.passages
    ]
    picked = [passage.choice is not None for passage in seen.found.passages]
    return distances(seen.found, seen.order, goals, picked)


def _away(seen: Survey, adults: frozenset[ContactId]) -> list[int]:
    """Return how many commands ahead of each state one of *adults* listens next."""
    goals = [
        any(isinstance(one, Heard) and one.adult in adults for one in way.events)
        for way in seen.found.passages
    ]
    return distances(seen.found, seen.order, goals)


def _mask(seen: Survey, slots: Iterable[int]) -> int:
    """Return the bits of some facts; all are 0 in a state where none has happened."""
    return reduce(or_, (seen.found.form.packing.facts[slot][1] for slot in slots))


def _waiting_for_help(seen: Survey, done: int) -> Iterator[int]:
    """Yield the states where the bits *done* are 0 and something can still be done."""
    found = seen.found
    for at, state in enumerate(found.packed):
        if not state & done and found.starts[at] < found.starts[at + 1]:
            yield at


def _far(distance: int) -> str:
    return "out of reach" if distance >= NOWHERE else f"{distance} choices away"


def _tellings(seen: Survey) -> Iterator[tuple[int, SceneId]]:
    """Yield each way that is telling before anybody listened, and what it opens.

    Adults who do not even let the player answer are left out.
    """
    found, story = seen.found, seen.story
    facts = found.form.packing.facts
    heard = facts[story.heard][1]
    tells = [
        story.tellings[one.command.adult]
        if isinstance(one.command, Tell) and Returned() not in one.events
        else None
        for one in found.passages
    ]
    for at, state in enumerate(found.packed):
        if state & heard:
            continue
        for edge in range(found.starts[at], found.starts[at + 1]):
            telling = tells[found.ways[edge]]
            if telling is not None:
                shift, mask, low = facts[telling.slot]
                yield edge, telling.scenes[((state & mask) >> shift) + low]


def _told_moves(found: Walk, at: int) -> int:
    """Return how many moves of telling are among the choices of a state."""
    ways = found.ways[found.starts[at] : found.starts[at + 1]]
    moves = {
        event.move.id
        for way in ways
        for event in found.passages[way].events
        if isinstance(event, Moved) and event.move.skill is Skill.TELL
    }
    return len(moves)
