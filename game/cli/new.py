"""``new``: asks a few questions, and writes a story that can be played at once."""

import argparse
import re
import sys
from pathlib import Path
from typing import Final

from game.check.check import check
from game.cli.output import OK, ask, say, wrong
from game.cli.surroundings import surroundings
from game.engine.session import Session
from game.engine.transcript import play
from game.files import (
    STORY_FILE,
    Library,
    new_story,
    write_whole,
)
from game.source import Problem, StoryError
from game.story.new import (
    QUESTIONS,
    Question,
    play_steps,
    refused,
    story_text,
    tidy,
)
from game.story.parse import parse

_NAME: Final = re.compile(r"[a-z][a-z0-9_-]*")
_PLAY: Final = "told-late.chat"


class _RefusedError(Exception):
    """An answer cannot be taken, and nobody is there to give another one."""


def new(options: argparse.Namespace) -> int:
    """Write a story, and one play-through of it, where there was nothing."""
    folder: Path = options.path
    name = folder.resolve().name
    if not _NAME.fullmatch(name):
        return wrong(_other_name(name))
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        return wrong(f"there is something at {str(folder)!r} already; it is left alone")
    writer = _Writer(name, folder.as_posix())
    try:
        given = writer.usual_for({}) if options.yes else writer.interview()
    except _RefusedError as error:
        return wrong(str(error))
    text = writer.text(given)
    session = Session(parse(text, STORY_FILE, story_id=name))
    steps = "\n".join(play(session, play_steps(given)))
    write_whole(folder / "plays" / _PLAY, f"{steps}\n")
    write_whole(folder / STORY_FILE, text)
    say(f"{folder / STORY_FILE} is written, with one play-through in plays/.")
    say(f"Play it:                play {folder}")
    say(f"Check it as you write:  check --watch {folder}")
    return OK


class _Writer:
    """Asks, and tries every answer out in the story before it is taken."""

    def __init__(self, story_id: str, path: str) -> None:
        self._id = story_id
        self._path = path if path.isprintable() else story_id
        self._template = new_story()
        self._around = surroundings(Library())

    def interview(self) -> dict[str, str]:
        """Return the answers to all questions.

        Raises:
            _RefusedError: If one cannot be taken, and it came through a pipe.
        """
        say("Enter takes what is in brackets. Everything can be changed later.")
        given: dict[str, str] = {}
        for question in QUESTIONS:
            given[question.key] = self._answer(question, given)
        return given

    def _answer(self, question: Question, given: dict[str, str]) -> str:
        usual = question.usual(self._id, given)
        while True:
            answer = tidy(ask(f"{question.words} [{usual}]:\n") or "") or usual
            why_not = refused(question, answer, given)
            if not why_not:
                problems = self.problems({**given, question.key: answer})
                why_not = _sentence(problems[0]) if problems else ""
            if not why_not:
                return answer
            if sys.stdin is None or not sys.stdin.isatty():
                raise _RefusedError(f"{question.words} {answer!r}: {why_not}")
            say(f"Sorry, {why_not}.")

    def problems(self, given: dict[str, str]) -> tuple[Problem, ...]:
        """Return what is wrong with a story of these answers, and the usual others."""
        try:
            text = self.text(self.usual_for(given))
            return check(
                parse(text, STORY_FILE, story_id=self._id), self._around
            ).problems
        except StoryError as error:
            return error.problems

    def text(self, given: dict[str, str]) -> str:
        """Return the story of all these answers."""
        return story_text(self._template, given, self._path)

    def usual_for(self, given: dict[str, str]) -> dict[str, str]:
        """Return answers to all questions: these, and the usual ones to the others."""
        whole: dict[str, str] = {}
        for question in QUESTIONS:
            key = question.key
            whole[key] = given.get(key) or question.usual(self._id, whole)
        return whole


def _sentence(problem: Problem) -> str:
    return problem.message + (f" ({problem.hint})" if problem.hint else "")


def _other_name(name: str) -> str:
    made = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-0123456789")
    better = f", such as {made!r}" if made else ""
    return (
        f"{name!r} cannot be the name of a story: use small letters, digits and -, "
        f"and start with a letter{better}"
    )
