"""The page for whoever plays along or comes after: what it was, what to ask."""

from game.help.directory import Audience, Directory
from game.phone.about import review
from game.phone.closing.model import Closing
from game.phone.elements import Role
from game.phone.help_page import services
from game.phone.look import Style, Tone
from game.phone.settings import Settings
from game.phone.widgets import Flow
from game.words import say


def grown_up(
    flow: Flow, closing: Closing, directory: Directory, settings: Settings
) -> str:
    """Add the page for the grown-up; return its title."""
    story = closing.story
    title = say("For a grown-up")
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(10)
    flow.text(story.about)
    flow.gap(6)
    unfinished = say("The story was stopped before its end, which is fine.")
    flow.text(closing.ending.text if closing.ending else unfinished)
    flow.gap(10)
    flow.text(review(story), Style.STRONG)
    questions = (*closing.questions, *story.for_adults.questions)
    if questions:
        _heading(flow, say("To talk about"))
        hint = say("Ask what {player} could do, not what the child would do.")
        flow.text(hint.format(player=closing.player.name), tone=Tone.PAPER_SOFT)
        flow.gap(8)
        for question in questions:
            flow.text(f"• {question}", name=question)
            flow.gap(8)
    _heading(flow, say("Help for parents and carers"))
    services(flow, directory, settings, Audience.PARENT)
    return title


def _heading(flow: Flow, title: str) -> None:
    flow.gap(22)
    flow.text(title, Style.HEADING, role=Role.HEADING)
    flow.gap(6)
