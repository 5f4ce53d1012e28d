"""Rules over everything that can happen in a story, one function each.

Like ``rules``, but each looks at the walk; a refutation names the shortest play.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from game.check.rules import Finding, choices
from game.check.walk import (
    FAR,
    Walk,
    distance_to,
    endings,
    heard,
    on_cycles,
)
from game.engine.events import Act, Command, Offered, Pick, Tell
from game.engine.step import moment, tellable
from game.story.model import Band, SceneId, Story

Proof: TypeAlias = Callable[[Story, Walk], Iterator[Finding]]

LONGEST_PLAY: Final = 30
"""Commands of a play that are written out; of a longer one, the last."""
MOST_CHOICES: Final = 4
MOST_CHOICES_SEVEN: Final = 3
"""Options at once (content guide, "Words by age band")."""


def too_many_states(story: Story, found: Walk) -> Iterator[Finding]:
    """The story has more states than can be promised for."""
    if not found.whole:
        sizes = ", ".join(
            f"{fact.name} {fact.high - fact.low + 1}" for fact in story.facts
        )
        yield Finding(
            story.scenes[story.start].mark,
            f"the story has more than {len(found.states):,} states: nothing is proven",
            f"what multiplies them: {sizes}",
        )


def endless_play(story: Story, found: Walk) -> Iterator[Finding]:
    """A play can come to the same state again."""
    cycle = on_cycles(found)
    if cycle:
        state = found.states[cycle[0]]
        yield Finding(
            story.scenes[state.scene].mark,
            f"a play can go round through scene {state.scene!r} for ever",
            _play(story, found, cycle[0]),
        )


def stuck(story: Story, found: Walk) -> Iterator[Finding]:
    """Nothing can be chosen and the story has not ended."""
    seen = set()
    for at, state in enumerate(found.states):
        now = moment(story, state)
        if isinstance(now, Offered) and not now.choices and state.scene not in seen:
            seen.add(state.scene)
            yield Finding(
                story.scenes[state.scene].mark,
                f"nothing can be chosen in scene {state.scene!r}",
                _play(story, found, at),
            )


def too_many_choices(story: Story, found: Walk) -> Iterator[Finding]:
    """More choices are on offer at once than a child of the band can weigh."""
    most = MOST_CHOICES_SEVEN if story.band is Band.SEVEN else MOST_CHOICES
    seen = set()
    for at, state in enumerate(found.states):
        now = moment(story, state)
        if not isinstance(now, Offered) or state.scene in seen:
            continue
        if len(now.choices) > most:
            seen.add(state.scene)
            yield Finding(
                now.choices[most].mark,
                f"{len(now.choices)} choices at once, more than {most}",
                f"delete one, or give one an 'if:'; {_play(story, found, at)}",
            )


def never_offered(story: Story, found: Walk) -> Iterator[Finding]:
    """A choice can never be taken."""
    taken = {
        (found.states[at].scene, edge.command.choice)
        for at, ways in enumerate(found.edges)
        for edge in ways
        if isinstance(edge.command, Pick)
    }
    entered = {state.scene for state in found.states}
    for choice in choices(story):
        if (
            choice.scene in entered
            and choice.when is not None
            and (choice.scene, choice.id) not in taken
        ):
            yield Finding(
                choice.mark,
                "this choice can never be taken",
                f"its condition never holds here: {choice.when.text}",
            )


def far_from_help(story: Story, found: Walk) -> Iterator[Finding]:
    """From somewhere, an adult who listens is too many choices away."""
    away = distance_to(
        found, (at for at, state in enumerate(found.states) if heard(story, state))
    )
    seen = set()
    for at, state in enumerate(found.states):
        distance = away[at]
        over = story.scenes[state.scene].ending is not None
        if over and not tellable(story, state):
            continue
        if (distance is None or distance > FAR) and state.scene not in seen:
            seen.add(state.scene)
            far = "out of reach" if distance is None else f"{distance} choices away"
            yield Finding(
                story.scenes[state.scene].mark,
                f"in scene {state.scene!r} an adult who listens is {far}",
                _play(story, found, at),
            )


def nobody_told(story: Story, found: Walk) -> Iterator[Finding]:
    """An ending comes with nobody told, and offers nothing."""
    if story.harmless:
        return
    seen = set()
    for at, ending in endings(story, found).items():
        state = found.states[at]
        told = heard(story, state) or (ending.offer and tellable(story, state))
        if not told and state.scene not in seen:
            seen.add(state.scene)
            yield Finding(
                ending.mark,
                "the story can end here with nobody told",
                "add 'offer:' beside 'end:'" + _after(_play(story, found, at)),
            )


def blocked_speaks(story: Story, found: Walk) -> Iterator[Finding]:
    """Somebody writes after being blocked."""
    seen = set()
    for at, message in found.spoken:
        if message.mark not in seen:
            seen.add(message.mark)
            yield Finding(
                message.mark,
                f"{message.speaker!r} can write this after being blocked",
                f"add 'if: not blocked.{message.speaker}'"
                + _after(_play(story, found, at)),
            )


PROOFS: tuple[Proof, ...] = (
    endless_play,
    stuck,
    too_many_choices,
    never_offered,
    far_from_help,
    nobody_told,
    blocked_speaks,
)
"""What holds always, once the walk is whole; ``too_many_states`` says if it is not."""


def describe(story: Story, command: Command, scene: str) -> str:
    """Say a command as a play-through does."""
    match command:
        case Pick(key):
            choices_here = story.scenes[SceneId(scene)].choices
            return next((one.text for one in choices_here if one.id == key), key)
        case Act(action, contact):
            return f"{action.value} {contact}"
        case Tell(adult):
            return f"tell {adult}"
        case _:
            return "step out"


def _play(story: Story, found: Walk, at: int) -> str:
    """Say the shortest play that leads to a state, or its end if that is long."""
    shown: list[str] = []
    while (step := found.first[at]) is not None:
        if len(shown) == LONGEST_PLAY:
            return "a play that leads here ends: " + " > ".join(reversed(shown))
        at, command = step
        shown.append(describe(story, command, found.states[at].scene))
    if not shown:
        return "at the very beginning"
    return "one play that leads here: " + " > ".join(reversed(shown))


def _after(play: str) -> str:
    return f"; {play}"
