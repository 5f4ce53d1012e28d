"""In which order the boxes of a chart are read, and which ways lead round.

Knows what leads where; not what it means.
"""

from collections.abc import Iterable, Mapping

from game.chart.chart import Chart
from game.story.model import SceneId


def ways_down(chart: Chart) -> dict[SceneId, tuple[SceneId, ...]]:
    """Return where each box leads, once each, without the ways that lead round.

    What is left has no round in it, so that it can be drawn from top to bottom.
    """
    following = {
        box.id: tuple(
            dict.fromkeys(
                way.to
                for way in box.ways
                if way.to is not None and way.to in chart.boxes
            )
        )
        for box in chart.boxes.values()
    }
    opened = (way.to for way in chart.always if way.to is not None)
    left = _left_for_good(following, (chart.start, *opened, *chart.boxes))
    place = {box: at for at, box in enumerate(left)}
    # A way that leads round comes to a box that is left no earlier than its own.
    return {
        box: tuple(to for to in targets if place[to] < place[box])
        for box, targets in following.items()
    }


def reading_order(chart: Chart) -> tuple[SceneId, ...]:
    """Return all boxes, each after all that lead down to it.

    As far as that allows, the start comes first and then the order of the file.
    """
    down = {box: tuple(reversed(to)) for box, to in ways_down(chart).items()}
    rest = [box for box in chart.boxes if box != chart.start]
    left = _left_for_good(down, (*reversed(rest), chart.start))
    return tuple(reversed(left))


def _left_for_good(
    following: Mapping[SceneId, tuple[SceneId, ...]], roots: Iterable[SceneId]
) -> list[SceneId]:
    """Return the boxes in the order in which a walk has seen all that follows."""
    left: list[SceneId] = []
    seen: set[SceneId] = set()
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        walk = [(root, iter(following[root]))]
        while walk:
            box, rest = walk[-1]
            to = next((one for one in rest if one not in seen), None)
            if to is None:
                left.append(box)
                walk.pop()
            else:
                seen.add(to)
                walk.append((to, iter(following[to])))
    return left
