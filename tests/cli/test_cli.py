"""The command line: what it prints, and its exit codes."""

import json
import os
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from game.cli import main
from game.cli.one_story import OneStory
from game.engine.session import Session
from game.files import ROOT, FileError, Library

HERE = {"PYTHONPATH": str(ROOT)}

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
      ordinary: yes
  over:
    - end: All is well.
      offer: Kit can still talk to somebody.
  told:
    - choose:
        - say: Can I tell you something?
          move: tell
          as: told
          why: Telling helps.
          goto: heard
  heard:
    - heard: mum
    - heard: teacher
    - end: Somebody knows.
when:
  tell: {mum: told, teacher: told}
"""


@pytest.fixture
def story(tmp_path):
    """A story without problems, in a folder of its own."""
    path = tmp_path / "pencil" / "story.yaml"
    path.parent.mkdir()
    path.write_text(STORY, encoding="utf-8")
    return path


def test_check_says_what_it_visited(story, capsys, monkeypatch):
    monkeypatch.chdir(story.parent.parent)

    assert main(["check", str(story)]) == 0
    assert capsys.readouterr().out == (
        "pencil/story.yaml: 8 states visited, 2 endings, no problem\n"
        "    reading level for 9-11: help 2.8 of 4\n"
    )


def test_check_shows_each_problem_under_its_line_with_a_hint(
    story, capsys, monkeypatch
):
    story.write_text(STORY.replace("goto: over", "goto: ovr"), encoding="utf-8")
    monkeypatch.chdir(story.parent.parent)

    assert main(["check", "."]) == 1
    assert capsys.readouterr().out == (
        "pencil/story.yaml:20:17: no scene is called 'ovr' [unknown-scene]\n"
        "   20 |           goto: ovr\n"
        "      |                 ^^^\n"
        "      = hint: did you mean 'over'?\n"
        "\n"
        "1 problem\n"
    )


def test_check_shows_all_problems_at_once(story, capsys):
    broken = STORY.replace("goto: over", "goto: ovr").replace("band: 9-11", "band: 9")
    story.write_text(broken, encoding="utf-8")

    assert main(["check", str(story)]) == 1
    out = capsys.readouterr().out
    assert "[unknown-band]" in out
    assert "[unknown-scene]" in out
    assert out.endswith("2 problems\n")


def test_check_speaks_json(story, capsys, monkeypatch):
    story.write_text(STORY.replace("goto: over", "goto: ovr"), encoding="utf-8")
    monkeypatch.chdir(story.parent.parent)

    assert main(["check", "--output", "json", "."]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "pencil/story.yaml",
            "line": 20,
            "column": 17,
            "width": 3,
            "rule": "unknown-scene",
            "message": "no scene is called 'ovr'",
            "hint": "did you mean 'over'?",
        }
    ]


def test_check_annotates_a_workflow_and_escapes_what_would_end_the_line(
    story, capsys, monkeypatch
):
    story.write_text(STORY.replace("goto: over", 'goto: "50%"'), encoding="utf-8")
    monkeypatch.chdir(story.parent.parent)

    assert main(["check", "--output", "github", "."]) == 1
    assert capsys.readouterr().out == (
        "::error file=pencil/story.yaml,line=20,col=17,title=unknown-scene::"
        "no scene is called '50%25'. Hint: scenes are the names under 'scenes:'\n"
    )


def test_what_check_says_counts_the_problems_once(story, capsys):
    story.write_text(STORY.replace("  bo: {name: Bo, known: yes}", "  bo: {name: Bo}"))

    assert main(["check", str(story)]) == 1
    out = capsys.readouterr().out
    assert "\n1 problem\n" in out
    assert out.endswith(
        "8 states visited, 2 endings\n    reading level for 9-11: help 2.8 of 4\n"
    )


def test_a_shipped_story_is_checked_by_its_name(capsys):
    assert main(["check", "the-threat"]) == 0
    assert "the-threat/story.yaml: 3," in capsys.readouterr().out


def test_a_path_comes_before_the_name_of_a_shipped_story(tmp_path, monkeypatch, capsys):
    (tmp_path / "the-threat").mkdir()
    monkeypatch.chdir(tmp_path)

    assert main(["check", "the-threat"]) == 2
    assert "there is no story.yaml below" in capsys.readouterr().err


def test_check_without_a_path_checks_the_shipped_stories(capsys):
    assert main(["check"]) == 0
    assert "just-a-new-friend" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "nowhere"], "there is no file or folder 'nowhere'"),
        (["plays", "nowhere"], "there is no file or folder 'nowhere'"),
        (["ids", "nowhere"], "nowhere cannot be opened: No such file or directory"),
        (["play", "tests"], "there is no story.yaml in the folder 'tests'"),
        (["play", "my/story"], "there is no file or folder 'my/story'"),
        (["play", "README.md"], "a story to play is in a file called story.yaml"),
        (["play", "the-thraet"], "no story is called 'the-thraet'"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    arguments, sentence, capsys, monkeypatch
):
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"whos-typing: {sentence}")
    assert captured.err.count("\n") == 1


def test_an_empty_folder_has_nothing_to_check(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "there is no story.yaml below" in capsys.readouterr().err


@pytest.mark.parametrize("size", ["0", "-1", "x", "inf", "nan"])
def test_a_size_that_is_none_is_wrong_usage(size, capsys):
    with pytest.raises(SystemExit) as left:
        main(["check", f"--max-size={size}"])

    assert left.value.code == 2
    assert "is not a size in MiB above 0" in capsys.readouterr().err


def test_a_larger_file_is_read_when_the_limit_is_raised(story, capsys):
    story.write_text(STORY + "#" * 5 * 1024 * 1024, encoding="utf-8")

    assert main(["check", str(story)]) == 1
    assert "[too-large]" in capsys.readouterr().out
    assert main(["check", "--max-size", "6", str(story)]) == 0


def test_ids_are_written_once_and_change_nothing_else(story, capsys):
    assert main(["check", str(story)]) == 0
    before = capsys.readouterr().out

    assert main(["ids", str(story)]) == 0
    assert "5 ids written" in capsys.readouterr().out
    assert main(["ids", str(story)]) == 0
    assert "0 ids written" in capsys.readouterr().out
    assert main(["check", str(story)]) == 0
    assert capsys.readouterr().out == before


def test_ids_of_a_file_that_is_not_text_are_problems(story, capsys):
    story.write_bytes(b"title: \xff")

    assert main(["ids", str(story)]) == 1
    assert "[not-utf8]" in capsys.readouterr().out


def test_ids_of_a_file_that_is_not_yaml_are_problems(story, capsys):
    story.write_text("title: {", encoding="utf-8")

    assert main(["ids", str(story)]) == 1
    assert "[not-yaml]" in capsys.readouterr().out
    assert story.read_text(encoding="utf-8") == "title: {"


@pytest.fixture
def chat(story):
    """A play-through of which only the picks are written."""
    path = story.parent / "plays" / "straight.chat"
    path.parent.mkdir()
    path.write_text("> hi Bo!\n", encoding="utf-8")
    return path


def test_plays_show_the_first_line_that_differs(chat, capsys, monkeypatch):
    monkeypatch.chdir(chat.parents[2])
    main(["plays", "--write", "."])
    capsys.readouterr()
    text = chat.read_text(encoding="utf-8")
    chat.write_text(text.replace("All is well", "All was well"), encoding="utf-8")

    assert main(["plays", "."]) == 1
    assert capsys.readouterr().out == (
        "pencil/plays/straight.chat:4: goes differently now; look, then use --write\n"
        "    expected: = All was well.\n"
        "    now:      = All is well.\n"
    )


def test_plays_show_also_what_is_missing_at_the_end(chat, capsys):
    main(["plays", "--write", str(chat)])
    capsys.readouterr()
    with chat.open("a", encoding="utf-8") as file:
        file.write("= Again.\n")

    assert main(["plays", str(chat)]) == 1
    assert (
        "    expected: = Again.\n    now:      (the end)\n" in capsys.readouterr().out
    )


def test_no_plays_are_said_so(story, capsys):
    assert main(["plays", str(story.parent)]) == 2
    assert "there is no .chat file below" in capsys.readouterr().err


def test_plays_notice_what_goes_differently_and_write_it_when_asked(chat, capsys):
    assert main(["plays", str(chat)]) == 1
    assert "goes differently now" in capsys.readouterr().out
    assert main(["plays", "--write", str(chat.parent)]) == 0
    assert chat.read_text(encoding="utf-8") == (
        "bo: hi!\n- hi Bo!\n> hi Bo!\n= All is well.\n"
        "offer: Kit can still talk to somebody.\n"
    )
    assert main(["plays", str(chat)]) == 0
    assert "as written" in capsys.readouterr().out


@pytest.mark.parametrize("pick", ["hi Mo!", "block bo"])
def test_plays_that_are_not_possible_any_more_say_where(chat, capsys, pick):
    chat.write_text(f"> {pick}\n", encoding="utf-8")

    assert main(["plays", str(chat)]) == 1
    assert "not possible" in capsys.readouterr().out


def test_plays_of_a_broken_story_show_its_problems(chat, story, capsys):
    story.write_text(STORY.replace("goto: over", "goto: ovr"), encoding="utf-8")

    assert main(["plays", str(chat)]) == 1
    assert "[unknown-scene]" in capsys.readouterr().out


def test_plays_of_a_story_that_is_not_text_show_that(chat, story, capsys):
    story.write_bytes(b"title: \xff")

    assert main(["plays", str(chat)]) == 1
    assert "[not-utf8]" in capsys.readouterr().out


def test_a_play_that_cannot_be_written_is_said_so(chat, capsys, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device", str(chat))

    monkeypatch.setattr(os, "fsync", full)

    assert main(["plays", "--write", str(chat)]) == 2
    assert capsys.readouterr().err.endswith(
        f"{chat} cannot be used: No space left on device\n"
    )


@pytest.mark.parametrize("command", ["play", "check", "plays", "ids"])
def test_a_name_longer_than_any_is_one_sentence(command, capsys):
    assert main([command, "a" * 300]) == 2
    assert capsys.readouterr().err.startswith("whos-typing: ")


def test_a_play_that_is_not_text_is_said_so(chat, capsys):
    chat.write_bytes(b"> \xff")

    assert main(["plays", str(chat)]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_list_names_every_story(capsys):
    assert main(["list"]) == 0
    assert "just-a-new-friend  (9-11, 8 minutes)" in capsys.readouterr().out


def run(*arguments, **kwargs):
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy"}
    environment.pop("DISPLAY", None)
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        capture_output=True,
        check=False,
        cwd=kwargs.pop("cwd", Path(ROOT)),
        encoding="utf-8",
        env={**environment, **kwargs.pop("env", {})},
        timeout=60,
        **kwargs,
    )


@pytest.mark.parametrize("closed", [0, 1])
def test_a_program_without_input_or_output_ends_well(closed):
    """As ``pythonw`` and some starters of programs do it."""
    opened = f"import os, sys; os.close({closed}); from game.cli import main; "
    ends = "sys.std{} = None; sys.exit(main())".format(("in", "out")[closed])
    done = subprocess.run(
        [sys.executable, "-c", opened + ends, "play", "the-threat", "--terminal"],
        input="",
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_any_bytes_may_come_through_a_pipe():
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    done = subprocess.run(
        [sys.executable, "-m", "game", "play", "the-threat", "--terminal"],
        input=b"\xff\n\xff\n",
        capture_output=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_story_is_read_through_a_pipe_that_ends():
    done = run("play", "just-a-new-friend", "--terminal", input="1\n1\n")

    assert done.returncode == 0
    assert done.stderr == ""
    assert "Nina" in done.stdout


@pytest.mark.parametrize("named", ["pencil", "pencil/story.yaml", "./pencil/"])
def test_a_story_is_played_from_where_it_lies(story, named):
    done = run("play", named, "--terminal", input="1\n", cwd=story.parents[1], env=HERE)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Bo: hi!" in done.stdout


def test_a_story_is_played_from_inside_its_folder(story):
    done = run("play", ".", "--terminal", input="1\n", cwd=story.parent, env=HERE)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Bo: hi!" in done.stdout


@pytest.mark.parametrize("text", [STORY.replace("start: hello", "start: hallo"), "#"])
@pytest.mark.parametrize("form", [["--terminal"], []])
def test_a_story_with_problems_shows_them_instead_of_a_play(story, capsys, text, form):
    story.write_text(text, encoding="utf-8")

    assert main(["play", str(story), *form]) == 1
    assert capsys.readouterr().out.endswith("1 problem\n")


def test_a_story_that_is_not_text_shows_that(story, capsys):
    story.write_bytes(b"\xff")

    assert main(["play", str(story.parent)]) == 1
    assert "[not-utf8]" in capsys.readouterr().out


def test_a_shipped_story_is_played_by_name_beside_a_folder_called_so(tmp_path):
    (tmp_path / "just-a-new-friend").mkdir()

    done = run(
        "play", "just-a-new-friend", "--terminal", input="", cwd=tmp_path, env=HERE
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_one_story_is_the_only_one_in_its_library(story):
    library = OneStory(story.parent)

    assert [card.id for card in library.stories()] == ["pencil"]
    assert library.load("pencil").title == "The pencil"
    with pytest.raises(FileError, match="did you mean 'pencil'"):
        library.find("pensil")


def test_a_play_of_a_story_that_is_being_written_is_not_kept(story):
    library = OneStory(story.parent)
    session = Session(library.load("pencil"))
    before = library.kept()

    library.keep(session)

    assert library.resume(session.story) is None
    assert library.kept() == before


def test_without_a_screen_the_terminal_is_offered_in_one_sentence():
    done = run("play", "just-a-new-friend", input="", env={"SDL_VIDEODRIVER": ""})

    assert done.returncode == 0
    assert done.stderr == ""
    assert "The story can be read here instead." in done.stdout.splitlines()[0]


def test_a_reader_that_stops_reading_is_no_traceback():
    with subprocess.Popen(
        [sys.executable, "-m", "game", "list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        process.stdout.close()
        error = process.stderr.read()

    assert b"Traceback" not in error


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chekc"], "argument COMMAND: invalid choice: 'chekc'"),
        (["--"], "the following arguments are required: COMMAND"),
    ],
)
def test_a_command_that_is_none_is_named(arguments, sentence, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("installed", [True, False])
def test_the_version_is_shown(installed, capsys, monkeypatch):
    def version(name):
        if installed:
            return "9.8.7"
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)

    with pytest.raises(SystemExit) as left:
        main(["--version"])

    assert left.value.code == 0
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shown = "9.8.7" if installed else project["project"]["version"]
    assert capsys.readouterr().out == f"whos-typing {shown}\n"


def test_no_command_and_help_are_understood(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--help"])

    assert left.value.code == 0
    assert "play a story; the same as no command" in capsys.readouterr().out


def test_check_lists_what_was_quieted_with_its_reason(story, capsys, monkeypatch):
    """For people, for programs and for workflows."""
    monkeypatch.chdir(story.parent.parent)
    text = story.read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith("    - end:"))
    comment = "    # quiet long-word: it is said with a grin"
    new = f"{comment}\n    - note: An extravaganza!\n{old}"
    story.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert main(["check", str(story)]) == 0
    shown = capsys.readouterr().out
    assert main(["check", "--output", "json", str(story)]) == 0
    (data,) = json.loads(capsys.readouterr().out)
    assert main(["check", "--output", "github", str(story)]) == 0
    notice = capsys.readouterr().out

    assert ": long-word is quieted: it is said with a grin\n" in shown
    assert (data["rule"], data["quieted"]) == ("long-word", "it is said with a grin")
    assert notice.startswith("::notice file=pencil/story.yaml,line=")
    assert "quieted: it is said with a grin" in notice


def test_a_mistake_in_a_file_of_words_is_shown(story, capsys, monkeypatch):
    broken = {"assets/reader/x.yaml": "rule: x\n"}
    monkeypatch.setattr(Library, "word_files", lambda _: broken)

    assert main(["check", str(story)]) == 1
    assert "assets/reader/x.yaml:1:1: " in capsys.readouterr().out
