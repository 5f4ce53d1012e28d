"""What came up on a walk, gathered once for all proofs."""

from array import array

from game.check.sweeps import in_order
from game.check.walk import NUMBERS, Walk
from game.engine.step import begin
from game.story.model import Beat, Choice, Scene, SceneId, Story
from game.values import value


@value()
class Moment:
    """A scene with the choices that it offers, and the first state at which it does.

    An ending is a moment without choices.
    """

    scene: Scene
    offered: tuple[Choice, ...]
    at: int


@value()
class Survey:
    """A walk and what came up on it.

    ``moments`` are the different ones, nearest first; ``entered`` are the scenes that
    a play can come through, and ``unplayed`` the beats there that none comes to.
    ``order`` are the states, each before those it leads to, without those on cycles;
    of a walk that is not whole it is empty.
    """

    found: Walk
    moments: tuple[Moment, ...]
    entered: frozenset[SceneId]
    unplayed: tuple[tuple[Scene, Beat], ...]
    order: "array[int]"

    @property
    def story(self) -> Story:
        """The story that was walked through."""
        return self.found.story


def survey(found: Walk) -> Survey:
    """Gather what came up on a walk."""
    moments = _moments(found)
    traced = found.form.traced
    events = [begin(traced).events, *(one.events for one in found.passages)]
    # Ids of lines are unique only in their scene; events carry the very lines.
    shown = frozenset([id(event) for some in events for event in some])
    played = {
        scene.id: tuple(id(beat.lines[0]) in shown for beat in scene.beats)
        for scene in traced.scenes.values()
    }
    entered = {one.scene.id for one in moments}
    entered |= {scene for scene, beats in played.items() if any(beats)}
    unplayed = tuple(
        (scene, beat)
        for scene in found.story.scenes.values()
        if scene.id in entered
        for beat, was in zip(scene.beats, played[scene.id], strict=True)
        if not was
    )
    order = in_order(found) if found.whole else array(NUMBERS)
    return Survey(found, moments, frozenset(entered), unplayed, order)


def _moments(found: Walk) -> tuple[Moment, ...]:
    choices = [passage.choice for passage in found.passages]
    starts, ways = found.starts, found.ways
    scene_mask = found.form.packing.scene_mask
    moments: dict[tuple[SceneId, tuple[str, ...]], Moment] = {}
    known: set[tuple[int, bytes]] = set()
    for at in range(found.visited):
        # In most states of a scene there are the same ways on as in another.
        here = ways[starts[at] : starts[at + 1]]
        look = found.packed[at] & scene_mask, here.tobytes()
        if look in known:
            continue
        known.add(look)
        offered = tuple(
            [choice for way in here if (choice := choices[way]) is not None]
        )
        scene = found.scene(at)
        key = scene.id, tuple([choice.id for choice in offered])
        if key not in moments:
            moments[key] = Moment(scene, offered, at)
    return tuple(moments.values())
