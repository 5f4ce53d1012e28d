"""The schema takes what the parser takes, and refuses what has the wrong shape."""

import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator

from game.files import ROOT
from game.schema.schema import piece_schema, story_schema
from game.source import StoryError
from game.story import keys
from game.story.parse import parse
from game.story.pieces import PieceText
from game.story.tree import decode
from tests.schema.yaml12 import load

SCENARIOS = ROOT / "scenarios"
FOLDER = ROOT / "tests/broken"
BROKEN = sorted(FOLDER.glob("*.yaml"))
BROKEN_PIECES = sorted((FOLDER / "_shared").glob("*.yaml"))
PAGE = (ROOT / "docs/reference/story-format.md").read_text(encoding="utf-8")
TUTORIAL = (ROOT / "docs/tutorial/your-first-story.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)

NOT_THE_SHAPE = {
    "the bytes, characters and comments of the file": {
        "control-character",
        "control-character.2",
        "lost-after-hash",
        "not-utf8",
    },
    "YAML itself, which editors know": {
        "alias",
        "anchor",
        "duplicate-key",
        "not-a-name",
        "second-document",
        "tag",
        "too-deep",
        *(path.stem for path in FOLDER.glob("not-yaml*.yaml")),
    },
    "what the story calls something": {
        "adult-not-told",
        "adult-not-told.3",
        "duplicate-id",
        "duplicate-id.2",
        "no-chat",
        "no-chat.2",
        "not-a-trusted-adult",
        "not-a-trusted-adult.2",
        "two-skills-one-move",
        "unknown-chat",
        "unknown-chat.2",
        "unknown-contact",
        *(f"unknown-contact.{number}" for number in range(2, 9)),
        "unknown-fact",
        "unknown-fact.2",
        "unknown-scene",
        *(f"unknown-scene.{number}" for number in range(2, 6)),
    },
    "which step is the last": {"after-the-end", "no-way-on", "use-in-the-middle"},
    "where ways lead": {
        "back-from-nowhere",
        "back-from-nowhere.2",
        "back-from-nowhere.3",
        "back-from-nowhere.4",
        "back-from-nowhere.5",
        "endless-loop",
    },
    "whether parentheses come in pairs": {"bad-condition.3", "bad-condition.6"},
    "which of two numbers is larger": {"bad-fact.2", "bad-fact.3"},
    "how long a message may be in the band": {"message-too-long"},
    "the other file": {
        "duplicate-id.3",
        "fact-in-a-piece",
        "fact-in-a-piece.2",
        "missing-argument",
        "missing-outcome",
        "piece-in-a-piece",
        "reserved-name.4",
        "unknown-argument",
        "unknown-argument.2",
        "unknown-kind",
        "unknown-outcome",
        "unknown-piece",
        "unknown-scene.7",
    },
}
"""Files that the parser refuses for what a schema cannot see."""

UNSEEN = frozenset().union(*NOT_THE_SHAPE.values())
UNSEEN_IN_PIECES = {
    "duplicate-id.3": "a scene and an outcome have one name",
    "fact-in-a-piece": "a condition reads a fact",
    "unknown-argument.2": "a text has an argument that is not needed",
    "unknown-scene.7": "the first scene is not there",
}


def broken_piece(name):
    path = FOLDER / "_shared" / f"{name}.yaml"
    if not path.is_file():
        return None
    return PieceText(path.read_text(encoding="utf-8"), f"_shared/{name}.yaml")


def parser_takes(path):
    try:
        text = decode(path.read_bytes(), path.name)
        parse(text, path.name, pieces=broken_piece)
    except StoryError:
        return False
    return True


def whole_tutorial():
    first, scenes, when = BLOCK.findall(TUTORIAL)
    return first[: first.index("when:\n")] + scenes + "\n" + when


GOOD = {
    **{path.parent.name: path for path in SCENARIOS.glob("*/story.yaml")},
    "pencil": ROOT / "tests/phone/pencil.yaml",
    "reference": BLOCK.findall(PAGE)[0],
    "tutorial": whole_tutorial(),
    "problems": BLOCK.findall(
        (ROOT / "docs/reference/problems.md").read_text(encoding="utf-8")
    )[0],
}


def text_of(good):
    return good if isinstance(good, str) else good.read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", [story_schema(), piece_schema()], ids=["s", "p"])
def test_the_schema_is_one(schema):
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("good", GOOD.values(), ids=GOOD)
def test_a_good_story_fits(good, of_story):
    assert [error.message for error in of_story.iter_errors(load(text_of(good)))] == []


@pytest.mark.parametrize(
    "path",
    [*sorted((SCENARIOS / "_shared").glob("*.yaml")), FOLDER / "_shared/listens.yaml"],
    ids=lambda path: path.stem,
)
def test_a_good_piece_fits(path, of_piece):
    assert list(of_piece.iter_errors(load(path.read_text(encoding="utf-8")))) == []


def test_there_are_stories_to_test():
    assert len(GOOD) >= 7
    assert len(BROKEN) > 100


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_what_the_parser_takes_fits_and_a_wrong_shape_does_not(path, of_story):
    """A file is refused by both, or by neither, or stands in the list above."""
    try:
        fits = of_story.is_valid(load(path.read_bytes()))
    except (yaml.YAMLError, UnicodeDecodeError):
        # No data, so nothing for a schema to see.
        assert path.stem in UNSEEN
        return

    assert fits == (parser_takes(path) or path.stem in UNSEEN)


@pytest.mark.parametrize("path", BROKEN_PIECES, ids=lambda path: path.stem)
def test_a_piece_of_the_wrong_shape_does_not_fit(path, of_piece):
    fits = of_piece.is_valid(load(path.read_text(encoding="utf-8")))

    assert fits == (path.stem == "listens" or path.stem in UNSEEN_IN_PIECES)


def test_the_lists_name_files_that_the_parser_refuses():
    refused = {path.stem for path in BROKEN if not parser_takes(path)}

    assert refused >= UNSEEN
    assert {path.stem for path in BROKEN_PIECES} >= set(UNSEEN_IN_PIECES)


@pytest.mark.parametrize(
    ("name", "schema"),
    [("story", story_schema()), ("piece", piece_schema())],
    ids=["story", "piece"],
)
def test_the_shipped_file_is_the_schema(name, schema):
    """If not: python3 run.py schema [--piece] --out scenarios/NAME.schema.json."""
    text = (SCENARIOS / f"{name}.schema.json").read_text(encoding="utf-8")

    assert json.loads(text) == schema


@pytest.mark.parametrize(
    "path",
    [*SCENARIOS.glob("*/story.yaml"), *SCENARIOS.glob("_shared/*.yaml")],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_a_shipped_file_points_to_its_schema(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = first.removeprefix("# yaml-language-server: $schema=")
    name = "piece" if path.parent.name == "_shared" else "story"

    assert (path.parent / schema).resolve() == SCENARIOS / f"{name}.schema.json"


def test_the_how_to_leads_from_a_story_of_ones_own_to_the_schema():
    page = (ROOT / "docs/how-to/write-in-an-editor.md").read_text(encoding="utf-8")
    (line,) = BLOCK.findall(page)
    schema = line.strip().removeprefix("# yaml-language-server: $schema=")

    assert "`my-stories/lost-scarf/story.yaml`" in page
    beside = ROOT / "my-stories/lost-scarf" / schema
    assert beside.resolve() == SCENARIOS / "story.schema.json"


def section(heading):
    """Return the text of a section of the reference."""
    start = PAGE.index(f"\n## {heading}\n") + 1
    return PAGE[start : PAGE.index("\n## ", start)]


def rows(heading):
    """Return each row of the table in a section: key, need, about."""
    found = re.findall(r"^\| `(.+?)` \|(.*?)\|(.*)\|$", section(heading), re.MULTILINE)
    return [(name, need.strip(), about.strip()) for name, need, about in found]


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("The top of the file", keys.STORY),
        ("Cast", keys.CONTACT),
        ("Choices", keys.CHOICE),
    ],
    ids=["story", "contact", "choice"],
)
def test_the_reference_says_of_each_key_what_an_editor_says(heading, table):
    told = {name: about for name, _, about in rows(heading)}
    needed = {name for name, need, _ in rows(heading) if need == "needed"}

    assert told == {key.name: key.about for key in table}
    assert needed == set(keys.needed(table))


def test_the_reference_names_every_step_and_what_stands_beside_it():
    named = set(re.findall(r"`([a-z]+):", section("Steps of a scene")))
    beside = {key.name for some in keys.STEP_BESIDE.values() for key in some}
    of_pieces = {"with", "outcomes"}

    assert set(keys.names(keys.STEPS)) <= named
    assert (beside | set(keys.names(keys.MESSAGE_BESIDE))) - of_pieces <= named


@pytest.mark.parametrize(
    "key",
    [
        *keys.WHEN,
        *keys.ANSWER,
        *keys.FOR_ADULTS,
        *keys.CURRICULUM,
        *keys.CHAT,
        *keys.FACT,
        *keys.PIECE,
        *keys.STEP_BESIDE["use"],
    ],
    ids=lambda key: key.name,
)
def test_the_reference_names_every_other_key(key):
    assert re.search(rf"`{key.name}`|\b{key.name}:", PAGE)


def every(schema, keyword):
    """Yield what stands after a keyword, wherever in a schema."""
    for name, value in schema.items() if isinstance(schema, dict) else ():
        if name == keyword:
            yield value
        yield from every(value, keyword)
    for value in schema if isinstance(schema, list) else ():
        yield from every(value, keyword)


@pytest.mark.parametrize("schema", [story_schema(), piece_schema()], ids=["s", "p"])
def test_every_key_that_can_be_written_is_explained(schema):
    found = [
        (name, of)
        for properties in every(schema, "properties")
        if "description" not in properties
        for name, of in properties.items()
        if isinstance(of, dict)
    ]

    assert len(found) > 30
    for name, of in found:
        assert of.get("description"), name
        assert "`" not in of["description"]
