"""What the closing pages say of a play, made from its score. Pure."""

from game.engine.events import Ended, StepOut
from game.engine.session import Session
from game.phone.closing import Closing
from game.score.summary import summarise
from game.score.words import headline


def closing_of(session: Session) -> Closing:
    """Return how a play went."""
    story = session.story
    summary = summarise(session)
    moment = session.moment
    last = session.journal[-1].command if session.journal else None
    return Closing(
        player=story.cast[story.player],
        ending=moment.ending if isinstance(moment, Ended) else None,
        headline=headline(story, summary),
        made=tuple(made.move for made in summary.made),
        other=tuple((idea.move, idea.at) for idea in summary.other),
        goodbye=story.goodbye,
        can_tell=bool(session.tellable()),
        carry_on=len(session.journal) - 1 if isinstance(last, StepOut) else None,
    )
