"""What the schema forbids, the parser forbids: an editor underlines nothing good.

Stories are spoilt at random and given to both. Texts that are only ``null`` or ``~``
are not among what is put in: there alone the two differ.
"""

import copy
import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.source import StoryError
from game.story import keys
from game.story.conditions import ConditionError, compile_condition
from game.story.parse import parse
from game.story.pieces import PieceText
from tests.schema.yaml12 import load

RICH = """
title: The surprise cake
about: A classmate asks Kit to keep a small secret.
band: 9-11
minutes: 3
skills: [say-no, tell, keep-proof]
for-adults: {notes: Nothing is shown., questions: [Why?], reviewed-by: none}
goodbye: You can put Kit's phone down now.
player: kit
cast:
  kit: {name: Kit, picture: girl, profile: {joined: today}}
  bo: {name: Bo}
  mum: {name: Mum, trusted: yes, family: yes, face-to-face: yes}
  teacher: {name: Ms Okoro, trusted: yes, known: no}
facts:
  asked: no
  trust: {from: 0, to: 3, start: 1}
  often: 0..2
chats: {class: {name: Class 5b, with: [bo, teacher]}}
pressure: [hello]
counted: yes
harmless: no
curriculum: {ecw: [privacy], four-cs: contact}
names: {bo: [Ravi, Bea]}
glossary: {nan: a grandmother}
start: hello
scenes:
  hello:
    - bo: can you keep a secret?
      in: class
      id: first
    - note: 10:30
      if: not asked
    - feel: oh
      mood: worried
    - talk: What would you do?
    - set: {asked: yes, trust: +1, often: 2}
      if: trust < 3 and (saved.bo or told.mum >= 1)
    - goto: cake
      if: blocked.bo
    - choose:
        - say: no
          move: say-no
          as: said-no
          why: You can say no.
          goto: cake
          to: bo
        - do: Save the messages.
          save: bo
          block: bo
          report: bo
          set: {often: 1}
          if: asked
          risk: yes
          id: saved
          goto: cake
      ordinary: no
  cake:
    - bo: it's a cake
    - end: Kit can laugh about it.
      offer: Kit could still talk to somebody.
  told-mum:
    - use: listens
      with: {adult: mum, first: Can I tell you something?}
      outcomes: {heard: mum-hears}
  mum-hears:
    - heard: mum
    - goto: back
  told-teacher:
    - choose:
        - {say: Hello?, move: tell, why: It helps., goto: teacher-hears}
  teacher-hears:
    - heard: teacher
    - end: She helps.
when:
  look: {bo: {feel: A new one., note: Three days old., mood: worried}}
  save: {bo: {move: keep-proof, as: proof, why: It helps.}}
  report: {bo: {note: The report is sent.}}
  block: {bo: {goto: cake, note: He is gone.}, teacher: cake}
  tell: {mum: [told-mum, told-mum], teacher: told-teacher}
"""

PIECE = """
piece: Telling an adult who listens
needs: {adult: contact, first: text}
outcomes: [heard]
start: ask
scenes:
  ask:
    - note: $adult.name looks up.
    - choose:
        - say: $first
          move: tell
          as: told-$adult
          why: Telling is never too late.
          goto: listens
        - say: Wait.
          to: $adult
          goto: listens
  listens:
    - $adult: Thank you for telling me.
      if: told.$adult
    - goto: heard
"""

NAMES = sorted(
    {
        *keys.RESERVED,
        *keys.FACT_RESERVED,
        *keys.names((*keys.STORY, *keys.CHOICE, *keys.CONTACT, *keys.ANSWER)),
        *("bo", "mum", "hello", "asked", "trust", "heard", "cake", "class", "Bo", "9"),
    }
)
TEXTS = [
    *("", " ", "hi", "Hi!", "yes", "no", "+1", "-1", "0..3", "3", "007", "99", "9-11"),
    *(
        "say-no",
        "bo",
        "mum",
        "kit",
        "hello",
        "back",
        "class",
        "told-mum/ask",
        "listens",
    ),
    *("asked", "not asked", "asked and", "(asked", "trust>=2", "asked = yes or no"),
    *("and", "contact", "text", "heard", "a" * 201, "true", "[x]", "a: b", "a # b"),
]
VALUES = st.one_of(
    st.sampled_from(TEXTS),
    st.sampled_from([0, 1, 3, -1, 61, 2.5, True, False, [], {}]),
    st.sampled_from(TEXTS).map(lambda text: [text]),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(TEXTS)).map(
        lambda one: {one[0]: one[1]}
    ),
    st.just({"from": 0, "to": 3, "start": 0}),
    st.just([{"note": "hi"}, {"end": "bye"}]),
    st.just({"note": "hi", "bo": "hi"}),
)

# Values that are spoilt further must not be those of the next story.
NEW = VALUES.map(copy.deepcopy)


def places(node, above=()):
    """Return each place of a tree: the keys and numbers that lead there."""
    found = [above] if above else []
    inner = node.items() if isinstance(node, dict) else ()
    for key, value in enumerate(node) if isinstance(node, list) else inner:
        found += places(value, (*above, key))
    return found


def at(node, place):
    for key in place:
        node = node[key]
    return node


@st.composite
def spoilt(draw, text):
    """Draw the data of a story or a piece in which a few things are different."""
    data = copy.deepcopy(load(text))
    for _ in range(draw(st.sampled_from([1, 1, 1, 2]))):
        everywhere = places(data)
        if not everywhere:
            break
        *above, last = draw(st.sampled_from(everywhere))
        holder = at(data, above)
        match draw(st.sampled_from(["put", "drop", "rename", "add"])):
            case "drop":
                del holder[last]
            case "rename" if isinstance(holder, dict):
                name = draw(st.sampled_from(NAMES))
                renamed = {name if key == last else key: holder[key] for key in holder}
                holder.clear()
                holder.update(renamed)
            case "add" if isinstance(holder, dict):
                holder[draw(st.sampled_from(NAMES))] = draw(NEW)
            case "add":
                holder.insert(last, draw(NEW))
            case _:
                holder[last] = draw(NEW)
    return data


def parser_takes(story, piece):
    try:
        parse(
            json.dumps(story, ensure_ascii=False),
            "story.yaml",
            pieces=lambda name: (
                PieceText(piece, "p.yaml") if name == "listens" else None
            ),
        )
    except StoryError:
        return False
    return True


def test_the_stories_are_good_before_they_are_spoilt(of_story, of_piece):
    assert parser_takes(load(RICH), PIECE)
    assert of_story.is_valid(load(RICH))
    assert of_piece.is_valid(load(PIECE))


ODD = [
    ("minutes: 3", 'minutes: "007"'),
    ("hello", "true"),
    ("title: The surprise cake", "title: 10:30"),
    ("title: The surprise cake", "title: 1984"),
    ("title: The surprise cake", "title: true"),
    ("skills: [say-no, tell, keep-proof]", "skills: tell"),
    ("four-cs: contact", "four-cs: 4"),
    ("pressure: [hello]", "pressure: [told-mum/ask]"),
    ("if: not asked", "if: 1"),
    ("if: not asked", "if: not(not asked)=1"),
    ("reviewed-by: none", "reviewed-by: no"),
    ("counted: yes", 'counted: "no"'),
    ("often: 1", 'often: "1"'),
    ("cake", "c_a-k3"),
    ("nan: a", "Nan's cat: a"),
    ("use: listens", 'use: "listens"'),
]
"""Changes to the story that look wrong and are not."""


@pytest.mark.parametrize(("old", "new"), ODD)
def test_what_looks_odd_and_is_good_fits(old, new, of_story):
    assert old in RICH
    data = load(RICH.replace(old, new))

    assert parser_takes(data, PIECE)
    assert [error.message for error in of_story.iter_errors(data)] == []


def without(data, place):
    """Return a copy of a tree without what is at a place."""
    data = copy.deepcopy(data)
    *above, last = place
    del at(data, above)[last]
    return data


def underlined_wrongly(changed, validator, takes):
    """Return the places where a change is refused by the schema and not the parser."""
    return [
        place for place, data in changed if not validator.is_valid(data) and takes(data)
    ]


def takes_story(data):
    return parser_takes(data, PIECE)


def takes_piece(data):
    return parser_takes(load(RICH), json.dumps(data, ensure_ascii=False))


def test_nothing_good_is_underlined_wherever_something_is_left_out(of_story, of_piece):
    for text, validator, takes in (
        (RICH, of_story, takes_story),
        (PIECE, of_piece, takes_piece),
    ):
        data = load(text)
        changed = [(place, without(data, place)) for place in places(data)]
        good = [place for place, spoilt in changed if takes(spoilt)]

        assert good, "every change is a mistake, so nothing is tested"
        assert underlined_wrongly(changed, validator, takes) == []


EVERYTHING = [
    *TEXTS,
    *(0, 1, 3, -1, 61, 2.5, True, False),
    *([], {}, ["hi"], ["tell"], ["hello"], {"bo": "hi"}, {"note": "hi"}),
]


@pytest.mark.slow
@pytest.mark.parametrize("new", EVERYTHING, ids=repr)
def test_nothing_good_is_underlined_whatever_stands_anywhere(new, of_story, of_piece):
    for text, validator, takes in (
        (RICH, of_story, takes_story),
        (PIECE, of_piece, takes_piece),
    ):
        changed = []
        for place in places(load(text)):
            data = load(text)
            *above, last = place
            at(data, above)[last] = copy.deepcopy(new)
            changed.append((place, data))

        assert underlined_wrongly(changed, validator, takes) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=spoilt(RICH))
def test_what_the_schema_refuses_in_a_story_the_parser_refuses(data, of_story):
    if not of_story.is_valid(data):
        assert not takes_story(data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=spoilt(PIECE))
def test_what_the_schema_refuses_in_a_piece_the_parser_refuses(data, of_piece):
    if not of_piece.is_valid(data):
        assert not takes_piece(data)


def can_be_read(condition):
    try:
        compile_condition(condition, lambda _: 0)
    except ConditionError:
        return False
    return True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    words=st.lists(
        st.sampled_from(
            [
                *("and", "or", "not", "yes", "no", "asked", "told.mum", "a-b", "n"),
                *("=", "==", "!=", "<", "<=", ">", ">=", "!", "(", ")", "&", "A"),
                *("1", "12", "1234567", " ", " ", " ", "  "),
            ]
        ),
        min_size=1,
        max_size=8,
    )
)
@example(words=["3", "and", " ", "4"])
@example(words=["not", " ", "asked", "<", "3"])
@example(words=["asked", " ", "told.mum"])
def test_a_condition_is_taken_by_both_or_has_parentheses(words, of_story):
    condition = "".join(words)
    definition = {"$ref": "#/definitions/condition"}
    fits = of_story.evolve(schema=of_story.schema | definition).is_valid(condition)

    if "(" in condition:
        assert fits or not can_be_read(condition)
    else:
        assert fits == can_be_read(condition)
