"""Events become messages and cards, each in its chat."""

import pytest

from game.engine.events import Act, Pick, Tell
from game.engine.session import Session
from game.phone.transcript import Kind, transcript
from game.story.model import Action


@pytest.fixture
def play(story):
    """Give commands by the text of the choice; returns the items of the last step."""
    session = Session(story)

    def play(*commands, company=False):
        for command in commands:
            if isinstance(command, str):
                choices = session.moment.choices
                (pick,) = (Pick(one.id) for one in choices if one.text == command)
                session.send(pick)
            else:
                session.send(command)
        return transcript(story, session.steps, company=company)[-1]

    return play


def shown(items):
    return [(item.kind.value, item.chat, item.text) for item in items]


def test_the_beginning(play):
    assert shown(play()) == [
        ("note", "bo", "It is Friday."),
        ("theirs", "bo", "can you keep a secret from your mum?"),
        ("feeling", "bo", "Kit's tummy goes tight."),
    ]


def test_an_answer_and_what_follows_in_another_chat(play):
    assert shown(play("ok...")) == [
        ("mine", "bo", "ok..."),
        ("why", "bo", "It is hard to say no to a friend. Kit can still tell somebody."),
        ("theirs", "bo", "it's a surprise cake for my nan, that's all."),
        ("theirs", "class", "your nan loves cake!"),
        ("theirs", "class", "don't tell her!"),
    ]


def test_in_company_the_questions_to_talk_about_are_shown(play):
    kinds = [item.kind for item in play("ok...", company=True)]

    assert Kind.TALK in kinds


def test_what_is_done_is_told_and_not_said(play):
    first, *_ = play("Ask the class what it is about.")

    assert (first.kind, first.text) == (Kind.DEED, "Ask the class what it is about.")


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (Action.LOOK, "Kit looked at the profile of Bo."),
        (Action.SAVE, "Kit saved the messages with Bo."),
        (Action.REPORT, "Kit reported Bo."),
        (Action.BLOCK, "Kit blocked Bo."),
    ],
)
def test_an_action_leaves_a_trace(play, action, text):
    first, *_ = play(Act(action, "bo"))

    assert (first.kind, first.text) == (Kind.DEED, text)


def test_telling_opens_its_own_conversation_and_comes_back(play):
    told = play(Tell("mum"))
    play("Mum, someone asked me to keep a secret.")
    back = play("Thanks, Mum.")

    assert shown(told) == [
        ("turn", "mum", "Kit puts the phone down and goes to Mum"),
        ("note", "mum", "Mum is in the kitchen."),
    ]
    assert shown(back)[-1] == ("turn", "bo", "Back to Bo")


def test_telling_somebody_on_the_phone_is_writing(play):
    assert play(Tell("teacher"))[0].text == "Kit gets in touch with Ms Okoro"


def test_an_adult_who_listens_looks_so_from_the_first_word_of_it(play):
    before = play(Tell("mum"))
    telling = play("Mum, someone asked me to keep a secret.")

    assert {item.mood for item in before if item.speaker == "mum"} == {""}
    assert [item.mood for item in telling if item.speaker == "mum"] == ["listening"]
    assert [item.mood for item in telling if item.speaker == "kit"] == [""]
