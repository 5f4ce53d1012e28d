"""A story as a document: each scene once, with all that can be said and done in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from game.report.document import (
    Block,
    Bullets,
    Document,
    Link,
    Option,
    Pairs,
    Para,
    Said,
    Section,
    Words,
)
from game.report.helpers import HelpFor, help_sections
from game.score.words import curriculum_name, skill_name
from game.story.model import (
    BACK,
    Action,
    Beat,
    Choice,
    Contact,
    Effect,
    Feeling,
    Heard,
    Line,
    Message,
    Move,
    Note,
    Response,
    Scene,
    SceneId,
    Story,
    Talk,
)

_NOT_REVIEWED: Final = "none"
_WHAT_THIS_IS: Final = (
    "These pages show every line of every branch. No one play shows all of it. "
    "At every choice, telling somebody and the other actions listed after the scenes "
    "are possible, too."
)
_OTHER_ACTIONS: Final = (
    "Looking, saving and reporting are possible with others as well, and then show "
    "nothing more. Stepping out is always possible: the story stops, and the last "
    "pages follow."
)
_DEEDS: Final = {
    Action.LOOK: "look at the profile of",
    Action.SAVE: "save the messages of",
    Action.BLOCK: "block",
    Action.REPORT: "report",
}


def script(story: Story, help_for: HelpFor) -> Document:
    """Return everything in a story, and who helps, as a document.

    Args:
        story: As parsed.
        help_for: The help pages to put at the end.
    """
    numbers = {scene: number for number, scene in enumerate(story.scenes, start=1)}
    writer = _Writer(story, numbers)
    return Document(
        story.title,
        story.about,
        (
            _for_grown_ups(story),
            writer.cast(),
            Section("scenes", "The scenes", (Para(writer.opening()),)),
            *(writer.scene(scene) for scene in story.scenes.values()),
            writer.actions(),
            writer.tellings(),
            writer.endings(),
            *_words_explained(story),
            *help_sections(help_for),
        ),
    )


def _for_grown_ups(story: Story) -> Section:
    review = story.for_adults.reviewed_by
    reviewed = (
        "No safeguarding professional has reviewed this story yet."
        if review == _NOT_REVIEWED
        else f"Reviewed by: {review}."
    )
    rows: list[tuple[str, Words]] = [
        ("For ages", (story.band.value,)),
        ("One play", (f"about {story.minutes} minutes",)),
        ("It practises", (", ".join(map(skill_name, story.skills)),)),
        *(
            (curriculum_name(name), (", ".join(tags),))
            for name, tags in story.curriculum
        ),
    ]
    return Section(
        "grown-ups",
        "For the grown-up",
        (
            Para((story.for_adults.notes,)),
            Para((reviewed,)),
            Pairs(tuple(rows)),
            Para(("Questions to talk about:",)),
            Bullets(tuple((question,) for question in story.for_adults.questions)),
            Para((_WHAT_THIS_IS,)),
        ),
    )


def _words_explained(story: Story) -> tuple[Section, ...]:
    if not story.glossary:
        return ()
    rows = tuple((word, (meaning,)) for word, meaning in story.glossary)
    return (Section("words", "Words explained", (Pairs(rows),)),)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Puts what is in a story into words."""

    story: Story
    numbers: Mapping[SceneId, int]

    def opening(self) -> Words:
        """Say where the story starts."""
        return ("The story starts at ", self._to(self.story.start), ".")

    def cast(self) -> Section:
        """Return everybody, what is remembered, and what can be swapped."""
        blocks: list[Block] = [
            Pairs(tuple((one.name, self._about(one)) for one in self._people()))
        ]
        if self.story.names:
            blocks.append(Para(("Names to swap in when a pupil shares one:",)))
            rows = (
                (self._name(contact), (", ".join(one.text for one in names),))
                for contact, names in self.story.names
            )
            blocks.append(Pairs(tuple(rows)))
        return Section("cast", "Who is in it", tuple(blocks))

    def scene(self, scene: Scene) -> Section:
        """Return a scene: its lines in order, then what can be done, or the end."""
        blocks = [block for beat in scene.beats for block in self._beat(beat)]
        for number, choice in enumerate(scene.choices, start=1):
            blocks.append(self._choice(number, choice))
        if scene.ending is not None:
            blocks.append(Said("The story ends", scene.ending.text))
            if scene.ending.offer:
                blocks.append(Said("Still possible", scene.ending.offer))
        return Section(self._anchor(scene.id), self._title(scene.id), tuple(blocks), 3)

    def actions(self) -> Section:
        """Return what looking, saving, reporting and blocking show."""
        blocks: list[Block] = [
            Para(("At every choice these show something of their own:",))
        ]
        blocks += [self._response(one) for one in self.story.responses.values()]
        blocks.append(Para((_OTHER_ACTIONS,)))
        return Section("actions", "At every moment", tuple(blocks))

    def tellings(self) -> Section:
        """Return where telling each adult leads."""
        rows = tuple(
            (self._name(telling.adult), self._times(telling.scenes))
            for telling in self.story.tellings.values()
        )
        before = Para(("Telling is possible at every choice. It leads here:",))
        return Section("telling", "Telling somebody", (before, Pairs(rows)))

    def endings(self) -> Section:
        """Return where the story can end, and its last line."""
        items = tuple(
            (self._to(scene.id),)
            for scene in self.story.scenes.values()
            if scene.ending is not None
        )
        blocks = (
            Para(("The story can end in these scenes:",)),
            Bullets(items),
            Said("After every ending", self.story.goodbye),
        )
        return Section("endings", "The endings", blocks)

    def _people(self) -> Iterable[Contact]:
        return self.story.cast.values()

    def _about(self, contact: Contact) -> Words:
        said = ["the child plays this person"] * (contact.id == self.story.player)
        said += ["a grown-up who can be told"] * contact.trusted
        said += ["family"] * contact.family
        said += ["known off the phone"] * (contact.known and not contact.family)
        said += ["talks face to face"] * contact.face_to_face
        said += [f"profile: {label}: {text}" for label, text in contact.profile]
        return ("; ".join(said) or "known only from the phone",)

    def _beat(self, beat: Beat) -> list[Block]:
        when = f"only if {beat.when.text}" if beat.when is not None else ""
        blocks: list[Block] = [self._line(line, when) for line in beat.lines]
        if beat.effects:
            told = self._remembered(beat.effects)
            blocks.append(Para((*_if(when), "remembers ", told, ".")))
        if beat.goto is not None:
            blocks.append(Para((*_if(when), "goes on at ", self._to(beat.goto), ".")))
        return blocks

    def _line(self, line: Line, when: str) -> Said:
        match line:
            case Message(speaker=speaker, chat=chat, text=text):
                contact = self.story.cast[speaker]
                label = contact.name
                if chat in self.story.chats and str(chat) != str(speaker):
                    label += f" (in the chat {self.story.chats[chat].name})"
                return Said(label, text, when)
            case Note(text=text):
                return Said("The story", text, when)
            case Feeling(text=text):
                return Said("Feeling", text, when)
            case Talk(text=text):
                return Said("To talk about", text, when)
            case Heard(adult):
                return Said("From here on", f"{self._name(adult)} has listened.", when)
            case _:
                assert_never(line)

    def _choice(self, number: int, choice: Choice) -> Option:
        kind = "Answer" if choice.spoken else "Do"
        details: list[tuple[str, Words]] = []
        if choice.when is not None:
            details.append(("Only if", (choice.when.text,)))
        if choice.why:
            details.append(("Why", (choice.why,)))
        details += _moved(choice.moves)
        if choice.risk:
            details.append(("Risk", ("yes; a way back follows",)))
        details += [
            ("This will also", (f"{_DEEDS[action]} {self._name(contact)}",))
            for action, contact in choice.does
        ]
        if told := self._remembered(choice.effects):
            details.append(("Remembers", (told,)))
        details.append(("Go to", (self._to(choice.goto),)))
        return Option(f"{kind} {number}", choice.text, tuple(details))

    def _response(self, response: Response) -> Option:
        details: list[tuple[str, Words]] = []
        for line in response.lines:
            said = self._line(line, "")
            details.append((said.label, (said.text,)))
        if response.move is not None:
            details.append(("Why", (response.move.why,)))
            details += _moved((response.move,))
        if response.goto is not None:
            details.append(("Go to", (self._to(response.goto),)))
        deed = f"{_DEEDS[response.action]} {self._name(response.contact)}"
        return Option("Do", deed, tuple(details))

    def _times(self, scenes: Sequence[SceneId]) -> Words:
        words: list[str | Link] = []
        for scene in scenes:
            words += [", the next time " if words else "", self._to(scene)]
        return tuple(words)

    def _remembered(self, effects: Iterable[Effect]) -> str:
        return ", ".join(self._effect(effect) for effect in effects)

    def _effect(self, effect: Effect) -> str:
        fact = self.story.facts[effect.slot]
        if effect.by:
            return f"{fact.name} {effect.value:+d}"
        value = ("no", "yes")[effect.value] if fact.switch else str(effect.value)
        return f"{fact.name} = {value}"

    def _to(self, scene: SceneId) -> str | Link:
        if scene == BACK:
            return "the place where telling began"
        return Link(self._anchor(scene), self._title(scene))

    def _title(self, scene: SceneId) -> str:
        return f"Scene {self.numbers[scene]}: {scene}"

    def _anchor(self, scene: SceneId) -> str:
        return f"scene-{self.numbers[scene]}"

    def _name(self, contact: str) -> str:
        return next(one.name for one in self._people() if one.id == contact)


def _moved(moves: Iterable[Move]) -> list[tuple[str, Words]]:
    return [("Safety move", (skill_name(move.skill),)) for move in moves]


def _if(when: str) -> Words:
    return (f"{when.capitalize()}, the story ",) if when else ("The story ",)
