"""A small story with everything that a chart shows, and charts drawn by chance."""

from textwrap import dedent

import pytest

from game.chart.chart import Box, Chart, Kind, Sign, Way, chart
from game.story.model import Skill
from game.story.parse import parse
from game.story.pieces import PieceText

STORY = """
    title: The pencil & the <cake>
    about: Someone asks Kit for a favour.
    band: 9-11
    minutes: 3
    skills: [say-no, notice, tell]
    for-adults: {notes: Nothing is shown., questions: [Why?], reviewed-by: none}
    goodbye: You can put Kit's phone down now.
    player: kit
    cast:
      kit: {name: Kit}
      jo: {name: Jo}
      mum: {name: Mum, trusted: yes, family: yes}
      teacher: {name: Ms Okoro, trusted: yes}
    facts: {said_yes: no}
    start: hello
    scenes:
      hello:
        - jo: can you keep a "secret"?
        - choose:
            - {say: "no", move: say-no, why: You can say no., goto: cake}
            - {say: ok, risk: yes, why: It is hard to say no., goto: pushed}
            - {do: Ring Mum., move: tell, as: told, why: It helps., goto: words}
            - {say: what is it?, if: not said_yes, goto: hello}
      pushed:
        - set: {said_yes: yes}
        - note: Jo wants more.
        - goto: cake
          if: blocked.jo
        - goto: gone
      gone:
        - note: Jo is gone.
        - goto: cake
      cake:
        - choose:
            - {do: Eat some., goto: done}
          ordinary: yes
      done:
        - end: Kit can laugh about it.
          offer: Kit could still talk to somebody.
      told-mum:
        - note: Mum is in the kitchen.
        - goto: back
          if: heard
        - goto: words
      words:
        - use: listening
          with: {adult: mum}
          outcomes: {heard: end-told}
      end-told:
        - end: Mum knows.
      told-teacher:
        - teacher: Come in.
        - choose:
            - {say: Hello?, move: tell, why: It helps., goto: teacher-hears}
      teacher-hears:
        - heard: teacher
        - teacher: Thank you.
        - goto: back
    when:
      look:
        jo: {move: notice, why: A new profile is a reason to ask.}
      save:
        jo: {note: Saved.}
      block:
        jo: gone
      tell: {mum: told-mum, teacher: [told-teacher, told-teacher]}
"""

LISTENING = """
    piece: Telling an adult who listens
    needs: {adult: contact}
    outcomes: [heard]
    start: ask
    scenes:
      ask:
        - note: $adult.name looks up.
        - $adult: Yes?
        - choose:
            - {say: Mum?, move: tell, as: told, why: It helps., goto: listens}
            - {say: Never mind., goto: ask}
      listens:
        - heard: $adult
        - goto: heard
"""


def parsed():
    return parse(
        dedent(STORY).lstrip(),
        "story.yaml",
        pieces=lambda _: PieceText(dedent(LISTENING).lstrip(), "listening.yaml"),
    )


@pytest.fixture(scope="session")
def story():
    """Return the small story."""
    return parsed()


@pytest.fixture(scope="session")
def small(story):
    """Return the chart of the small story."""
    return chart(story)


def made(ways, *, always=()):
    """Return a chart of boxes named a, b, c, ... that lead to boxes by number.

    The sign of each way, and whether a box is telling, follow from the numbers, so
    that charts from chance hold all of them.
    """
    names = [f"scene-{at}" for at in range(len(ways))]
    signs = list(Sign)
    boxes = {
        name: Box(
            name,
            list(Kind)[at % len(Kind)],
            f"What is said in {name} is a sentence of some length.",
            tuple(
                Way(signs[(at + to) % len(signs)], f"go to {to}", names[to], "", ())
                for to in ways[at]
            ),
            start=at == 0,
            hears=("Mum",) if at % 3 == 0 else (),
        )
        for at, name in enumerate(names)
    }
    opened = tuple(Way(Sign.TELL, "tell Mum", names[at]) for at in always)
    look = Way(Sign.SAFE, "look at Jo's profile", None, "", (Skill.NOTICE,))
    return Chart("Made up", boxes, names[0], (*opened, look))


@pytest.fixture(scope="session")
def make():
    """Return a chart made of lists of numbers."""
    return made
