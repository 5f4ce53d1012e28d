"""``new``: questions in, a story that can be played out."""

import sys

import pytest

from game.cli import main


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def typed(monkeypatch):
    """What is typed; then the input ends, unless somebody sits at a terminal."""

    def typed(*answers, terminal=False):
        left = list(answers)
        asked = []

        def answer(question):
            asked.append(question)
            if not left:
                raise EOFError
            return left.pop(0)

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal, raising=False)
        return asked

    return typed


def test_a_story_is_written_that_is_checked_and_played(here, typed, capsys):
    typed("The fox", "Ada", "", "7-9", "", "Papa", "Ms Reed")

    assert main(["new", "mine/lost-fox"]) == 0
    assert "play mine/lost-fox" in capsys.readouterr().out
    text = (here / "mine/lost-fox/story.yaml").read_text(encoding="utf-8")
    assert "title: The fox\n" in text
    assert "band: 7-9\n" in text
    assert "player: ada\n" in text
    assert main(["check", "mine"]) == 0
    assert main(["plays", "mine"]) == 0
    assert capsys.readouterr().out.endswith(
        "mine/lost-fox/plays/told-late.chat: as written\n"
    )


def test_where_the_input_ends_the_usual_answers_are_taken(here, typed):
    asked = typed("The fox")

    assert main(["new", "lost-fox"]) == 0
    assert len(asked) == 7
    assert asked[3] == "For which ages: 7-9, 9-11, 11-14, 14+? [9-11]:\n"
    assert (here / "lost-fox/story.yaml").is_file()


def test_without_questions_the_usual_answers_are_taken(here, typed):
    asked = typed()

    assert main(["new", "lost-fox", "--yes"]) == 0
    assert asked == []
    assert "Lost fox" in (here / "lost-fox/story.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_at_a_terminal_a_refused_answer_is_asked_for_again(typed, capsys):
    asked = typed("", "", "", "9", "9-11", terminal=True)

    assert main(["new", "lost-fox"]) == 0
    assert "Sorry, write one of 7-9, 9-11, 11-14, 14+.\n" in capsys.readouterr().out
    assert asked[3] == asked[4]


def test_through_a_pipe_a_refused_answer_ends_it_and_nothing_is_written(
    here, typed, capsys
):
    typed("", "", "", "9")

    assert main(["new", "lost-fox"]) == 2
    assert capsys.readouterr().err == (
        "whos-typing: For which ages: 7-9, 9-11, 11-14, 14+? '9': "
        "write one of 7-9, 9-11, 11-14, 14+\n"
    )
    assert list(here.iterdir()) == []


def test_an_answer_that_would_be_a_problem_is_refused_with_the_problem(
    here, typed, capsys
):
    """Two names that are fine, and make two scenes of one name."""
    typed("", "", "", "", "", "told-a", "a-hears")

    assert main(["new", "lost-fox"]) == 2
    assert "told-a-hears" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("there", ["lost-fox/notes.txt", "lost-fox"])
def test_what_is_there_is_left_alone(here, there, capsys):
    path = here / there
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")

    assert main(["new", "lost-fox", "--yes"]) == 2
    assert "there is something at 'lost-fox' already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(here):
    (here / "lost-fox").mkdir()

    assert main(["new", "lost-fox", "--yes"]) == 0


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Lost Fox!", ", such as 'lost-fox'"),
        ("7", ""),
        ("_shared", ", such as 'shared'"),
    ],
)
def test_a_name_that_is_none_is_refused_with_one_that_is(here, name, better, capsys):
    assert main(["new", name, "--yes"]) == 2
    assert capsys.readouterr().err.endswith(f"and start with a letter{better}\n")
    assert list(here.iterdir()) == []
