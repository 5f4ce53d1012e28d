"""What is read aloud, and when: from the tree that screen readers get. Pure.

Of a chat, every message that is new and the answers once they can be given; of another
page, its title and its text. A page with settings to choose from says its title only.
"""

from typing import Final

from game.phone.spoken.news import News, as_sentence
from game.phone.spoken.tree import Kind, Node, Tree
from game.words import say

READ: Final = {Kind.TEXT, Kind.HEADING}


class Reading:
    """Remembers what was read, and finds what was not."""

    def __init__(self) -> None:
        self._news = News()
        self._texts: frozenset[str] = frozenset()
        self._focus: object = None

    def of(self, tree: Tree, *, focus: str = "", answers: bool = True) -> list[str]:
        """Return what has to be read now, in order.

        Args:
            tree: The page that is up.
            focus: What the ring of one switch is around, if there is one.
            answers: Whether answers are read by themselves; else they are counted.
        """
        lines = list(self._news.of(tree))
        if answers and tree.answers and lines and self._news.asked:
            lines += _answers(tree)
        texts = _texts(tree)
        lines += [as_sentence(one) for one in texts if one not in self._texts]
        self._texts = frozenset(texts)
        return lines + self._focused(tree, focus)

    def again(self, tree: Tree) -> list[str]:
        """Return what to read once more: the last message and the answers, or the text.

        On a page with nothing of that, its title.
        """
        lines = [node.name for node in tree.messages[-1:]] + _answers(tree)
        return lines or [as_sentence(one) for one in (tree.title, *_texts(tree))]

    def _focused(self, tree: Tree, focus: str) -> list[str]:
        """Return what the focus came to since the last time."""
        node = next((one for one in tree.nodes if one.id == tree.focus), None)
        target = node.target if node is not None else None
        now = target or focus
        before, self._focus = self._focus, now
        if not now or now == before:
            return []
        return [focus or _button(node)]


def _answers(tree: Tree) -> list[str]:
    return [_button(node) for node in tree.answers]


def _button(node: Node | None) -> str:
    """Return a button as it is read: with its number, or that it is chosen."""
    if node is None:
        return ""
    if node.position is not None:
        answer = say("{number}. {answer}")
        return answer.format(number=node.position[0], answer=node.name)
    if node.checked:
        return say("{name}, chosen").format(name=node.name)
    return node.name


def _texts(tree: Tree) -> list[str]:
    """Return the text of a page that is there to be read, in order."""
    kinds = {node.kind for node in tree.nodes}
    if kinds & {Kind.LOG, Kind.RADIO, Kind.CANVAS}:
        return []
    found = dict.fromkeys(node.name for node in tree.nodes if node.kind in READ)
    found.pop(tree.title, None)
    return list(found)
