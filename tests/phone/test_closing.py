"""After the story: how it went, and the way back."""

import pytest

from game.engine.events import Act, Offered, Pick, StepOut
from game.engine.session import Session
from game.files import FileError
from game.phone.actions import Back, Do, Finish, GoHome, OpenStory, Place, Start, Turn
from game.phone.closing.practised import how_often
from game.phone.closing.told import closing_of
from game.phone.elements import Box, Picture, Scroll
from game.phone.pages import build
from game.score.words import skill_meaning, skill_name
from game.story.model import Action, Skill
from game.story.parse import parse
from tests.phone.conftest import STORY


def at_the_end(hold):
    """Play to the end by the first choice each time, and see how it went."""
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Start(afresh=True))
    while not pilot.phone.session.over:
        pilot.press(Do(Pick(pilot.phone.session.moment.choices[0].id)))
    pilot.press(Finish())
    return pilot


def stopped(hold):
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Start(afresh=True))
    pilot.press(Do(StepOut()))
    assert pilot.phone.place is Place.CLOSING
    return pilot


def test_going_back_from_a_stopped_play_carries_it_on(hold):
    pilot = stopped(hold)

    pilot.press(Back())

    assert pilot.phone.place is Place.CHAT
    assert isinstance(pilot.phone.session.moment, Offered)
    assert pilot.phone.session.tellable()


def test_a_stopped_play_can_be_carried_on_from_home(hold):
    pilot = stopped(hold)

    pilot.press(GoHome())

    assert pilot.phone.opened.begun == {"pencil"}


def test_a_play_that_came_to_its_end_is_not_offered_to_be_carried_on(hold, shelf):
    pilot = at_the_end(hold)

    pilot.press(GoHome())

    assert pilot.phone.opened.begun == frozenset()
    assert shelf.kept() == frozenset()
    pilot.press(OpenStory("pencil"))
    assert any(name.startswith("Take Kit's phone") for name in pilot.names())


def test_going_back_through_the_closing_pages_comes_to_the_chat(hold):
    pilot = at_the_end(hold)
    pilot.press(Turn(1))

    pilot.press(Turn(0))
    pilot.press(Back())

    assert pilot.phone.place is Place.CHAT
    assert pilot.phone.session.over


def test_a_story_whose_file_is_gone_is_said_to_be_so_and_closes_nothing(hold, shelf):
    def gone(_):
        raise FileError("no story is called 'pencil'")

    pilot = hold()
    shelf.load = gone

    pilot.press(OpenStory("pencil"))

    assert pilot.phone.place is Place.BROKEN
    pilot.press(GoHome())
    assert pilot.phone.place is Place.HOME


def told(page):
    """Everything that is said of a page, in its order."""
    elements = [
        inner
        for one in page.elements
        for inner in (one.elements if isinstance(one, Scroll) else (one,))
    ]
    return [name for one in elements if (name := getattr(one, "name", ""))]


def pages(pilot):
    """Every closing page, by the way on from one to the next."""
    found = []
    while pilot.phone.place is Place.CLOSING:
        found.append(pilot.page)
        pilot.press(pilot.page.space)
    return found


def test_the_closing_pages_lead_on_to_home(hold):
    """Each says which it is, and the last is for a grown-up."""
    found = pages(at_the_end(hold))

    assert [page.title for page in found] == [
        "How it went for Kit",
        "Kit made 1 safe choice",
        "Other things that can help",
        "Six things that can help",
        "Put the phone down",
        "Who can help",
        "For a grown-up",
    ]
    for at, page in enumerate(found, start=1):
        assert f"Page {at} of 7" in told(page)


def test_every_closing_page_leads_back_to_the_one_before(hold):
    pilot = at_the_end(hold)
    titles = []
    for number in range(7):
        pilot.press(Turn(number))
        titles.append(pilot.page.title)
    for title in reversed(titles[:-1]):
        pilot.click("Back")
        assert pilot.page.title == title


def played(story, *commands):
    session = Session(story)
    for command in commands:
        session.send(command)
    return session


def choice(session, text):
    return Pick(next(one.id for one in session.moment.choices if one.text == text))


def test_the_timeline_shows_message_answer_and_move(story):
    session = played(story, Act(Action.LOOK, "bo"))
    session.send(choice(session, "I don't keep secrets like that."))
    looked, said_no = closing_of(session).marks

    assert looked.before.text == "can you keep a secret from your mum?"
    assert looked.answer.text == "Kit looked at the profile of Bo."
    assert said_no.before is None, "the same message is not quoted twice"
    assert said_no.answer.text == "I don't keep secrets like that."
    assert said_no.move.skill is Skill.SAY_NO


ASIDE = STORY.replace(
    """    - ada: your nan loves cake!
      in: class
""",
    """    - ada: your nan loves cake!
      in: class
    - choose:
        - say: that's fine.
          to: bo
          move: protect
          why: Kit can answer when it feels right.
          goto: later
  later:
""",
)


def test_an_answer_stands_under_the_message_of_its_own_chat():
    """Also when somebody else has written since."""
    session = played(parse(ASIDE, "pencil.yaml", story_id="pencil"))
    session.send(choice(session, "ok..."))
    session.send(choice(session, "that's fine."))
    (mark,) = closing_of(session).marks

    assert mark.before.text == "it's a surprise cake for my nan, that's all."


def test_what_was_tried_on_an_undone_way_comes_last_without_a_message(story):
    session = played(story)
    session.send(choice(session, "I don't keep secrets like that."))
    session.undo(0)
    session.send(choice(session, "Ask the class what it is about."))
    first, tried = closing_of(session).marks

    assert first.move.skill is Skill.NOTICE
    assert tried.move.skill is Skill.SAY_NO
    assert (tried.before, tried.answer) == (None, None)


def test_the_tried_moves_stand_under_a_heading_of_their_own(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(1)
    pilot.click("Go back one step")
    pilot.figure(3)
    pilot.press(Finish())
    pilot.press(Turn(1))

    names = told(pilot.page)
    assert names.index("Also tried") > names.index("Ask the class what it is about.")


def test_the_skills_are_told_in_words(hold):
    """Those practised with how often; the others say what they are, and look alike."""
    pilot = at_the_end(hold)
    pilot.press(Turn(3))
    names = told(pilot.page)

    assert "Say no: Kit did this one time" in names
    assert names.count("Say no: Kit did this one time") == 1
    others = [skill for skill in Skill if skill is not Skill.SAY_NO]
    assert {f"{skill_name(one)}: {skill_meaning(one)}" for one in others} < set(names)
    (sheet,) = (one for one in pilot.page.elements if isinstance(one, Scroll))
    cards = [one for one in sheet.elements if isinstance(one, Box)]
    assert len(cards) == len(Skill)
    assert len({(one.fill, one.border, one.lift) for one in cards}) == 1


def test_where_nothing_was_practised_all_six_are_ideas(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.figure(1)
    pilot.press(Finish())
    pilot.press(Turn(3))
    sheet = next(one for one in pilot.page.elements if isinstance(one, Scroll))
    pictures = [one for one in sheet.elements if isinstance(one, Picture)]

    assert pilot.page.title == "Six things that can help"
    assert len(pictures) == 6
    assert not any("time" in name.lower().split() for name in told(pilot.page)[2:-2])


@pytest.mark.parametrize(
    ("count", "counted", "words"),
    [
        (1, True, "Kit did this one time"),
        (5, True, "Kit did this five times"),
        (6, True, "Kit did this often"),
        (3, False, "Kit did this"),
    ],
)
def test_how_often_is_said_as_the_guide_has_it(count, counted, words):
    """A number only where the story counts, and none that is left out."""
    assert how_often(count, "Kit", counted=counted) == words


def test_the_grown_up_reads_what_it_was_what_to_ask_and_who_helps(hold):
    pilot = at_the_end(hold)
    pilot.press(Turn(6))
    names = told(pilot.page)

    for wanted in (
        "Someone asks Kit for a favour, and Kit wants to think about it.",
        "No safeguarding professional has reviewed this story yet.",
        "What makes a surprise different from a secret?",
        "Who could Kit talk to?",
        "Warm Words",
    ):
        assert wanted in names


def test_a_stopped_play_has_all_its_pages(hold):
    """It says so to the grown-up, and blames nobody."""
    pilot = stopped(hold)
    titles = [page.title for page in pages(pilot)]

    assert titles[0] == "Kit stopped here"
    assert titles[-1] == "For a grown-up"
    pilot = stopped(hold)
    pilot.press(Turn(9))
    assert "The story was stopped before its end, which is fine." in told(pilot.page)


def test_a_page_that_is_not_there_is_the_last_one(hold):
    """Where a way back has made the pages fewer."""
    pilot = at_the_end(hold)
    pilot.press(Turn(40))

    assert build(pilot.phone, pilot.app.kit()).title == "For a grown-up"
