"""``schema``: the format of stories, shown or written to a file."""

import json

import pytest

from game.cli import main
from game.files import ROOT
from game.schema.schema import piece_schema, story_schema


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [([], story_schema()), (["--piece"], piece_schema())],
    ids=["story", "piece"],
)
def test_the_schema_is_shown(arguments, schema, capsys):
    assert main(["schema", *arguments]) == 0
    assert json.loads(capsys.readouterr().out) == schema


@pytest.mark.parametrize(
    ("arguments", "name"),
    [([], "story"), (["--piece"], "piece")],
    ids=["story", "piece"],
)
def test_the_schema_is_written_as_it_is_shipped(arguments, name, tmp_path, capsys):
    out = tmp_path / "my-stories" / "format.json"

    assert main(["schema", *arguments, "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: written\n"
    shipped = ROOT / "scenarios" / f"{name}.schema.json"
    assert out.read_bytes() == shipped.read_bytes()


def test_a_place_that_cannot_be_written_is_said_so(tmp_path, capsys):
    assert main(["schema", "--out", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        f"whos-typing: {tmp_path} cannot be written: Is a directory\n"
    )
    assert list(tmp_path.parent.glob(f".{tmp_path.name}*")) == []
