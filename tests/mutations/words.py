"""What a hurried author writes: sentences that a child should not read.

The sentences stand in ``phrases.yaml``.
"""

from pathlib import Path

import yaml

from tests.mutations.mutant import Mutant, drawn, expect
from tests.mutations.source import TOLD, quoted

PHRASES = yaml.safe_load(
    Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8")
)
NARRATED = ("note", "feel", "why", "end", "offer")


def every_text(source):
    """Yield each text on one line as (part, key): of steps, choices and answers."""
    for part in (*source.steps, *source.choices, *source.answers):
        for key in (*TOLD, *source.cast, "say", "do", "why", "end", "offer"):
            if key in part.at and one_line(part.at[key][1]):
                yield part, key


def one_line(value):
    return (
        isinstance(value, yaml.ScalarNode)
        and value.style not in ("|", ">")
        and value.start_mark.line == value.end_mark.line
    )


def by_the_grown_ups(source):
    """Yield what the story itself says, and what trusted adults say."""
    for part, key in every_text(source):
        if key in NARRATED or key in source.adults:
            yield part, key


def chat(source):
    """Yield messages and what the player says."""
    for part, key in every_text(source):
        if key == "say" or key in source.cast:
            yield part, key


def writing(operator, sites, rules):
    """Return the operator that replaces each of the texts by one of its phrases."""

    def write(source):
        player = source.cast[source.root.get("player")].get("name")
        for part, key in sites(source):
            edit, line = source.edit(), part.line_of(key)
            phrase = drawn(operator, source, line).choice(PHRASES[operator])
            text = phrase.replace("{player}", player)
            edit.put(part.at[key][1], quoted(text))
            yield Mutant(
                operator, source, line, f"{key}: {text}", edit, (expect(rules, line),)
            )

    write.__name__ = operator.replace("-", "_")
    return write


LEVEL = "hard-line hardest-tenth reading-level long-word"

WORDS = (
    writing("hard-line", every_text, LEVEL),
    writing("run-on", every_text, f"{LEVEL} long-sentence"),
    writing("blame", by_the_grown_ups, "words-that-blame"),
    writing("promise", by_the_grown_ups, "words-that-promise"),
    writing("contact-detail", every_text, "real-contact"),
    writing("brand", every_text, "real-name"),
    writing("place", every_text, "real-name"),
    writing("short-form", chat, "short-form"),
)
