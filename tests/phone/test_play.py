"""Whole plays on the phone: with keys alone, with the mouse alone, and leaving."""

import pygame
import pytest

from game.engine.events import Act, Tell
from game.phone.actions import (
    Back,
    Do,
    Finish,
    Go,
    OpenChat,
    OpenProfile,
    OpenStory,
    Place,
    Start,
    Turn,
)
from game.phone.elements import Button
from game.phone.pace import Pace
from game.phone.play import READ
from game.phone.reach import scrolls, targets
from game.story.model import Action

SIZES = [(480, 800), (1366, 768)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_play_with_the_keys_alone(hold, size):
    """From home to the end, to a grown-up, and to the page of help."""
    pilot = hold(*size)
    pilot.enter("The borrowed pencil")
    pilot.enter("Take Kit's phone")
    pilot.enter("Open Kit's phone")
    pilot.figure(1)
    assert pilot.choices() == ["I like surprises.", "Put the phone away."]
    pilot.key(pygame.K_DOWN)
    pilot.key(pygame.K_RETURN)
    assert pilot.over
    pilot.key(pygame.K_SPACE)
    assert pilot.phone.place is Place.CLOSING
    pilot.enter("Tell someone")
    pilot.enter("Tell Mum")
    pilot.figure(1)
    pilot.figure(2)
    assert pilot.over
    pilot.key(pygame.K_SPACE)
    while "Next" in pilot.names():
        pilot.enter("Next")
    pilot.enter("Who can help")
    assert pilot.page.title == "Who can help"
    pilot.enter("A page for a grown-up")
    pilot.enter("Back to the stories")
    assert pilot.phone.stack == (Place.HOME,)


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_play_with_the_mouse_alone(hold, size, text):
    """The same, at both text sizes."""
    pilot = hold(*size, text=text)
    pilot.take_phone()
    pilot.click("Answer: I don't keep")
    pilot.click("Tell someone")
    pilot.click("Tell Ms Okoro")
    pilot.click("Answer: Can I tell you something?")
    pilot.click("See how it went")
    while "Next" in pilot.names():
        pilot.click("Next")
    pilot.click("Who can help")
    pilot.click("Help for people in: Somewhere else")

    assert pilot.phone.settings.nation == "elsewhere"
    pilot.click("A page for a grown-up")
    pilot.click("Back to the stories")
    assert pilot.phone.stack == (Place.HOME,)


def open_page(pilot, place):
    """Go to a page as directly as the phone allows."""
    press = pilot.press
    if place in {Place.HOME, Place.HELP, Place.SETTINGS, Place.FORGET, Place.DRAWING}:
        if place is not Place.HOME:
            press(Go(place))
    elif place is Place.BROKEN:
        pilot.phone.stack = (Place.HOME, Place.BROKEN)
    else:
        press(OpenStory("pencil"))
        if place is Place.ADULTS:
            press(Go(place))
        elif place is not Place.ABOUT:
            press(Start(afresh=True))
            if place is not Place.LOCK:
                press(OpenChat())
            match place:
                case Place.PROFILE:
                    press(OpenProfile("bo"))
                case Place.CLOSING:
                    press(Finish())
                case Place.CHAT | Place.LOCK:
                    pass
                case _:
                    press(Go(place))
    pilot.app.refresh()
    assert pilot.phone.place is place


@pytest.mark.parametrize("place", [p for p in Place if p is not Place.DRAWING])
def test_one_key_hides_every_page(hold, place):
    """Escape draws; Escape again closes."""
    pilot = hold()
    open_page(pilot, place)

    pilot.key(pygame.K_ESCAPE)

    assert pilot.phone.place is Place.DRAWING
    assert pygame.display.get_caption()[0] == "Drawing"
    pilot.key(pygame.K_ESCAPE)
    assert pilot.phone.closed


@pytest.mark.parametrize("place", [p for p in Place if p is not Place.DRAWING])
def test_every_page_has_a_way_on(hold, place):
    """Something can be pressed on every page, and from all but home one can go back."""
    pilot = hold()
    open_page(pilot, place)
    depth = len(pilot.phone.stack)

    assert len(pilot.names()) >= 2
    pilot.key(pygame.K_BACKSPACE)
    assert len(pilot.phone.stack) == max(1, depth - 1)


@pytest.mark.parametrize(
    "place",
    [Place.HOME, Place.ABOUT, Place.CHAT, Place.TELL, Place.CLOSING, Place.HELP],
)
def test_a_button_hides_the_page_as_well(hold, place):
    pilot = hold()
    open_page(pilot, place)

    pilot.click("Hide this")

    assert pilot.phone.place is Place.DRAWING


def test_coming_back_from_the_drawing_page(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.key(pygame.K_ESCAPE)
    pilot.key(pygame.K_LEFT, mod=pygame.KMOD_ALT)

    assert pilot.phone.place is Place.CHAT
    assert pygame.display.get_caption()[0] == "Who's Typing?"


@pytest.mark.parametrize(("held", "back"), [(1100, True), (500, False)])
def test_holding_the_pencil_comes_back_without_a_keyboard(hold, held, back):
    pilot = hold()
    pilot.take_phone()
    pilot.click("Hide this")
    pencil = pilot.find("New sheet").rect
    at = (pencil.x + pencil.w // 2, pencil.y + pencil.h // 2)
    pilot.pointer(pygame.MOUSEBUTTONDOWN, at, button=1)
    for _ in range(held // 50):
        pilot.wait(50)
    pilot.pointer(pygame.MOUSEBUTTONUP, at, button=1)

    assert pilot.phone.place is (Place.CHAT if back else Place.DRAWING)
    assert not pilot.phone.closed


def test_the_drawing_page_draws(hold):
    """With the mouse, and with the keys."""
    pilot = hold()
    pilot.key(pygame.K_ESCAPE)
    pilot.pointer(pygame.MOUSEBUTTONDOWN, (100, 200), button=1)
    pilot.pointer(pygame.MOUSEMOTION, (200, 200), buttons=(1, 0, 0), rel=(100, 0))
    pilot.pointer(pygame.MOUSEBUTTONUP, (200, 200), button=1)
    pilot.click("Red")
    pilot.key(pygame.K_SPACE)
    pilot.key(pygame.K_RIGHT)

    assert pilot.surface.get_at((150, 200))[:3] == (0x1F, 0x2A, 0x44)
    *_, (blue, points), (red, line) = pilot.phone.drawing.lines
    assert (blue, len(points), red, len(line)) == ("pen-blue", 2, "pen-red", 2)
    pilot.click("New sheet")
    assert pilot.phone.drawing.lines == ()
    pilot.click("Close")
    assert pilot.phone.closed


def test_messages_arrive_in_their_time(hold):
    pilot = hold(pace=Pace.NORMAL)
    pilot.take_phone()
    assert pilot.phone.view.shown == 0
    pilot.wait(1300)
    assert pilot.phone.view.shown == 1
    pilot.key(pygame.K_SPACE)
    assert pilot.phone.view.shown == 2
    pilot.wait(5000)

    assert pilot.phone.view.shown == 3
    assert "Answer: ok..." in pilot.names()


def test_no_message_is_missed_behind_another_page(hold):
    pilot = hold(pace=Pace.NORMAL)
    pilot.take_phone()
    pilot.click("Tell someone")
    pilot.wait(60_000)

    assert pilot.phone.view.shown == 0


def test_telling_is_possible_while_messages_arrive(hold):
    pilot = hold(pace=Pace.ON_KEY)
    pilot.take_phone()
    pilot.click("Tell someone")
    pilot.click("Tell Mum")

    assert pilot.phone.items[pilot.phone.view.shown - 1].chat == "mum"


def test_going_back_one_step(hold):
    pilot = hold()
    pilot.take_phone()
    assert "Go back one step" not in pilot.names()
    pilot.figure(2)
    pilot.click("Go back one step")

    assert pilot.phone.session.journal == ()
    assert "Answer: ok... You tried this before." in pilot.names()
    assert "Answer: I don't keep secrets like that." in pilot.names()


def test_going_back_to_a_moment_from_the_closing_pages(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.figure(1)
    pilot.click("See how it went")
    pilot.click("Next")
    pilot.click("Next")
    pilot.click("Go back to this moment")

    assert pilot.phone.place is Place.CHAT
    assert not pilot.over


def test_stopping_on_the_way_and_carrying_on(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.click("What else to do")
    pilot.click("Stop here")
    pilot.click("Stop here, and see")
    assert pilot.phone.place is Place.CLOSING
    pilot.click("Carry on playing")

    assert pilot.phone.place is Place.CHAT
    assert not pilot.over


def test_a_play_is_kept_and_taken_up_again(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    later = hold()
    later.click("The borrowed pencil")
    later.click("Carry on")

    assert later.choices() == ["I like surprises.", "Put the phone away."]


def test_starting_again_leaves_the_play_behind(hold, shelf):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    later = hold()
    later.click("The borrowed pencil")
    later.click("Start again")

    assert later.phone.session.journal == ()
    assert shelf.plays == {}


def test_looking_at_a_profile_counts_once(hold):
    pilot = hold()
    pilot.take_phone()
    for _ in range(2):
        pilot.click("Chat with Bo. Look at the profile")
        assert pilot.phone.place is Place.PROFILE
        pilot.click("Back to the messages")

    commands = [entry.command for entry in pilot.phone.session.journal]
    assert commands == [Act(Action.LOOK, "bo")]


def test_saving_from_the_drawer_shows_what_follows(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.click("What else to do")
    pilot.click("Save the messages with Bo")

    assert pilot.phone.place is Place.CHAT
    assert pilot.phone.items[-2].text == "The messages are safe."
    pilot.click("What else to do")
    assert not any(name.startswith("Save the") for name in pilot.names())


def test_another_chat_can_be_read_and_left(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.click("All chats")
    pilot.click("Chat with Bo")
    assert "Go on with Class 5" in pilot.names()
    pilot.key(pygame.K_SPACE)

    assert pilot.phone.view.open is None


def test_in_company_the_story_waits(hold):
    pilot = hold()
    pilot.take_phone(with_="Play with someone beside you")
    assert "What could Kit do?" in pilot.texts()
    pilot.figure(2)
    assert "Go on with the story" in pilot.names()
    pilot.click("Go on with the story")

    assert "Answer: I like surprises." in pilot.names()


def test_settings_take_effect_and_are_kept(hold, shelf):
    pilot = hold()
    pilot.click("Settings")
    pilot.click("Size of the text: 150 %")
    pilot.click("Messages arrive: When I press")

    assert pilot.app.kit().look.text == 150
    assert (shelf.settings_dir / "settings.json").is_file()
    pilot.click("What this game keeps")
    pilot.click("Forget everything")
    pilot.click("Yes, forget everything")
    assert pilot.phone.stack == (Place.HOME,)
    assert not (shelf.settings_dir / "settings.json").exists()


def test_a_story_with_a_mistake_says_so(hold, shelf):
    pilot = hold()
    shelf.text = "title: nothing else"
    pilot.click("The borrowed pencil")

    assert pilot.phone.place is Place.BROKEN
    pilot.click("Back to the stories")


def test_a_command_that_comes_too_late_does_nothing(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.figure(1)
    pilot.phone.press(Do(Act(Action.SAVE, "bo")))

    assert len(pilot.phone.session.journal) == 2


def test_an_offer_at_the_end_leads_to_telling(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.figure(1)
    pilot.click("See how it went")
    pilot.click("Tell someone")
    pilot.click("Tell Mum")

    assert Tell("mum") in [entry.command for entry in pilot.phone.session.journal]
    assert pilot.phone.place is Place.CHAT


@pytest.mark.parametrize("width", [360, 480, 900, 1366, 1920])
@pytest.mark.parametrize("text", [100, 150, 200])
def test_everything_to_press_is_large_enough_and_on_the_page(hold, width, text):
    """Targets are at least 44 pixels, and none leaves the window at its sides."""
    pilot = hold(width, 640, text=text)
    places = [Place.HOME, Place.ABOUT, Place.CHAT, Place.DRAWER, Place.TELL]
    for place in [*places, Place.CLOSING, Place.HELP, Place.SETTINGS]:
        pilot.phone.stack = (Place.HOME,)
        open_page(pilot, place)
        for one in targets(pilot.page, pilot.app.desk.offsets):
            assert one.button.rect.w >= 44, one.button.name
            assert one.button.rect.h >= 44, one.button.name
            assert one.rect.x >= 0, one.button.name
            assert one.rect.right <= width, one.button.name


def test_names_read_like_sentences(hold):
    """Every button has a name, and no two of one page have the same."""
    pilot = hold(1366, 768)
    for place in Place:
        pilot.phone.stack = (Place.HOME,)
        open_page(pilot, place)
        names = pilot.names()
        assert all(names)
        assert len(names) == len(set(names)), names


def test_the_order_of_the_focus_is_that_of_the_page(hold):
    pilot = hold()
    pilot.take_phone()
    seen = []
    for _ in pilot.names():
        pilot.key(pygame.K_TAB)
        seen.append(pilot.app.desk.focus[0])

    assert seen[:3] == [
        "Answer: I don't keep secrets like that.",
        "Answer: ok...",
        "Ask the class what it is about.",
    ]
    assert set(seen) == set(pilot.names())


def test_the_window_is_closed_politely(hold):
    pilot = hold()
    pilot.app.frame((pygame.Event(pygame.QUIT),), 0)

    assert pilot.phone.closed


def test_turning_back_on_the_closing_pages(hold):
    pilot = hold()
    open_page(pilot, Place.CLOSING)
    pilot.press(Turn(1))
    pilot.press(Back())

    assert pilot.phone.place is Place.CHAT


def test_a_sheet_glides_while_the_pointer_moves(hold):
    """Moving the mouse over the page does not hold up what is scrolling."""
    pilot = hold(480, 500, motion=True)
    pilot.click("Settings")
    pilot.key(pygame.K_PAGEDOWN)
    for x in range(20):
        spot = {"pos": (100 + 10 * x, 300), "buttons": (0, 0, 0), "rel": (10, 0)}
        pilot.app.frame((pygame.Event(pygame.MOUSEMOTION, spot),), 40)

    assert pilot.app.desk.offsets["settings"] > 100


def test_a_window_of_another_size_is_filled(hold):
    pilot = hold(480, 800)
    pygame.display.set_mode((1366, 768))
    pilot.app.frame((pygame.Event(pygame.WINDOWSIZECHANGED),), 0)

    assert pilot.app.desk.page.elements[0].rect.w == 1366


def first_choice(pilot):
    """Go on by key until something is asked, and no longer."""
    pilot.take_phone()
    pilot.patient = False
    while not any(name.startswith("Answer: ") for name in pilot.names()):
        pilot.key(pygame.K_SPACE)
    return pilot


@pytest.mark.parametrize("pace", [Pace.AT_ONCE, Pace.ON_KEY, Pace.NORMAL], ids=str)
def test_a_choice_that_has_just_appeared_is_not_taken(hold, pace):
    """Neither with a figure nor with Enter nor with a click."""
    pilot = first_choice(hold(pace=pace))
    pilot.figure(2)
    pilot.enter("Answer: ok...")
    pilot.click("Answer: ok...")
    pilot.wait(READ - 1)
    pilot.figure(2)
    assert pilot.phone.session.journal == ()

    pilot.wait(1)
    pilot.figure(2)
    assert len(pilot.phone.session.journal) == 1


def test_pressing_twice_at_once_answers_once(hold):
    """The next choices stand where the last ones stood, with no time between."""
    pilot = first_choice(hold())
    pilot.wait(READ)
    twice = [
        pygame.Event(pygame.KEYDOWN, key=pygame.K_2, mod=0, unicode="2")
        for _ in range(2)
    ]
    pilot.app.frame(twice, READ)
    pilot.figure(2)

    assert len(pilot.phone.session.journal) == 1


def test_the_way_to_the_closing_pages_waits_as_well(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.figure(1)
    pilot.patient = False
    pilot.key(pygame.K_SPACE)
    pilot.click("See how it went")
    assert pilot.phone.place is Place.CHAT

    pilot.wait(READ)
    pilot.click("See how it went")
    assert pilot.phone.place is Place.CLOSING


def test_coming_back_to_the_chat_a_choice_is_not_taken_by_the_same_press(hold):
    pilot = first_choice(hold())
    pilot.wait(READ)
    pilot.click("Chat with Bo. Look at the profile")
    pilot.wait(READ)
    pilot.click("Back to the messages")
    pilot.figure(1)

    assert [entry.command for entry in pilot.phone.session.journal] == [
        Act(Action.LOOK, "bo")
    ]


def test_everything_else_can_be_pressed_at_any_time(hold):
    pilot = first_choice(hold())
    pilot.click("Tell someone")

    assert pilot.phone.place is Place.TELL


def test_nothing_shown_counts_as_new_after_going_back_or_starting_later(hold):
    pilot = hold()
    pilot.take_phone()
    pilot.figure(2)
    pilot.figure(1)
    assert "All chats, 1 new message" in pilot.names()
    pilot.click("Go back one step")
    assert "All chats" in pilot.names()
    later = hold()
    later.click("The borrowed pencil")
    later.click("Carry on")

    assert "All chats" in later.names()


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [*SIZES, (480, 500)], ids=str)
@pytest.mark.parametrize("place", [Place.DRAWER, Place.PROFILE, Place.STOP])
def test_the_door_works_over_a_sheet(hold, place, size, text):
    """It lies above the shade, and no sheet lies over it."""
    pilot = hold(*size, text=text)
    open_page(pilot, place)
    door = pilot.find("Hide this, key Escape").rect
    sheet = next(one for one in scrolls(pilot.page))
    assert not door.meets(sheet.rect)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pilot.pointer(kind, (door.x + door.w // 2, door.y + door.h // 2), button=1)

    assert pilot.phone.place is Place.DRAWING


def test_nothing_moves_when_something_is_done(hold):
    """In a window of any width the actions beside the chat stay where they are."""

    def places(pilot):
        pane = next(one for one in scrolls(pilot.page) if one.key == "details")
        return [one.rect for one in pane.elements if isinstance(one, Button)]

    for width in range(1200, 1900, 25):
        pilot = hold(width, 768)
        open_page(pilot, Place.CHAT)
        before = places(pilot)
        pilot.press(Do(Act(Action.REPORT, "bo")))

        assert places(pilot) == before


def test_choices_cut_by_the_bar_have_a_way_below(hold):
    """With the largest letters, for as long as not all of them can be seen."""
    pilot = hold(480, 640, text=200)
    pilot.take_phone()
    cut = [one for one in targets(pilot.page, {}) if one.seen.h < one.rect.h]
    assert cut
    pilot.app.desk.scroll_by(scrolls(pilot.page)[0], -10_000)
    pilot.app.refresh()
    for _ in range(200):
        offsets = pilot.app.desk.offsets
        choices = [one for one in targets(pilot.page, offsets) if one.button.key]
        bottom = scrolls(pilot.page)[0].rect.bottom
        cut = any(one.rect.bottom > bottom + 4 for one in choices)
        hidden = [one for one in pilot.names() if one.endswith(" below")]
        assert cut == bool(hidden)
        if cut:
            low = bottom - pilot.find(hidden[0]).rect.h + 4
            count = sum(one.rect.bottom > low for one in choices)
            assert hidden == [f"{count} answer{'s' if count > 1 else ''} below"]
        pilot.app.desk.scroll_by(scrolls(pilot.page)[0], 10)
        pilot.app.refresh()
    assert not cut


@pytest.mark.parametrize("text", [100, 200])
def test_the_way_below_lies_over_no_half_of_a_line(hold, text):
    """It is as wide as the chat and ends at the bar."""
    pilot = hold(480, 400, text=text)
    pilot.take_phone()
    scroll = scrolls(pilot.page)[0]
    pilot.app.desk.scroll_by(scroll, -10_000)
    pilot.app.refresh()
    strip = pilot.find("3 answers below").rect

    assert (strip.x, strip.w) == (scroll.rect.x, scroll.rect.w)
    assert strip.bottom == scroll.rect.bottom


@pytest.mark.parametrize("size", [(480, 800), (1366, 768), (1920, 1080)], ids=str)
def test_what_can_be_pressed_stands_in_one_column(hold, size):
    """The bar begins and ends where the choices do."""
    pilot = hold(*size)
    pilot.take_phone()
    choice = pilot.find("Answer: ok...").rect
    rects = {
        one.name: one.rect for one in pilot.page.elements if isinstance(one, Button)
    }
    last = "What else to do" if size[0] == 480 else "Tell someone"

    assert rects["Go back one step"].x == choice.x
    assert rects[last].right == choice.right
