"""Every rule has a story with exactly one mistake, named after the rule.

The first line of a file says what is expected, the second the hint, the third, if it
starts with ``# play``, how to see it. Few rules have no file, named in ``ELSEWHERE``.
"""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.check.check import check
from game.check.proofs import PROOFS
from game.check.reader.rules import READER
from game.check.rules import RULES
from game.cli.surroundings import surroundings
from game.files import Library
from game.source import Mark, Problem, StoryError
from game.story.parse import parse
from game.story.pieces import PieceText
from game.story.tree import MAX_SIZE, decode

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "broken"
BROKEN = sorted(FOLDER.glob("*.yaml"))
AROUND = surroundings(Library())
ENOUGH_FILES = 40

ELSEWHERE = {
    "too-large": "test_a_file_over_the_limit_is_not_read",
    "endless-play": "tests/check/test_proofs.py, on a walk made by hand",
    "not-proven": "tests/check/test_check.py, with a lower limit",
}
"""Rules without a file, and where they are tested instead."""

EXPECT = re.compile(
    r"# expect (?:(?P<file>_shared/\S+):)?(?P<line>\d+):(?P<column>\d+) (?P<message>.+)"
)

# Where the name of the rule stands among the arguments of a call.
RULE_AT = {"add": 2, "_add": 2, "Problem": 2, "one_of": 3}


def shared(name):
    path = FOLDER / "_shared" / f"{name}.yaml"
    if not path.is_file():
        return None
    return PieceText(path.read_text(encoding="utf-8"), f"_shared/{name}.yaml")


def problems_of(raw):
    try:
        story = parse(decode(raw, "story.yaml"), "story.yaml", pieces=shared)
    except StoryError as error:
        return error.problems
    texts = {"story.yaml": raw.decode("utf-8-sig")}
    return check(story, replace(AROUND, texts=texts)).problems


def promised(path):
    first, second, third = path.read_bytes().decode("utf-8", "replace").splitlines()[:3]
    found = EXPECT.fullmatch(first)
    assert found, f"{path.name} starts with '# expect LINE:COLUMN message'"
    return Problem(
        Mark(found["file"] or "story.yaml", int(found["line"]), int(found["column"])),
        found["message"],
        path.stem.partition(".")[0],
        second.removeprefix("# hint "),
        played(third),
    )


def played(line):
    """Read ``# play a > b``; ``# play`` alone is a play without any step."""
    if line.rstrip() != "# play" and not line.startswith("# play "):
        return None
    steps = line.removeprefix("# play").strip()
    return tuple(steps.split(" > ")) if steps else ()


def calls_with_a_rule():
    """Yield each call that names a rule of its own: place, and name if literal."""
    quiet = ROOT / "game/check/quiet.py"
    for path in (*sorted((ROOT / "game/story").glob("*.py")), quiet):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        passing_on = {
            call
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            and any(one.arg == "rule" for one in function.args.args)
            for call in ast.walk(function)
        }
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or call in passing_on:
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            at = RULE_AT.get(name)
            if at is not None and len(call.args) > at:
                rule = call.args[at]
                literal = rule.value if isinstance(rule, ast.Constant) else None
                yield f"{path.name}:{call.lineno}", literal


def all_rules():
    of_parser = {rule for _, rule in calls_with_a_rule() if rule is not None}
    of_checker = {
        rule.__name__.replace("_", "-") for rule in (*RULES, *READER, *PROOFS)
    }
    return sorted(of_parser | of_checker)


def test_there_are_many_broken_stories():
    assert len(BROKEN) >= ENOUGH_FILES


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_story_has_the_one_problem_that_it_promises(path):
    (problem,) = problems_of(path.read_bytes())

    assert problem == promised(path)
    assert problem.play == promised(path).play


def test_the_rule_of_every_problem_is_written_where_it_is_found():
    """So that the next test sees all of them."""
    assert [place for place, rule in calls_with_a_rule() if rule is None] == []


@pytest.mark.parametrize("rule", all_rules())
def test_every_rule_has_a_broken_story(rule):
    if rule not in ELSEWHERE:
        assert (FOLDER / f"{rule}.yaml").is_file()


def test_every_broken_story_is_named_after_a_rule():
    assert {path.stem.partition(".")[0] for path in BROKEN} <= set(all_rules())


def test_a_file_over_the_limit_is_not_read():
    (problem,) = problems_of(b"#" * (MAX_SIZE + 1))

    assert problem == Problem(
        Mark("story.yaml", 1, 1),
        "the file has 4,194,305 bytes, more than 4 MiB",
        "too-large",
        "split it into several stories, or raise the limit with --max-size",
    )


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_hint_is_never_missing(path):
    assert promised(path).hint
