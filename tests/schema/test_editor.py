"""A real YAML language server, given the schema, shows a mistake at its place.

Run by ``nox -s editor``. It needs node and npm, with which the server is installed
into a folder of its own; where they are missing, it says so and is not run.
"""

import re
import shutil
import subprocess

import pytest
import yaml
from jsonschema import Draft7Validator

from game.files import ROOT
from game.schema.schema import story_schema
from tests.schema.language_server import LanguageServer
from tests.schema.yaml12 import load

pytestmark = pytest.mark.editor

PACKAGE = "yaml-language-server@1"
MODELINE = "# yaml-language-server: $schema=../../scenarios/story.schema.json"
STORIES = sorted((ROOT / "scenarios").glob("*/story.yaml"))
PIECES = sorted((ROOT / "scenarios/_shared").glob("*.yaml"))
BROKEN = sorted((ROOT / "tests/broken").glob("*.yaml"))

ELSEWHERE = {
    "say-or-do": 25,  # at the one too many, not at the choice
    "too-many-facts": 21,  # at all facts, not at the one too many
    "two-steps-in-one": 31,  # at the first of them, not at the second
}
"""Lines of what is underlined at another place of the same table than in `check`."""

NOT_SHOWN = {"empty-file": "in a file without anything, nothing is underlined"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A language server that was just installed."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"not run: there is no {program}; apt-get install nodejs npm")
    folder = tmp_path_factory.mktemp("language-server")
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    install = ["npm", "install", "--no-audit", "--no-fund", PACKAGE]
    done = subprocess.run(
        install, cwd=folder, check=False, capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip(f"not run: npm could not install {PACKAGE}: {done.stderr[-200:]}")
    program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    with LanguageServer(["node", str(program), "--stdio"], ROOT) as running:
        yield running


@pytest.fixture
def place(request):
    """A path beside the broken stories, another for each test, where no file is."""
    return ROOT / "tests/broken" / f"{request.node.name}.yaml"


def is_refused(path):
    try:
        return not Draft7Validator(story_schema()).is_valid(load(path.read_bytes()))
    except (yaml.YAMLError, UnicodeDecodeError):
        return False


REFUSED = [path for path in BROKEN if is_refused(path)]
assert len(REFUSED) > 40, "the schema sees little, so little would be tested"


def promised_line(path):
    return int(re.match(rb"# expect (\d+):", path.read_bytes())[1])


@pytest.mark.parametrize(
    "path", [*STORIES, *PIECES], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_nothing_is_underlined_in_what_we_ship(path, server):
    text = path.read_text(encoding="utf-8")

    assert server.open(path, text) == []
    # The line at the top was followed: a word that means nothing would be underlined.
    (found,) = server.open(path.with_name("other.yaml"), text + "\nextra: 1\n")
    assert found[2] == "Property extra is not allowed."


def underlined(server, path):
    """Open a broken story, its first line in exchange for the one about the schema."""
    _, rest = path.read_text(encoding="utf-8").split("\n", 1)
    return server.open(path, f"{MODELINE}\n{rest}")


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_a_mistake_of_shape_is_underlined_in_its_line_and_nothing_else(path, server):
    line = ELSEWHERE.get(path.stem, promised_line(path))
    lines = [] if path.stem in NOT_SHOWN else [line]

    assert [one for one, _, _ in underlined(server, path)] == lines


@pytest.mark.parametrize("rule", ["message-too-long", "no-way-on", "unknown-scene"])
def test_what_is_not_the_shape_is_left_to_check(rule, server):
    assert underlined(server, ROOT / f"tests/broken/{rule}.yaml") == []


def completed(server, place, text):
    found = server.at(place, f"{MODELINE}\n{text}", "completion")
    return [item["label"].strip('"') for item in found["items"]]


@pytest.mark.parametrize(
    ("text", "offered", "not_offered"),
    [
        ("title: x\n|\n", {"about", "band", "cast", "glossary"}, {"title", "say"}),
        ("cast:\n  kit:\n    |\n", {"name", "picture", "trusted"}, {"title"}),
        ("scenes:\n  a:\n    - |\n", {"note", "choose", "end", "goto"}, {"mood"}),
        ("scenes:\n  a:\n    - feel: x\n      |\n", {"mood", "if"}, {"note", "in"}),
        ("scenes:\n  a:\n    - bo: x\n      |\n", {"in", "if", "id"}, {"note"}),
        (
            "scenes:\n  a:\n    - choose:\n        - say: hi\n          |\n",
            {"goto", "why", "move", "risk"},
            {"note", "name"},
        ),
        ("when:\n  |\n", {"look", "block", "tell"}, {"say"}),
        ("when:\n  look:\n    bo:\n      |\n", {"move", "why", "feel"}, {"goto"}),
    ],
    ids=["top", "cast", "step", "feel", "message", "choice", "when", "answer"],
)
def test_the_keys_that_fit_a_place_are_offered(
    text, offered, not_offered, server, place
):
    found = set(completed(server, place, text))

    assert found >= offered
    assert not found & not_offered


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("band: |\n", ["7-9", "9-11", "11-14", "14+"]),
        ("cast:\n  kit:\n    name: Kit\n    trusted: |\n", ["yes", "no"]),
        (
            "skills: [|]\n",
            ["notice", "protect", "say-no", "keep-proof", "block-and-report", "tell"],
        ),
    ],
    ids=["band", "trusted", "skills"],
)
def test_the_words_that_fit_are_offered(text, words, server, place):
    assert completed(server, place, text) == words


@pytest.mark.parametrize("key", ["goto", "risk", "set", "note"])
def test_a_key_is_completed_with_its_colon(key, server, place):
    inside = "note" if key == "note" else "choose:\n        - say: x\n          "
    text = f"scenes:\n  a:\n    - {'|' if key == 'note' else inside + '|'}\n"

    found = server.at(place, f"{MODELINE}\n{text}", "completion")

    (item,) = [item for item in found["items"] if item["label"] == key]
    assert item["insertText"].startswith(f"{key}:")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("minu|tes: 3\n", "how long one play takes, a whole number from 1 to 60"),
        ("cast:\n  kit: {na|me: Kit}\n", "the name as the phone shows it"),
        ("scenes:\n  a:\n    - b|o: hi\n", "that contact writes, or says, the text"),
        ("scenes:\n  a:\n    - ta|lk: hi\n", "a question to stop at when playing"),
        (
            "scenes:\n  a:\n    - choose:\n        - say: x\n          ri|sk: yes\n",
            "`yes` for a choice that a way back has to follow",
        ),
    ],
    ids=["minutes", "name", "message", "talk", "risk"],
)
def test_hovering_over_a_key_says_what_it_is_for(text, words, server, place):
    found = server.at(place, f"{MODELINE}\n{text}", "hover")

    assert words in found["contents"]["value"]
