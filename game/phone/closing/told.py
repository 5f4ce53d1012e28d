"""How a play went, read off a session and its score. Pure."""

from collections.abc import Iterator

from game.engine.events import Ended, StepOut
from game.engine.session import Session
from game.phone.closing.model import Closing, Mark
from game.phone.transcript import Item, Kind, transcript
from game.score.summary import Made, summarise
from game.score.words import headline
from game.story.model import Skill, Talk


def closing_of(session: Session) -> Closing:
    """Return how a play went."""
    story = session.story
    summary = summarise(session)
    moment = session.moment
    last = session.journal[-1].command if session.journal else None
    made = [one.move.skill for one in summary.made]
    return Closing(
        story=story,
        ending=moment.ending if isinstance(moment, Ended) else None,
        headline=headline(story, summary),
        marks=tuple(_marks(session, summary.made)),
        other=tuple((idea.move, idea.at) for idea in summary.other),
        practised=tuple((skill, made.count(skill)) for skill in Skill),
        counted=summary.counted,
        questions=tuple(
            event.text
            for step in session.steps
            for event in step.events
            if isinstance(event, Talk)
        ),
        can_tell=bool(session.tellable()),
        carry_on=len(session.journal) - 1 if isinstance(last, StepOut) else None,
    )


def _marks(session: Session, made: tuple[Made, ...]) -> Iterator[Mark]:
    steps = transcript(session.story, session.steps, company=False)
    quoted: Item | None = None
    for one in made:
        if one.at is None:
            yield Mark(one.move, None, None)
            continue
        answer = next((it for it in steps[one.at + 1] if it.kind in _OWN), None)
        before = _message_before(steps[: one.at + 1], answer)
        yield Mark(one.move, before if before is not quoted else None, answer)
        quoted = before


_OWN = {Kind.MINE, Kind.DEED}


def _message_before(
    steps: tuple[tuple[Item, ...], ...], answer: Item | None
) -> Item | None:
    """Return what an answer is to: the last message of its chat, or the last of all."""
    messages = [item for step in steps for item in step if item.kind is Kind.THEIRS]
    if answer is not None and answer.kind is Kind.MINE:
        there = [item for item in messages if item.chat == answer.chat]
        messages = there or messages
    return messages[-1] if messages else None
