"""New stories from a few answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.check.check import check
from game.engine.session import Session
from game.engine.transcript import picks, play
from game.files import new_story
from game.story.model import Band
from game.story.new import QUESTIONS, play_steps, refused, story_text, tidy
from game.story.parse import parse

TEMPLATE = new_story()
KEYS = [question.key for question in QUESTIONS]
PEOPLE = ("player", "writer", "home", "helper")
ODD = st.one_of(
    st.text(min_size=1, max_size=20),
    st.text(alphabet="\"'\\:#{}[]&*!|>%@`,?-= $~\t", min_size=1, max_size=20),
    st.sampled_from(
        [
            "no",
            "yes",
            "null",
            "10:30",
            "#1",
            "- a",
            "a: b",
            "a #b",
            "$title",
            "$home_id",
            "back",
            "heard",
            "note",
            "Mo",
            "mo",
            "Mo.",
            "hero",
            "Home",
            "אמא",
            "ماما",
            "👩‍👧",
            "e\u0301",
            "Mr. O'Neill",
            "Ms  Reed",
            "x" * 20,
            "\u202eevil",
            "mum\u2028dad",
        ]
    ),
)


def question(key):
    return QUESTIONS[KEYS.index(key)]


def answered(**given):
    """Return all answers: these as they come, and the usual ones to the others."""
    whole = {}
    for one in QUESTIONS:
        whole[one.key] = given.get(one.key) or one.usual("lost-fox", whole)
    return whole


def story(given, path="lost-fox"):
    text = story_text(TEMPLATE, given, path)
    return parse(text, "story.yaml", story_id="lost-fox")


@pytest.mark.parametrize("band", Band)
def test_the_usual_answers_give_a_story_without_problems_in_every_band(band):
    report = check(story(answered(band=band.value)))

    assert report.problems == ()
    assert report.proven
    assert report.endings == 4


@settings(max_examples=200, deadline=None)
@given(
    title=ODD,
    about=ODD,
    band=st.sampled_from([band.value for band in Band]),
    player=ODD,
    writer=ODD,
    home=ODD,
    helper=ODD,
)
def test_any_answer_is_refused_or_shown_as_it_was_given(**answers):
    """Whatever is typed, what is written has no problem and says the same."""
    taken = {}
    for one in QUESTIONS:
        answer = tidy(answers[one.key])
        if not answer or refused(one, answer, taken):
            answer = one.usual("lost-fox", taken)
        taken[one.key] = answer

    told = story(taken, path="my stories/x")

    assert check(told).problems == ()
    assert (told.title, told.about, told.band) == (
        taken["title"],
        taken["about"],
        taken["band"],
    )
    names = [contact.name for contact in told.cast.values()]
    assert [names[0], *names[2:]] == [taken[key] for key in PEOPLE]
    shown = list(play(Session(told), play_steps(taken)))
    assert tuple(picks("\n".join(shown))) == play_steps(taken)
    assert shown[-1].startswith(f"= {taken['home']} knows now.")


@pytest.mark.parametrize("band", Band)
def test_names_of_as_many_words_as_there_is_room_for_have_no_problem(band):
    names = {key: f"A {key[:3]} Bee" for key in PEOPLE}
    given = answered(band=band.value, **names)

    assert not any(refused(question(key), names[key], {}) for key in PEOPLE)
    assert check(story(given)).problems == ()


def test_a_name_that_makes_an_id_is_the_id():
    told = story(answered(player="Ada", writer="fox.fan", home="Big Sis", helper="Omi"))

    assert list(told.cast) == ["ada", "mo", "fox-fan", "big-sis", "omi"]
    assert "told-big-sis" in told.scenes


@pytest.mark.parametrize(
    "name", ["Zoë", "1st", "note", "back", "o'neill", "🙂", "home"]
)
def test_a_name_that_makes_none_gets_a_usual_id(name):
    assert next(iter(story(answered(player=name)).cast)) == "hero"


def test_two_names_that_would_make_one_id_get_two():
    told = story(answered(player="Jo Lee", writer="jo.lee", home="Mo."))

    assert list(told.cast) == ["jo-lee", "mo", "newcomer", "home", "mr-sato"]


def test_the_kind_friend_is_called_as_nobody_else_is():
    told = story(answered(player="Mo", writer="ash", home="Bo", helper="PIP"))

    assert [contact.name for contact in told.cast.values()] == [
        "Mo",
        "Fin",
        "ash",
        "Bo",
        "PIP",
    ]


def test_usual_names_keep_out_of_the_way_of_given_ones():
    given = answered(player="Mum", writer="mr sato")

    assert (given["home"], given["helper"]) == ("Dad", "Ms Reed")
    assert answered(player="star_finder")["writer"] == "moon_finder"


def test_the_title_comes_from_the_name_and_the_topic_names_the_player():
    assert answered()["title"] == "Lost fox"
    assert answered(player="Ada")["about"] == (
        "Someone new asks Ada for a thing that is private."
    )


@pytest.mark.parametrize(
    ("key", "answer", "why"),
    [
        ("title", "x" * 61, "that has 61 characters, and there is room for 60"),
        ("player", "x" * 21, "that has 21 characters, and there is room for 20"),
        ("title", "a\x00b", "there is a character in it that cannot be shown"),
        ("title", "a\ufffe", "there is a character in it that cannot be shown"),
        ("title", "\u200b \u200b", "there is nothing in it that can be seen"),
        ("title", "\ud800", "there is a character in it that cannot be shown"),
        ("band", "9", "write one of 7-9, 9-11, 11-14, 14+"),
        (
            "helper",
            "0:0:0:0:0\u03f60",
            "a name has room for 3 words, or sentences with it are too long",
        ),
        ("home", "KIT", "somebody is called 'KIT' already, so use another name"),
        (
            "player",
            "0123 45678",
            "it looks like a phone number, which no story may have",
        ),
        ("player", "Kit 1234567", ""),
        ("title", "Kit", ""),
        ("home", "Papa", ""),
        ("band", "14+", ""),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_reason(key, answer, why):
    assert refused(question(key), answer, {"player": "Kit"}) == why


def test_blanks_are_tidied():
    assert tidy("  a \t b\u2028c  ") == "a b c"


def test_comments_name_the_path_and_answers_are_put_in_once():
    text = story_text(TEMPLATE, answered(title="$player"), "my/lost-fox")

    assert "#     check --watch my/lost-fox\n" in text
    assert 'title: "$player"\n' in text
