"""The ids of lines and choices: those given, and those made from what is said.

Knows how ids stay apart; not what they are for.
"""

from hashlib import blake2s

from game.story.nodes import Table, Text
from game.story.reading import Reading


class LineIds:
    """The ids of the lines and choices of one scene; each is given once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._used: dict[str, int] = {}

    def of(self, table: Table, kind: str) -> str:
        """Return the id that the author gave, or one made from the text of *kind*."""
        at = table.at
        named = self._reading.text(at["id"], "id") if "id" in at else None
        if named is None:
            key = present_id(table, kind, self._used)
        else:
            key = self._reading.id(named, "a line")
            if key in self._used:
                self._reading.add(
                    named.mark,
                    f"two lines of this scene have the id {key!r}",
                    "duplicate-id",
                    "rename one of them",
                )
        self._used.setdefault(key, 1)
        return key

    def made(self, kind: str, text: str) -> str:
        """Return the id of a line that has none, by its *text* in single spaces."""
        key = _unused(kind, text, self._used)
        self._used[key] = 1
        return key


def present_id(table: Table, kind: str, used: dict[str, int]) -> str:
    """Return the id of a line that has none, different from those *used*.

    *used* counts for each id how many lines with the same words have it, so that a
    line said a thousand times is not compared with all before it; the caller adds
    the new id, with 1.

    The same for the same words, wherever in the scene they stand. In a shared piece
    it is made from what stands in the file, so all who use the piece agree on it.
    """
    word, text = kind, ""
    node = table.at.get(kind)
    if isinstance(node, Text):
        word = table.as_written(kind).removeprefix("$") or kind
        text = " ".join(node.written.split())
    return _unused(word, text, used)


def _unused(word: str, text: str, used: dict[str, int]) -> str:
    digest = blake2s(f"{word}\n{text}".encode(), digest_size=3).hexdigest()
    first = found = f"{word}-{digest}"
    while found in used:
        used[first] += 1
        found = f"{first}-{used[first]}"
    return found
