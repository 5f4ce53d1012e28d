"""What is read aloud, and when."""

import pytest

from game.phone.actions import Back, Go, Place
from game.phone.aloud.reading import Reading
from game.phone.elements import Bubble, Button, Page, Rect, Role, Scroll, Text
from game.phone.look import Style, Tone
from game.phone.spoken.tree import Ids, tree_of

AT = Rect(0, 0, 100, 44)
YES = Button(AT, "yes please", Back(), key="1")
NO = Button(AT, "no thanks", Go(Place.TELL), key="2")


def message(text):
    return Bubble(AT, (text,), mine=False, name=text)


def text(words, role=Role.TEXT):
    return Text(AT, (words,), Style.BODY, Tone.ON_PAPER, words, role=role)


class Listener:
    """Hears one page after another."""

    def __init__(self):
        self.reading = Reading()
        self.ids = Ids()

    def tree(self, page, focus=None):
        return tree_of(page, {}, focus and (focus.name, focus.action), self.ids)

    def hears(self, page, **more):
        return self.reading.of(self.tree(page), **more)

    def moves_to(self, button, page):
        return self.reading.of(self.tree(page, button))

    def hears_again(self, page):
        return self.reading.again(self.tree(page))


@pytest.fixture
def listener():
    return Listener()


def chat(*inside, answers=()):
    sheet = Scroll(Rect(0, 0, 400, 400), 500, inside, "chat of bo")
    return Page("Kit's phone: Bo", (sheet, *answers))


def test_a_page_is_read_with_its_title_first_and_nothing_twice(listener):
    page = Page("About", (text("About"), text("One thing."), text("And another.")))

    assert listener.hears(page) == ["About.", "One thing.", "And another."]
    assert listener.hears(page) == []


def test_only_what_is_new_on_a_page_is_read(listener):
    listener.hears(Page("About", (text("One thing."),)))

    assert listener.hears(Page("About", (text("One thing."), text("Two.")))) == ["Two."]


def test_messages_are_read_as_they_come_with_who_says_them(listener):
    first = listener.hears(chat(message("Bo: hi")))
    second = listener.hears(chat(message("Bo: hi"), message("Ada: hello")))

    assert first == ["Kit's phone: Bo.", "Bo: hi"]
    assert second == ["Ada: hello"]


def test_answers_are_read_with_their_numbers_once_they_can_be_given(listener):
    listener.hears(chat(message("Bo: hi")))
    asked = chat(message("Bo: hi"), answers=(YES, NO))

    assert listener.hears(asked) == ["2 answers", "1. yes please", "2. no thanks"]
    assert listener.hears(asked) == []


def test_answers_are_counted_where_a_ring_goes_round_them(listener):
    listener.hears(chat(message("Bo: hi")))
    asked = chat(message("Bo: hi"), answers=(YES, NO))

    heard = listener.hears(asked, focus="yes please", answers=False)
    assert heard == ["2 answers", "yes please"]
    assert listener.hears(asked, focus="no thanks", answers=False) == ["no thanks"]


def test_where_the_focus_goes_is_read_once(listener):
    asked = chat(message("Bo: hi"), answers=(YES, NO))
    listener.hears(asked)

    assert listener.moves_to(NO, asked) == ["2. no thanks"]
    assert listener.moves_to(NO, asked) == []
    assert listener.moves_to(YES, asked) == ["1. yes please"]


def test_a_button_says_that_it_is_chosen(listener):
    dark = Button(AT, "Colours: Dark", Back(), role=Role.RADIO, checked=True)
    light = Button(AT, "Colours: Light", Back(), role=Role.RADIO, checked=False)
    page = Page("Settings", (text("Colours", Role.HEADING), dark, light))

    assert listener.hears(page) == ["Settings."]
    assert listener.moves_to(dark, page) == ["Colours: Dark, chosen"]
    assert listener.moves_to(light, page) == ["Colours: Light"]


def test_the_last_message_and_the_answers_are_read_again(listener):
    asked = chat(message("Bo: hi"), message("Bo: well?"), answers=(YES, NO))
    listener.hears(asked)

    assert listener.hears_again(asked) == ["Bo: well?", "1. yes please", "2. no thanks"]


def test_a_page_is_read_again_whole(listener):
    page = Page("About", (text("One thing."),))
    listener.hears(page)

    assert listener.hears_again(page) == ["About.", "One thing."]
