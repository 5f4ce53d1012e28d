"""Somebody in the room has a name of the story; the story uses another one."""

from dataclasses import fields, is_dataclass

import pytest

from game.engine import saves
from game.engine.events import Offered, Pick
from game.engine.session import Session
from game.files import Library
from game.story.swap import offered, renamed, swapping

CAST = """
    kit: {name: Kit}
    bo: {name: bo_22, known: yes, profile: {about: Bo likes Kit}}
    mum: {name: Mum, trusted: yes, family: yes}
"""


def kit_called(story, name="Alex", **parts):
    whole = story(cast=CAST, **parts)
    return renamed(whole, {"kit": name})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kit is here.", "Alex is here."),
        ("It is Kit's bag.", "It is Alex's bag."),
        ("“Kit”, he writes", "“Alex”, he writes"),
        ("hi kit!", "hi alex!"),
        ("KIT!!", "ALEX!!"),
        ("Kitty has a kitten in the kitchen.", "Kitty has a kitten in the kitchen."),
        ("kit_7 and Kit7 are others", "kit_7 and Kit7 are others"),
    ],
)
def test_a_name_is_swapped_where_it_is_a_word(story, before, after):
    assert swapping(story(cast=CAST), {"kit": "Alex"})(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("bo_22 wants to chat", "ty_3 wants to chat"),
        ("hi, i'm bo.", "hi, i'm ty."),
        ("Kit can't think of a Bo.", "Kit can't think of a Ty."),
        ("BO!", "TY!"),
        ("bo_221", "bo_221"),
    ],
)
def test_who_has_an_account_is_called_otherwise_too(story, before, after):
    assert swapping(story(cast=CAST), {"bo": "ty_3"})(before) == after


def test_two_may_change_their_names_with_each_other(story):
    swap = swapping(story(cast=CAST.replace("bo_22", "Bo")), {"kit": "Bo", "bo": "Kit"})

    assert swap("Kit writes to Bo.") == "Bo writes to Kit."


def test_without_other_names_a_story_stays_the_same(story):
    whole = story(cast=CAST)

    assert renamed(whole, {}) is whole
    assert swapping(whole, {})("Kit is here.") == "Kit is here."


WHOLE = {
    "title": "Kit's title",
    "about": "About Kit.",
    "goodbye": "Put Kit's phone down.",
    "for_adults": "{notes: Kit is asked., questions: [Why Kit?], reviewed-by: none}",
    "chats": "{club: {name: Kit's club, with: [bo]}}",
    "glossary": "{chat: What Kit does.}",
    "scenes": """
        hello:
          - bo: hi kit
          - note: Kit reads.
          - feel: Kit is glad.
          - talk: What could Kit do?
          - choose:
              - say: Kit here.
                move: notice
                why: Kit can ask.
                goto: bye
              - do: Kit waits.
                why: Kit has time.
                goto: bye
        told:
          - mum: thank you, kit
          - heard: mum
          - goto: back
        bye:
          - end: Kit goes home.
            offer: Kit can still tell.
    """,
    "when": """
        tell: {mum: told}
        look: {bo: {note: Kit looks., move: notice, why: Kit is careful.}}
        save: {bo: {note: Kit saves.}}
    """,
}


def texts(value, found):
    """Collect every text that is somewhere in a value, but for where it stands."""
    if isinstance(value, str):
        found.append(value)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"mark", "names"}:
                texts(getattr(value, field.name), found)
    elif hasattr(value, "items"):
        for one in value.values():
            texts(one, found)
    elif isinstance(value, tuple | frozenset):
        for one in value:
            texts(one, found)
    return found


def test_a_name_is_swapped_everywhere_in_a_story(story):
    before, after = story(cast=CAST, **WHOLE), kit_called(story, **WHOLE)

    assert sum("Kit" in text for text in texts(before, [])) > 20
    assert [
        text for text in texts(after, []) if "Kit" in text or "hi kit" in text
    ] == []
    assert after.cast["kit"].name == "Alex"
    assert after.chats["club"].name == "Alex's club"
    assert after.cast["bo"].profile == (("about", "Bo likes Alex"),)


def test_a_play_goes_on_under_other_names(story):
    before, after = story(cast=CAST, **WHOLE), kit_called(story, **WHOLE)
    session = Session(before)
    session.send(Pick(session.moment.choices[0].id))

    resumed = saves.load(after, saves.dump(session))

    assert resumed.change is saves.Change.NONE
    assert resumed.session.journal == session.journal
    assert not isinstance(resumed.session.moment, Offered)


def test_names_that_the_story_has_already_are_not_offered(story):
    """Nor what one of them is called, nor one that is offered for somebody else."""
    whole = story(
        cast=CAST,
        title="A cake for Ravi",
        names="{kit: [Alex, Ravi, ty, Mum], bo: [ty_3, alex_9, max_1], mum: [Bo]}",
    )

    assert dict(offered(whole)) == {"kit": ("Alex", "ty"), "bo": ("max_1",)}


SHIPPED = {card.id: Library().load(card.id) for card in Library().stories()}
NAMES = {
    card: {contact: tuple(one.text for one in names) for contact, names in story.names}
    for card, story in SHIPPED.items()
}
HARMFUL = {"friend-of-a-friend": {"jay"}, "the-threat": {"reece"}}


@pytest.mark.parametrize("name", SHIPPED)
def test_all_names_of_shipped_stories_can_be_swapped_in(name):
    whole = SHIPPED[name]

    assert offered(whole) == NAMES[name]
    assert whole.player in offered(whole)
    for contact, others in NAMES[name].items():
        after = renamed(whole, {contact: others[0]})
        old = whole.cast[contact].name
        said = [
            line.text
            for scene in after.scenes.values()
            for beat in scene.beats
            for line in beat.lines
            if hasattr(line, "text")
        ]
        swap = swapping(whole, {contact: others[0]})
        assert after.cast[contact].name == others[0]
        assert old not in " ".join(said).replace(",", " ").replace(".", " ").split()
        assert all(swap(text) == text for text in said)


def test_who_does_harm_has_no_name_of_a_child_in_another_story():
    def names(harm):
        return {
            one.lower().partition("_")[0]
            for story in SHIPPED.values()
            for contact in story.cast.values()
            if (contact.id in HARMFUL.get(story.id, ())) is harm
            for one in (contact.name, *NAMES[story.id].get(contact.id, ()))
        }

    assert names(harm=True) & names(harm=False) == set()
    assert len(names(harm=True)) > len(HARMFUL)
