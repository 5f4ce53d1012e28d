"""Conditions of a story: text to a test over facts.

A parser of its own, so that a story can compute nothing but this.

    condition = and ("or" and)*
    and       = not ("and" not)*
    not       = "not" not | compare
    compare   = value (("=" | "!=" | "<" | "<=" | ">" | ">=") value)?
    value     = name | number | "yes" | "no" | "(" condition ")"
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.story.model import Facts

Value: TypeAlias = Callable[[Facts], int]

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9_.-]*)|(?P<number>[0-9]{1,6})|(?P<sign><=|>=|!=|==|[=<>()]))"
)

_END: Final = "(?![a-z0-9_.-])"
_VALUE: Final = (
    rf"(?:(?!(?:and|or|not){_END})[a-z][a-z0-9_.-]*{_END}|[0-9]{{1,6}}(?![0-9]))"
)
_COMPARE: Final = rf"(?:not{_END}\s*)*{_VALUE}(?:\s*(?:[=!<>]=|[=<>])\s*{_VALUE})?"
CONDITION: Final = (
    rf"\s*{_COMPARE}(?:\s*(?:and|or){_END}\s*{_COMPARE})*\s*"
    r"|(?=[^(]*\()[\sa-z0-9_.=!<>()-]*"
)
"""A regular expression for the text of a condition: all that can be read, and of what
cannot be only what has parentheses, which no regular expression pairs."""

_COMPARISONS: Final[dict[str, Callable[[int, int], bool]]] = {
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

MAX_LENGTH: Final = 200
"""Characters that a condition may have."""

MAX_DEPTH: Final = 10
"""Parentheses inside one another, each of which costs calls on Python's stack."""


class ConditionError(Exception):
    """A condition cannot be read; ``at`` counts its characters from 0."""

    def __init__(self, message: str, at: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.hint = hint


class UnknownFactError(ConditionError):
    """A condition reads a fact that is not in the story."""

    def __init__(self, name: str, at: int) -> None:
        super().__init__(f"no fact is called {name!r}", at)
        self.name = name


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    kind: str
    at: int


def compile_condition(
    text: str, slot: Callable[[str], int | None]
) -> tuple[Value, frozenset[int]]:
    """Compile a condition.

    Args:
        text: The condition as written.
        slot: Gives the index of a fact by its name, or None if there is none.

    Returns:
        The test, 0 where it does not hold, and the indexes of the facts it reads.

    Raises:
        UnknownFactError: If it reads a fact that ``slot`` does not know.
        ConditionError: If it cannot be read.
    """
    if len(text) > MAX_LENGTH:
        message = f"the condition has {len(text)} characters, more than {MAX_LENGTH}"
        raise ConditionError(message, 0, "remember the answer in a fact of its own")
    compiler = _Compiler(_tokens(text), len(text), slot)
    value = compiler.whole()
    return value, frozenset(compiler.reads)


def _tokens(text: str) -> tuple[_Token, ...]:
    tokens: list[_Token] = []
    at = 0
    end = len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if found is None:
            while text[at].isspace():
                at += 1
            raise ConditionError(
                f"{text[at]!r} has no meaning in a condition",
                at,
                "use names, numbers, yes, no, and, or, not, =, <, > and parentheses",
            )
        kind = str(found.lastgroup)
        tokens.append(_Token(found.group(kind), kind, found.start(kind)))
        at = found.end()
    return tuple(tokens)


class _Compiler:
    """Reads tokens from left to right; used once."""

    def __init__(
        self,
        tokens: tuple[_Token, ...],
        end: int,
        slot: Callable[[str], int | None],
    ) -> None:
        self._tokens = tokens
        self._end = end
        self._slot = slot
        self._next = 0
        self._depth = 0
        self.reads: set[int] = set()

    def whole(self) -> Value:
        value = self._or()
        if self._next < len(self._tokens):
            token = self._tokens[self._next]
            raise ConditionError(
                f"{token.text!r} does not belong here",
                token.at,
                "put 'and' or 'or' between two conditions",
            )
        return value

    def _peek(self) -> str:
        return self._tokens[self._next].text if self._next < len(self._tokens) else ""

    def _take(self, word: str) -> bool:
        if self._peek() == word:
            self._next += 1
            return True
        return False

    def _or(self) -> Value:
        value = self._and()
        while self._take("or"):
            value = _either(value, self._and())
        return value

    def _and(self) -> Value:
        value = self._not()
        while self._take("and"):
            value = _both(value, self._not())
        return value

    def _not(self) -> Value:
        turns = 0
        while self._take("not"):
            turns += 1
        value = self._compare()
        return _opposite(value) if turns % 2 else value

    def _compare(self) -> Value:
        left = self._value()
        compare = _COMPARISONS.get(self._peek())
        if compare is None:
            return left
        self._next += 1
        right = self._value()
        return lambda facts: 1 if compare(left(facts), right(facts)) else 0

    def _value(self) -> Value:
        if self._next >= len(self._tokens):
            raise ConditionError(
                "the condition ends too early",
                self._end,
                "write what should hold, as in 'said_yes and not heard'",
            )
        token = self._tokens[self._next]
        self._next += 1
        match token:
            case _Token("("):
                return self._inside(token)
            case _Token("yes"):
                return lambda _: 1
            case _Token("no"):
                return lambda _: 0
            case _Token(text, "number"):
                number = int(text)
                return lambda _: number
            case _Token(text, "name") if text not in ("and", "or", "not"):
                return self._fact(token)
            case _:
                raise ConditionError(
                    f"{token.text!r} does not belong here",
                    token.at,
                    "a fact or a number is missing before it",
                )

    def _inside(self, opening: _Token) -> Value:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ConditionError(
                f"more than {MAX_DEPTH} parentheses stand inside one another",
                opening.at,
                "remember the answer in a fact of its own",
            )
        inner = self._or()
        self._depth -= 1
        if not self._take(")"):
            raise ConditionError(
                "this ( has no )", opening.at, "add the ) where it is over"
            )
        return inner

    def _fact(self, token: _Token) -> Value:
        slot = self._slot(token.text)
        if slot is None:
            raise UnknownFactError(token.text, token.at)
        self.reads.add(slot)
        return operator.itemgetter(slot)


def _opposite(value: Value) -> Value:
    return lambda facts: 0 if value(facts) else 1


def _either(left: Value, right: Value) -> Value:
    return lambda facts: 1 if left(facts) or right(facts) else 0


def _both(left: Value, right: Value) -> Value:
    return lambda facts: 1 if left(facts) and right(facts) else 0
