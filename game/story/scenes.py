"""The steps of scenes: from tree to beats, choices and endings.

Knows what each step means; not the top of the file, and not how scenes hang together.
"""

from collections.abc import Collection
from typing import Final

from game.source import Mark
from game.story import keys
from game.story.beats import Beats
from game.story.choices import ChoiceReader
from game.story.expand import SceneText
from game.story.line_ids import LineIds
from game.story.lines import LineReader
from game.story.model import (
    BACK,
    Beat,
    Choice,
    ContactId,
    Effect,
    Ending,
    Heard,
    Line,
    LineId,
    Scene,
    SceneId,
)
from game.story.nodes import Node, Row, Table, Text
from game.story.parts import Parts
from game.story.reading import close_to

_STEPS: Final = keys.names(keys.STEPS)
_BESIDE: Final = {kind: keys.names(beside) for kind, beside in keys.STEP_BESIDE.items()}
_BESIDE_MESSAGE: Final = keys.names(keys.MESSAGE_BESIDE)


def read_scene(parts: Parts, source: SceneText, chat: ContactId | None = None) -> Scene:
    """Read a scene.

    *chat* is who is talked to until a message says otherwise. Ways that lead nowhere
    lead back, with a problem noted.
    """
    parts.shared = source.shared
    return _OneScene(parts, source, chat).read()


class _OneScene:
    """Reads the steps of one scene, once."""

    def __init__(self, parts: Parts, source: SceneText, chat: ContactId | None) -> None:
        self._parts = parts
        self._reading = parts.reading
        self._names = parts.names
        self._source = source
        self._id = SceneId(source.id)
        self._beats = Beats()
        self._unclear = False
        self._choices: tuple[Choice, ...] = ()
        self._ending: Ending | None = None
        self._ordinary = False
        self._ids = LineIds(parts.reading)
        self._reader = LineReader(parts, self._ids, chat)

    def read(self) -> Scene:
        written = self._source.steps
        # Where all steps were deleted, a list is not what is missing.
        empty = isinstance(written, Text) and not written.value
        steps = () if empty else self._reading.row(written, f"scene {self._id!r}")
        over = self._steps(steps)
        # A last step that nobody understands may have been meant to lead on.
        lost = self._unclear or not (empty or isinstance(written, Row))
        if not over and not lost:
            self._reading.add(
                steps[-1].mark if steps else self._source.mark,
                f"scene {self._id!r} does not lead on",
                "no-way-on",
                "end it with choose, goto, use or end",
            )
        return Scene(
            self._id,
            self._beats.all(),
            self._choices,
            self._ending,
            self._ordinary,
            mark=self._source.mark,
        )

    def _steps(self, steps: tuple[Node, ...]) -> bool:
        """Read the steps; return whether the scene is over after them."""
        over = False
        for step in steps:
            if over:
                self._after_the_end(step.mark)
                return True
            self._unclear = False
            over = self._step(step) is not None
        use = self._source.use
        if use is None:
            return over
        if over:
            self._after_the_end(use.mark)
        else:
            self._beats.close(use.start)
        return True

    def _after_the_end(self, mark: Mark) -> None:
        self._reading.add(
            mark,
            "the scene is over before this step",
            "after-the-end",
            "move it up, or put it into a scene of its own",
        )

    def _step(self, step: Node) -> Table | None:
        """Read a step; return it if the scene is over after it."""
        if not isinstance(step, Table):
            self._unclear = True
            hint = self._colon(step.value) if isinstance(step, Text) else ""
            self._reading.add(
                step.mark,
                "a step is 'name: text'",
                "not-a-step",
                hint or "put a space after the colon, as in '- mia: hello'",
            )
            return None
        kind = self._kind(step)
        if kind is None:
            self._unclear = True
            return None
        beside = _BESIDE.get(kind, _BESIDE_MESSAGE)
        if len(step.names) > 1:
            for key in step.other_keys({kind, *beside}):
                self._strange(key, kind, beside)
        return self._known(step, kind)

    def _colon(self, text: str) -> str:
        """Say how to write a text that has no colon; nothing if there is one."""
        word, _, rest = " ".join(text.split()).partition(" ")
        if ":" in word:
            return ""
        if word in _STEPS or word in self._names.cast:
            return f"put a colon after {word!r}: '- {word}: {rest}'"
        others = (name for name in self._names.cast if name != self._names.player)
        who = next(others, "note")
        return f"say who speaks, as in '- {who}: {text}'"

    def _strange(self, key: Text, kind: str, beside: Collection[str]) -> None:
        if key.value in _STEPS or key.value in self._names.cast:
            self._reading.add(
                key.mark,
                f"{kind!r} and {key.value!r} are two steps in one",
                "two-steps-in-one",
                "start a new line with '- '",
            )
        else:
            self._reading.add(
                key.mark,
                f"{kind!r} has no key {key.value!r}",
                "unknown-key",
                close_to(key.value, beside) or f"it can have: {', '.join(beside)}",
            )

    def _kind(self, step: Table) -> str | None:
        for name in step.names:
            if name in _STEPS or name in self._names.cast:
                return name
        first = next((key for key in step.keys if key.value not in keys.RESERVED), None)
        if first is None:
            self._reading.add(
                step.mark,
                "this step says nothing",
                "not-a-step",
                "start it with a contact or a kind of step, as in '- note: text'",
            )
            return None
        self._reading.add(
            first.mark,
            f"{first.value!r} is neither a contact nor a kind of step",
            "unknown-contact",
            self._reading.near(first.value, (*self._names.cast, *_STEPS))
            or "people are declared under 'cast:' at the top",
        )
        return None

    def _known(self, step: Table, kind: str) -> Table | None:
        match kind:
            case "choose":
                self._choose(step)
                return step
            case "end":
                self._end(step)
                return step
            case "use":
                self._reading.add(
                    step.mark,
                    "a piece is used in the last step of a scene",
                    "use-in-the-middle",
                    "put what follows into a scene of its own",
                )
            case "goto":
                return self._goto(step)
            case "set":
                self._add(step, effects=self._parts.effects(step.at["set"]))
            case "heard":
                self._heard(step)
            case _:
                line = self._reader.read(step, kind)
                if line is not None:
                    self._add(step, lines=(line,))
        return None

    def _add(
        self,
        step: Table,
        lines: tuple[Line, ...] = (),
        effects: tuple[Effect, ...] = (),
    ) -> None:
        if "if" not in step.names:
            self._beats.add(lines, effects)
        else:
            when = self._parts.condition(step.at["if"])
            self._beats.add_alone(Beat(lines, effects, when))

    def _goto(self, step: Table) -> Table | None:
        goto = self._parts.scene_id(step.at["goto"], "goto", self._source.scope)
        if "if" not in step.names:
            self._beats.close(goto or BACK)
            return step
        when = self._parts.condition(step.at["if"])
        self._beats.add_alone(Beat((), (), when, goto or BACK))
        return None

    def _heard(self, step: Table) -> None:
        adult = self._parts.contact(step.at["heard"], "heard")
        if adult is None:
            return
        if not self._names.cast[adult].trusted:
            self._reading.add(
                step.at["heard"].mark,
                f"{adult!r} is not a trusted adult",
                "not-a-trusted-adult",
                "add 'trusted: yes' to them under 'cast:', if they are",
            )
        effect = Effect(self._parts.slots.heard, 1)
        self._add(step, lines=(Heard(adult),), effects=(effect,))

    def _choose(self, step: Table) -> None:
        self._ordinary = self._reading.yes(step.at.get("ordinary"), "ordinary")
        options = self._reading.row(step.at["choose"], "choose")
        if not options and isinstance(step.at["choose"], Row):
            self._reading.add(
                step.mark, "there is nothing to choose", "no-choice", "add a choice"
            )
        reader = ChoiceReader(
            self._parts, self._id, self._source.scope, self._ids, self._reader.chat
        )
        found = (reader.read(option) for option in options)
        self._choices = tuple(choice for choice in found if choice is not None)

    def _end(self, step: Table) -> None:
        text = self._reading.prose(step.at["end"], "an ending")
        offer = self._reading.prose(step.at.get("offer"), "an offer")
        key = LineId(self._ids.of(step, "end"))
        self._ending = Ending(key, text, offer, step.mark, self._parts.drawing(step))
