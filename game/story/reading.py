"""Reading typed values out of a tree, and noting every problem on the way.

Knows tables, lists and texts, and how to say what is wrong with one; not stories.
"""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache, partial
from itertools import chain
from operator import is_
from typing import Final

from game.source import Mark, Problem
from game.story.nodes import Node, Row, Table, Text

MOST_NAMES: Final = 20
"""Names that a hint lists; more would only be in the way."""

MOST_COMPARED: Final = 50_000
"""Names that one reading compares to find which was meant, about half a second."""

ID: Final = "[a-z][a-z0-9_-]*"
"""What an id is made of, as a regular expression."""

_ID: Final = re.compile(ID + r"\Z")


def is_id(text: str) -> bool:
    """Whether a text can be the id of something."""
    return _ID.match(text) is not None


def close_to(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word nearest to *word*, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {str(near[0])!r}?" if near else ""


def _there_are(names: tuple[str, ...], what: str) -> str:
    # The scenes that a shared piece brings along are seldom what was meant.
    own = [name for name in names if "/" not in name]
    if not own:
        return f"the story has no {what} yet"
    more = len(own) - MOST_NAMES
    rest = f" and {more} more" if more > 0 else ""
    return f"there are: {', '.join(own[:MOST_NAMES])}{rest}"


def _no_comma(text: str, names: tuple[str, ...]) -> str:
    words = text.split()
    if len(words) > 1 and all(word in names for word in words):
        return f"put a comma between them, in brackets: [{', '.join(words)}]"
    return ""


class Reading:
    """The problems found so far; the one object of parsing that changes."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}
        self._compared = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem once, in order of the file."""
        return tuple(sorted(self._problems))

    @property
    def count(self) -> int:
        """How many problems were found so far."""
        return len(self._problems)

    def add(self, mark: Mark, message: str, rule: str, hint: str = "") -> None:
        """Note a problem."""
        self._problems[Problem(mark, message, rule, hint)] = None

    def take(self, problems: Iterable[Problem]) -> None:
        """Note problems found elsewhere."""
        for problem in problems:
            self._problems[problem] = None

    def near(self, word: str, known: Collection[str]) -> str:
        """Return a hint as ``close_to`` does, until too much was compared.

        Many unknown names among many known ones would take minutes.
        """
        self._compared += len(known)
        return close_to(word, known) if self._compared <= MOST_COMPARED else ""

    def table(self, node: Node | None, what: str) -> Table | None:
        """Return *node* if it is a table; nothing, with a problem, if not."""
        if isinstance(node, Table):
            return node
        if node is not None:
            self.add(
                node.mark,
                f"{what} should be a table of names and values",
                "not-a-table",
                "write one 'name: value' on each line, indented by two spaces",
            )
        return None

    def row(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """Return the items of *node*; none, with a problem, if it is not a list."""
        if isinstance(node, Row):
            return node.items
        if node is not None:
            self.add(
                node.mark,
                f"{what} should be a list",
                "not-a-list",
                "start each item with '- ' on a line of its own",
            )
        return ()

    def keys(
        self,
        table: Table,
        what: str,
        known: Collection[str],
        needed: Iterable[str] = (),
    ) -> None:
        """Note keys that have no meaning, and needed ones that are not there."""
        for key in table.other_keys(known):
            self.add(
                key.mark,
                f"{what} has no key {key.value!r}",
                "unknown-key",
                close_to(key.value, known) or f"it can have: {', '.join(known)}",
            )
        for name in needed:
            if name not in table.names:
                self.add(
                    table.mark,
                    f"{what} has no {name!r} yet",
                    "missing-key",
                    f"add '{name}:' and what belongs there",
                )

    def text(self, node: Node | None, what: str) -> Text | None:
        """Return *node* if it is a text that is not empty."""
        if node is None:
            return None
        if not isinstance(node, Text):
            self.add(
                node.mark,
                f"{what} should be one text",
                "not-text",
                "YAML reads brackets and braces as lists: put the text in quotes",
            )
            return None
        if not node.value.strip():
            self.add(
                node.mark,
                f"{what} is empty",
                "empty-text",
                "a # starts a comment: put the text in quotes"
                if node.comment
                else "write something, in quotes if it starts with a sign",
            )
            return None
        return node

    def prose(self, node: Node | None, what: str, longest: int = 0) -> str:
        """Return a text that somebody reads; *longest* is in characters, 0 for any."""
        text = self.text(node, what)
        if text is None:
            return ""
        if text.comment:
            self.add(
                text.mark,
                "YAML leaves out what follows the # on this line",
                "lost-after-hash",
                "put the whole text in quotes, or the comment on a line of its own",
            )
        words = " ".join(text.value.split())
        if words == text.value:
            words = text.value
        if longest and len(words) > longest:
            self.add(
                text.mark,
                f"{what} has {len(words)} characters, more than {longest}",
                "message-too-long",
                "split it into two messages",
            )
        return words

    def texts(self, node: Node | None, what: str) -> tuple[Text, ...]:
        """Return the texts of a list; a single text is a list of one."""
        if isinstance(node, Text):
            items: tuple[Node, ...] = (node,)
        else:
            items = self.row(node, what)
        found = (self.text(item, f"an item of {what}") for item in items)
        return tuple(text for text in found if text is not None)

    def yes(self, node: Node | None, what: str, *, default: bool = False) -> bool:
        """Return a yes or no."""
        if node is None:
            return default
        match node:
            case Text("yes"):
                return True
            case Text("no"):
                return False
            case _:
                self.add(
                    node.mark,
                    f"{what} is either yes or no",
                    "not-yes-or-no",
                    "write yes or no, in small letters and without quotes",
                )
                return default

    def number(self, node: Node | None, what: str, low: int, high: int) -> int:
        """Return a whole number from *low* to *high*; *low* where it is none."""
        if node is None:
            return low
        match node:
            case Text(value) if re.fullmatch(r"-?\d{1,9}", value, re.ASCII):
                if low <= int(value) <= high:
                    return int(value)
            case _:
                pass
        self.add(
            node.mark,
            f"{what} should be a whole number from {low} to {high}",
            "not-a-number",
            "write it in digits",
        )
        return low

    def one_of(
        self, text: Text | None, what: str, known: Collection[str], rule: str
    ) -> str | None:
        """Return the text if it is one of the *known* words."""
        if text is None:
            return None
        if text.value in known:
            return text.value
        names = tuple(known)
        self.add(
            text.mark,
            f"no {what} is called {text.value!r}",
            rule,
            _no_comma(text.value, names)
            or self.near(text.value, names)
            or _there_are(names, what),
        )
        return None

    def id(self, text: Text, what: str) -> str:
        """Return the text, which should be an id."""
        if not is_id(text.value):
            self.add(
                text.mark,
                f"{text.value!r} cannot be the id of {what}",
                "bad-id",
                "use small letters, digits, - and _, and start with a letter",
            )
        return text.value


def fill(node: Node, arguments: Mapping[str, str]) -> Node:
    """Return *node* with each argument put in for its name, as ``filled`` does.

    The node itself is not changed.
    """
    return _filled(node, partial(filled, arguments=arguments)) if arguments else node


def filled(text: str, arguments: Mapping[str, str]) -> str:
    """Return *text* with each argument put in for its name.

    Args:
        text: What may have names in it.
        arguments: What stands for ``$name``, by ``name``. Of two names, the longer
            one is put in first, so ``$adult.name`` is not ``$adult`` and ``.name``.
    """
    if "$" not in text or not arguments:
        return text
    names = _names_in(tuple(arguments))
    return names.sub(lambda found: arguments[found.group(1)], text)


@lru_cache(maxsize=16)
def _names_in(names: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(rf"\$({'|'.join(map(re.escape, ordered))})(?![a-z0-9_-])")


def _filled(old: Node, put: Callable[[str], str]) -> Node:
    """Return a node with what *put* makes of each text; the same if that is nothing."""
    match old:
        case Text(value):
            new = put(value)
            return (
                old if new is value else Text(new, old.source, old.place, old.written)
            )
        case Row(items):
            filled = tuple(_filled(item, put) for item in items)
            same = all(map(is_, filled, items))
            return old if same else Row(filled, old.source, old.start)
        case _:
            return _filled_table(old, put)


def _filled_table(old: Table, put: Callable[[str], str]) -> Table:
    before, names = tuple(old.at.values()), tuple(map(put, old.names))
    values = tuple(_filled(value, put) for value in before)
    if all(map(is_, (*names, *values), (*old.names, *before))):
        return old
    written, index = dict(zip(names, old.names, strict=True)), old.index
    at = dict(zip(names, values, strict=True))
    if len(at) < len(names):
        # Two names may stand for one contact; then the last one counts.
        places = dict(zip(names, old.places, strict=True))
        entries = chain.from_iterable((place, place) for place in places.values())
        index = old.source.add_table(old.start, flow=old.flow, entries=entries)
    return Table(tuple(at), tuple(at.values()), old.source, index, written)
