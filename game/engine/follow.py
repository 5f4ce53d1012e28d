"""Playing along a play-through, so that somebody can go on from where it ends.

What is written of what the story shows is not looked at: only what the player does.
"""

from game.engine.events import Offered, SteppedOut
from game.engine.session import Session
from game.engine.step import IllegalCommandError
from game.engine.transcript import Asked, TranscriptError, asked, command_for
from game.story.model import Action


class FollowError(Exception):
    """A step of a play-through is not possible where it comes.

    ``asked`` is the step and its line; ``there_is`` says in words what is possible
    there instead. As a text, one sentence without the line.
    """

    def __init__(self, asked: Asked, there_is: str) -> None:
        super().__init__(f"{asked.text!r} is not possible here; {there_is}")
        self.asked = asked
        self.there_is = there_is


def follow(session: Session, text: str) -> None:
    """Do everything that the player does in a play-through, or a part of one.

    Args:
        session: A play at the moment at which the play-through begins.
        text: The play-through; of it, the lines that start with ``> `` count.

    Raises:
        FollowError: If a step is not possible; those before it have been done.
    """
    for step in asked(text):
        try:
            session.send(command_for(session, step.text))
        except (TranscriptError, IllegalCommandError) as error:
            raise FollowError(step, _there_is(session, step.text)) from error


def _there_is(session: Session, pick: str) -> str:
    """Say what is possible now: first of all, what is like that which was asked."""
    now = session.moment
    if isinstance(now, SteppedOut):
        return "the player has stepped out before"
    word = pick.partition(" ")[0]
    story = session.story
    if word == "tell":
        possible = [f"tell {adult}" for adult in session.tellable()]
    elif word in list(Action):
        action = Action(word)
        possible = [
            f"{word} {contact}"
            for contact in story.cast
            if session.can(action, contact)
        ]
    else:
        possible = []
    if isinstance(now, Offered):
        possible += [choice.text for choice in now.choices]
    elif not possible:
        return "the story has ended here"
    return "there is: " + ", ".join(map(repr, possible))
