"""A JSON Schema of the story format, with which editors complete and underline.

Written from the keys that the parser knows. It forbids nothing that the parser takes,
read as YAML 1.2, in which ``no`` and ``10:30`` are texts as they are here; but a text
that is only ``null`` or ``~`` without quotes: editors cannot tell it from nothing.

Several forms go by ``if`` and ``then``, not by ``anyOf``: where none of them fits, an
editor would pick one to complain about.
"""

from collections.abc import Mapping
from typing import Final

from game.schema.values import NAMES, Schema, or_say, single, whole
from game.story import keys
from game.story.keys import Key, Name, Names, Single, Value

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_LIST: Final = "this should be a list: start each item with '- '"
_EMPTY_LIST: Final = "nothing is in this list: add an item with '- '"
_TABLE: Final = "this should be a table: write one 'name: value' on each line"
_STEP: Final = "a step is 'name: text', with a space after the colon"
_SAY_OR_DO: Final = "a choice has either 'say' or 'do'"
_TWO_STEPS: Final = "these are two steps in one: start a new line with '- '"
_NO_STEP: Final = "this step says nothing: start it as in '- note: text'"
_NO_CONTACT: Final = "this is neither a contact nor what stands beside a message"
_NO_FACTS: Final = "a shared piece knows no facts of a story"
_NO_PIECE: Final = "a piece cannot use another piece"

_DEFINED: Final[Mapping[Single, str]] = {
    keys.Plain.TEXT: "text",
    keys.Id(): "id",
    keys.Id(inside=True): "scene",
    keys.Plain.CONDITION: "condition",
}
"""What stands in many places and is written once, by its name."""


def story_schema() -> Schema:
    """Return the JSON Schema of a story file, in draft 7."""
    return _Writer(shared=False).whole("A story", keys.STORY)


def piece_schema() -> Schema:
    """Return the JSON Schema of the file of a shared piece, in draft 7."""
    return _Writer(shared=True).whole("A shared piece", keys.PIECE)


class _Writer:
    """Writes one schema; in a *shared* piece arguments stand where values do."""

    def __init__(self, *, shared: bool) -> None:
        self._shared = shared

    def whole(self, what: str, of: tuple[Key, ...]) -> Schema:
        return {
            "$schema": _DRAFT,
            "title": "Who's Typing?",
            "description": f"{what} of Who's Typing?",
            **self._table(of),
            "definitions": {
                **{
                    name: single(value, shared=self._shared)
                    for value, name in _DEFINED.items()
                },
                "step": self._step(),
                "choice": self._choice(),
            },
        }

    def _of(self, value: Value) -> Schema:  # noqa: PLR0911 - one for each form
        match value:
            case keys.Items(item, least, one):
                return self._items(item, least, one=one)
            case keys.Names():
                return self._names(value)
            case keys.Table(of):
                return self._table(of)
            case keys.TableOr(table, short):
                return {
                    "if": {"type": "object"},
                    "then": self._of(table),
                    "else": self._of(short),
                }
            case keys.Part.STEP:
                return _ref("step")
            case keys.Part.CHOICE:
                return _ref("choice")
            case _:
                name = _DEFINED.get(value)
                return _ref(name) if name else single(value, shared=self._shared)

    def _key(self, key: Key) -> Schema:
        return _about(key) | self._of(key.value)

    def _table(self, of: tuple[Key, ...]) -> Schema:
        """Return a table with these keys and no others."""
        found: Schema = {
            "properties": {str(key.name): self._key(key) for key in of},
            "additionalProperties": False,
        }
        needed = keys.needed(of)
        if needed:
            found["required"] = [str(name) for name in needed]
        is_table = {"type": "object", "errorMessage": _TABLE}
        found["allOf"] = [is_table, *(_beside(key) for key in of if key.beside)]
        return found

    def _names(self, names: Names) -> Schema:
        """Return a table with names of the author's own."""
        name, inner = names.name, names.value
        if name is Name.FACT and self._shared:
            return {
                "type": "object",
                "additionalProperties": False,
                "errorMessage": _NO_FACTS,
            }
        if name is Name.ANY:
            return {
                "type": "object",
                "errorMessage": _TABLE,
                "additionalProperties": self._of(inner),
            }
        pattern, message = NAMES[name]
        pattern = whole(pattern, shared=self._shared)
        only_those = {
            "patternProperties": {pattern: True},
            "additionalProperties": False,
            "errorMessage": message,
        }
        found: Schema = {
            "type": "object",
            "errorMessage": _TABLE,
            "patternProperties": {pattern: self._of(inner)},
            "allOf": [only_those],
        }
        if names.most:
            most = {"maxProperties": names.most}
            found["allOf"] += [or_say(most, f"there are more than {names.most}")]
        return found

    def _items(self, item: Value, least: int, *, one: bool) -> Schema:
        found: Schema = {"items": self._of(item)}
        if least:
            found["allOf"] = [or_say({"minItems": least}, _EMPTY_LIST)]
        if one:
            return found | {"if": {"type": "array"}, "else": self._of(item)}
        return {"type": "array", "errorMessage": _LIST} | found

    def _choice(self) -> Schema:
        found = self._table(keys.CHOICE)
        found["allOf"] += [
            {
                "if": {"properties": {"say": False, "do": False}},
                "then": {"required": ["say"], "errorMessage": _SAY_OR_DO},
            },
            {
                "if": {"required": ["say", "do"]},
                "then": {"properties": {"do": False}, "errorMessage": _SAY_OR_DO},
            },
        ]
        return found

    def _step(self) -> Schema:
        kinds = [str(key.name) for key in keys.STEPS]
        return {
            "type": "object",
            "errorMessage": _STEP,
            "if": {
                "type": "object",
                "anyOf": [{"required": [kind]} for kind in kinds],
            },
            "then": {
                "allOf": [
                    {"if": {"required": [key.name]}, "then": self._kind(key)}
                    for key in keys.STEPS
                ]
            },
            "else": {
                "allOf": [
                    {
                        # Nothing is written after a colon yet: what can come first?
                        "if": {"additionalProperties": {"type": "null"}},
                        "then": self._first_words(),
                    },
                    self._message(),
                    *_one_speaker(),
                ]
            },
        }

    def _kind(self, kind: Key) -> Schema:
        """Return a step of a kind, with what may stand beside it."""
        if self._shared and kind.name == "use":
            return {"properties": {"use": False}, "errorMessage": _NO_PIECE}
        beside = keys.STEP_BESIDE[kind.name]
        can = ", ".join(f"'{key.name}'" for key in beside)
        return {
            "properties": {key.name: self._key(key) for key in (kind, *beside)},
            "additionalProperties": False,
            "errorMessage": f"beside '{kind.name}' there can be {can}; "
            "another step starts on a new line with '- '",
        }

    def _first_words(self) -> Schema:
        """Return what a step can start with, for editors to offer."""
        kinds = [key for key in keys.STEPS if not (self._shared and key.name == "use")]
        return {"properties": {key.name: self._key(key) for key in kinds}}

    def _message(self) -> Schema:
        pattern, _ = NAMES[Name.CONTACT]
        text = {"description": keys.MESSAGE} | _ref("text")
        return {
            "properties": {key.name: self._key(key) for key in keys.MESSAGE_BESIDE},
            "patternProperties": {whole(pattern, shared=self._shared): text},
            "additionalProperties": False,
            "errorMessage": _NO_CONTACT,
        }


def _about(key: Key) -> Schema:
    """Return the words about a key: plain, and with its words of code in Markdown."""
    plain = key.about.replace("`", "'")
    if plain == key.about:
        return {"description": plain}
    return {"description": plain, "markdownDescription": key.about}


def _ref(name: str) -> Schema:
    # Beside a bare $ref nothing else would count; and after a key with an allOf, the
    # YAML language server completes no colon.
    return {"anyOf": [{"$ref": f"#/definitions/{name}"}]}


def _beside(key: Key) -> Schema:
    """Return that a key needs another beside it, to be said at the key."""
    return {
        "if": {"required": [key.name], "properties": {key.beside: False}},
        "then": {
            "properties": {key.name: False},
            "errorMessage": f"'{key.name}' needs '{key.beside}' beside it",
        },
    }


def _one_speaker() -> list[Schema]:
    """Return that a message has one speaker, whatever else stands beside it.

    Nothing in a schema counts some of the keys only, so it says for each set of what
    may stand beside a message how many keys there are in all.
    """
    names = keys.names(keys.MESSAGE_BESIDE)
    sets: list[tuple[str, ...]] = [()]
    for name in names:
        sets += [(*some, name) for some in sets]
    return [
        {
            "if": {
                "required": list(some),
                "properties": {name: False for name in names if name not in some},
            },
            "then": {
                "allOf": [
                    or_say({"maxProperties": len(some) + 1}, _TWO_STEPS),
                    or_say({"minProperties": len(some) + 1}, _NO_STEP),
                ]
            },
        }
        for some in sets
    ]
