"""What is said by itself when a page changes: what is new on it, in order. Pure."""

from dataclasses import replace
from typing import Final

from game.phone.spoken.tree import Kind, Node, Tree
from game.words import say_many

MOST: Final = 6
"""How many messages are said of a chat that is opened; the others can be read."""


class News:
    """Remembers what was said, and finds what was not.

    ``asked`` is whether answers were among what was new the last time.
    """

    def __init__(self) -> None:
        self._title = ""
        self._heard: set[int] = set()
        self._answers: tuple[Node, ...] = ()
        self.asked = False

    def of(self, tree: Tree) -> tuple[str, ...]:
        """Return what is new on a page since the last one, in the order to say it.

        The title of another page, messages not heard before, those that wait in other
        chats, and how many answers there are, once they can be given.
        """
        lines: list[str] = []
        self.asked = False
        if tree.title != self._title:
            lines.append(as_sentence(tree.title))
        messages = tree.messages
        fresh = [node for node in messages if node.id not in self._heard]
        opened = len(fresh) == len(messages)
        lines += [node.name for node in (fresh[-MOST:] if opened else fresh)]
        waiting = [node for node in tree.notices if node.id not in self._heard]
        lines += [node.name for node in waiting]
        answers = tree.answers
        # One that was taken leaves the others for a moment: they are not asked again.
        if not _targets(answers) <= _targets(self._answers):
            count = len(answers)
            words = say_many("{count} answer", "{count} answers", count)
            lines.append(words.format(count=count))
            self.asked = True
        self._title, self._answers = tree.title, answers
        self._heard |= {node.id for node in (*fresh, *waiting)}
        return tuple(lines)


def _targets(nodes: tuple[Node, ...]) -> frozenset[object]:
    return frozenset(node.target for node in nodes)


def announced(tree: Tree, node: int, text: str) -> Tree:
    """Return *tree* with a text that is said, in a node with that id at its end.

    A node that was not there before is said, even if another said the same.
    """
    window, *others = tree.nodes
    window = replace(window, children=(*window.children, node))
    return replace(tree, nodes=(window, *others, Node(node, Kind.NEWS, text)))


def as_sentence(title: str) -> str:
    """Return a title as a sentence, so that a voice stops after it."""
    return title if title.endswith((".", "?", "!")) else f"{title}."
