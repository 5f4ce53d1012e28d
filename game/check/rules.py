"""Rules over a story as written, one function each; the function's name is the rule.

Each rule yields problems; order and rule names are given by ``check``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeAlias

from game.check.reader.levels import HelpTexts
from game.check.reader.lists import Lists
from game.source import Mark
from game.story.graph import reachable, ways
from game.story.model import (
    Action,
    Beat,
    Choice,
    Condition,
    Contact,
    Drawing,
    Effect,
    Heard,
    Move,
    Note,
    Scene,
    SceneId,
    Story,
)
from game.story.reading import close_to
from game.story.swap import offered


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that does not know its rule yet, so that no rule can mislabel it.

    ``play`` is a play that shows it, None where no play is needed.
    """

    mark: Mark
    message: str
    hint: str = ""
    play: tuple[str, ...] | None = None


def nothing_undrawn(_: str) -> tuple[str, ...]:
    """Take every character to be one that can be drawn."""
    return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rules must know from outside the story.

    ``pictures`` are the names of drawings, if known. ``undrawn`` returns the characters
    of a text that no font can draw, each once. ``lists`` are the words that the
    reader looks for. ``texts`` are the texts of the story's files by their names in
    marks, in which words are shown and lines quieted. ``help`` is the help page that
    stories end with.
    """

    pictures: frozenset[str] | None = None
    lists: Lists = field(default_factory=Lists)
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    help: HelpTexts | None = None
    undrawn: Callable[[str], tuple[str, ...]] = nothing_undrawn


FEWEST_ADULTS: Final = 2

Rule: TypeAlias = Callable[[Story, Surroundings], Iterator[Finding]]


def unreachable_scene(story: Story, _: Surroundings) -> Iterator[Finding]:
    """No way leads to a scene."""
    graph = {scene.id: ways(scene) for scene in story.scenes.values()}
    found = reachable(graph, _openings(story))
    for scene in story.scenes.values():
        # The scenes of a shared piece are answered for by the scene that uses it.
        if scene.id not in found and "/" not in scene.id:
            yield Finding(
                scene.mark,
                f"no way leads to scene {scene.id!r}",
                "lead a goto here, or delete the scene",
            )


def unread_fact(story: Story, _: Surroundings) -> Iterator[Finding]:
    """A fact is declared and no condition reads it."""
    read = frozenset[int]().union(*(when.reads for when in _conditions(story)))
    for slot, fact in enumerate(story.facts):
        if slot < story.heard and slot not in read:
            yield Finding(
                fact.mark,
                f"no condition reads fact {fact.name!r}",
                "every fact multiplies the states of a story: delete it, or use it",
            )


def unset_fact(story: Story, _: Surroundings) -> Iterator[Finding]:
    """A fact is declared and nothing sets it."""
    written = {effect.slot for effect in _effects(story)}
    for slot, fact in enumerate(story.facts):
        if slot < story.heard and slot not in written:
            yield Finding(
                fact.mark,
                f"nothing sets fact {fact.name!r}",
                "add 'set:' to a choice or a step, or delete the fact",
            )


def unanswered_block(story: Story, _: Surroundings) -> Iterator[Finding]:
    """Somebody whom the player does not know cannot be blocked."""
    for contact in _strangers(story):
        if (Action.BLOCK, contact.id) not in story.responses:
            yield Finding(
                contact.mark,
                f"{contact.id!r} cannot be blocked",
                f"say under 'when: block:' where blocking {contact.name} leads",
            )


def no_adult_outside(story: Story, _: Surroundings) -> Iterator[Finding]:
    """No trusted adult is from outside the family: home is not safe for every child."""
    trusted = [contact for contact in story.cast.values() if contact.trusted]
    if len(trusted) < FEWEST_ADULTS:
        yield Finding(
            _start(story).mark,
            f"the story has {'one' if trusted else 'no'} trusted adult, and needs two",
            "when the first reacts badly there must be a second: "
            "add 'trusted: yes' to somebody under 'cast:'",
        )
    elif all(contact.family for contact in trusted):
        yield Finding(
            _start(story).mark,
            "every trusted adult is family",
            "add somebody from outside the family: home is not safe for every child",
        )


def adult_never_listens(story: Story, _: Surroundings) -> Iterator[Finding]:
    """An adult can be told and never listens."""
    listening = {
        line.adult
        for scene in story.scenes.values()
        for beat in scene.beats
        for line in beat.lines
        if isinstance(line, Heard)
    }
    for telling in story.tellings.values():
        if telling.adult not in listening:
            yield Finding(
                story.scenes[telling.scenes[0]].mark,
                f"{telling.adult!r} can be told and never listens",
                f"add the step 'heard: {telling.adult}' where they do",
            )


def unpractised_skill(story: Story, _: Surroundings) -> Iterator[Finding]:
    """The story promises a skill that no move practises."""
    practised = {move.skill for move in moves(story)}
    for skill in story.skills:
        if skill not in practised:
            yield Finding(
                _start(story).mark,
                f"the story promises {skill.value!r}, and no move practises it",
                "add a choice with this move, or take it out of 'skills:'",
            )


def unpromised_skill(story: Story, _: Surroundings) -> Iterator[Finding]:
    """A move practises a skill that the story does not name."""
    made = [(move, choice.mark) for choice in choices(story) for move in choice.moves]
    made += [
        (response.move, response.mark)
        for response in story.responses.values()
        if response.move is not None
    ]
    # A choice may bring the move of an action along: one problem is enough.
    for move, mark in {move.id: (move, mark) for move, mark in reversed(made)}.values():
        if move.skill not in story.skills:
            yield Finding(
                mark,
                f"{move.skill.value!r} is not among the story's skills",
                "add it to 'skills:' at the top",
            )


def unknown_picture(story: Story, around: Surroundings) -> Iterator[Finding]:
    """A picture of a contact, a note or an ending is not among the drawings."""
    if around.pictures is None:
        return
    shown = [(one.picture, one.mark) for one in story.cast.values()]
    shown += [(one.name, one.mark) for one in _drawings(story)]
    for name, mark in shown:
        if name not in around.pictures:
            yield Finding(
                mark,
                f"no drawing is called {name!r}",
                close_to(name, around.pictures)
                or "drawings are the files in assets/pictures, without .svg",
            )


def _drawings(story: Story) -> Iterator[Drawing]:
    for scene in story.scenes.values():
        for beat in scene.beats:
            for line in beat.lines:
                if isinstance(line, Note) and line.picture is not None:
                    yield line.picture
        if scene.ending is not None and scene.ending.picture is not None:
            yield scene.ending.picture


def taken_name(story: Story, _: Surroundings) -> Iterator[Finding]:
    """A name to swap in is one that the story has already."""
    free = offered(story) if story.names else {}
    for contact, names in story.names:
        for name in names:
            if name.text not in free.get(contact, ()):
                yield Finding(
                    name.mark,
                    f"the story has the name {name.text!r} already, or the word",
                    "with it, two would have one name: take another",
                )


def unclear_reason(story: Story, _: Surroundings) -> Iterator[Finding]:
    """A choice that carries a risk does not say why."""
    for choice in choices(story):
        if choice.risk and not choice.why:
            yield Finding(
                choice.mark,
                "a choice that carries a risk has no 'why'",
                "say kindly what it can lead to, and that there is a way back",
            )


RULES: tuple[Rule, ...] = (
    unreachable_scene,
    unread_fact,
    unset_fact,
    unanswered_block,
    no_adult_outside,
    adult_never_listens,
    unpractised_skill,
    unpromised_skill,
    unknown_picture,
    taken_name,
    unclear_reason,
)


def choices(story: Story) -> Iterator[Choice]:
    """Yield every choice of a story, in order of its scenes."""
    for scene in story.scenes.values():
        yield from scene.choices


def moves(story: Story) -> Iterator[Move]:
    """Yield every safety move of a story, those of its actions included."""
    for choice in choices(story):
        yield from choice.moves
    for response in story.responses.values():
        if response.move is not None:
            yield response.move


def _openings(story: Story) -> tuple[SceneId, ...]:
    return (
        story.start,
        *(scene for telling in story.tellings.values() for scene in telling.scenes),
        *(one.goto for one in story.responses.values() if one.goto is not None),
    )


def _start(story: Story) -> Scene:
    return story.scenes[story.start]


def _parts(story: Story) -> Iterator[Beat | Choice]:
    for scene in story.scenes.values():
        yield from scene.beats
        yield from scene.choices


def _conditions(story: Story) -> Iterator[Condition]:
    for one in _parts(story):
        if one.when is not None:
            yield one.when


def _effects(story: Story) -> Iterator[Effect]:
    for one in _parts(story):
        yield from one.effects


def _strangers(story: Story) -> Iterator[Contact]:
    """Yield those who write to the player and are not known off the phone."""
    for contact in story.cast.values():
        if not (contact.known or contact.trusted or contact.id == story.player):
            yield contact
