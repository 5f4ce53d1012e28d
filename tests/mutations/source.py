"""A shipped story as its author sees it: lines, with the places of steps and choices.

Read by PyYAML alone, so that what is spoilt and where does not hang on the parser that
is put to the test.
"""

import json
import re
from dataclasses import dataclass, field
from functools import cached_property

import yaml

STEPS = ("note", "feel", "talk", "set", "heard", "goto", "use", "choose", "end")
TOLD = ("note", "feel", "talk")
PLAIN = re.compile(r"[\w.$/+-][\w .$/=<>()+-]*")
"""What may stand in braces without quotes."""


@dataclass(frozen=True, eq=False)
class Part:
    """A step, a choice, an answer or a contact: a table, and what it is called."""

    scene: str
    kind: str
    node: yaml.MappingNode
    inside: "Part | None" = None

    @cached_property
    def at(self):
        """Return key and value nodes by key."""
        return {key.value: (key, value) for key, value in self.node.value}

    def get(self, key):
        return self.at[key][1].value if key in self.at else None

    @property
    def line(self):
        return self.node.start_mark.line + 1

    def line_of(self, key):
        return self.at[key][0].start_mark.line + 1


@dataclass(frozen=True, eq=False)
class Source:
    """The text of a story and its parts. Lines are numbered from 1."""

    name: str
    text: str
    root: Part = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "root", Part("", "story", yaml.compose(self.text)))

    def section(self, *keys):
        """Return the entries of a table in the file, as key and value nodes by key."""
        node = self.root.node
        for key in keys:
            node = next((value for one, value in node.value if one.value == key), None)
            if node is None:
                return {}
        return {key.value: (key, value) for key, value in node.value}

    @cached_property
    def lines(self):
        return self.text.splitlines()

    @cached_property
    def band(self):
        return self.root.get("band")

    @cached_property
    def cast(self):
        return {
            name: Part("", name, value)
            for name, (_, value) in self.section("cast").items()
        }

    @cached_property
    def adults(self):
        return [name for name, one in self.cast.items() if one.get("trusted") == "yes"]

    @cached_property
    def strangers(self):
        return [
            name
            for name, one in self.cast.items()
            if "yes" not in (one.get("trusted"), one.get("known"))
            and name != self.root.get("player")
        ]

    @cached_property
    def facts(self):
        return {
            name: key.start_mark.line + 1
            for name, (key, _) in self.section("facts").items()
        }

    @cached_property
    def scene_line(self):
        return {
            name: key.start_mark.line + 1
            for name, (key, _) in self.section("scenes").items()
        }

    @cached_property
    def first_scene(self):
        return self.scene_line[self.root.get("start")]

    def scene_lines(self, name):
        """Return all lines of a scene, that of its name included."""
        key, value = self.section("scenes")[name]
        return range(key.start_mark.line + 1, value.end_mark.line + 1)

    @cached_property
    def steps(self):
        found = []
        for name, (_, row) in self.section("scenes").items():
            for node in row.value:
                keys = [key.value for key, _ in node.value]
                known = (*STEPS, *self.cast)
                kind = next(key for key in keys if key in known)
                found.append(Part(name, kind, node))
        return found

    @cached_property
    def moments(self):
        """Return each step that is a moment of choice, with its choices."""
        return [
            (step, [Part(step.scene, "choice", one, step) for one in row.value])
            for step in self.steps
            if step.kind == "choose"
            for row in [step.at["choose"][1]]
        ]

    @cached_property
    def choices(self):
        return [choice for _, choices in self.moments for choice in choices]

    @cached_property
    def answers(self):
        """Return what follows the actions that are always available."""
        return [
            Part("", f"{action} {contact}", value)
            for action in ("look", "save", "report", "block")
            for contact, (_, value) in self.section("when", action).items()
            if isinstance(value, yaml.MappingNode)
        ]

    @cached_property
    def ways(self):
        """Return where each scene can lead, by gotos and by what pieces come out as."""
        ways = {name: [] for name in self.scene_line}
        for part in (*self.steps, *self.choices):
            if "goto" in part.at:
                ways[part.scene].append(part.get("goto"))
            for _, way in part.get("outcomes") or ():
                ways[part.scene].append(way.value)
        return ways

    def leads_to(self, *names):
        """Return these scenes and all that they lead to, in the end."""
        found, waiting = set(), [name for name in names if name in self.ways]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [way for way in self.ways[name] if way in self.ways]
        return found

    def leading_to(self, name):
        return {one for one in self.ways if name in self.leads_to(one)}

    def pieces_of(self, scenes):
        return {
            step.get("use")
            for step in self.steps
            if step.kind == "use" and step.scene in scenes
        }

    def edit(self):
        return Edit(list(self.lines))


class Edit:
    """Changes lines of a story and keeps their number. All lines count from 1."""

    def __init__(self, lines):
        self.lines = lines

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"

    def blank(self, first, last):
        for line in range(first, last + 1):
            self.lines[line - 1] = ""

    def drop_step(self, part):
        self.blank(part.line, last_line(part.node))

    def drop(self, part, key):
        """Take a key and its value out of a table."""
        name, value = part.at[key]
        if not part.node.flow_style:
            self.blank(name.start_mark.line + 1, last_line(value))
            if name is part.node.value[0][0] and part.kind in (*STEPS, "choice"):
                raise ValueError(f"{key} starts a step")
            return
        line = name.start_mark.line
        text = self.lines[line]
        after = text[value.end_mark.column :]
        before = text[: name.start_mark.column]
        if after.lstrip().startswith(","):
            after = after.lstrip()[1:].lstrip()
        else:
            before = before.rstrip().removesuffix(",")
        self.lines[line] = before + after

    def put(self, value, text):
        """Replace a value that stands on one line."""
        start, end = value.start_mark, value.end_mark
        if start.line != end.line:
            raise ValueError(f"line {start.line + 1}: more than one line")
        line = self.lines[start.line]
        self.lines[start.line] = line[: start.column] + text + line[end.column :]

    def add(self, part, key, text):
        """Give a table a key, or another value for one that it has."""
        if key in part.at:
            self.put(part.at[key][1], text)
            return
        node = part.node
        first, last = node.start_mark, last_line(node)
        if node.flow_style:
            line = self.lines[first.line]
            at = first.column + 1
            self.lines[first.line] = f"{line[:at]}{key}: {text}, {line[at:]}"
            return
        # Another line would move all lines below: braces let keys share one.
        before = self.lines[first.line][: first.column]
        shown = braces(node)
        self.blank(first.line + 1, last)
        for line, words in shown.items():
            self.lines[line] = " " * (first.column + 1) + ", ".join(words) + ","
        self.lines[first.line] = f"{before}{{{self.lines[first.line].lstrip()}"
        self.lines[max(shown)] += f" {key}: {text}}}"


def braces(node):
    """Return the entries of a table as they are written in braces, by line from 0."""
    shown = {}
    for key, value in node.value:
        if isinstance(value, yaml.ScalarNode):
            words = value.value if PLAIN.fullmatch(value.value) else quoted(value.value)
        elif isinstance(value, yaml.SequenceNode):
            words = f"[{', '.join(quoted(one.value) for one in value.value)}]"
        else:
            inner = braces(value)
            words = f"{{{', '.join(word for row in inner.values() for word in row)}}}"
        shown.setdefault(key.start_mark.line, []).append(f"{key.value}: {words}")
    return shown


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def last_line(node):
    """Return the last line of a node; comments below it may be included."""
    end = node.end_mark
    return end.line if end.column == 0 or is_open(node) else end.line + 1


def is_open(node):
    """Whether a node ends where the next one begins: its end is not its own."""
    if isinstance(node, yaml.ScalarNode):
        return node.style in ("|", ">")
    return not node.flow_style
