"""What is shown of a play: unread chats, waiting, going back."""

from dataclasses import replace

import pytest

from game.engine.events import Pick, StepOut, Tell
from game.engine.session import Session
from game.files import Library
from game.phone import view
from game.phone.chat_parts import badge
from game.phone.company import Company
from game.phone.model import News, adults, chat_model
from game.phone.pace import Pace
from game.phone.play import Play
from game.phone.settings import Settings

AT_ONCE = Settings(pace=Pace.AT_ONCE)
ON_KEY = Settings(pace=Pace.ON_KEY)


def first_choice(session):
    return Pick(session.moment.choices[0].id)


def test_on_my_key_each_press_shows_one(story):
    session = Session(story)
    now = view.opened(session, ON_KEY)
    items = view.flat(view.items_of(session, ON_KEY))
    counts = []
    for _ in range(4):
        counts.append(now.shown)
        now = view.reveal(now, items)

    assert counts == [0, 1, 2, 3]
    assert isinstance(view.waiting(session, now, items), view.Choosing)


def test_the_phone_follows_the_story_and_marks_what_was_not_seen(story):
    session = Session(story)
    now = view.opened(session, AT_ONCE)
    session.send(first_choice(session))
    now = view.after_command(now, session, AT_ONCE)
    model = chat_model(session, now, AT_ONCE)

    assert model.chat == "class"
    assert {row.chat: row.unread for row in model.rows} == {"class": 0, "bo": 1}


def unread(session, now, settings):
    items = view.flat(view.items_of(session, settings))
    return {row.chat: row.unread for row in view.rows(session.story, now, items)}


def test_only_messages_of_others_are_unread(story):
    """Not what the player said, nor the cards between."""
    session = Session(story)
    now = view.opened(session, AT_ONCE)
    session.send(first_choice(session))
    now = view.after_command(now, session, AT_ONCE)
    items = view.flat(view.items_of(session, AT_ONCE))
    new = [one.kind for one in items if one.chat == "bo"][now.seen["bo"] :]

    assert new == ["mine", "why", "theirs"]
    assert unread(session, now, AT_ONCE)["bo"] == 1


def test_nothing_is_unread_after_going_back_or_coming_back(story):
    session = Session(story)
    session.send(first_choice(session))
    session.send(first_choice(session))
    session.undo(1)
    now = view.opened(session, AT_ONCE, resumed=True)

    assert unread(session, now, AT_ONCE) == {"class": 0, "bo": 0}


def test_what_was_watched_as_it_arrived_is_never_unread(story):
    """Not even when the time passes in one go; what waits elsewhere is."""
    normal = Settings(pace=Pace.NORMAL)
    session = Session(story)
    now = view.opened(session, normal)
    now = view.advance(now, view.flat(view.items_of(session, normal)), 60_000, normal)
    session.send(first_choice(session))
    now = view.after_command(now, session, normal)
    items = view.flat(view.items_of(session, normal))
    now = view.looked(view.advance(now, items, 60_000, normal), items)

    assert view.open_chat(now, items) == "bo"
    assert unread(session, now, normal) == {"class": 1, "bo": 0}
    now = view.looked(view.opening(now, items, None), items)
    now = view.looked(view.advance(now, items, 60_000, normal), items)
    assert now.shown == len(items)
    assert view.open_chat(now, items) == "class"
    assert unread(session, now, normal) == {"class": 0, "bo": 0}


def to_the_class(session, settings):
    """Return the view at the message that comes in another chat, and the items."""
    now = view.opened(session, settings)
    session.send(first_choice(session))
    now = view.after_command(now, session, settings)
    items = view.flat(view.items_of(session, settings))
    while items[now.shown].chat == "bo":
        now = view.looked(view.reveal(now, items), items)
    return now, items


@pytest.mark.parametrize("pace", [Pace.NORMAL, Pace.RELAXED, Pace.ON_KEY], ids=str)
def test_a_message_in_another_chat_waits_until_it_is_opened(story, pace):
    """However long that takes: no chat goes away while somebody reads it."""
    settings = Settings(pace=pace)
    session = Session(story)
    now, items = to_the_class(session, settings)
    later = view.advance(now, items, 3_600_000, settings)
    model = chat_model(session, later, settings)

    assert later.shown == now.shown
    assert model.chat == "bo"
    assert model.typing is None
    assert model.news == News(None, "Class 5", "class", "your nan loves cake!")
    assert model.waiting == view.Elsewhere("Class 5")
    assert {row.chat: row.unread for row in model.rows} == {"class": 1, "bo": 0}


@pytest.mark.parametrize("chat", [None, "class"])
def test_opening_its_chat_shows_it_and_the_story_goes_on_there(story, chat):
    session = Session(story)
    now, items = to_the_class(session, ON_KEY)
    now = view.looked(view.opening(now, items, chat), items)
    model = chat_model(session, now, ON_KEY)

    assert model.chat == "class"
    assert [item.text for item in model.items] == ["your nan loves cake!"]
    assert model.news is None
    assert model.new_at is None, "all of it is new"
    assert model.waiting == view.Arriving()


def test_reading_a_third_chat_does_not_open_what_waits(story):
    session = Session(story)
    now, items = to_the_class(session, ON_KEY)
    now = view.looked(view.opening(now, items, "bo"), items)

    assert chat_model(session, now, ON_KEY).news.chat == "class"


def test_a_line_stands_over_what_is_new_in_a_chat_that_is_opened(story):
    """Over the first message of somebody else, until the next command."""
    session = Session(story)
    now = view.opened(session, AT_ONCE)
    session.send(first_choice(session))
    now = view.after_command(now, session, AT_ONCE)
    items = view.flat(view.items_of(session, AT_ONCE))
    now = view.looked(view.opening(now, items, "bo"), items)
    model = chat_model(session, now, AT_ONCE)

    assert (
        model.items[model.new_at].text == "it's a surprise cake for my nan, that's all."
    )
    again = view.looked(view.opening(now, items, "bo"), items)
    assert chat_model(session, again, AT_ONCE).new_at is None


def test_nothing_is_told_of_the_phone_while_it_is_down(story):
    """Face to face with an adult, no message calls."""
    session = Session(story)
    now = view.opened(session, AT_ONCE)
    session.send(first_choice(session))
    now = view.after_command(now, session, AT_ONCE)
    session.send(Tell("mum"))
    now = view.after_command(now, session, AT_ONCE)
    model = chat_model(session, now, AT_ONCE)

    assert model.in_person
    assert {row.chat: row.unread for row in model.rows}["bo"] == 1
    assert model.news is None


def test_a_badge_counts_to_nine(kit):
    def written(count):
        return badge(kit(), count, (50, 50))[1].lines[0]

    assert [written(count) for count in (1, 9, 10, 120)] == ["1", "9", "9+", "9+"]


def test_a_chat_opened_by_hand_has_a_way_back_to_the_story(story):
    session = Session(story)
    session.send(first_choice(session))
    now = replace(view.after_command(view.View(), session, AT_ONCE), open="bo")
    model = chat_model(session, now, AT_ONCE)

    assert model.chat == "bo"
    assert model.waiting == view.Elsewhere("Class 5")


def test_in_company_it_stops_to_talk(story):
    together = replace(AT_ONCE, company=Company.SOMEONE)
    session = Session(story)
    now = view.opened(session, together)
    session.send(first_choice(session))
    now = view.after_command(now, session, together)
    items = view.flat(view.items_of(session, together))

    assert view.waiting(session, now, items) == view.Stopped()
    assert now.shown < len(items)

    now = view.advance(view.reveal(now, items), items, 0, together)

    assert now.shown == len(items)
    assert isinstance(view.waiting(session, now, items), view.Choosing)


def test_after_going_back_all_was_shown(story):
    session = Session(story)
    session.send(first_choice(session))
    session.undo(0)
    now = view.opened(session, ON_KEY, resumed=True)
    items = view.flat(view.items_of(session, ON_KEY))

    assert now.shown == len(items)
    assert isinstance(view.waiting(session, now, items), view.Choosing)


def test_stepping_out_is_over(story):
    session = Session(story)
    session.send(StepOut())
    now = view.after_command(view.View(), session, AT_ONCE)
    items = view.flat(view.items_of(session, AT_ONCE))

    assert view.waiting(session, now, items) == view.Over()


def test_every_adult_is_listed_told_or_not(story):
    session = Session(story)

    assert [(one.contact.name, one.possible, one.told) for one in adults(session)] == [
        ("Mum", True, False),
        ("Ms Okoro", True, False),
    ]


@pytest.mark.parametrize("undone", [False, True])
def test_what_a_chat_shows_is_found_anew_when_the_story_moves_and_only_then(
    story, undone
):
    play = Play(Session(story), AT_ONCE, resumed=False)
    before = play.model(AT_ONCE)
    assert play.model(AT_ONCE) is before
    play.send(first_choice(play.session))
    if undone:
        play.undo(0)
    now, fresh = play.model(AT_ONCE), chat_model(play.session, play.view, AT_ONCE)
    assert now is not before
    assert all(getattr(now, one) == getattr(fresh, one) for one in now.__slots__)


def test_whoever_was_told_has_the_last_word_until_the_player_goes_back():
    """Also where all comes at once: their answer is what is on the screen."""
    session = Session(Library().load("just-a-new-friend"))
    now = view.opened(session, AT_ONCE)
    for command in (Tell("dad"), None):
        session.send(command or first_choice(session))
        now = view.after_command(now, session, AT_ONCE)
    items = view.flat(view.items_of(session, AT_ONCE))
    told = chat_model(session, now, AT_ONCE)
    gone_back = chat_model(
        session,
        view.advance(view.opening(now, items, None), items, 0, AT_ONCE),
        AT_ONCE,
    )

    assert (told.chat, told.waiting) == ("dad", view.Elsewhere("Robin"))
    assert (gone_back.chat, type(gone_back.waiting)) == ("robin", view.Choosing)
