"""Ids for the lines of a story: written into its text, once.

Works on text and places; the meaning of the lines is not its business.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.source import StoryError
from game.story import keys
from game.story.line_ids import present_id
from game.story.nodes import Node, Row, Table, Text
from game.story.tree import read

_STEPS_WITH_ID = frozenset({"note", "feel", "talk", "end"})
_STEPS_WITHOUT = frozenset({"set", "heard", "goto", "use", "choose"})


@dataclass(frozen=True, slots=True, order=True)
class _Added:
    """A text to put in at a line and column, from 0; unless ``inside`` a line there.

    The order is that of the places: a line comes before what goes inside the line
    that stood there.
    """

    line: int
    inside: bool
    column: int
    text: str


def with_ids(text: str, file: str) -> tuple[str, int]:
    """Write the present id beside each line and choice that has none.

    Entries in braces get it inside the braces, others on a line of its own below
    their first. An entry in brackets alone, ``[note: hello]``, has no room for one
    and is left as it is.

    Args:
        text: A story file, or the file of a shared piece.
        file: Its name in marks.

    Returns:
        The new text, which reads the same otherwise, and how many ids were written.

    Raises:
        StoryError: If the text is not YAML.
    """
    tree, problems = read(text, file)
    if problems:
        raise StoryError(problems)
    scenes = tree.at.get("scenes") if isinstance(tree, Table) else None
    lines = text.splitlines(keepends=True)
    added: list[_Added] = []
    for _, steps in scenes.entries if isinstance(scenes, Table) else ():
        used: dict[str, int] = {}
        for table, kind in _entries(steps):
            added += _added(table, kind, used, lines)
    # From the last to the first, so that earlier places stay where they are.
    for one in sorted(added, reverse=True):
        _put_in(lines, one)
    return "".join(lines), len(added)


def _entries(steps: Node) -> Iterator[tuple[Table, str]]:
    """Yield what can have an id, with the key of its text, in order of the file."""
    for step in steps.items if isinstance(steps, Row) else ():
        if not isinstance(step, Table):
            continue
        if "choose" in step.at:
            options = step.at["choose"]
            for option in options.items if isinstance(options, Row) else ():
                if isinstance(option, Table):
                    yield option, "say" if "say" in option.at else "do"
        elif not _STEPS_WITHOUT & step.at.keys():
            names = [key.value for key, _ in step.entries]
            known = [name for name in names if name in _STEPS_WITH_ID]
            others = [name for name in names if name not in keys.RESERVED]
            if known or others:
                yield step, (known or others)[0]


def _added(
    table: Table, kind: str, used: dict[str, int], lines: list[str]
) -> Iterator[_Added]:
    named, value = table.at.get("id"), table.at.get(kind)
    if isinstance(named, Text):
        used.setdefault(named.value, 1)
    elif isinstance(value, Text) and value.value.strip():
        key = present_id(table, kind, used)
        used[key] = 1
        line, column = table.mark.line - 1, table.mark.column - 1
        if not table.flow:
            yield _Added(
                value.below - 1, inside=False, column=column, text=f"id: {key}"
            )
        elif lines[line][column] == "{":
            yield _Added(line, inside=True, column=column + 1, text=f"id: {key}, ")


def _put_in(lines: list[str], added: _Added) -> None:
    if not added.inside:
        above = lines[added.line - 1]
        stop = above[len(above.rstrip("\r\n\x85\u2028\u2029")) :]
        if not stop:
            lines[added.line - 1] = above + "\n"
        lines.insert(added.line, " " * added.column + added.text + (stop or "\n"))
    else:
        line, column = lines[added.line], added.column
        lines[added.line] = line[:column] + added.text + line[column:]
