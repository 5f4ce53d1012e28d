"""A grown-up can read everything, and looks at stories for older children first."""

import pytest

from game.phone.actions import Go, OpenStory, Place, Start

LOCKED = "Ask a grown-up to look at this story first."


@pytest.fixture
def older(shelf):
    """The story of the tests, as one for older children."""
    shelf.text = shelf.text.replace("band: 9-11", "band: 11-14")
    assert "band: 11-14" in shelf.text
    return shelf


def test_a_story_for_older_children_waits_for_a_grown_up(hold, older):
    pilot = hold()
    pilot.click("The borrowed pencil")

    assert LOCKED in pilot.texts()
    assert "Take Kit's phone" not in pilot.names()
    pilot.press(Start())
    assert pilot.phone.session is None
    pilot.click("For the adults")
    pilot.click("I have read this.")
    assert older.read == {"pencil"}
    assert LOCKED not in pilot.texts()
    pilot.click("Take Kit's phone")
    assert pilot.phone.place is Place.LOCK


@pytest.mark.parametrize("shared", [True, False])
def test_it_waits_once_on_a_machine(hold, older, shared):
    older.mark_seen("pencil")
    pilot = hold(shared=shared)
    pilot.click("The borrowed pencil")

    assert "Take Kit's phone" in pilot.names()


def test_other_stories_wait_for_nobody(hold):
    pilot = hold()
    pilot.click("The borrowed pencil")

    assert "Take Kit's phone" in pilot.names()
    pilot.click("For the adults")
    assert not any(name.startswith("I have read") for name in pilot.names())


def test_the_page_for_adults_says_what_there_is_to_know(hold):
    pilot = hold()
    pilot.click("The borrowed pencil")
    pilot.click("For the adults")
    texts = pilot.texts()

    story = pilot.phone.story
    assert "No safeguarding professional has reviewed this story yet." in texts
    assert story.for_adults.notes in texts
    assert set(story.for_adults.questions) <= set(texts)
    assert "To talk about on the way, when you play with others" in texts


def test_every_branch_can_be_read(hold):
    """Whoever turns all the pages has met every message and every answer."""
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Go(Place.SCRIPT))
    met = set(pilot.texts())
    turned = 1
    while "Next" in pilot.names():
        pilot.click("Next")
        met |= set(pilot.texts())
        turned += 1

    story = pilot.phone.story
    said = {
        line.text
        for scene in story.scenes.values()
        for beat in scene.beats
        for line in beat.lines
        if hasattr(line, "text")
    }
    answers = {c.text for scene in story.scenes.values() for c in scene.choices}
    reasons = {c.why for scene in story.scenes.values() for c in scene.choices}
    everything = " ".join(met)
    assert turned > len(story.scenes)
    assert [one for one in said | answers | reasons if one not in everything] == []


def test_what_a_scene_leads_to_can_be_read_next(hold):
    pilot = hold()
    pilot.press(OpenStory("pencil"))
    pilot.press(Go(Place.SCRIPT))
    while not any(name.startswith("Read ") for name in pilot.names()):
        pilot.click("Next")
    before = pilot.page.title
    pilot.click("Read ")

    assert pilot.page.title != before
    pilot.press(Go(Place.SCRIPT))
    assert pilot.page.title.endswith(pilot.page.title.split(": ")[1])
