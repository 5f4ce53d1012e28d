"""A story with pressure in the middle, small enough to read beside the tests."""

import textwrap

import pytest

from game.engine.session import Session
from game.engine.transcript import command_for
from game.story.parse import parse

STORY = """\
title: The coins
about: Somebody offers Kit coins for a game.
band: 9-11
minutes: 3
skills: [notice, say-no, tell]
for-adults: {notes: Nothing is shown., questions: [Who helps?], reviewed-by: none}
goodbye: You are you again.
player: kit
pressure: [asks]
cast:
  kit: {name: Kit}
  jay: {name: jay_11}
  mum: {name: Mum, trusted: yes, family: yes}
  coach: {name: Coach, trusted: yes}
start: hello
scenes:
  hello:
    - jay: hi
    - choose:
        - {say: who are you?, move: notice, as: asked, why: Asking is fine., goto: asks}
        - {say: hi!, goto: asks}
  asks:
    - jay: want coins? tell me your street.
    - goto: waits
  waits:
    - jay: well?
    - choose:
        - {say: no thanks., move: say-no, as: said-no, why: You can say no., goto: on}
        - {say: why?, goto: on}
        - {say: bye., move: say-no, as: left, why: You can leave., goto: done}
        - do: Kit saves it all.
          save: jay
          move: keep-proof
          as: saved
          why: It helps.
          goto: on
  on:
    - jay: come on!
    - choose:
        - {say: no., move: say-no, as: said-no, why: You can say no., goto: done}
        - {say: later., goto: done}
  done:
    - end: Jay stops.
      offer: Kit can still tell.
  told-mum:
    - choose:
        - say: Mum, look.
          move: tell
          as: told-mum
          why: Never too late.
          goto: safe
  told-coach:
    - coach: Not now, Kit.
    - goto: back
  safe:
    - mum: Thank you for telling me.
    - heard: mum
    - end: Mum helps.
when:
  look: {jay: {move: notice, why: A look is fine.}}
  save: {jay: {move: keep-proof, as: saved, why: It helps.}}
  report: {jay: {note: The report is sent.}}
  tell: {mum: told-mum, coach: told-coach}
"""


@pytest.fixture
def play():
    """Play the story, maybe with changed words, by picking the choices named."""

    def run(*picks, change=("", "")):
        old, new = change
        assert old in STORY
        text = textwrap.dedent(STORY).replace(old, new, 1) if old else STORY
        session = Session(parse(text, "test.yaml"))
        for pick in picks:
            session.send(command_for(session, pick))
        return session

    return run
