"""``script``: a story on paper, from the command line."""

import pytest

from game.cli import main


def test_the_name_of_the_file_says_the_form(tmp_path, capsys):
    page, text = tmp_path / "threat.html", tmp_path / "threat.txt"

    assert main(["script", "the-threat", "--out", str(page)]) == 0
    assert main(["script", "the-threat", "--out", str(text)]) == 0
    assert capsys.readouterr().out == f"{page}: written\n{text}: written\n"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert text.read_text(encoding="utf-8").startswith("The threat\n==========\n")


def test_without_a_file_it_is_printed_with_the_help_of_the_nation(capsys):
    nation = ["--nation", "scotland"]

    assert main(["script", "the-threat", "--form", "text", *nation]) == 0
    assert "Who can help children: Scotland" in capsys.readouterr().out


def test_a_story_with_problems_shows_them(tmp_path, capsys):
    (tmp_path / "story.yaml").write_text("title: x", encoding="utf-8")

    assert main(["script", str(tmp_path)]) == 1
    assert capsys.readouterr().out.endswith("problems\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["the-thraet"], "no story is called 'the-thraet'"),
        (["the-threat", "--nation", "scotlnd"], "did you mean 'scotland'?"),
        (["the-threat", "--nation", "xx"], "there are: "),
    ],
)
def test_what_is_not_there_is_wrong_usage(arguments, sentence, capsys):
    assert main(["script", *arguments]) == 2
    assert sentence in capsys.readouterr().err
