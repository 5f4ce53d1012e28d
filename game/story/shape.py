"""How the scenes of a story hang together: rounds, asides, and what choices bring.

Knows scenes that have been read; not their text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from game.source import Mark
from game.story.graph import leading_to, reachable, rounds, ways
from game.story.model import (
    BACK,
    Action,
    Choice,
    ContactId,
    Effect,
    Move,
    Response,
    Scene,
    SceneId,
)
from game.story.reading import Reading
from game.story.slots import Slots


def join(
    scenes: Mapping[SceneId, Scene],
    start: SceneId,
    responses: Mapping[tuple[Action, ContactId], Response],
    slots: Slots,
) -> dict[SceneId, Scene]:
    """Mark rounds and asides, and give choices what their actions bring along.

    Rounds are those of the story's own gotos. Telling and blocking can lead to a
    scene again as well, but only so often: remembering every choice for that would
    multiply the states of each story for what ends by itself.
    """
    plain = {scene.id: ways(scene) for scene in scenes.values()}
    asides = leading_to(plain, BACK)
    answers = (one.goto for one in responses.values() if one.goto is not None)
    alone = reachable(plain, (start, *answers))
    on_round = rounds(plain)
    finished = (
        _finish_scene(scene, asides, on_round, responses, slots)
        for scene in scenes.values()
    )
    return {
        scene.id: scene if scene.id in alone else replace(scene, telling=True)
        for scene in finished
    }


def _finish_scene(
    scene: Scene,
    asides: frozenset[SceneId],
    on_round: Mapping[SceneId, int],
    responses: Mapping[tuple[Action, ContactId], Response],
    slots: Slots,
) -> Scene:
    loop = on_round.get(scene.id, -1)
    aside = scene.id in asides
    if loop < 0 and not aside and not any(choice.does for choice in scene.choices):
        return scene
    return replace(
        scene,
        aside=aside,
        loop=loop,
        choices=tuple(
            _finish_choice(choice, loop, on_round, responses, slots)
            for choice in scene.choices
        ),
    )


def _with_move(
    choice: Choice, moves: tuple[Move, ...], acted: Move
) -> tuple[Move, ...]:
    """Add the move of an action; a choice's own of the same skill is that very move.

    So saving is one move, whether by the action or together with an adult. A choice
    that blocks and reports makes two moves: its own stands for the first.
    """
    for at, move in enumerate(moves):
        if move.skill is acted.skill and move in choice.moves:
            return (*moves[:at], replace(move, id=acted.id), *moves[at + 1 :])
    return (*moves, acted)


def _finish_choice(
    choice: Choice,
    loop: int,
    on_round: Mapping[SceneId, int],
    responses: Mapping[tuple[Action, ContactId], Response],
    slots: Slots,
) -> Choice:
    effects, moves = choice.effects, choice.moves
    for action, contact in choice.does:
        slot = slots.kept(action, contact)
        if slot is not None:
            effects += (Effect(slot, 1),)
        response = responses.get((action, contact))
        if response is not None and response.move is not None:
            moves = _with_move(choice, moves, response.move)
    inside = loop >= 0 and on_round.get(choice.goto, -1) == loop
    return replace(choice, effects=effects, moves=moves, loop=loop if inside else -1)


def _gotos(scene: Scene) -> tuple[SceneId, ...]:
    return tuple(beat.goto for beat in scene.beats if beat.goto is not None)


def check_shape(
    reading: Reading,
    scenes: Mapping[SceneId, Scene],
    start: SceneId,
    responses: Mapping[tuple[Action, ContactId], Response],
    told: Iterable[SceneId],
) -> None:
    """Refuse what would keep the engine from ever coming to a choice.

    *told* are the scenes that telling opens.
    """
    alone = {scene.id: gotos for scene in scenes.values() if (gotos := _gotos(scene))}
    on_round = rounds(alone)
    if on_round:
        first = min(on_round, key=lambda name: scenes[name].mark)
        reading.add(
            scenes[first].mark,
            f"scene {first!r} leads round to itself without a choice",
            "endless-loop",
            "put a choice on the way, or lead one goto elsewhere",
        )
    starts = [start, *(one.goto for one in responses.values() if one.goto)]
    if any(scenes[name].aside for name in starts):
        for mark, name in _into_telling(scenes, starts, told):
            reading.add(
                mark,
                f"from scene {name!r} a way leads 'back', and nobody was told",
                "back-from-nowhere",
                "'goto: back' belongs into scenes that telling opens",
            )


def _into_telling(
    scenes: Mapping[SceneId, Scene],
    starts: Iterable[SceneId],
    told: Iterable[SceneId],
) -> Iterator[tuple[Mark, SceneId]]:
    """Yield where ways without telling come to scenes that telling leads to.

    Each with the scene from which it leads back: at the choice that leads there, else
    at the scene itself.
    """
    plain = {scene.id: ways(scene) for scene in scenes.values()}
    telling = reachable(plain, told)
    for name in starts:
        if name in telling and scenes[name].aside:
            yield scenes[name].mark, name
    for name in reachable(plain, starts) - telling - {BACK}:
        scene = scenes[name]
        chosen = {choice.goto: choice.mark for choice in scene.choices}
        for to in ways(scene):
            if to == BACK:
                own = SceneId(name.partition("/")[0])
                yield scenes[own].mark, own
            elif to in telling and scenes[to].aside:
                yield chosen.get(to, scenes[to].mark), to
