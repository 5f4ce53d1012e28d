"""Messages and cards never touch and never leave the chat."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.phone.bubbles import stack_items, typing_dots
from game.phone.cards import Setting
from game.phone.elements import Box, Bubble, Picture, Text
from game.phone.layout import Kit
from game.phone.look import TEXT_SIZES, Look
from game.phone.transcript import Item, Kind
from game.story.parse import parse
from tests.phone.rulers import of_one_width

STORY = parse(
    (Path(__file__).parent / "pencil.yaml").read_text(encoding="utf-8"), "pencil.yaml"
)

speakers = st.sampled_from(["bo", "ada", "mum"])
texts = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=220)


@st.composite
def an_item(draw):
    kind = draw(st.sampled_from(Kind))
    speaker = None
    if kind in {Kind.MINE, Kind.FEELING, Kind.DEED}:
        speaker = "kit"
    elif kind in {Kind.THEIRS, Kind.TURN}:
        speaker = draw(speakers)
    return Item(kind, "bo", draw(texts), speaker)


def kit_of(width, text):
    look = Look(text=text)
    return Kit(look, width, 800, of_one_width(look))


@settings(deadline=None)
@given(
    st.lists(an_item(), max_size=8),
    st.integers(360, 1920),
    st.sampled_from(TEXT_SIZES),
    st.booleans(),
    st.booleans(),
)
def test_nothing_overlaps_or_leaves_the_width(items, width, text, in_person, group):
    """At any width and text size, in any kind of chat."""
    kit = kit_of(width, text)

    stack = stack_items(kit, Setting(STORY, in_person, group), items, width=width)

    for element in stack.elements:
        assert element.rect.x >= 0
        assert element.rect.right <= width
        assert element.rect.bottom <= stack.height
    solid = [e for e in stack.elements if isinstance(e, Bubble | Box)]
    for above, below in pairwise(solid):
        assert above.rect.bottom <= below.rect.y
    words = [e for e in stack.elements if isinstance(e, Bubble | Text)]
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            assert not one.rect.meets(other.rect)


def test_the_players_words_are_at_the_right(kit):
    setting = Setting(STORY)
    items = (Item(Kind.THEIRS, "bo", "hi", "bo"), Item(Kind.MINE, "bo", "hello", "kit"))

    theirs, mine = (
        e
        for e in stack_items(kit(), setting, items, width=480).elements
        if isinstance(e, Bubble)
    )

    assert theirs.rect.x < 100
    assert mine.rect.right == 480 - 12
    assert (theirs.name, mine.name) == ("Bo: hi", "Kit: hello")


def test_a_second_message_stands_close_and_without_a_face(kit):
    items = [Item(Kind.THEIRS, "bo", text, "bo") for text in ("one", "two")]

    elements = stack_items(kit(), Setting(STORY), items, width=480).elements

    one, two = (e for e in elements if isinstance(e, Bubble))
    assert two.rect.y - one.rect.bottom == 4
    assert sum(isinstance(e, Picture) for e in elements) == 1


def test_face_to_face_words_are_spoken(kit):
    items = [Item(Kind.THEIRS, "mum", "I am here.", "mum")]

    elements = stack_items(
        kit(), Setting(STORY, in_person=True), items, width=480
    ).elements

    (bubble,) = (e for e in elements if isinstance(e, Bubble))
    assert bubble.spoken
    assert bubble.lines == ("“I am here.”",)
    assert bubble.name == "Mum says: I am here."


def test_the_dots_say_who_types(kit):
    dots = typing_dots(kit(), STORY.cast["bo"], 100, in_person=False)

    assert dots.elements[-1].name == "Bo is typing"
