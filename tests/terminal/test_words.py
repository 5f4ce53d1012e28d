"""Events as lines of text."""

from pathlib import Path

import pytest

from game.engine.events import Acted, Explained, Moved, Offered, SteppedOut, Telling
from game.engine.session import Session
from game.engine.transcript import command_for
from game.source import Mark
from game.story.model import Action, Heard, Message, Move, Note, Skill, Talk
from game.story.parse import parse
from game.terminal import words

STORY = parse(
    (Path(__file__).parent / "coins.yaml").read_text(encoding="utf-8"), "coins.yaml"
)
HERE = Mark("", 1, 1)


@pytest.mark.parametrize(
    ("event", "lines"),
    [
        (Message("x", "jay", "jay", "hey!", HERE), ("jay_11: hey!",)),
        (Message("x", "kit", "jay", "hm.", HERE), ("Kit writes: hm.",)),
        (Message("x", "kit", "mum", "hm.", HERE), ("Kit says: hm.",)),
        (Message("x", "mia", "team", "hi.", HERE), ("Mia in the team: hi.",)),
        (Note("x", "It rains.", HERE), ("It rains.",)),
        (Talk("x", "Who helps?", HERE), ("To talk about: Who helps?",)),
        (Heard("mum"), ()),
        (Explained("It helps."), ("Why: It helps.",)),
        (Moved(Move("x", Skill.TELL, "Mum?", "It helps.")), ()),
        (Acted(Action.SAVE, "jay"), ("Kit saves the messages from jay_11.",)),
        (Acted(Action.BLOCK, "jay"), ("Kit blocks jay_11.",)),
        (Acted(Action.REPORT, "jay"), ("Kit reports jay_11.",)),
        (
            Acted(Action.LOOK, "jay"),
            (
                "Kit looks at the profile of jay_11.",
                "joined: 3 days ago",
                "about: coins",
            ),
        ),
        (Telling("mum"), ("Kit goes to Mum.",)),
        (SteppedOut(), ("Kit steps out here.",)),
        (
            Offered(STORY.scenes["hello"].choices),
            ("1. who are you?", "2. yes!"),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_event_is_said_in_lines(event, lines):
    assert words.lines(STORY, event) == lines


@pytest.mark.parametrize(
    ("picks", "line"),
    [
        (["who are you?"], "Kit writes: who are you?"),
        (["yes!", "Kit looks out of the window."], "Kit looks out of the window."),
        (["tell coach", "ok."], "Kit writes: ok."),
        (["tell mum", "Mum, look at this."], "Kit says: Mum, look at this."),
    ],
)
def test_what_the_player_does_is_written_said_or_told(picks, line):
    session = Session(STORY)
    for pick in picks:
        events = session.send(command_for(session, pick))

    assert words.lines(STORY, events[0]) == (line,)


def test_an_answer_to_a_group_is_written():
    text = (Path(__file__).parent / "coins.yaml").read_text(encoding="utf-8")
    story = parse(text.replace("say: yes!,", "say: yes!, to: team,"), "coins.yaml")

    assert words.picked(story, story.scenes["hello"].choices[1]) == "Kit writes: yes!"
