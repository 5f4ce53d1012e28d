"""Rules over everything that can happen in a story: all of them, in order.

Like ``rules``, but each looks at what came up on the walk, and a refutation comes
with a shortest play that shows it.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from game.check.met import never_ends, never_offered, never_shown
from game.check.minutes import promised_minutes
from game.check.moments import (
    blocked_speaks,
    no_safe_move,
    no_way_back,
    stuck,
    too_many_choices,
    written_to_blocked,
)
from game.check.rules import Finding
from game.check.survey import Survey
from game.check.telling import (
    far_from_help,
    help_only_at_home,
    nobody_told,
    telling_late,
    telling_unheard,
)
from game.check.walk import MOST_STATES

Proof: TypeAlias = Callable[[Survey], Iterator[Finding]]


def too_many_states(seen: Survey) -> Iterator[Finding]:
    """The story has more states than a story should have."""
    found = seen.found
    if len(found) > MOST_STATES:
        sizes = ", ".join(
            f"{fact.name} {fact.high - fact.low + 1}" for fact in seen.story.facts
        )
        count = f"{len(found):,}" if found.whole else f"more than {len(found):,}"
        yield Finding(
            seen.story.scenes[seen.story.start].mark,
            f"the story has {count} states, and should have {MOST_STATES:,} at most",
            f"what multiplies them: {sizes}",
        )


def not_proven(seen: Survey) -> Iterator[Finding]:
    """The walk stopped at its limit."""
    if not seen.found.whole:
        yield Finding(
            seen.story.scenes[seen.story.start].mark,
            f"only the first {seen.found.visited:,} states were visited",
            "not proven: that every play ends, that help is never far, that telling "
            "late counts as much, that all that is written can be seen, and of the "
            "other states nothing; have fewer facts, or raise --max-states",
        )


def endless_play(seen: Survey) -> Iterator[Finding]:
    """A play can come to the same state again."""
    found = seen.found
    if len(seen.order) < len(found):
        ordered = set(seen.order)
        at = next(at for at in range(len(found)) if at not in ordered)
        scene = found.scene(at)
        yield Finding(
            scene.mark,
            f"a play can go round through scene {scene.id!r} for ever",
            "lead one way out of the round",
            found.play_to(at),
        )


OF_WHAT_WAS_VISITED: Final[tuple[Proof, ...]] = (
    too_many_states,
    not_proven,
    stuck,
    too_many_choices,
    no_safe_move,
    no_way_back,
    nobody_told,
    blocked_speaks,
    written_to_blocked,
)
"""What one state can refute: asked also when the walk stopped at its limit."""

OF_THE_WHOLE: Final[tuple[Proof, ...]] = (
    never_offered,
    never_shown,
    never_ends,
    far_from_help,
    help_only_at_home,
    telling_late,
    telling_unheard,
    promised_minutes,
)
"""What can be asked only when every state was visited, and every play ends."""

PROOFS: Final = (*OF_WHAT_WAS_VISITED, endless_play, *OF_THE_WHOLE)
