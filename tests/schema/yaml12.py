"""A story as an editor reads it: data by the rules of YAML 1.2."""

import re
from typing import ClassVar

import yaml


class Yaml12(yaml.CSafeLoader):
    """PyYAML's loader with the scalars of YAML 1.2, where ``no`` is a text."""

    yaml_implicit_resolvers: ClassVar = {}

    def construct_mapping(self, node, deep=False):  # noqa: FBT002 - as PyYAML has it
        """Return a table: JSON has texts for names, whatever they look like."""
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                key.tag = "tag:yaml.org,2002:str"
        return super().construct_mapping(node, deep)


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
        "-+.0123456789",
    ),
):
    Yaml12.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), [*first, ""]
    )


def whole_number(_, node):
    base = {"0o": 8, "0x": 16}.get(node.value[:2], 10)
    return int(node.value, base)


Yaml12.add_constructor("tag:yaml.org,2002:int", whole_number)


def load(text):
    """Return the data of a YAML text, as an editor has it."""
    return yaml.load(text, Yaml12)  # noqa: S506 - it is a safe loader
