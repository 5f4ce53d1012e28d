"""The shape of a story: what leads where, which scenes lie on a round.

Knows scenes and their ways on; not facts, and not whether a way is ever open.
"""

from collections.abc import Iterable, Mapping

from game.story.model import BACK, Scene, SceneId


def ways(scene: Scene) -> tuple[SceneId, ...]:
    """Return where a scene can lead by itself or by a choice, ``BACK`` included."""
    return tuple(
        dict.fromkeys(
            [beat.goto for beat in scene.beats if beat.goto is not None]
            + [choice.goto for choice in scene.choices]
        )
    )


def leading_to(
    graph: Mapping[SceneId, Iterable[SceneId]], goal: SceneId
) -> frozenset[SceneId]:
    """Return every scene from which a way leads to *goal*, without *goal* itself."""
    before: dict[SceneId, list[SceneId]] = {}
    for scene, following in graph.items():
        for to in following:
            before.setdefault(to, []).append(scene)
    found: set[SceneId] = set()
    waiting = [goal]
    while waiting:
        for scene in before.get(waiting.pop(), ()):
            if scene not in found:
                found.add(scene)
                waiting.append(scene)
    return frozenset(found)


def reachable(
    graph: Mapping[SceneId, Iterable[SceneId]], starts: Iterable[SceneId]
) -> frozenset[SceneId]:
    """Return every scene that the *starts* lead to, themselves included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for to in graph.get(waiting.pop(), ()):
            if to not in found:
                found.add(to)
                waiting.append(to)
    return frozenset(found)


def rounds(graph: Mapping[SceneId, Iterable[SceneId]]) -> dict[SceneId, int]:
    """Number the rounds: the scenes from which a way leads to themselves again.

    Tarjan's strongly connected components, with a stack of its own so that a story
    of any length fits.

    Returns:
        The number of its round, from 0, for each scene that is on one.
    """
    order: dict[SceneId, int] = {}
    low: dict[SceneId, int] = {}
    path: list[SceneId] = []
    on_path: set[SceneId] = set()
    found: dict[SceneId, int] = {}
    count = 0
    for root in graph:
        if root in order:
            continue
        work = [(root, iter(tuple(graph[root])))]
        order[root] = low[root] = len(order)
        path.append(root)
        on_path.add(root)
        while work:
            scene, following = work[-1]
            for to in following:
                if to == BACK or to not in graph:
                    continue
                if to not in order:
                    order[to] = low[to] = len(order)
                    path.append(to)
                    on_path.add(to)
                    work.append((to, iter(tuple(graph[to]))))
                    break
                if to in on_path:
                    low[scene] = min(low[scene], order[to])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[scene])
                if low[scene] == order[scene]:
                    members = []
                    while True:
                        member = path.pop()
                        on_path.discard(member)
                        members.append(member)
                        if member == scene:
                            break
                    if len(members) > 1 or scene in graph[scene]:
                        found.update(dict.fromkeys(members, count))
                        count += 1
    return found
