"""A state of a story as one whole number, and back.

From the lowest bit: the scene, the kind of place to return to, that place, the round
it lies on, each fact, and each choice that can be gone.
"""

from typing import Final

from game.engine.step import Place, State
from game.story.model import ChoiceId, Facts, SceneId, Story

PLAYED: Final = 1
"""Value of the kind of place, for one that was played; 0 is none, and larger ones
number the scenes that blocking puts there, which start when telling is over."""


class Packing:
    """Where each part of a story's states stands in their numbers.

    Masks are in place: ``number & mask`` are the bits of a part, ``>> shift`` moves
    them down. The round of the place could be looked up; it has bits of its own so
    that what depends on the round alone does not depend on the place.
    """

    def __init__(self, story: Story) -> None:
        self._size = 0
        self.scenes = tuple(story.scenes)
        self._scene_at = {name: at for at, name in enumerate(self.scenes)}
        self._loops = {scene.id: scene.loop + 1 for scene in story.scenes.values()}
        self.unplayed = tuple(
            dict.fromkeys(
                one.goto for one in story.responses.values() if one.goto is not None
            )
        )
        self.gone = tuple(
            (scene.id, choice.id)
            for scene in story.scenes.values()
            for choice in scene.choices
            if choice.loop >= 0
        )
        _, self.scene_mask = self._add(len(self.scenes))
        self._kind_shift, self.kind_mask = self._add(PLAYED + 1 + len(self.unplayed))
        self.back_shift, self.back_mask = self._add(len(self.scenes))
        rounds = 1 + max(self._loops.values(), default=0)
        self._loop_shift, self.loop_mask = self._add(rounds if self.gone else 1)
        self.facts = tuple(
            (*self._add(fact.high - fact.low + 1), fact.low) for fact in story.facts
        )
        self.bits = {key: self._add(2)[1] for key in self.gone}
        self._fact_mask = sum(mask for _, mask, _ in self.facts)
        self._values: dict[int, Facts] = {}
        self.place_mask = self.kind_mask | self.back_mask | self.loop_mask

    def _add(self, values: int) -> tuple[int, int]:
        """Make room for so many values; return shift and mask."""
        width = (values - 1).bit_length()
        shift = self._size
        self._size += width
        return shift, ((1 << width) - 1) << shift

    def pack(self, state: State) -> int:
        """Return the number of a state that has not stepped out."""
        number = self.scene_number(state.scene) | self.place_number(state.back)
        for value, (shift, _, low) in zip(state.facts, self.facts, strict=True):
            number |= (value - low) << shift
        for key in state.taken:
            number |= self.bits[key]
        return number

    def unpack(
        self, number: int, taken: frozenset[tuple[SceneId, ChoiceId]] | None = None
    ) -> State:
        """Return the state that has this number, or the same with other *taken*."""
        if taken is None:
            taken = frozenset([key for key, bit in self.bits.items() if number & bit])
        scene = self.scenes[number & self.scene_mask]
        return State(scene, self._facts(number), taken, self._place(number))

    def _facts(self, number: int) -> Facts:
        """Return the values of the facts: the same again and again, in other scenes."""
        written = number & self._fact_mask
        facts = self._values.get(written)
        if facts is None:
            facts = self._values[written] = tuple(
                [((number & mask) >> shift) + low for shift, mask, low in self.facts]
            )
        return facts

    def scene_number(self, scene: SceneId) -> int:
        """Return the bits of a scene."""
        return self._scene_at[scene]

    def place_number(self, place: Place | None) -> int:
        """Return the bits of a place to return to."""
        if place is None:
            return 0
        loop = (self._loops[place.scene] << self._loop_shift) & self.loop_mask
        if place.played:
            back = self._scene_at[place.scene] << self.back_shift
            return loop | back | PLAYED << self._kind_shift
        at = PLAYED + 1 + self.unplayed.index(place.scene)
        return loop | at << self._kind_shift

    def _place(self, number: int) -> Place | None:
        kind = (number & self.kind_mask) >> self._kind_shift
        if kind == PLAYED:
            return Place(self.scenes[(number & self.back_mask) >> self.back_shift])
        return Place(self.unplayed[kind - PLAYED - 1], played=False) if kind else None
