"""``check`` with plays to follow, figures and a limit."""

import json
import shutil
from pathlib import Path

import pytest

from game.cli import main

BROKEN = Path(__file__).parents[1] / "broken"


@pytest.fixture
def cake(tmp_path):
    """A story with a problem that a player runs into."""
    folder = tmp_path / "cake"
    folder.mkdir()
    text = (BROKEN / "nobody-told.yaml").read_text(encoding="utf-8")
    (folder / "story.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(BROKEN / "_shared", tmp_path / "_shared")
    return folder


def test_a_refutation_is_written_as_a_play_that_can_be_followed(
    cake, tmp_path, capsys, monkeypatch
):
    plays = tmp_path / "plays"

    assert main(["check", str(cake), "--plays", str(plays)]) == 1
    file = plays / "cake-nobody-told-33.chat"
    assert f"play {cake} --follow {file}" in capsys.readouterr().out
    assert "> I don't keep secrets like that.\n" in file.read_text(encoding="utf-8")

    monkeypatch.setattr("builtins.input", lambda _: (_ for _ in ()).throw(EOFError))
    assert main(["play", str(cake), "--follow", str(file), "--terminal"]) == 0
    assert "Kit can laugh about it" in capsys.readouterr().out


def test_problems_that_need_no_play_are_not_written(tmp_path, capsys):
    plays = tmp_path / "plays"

    assert main(["check", str(BROKEN / "unread-fact.yaml"), "--plays", str(plays)]) == 1
    assert not plays.exists()
    assert "--follow" not in capsys.readouterr().out


def test_a_program_gets_the_play_as_data_and_no_line_besides(cake, tmp_path, capsys):
    options = ["--plays", str(tmp_path / "plays"), "--output", "json"]

    assert main(["check", str(cake), *options]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem["play"] == ["I don't keep secrets like that."]


def test_figures_of_a_story(capsys):
    assert main(["check", "the-threat", "--figures"]) == 0

    out = capsys.readouterr().out
    assert "states: 3,256; multiplied by helper 4, deleted 2" in out
    assert "promised 10" in out
    assert out.count(" safety moves (") == 6
    assert "keep-proof 1, block-and-report 2, tell 3 to 8" in out


def test_of_a_walk_that_stopped_no_figures_are_shown(capsys):
    assert main(["check", "the-threat", "--figures", "--max-states", "500"]) == 1

    out = capsys.readouterr().out
    assert "were visited [not-proven]" in out
    assert "no more figures" in out
    assert "safety moves" not in out


def test_an_ending_that_nobody_reaches_has_no_figures(tmp_path, capsys):
    story = tmp_path / "story.yaml"
    shutil.copy(BROKEN / "never-ends.yaml", story)
    shutil.copytree(BROKEN / "_shared", tmp_path.parent / "_shared")

    assert main(["check", str(story), "--figures"]) == 1
    assert capsys.readouterr().out.count(" safety moves (") == 1


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_limit_is_a_number_above_0(number, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--max-states", number])

    assert stopped.value.code == 2
    assert "is not a number above 0" in capsys.readouterr().err
