"""Scenes in the usual form are read as from a tree, and nothing else is read so."""

import re
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from operator import itemgetter
from pathlib import Path
from types import FunctionType, MappingProxyType
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings

from bench.languages import OUR_PIECES, ours
from bench.stories import tale
from game.source import StoryError
from game.story.direct import DirectReader
from game.story.model import Skill
from game.story.parse import parse
from game.story.pieces import PieceText
from game.story.tree import read_events
from tests.story.mistakes import PIECES, STORIES, mutated

ROOT = Path(__file__).parents[2]
BROKEN = sorted((ROOT / "tests/broken").rglob("*.yaml"))
SHARED = {**PIECES, **OUR_PIECES}

TOP = """\
title: A
about: B
band: 7-9
minutes: 3
skills: [tell]
for-adults: {notes: N, questions: [Q], reviewed-by: none}
goodbye: G
player: kit
cast:
  kit: {name: Kit}
  bo: {name: Bo, known: yes}
  mum: {name: Mum, trusted: yes, family: yes}
chats:
  class: {name: Class, with: [bo]}
facts: {f1: no, f2: 0..3}
start: first
scenes:
"""
END = """\
  last:
    - note: That was it.
    - end: Kit goes home.
when:
  tell: {mum: last}
"""

# All that is new is met in the first scene: in the second, it is known.
SCENES = """\
  first:
    - note: hello
    - set: {f1: yes, f2: +1}
    - set: {f2: 2}
    - note: so
      if: f1 and f2 >= 1
    - goto: usual
      if: not f1
    - goto: second
  # What follows is usual.
  usual:
    - bo: hello
    - kit: hi, bo!
    - bo: hello
      if: f1 and f2 >= 1
    - mum: "it's: late"
      in: class
      if: not f1
    - set: {f1: yes, f2: +1}
    - set: {f2: 2}
      if: not f1
    - note: 'a  note'
    - talk: Why?
    - feel: cold
    - feel: warm
      mood: happy
      if: not f1
    - goto: last
      if: f1 and f2 >= 1
    - choose:
        - say: hello
          goto: second
        - say: hello
          to: class
          if: f1 and f2 >= 1
          risk: no
          move: tell
          as: told
          why: why not
          set: {f2: 2}
          goto: usual
        - do: go home
          if: not f1
          risk: yes
          move: say-no
          why: it helps
          goto: last

  second:
    - kit: only me
      in: bo
    - goto: third
  third:
    - end: 'the end'
      offer: "talk: to somebody"
"""
USUAL = TOP + SCENES + END


def piece(name):
    return PieceText(SHARED[name], f"{name}.yaml") if name in SHARED else None


def told(found):
    """Return all that an object says, marks included, as plain values."""
    if is_dataclass(found):
        return type(found), [told(getattr(found, one.name)) for one in fields(found)]
    match found:
        case tuple():
            return [told(one) for one in found]
        case MappingProxyType():
            return [(told(key), told(value)) for key, value in found.items()]
        case FunctionType() | itemgetter():
            return [found(facts) for facts in STATES]
        case _:
            return type(found), found


STATES = [tuple((n + step) % 3 for n in range(99)) for step in range(3)]
"""Facts on which conditions are tried, more than a story has."""


def outcome(text):
    """Return the whole story, or the problems, as plain values."""
    try:
        return told(parse(text, "f", story_id="s", pieces=piece))
    except StoryError as error:
        return told(error.problems)


def from_trees(text, read=None):
    """Return the outcome where each scene is read from its tree."""
    with ExitStack() as changed:
        changed.enter_context(patch.object(DirectReader, "read", return_value=None))
        if read is not None:
            changed.enter_context(patch("game.story.parse.read", read))
            changed.enter_context(patch("game.story.pieces.read", read))
        return outcome(text)


def is_read_as_from_trees(text):
    direct = outcome(text)

    assert direct == from_trees(text)
    assert direct == from_trees(text, read_events)


def read_directly(text):
    """Return the scenes that are read without a tree."""
    scenes = []
    read = DirectReader.read

    def noted(self, source, chat):
        scene = read(self, source, chat)
        if scene is not None:
            scenes.append(source.id)
        return scene

    with patch.object(DirectReader, "read", noted):
        outcome(text)
    return scenes


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_story_is_read_as_from_trees(path):
    is_read_as_from_trees(path.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("text", [*STORIES, USUAL, ours(tale(300, 20))])
def test_a_story_is_read_as_from_trees(text):
    assert read_directly(text)
    is_read_as_from_trees(text)


ODD = settings(
    max_examples=500,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@settings(ODD, max_examples=100)
@given(mutated(STORIES))
def test_a_story_with_mistakes_is_read_as_from_trees(text):
    is_read_as_from_trees(text)


@ODD
@given(mutated([USUAL, ours(tale(10, 1))]))
def test_a_usual_story_with_mistakes_is_read_as_from_trees(text):
    is_read_as_from_trees(text)


def test_a_usual_scene_is_read_directly_once_its_conditions_and_effects_are_known():
    assert read_directly(USUAL) == ["usual", "second", "third", "last"]


def test_a_generated_story_is_read_directly_but_for_pieces_and_what_is_new():
    text = ours(tale(1000, 20))
    new = set(re.findall(r"(?:if|set|use): .*(?:\n +with: .*)?", text))

    assert len(read_directly(text)) >= 1000 - len(new)


def written(mark):
    """Return what stands at a mark of the usual story."""
    line = USUAL.splitlines()[mark.line - 1]
    return line[mark.column - 1 :][: mark.width]


def test_a_usual_scene_means_what_it_says():
    scene = parse(USUAL, "f").scenes["usual"]
    first, again, late, *_, cold, warm, _ = scene.beats
    hello, other, home = scene.choices

    assert [line.text for line in first.lines] == ["hello", "hi, bo!"]
    assert [line.chat for line in first.lines] == ["bo", "bo"]
    assert (late.lines[0].speaker, late.lines[0].chat) == ("mum", "class")
    assert late.lines[0].text == "it's: late"
    assert again.lines[0].id == f"{first.lines[0].id}-2"
    assert again.when.text == "f1 and f2 >= 1"
    assert [line.text for line in cold.lines] == ["a note", "Why?", "cold"]
    assert warm.lines[0].mood == "happy"
    assert [one.chat for one in scene.choices] == ["class", "class", None]
    assert [one.goto for one in scene.choices] == ["second", "usual", "last"]
    assert [one.why for one in scene.choices] == ["", "why not", "it helps"]
    assert [one.risk for one in scene.choices] == [False, False, True]
    assert other.id == f"{hello.id}-2"
    assert (other.moves[0].id, home.moves[0].id) == ("told", f"usual.{home.id}")
    assert (other.moves[0].skill, home.moves[0].skill) == (Skill.TELL, Skill.SAY_NO)


def test_a_usual_scene_knows_its_places():
    scenes = parse(USUAL, "f").scenes
    scene = scenes["usual"]
    first, again, late, *_, goto = scene.beats
    start = USUAL[: USUAL.index("  usual:")].count("\n") + 1

    assert (scene.mark.line, written(scene.mark)) == (start, "usual")
    assert [line.mark.line - start for line in first.lines] == [1, 2]
    assert [written(line.mark) for line in first.lines] == ["hello", "hi, bo!"]
    assert written(again.when.mark) == written(goto.when.mark) == "f1 and f2 >= 1"
    assert written(late.lines[0].mark) == '"it\'s: late"'
    assert written(late.when.mark) == "not f1"
    assert [choice.mark.line - start for choice in scene.choices] == [20, 22, 31]
    assert written(scene.choices[1].when.mark) == "f1 and f2 >= 1"
    assert written(scene.choices[2].when.mark) == "not f1"
    assert scenes["third"].ending.mark.line == start + 43


def with_scene(*lines):
    odd = "".join(f"    {line}\n" for line in lines)
    return f"{TOP}{SCENES}  odd:\n{odd}{END}"


def is_given_up(text):
    assert "odd" not in read_directly(text)
    is_read_as_from_trees(text)


@pytest.mark.parametrize(
    "lines",
    [
        ["- bo: hello"],
        ["- goto: nowhere"],
        ["- goto: last", "- bo: hello"],
        ["- goto: last", "- choose:", "    - do: it", "      goto: last"],
        ["- goto: last", "  in: class"],
        ["- end: over", "  if: f1"],
        ["- end: over", "  mood: happy"],
        ["- end: ''"],
        ["- nobody: hello", "- goto: last"],
        ["- bo: hello", "  mood: happy", "- goto: last"],
        ["- bo: hello", "  in: nowhere", "- goto: last"],
        ["- kit: hello", "- goto: last"],
        [f"- bo: {'long ' * 20}", "- goto: last"],
        ["- bo: {f1: yes}", "- goto: last"],
        ["- bo: ' '", "- goto: last"],
        ["- bo: hello", "  if: f1 and new", "- goto: last"],
        ["- bo: hello", "  if: f1", "- goto: last"],
        ["- note: hello", "  in: class", "- goto: last"],
        ["- feel: cold", "  mood: Happy!", "- goto: last"],
        ["- set: {f1: no}", "- goto: last"],
        ["- set: {f1: maybe}", "- goto: last"],
        ["- set: {f1: yes, f1: yes}", "- goto: last"],
        ["- set: f1", "- goto: last"],
        ["- bo: hello", "  id: mine", "- goto: last"],
        ["- in: hello", "  in: class", "- goto: last"],
        ["- heard: mum", "- goto: last"],
    ],
)
def test_a_scene_with_an_unusual_step_is_given_up(lines):
    is_given_up(with_scene(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["- say: hello", "  goto: last"],
        ["- do: hello", "  to: class", "  goto: last"],
        ["- say: hello", "  to: nowhere", "  goto: last"],
        ["- do: hello", "  goto: nowhere"],
        ["- do: hello", "  move: tell", "  goto: last"],
        ["- do: hello", "  move: help", "  why: so", "  goto: last"],
        ["- do: hello", "  as: told", "  why: so", "  goto: last"],
        ["- do: hello", "  move: notice", "  as: told", "  why: so", "  goto: last"],
        ["- do: hello", "  why: so", "  why: so", "  goto: last"],
        ["- do: hello", "  why: so", "  if: not f1", "  goto: last"],
        ["- do: hello", "  if: f1", "  goto: last"],
        ["- do: hello", "  set: {f1: no}", "  goto: last"],
        ["- do: hello", "  set: {f2: 2, f1: yes, f2: 2}", "  goto: last"],
        ["- do: hello", "  save: bo", "  goto: last"],
        ["- do: hello", "  id: mine", "  goto: last"],
        ["- do: hello", "  goto: last", "  why: so"],
    ],
)
def test_a_scene_with_an_unusual_choice_is_given_up(lines):
    is_given_up(with_scene("- choose:", *(f"    {line}" for line in lines)))


def test_a_scene_with_a_comment_or_an_empty_line_inside_is_given_up():
    for line in ("# so", ""):
        is_given_up(with_scene("- bo: hello", line, "- goto: last"))


PIECE = """\
piece: P
needs: {who: contact, first: text}
outcomes: [done]
start: a
scenes:
  a:
    - $who: $first
    - note: '$who.name  is  nice, $first'
    - $who: so $first
      in: $who
      if: told.$who = 1
    - feel: cold
      if: told.$who = 1
    - goto: b
  b:
    - choose:
        - say: is $first so?
          to: $who
          if: told.$who = 1
          why: it is $first
          goto: done
        - say: yes
          to: $who
          goto: done
"""


def using(changed, *uses):
    """Return a story with scenes that use a piece, one after the other."""
    found = ""
    for n, use in enumerate(uses):
        following = f"use-{n + 1}" if n + 1 < len(uses) else "last"
        found += f"  use-{n}:\n    - bo: hello\n    - use: mine\n"
        found += f"{use}      outcomes: {{done: {following}}}\n"
    return f"{TOP}{SCENES}{found}{END}", patch.dict(SHARED, mine=changed)


HELLO = "      with: {who: mum, first: hello}\n"
BYE = "      with: {who: mum, first: bye}\n"


def test_scenes_of_a_piece_are_read_directly_once_their_conditions_are_known():
    text, with_piece = using(PIECE, HELLO, BYE)

    with with_piece:
        direct = [name for name in read_directly(text) if name.startswith("use")]
        assert direct == ["use-0", "use-0/b", "use-1", "use-1/a", "use-1/b"]
        is_read_as_from_trees(text)
        scenes = parse(text, "f", pieces=piece).scenes
    first = scenes["use-1/a"].beats[0].lines
    assert [line.text for line in first] == ["bye", "Mum is nice, bye"]
    assert first[0].id == scenes["use-0/a"].beats[0].lines[0].id
    assert scenes["use-1"].beats[-1].goto == "use-1/a"
    assert scenes["use-1/b"].choices[0].text == "is bye so?"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("who: mum", "who: nobody"),
        ("first: bye", "first: '\"bye\"'"),
        ("first: bye", "first: '{bye}'"),
        ("first: bye", "first: bye  $who"),
        ("first: bye", f"first: {'bye ' * 19}"),
        ("first: bye", "first: ''"),
        ("who: mum, first: bye", "who: mum"),
        ("who: mum, first: bye", "who: mum, first: bye, first: bye"),
        ("- use", "- goto: last\n    - use"),
        ("- use", "- choose:\n        - do: it\n          goto: last\n    - use"),
        ("done: last", "done: nowhere"),
        ("done: last", "other: last"),
        ("use: mine", "use: other"),
    ],
)
def test_an_unusual_use_is_read_as_from_trees(old, new):
    text, with_piece = using(PIECE, HELLO, BYE)

    assert old in text
    with with_piece:
        is_read_as_from_trees(text.replace(old, new))


@pytest.mark.parametrize(
    "lines",
    [
        ["- set: {f1: yes, f2: +1}", "- goto: done"],
        ["- bo: hello", "  if: not f1", "- goto: done"],
        ["- $who: hello", "- goto: done"],
        ["- goto: last"],
    ],
)
def test_a_scene_of_a_piece_that_names_what_it_cannot_know_is_given_up(lines):
    steps = "".join(f"    {line}\n" for line in lines)
    shared = f"piece: P\noutcomes: [done]\nstart: a\nscenes:\n  a:\n{steps}"
    text, with_piece = using(shared, "")

    with with_piece:
        assert "use-0/a" not in read_directly(text)
        is_read_as_from_trees(text)


@ODD
@given(mutated([PIECE]))
def test_a_piece_with_mistakes_is_read_as_from_trees(changed):
    text, with_piece = using(changed, HELLO, BYE)

    with with_piece:
        is_read_as_from_trees(text)


def test_a_contact_called_like_a_step_does_not_speak():
    text = with_scene("- note: hello", "- offer: hello", "- goto: last")

    is_given_up(
        text.replace("  bo: {", "  note: {name: N}\n  offer: {name: O}\n  bo: {")
    )
