"""What the command line prints and asks: problems for people and for programs, usage.

The only module that writes to the terminal, or reads what is typed there.
"""

import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final, Literal, TypeAlias

from game.source import Problem, Quieted

OK: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2

_Data: TypeAlias = dict[str, str | int | list[str]]
Form = Literal["human", "json", "github"]


def say(line: str = "") -> None:
    """Print a line at once, so that a pipe or a screen reader has it."""
    print(line, flush=True)


def ask(prompt: str) -> str | None:
    """Ask for a line; None when there will be no more, or never was."""
    if sys.stdin is None or sys.stdout is None:
        return None
    try:
        return input(prompt)
    except EOFError:
        return None


def clear() -> None:
    """Leave nothing to be seen or scrolled back to, where there is a screen."""
    if not sys.stdout or not sys.stdout.isatty():
        return
    if sys.platform == "win32":
        os.system("cls")  # noqa: S605, S607 (its own command; no other works on all)
    else:
        # All of the screen, all that was scrolled off it, and up to the first line.
        print("\x1b[2J\x1b[3J\x1b[H", end="", flush=True)


def heed_ctrl_c() -> None:
    """Let Ctrl-C stop the program, whoever started it.

    Programs that a script starts in the background inherit that it is ignored. Where
    a child reads a terminal, it must close the story all the same.
    """
    with suppress(ValueError):  # only the main thread may ask for it
        signal.signal(signal.SIGINT, signal.default_int_handler)


def wrong(sentence: str) -> int:
    """Say what was used wrongly; return the exit code for it."""
    print(f"whos-typing: {sentence}", file=sys.stderr)
    return USAGE


def show(problems: Sequence[Problem], texts: Mapping[str, str]) -> None:
    """Print problems for people, each under its own line of *texts*."""
    for problem in problems:
        say(problem.render(texts))
        say()
    if problems:
        count = len(problems)
        say("1 problem" if count == 1 else f"{count} problems")


def report(
    problems: Sequence[Problem],
    texts: Mapping[str, str],
    visited: Sequence[str],
    form: Form,
    *,
    quieted: Sequence[Quieted] = (),
) -> None:
    """Print what a check found.

    Args:
        problems: In order of the file.
        texts: The text of each file, by its name in marks.
        visited: A line for each story that could be walked, for people.
        form: For people, as one JSON list, or as annotations of a GitHub workflow.
        quieted: What authors quieted; ``visited`` says it for people.
    """
    match form:
        case "json":
            data: list[_Data] = [_as_data(one) for one in problems]
            data += [_as_data(one.problem) | {"quieted": one.reason} for one in quieted]
            say(json.dumps(data, indent=1))
        case "github":
            for problem in problems:
                say(_as_annotation(problem))
            for one in quieted:
                say(_as_annotation(one.problem, f"quieted: {one.reason}"))
        case "human":
            show(problems, texts)
            for line in visited:
                say(line)


def _as_data(problem: Problem) -> _Data:
    data: _Data = {
        "file": problem.mark.file,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "width": problem.mark.width,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }
    if problem.play is not None:
        data["play"] = list(problem.play)
    return data


def _as_annotation(problem: Problem, quieted: str = "") -> str:
    mark = problem.mark
    hint = f". Hint: {problem.hint}" if problem.hint else ""
    text = problem.message + (f", {quieted}" if quieted else hint)
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = mark.file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    place = f"file={file},line={mark.line},col={mark.column}"
    return f"::{'notice' if quieted else 'error'} {place},title={problem.rule}::{text}"
