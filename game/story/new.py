"""A new story from a few answers: what is asked, what is refused, what is written.

Knows the words of the template only as far as they are asked for; reads no files.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from game.story.keys import RESERVED
from game.story.model import Band

PLAY: Final = (
    "Thanks! Do I know you?",
    "Type the name of the street.",
    "Stop there, and put the phone down.",
    "tell {home}",
    "Can I show you something?",
)
"""What the player does in the play-through that comes with a new story."""

_ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,19}")
_NAME: Final = re.compile(r"[$]([a-z_]+)")
_LINE: Final = re.compile(r"(\s*(?:- )?[^\s:#]+: )(.+)")
_PLAIN: Final = re.compile(r"[^\W_][\w ,.!'()/-]*")
"""Texts that YAML reads as they are written."""
_FRIENDS: Final = ("Mo", "Ash", "Bo", "Pip", "Fin")
"""One more than there are others: some name is always free."""
_NO_CHARACTERS: Final = frozenset("\ufffe\uffff")
_PEOPLE: Final = MappingProxyType(
    {"player": "hero", "friend": "friend", "writer": "newcomer"}
    | {"home": "home", "helper": "helper"}
)
"""Everybody in the template, and the id of those whose name makes none."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked about a new story.

    ``longest`` is how many characters an answer may have; ``usual`` gives the answer
    that is taken where there is none, from the name of the story and the answers so
    far.
    """

    key: str
    words: str
    longest: int
    usual: Callable[[str, Mapping[str, str]], str]


def _of_the_name(story_id: str, _: Mapping[str, str]) -> str:
    words = story_id.replace("-", " ").replace("_", " ").split()
    return " ".join(words).capitalize()


def _about(_: str, given: Mapping[str, str]) -> str:
    return f"Someone new asks {given['player']} for a thing that is private."


def _always(text: str) -> Callable[[str, Mapping[str, str]], str]:
    return lambda _story_id, _given: text


def _unless_taken(*names: str) -> Callable[[str, Mapping[str, str]], str]:
    def usual(_: str, given: Mapping[str, str]) -> str:
        return next(name for name in names if not _taken(name, given))

    return usual


QUESTIONS: Final = (
    Question("title", "What is the story called?", 60, _of_the_name),
    Question("player", "Whose phone is it? A made-up name", 20, _always("Kit")),
    Question("about", "What is it about? One calm line", 100, _about),
    Question(
        "band", f"For which ages: {', '.join(Band)}?", 5, _always(Band.NINE.value)
    ),
    Question(
        "writer",
        "Who writes? A name from an app",
        20,
        _unless_taken("star_finder", "moon_finder"),
    ),
    Question(
        "home",
        "Which grown-up at home can be told?",
        20,
        _unless_taken("Mum", "Dad", "Nan"),
    ),
    Question(
        "helper",
        "Which grown-up outside the family can be told?",
        20,
        _unless_taken("Mr Sato", "Ms Reed", "Mr Lind", "Ms Okoro"),
    ),
)
"""What is asked, in order."""


def tidy(answer: str) -> str:
    """Return an answer without blanks around it and with single ones inside."""
    return " ".join(answer.split())


_PHONE: Final = 8
"""So many figures make a phone number for the checker's rule ``real-contact``."""

_WORDS: Final = 3
"""Words of a name: with more, sentences of the youngest band that hold it break the
checker's rule ``long-sentence``."""

_WORD: Final = re.compile(r"\w+")


def refused(  # noqa: PLR0911 (each reason returns)
    question: Question, answer: str, given: Mapping[str, str]
) -> str:
    """Return why an answer cannot be taken, as one kind sentence; empty if it can.

    Args:
        question: What was asked.
        answer: The answer, tidied and not empty.
        given: The answers so far, by the keys of their questions.
    """
    if len(answer) > question.longest:
        return (
            f"that has {len(answer)} characters, and there is room for "
            f"{question.longest}"
        )
    kinds = {unicodedata.category(letter) for letter in answer}
    if kinds & {"Cc", "Cs"} or not _NO_CHARACTERS.isdisjoint(answer):
        return "there is a character in it that cannot be shown"
    if all(kind[0] in "CZ" for kind in kinds):
        return "there is nothing in it that can be seen"
    if sum(letter.isdecimal() for letter in answer) >= _PHONE:
        return "it looks like a phone number, which no story may have"
    if question.key in _PEOPLE and len(_WORD.findall(answer)) > _WORDS:
        return f"a name has room for {_WORDS} words, or sentences with it are too long"
    if question.key == "band":
        return "" if answer in list(Band) else f"write one of {', '.join(Band)}"
    if question.key in _PEOPLE and _taken(answer, given):
        return f"somebody is called {answer!r} already, so use another name"
    return ""


def story_text(template: str, given: Mapping[str, str], path: str) -> str:
    """Return the text of a new story.

    Args:
        template: The story with ``$key`` for the answer to each question, and
            ``$player_id`` and so on for the ids of people.
        given: The answers by the keys of their questions, all of them.
        path: How the author names the story on the command line, for a comment.
    """
    ids = _ids(given)
    values = {**given, "friend": _friend(given)}
    values |= {f"{key}_id": one for key, one in ids.items()}
    values["path"] = path
    return "".join(_filled(line, values) for line in template.splitlines(keepends=True))


def play_steps(given: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the player does in the play-through of a new story."""
    home = _ids(given)["home"]
    return tuple(step.format(home=home) for step in PLAY)


def _taken(name: str, given: Mapping[str, str]) -> bool:
    taken = {text.casefold() for key, text in given.items() if key in _PEOPLE}
    return name.casefold() in taken


def _friend(given: Mapping[str, str]) -> str:
    return next(name for name in _FRIENDS if not _taken(name, given))


def _ids(given: Mapping[str, str]) -> dict[str, str]:
    """Return an id for everybody: made of the name where it makes one."""
    names = {**given, "friend": _friend(given)}
    ids: dict[str, str] = {}
    for key, usual in _PEOPLE.items():
        made = re.sub(r"[ .]+", "-", names[key].lower()).strip("-")
        free = made not in {*ids.values(), *_PEOPLE.values(), *RESERVED, "back"}
        ids[key] = made if _ID.fullmatch(made) and free else usual
    return ids


def _filled(line: str, values: Mapping[str, str]) -> str:
    """Put the answers into a line, and quotes around a text that needs them."""
    found = _LINE.fullmatch(line.rstrip("\n"))
    if found is None or line.lstrip().startswith("#"):
        return _put_in(line, values)
    key, text = found.groups()
    filled = _put_in(text, values)
    if filled != text and not _PLAIN.fullmatch(filled):
        filled = json.dumps(filled, ensure_ascii=False)
    return f"{_put_in(key, values)}{filled}\n"


def _put_in(text: str, values: Mapping[str, str]) -> str:
    return _NAME.sub(lambda name: values[name.group(1)], text)
