"""Ids are written beside the lines of a story, once, and change nothing else."""

import re
import time
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from game.source import StoryError
from game.story.ids import with_ids
from game.story.nodes import Row, Table, Text
from game.story.parse import parse
from game.story.pieces import PieceText
from game.story.tree import read

ROOT = Path(__file__).parents[2]
SHIPPED = [
    *sorted((ROOT / "scenarios").glob("*/story.yaml")),
    ROOT / "docs/reference/story-format.md",
]
SHARED = sorted((ROOT / "scenarios/_shared").glob("*.yaml"))

STORY = """
    title: The surprise cake
    about: A classmate asks Kit to keep a small secret.
    band: 9-11
    minutes: 3
    skills: [say-no, tell]
    for-adults: {notes: Nothing is shown., questions: [Why?], reviewed-by: none}
    goodbye: You can put Kit's phone down now.
    player: kit
    cast: {kit: {name: Kit}, bo: {name: Bo, known: yes}, mum: {name: Mum, trusted: yes}}
    chats: {class: {name: Class 5b, with: [bo]}}
    facts: {asked: no}
    start: hello
    scenes:
      hello:
        - bo: hi   # not yet
        - if: not asked
          bo: hi
        - in: class
          bo: |
            hello

            you all
        - {bo: hi}
        - {
            feel: Kit yawns., mood: tired}
        - note:
            It is
            Saturday.
        - talk: "Who is up
            so early?"
          id: early
        - set: {asked: yes}
        - heard: mum
        - choose:
            - {say: hi, goto: bye}
            - say: who is this?

              goto: bye
            - do: Wave.
              id: wave
              goto: bye
      bye: [{bo: bye}, {note: The phone is quiet.}, {end: Kit goes home.}]
    when: {tell: {mum: bye}}
"""


def text_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[0]
    return text


def shared(name):
    path = ROOT / "scenarios/_shared" / f"{name}.yaml"
    return PieceText(path.read_text(encoding="utf-8"), f"{name}.yaml")


def parsed(text):
    return replace(parse(text, "f", pieces=shared), edition="")


def comparable(story):
    """Return all of a story but the tests of its conditions, which are functions."""
    return re.sub(r" at 0x[0-9a-f]+", "", repr(story))


@pytest.fixture
def small():
    return dedent(STORY).lstrip().replace("hi   # not yet", "hi")


def test_every_line_without_an_id_gets_the_one_it_has(small):
    written, count = with_ids(small, "f")

    assert count == 11
    assert comparable(parsed(written)) == comparable(parsed(small))
    assert parsed(written) == parsed(small)


def test_a_second_run_writes_nothing(small):
    written, _ = with_ids(small, "f")

    assert with_ids(written, "f") == (written, 0)


def test_ids_stand_below_a_text_or_inside_its_braces(small):
    written, _ = with_ids(small, "f")
    short = re.sub(r"(id: [a-z]+)-[0-9a-f]{6}", r"\1", written)

    assert "    - bo: hi\n      id: bo\n    - if: not asked\n" in short
    assert "    - if: not asked\n      bo: hi\n      id: bo-2\n" in short
    assert (
        "        hello\n\n        you all\n      id: bo\n    - {id: bo-3, bo" in short
    )
    assert "    - {id: feel, \n        feel: Kit yawns., mood: tired}\n" in short
    assert "        It is\n        Saturday.\n      id: note\n" in short
    assert "        - {id: say, say: hi, goto: bye}\n" in short
    assert "        - say: who is this?\n          id: say\n\n          goto" in short
    assert "bye: [{id: bo, bo: bye}, {id: note, note: The phone is quiet.}, " in short


def test_a_line_said_ten_thousand_times_gets_its_ids_soon():
    text = "scenes:\n  hello:\n" + "    - note: hi\n" * 10_000

    started = time.perf_counter()
    written, count = with_ids(text, "f")

    assert count == 10_000
    assert len(set(written.splitlines())) == 10_003
    assert time.perf_counter() - started < 5


def test_an_id_below_a_text_does_not_move_the_one_in_the_braces_after_it():
    text = """\
        scenes:
          hello:
            - choose:
              - goto: cake
                say: hi
            - {note: hm}
        """

    written, count = with_ids(dedent(text), "f")

    assert count == 2
    assert "        say: hi\n        id: say-" in written
    assert "\n    - {id: note-" in written


def test_after_it_a_mended_typo_keeps_the_id(small):
    written, _ = with_ids(small, "f")
    before = parsed(written).scenes["hello"].choices[1]
    after = parsed(written.replace("who is this?", "who's this?")).scenes["hello"]

    assert after.choices[1].id == before.id
    assert after.choices[1].text == "who's this?"


@pytest.mark.parametrize("end", ["\r\n", "\u2028", "\x85", "\n"])
def test_the_line_ends_of_the_file_are_kept(small, end):
    text = small.replace("\n", end)
    written, count = with_ids(text, "f")

    assert count == 11
    assert written.count(end) == text.count(end) + 5
    assert comparable(parsed(written)) == comparable(parsed(text))


def test_a_file_may_end_without_a_line_end():
    text = "scenes:\n  a:\n    - end: Kit goes home."

    written, count = with_ids(text, "f")

    assert count == 1
    assert re.fullmatch(
        r"scenes:\n  a:\n    - end: Kit goes home\.\n      id: end-[0-9a-f]{6}\n",
        written,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "just words",
        "title: Cake",
        "scenes: []",
        "scenes: {a: b}",
        "scenes: {a: [b, [], {}, {goto: c}, {choose: d}, {choose: [e, {f: g}]}]}",
        "scenes: {a: [note: hello]}",
        "scenes: {a: [{bo: [hi]}, {note: ''}, {if: x}]}",
    ],
)
def test_what_has_no_room_for_an_id_is_left_as_it_is(text):
    assert with_ids(text, "f") == (text, 0)


def test_what_is_not_yaml_is_refused():
    with pytest.raises(StoryError, match=r"f:1:5: a second colon on this line"):
        with_ids("a: b: c", "f")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_the_stories_of_the_game_stay_what_they_are(path):
    text = text_of(path)
    written, _ = with_ids(text, "f")

    assert comparable(parsed(written)) == comparable(parsed(text))
    assert with_ids(written, "f") == (written, 0)


def without_ids(node):
    match node:
        case Text(value):
            return value
        case Row(items):
            return [without_ids(item) for item in items]
        case Table(at=at):
            return {key: without_ids(value) for key, value in at.items() if key != "id"}


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.stem)
def test_a_shared_piece_gives_every_story_the_ids_it_had(path):
    text = path.read_text(encoding="utf-8")
    written, count = with_ids(text, "f")
    used = next(one for one in SHIPPED if f"use: {path.stem}" in text_of(one))

    def pieces(name):
        return PieceText(written, "f") if name == path.stem else shared(name)

    before = parsed(text_of(used))
    after = replace(parse(text_of(used), "f", pieces=pieces), edition="")
    assert count > 0
    assert without_ids(read(written, "f")[0]) == without_ids(read(text, "f")[0])
    assert comparable(after) == comparable(before)
