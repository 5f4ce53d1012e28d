"""A story compiled: each command a mask, what to keep of a state, and what to put.

The rules of play are not written a second time. What a command does depends on a few
fields of the state; for each value that these take, ``advance`` is asked once, and its
answer holds for every state that looks alike there.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import IntEnum
from typing import TypeAlias

from game.check.packing import Packing
from game.engine.events import (
    Act,
    Command,
    Event,
    Offered,
    Pick,
    Picked,
    Returned,
    Tell,
)
from game.engine.step import IllegalCommandError, Place, State, Step, advance
from game.story.model import (
    BACK,
    Choice,
    ContactId,
    Facts,
    Line,
    LineId,
    Message,
    Note,
    Response,
    Scene,
    SceneId,
    Story,
)
from game.values import value


class Turn(IntEnum):
    """What a command makes of scene and place to return to, besides what it puts."""

    NONE = 0
    RETURN = 1
    """The scene becomes the place to return to."""
    DEPART = 2
    """The place to return to becomes the scene."""


@value()
class Passage:
    """What one command shows in all states that look alike to it.

    ``events`` are those of the step, without what is offered after it, and without an
    ending that is returned to; ``before`` and ``facts`` are the facts before and after
    it, of which only what the command looks at is the same for all.
    """

    number: int
    command: Command
    events: tuple[Event, ...]
    before: Facts
    facts: Facts

    @property
    def choice(self) -> Choice | None:
        """The choice that was taken, None for another command."""
        first = self.events[0]
        return first.choice if isinstance(first, Picked) else None

    @property
    def pick(self) -> str:
        """The command as a play-through writes it after ``> ``."""
        match self.command:
            case Act(action, contact):
                return f"{action.value} {contact}"
            case Tell(adult):
                return f"tell {adult}"
            case _:
                assert self.choice is not None
                return self.choice.text


Way: TypeAlias = tuple[int, int, int, int] | None
"""What to keep, what to put, the turn, the passage; None if it is not possible."""


@value()
class Look:
    """A command of a scene and what it can read and write.

    ``stays`` says that the scene is kept; ``own`` is the bit of a choice that is gone
    once it was taken, else 0; ``once`` is the fact of an action after which doing it
    again changes nothing.
    """

    command: Command
    reads: frozenset[int]
    writes: frozenset[int]
    stays: bool = False
    own: int = 0
    once: int | None = None


Lane: TypeAlias = tuple[int, dict[int, Way], Look]
"""What a command looks at in a state's number, what it did so far, and the rest."""


@value()
class _Reach:
    """The facts that are read and written between a scene and the next choice."""

    reads: frozenset[int]
    writes: frozenset[int]


class Form:
    """The compiled form of a story; it grows while it is walked on.

    ``passages`` are those found so far, each at its number. Their events are those of
    ``traced``: the story, with an empty note in each beat that would show nothing.
    ``blocked`` has the index of the fact that says whether a contact is blocked.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.traced = _traced(story)
        self.packing = Packing(story)
        self.passages: list[Passage] = []
        self._shared: dict[object, Lane] = {}
        self._reaches: dict[SceneId, _Reach] = {}
        self.blocked = {
            ContactId(fact.name.removeprefix("blocked.")): slot
            for slot, fact in enumerate(story.facts)
            if fact.name.startswith("blocked.")
        }

    def lanes(self, at: int) -> tuple[Lane, ...]:
        """Make the lanes of the scene with this number, in order of ``commands``."""
        return tuple(self._lanes(self.story.scenes[self.packing.scenes[at]]))

    def find(self, look: Look, number: int) -> Way:
        """Ask ``advance`` what a command does in all states that look like this."""
        if number & look.own:
            return None
        bits = self.packing.bits
        # With all other choices gone, the step shows which of them come back.
        others = frozenset([key for key, bit in bits.items() if bit != look.own])
        before = self.packing.unpack(number, others)
        if look.once is not None and before.facts[look.once]:
            return None
        try:
            step = advance(self.traced, before, look.command)
        except IllegalCommandError:
            return None
        keep, put, turn = self._scene_and_place(look, before, step)
        for slot in look.writes:
            shift, mask, low = self.packing.facts[slot]
            keep &= ~mask
            put |= (step.state.facts[slot] - low) << shift
        for key, bit in bits.items():
            if key not in step.state.taken:
                keep &= ~bit
            elif bit == look.own:
                put |= bit
        events = step.events
        if isinstance(events[-1], Offered) or isinstance(events[-2], Returned):
            events = events[:-1]
        at = len(self.passages)
        self.passages.append(
            Passage(at, look.command, events, before.facts, step.state.facts)
        )
        return keep, put, turn, at

    def _scene_and_place(
        self, look: Look, before: State, step: Step
    ) -> tuple[int, int, Turn]:
        packing, after = self.packing, step.state
        if before.back is after.back is None and not isinstance(look.command, Tell):
            # Nearly every step: nothing is told, and nothing returned to.
            if look.stays:
                return ~0, 0, Turn.NONE
            return ~packing.scene_mask, packing.scene_number(after.scene), Turn.NONE
        back = before.back or Place(before.scene)
        if back.played and any(isinstance(event, Returned) for event in step.events):
            if before.back is None:
                return ~0, 0, Turn.NONE
            return ~(packing.scene_mask | packing.place_mask), 0, Turn.RETURN
        keep, put, turn = ~0, 0, Turn.NONE
        if not look.stays:
            keep, put = ~packing.scene_mask, packing.scene_number(after.scene)
        if after.back != before.back:
            keep &= ~packing.place_mask
            place = packing.place_number(after.back)
            if before.back is None and after.back == Place(before.scene):
                place, turn = place & ~packing.back_mask, Turn.DEPART
            put |= place
        return keep, put, turn

    def _lanes(self, scene: Scene) -> Iterator[Lane]:
        # Where a round can be left for good, it counts which one a scene lies on.
        loop = scene.loop if self.packing.gone else 0
        if scene.ending is None:
            for choice in scene.choices:
                yield self._lane(self._pick(scene, choice))
            for response in self.story.responses.values():
                if response.slot is not None:
                    key: object = response.action, response.contact, scene.telling
                    yield self._share((key, loop), self._act, scene, response)
        if scene.ending is None or scene.ending.offer:
            for adult in self.story.tellings:
                yield self._share((adult, loop), self._tell, adult)

    def _share(self, key: object, look: Callable[..., Look], *given: object) -> Lane:
        """Return the lane of a command that does the same in many scenes."""
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = self._lane(look(*given))
        return found

    def _lane(self, look: Look) -> Lane:
        mask = self.packing.kind_mask | self.packing.loop_mask | look.own
        for slot in look.reads | look.writes:
            mask |= self.packing.facts[slot][1]
        return mask, {}, look

    def _pick(self, scene: Scene, choice: Choice) -> Look:
        reach = self._reach(choice.goto)
        reads = reach.reads if choice.when is None else reach.reads | choice.when.reads
        to = spoken_to(choice)
        if to in self.blocked:
            reads |= {self.blocked[to]}
        writes = reach.writes | {effect.slot for effect in choice.effects}
        own = self.packing.bits.get((scene.id, choice.id), 0)
        return Look(Pick(choice.id), reads, writes, own=own)

    def _act(self, scene: Scene, response: Response) -> Look:
        command = Act(response.action, response.contact)
        slot = response.slot
        assert slot is not None
        reads, writes = self._speakers(response.lines), frozenset({slot})
        # Blocking in the middle of telling is followed when telling is over.
        if response.goto is None or scene.telling:
            return Look(command, reads, writes, stays=True, once=slot)
        reach = self._reach(response.goto)
        return Look(command, reads | reach.reads, writes | reach.writes, once=slot)

    def _tell(self, adult: ContactId) -> Look:
        telling = self.story.tellings[adult]
        reads, writes = frozenset[int](), frozenset({telling.slot})
        for scene in telling.scenes:
            reach = self._reach(scene)
            reads |= reach.reads
            writes |= reach.writes
        return Look(Tell(adult), reads, writes)

    def _reach(self, goto: SceneId) -> _Reach:
        """Return what a way from this scene to the next choice reads and writes.

        Without calls inside calls; the parser refuses rounds without a choice.
        """
        waiting = [goto]
        while waiting:
            name = waiting[-1]
            following = self._following(name)
            missing = [one for one in following if one not in self._reaches]
            waiting += missing
            if not missing:
                waiting.pop()
                reads, writes = self._alone(name)
                for one in following:
                    reads |= self._reaches[one].reads
                    writes |= self._reaches[one].writes
                self._reaches[name] = _Reach(reads, writes)
        return self._reaches[goto]

    def _following(self, name: SceneId) -> tuple[SceneId, ...]:
        if name == BACK:
            # A place that blocking put there is played then.
            return self.packing.unplayed
        beats = self.story.scenes[name].beats
        return tuple([beat.goto for beat in beats if beat.goto is not None])

    def _alone(self, name: SceneId) -> tuple[frozenset[int], frozenset[int]]:
        """Return what the beats of one scene read and write."""
        if name == BACK:
            return frozenset(), frozenset()
        beats = self.story.scenes[name].beats
        reads = frozenset[int]().union(
            *(beat.when.reads for beat in beats if beat.when is not None),
            *(self._speakers(beat.lines) for beat in beats),
        )
        return reads, frozenset(
            effect.slot for beat in beats for effect in beat.effects
        )

    def _speakers(self, lines: tuple[Line, ...]) -> frozenset[int]:
        """Return the facts that say whether those who write there are blocked."""
        if not self.blocked:
            return frozenset()
        speakers = {line.speaker for line in lines if isinstance(line, Message)}
        return frozenset(
            slot for speaker, slot in self.blocked.items() if speaker in speakers
        )


def spoken_to(choice: Choice) -> ContactId | None:
    """Return to whom a choice is said, by the chat's id; None for what is done."""
    return ContactId(str(choice.chat)) if choice.spoken else None


def _traced(story: Story) -> Story:
    """Give each beat that only sets or leads on a note, so that events tell of it."""
    traced = dict(story.scenes)
    for scene in story.scenes.values():
        if not all(beat.lines for beat in scene.beats):
            traced[scene.id] = replace(
                scene,
                beats=tuple(
                    beat if beat.lines else replace(beat, lines=(_trace(scene),))
                    for beat in scene.beats
                ),
            )
    return replace(story, scenes=traced)


def _trace(scene: Scene) -> Note:
    return Note(LineId(""), "", scene.mark)
