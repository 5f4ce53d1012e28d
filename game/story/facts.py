"""What a story remembers: ``facts:``.

Knows how a fact is declared; not who reads it.
"""

import re
from typing import Final

from game.source import Mark
from game.story import keys
from game.story.model import Fact
from game.story.nodes import Node, Table, Text
from game.story.reading import Reading

MAX_RANGE: Final = 9
_FROM_TO: Final = keys.names(keys.FACT)
RANGE: Final = r"([0-9]{1,3})\.\.([0-9]{1,3})"
"""Short for a range that starts at its first number, as a regular expression."""

_RANGE: Final = re.compile(RANGE)


def read_facts(reading: Reading, node: Node | None) -> tuple[Fact, ...]:
    """Read ``facts:``, in the order of the file."""
    table = reading.table(node, "facts")
    entries = tuple(table.entries) if table is not None else ()
    if len(entries) > keys.MAX_FACTS:
        reading.add(
            entries[keys.MAX_FACTS][0].mark,
            f"there are {len(entries)} facts, more than {keys.MAX_FACTS}",
            "too-many-facts",
            "remember only what a condition asks for",
        )
    return tuple(_fact(reading, key, value) for key, value in entries)


def _fact(reading: Reading, key: Text, node: Node) -> Fact:
    name = reading.id(key, "a fact")
    if name in keys.FACT_RESERVED:
        reading.add(
            key.mark,
            f"a fact cannot be called {name!r}: it means something already",
            "reserved-name",
            "give the fact another name",
        )
    match node:
        case Text("yes" | "no" as value):
            return Fact(name, 0, 1, int(value == "yes"), switch=True, mark=key.mark)
        case Text(value) if (ends := _RANGE.fullmatch(value)) is not None:
            low, high = int(ends.group(1)), int(ends.group(2))
            return _range(reading, key, node.mark, (low, high, low))
        case Table():
            return _from_to(reading, key, node)
        case _:
            reading.add(
                node.mark,
                f"fact {name!r} starts as yes, no or a range such as 0..3",
                "bad-fact",
                "write 'no' for something that has not happened yet",
            )
            return Fact(name, 0, 1, 0, mark=key.mark)


def _from_to(reading: Reading, key: Text, table: Table) -> Fact:
    before = reading.count
    reading.keys(table, f"fact {key.value!r}", _FROM_TO, _FROM_TO)
    low, high, start = (
        reading.number(table.at.get(name), name, 0, 999) for name in _FROM_TO
    )
    if reading.count > before:
        return Fact(key.value, 0, 1, 0, mark=key.mark)
    return _range(reading, key, table.mark, (low, high, start))


def _range(reading: Reading, key: Text, mark: Mark, ends: tuple[int, int, int]) -> Fact:
    low, high, start = ends
    if not low <= start <= high or not 1 <= high - low <= MAX_RANGE:
        reading.add(
            mark,
            f"a range goes up, by at most {MAX_RANGE}, and holds its start",
            "bad-fact",
            "facts are small so that every state can be visited",
        )
    return Fact(key.value, low, high, start, mark=key.mark)
