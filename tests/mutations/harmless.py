"""Why an edit may do no harm, established by playing and not by asking the checker.

Each function returns a question about a mutant: whether this reason holds for it. The
reasons are those of docs/decisions/0008-mutations.md, "Where an edit may do no harm".
"""

from functools import cache

from game.engine.events import Ended, Offered
from game.engine.step import moment, tellable
from game.story.model import Heard, Message
from tests.mutations.reading import original, spoilt
from tests.naive import search, within

TOO_MANY = 50_000
"""States of a spoilt story that cannot be called harmless any more."""

FAR = 4
"""Choices within which an adult who listens is to be found."""


def heard(story, state):
    """Whether an adult has listened."""
    return state.facts[story.heard] == 1


@cache
def searched(source):
    """Return an unspoilt story and its steps."""
    story = original(source)
    return story, search(story)


def another_plot(mutant):
    """Whether all that was met can be met still, and every play ends near help."""
    story = spoilt(mutant)
    if story is None:
        return False
    steps = search(story, TOO_MANY)
    if steps is None:
        return False
    before = met(*searched(mutant.source))
    return (
        before <= met(story, steps)
        and not any(is_stuck(story, state) for state in steps)
        and all(ends_well(story, state) for state in steps)
        and near_help(story, steps)
        and not any(is_from_blocked(story, step) for step in every(steps))
    )


def every(steps):
    return (step for by_command in steps.values() for step in by_command.values())


def met(story, steps):
    """Return scene and number of each line and choice that some play meets."""
    names = {
        id(line): (scene.id, "line", number)
        for scene in story.scenes.values()
        for number, line in enumerate(
            line for beat in scene.beats for line in beat.lines
        )
    }
    shown = {
        names[id(event)]
        for step in every(steps)
        for event in step.events
        if id(event) in names
    }
    for state in steps:
        scene = story.scenes[state.scene]
        shown.add((scene.id, "scene", 0))
        now = moment(story, state)
        offered = now.choices if isinstance(now, Offered) else ()
        shown |= {
            (scene.id, "choice", number)
            for number, choice in enumerate(scene.choices)
            if any(choice is one for one in offered)
        }
    return shown


def is_stuck(story, state):
    now = moment(story, state)
    return isinstance(now, Offered) and not now.choices


def ends_well(story, state):
    now = moment(story, state)
    return (
        story.harmless
        or not isinstance(now, Ended)
        or heard(story, state)
        or bool(now.ending.offer and tellable(story, state))
    )


def is_from_blocked(story, step):
    """Whether somebody writes in a step after which they are blocked."""
    blocked = {
        fact.name.removeprefix("blocked.")
        for fact, value in zip(story.facts, step.state.facts, strict=True)
        if value and fact.name.startswith("blocked.")
    }
    return any(
        isinstance(event, Message) and event.speaker in blocked for event in step.events
    )


def near_help(story, steps):
    listened = {state for state in steps if heard(story, state)}
    near = within(steps, listened, FAR)
    return all(
        state in near
        or (isinstance(moment(story, state), Ended) and not tellable(story, state))
        for state in steps
    )


def heard_before(part):
    """Whether an adult has listened before whenever this step is played."""

    def holds(mutant):
        story, steps = searched(mutant.source)
        at = [step for step in mutant.source.steps if step.scene == part.scene]
        number = [step for step in at if step.kind == "heard"].index(part)
        lines = [
            line
            for beat in story.scenes[part.scene].beats
            for line in beat.lines
            if isinstance(line, Heard)
        ]
        return all(
            heard(story, state)
            for state, by_command in steps.items()
            for step in by_command.values()
            if any(event is lines[number] for event in step.events)
        )

    return holds


def always_told(scene):
    """Whether an adult has listened in every play that ends in this scene."""

    def holds(mutant):
        story, steps = searched(mutant.source)
        return all(heard(story, state) for state in steps if state.scene == scene)

    return holds


def neither_safe_nor_risky(part):
    """Whether the choice may go without a reason."""

    def holds(_):
        return part.kind == "choice" and "move" not in part.at and "risk" not in part.at

    return holds


def a_move_is_left(scene):
    """Whether a safe choice is on offer in every play that comes to the moment."""

    def holds(mutant):
        story = spoilt(mutant)
        return story is not None and all(
            any(choice.moves for choice in moment(story, state).choices)
            for state in search(story)
            if state.scene == scene
        )

    return holds


def never_blocked_there(part, contact):
    """Whether no play comes to this message or choice with the contact blocked."""

    def holds(mutant):
        story = spoilt(mutant)
        if story is None:
            return False
        slot = [fact.name for fact in story.facts].index(f"blocked.{contact}")
        steps = search(story)
        return not any(
            step.state.facts[slot] and shows(step, mutant.line) for step in every(steps)
        ) and not any(
            state.facts[slot]
            for state in steps
            for choice in getattr(moment(story, state), "choices", ())
            if choice.mark.line == part.line
        )

    return holds


def shows(step, line):
    """Whether a step shows what stands on a line."""
    return any(
        getattr(event, "mark", None) is not None and event.mark.line == line
        for event in step.events
    )
