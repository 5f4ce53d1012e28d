"""Single values of the format as JSON Schemas, and what an editor says of a wrong one.

Knows values by themselves; not the tables they stand in.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias, assert_never

from game.story import keys
from game.story.conditions import CONDITION, MAX_LENGTH
from game.story.facts import RANGE
from game.story.keys import Name, Single
from game.story.model import BACK
from game.story.reading import ID

Schema: TypeAlias = dict[str, Any]

# What stands for something in a piece is known only in the story that uses it.
_ARGUMENT: Final = r"\$"


def _but(words: Iterable[str], pattern: str) -> str:
    return rf"(?!(?:{'|'.join(sorted(words))})$){pattern}"


NAMES: Final[Mapping[Name, tuple[str, str]]] = {
    Name.CONTACT: (
        _but(keys.RESERVED, ID),
        (
            "no contact can be called so: use small letters, digits, - and _, "
            "a letter first, and no word that is a kind of step"
        ),
    ),
    Name.SCENE: (
        _but({BACK}, ID),
        (
            "no scene can be called so: use small letters, digits, - and _, "
            "a letter first, and not 'back'"
        ),
    ),
    Name.FACT: (
        _but(keys.FACT_RESERVED, ID),
        (
            "no fact can be called so: use small letters, digits, - and _, "
            "a letter first, and no word that conditions use"
        ),
    ),
    Name.OTHER: (ID, "use small letters, digits, - and _, a letter first"),
}
"""A regular expression for each kind of name, and what to say of another."""


def single(value: Single, *, shared: bool) -> Schema:  # noqa: PLR0911 - one for each
    """Return the schema of what is written as one text.

    In a *shared* piece, what stands for an argument fits everywhere.
    """
    match value:
        case keys.Plain.ANYTHING:
            return {}
        case keys.Plain.TEXT:
            return _text()
        case keys.Id(inside):
            return _id(f"{ID}(?:/{ID})?" if inside else ID, shared=shared)
        case keys.Plain.CONDITION:
            return _condition(shared=shared)
        case keys.Plain.YES_NO:
            return _or_argument(_yes_no(), shared=shared)
        case keys.OneOf(words):
            return _or_argument({"enum": [str(word) for word in words]}, shared=shared)
        case keys.Number(low, high):
            return _number(low, high)
        case keys.Plain.FACT_START:
            return {
                "type": "string",
                "pattern": whole(f"yes|no|{RANGE}"),
                "errorMessage": "a fact starts as yes, no or a range such as 0..3",
            }
        case keys.Plain.FACT_CHANGE:
            return {
                "type": ["integer", "string"],
                "pattern": whole(r"yes|no|\+1|-?[0-9]{1,9}"),
                "errorMessage": "write yes or no, a number, or +1 or -1",
            }
        case _ as never:
            assert_never(never)


def whole(pattern: str, *, shared: bool = False) -> str:
    """Return a pattern for whole texts; in a *shared* piece arguments match as well."""
    return f"^(?:{pattern})$" + (f"|{_ARGUMENT}" if shared else "")


def or_say(schema: Schema, message: str) -> Schema:
    """Return *schema* with words of its own for all that does not fit it.

    For what has no ``errorMessage`` of its own: counts, which nothing that is written
    always fits.
    """
    return {"if": schema, "else": {"type": "null", "errorMessage": message}}


def _or_argument(schema: Schema, *, shared: bool) -> Schema:
    if not shared:
        return schema
    # Here anyOf points at no wrong place: both forms are of one word.
    return {"anyOf": [schema, {"type": "string", "pattern": _ARGUMENT}]}


def _text() -> Schema:
    # A number or true is a text as well: the parser takes texts as written.
    return _scalar(
        ("string", "number", "boolean"),
        r"\S",
        "nothing is written here: put a text that starts with a sign in quotes",
    )


def _id(pattern: str, *, shared: bool) -> Schema:
    return _scalar(
        ("string", "boolean"),
        whole(pattern, shared=shared),
        "an id is made of small letters, digits, - and _, and starts with a letter",
    )


def _condition(*, shared: bool) -> Schema:
    found = _scalar(
        ("string", "number", "boolean"),
        whole(CONDITION, shared=shared),
        "a condition has facts, numbers, yes and no, with and, or, not, =, <, > "
        "and parentheses between them",
    )
    longest = {"maxLength": MAX_LENGTH}
    say = f"the condition has more than {MAX_LENGTH} characters"
    return found | {"allOf": [or_say(longest, say)]}


def _yes_no() -> Schema:
    # Both are texts in YAML 1.2.
    return {
        "enum": ["yes", "no"],
        "errorMessage": "write yes or no, in small letters and without quotes",
    }


def _number(low: int, high: int) -> Schema:
    # It may stand in quotes.
    return {
        "type": ["integer", "string"],
        "minimum": low,
        "maximum": high,
        "pattern": whole("-?[0-9]{1,9}"),
        "errorMessage": f"write a whole number from {low} to {high}, in digits",
    }


def _scalar(types: tuple[str, ...], pattern: str, message: str) -> Schema:
    """Return the schema of a text, with a word of its own for what is none at all."""
    return {
        "if": {"type": ["array", "object"]},
        "then": {
            "type": "string",
            "errorMessage": "this should be one text; "
            "put a text with brackets or braces in quotes",
        },
        "else": {
            "if": {"type": "null"},
            "then": {
                "type": "string",
                "errorMessage": "nothing is written here; "
                "a # starts a comment: put the text in quotes",
            },
            "else": {
                "type": list(types),
                "pattern": pattern,
                "errorMessage": message,
            },
        },
    }
