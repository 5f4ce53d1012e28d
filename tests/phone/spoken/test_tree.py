"""The tree has everything with a name, in order, under numbers that stay."""

import pygame
import pytest

from game.phone.actions import Go, OpenStory, Place, Start
from game.phone.pace import Pace
from game.phone.reach import targets
from game.phone.spoken.news import MOST, News, announced
from game.phone.spoken.tree import WINDOW, Ids, Kind, tree_of
from tests.phone.test_pictures import PAGES


@pytest.fixture
def hear():
    """Hear the page that a pilot holds: ``hear(pilot)``, numbers kept."""
    ids = Ids()

    def hear(pilot):
        desk = pilot.app.desk
        return tree_of(desk.page, desk.offsets, desk.focus, ids)

    return hear


@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_a_tree(hold, hear, page):
    """Of nodes with different numbers, each in exactly one other, with a name."""
    pilot = hold()
    PAGES[page](pilot)

    tree = hear(pilot)

    numbers = [node.id for node in tree.nodes]
    children = [child for node in tree.nodes for child in node.children]
    assert tree.nodes[0].kind is Kind.WINDOW
    assert tree.nodes[0].name == pilot.page.title
    assert len(set(numbers)) == len(numbers)
    assert sorted(children) == sorted(numbers[1:])
    assert all(node.name for node in tree.nodes if node.kind is not Kind.GROUP)
    assert {node.target[0] for node in tree.nodes if node.target and node.enabled} == (
        set(pilot.names())
    )


def test_numbers_stay_while_the_page_is_built_again(hold, hear):
    pilot = hold()
    pilot.take_phone()
    before = {node.id: node.name for node in hear(pilot).nodes}
    pilot.wait(100)

    after = {node.id: node.name for node in hear(pilot).nodes}

    assert after == before


def test_the_focus_is_said(hold, hear):
    pilot = hold()
    assert hear(pilot).focus == WINDOW
    pilot.tab_to("Settings")

    tree = hear(pilot)

    assert next(n.name for n in tree.nodes if n.id == tree.focus) == "Settings"


def test_a_sheet_is_a_dialog_and_hides_what_it_covers(hold, hear):
    pilot = hold()
    pilot.take_phone()
    pilot.press(Go(Place.DRAWER))

    tree = hear(pilot)

    assert [node.name for node in tree.nodes if node.kind is Kind.DIALOG] == [
        "What else Kit can do"
    ]
    assert tree.title == "What else Kit can do"
    assert tree.messages == ()


def test_answers_say_which_of_how_many_they_are(hold, hear):
    pilot = hold()
    pilot.take_phone()

    assert [node.position for node in hear(pilot).answers] == [(1, 3), (2, 3), (3, 3)]


def test_places_are_those_on_the_screen(hold, hear):
    """Of what lies on a sheet that is scrolled, too."""
    pilot = hold(text=200)
    pilot.press(Go(Place.SETTINGS))
    pilot.key(pygame.K_END)
    pilot.wait(1000)

    for target in pilot.names():
        seen = pilot.find(target)
        node = next(n for n in hear(pilot).nodes if n.name == target)
        assert node.place == seen.rect


def test_what_cannot_be_pressed_is_no_target(hold, hear):
    pilot = hold()
    pilot.take_phone()
    tree = hear(pilot)

    undo = next(node for node in tree.nodes if node.name == "Go back one step")

    assert not undo.enabled
    assert tree.target(undo.id) is None
    assert tree.target(999_999) is None


def test_only_what_is_new_is_said(hold, hear):
    pilot, news = hold(), News()
    assert news.of(hear(pilot)) == ("Who's Typing?",)
    pilot.press(OpenStory("pencil"))
    pilot.press(Start())
    while pilot.phone.place is not Place.CHAT:
        pilot.key(pygame.K_SPACE)
    first = news.of(hear(pilot))
    pilot.wait(100)

    assert "Bo: can you keep a secret from your mum?" in first
    assert first[-1] == "3 answers"
    assert news.of(hear(pilot)) == ()
    pilot.figure(2)
    then = news.of(hear(pilot))
    assert "Ada: your nan loves cake!" in then
    assert "Bo: can you keep a secret from your mum?" not in then


def test_of_a_chat_that_is_opened_the_last_messages_are_said(hold, hear):
    pilot, news = hold(), News()
    pilot.take_phone()
    tree = hear(pilot)
    lines = news.of(tree)

    assert len(lines) <= MOST + 2
    assert lines[0] == f"{tree.title}."


def test_what_is_said_twice_comes_from_another_node(hold, hear):
    tree = hear(hold())

    one, two = announced(tree, 100_000, "ok"), announced(tree, 100_001, "ok")

    assert one.nodes[-1].id != two.nodes[-1].id
    assert one.nodes[0].children[-1] == 100_000
    assert one.nodes[-1].kind is Kind.NEWS


def test_a_message_that_waits_in_another_chat_is_said_once(hold, hear):
    pilot, news = hold(pace=Pace.ON_KEY), News()
    pilot.take_phone()
    while not pilot.choices() or "1" not in {n.button.key for n in _targets(pilot)}:
        pilot.key(pygame.K_SPACE)
    pilot.figure(2)
    waits = "New message from Class 5: your nan loves cake!"
    said = []
    while not hear(pilot).notices:
        pilot.key(pygame.K_SPACE)
        said += news.of(hear(pilot))

    tree = hear(pilot)
    assert [node.name for node in tree.notices] == [waits]
    assert said.count(waits) == 1
    assert waits not in news.of(tree)
    assert [node.kind for node in tree.nodes].count(Kind.LOG) == 1


def _targets(pilot):
    return targets(pilot.page, pilot.app.desk.offsets)
