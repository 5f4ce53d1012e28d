"""The page of problems names every rule, and its examples do what it says.

The page starts with a small story and the shared piece that the story uses. An
example is a part of them: at the top and, under ``cast``, ``scenes`` and ``when``, one
level below, its entries replace those of the same name or are added. An example that
starts with ``piece:`` stands in for the piece, and one without entries for the file.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.check.check import check
from game.cli.surroundings import surroundings
from game.files import Library
from game.source import StoryError
from game.story.parse import parse
from game.story.pieces import PieceText

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/problems.md").read_text(encoding="utf-8")
AROUND = surroundings(Library())
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STORY, PIECE = BLOCK.findall(PAGE)[:2]
SECTIONS = dict(
    re.findall(r"^### ([a-z0-9-]+)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
)
MERGED = ("cast", "scenes", "when")

WITHOUT_EXAMPLES = {
    "not-utf8": "bytes cannot be shown on a page",
    "too-large": "nobody reads 4 MiB",
    "too-many-states": "the story of it is long: tests/broken/too-many-states.yaml",
    "not-proven": "a story of 100,000 states is long",
    "endless-play": "no story does it",
}


def entries(text, indent):
    """Split a text into its entries at an indent; what comes before is called ''."""
    start = re.compile(rf" {{{indent}}}([^\s#-][^:]*):")
    found = [["", ""]]
    for line in text.splitlines(keepends=True):
        if key := start.match(line):
            found.append([key.group(1), ""])
        found[-1][1] += line
    return dict(found)


def put_in(part, story=STORY):
    """Return the story with the entries of *part* in it."""
    given = entries(part, 0)
    if set(given) == {""}:
        return part
    whole = entries(story, 0)
    for key, text in given.items():
        if key in MERGED and key in whole:
            inner = entries(whole[key], 2) | entries(text, 2)
            whole[key] = "".join(inner.values())
        else:
            whole[key] = text
    return "".join(whole.values())


def problems_of(example):
    is_piece = example.startswith("piece:")
    text = STORY if is_piece else put_in(example)
    piece = PieceText(example if is_piece else PIECE, "_shared/listens.yaml")
    try:
        story = parse(
            text, "story.yaml", pieces=lambda name: piece if name == "listens" else None
        )
    except StoryError as error:
        return error.problems
    texts = {"story.yaml": text, piece.file: piece.text}
    return check(story, replace(AROUND, texts=texts)).problems


EXAMPLES = [
    pytest.param(rule, BLOCK.findall(section), id=rule)
    for rule, section in SECTIONS.items()
    if rule not in WITHOUT_EXAMPLES
]


def test_the_story_of_the_examples_has_no_problems():
    assert problems_of(STORY) == ()


@pytest.mark.parametrize(("rule", "blocks"), EXAMPLES)
def test_the_broken_example_has_the_problem_and_the_mended_one_has_none(rule, blocks):
    broken, mended = blocks

    assert [problem.rule for problem in problems_of(broken)] == [rule]
    assert problems_of(mended) == ()


def test_the_page_has_a_section_for_every_rule_and_no_other():
    """A rule has a broken story, or is one of those that cannot have one."""
    files = (ROOT / "tests/broken").glob("*.yaml")
    rules = {path.stem.partition(".")[0] for path in files}

    assert set(SECTIONS) == rules | {"too-large", "endless-play", "not-proven"}


def test_every_section_says_what_the_problem_means():
    for rule, section in SECTIONS.items():
        words = section.partition("Broken:")[0].strip()

        assert words.endswith("."), rule


def test_the_example_at_the_top_is_what_an_author_reads():
    text = put_in("scenes:\n" + entries(STORY, 2)["hello"].replace("cake", "cakes", 1))
    name = "scenarios/the-surprise-cake/story.yaml"
    piece = PieceText(PIECE, "_shared/listens.yaml")

    with pytest.raises(StoryError) as error:
        parse(text, name, pieces=lambda _: piece)

    (problem,) = error.value.problems
    assert f"```text\n{problem.render({name: text})}\n```" in PAGE
