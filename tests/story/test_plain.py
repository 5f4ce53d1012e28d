"""What is written in the plain way is read as YAML reads it, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.languages import ours
from bench.stories import tale
from game.story.nodes import Row, Text
from game.story.places import Source
from game.story.plain import read_plain
from game.story.tree import read, read_events
from tests.story.mistakes import PIECES, STORIES, YAML_SOUP, mutated

ROOT = Path(__file__).parents[2]
BROKEN = sorted((ROOT / "tests/broken").glob("*.yaml"))

TOP = "title: A\nscenes:\n"
STORY = f"{TOP}  a:\n    - mia: hello\n    - goto: b\n  b:\n    - end: bye\n"


ALL_PLAIN = f"""{TOP}
  # The first.
  a:
    - mia: 'hello: #1'
      if: f1 and not f2
    - $adult: "yes"

    - choose:
        - say: hello
          set: {{f1: yes, f2: +1, f3: -1}}
          goto: b
        # The second.
        - do: go home
          goto: b
      ordinary: yes
  b:
    - use: telling
      with:
        adult: mum
        first: sleep well
      outcomes: {{done: a}}
when:
  tell: {{mum: a}}
"""


def told(node):
    """Return all that a tree says, places included, as plain values."""
    match node:
        case None:
            return None
        case Text():
            return node.value, node.start, node.length, node.plain, node.written
        case Row(items, _, start):
            return start, [told(item) for item in items]
        case _:
            entries = [(told(key), told(value)) for key, value in node.entries]
            return node.start, node.flow, entries


def outcome(read, *given):
    tree, problems = read(*given)
    return told(tree), problems


def is_read_as_yaml(text):
    assert outcome(read, text, "f") == outcome(read_events, text, "f")


def left_to_yaml(text):
    """Return the scenes that are left to YAML; None if the whole file is."""
    scenes = []

    def part(start, end, depth):
        if depth:
            scenes.append(text[start:end])
        tree, problems = read_events(text[start:end], "f")
        return None if problems else tree

    return None if read_plain(Source(text, "f"), part) is None else scenes


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_story_is_read_as_yaml_reads_it(path):
    is_read_as_yaml(path.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("text", [*STORIES, *PIECES.values()])
def test_a_story_of_ours_is_read_as_yaml_reads_it(text):
    is_read_as_yaml(text)


def test_a_generated_story_is_read_as_yaml_reads_it():
    is_read_as_yaml(ours(tale(200, 20)))


ODD = settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@ODD
@given(st.one_of(mutated([*STORIES, *PIECES.values()]), YAML_SOUP.map(TOP.__add__)))
def test_a_story_with_mistakes_is_read_as_yaml_reads_it(text):
    is_read_as_yaml(text)


@ODD
@given(mutated([STORY, ALL_PLAIN]))
def test_a_small_story_with_mistakes_is_read_as_yaml_reads_it(text):
    is_read_as_yaml(text)


def test_what_is_plain_needs_no_yaml():
    assert left_to_yaml(STORY) == []
    assert left_to_yaml(ALL_PLAIN) == []


@pytest.mark.parametrize(
    "line",
    [
        "- mia: at 10:30",
        "- mia: hello  # first",
        "- mia: 'it''s me'",
        '- mia: "a \\" sign"',
        "- mia: [hello]",
        "- {mia: hello}",
        "- mia:  hello",
        "- mia: hello ",
        "- mia:",
        "- mia: >-\n        hello",
        "- mia: hello\n        there",
        "- - mia",
        "- " + "x: " + "\n" + " " * 24 + "y: z",
    ],
)
def test_a_scene_that_is_not_plain_is_left_to_yaml(line):
    odd = f"  odd:\n    {line}\n    - goto: b\n"
    text = STORY.replace("  b:\n", f"{odd}  b:\n")

    assert left_to_yaml(text) == [odd]
    is_read_as_yaml(text)


@pytest.mark.parametrize(
    "text",
    [
        STORY.replace("\n", "\r\n"),
        STORY.replace("hello", "hel\tlo"),
        STORY.replace("hello", '"hello'),
        STORY.replace("goto: b", "goto: b\n      goto: a"),
        STORY.replace("  b:", "  a:"),
        STORY.replace("  b:", "  B:"),
        STORY.replace("  b:", " b:"),
        STORY.replace("  b:", "---\n  b:"),
        STORY + "scenes: {}\n",
        STORY + "title: B\n",
        STORY + "? when\n",
        STORY + "- when\n",
        "title: A\n",
        "- a\n- scenes:\n",
        '"title: A\nscenes:\n  a:\n    - end: b\n"',
    ],
)
def test_a_file_of_which_a_part_says_too_little_is_left_to_yaml(text):
    assert left_to_yaml(text) is None
    is_read_as_yaml(text)


def test_lists_and_tables_are_counted_from_the_top_of_the_file():
    """A scene that is left to YAML has no more levels than in the whole file."""
    for levels in range(35, 42):
        is_read_as_yaml(STORY.replace("hello", "[" * levels + "]" * levels))
