"""Where in a file a few words of a passage stand.

A story's marks lead to the step or the choice; an author wants the word. So the words
are looked up in the text of the file, from the mark on.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from game.check.reader.passages import Passage
from game.source import Mark

_ENOUGH = 20
"""Characters of a passage that tell where it starts."""


def place(texts: Mapping[str, str], passage: Passage, start: int, end: int) -> Mark:
    """Return the mark of characters *start* to *end* of a passage.

    Args:
        texts: The text of each file by its name in marks; of a file that is not there,
            the mark of the whole step is returned.
        passage: What the words are from.
        start: The first character.
        end: The one behind the last.
    """
    text = texts.get(passage.mark.file)
    if text is None:
        return passage.mark
    said = passage.text[start:end]
    lines = tuple(_item(_lines(text), passage.mark))
    found = _find(lines, passage.text, said)
    if found is not None:
        return Mark(passage.mark.file, *found, max(1, len(said)))
    # A shared piece has the words from the story that uses it.
    for file, other in texts.items():
        if file != passage.mark.file and passage.text in other:
            line = other.count("\n", 0, other.index(passage.text)) + 1
            column = other.split("\n")[line - 1].index(passage.text) + 1
            return Mark(file, line, column + start, max(1, len(said)))
    return passage.mark


def _find(
    lines: tuple[tuple[int, str], ...], text: str, said: str
) -> tuple[int, int] | None:
    """Return line and column, from 1, of words after the start of their passage."""
    begin = text[:_ENOUGH]
    started = -1
    for number, line in lines:
        if started < 0:
            at = line.find(begin)
            if at < 0:
                continue
            started = number
        else:
            at = 0
        column = line.find(said, at)
        if column >= 0:
            return number, column + 1
    if started < 0:
        for number, line in lines:
            if (column := line.find(said)) >= 0:
                return number, column + 1
        return None
    return started, dict(lines)[started].find(begin) + 1


def _item(lines: tuple[str, ...], mark: Mark) -> Iterator[tuple[int, str]]:
    """Yield the lines, with their numbers, of the list item or table at a mark."""
    first = lines[mark.line - 1] if mark.line <= len(lines) else ""
    base = _indent(first)
    whole_file = (mark.line, mark.column) == (1, 1)
    for number, line in enumerate(lines[mark.line - 1 :], mark.line):
        deeper = _indent(line) > base
        beside = _indent(line) == base == mark.column - 1 and line.lstrip()[:1] != "-"
        if number > mark.line and line.strip() and not (deeper or beside or whole_file):
            return
        yield number, line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())
