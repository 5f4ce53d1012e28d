"""Which row each box stands in, so that every way leads down.

Knows what leads where, without rounds; not how large a box is.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node")


def rows(order: Sequence[Node], down: Mapping[Node, Sequence[Node]]) -> dict[Node, int]:
    """Return the row of each node, from 0, always above those it leads to.

    Args:
        order: All nodes, each before those it leads to.
        down: Where each leads; nodes that are not in *order* are left out.
    """
    after = {node: [to for to in down[node] if to in down] for node in order}
    before: dict[Node, list[Node]] = {node: [] for node in order}
    row = dict.fromkeys(order, 0)
    for node in order:
        for to in after[node]:
            before[to].append(node)
            row[to] = max(row[to], row[node] + 1)
    # What more leads out of than into is drawn shorter just above where it leads.
    for node in reversed(order):
        if len(after[node]) > len(before[node]):
            row[node] = min(row[to] for to in after[node]) - 1
    least = min(row.values(), default=0)
    return {node: at - least for node, at in row.items()}


def together(
    order: Sequence[Node], down: Mapping[Node, Sequence[Node]]
) -> tuple[tuple[Node, ...], ...]:
    """Return the groups of nodes that hang together, each in the given order."""
    group = {node: node for node in order}

    def head(node: Node) -> Node:
        while group[node] != node:
            group[node] = group[group[node]]
            node = group[node]
        return node

    for node in order:
        for to in down[node]:
            if to in group:
                group[head(to)] = head(node)
    found: dict[Node, list[Node]] = {}
    for node in order:
        found.setdefault(head(node), []).append(node)
    return tuple(tuple(nodes) for nodes in found.values())
