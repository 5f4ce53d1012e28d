"""One play of one story in the terminal, from what it is about to who helps.

Knows no rules of play: what is typed becomes a command, what happens becomes lines.
"""

from collections.abc import Iterable
from typing import assert_never

from game.engine.events import Act, Command, Ended, Event, Offered, Pick, StepOut, Tell
from game.engine.session import Session
from game.score.summary import summarise
from game.story.model import Action, Contact, Message, Story, Talk
from game.terminal import words
from game.terminal.console import Console
from game.terminal.helper import Helper
from game.words import say

_ACTIONS = {
    "p": Action.LOOK,
    "profile": Action.LOOK,
    "s": Action.SAVE,
    "save": Action.SAVE,
    "b": Action.BLOCK,
    "block": Action.BLOCK,
    "r": Action.REPORT,
    "report": Action.REPORT,
}


class Play:
    """A story being played; the session inside it is what changes.

    ``together`` stops at the questions to talk about with others.
    """

    def __init__(
        self, console: Console, helper: Helper, session: Session, *, together: bool
    ) -> None:
        self._console = console
        self._helper = helper
        self._story = session.story
        self._together = together
        self._session = session

    def run(self) -> None:
        """Play the story to its end and through the closing pages.

        A play that is under way is shown as it went, and goes on from there.

        Raises:
            Left: If the player leaves before.
        """
        if self._session.under_way:
            self._recount()
        else:
            self._console.show("", *words.opening(self._story))
            self._console.ask(say("Press Enter to start:"))
            self._show(self._session.steps[-1].events)
        while True:
            while not self._session.over:
                self._choose()
            if not (self._told_at_the_end() or self._went_back()):
                break
        self._console.show("", self._story.goodbye)
        self._helper.show()

    def _recount(self) -> None:
        """Show what happened so far, without stopping anywhere."""
        self._console.show("", self._story.title)
        for step in self._session.steps:
            self._console.show("")
            for event in step.events:
                if isinstance(event, Offered):
                    continue
                if self._together or not isinstance(event, Talk):
                    self._console.show(*words.lines(self._story, event))

    def _show(self, events: Iterable[Event]) -> None:
        """Show events; choices are left to whoever asks for one."""
        self._console.show("")
        for event in events:
            if isinstance(event, Offered):
                continue
            if not isinstance(event, Talk):
                self._console.show(*words.lines(self._story, event))
            elif self._together:
                self._console.show("", *words.lines(self._story, event))
                self._console.ask(say("Press Enter to go on:"))

    def _send(self, command: Command) -> None:
        self._show(self._session.send(command))

    def _choose(self) -> None:
        """Show the choices and do one thing that the player asks for."""
        now = self._session.moment
        assert isinstance(now, Offered)
        self._console.show("")
        if self._together:
            player = self._story.cast[self._story.player].name
            asks = say("What could {player} do?").format(player=player)
            self._console.show(asks)
        self._console.show(*words.lines(self._story, now))
        numbers = [str(number) for number in range(1, len(now.choices) + 1)]
        while True:
            answer = self._console.ask(
                say("Type a number, t to tell someone, or ? for more:")
            )
            if answer in numbers:
                self._send(Pick(now.choices[numbers.index(answer)].id))
                return
            if self._did(answer):
                return
            self._console.show(
                say("That did not work. Please type one of the numbers, or ? for more.")
            )

    def _did(self, answer: str) -> bool:
        """Do what a letter asks for; False if it means nothing."""
        match answer:
            case "t" | "tell":
                self._tell()
            case "u" | "undo":
                self._undo()
            case "o" | "out" | "step out":
                self._send(StepOut())
            case "h" | "help":
                self._helper.show()
            case "w" | "words":
                self._console.show("", *words.glossary(self._story))
            case "?":
                self._console.show("", *words.commands(self._story))
            case _ if answer in _ACTIONS:
                self._act(_ACTIONS[answer])
            case _:
                return False
        return True

    def _tell(self) -> None:
        cast = self._story.cast
        adults = tuple(cast[adult] for adult in self._session.tellable())
        if not adults:
            all_told = say(
                "{player} has told everyone in this story. If something worries you, "
                "you can tell someone for real. Type h to see who can help."
            )
            name = cast[self._story.player].name
            self._console.show(all_told.format(player=name))
            return
        adult = self._one_of(adults, say("Who does {player} tell?"))
        if adult is not None:
            self._send(Tell(adult.id))

    def _act(self, action: Action) -> None:
        contacts = self._contacts(action)
        if not contacts:
            self._console.show(_nobody(action))
            return
        contact = self._one_of(contacts, _whom(action))
        if contact is not None:
            self._send(Act(action, contact.id))

    def _contacts(self, action: Action) -> tuple[Contact, ...]:
        """Return those the player has heard from, whom this can be done to now."""
        story = self._story
        heard_from = {
            event.speaker
            for step in self._session.steps
            for event in step.events
            if isinstance(event, Message)
        }
        return tuple(
            contact
            for contact in story.cast.values()
            if contact.id in heard_from
            and self._session.can(action, contact.id)
            and _makes_sense(story, action, contact)
        )

    def _one_of(self, contacts: tuple[Contact, ...], question: str) -> Contact | None:
        """Ask for one of the contacts, unless there is only one."""
        if len(contacts) == 1:
            return contacts[0]
        name = self._story.cast[self._story.player].name
        self._console.show(
            "",
            question.format(player=name),
            *words.numbered(contact.name for contact in contacts),
        )
        back = say("Type a number, or press Enter to go back:")
        at = self._console.pick(back, len(contacts))
        return None if at is None else contacts[at]

    def _undo(self) -> None:
        if not self._session.journal:
            self._console.show(say("This is where the story starts."))
            return
        self._back_to(len(self._session.journal) - 1)

    def _back_to(self, moment: int) -> None:
        self._session.undo(to=moment)
        self._console.show("", say("Back at that moment."))
        self._show(self._session.steps[-1].events)

    def _told_at_the_end(self) -> bool:
        """Offer to tell somebody at an ending that leaves it open."""
        now = self._session.moment
        adults = self._session.tellable()
        if not (isinstance(now, Ended) and adults):
            return False
        cast = self._story.cast
        tell = say("Tell {adult}")
        self._console.show(
            "",
            now.ending.offer,
            *words.numbered(tell.format(adult=cast[adult].name) for adult in adults),
        )
        question = say("Type a number to tell someone now, or press Enter to go on:")
        at = self._console.pick(question, len(adults))
        if at is None:
            return False
        self._send(Tell(adults[at]))
        return True

    def _went_back(self) -> bool:
        """Show what helped and what else can help; go back there if asked to."""
        summary = summarise(self._session)
        self._console.show("", *words.moves(self._story, summary))
        if not summary.other:
            self._console.ask(say("Press Enter to go on:"))
            return False
        self._console.show("", *words.ideas(summary))
        question = say(
            "Type a number to go back to that moment, or press Enter to go on:"
        )
        at = self._console.pick(question, len(summary.other))
        if at is None:
            return False
        self._back_to(summary.other[at].at)
        return True


def _makes_sense(story: Story, action: Action, contact: Contact) -> bool:
    """Whether somebody would look for this: what a story answers to always is."""
    if (action, contact.id) in story.responses:
        return True
    if action is Action.LOOK:
        return bool(contact.profile)
    return not (contact.trusted or contact.face_to_face)


def _whom(action: Action) -> str:
    match action:
        case Action.LOOK:
            return say("Whose profile does {player} look at?")
        case Action.SAVE:
            return say("Whose messages does {player} save?")
        case Action.BLOCK:
            return say("Who does {player} block?")
        case Action.REPORT:
            return say("Who does {player} report?")
        case _:
            assert_never(action)


def _nobody(action: Action) -> str:
    match action:
        case Action.LOOK:
            return say("There is no profile to look at right now.")
        case Action.SAVE:
            return say("There are no messages to save right now.")
        case Action.BLOCK:
            return say("There is nobody to block right now.")
        case Action.REPORT:
            return say("There is nobody to report right now.")
        case _:
            assert_never(action)
