"""Ids for the lines of a story: written into its text, once.

Works on text and places; the meaning of the lines is not its business.
"""

from game.source import StoryError
from game.story.scenes import line_id
from game.story.tree import Node, Row, Table, Text, read

_STEPS_WITH_ID = frozenset({"note", "feel", "talk", "end"})
_STEPS_WITHOUT = frozenset({"set", "heard", "goto", "use", "choose"})


def with_ids(text: str, file: str) -> tuple[str, int]:
    """Write the present id beside each line and choice that has none.

    Entries in braces on one line get it inside the braces, others on a line of its
    own below their first.

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
    lines = text.split("\n")
    added: list[tuple[int, int, str]] = []
    for _, steps in scenes.entries if isinstance(scenes, Table) else ():
        used: set[str] = set()
        for step in steps.items if isinstance(steps, Row) else ():
            added += _of_step(step, used, lines)
    # From the last to the first, so that earlier places stay where they are.
    for line, column, key in sorted(added, reverse=True):
        if column < 0:
            lines[line] = _in_braces(lines[line], -column - 1, key)
        else:
            lines.insert(line + 1, " " * column + f"id: {key}")
    return "\n".join(lines), len(added)


def _of_step(
    step: Node, used: set[str], lines: list[str]
) -> list[tuple[int, int, str]]:
    if not isinstance(step, Table) or not step.entries:
        return []
    if "choose" in step.at:
        options = step.at["choose"]
        return [
            place
            for option in (options.items if isinstance(options, Row) else ())
            if isinstance(option, Table)
            for place in _place(option, _kind(option, ("say", "do")), used, lines)
        ]
    if _STEPS_WITHOUT & step.at.keys():
        return []
    kinds = [key.value for key, _ in step.entries if key.value in _STEPS_WITH_ID]
    return _place(step, kinds[0] if kinds else step.entries[0][0].value, used, lines)


def _kind(table: Table, kinds: tuple[str, ...]) -> str:
    return next((kind for kind in kinds if kind in table.at), "")


def _place(
    table: Table, kind: str, used: set[str], lines: list[str]
) -> list[tuple[int, int, str]]:
    """Return where the id goes: line and column from 0, a negative one in braces."""
    named = table.at.get("id")
    if isinstance(named, Text):
        used.add(named.value)
        return []
    value = table.at.get(kind)
    if not isinstance(value, Text):
        return []
    key = line_id(kind, " ".join(value.value.split()), used)
    used.add(key)
    mark = table.mark
    if lines[mark.line - 1][mark.column - 1 : mark.column] == "{":
        return [(mark.line - 1, -mark.column, key)]
    return [(_last_line(table, kind, lines), mark.column - 1, key)]


def _last_line(table: Table, kind: str, lines: list[str]) -> int:
    """Return the last line, from 0, of the text that the id belongs to."""
    names = [key.mark.line for key, _ in table.entries]
    at = next(key.mark for key, _ in table.entries if key.value == kind)
    later = [line for line in names if line > at.line]
    if later:
        return min(later) - 2
    line = at.line
    while line < len(lines) and (
        lines[line].strip()
        and len(lines[line]) - len(lines[line].lstrip()) > at.column - 1
    ):
        line += 1
    return line - 1


def _in_braces(line: str, column: int, key: str) -> str:
    return f"{line[: column + 1]}id: {key}, {line[column + 1 :].lstrip()}"
