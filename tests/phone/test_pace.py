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


def test_a_longer_message_takes_longer_to_a_point():
    assert delay(HI, Pace.NORMAL) == 350 + 700
    assert delay(theirs("x" * 50), Pace.NORMAL) == 350 + 1400
    assert delay(LONG, Pace.NORMAL) == 350 + 2600


def test_relaxed_takes_nearly_twice_as_long():
    assert delay(HI, Pace.RELAXED) == round(1050 * 1.8)


def test_at_once_and_on_key():
    assert delay(LONG, Pace.AT_ONCE) == 0
    assert delay(HI, Pace.ON_KEY) is None


def test_the_dots_blink_after_a_moment_and_only_for_messages():
    assert not typing(HI, Pace.NORMAL, 349)
    assert typing(HI, Pace.NORMAL, 350)
    assert not typing(NOTE, Pace.NORMAL, 999)
    assert typing(HI, Pace.ON_KEY, 0)
    assert not typing(HI, Pace.AT_ONCE, 999)


def test_messages_come_one_after_another():
    items = (HI, HI, NOTE)

    assert advance(items, 0, 0, 1049, Pace.NORMAL) == (0, 1049)
    assert advance(items, 0, 0, 1050, Pace.NORMAL) == (1, 0)
    assert advance(items, 1, 0, 1100, Pace.NORMAL) == (2, 50)
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
