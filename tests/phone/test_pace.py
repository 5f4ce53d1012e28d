"""When messages appear, without a clock."""

from game.phone.pace import Pace, advance, at_once, delay, typing
from game.phone.transcript import Item, Kind


def theirs(text):
    return Item(Kind.THEIRS, "bo", text, "bo")


HI = theirs("hi")
LONG = theirs("x" * 500)
TALK = Item(Kind.TALK, "bo", "Why?")
NOTE = Item(Kind.NOTE, "bo", "It is late.")
MINE = Item(Kind.MINE, "bo", "hello", "kit")
WHY = Item(Kind.WHY, "bo", "It is kind.")


def test_after_a_message_there_is_time_to_read_it():
    """As long as it is long, to a point at both ends."""
    waits = [delay(theirs("x" * n), NOTE, Pace.NORMAL) for n in (2, 50, 500)]

    assert waits == [800, 50 * 45, 6000]


def test_relaxed_leaves_the_time_to_read_aloud():
    waits = [delay(theirs("x" * n), NOTE, Pace.RELAXED) for n in (2, 50, 500)]

    assert waits == [1200, 50 * 80, 10_000]


def test_a_card_is_read_like_a_message():
    why = Item(Kind.WHY, "bo", "x" * 100)

    assert delay(why, NOTE, Pace.NORMAL) == 4500


def test_what_the_player_said_was_read_before():
    said = Item(Kind.MINE, "bo", "x" * 100, "kit")
    did = Item(Kind.DEED, "bo", "x" * 100, "kit")

    assert [delay(one, WHY, Pace.NORMAL) for one in (said, did, None)] == [800] * 3


def test_a_longer_message_is_typed_for_longer_to_a_point():
    waits = [delay(HI, theirs("x" * n), Pace.NORMAL) for n in (2, 50, 500)]

    assert waits == [800 + 600, 800 + 1000, 800 + 1600]


def test_at_once_and_on_key():
    assert delay(HI, LONG, Pace.AT_ONCE) == 0
    assert delay(LONG, HI, Pace.ON_KEY) is None


def test_the_dots_blink_after_reading_and_only_for_messages():
    assert not typing(HI, HI, Pace.NORMAL, 799)
    assert typing(HI, HI, Pace.NORMAL, 800)
    assert not typing(LONG, HI, Pace.NORMAL, 5999)
    assert typing(LONG, HI, Pace.NORMAL, 6000)
    assert not typing(HI, NOTE, Pace.NORMAL, 60_000)
    assert typing(LONG, HI, Pace.ON_KEY, 0)
    assert not typing(HI, HI, Pace.AT_ONCE, 60_000)


def test_messages_come_one_after_another():
    items = (HI, HI, NOTE)

    assert advance(items, 0, 0, 1399, Pace.NORMAL) == (0, 1399)
    assert advance(items, 0, 0, 1400, Pace.NORMAL) == (1, 0)
    assert advance(items, 1, 0, 1450, Pace.NORMAL) == (2, 50)
    assert advance(items, 0, 0, 10_000, Pace.NORMAL) == (3, 0)


def test_at_once_shows_all():
    assert advance((HI, LONG, NOTE), 0, 0, 0, Pace.AT_ONCE) == (3, 0)


def test_on_key_shows_nothing_by_itself():
    assert advance((HI,), 0, 0, 100_000, Pace.ON_KEY) == (0, 100_000)


def test_a_question_to_talk_about_holds_up_what_follows():
    items = (HI, TALK, HI)

    assert advance(items, 0, 0, 0, Pace.AT_ONCE) == (2, 0)
    assert advance(items, 2, 2, 0, Pace.AT_ONCE) == (3, 0)
    assert advance(items, 2, 0, 60_000, Pace.NORMAL) == (2, 0)


def test_what_the_player_does_shows_at_once():
    assert at_once((MINE, WHY, HI)) == 1
    assert at_once((HI, MINE)) == 0
    assert at_once((MINE,)) == 1
