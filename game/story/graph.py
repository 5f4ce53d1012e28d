"""The shape of a story: what leads where, which scenes lie on a round.

Knows scenes and their ways on; not facts, and not whether a way is ever open.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from game.story.model import Scene, SceneId


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

    Kosaraju's strongly connected components, without calls inside calls so that a
    story of any length fits. Ways to what is not in *graph* lead nowhere.

    Returns:
        The number of its round, from 0, for each scene that is on one.
    """
    after = {scene: [to for to in graph[scene] if to in graph] for scene in graph}
    if _leads_forward(after):
        return {}
    before: dict[SceneId, list[SceneId]] = {scene: [] for scene in graph}
    for scene, following in after.items():
        for to in following:
            before[to].append(scene)
    seen: set[SceneId] = set()
    found: dict[SceneId, int] = {}
    count = 0
    for root in reversed(_left_for_good(after)):
        if root in seen:
            continue
        seen.add(root)
        members = [root]
        for scene in members:
            new = [one for one in dict.fromkeys(before[scene]) if one not in seen]
            seen.update(new)
            members += new
        if len(members) > 1 or root in after[root]:
            found.update(dict.fromkeys(members, count))
            count += 1
    return found


def _leads_forward(after: Mapping[SceneId, list[SceneId]]) -> bool:
    """Whether there is no round: each scene can be taken away once none leads there."""
    arriving = Counter(chain.from_iterable(after.values()))
    free = [scene for scene in after if scene not in arriving]
    for scene in free:
        for to in after[scene]:
            arriving[to] -= 1
            if not arriving[to]:
                free.append(to)
    return len(free) == len(after)


def _left_for_good(after: Mapping[SceneId, list[SceneId]]) -> list[SceneId]:
    """Return the scenes in the order in which a walk has seen all that follows."""
    order: list[SceneId] = []
    seen: set[SceneId] = set()
    for root in after:
        if root in seen:
            continue
        seen.add(root)
        work = [(root, iter(after[root]))]
        while work:
            scene, following = work[-1]
            to = next((one for one in following if one not in seen), None)
            if to is None:
                order.append(scene)
                work.pop()
            else:
                seen.add(to)
                work.append((to, iter(after[to])))
    return order
