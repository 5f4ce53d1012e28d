"""Stories small enough to read beside the test."""

import textwrap

import pytest

from game.engine.session import Session
from game.engine.transcript import command_for, lines
from game.story.parse import parse

TOP = """\
title: A test
about: Kit gets a message.
band: 9-11
minutes: 3
skills: [tell]
for-adults: {notes: Nothing is shown., questions: [Who helps?], reviewed-by: none}
goodbye: You are you again.
player: kit
cast:
  kit: {name: Kit}
  jay: {name: jay_11, profile: {joined: today}}
  mia: {name: Mia, known: yes}
  mum: {name: Mum, trusted: yes, family: yes, face-to-face: yes}
  teacher: {name: Ms Okoro, trusted: yes}
"""


class Play:
    """A session that is driven and read in the words of a play-through."""

    def __init__(self, session):
        self.session = session
        self.shown = [
            line for event in session.steps[-1].events for line in lines(event)
        ]

    def do(self, *picks):
        """Take choices or actions by their words; return what the last one showed."""
        for pick in picks:
            events = self.session.send(command_for(self.session, pick))
            self.shown = [line for event in events for line in lines(event)]
        return self.shown

    def fact(self, name):
        names = [fact.name for fact in self.session.story.facts]
        return self.session.state.facts[names.index(name)]


@pytest.fixture
def story():
    """Parse a story whose top is given; only what follows it is written."""

    def build(rest, **kwargs):
        return parse(TOP + textwrap.dedent(rest), "test.yaml", **kwargs)

    return build


@pytest.fixture
def play(story):
    """Open a story whose top is given."""

    def build(rest, **kwargs):
        return Play(Session(story(rest, **kwargs)))

    return build
