"""Stories for the tests of the checker: a whole one, in which a test mends lines."""

from textwrap import dedent

import pytest

from game.check.survey import survey
from game.check.walk import walk
from game.story.parse import parse

TEXT = """
    title: The surprise cake
    about: A classmate asks Kit to keep a small secret.
    band: 9-11
    minutes: 3
    skills: [say-no, tell]
    for-adults: {notes: Nothing is shown., questions: [Why?], reviewed-by: none}
    goodbye: You can put Kit's phone down now.
    player: kit
    cast:
      kit: {name: Kit}
      bo: {name: Bo, known: yes}
      mum: {name: Mum, trusted: yes, family: yes}
      teacher: {name: Ms Okoro, trusted: yes}
    start: hello
    scenes:
      hello:
        - bo: can you keep a secret?
        - choose:
            - {say: no, id: no, move: say-no, why: You can say no., goto: cake}
            - {say: ok, id: ok, goto: cake}
      cake:
        - bo: it's a cake
        - end: Kit can laugh about it.
          offer: Kit could still talk to somebody.
      told-mum:
        - choose:
            - {say: Mum?, id: mum, move: tell, why: Telling helps., goto: mum-hears}
      mum-hears:
        - heard: mum
        - goto: back
      told-teacher:
        - choose:
            - {say: Hello?, id: hello, move: tell, why: It helps., goto: teacher-hears}
      teacher-hears:
        - heard: teacher
        - goto: back
    when:
      tell: {mum: told-mum, teacher: told-teacher}
"""


def changed(*pairs):
    text = dedent(TEXT).lstrip()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return parse(text, "story.yaml")


@pytest.fixture
def story():
    """Parse the story with each (old, new) replaced."""
    return changed


@pytest.fixture
def ask():
    """Ask one proof of a story; return (message, hint, play) of what it finds."""

    def asked(proof, story):
        return [
            (found.message, found.hint, found.play)
            for found in proof(survey(walk(story)))
        ]

    return asked
