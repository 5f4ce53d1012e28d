"""How choices look: to whom words go, and what is done rather than said."""

from dataclasses import replace

import pytest

from game.engine.session import Session
from game.phone.choices import choice_button
from game.phone.elements import Picture, Text
from game.phone.model import chat_model
from game.phone.pace import Pace
from game.phone.settings import Settings
from game.phone.view import opened

AT_ONCE = Settings(pace=Pace.AT_ONCE)


@pytest.fixture
def chat(story):
    """The chat with Bo, where the first choices are offered."""
    session = Session(story)
    return chat_model(session, opened(session, AT_ONCE), AT_ONCE)


def offered(kit, model, at, **changes):
    choice = replace(model.waiting.choices[at], **changes)
    return choice_button(kit, model, (10, 20), 300, (at + 1, choice))


def pictures(made):
    return [one.picture for one in made if isinstance(one, Picture)]


def written(made):
    return [line for one in made if isinstance(one, Text) for line in one.lines]


def in_state(model, at, state):
    key = model.waiting.choices[at].id
    match state:
        case "tried":
            return replace(model, tried=frozenset({key}))
        case "taken":
            return replace(model, taken=key)
        case _:
            return model


@pytest.mark.parametrize(
    "changes", [{"chat": "ada"}, {"chat": "bo"}, {"spoken": False}]
)
def test_a_choice_tried_before_has_a_quiet_mark_that_is_said(kit, chat, changes):
    made = offered(kit(), in_state(chat, 1, "tried"), 1, **changes)

    assert "tried" in written(made)
    assert made[0].name.endswith("ok... You tried this before.")
    assert made[0].enabled


def test_the_taken_choice_has_a_check_for_its_number(kit, chat):
    made = offered(kit(), in_state(chat, 1, "taken"), 1)

    assert pictures(made) == ["check"]
    assert written(made) == ["ok..."]
    assert offered(kit(), in_state(chat, 0, "taken"), 1)[0].border is not made[0].border


def test_words_into_the_open_chat_are_an_answer(kit, chat):
    made = offered(kit(), chat, 1, chat="bo")

    assert made[0].name == "Answer: ok..."
    assert written(made) == ["2", "ok..."]
    assert pictures(made) == []


def test_words_into_another_chat_say_to_whom_they_go(kit, chat):
    """In letters, with the face, and to somebody who listens."""
    made = offered(kit(), chat, 1, chat="ada")

    assert made[0].name == "To Ada: ok..."
    assert written(made) == ["2", "To Ada", "ok..."]
    assert pictures(made) == ["mia"]


def test_words_into_a_group_say_so_as_well(kit, chat):
    made = offered(kit(), chat, 1, chat="class")

    assert made[0].name == "To Class 5: ok..."
    assert pictures(made) == ["people"]


def test_what_is_done_has_a_mark_and_is_called_what_it_is(kit, chat):
    made = offered(kit(), chat, 2)

    assert made[0].name == "Ask the class what it is about."
    assert pictures(made) == ["next"]


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("state", ["new", "tried", "taken"])
@pytest.mark.parametrize("changes", [{"chat": "ada"}, {"spoken": False}, {}], ids=str)
def test_all_on_a_choice_is_on_its_button(kit, chat, changes, state, text):
    """Nothing sticks out, and no words lie over others."""
    chat = in_state(chat, 0, state)
    button, *parts = offered(kit(text=text), chat, 0, **changes)
    texts = [one for one in parts if isinstance(one, Text)]

    assert button.rect.w == 300
    for one in parts:
        assert one.rect.x >= button.rect.x
        assert one.rect.right <= button.rect.right
        assert one.rect.y >= button.rect.y
        assert one.rect.bottom <= button.rect.bottom
    for at, one in enumerate(texts):
        assert not any(one.rect.meets(other.rect) for other in texts[at + 1 :])
