"""``map`` on the command line: forms, files, layouts, exit codes."""

import stat
import sys
from textwrap import dedent

import pytest

from game.cli import main

STORY = """\
title: The pencil
about: Someone asks Kit for a favour.
band: 9-11
minutes: 3
skills: [tell]
for-adults: {notes: Nothing is shown., questions: [Who helps?], reviewed-by: none}
goodbye: You are you again.
player: kit
cast:
  kit: {name: Kit}
  bo: {name: Bo, known: yes}
  mum: {name: Mum, trusted: yes, family: yes}
  teacher: {name: Ms Okoro, trusted: yes}
start: hello
scenes:
  hello:
    - bo: hi!
    - choose:
        - say: hi Bo!
          goto: over
  over:
    - end: All is well.
      offer: Kit can still talk to somebody.
  told:
    - choose:
        - do: Tell.
          move: tell
          as: told
          why: Telling helps.
          goto: heard
  heard:
    - heard: mum
    - end: Somebody knows.
when:
  tell: {mum: told, teacher: told}
"""


@pytest.fixture
def story(tmp_path, monkeypatch):
    """Return the folder of a story, without Graphviz on the path."""
    monkeypatch.setenv("PATH", str(tmp_path / "no-programs"))
    folder = tmp_path / "pencil"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    return folder


def graphviz(folder, monkeypatch, program):
    """Put a program called dot on the path."""
    folder.mkdir()
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\n{dedent(program)}", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_map_prints_a_drawing(story, capsys):
    assert main(["map", str(story)]) == 0

    out = capsys.readouterr().out
    assert out.startswith("<svg ")
    assert out.endswith("</svg>\n")
    assert [path.name for path in story.iterdir()] == ["story.yaml"]


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("svg", "<svg "),
        ("mermaid", '---\ntitle: "The pencil"\n---\nflowchart TD\n'),
        ("dot", "digraph story {\n"),
        ("text", "The pencil\n4 scenes, 2 endings.\n"),
    ],
)
def test_map_prints_every_form(story, capsys, form, start):
    assert main(["map", str(story), "--form", form]) == 0
    assert capsys.readouterr().out.startswith(start)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.svg", "<svg "),
        ("a.mmd", "---"),
        ("a.gv", "digraph"),
        ("a.TXT", "The pencil"),
        ("a", "<svg "),
    ],
)
def test_the_name_of_the_file_says_the_form(story, capsys, name, start):
    path = story.parent / "maps" / name

    assert main(["map", str(story), "--out", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out == f"{path}: written\n"


def test_a_form_that_is_named_counts_more_than_the_file(story):
    path = story.parent / "map.txt"

    assert main(["map", str(story), "--out", str(path), "--form", "dot"]) == 0
    assert path.read_text(encoding="utf-8").startswith("digraph")


def test_a_shipped_story_goes_by_its_name_and_pieces_can_be_unfolded(capsys):
    assert main(["map", "friend-of-a-friend", "--form", "text"]) == 0
    folded = capsys.readouterr().out
    assert main(["map", "friend-of-a-friend", "--form", "text", "--pieces"]) == 0
    whole = capsys.readouterr().out

    assert "nan-words/ask" not in folded
    assert "nan-words/ask" in whole


def test_a_broken_story_shows_its_problems_and_no_map(story, capsys):
    broken = STORY.replace("goto: over", "goto: ober")
    (story / "story.yaml").write_text(broken, encoding="utf-8")
    path = story.parent / "map.svg"

    assert main(["map", str(story), "--out", str(path)]) == 1

    out = capsys.readouterr().out
    assert "no scene is called 'ober'" in out
    assert "did you mean 'over'?" in out
    assert "[unknown-scene]" in out
    assert not path.exists()


@pytest.mark.parametrize("name", ["no-such-story", "no/such/path"])
def test_a_story_that_is_not_there_is_wrong_usage(capsys, name):
    assert main(["map", name]) == 2
    assert "no" in capsys.readouterr().err


def test_a_map_that_cannot_be_written_is_wrong_usage(story, capsys):
    path = story / "story.yaml" / "map.svg"

    assert main(["map", str(story), "--out", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_a_program_called_dot_that_fails_changes_nothing(story, capsys, monkeypatch):
    main(["map", str(story)])
    plain = capsys.readouterr().out
    for name, program in {
        "fails": "raise SystemExit(1)",
        "babbles": "print('{}')",
        "mumbles": "import sys; sys.stdout.buffer.write(bytes([255, 254]))",
    }.items():
        graphviz(story.parent / name, monkeypatch, program)

        assert main(["map", str(story)]) == 0
        assert capsys.readouterr().out == plain


def test_graphviz_lays_out_where_it_is_installed(story, capsys, monkeypatch):
    """A program that puts every card at one place is believed, card by card."""
    main(["map", str(story)])
    plain = capsys.readouterr().out
    program = """
        import re, sys, json
        asked = sys.stdin.read()
        count = len(re.findall(r"^n[0-9]+ [[]", asked, re.M))
        sizes = re.findall(r"HEIGHT=.([0-9]+).></TD></TR><TR>", asked)
        high = [int(size) + 1 for size in sizes]
        top, tops = 3000, []
        for height in high:
            tops.append(top)
            top -= height + 100
        edges = [
            {
                "id": f"{a} {b}",
                "pos": f"120,{tops[int(a)] - high[int(a)]} 0,0 0,0 120,{tops[int(to)]}",
            }
            for a, b, to in re.findall(r"^n(.+):p(.+):s -> n([0-9]+)", asked, re.M)
        ]
        print(json.dumps({
            "bb": "0,0,240,3000",
            "objects": [
                {"name": f"n{at}", "pos": f"120,{tops[at] - high[at] / 2}"}
                for at in range(count)
            ],
            "edges": edges,
        }))
    """
    graphviz(story.parent / "bin", monkeypatch, program)

    assert main(["map", str(story)]) == 0
    drawn = capsys.readouterr().out
    assert drawn != plain
    assert "C0.0,3000.0" in drawn
    assert main(["map", str(story), "--plain-layout"]) == 0
    assert capsys.readouterr().out == plain


def test_help_says_what_it_is_for(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["map", "--help"])

    assert stopped.value.code == 0
    assert "--plain-layout" in capsys.readouterr().out
