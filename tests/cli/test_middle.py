"""``play --follow`` and ``play --from``: a story that does not begin at its start."""

import json

import pytest

from game.cli import main
from game.engine.events import StepOut
from game.engine.follow import follow
from game.files import ROOT
from game.phone.actions import Do, Finish, GoHome, Undo

PLAYS = ROOT / "scenarios" / "just-a-new-friend" / "plays"
FROM = ["play", "just-a-new-friend", "--from"]
PART = "> Ha! It does do that. Who are you?\n> tell bea\n"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The folder in which the player's own plays are kept."""
    folder = tmp_path / "kept"
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(folder))
    return folder


@pytest.fixture
def part(tmp_path):
    path = tmp_path / "part.chat"
    path.write_text(PART, encoding="utf-8")
    return path


@pytest.fixture
def typed(monkeypatch):
    """What is typed at each question; then the input ends."""

    def typed(*answers):
        left = list(answers)

        def answer(_):
            if not left:
                raise EOFError
            return left.pop(0)

        monkeypatch.setattr("builtins.input", answer)

    return typed


@pytest.mark.usefixtures("kept")
def test_in_the_terminal_the_messages_so_far_are_shown_and_it_goes_on(
    part, typed, capsys
):
    typed("1")

    assert main(["play", "just-a-new-friend", "--follow", str(part), "--terminal"]) == 0
    out = capsys.readouterr().out
    answered = out.index("Nina writes: Ha! It does do that. Who are you?")
    told = out.index("Nina goes to Aunt Bea.")
    asked = out.index("1. Can I tell you about someone new in Build Club?")
    heard = out.index("Aunt Bea: Thank you for telling me.")
    assert out.index("Robin: hi. i like your castle.") < answered < told < asked < heard
    assert "Press Enter to start" not in out


@pytest.mark.usefixtures("kept")
def test_the_story_need_not_be_named_for_a_play_of_its_own(typed, capsys):
    typed()
    file = str(PLAYS / "told-first-of-all.chat")

    assert main(["play", "--follow", file, "--terminal"]) == 0
    assert "Just a new friend" in capsys.readouterr().out


def test_a_play_that_belongs_to_no_story_asks_for_one(part, capsys):
    assert main(["play", "--follow", str(part)]) == 2
    assert capsys.readouterr().err == (
        f"whos-typing: name the story as well: {part} does not lie in the folder of "
        "one\n"
    )


def test_a_step_that_is_not_possible_is_one_sentence(part, capsys):
    part.write_text(PART + "\n> tell nobody\n", encoding="utf-8")

    assert main(["play", "just-a-new-friend", "--follow", str(part)]) == 1
    assert capsys.readouterr().out.startswith(
        f"{part}:4: 'tell nobody' is not possible here; there is: 'tell dad', "
    )


def test_a_play_that_cannot_be_read_is_one_sentence(part, capsys):
    part.write_bytes(b"> \xff")

    assert main(["play", "the-threat", "--follow", str(part)]) == 2
    assert "part.chat cannot be read: it is not text" in capsys.readouterr().err
    assert main(["play", "the-threat", "--follow", "no.chat"]) == 2
    assert "no.chat cannot be opened" in capsys.readouterr().err


def test_a_broken_story_shows_its_problems(part, tmp_path, capsys):
    (tmp_path / "story.yaml").write_text("title: x", encoding="utf-8")

    assert main(["play", str(tmp_path), "--follow", str(part)]) == 1
    assert "problems\n" in capsys.readouterr().out


@pytest.mark.filterwarnings("ignore:Please use Window:DeprecationWarning")
def test_in_the_window_it_goes_on_in_the_chat_and_nothing_is_kept(
    part, kept, monkeypatch
):
    """Also when it is played to its end, and home again, where a play is wiped."""
    own = kept / "plays" / "just-a-new-friend.json"
    own.parent.mkdir(parents=True)
    own.write_text(json.dumps({"the player's": "own play"}), encoding="utf-8")
    held = []

    def hold(app):
        held.append(app.phone)
        app.frame((), 0)
        app.phone.press(Do(StepOut()))
        app.phone.press(Undo(0))
        follow(app.phone.session, (PLAYS / "the-cousin.chat").read_text("utf-8"))
        app.phone.press(Finish())
        app.phone.press(GoHome())

    monkeypatch.setattr("game.phone.app.App.loop", hold)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")

    assert main(["play", "just-a-new-friend", "--follow", str(part)]) == 0
    assert held
    assert json.loads(own.read_text(encoding="utf-8")) == {"the player's": "own play"}
    assert [path.name for path in own.parent.iterdir()] == [own.name]


def test_a_scene_is_opened_with_the_facts_that_were_given(typed, capsys):
    typed("1")
    given = ["--with", "heard=yes", "--with", "told.dad = 1"]

    assert main([*FROM, "told-dad-again", *given, "--terminal"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("\nJust a new friend\n\n")
    assert "Press Enter to start" not in out


def test_a_play_through_can_go_on_from_a_scene(tmp_path, typed, capsys):
    typed()
    part = tmp_path / "part.chat"
    part.write_text("> Put the phone down and sleep on it.\n", encoding="utf-8")
    more = ["--follow", str(part), "--terminal"]

    assert main([*FROM, "saturday", *more]) == 0
    assert "Put the phone down and sleep on it." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([*FROM, "xyz"], "no scene is called 'xyz'; there are: "),
        ([*FROM, "hello", "--with", "herd=yes"], "did you mean 'heard'?"),
        ([*FROM, "hello", "--with", "heard=2"], "fact 'heard' is yes or no, not '2'"),
        ([*FROM, "hello", "--with", "heard"], "write --with heard=yes, or another"),
        (["play", "--from", "hello"], "name the story as well"),
        (["play", "--with", "heard=yes"], "name the story as well"),
    ],
)
def test_what_is_not_there_is_wrong_usage(arguments, sentence, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1
