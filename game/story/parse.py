"""A story file's text to a story, or to everything that is wrong with it.

Parses texts, never files: where a piece comes from is the caller's business.
"""

import gc
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from game.source import Mark, StoryError
from game.story.graph import leading_to, reachable, rounds, ways
from game.story.model import (
    BACK,
    Action,
    Band,
    Chat,
    ChatId,
    Choice,
    Contact,
    ContactId,
    Effect,
    Fact,
    ForAdults,
    Line,
    Move,
    Response,
    Scene,
    SceneId,
    Skill,
    Story,
    Telling,
)
from game.story.pieces import Expander, Pieces, SceneText, no_pieces
from game.story.reading import Reading
from game.story.scenes import RESERVED, Names, SceneReader
from game.story.slots import Slots
from game.story.tree import Node, Row, Table, Text, read

LONGEST_MESSAGE: Final[Mapping[Band, int]] = MappingProxyType(
    {Band.SEVEN: 80, Band.NINE: 140, Band.ELEVEN: 200, Band.FOURTEEN: 200}
)
"""Characters a message may have (content guide, "Words by age band")."""

_NEEDED: Final = (
    "title",
    "about",
    "band",
    "minutes",
    "skills",
    "for-adults",
    "goodbye",
    "player",
    "cast",
    "start",
    "scenes",
    "when",
)
_TOP: Final = (
    *_NEEDED,
    "facts",
    "chats",
    "pressure",
    "counted",
    "harmless",
    "curriculum",
    "names",
    "glossary",
)
_CONTACT: Final = (
    "name",
    "picture",
    "profile",
    "trusted",
    "family",
    "known",
    "face-to-face",
)
_RESPONSE: Final = ("move", "why", "as", "feel", "mood", "note", "goto")
MAX_FACTS: Final = 12
MAX_RANGE: Final = 9


def parse(
    text: str, file: str, *, story_id: str = "", pieces: Pieces = no_pieces
) -> Story:
    """Turn the text of a story file into a story.

    Args:
        text: The whole file.
        file: Its name in marks.
        story_id: The story's own id, kept in saves.
        pieces: Finds the shared pieces that the story uses.

    Raises:
        StoryError: If it cannot be played; with every problem found.
    """
    reading = Reading()
    # The tree is many small objects that all live on: collecting garbage while they
    # are made doubles the time and finds nothing.
    collecting = gc.isenabled()
    gc.disable()
    try:
        tree, problems = read(text, file)
        reading.take(problems)
        story = None
        if tree is None and not problems:
            reading.add(
                Mark(file, 1, 1), "the file is empty", "empty-file", "start with title:"
            )
        table = reading.table(tree, "a story")
        if table is not None:
            digest = hashlib.blake2s(text.encode("utf-8", "replace"), digest_size=8)
            parser = _Parser(reading, table, pieces)
            story = parser.story(story_id, digest.hexdigest())
    finally:
        if collecting:
            gc.enable()
    if reading.problems or story is None:
        raise StoryError(reading.problems)
    return story


class _Parser:
    """Reads the top of one file, and has its scenes read; used once."""

    def __init__(self, reading: Reading, table: Table, pieces: Pieces) -> None:
        self._reading = reading
        self._table = table
        self._pieces = pieces

    def story(self, story_id: str, edition: str) -> Story | None:
        reading, at = self._reading, self._table.at
        reading.keys(self._table, "a story", _TOP, _NEEDED)
        band = self._band()
        cast = self._cast()
        chats = self._chats(cast)
        player = reading.one_of(
            reading.text(at.get("player"), "player"), "contact", cast, "unknown-contact"
        )
        slots = Slots(self._facts(), tuple(cast))
        texts = self._scene_texts(cast)
        names = Names(
            ContactId(player or next(iter(cast), "")),
            cast,
            chats,
            LONGEST_MESSAGE[band],
        )
        reader = SceneReader(reading, names, slots)
        when = _When(reading, reader, names, slots, texts)
        top = at.get("when")
        answers = reading.table(top, "when")
        if answers is not None:
            when.read(answers)
        told = when.told()
        scenes = {
            SceneId(text.id): reader.scene(text, told.get(text.id.partition("/")[0]))
            for text in texts
        }
        start = self._start(scenes)
        responses = when.finished()
        self._pressure_known(scenes)
        if reading.problems or start is None or player is None:
            return None
        scenes = _finish(scenes, start, responses, slots)
        self._check_shape(scenes, start, responses)
        return Story(
            id=story_id,
            title=reading.prose(at["title"], "title"),
            about=reading.prose(at["about"], "about"),
            band=band,
            minutes=reading.number(at["minutes"], "minutes", 1, 60),
            skills=self._skills(),
            for_adults=self._for_adults(),
            goodbye=reading.prose(at["goodbye"], "goodbye"),
            player=ContactId(player),
            cast=MappingProxyType(cast),
            chats=MappingProxyType(chats),
            facts=slots.facts,
            start=start,
            scenes=MappingProxyType(scenes),
            responses=MappingProxyType(responses),
            tellings=MappingProxyType(when.tellings),
            heard=slots.heard,
            pressure=self._pressure_known(scenes),
            counted=reading.yes(at.get("counted"), "counted", default=True),
            harmless=reading.yes(at.get("harmless"), "harmless"),
            curriculum=self._curriculum(),
            names=self._swaps(cast),
            glossary=self._glossary(),
            edition=edition,
        )

    def _band(self) -> Band:
        text = self._reading.text(self._table.at.get("band"), "band")
        band = self._reading.one_of(text, "band", list(Band), "unknown-band")
        return Band(band) if band is not None else Band.FOURTEEN

    def _skills(self) -> tuple[Skill, ...]:
        texts = self._reading.texts(self._table.at["skills"], "skills")
        found = (
            self._reading.one_of(text, "skill", list(Skill), "unknown-skill")
            for text in texts
        )
        return tuple(Skill(skill) for skill in found if skill is not None)

    def _cast(self) -> dict[ContactId, Contact]:
        table = self._reading.table(self._table.at.get("cast"), "cast")
        found: dict[ContactId, Contact] = {}
        for key, node in table.entries if table is not None else ():
            contact = self._contact(key, node)
            found[contact.id] = contact
        return found

    def _contact(self, key: Text, node: Node) -> Contact:
        reading = self._reading
        if key.value in RESERVED:
            reading.add(
                key.mark,
                f"nobody can be called {key.value!r}: it is a word of the format",
                "reserved-name",
                "give them another id; their 'name:' can stay",
            )
        name = ContactId(reading.id(key, "a contact"))
        table = reading.table(node, f"contact {name!r}")
        if table is None:
            return Contact(name, str(name))
        reading.keys(table, f"contact {name!r}", _CONTACT, ("name",))
        at = table.at
        picture = reading.text(at.get("picture"), "picture")
        profile = reading.table(at.get("profile"), "profile")
        return Contact(
            name,
            reading.prose(at.get("name"), "name"),
            reading.id(picture, "a picture") if picture is not None else "blank",
            tuple(
                (label.value, reading.prose(value, f"profile row {label.value!r}"))
                for label, value in (profile.entries if profile is not None else ())
            ),
            reading.yes(at.get("trusted"), "trusted"),
            reading.yes(at.get("family"), "family"),
            reading.yes(at.get("known"), "known"),
            reading.yes(at.get("face-to-face"), "face-to-face"),
            key.mark,
        )

    def _chats(self, cast: Mapping[ContactId, Contact]) -> dict[ChatId, Chat]:
        reading = self._reading
        chats = {
            ChatId(contact.id): Chat(ChatId(contact.id), contact.name, (contact.id,))
            for contact in cast.values()
        }
        table = reading.table(self._table.at.get("chats"), "chats")
        for key, node in table.entries if table is not None else ():
            chat = ChatId(reading.id(key, "a chat"))
            if chat in chats:
                reading.add(
                    key.mark,
                    f"a contact is called {chat!r} already",
                    "duplicate-id",
                    "give the group chat another id",
                )
            fields = reading.table(node, "a chat")
            if fields is None:
                continue
            reading.keys(fields, "a chat", ("name", "with"), ("name", "with"))
            members = (
                reading.one_of(text, "contact", cast, "unknown-contact")
                for text in reading.texts(fields.at.get("with"), "with")
            )
            known = tuple(ContactId(one) for one in members if one is not None)
            name = reading.prose(fields.at.get("name"), "name")
            chats[chat] = Chat(chat, name, known, group=True)
        return chats

    def _facts(self) -> tuple[Fact, ...]:
        reading = self._reading
        table = reading.table(self._table.at.get("facts"), "facts")
        entries = table.entries if table is not None else ()
        if len(entries) > MAX_FACTS:
            reading.add(
                entries[MAX_FACTS][0].mark,
                f"there are {len(entries)} facts, more than {MAX_FACTS}",
                "too-many-facts",
                "remember only what a condition asks for",
            )
        return tuple(self._fact(key, node) for key, node in entries)

    def _fact(self, key: Text, node: Node) -> Fact:
        reading = self._reading
        name = reading.id(key, "a fact")
        if name in ("heard", "yes", "no", "and", "or", "not"):
            reading.add(
                key.mark,
                f"a fact cannot be called {name!r}: it means something already",
                "reserved-name",
                "give the fact another name",
            )
        match node:
            case Text("yes" | "no" as value):
                start = int(value == "yes")
                return Fact(name, 0, 1, start, switch=True, mark=key.mark)
            case Text(value) if ".." in value:
                low, _, high = value.partition("..")
                if low.isdecimal() and high.isdecimal() and len(value) < 8:
                    return self._range(key, node.mark, int(low), int(high), int(low))
            case Table():
                ends = ("from", "to", "start")
                reading.keys(node, f"fact {name!r}", ends, ends)
                low = reading.number(node.at.get("from"), "from", 0, 999)
                top = reading.number(node.at.get("to"), "to", 0, 999)
                first = reading.number(node.at.get("start"), "start", 0, 999)
                return self._range(key, node.mark, low, top, first)
            case _:
                pass
        reading.add(
            node.mark,
            f"fact {name!r} starts as yes, no or a range such as 0..3",
            "bad-fact",
        )
        return Fact(name, 0, 1, 0, mark=key.mark)

    def _range(self, key: Text, mark: Mark, low: int, high: int, start: int) -> Fact:
        if not low <= start <= high or not 1 <= high - low <= MAX_RANGE:
            self._reading.add(
                mark,
                f"a range goes up, by at most {MAX_RANGE}, and holds its start",
                "bad-fact",
                "facts are small so that every state can be visited",
            )
        return Fact(key.value, low, high, start, mark=key.mark)

    def _scene_texts(self, cast: Mapping[ContactId, Contact]) -> tuple[SceneText, ...]:
        reading = self._reading
        table = reading.table(self._table.at.get("scenes"), "scenes")
        if table is None:
            return ()
        for key, _ in table.entries:
            if reading.id(key, "a scene") == BACK:
                reading.add(
                    key.mark,
                    "'back' is where telling began, and no scene",
                    "reserved-name",
                    "give the scene another id",
                )
        names = {str(contact.id): contact.name for contact in cast.values()}
        expander = Expander(reading, self._pieces, names)
        return expander.expand(
            {key.value: (key.mark, steps) for key, steps in table.entries}
        )

    def _start(self, scenes: Mapping[SceneId, Scene]) -> SceneId | None:
        text = self._reading.text(self._table.at.get("start"), "start")
        found = self._reading.one_of(text, "scene", scenes, "unknown-scene")
        return SceneId(found) if found is not None else None

    def _pressure_known(self, scenes: Mapping[SceneId, Scene]) -> frozenset[SceneId]:
        if "pressure" not in self._table.at:
            return frozenset()
        texts = self._reading.texts(self._table.at["pressure"], "pressure")
        found = (
            self._reading.one_of(text, "scene", scenes, "unknown-scene")
            for text in texts
        )
        return frozenset(SceneId(scene) for scene in found if scene is not None)

    def _for_adults(self) -> ForAdults:
        reading = self._reading
        table = reading.table(self._table.at["for-adults"], "for-adults")
        if table is None:
            return ForAdults("", (), "")
        keys = ("notes", "questions", "reviewed-by")
        reading.keys(table, "for-adults", keys, keys)
        questions = table.at.get("questions")
        return ForAdults(
            reading.prose(table.at.get("notes"), "notes"),
            tuple(
                reading.prose(node, "a question")
                for node in reading.row(questions, "questions")
            ),
            reading.prose(table.at.get("reviewed-by"), "reviewed-by"),
        )

    def _curriculum(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        reading = self._reading
        table = reading.table(self._table.at.get("curriculum"), "curriculum")
        if table is None:
            return ()
        reading.keys(table, "curriculum", ("ecw", "rshe", "four-cs"))
        return tuple(
            (key.value, tuple(text.value for text in reading.texts(node, key.value)))
            for key, node in table.entries
        )

    def _swaps(
        self, cast: Mapping[ContactId, Contact]
    ) -> tuple[tuple[ContactId, tuple[str, ...]], ...]:
        reading = self._reading
        table = reading.table(self._table.at.get("names"), "names")
        found: list[tuple[ContactId, tuple[str, ...]]] = []
        for key, node in table.entries if table is not None else ():
            who = reading.one_of(key, "contact", cast, "unknown-contact")
            texts = tuple(text.value for text in reading.texts(node, "names"))
            if who is not None:
                found.append((ContactId(who), texts))
        return tuple(found)

    def _glossary(self) -> tuple[tuple[str, str], ...]:
        table = self._reading.table(self._table.at.get("glossary"), "glossary")
        return tuple(
            (key.value, self._reading.prose(node, f"{key.value!r}"))
            for key, node in (table.entries if table is not None else ())
        )

    def _check_shape(
        self,
        scenes: Mapping[SceneId, Scene],
        start: SceneId,
        responses: Mapping[tuple[Action, ContactId], Response],
    ) -> None:
        """Refuse what would keep the engine from ever coming to a choice."""
        alone = {
            scene.id: tuple(beat.goto for beat in scene.beats if beat.goto is not None)
            for scene in scenes.values()
        }
        on_round = rounds(alone)
        if on_round:
            first = min(on_round, key=lambda name: scenes[name].mark)
            self._reading.add(
                scenes[first].mark,
                f"scene {first!r} leads round to itself without a choice",
                "endless-loop",
                "put a choice on the way, or lead one goto elsewhere",
            )
        starts = [start, *(one.goto for one in responses.values() if one.goto)]
        for name in starts:
            if scenes[name].aside:
                self._reading.add(
                    scenes[name].mark,
                    f"from scene {name!r} a way leads 'back', and nobody was told",
                    "back-from-nowhere",
                    "'goto: back' belongs into scenes that telling opens",
                )


class _When:
    """Reads ``when:``, the answers to the always-available actions."""

    def __init__(
        self,
        reading: Reading,
        reader: SceneReader,
        names: Names,
        slots: Slots,
        texts: Iterable[SceneText],
    ) -> None:
        self._reading = reading
        self._reader = reader
        self._names = names
        self._slots = slots
        self._scenes = {text.id for text in texts}
        self._found: dict[tuple[Action, ContactId], Response] = {}
        self.tellings: dict[ContactId, Telling] = {}

    def read(self, table: Table) -> None:
        reading = self._reading
        reading.keys(table, "when", [*Action, "tell"], ("tell",))
        for action in Action:
            answers = reading.table(table.at.get(action), action)
            for key, node in answers.entries if answers is not None else ():
                contact = self._reader.contact(key, action)
                if contact is not None:
                    self._response(action, contact, node)
        tells = reading.table(table.at.get("tell"), "tell")
        for key, node in tells.entries if tells is not None else ():
            adult = self._reader.contact(key, "tell")
            if adult is not None:
                self._telling(adult, key, node)
        if tells is None:
            return
        for contact in self._names.cast.values():
            if contact.trusted and contact.id not in self.tellings:
                reading.add(
                    tells.mark,
                    f"{contact.id!r} is a trusted adult, and cannot be told",
                    "adult-not-told",
                    f"add '{contact.id}: scene' here",
                )

    def told(self) -> dict[str, ContactId]:
        """Return who is talked to in each scene that telling opens."""
        return {
            str(scene): telling.adult
            for telling in self.tellings.values()
            for scene in telling.scenes
        }

    def finished(self) -> dict[tuple[Action, ContactId], Response]:
        """Return the answers, with the facts that conditions turned out to read."""
        return {
            key: replace(response, slot=self._slots.kept(*key))
            for key, response in self._found.items()
        }

    def _response(self, action: Action, contact: ContactId, node: Node) -> None:
        reading = self._reading
        key = f"{action}.{contact}"
        goto: SceneId | None = None
        move = None
        lines: list[Line | None] = []
        if isinstance(node, Text):
            goto = self._scene(node, action)
        else:
            table = reading.table(node, f"{action} {contact!r}")
            if table is None:
                return
            reading.keys(table, f"an answer to {action}", _RESPONSE)
            if "goto" in table.at:
                goto = self._scene(table.at["goto"], action)
            move = self._reader.move(table, _act_text(action), key)
            mood = reading.text(table.at.get("mood"), "mood")
            lines = [
                self._reader.line(
                    kind, table.at[kind], key, mood.value if mood is not None else ""
                )
                for kind in ("note", "feel")
                if kind in table.at
            ]
        if action is Action.BLOCK:
            # The checker proves that a blocked contact sends nothing more.
            self._slots.action(action, contact)
        self._found[action, contact] = Response(
            action,
            contact,
            tuple(line for line in lines if line is not None),
            move,
            goto,
            mark=node.mark,
        )

    def _scene(self, node: Node, action: Action) -> SceneId | None:
        if action is not Action.BLOCK:
            self._reading.add(
                node.mark,
                f"'{action}' does not lead to another scene",
                "goto-only-after-block",
                "use 'feel:' or 'note:' to say what follows",
            )
            return None
        return self._known(self._reading.text(node, "goto"))

    def _telling(self, adult: ContactId, key: Text, node: Node) -> None:
        reading = self._reading
        if not self._names.cast[adult].trusted:
            reading.add(
                key.mark,
                f"{adult!r} is not a trusted adult",
                "not-a-trusted-adult",
                "add 'trusted: yes' to them under 'cast:', if they are",
            )
        found = (self._known(text) for text in reading.texts(node, "tell"))
        scenes = tuple(scene for scene in found if scene is not None)
        if not scenes:
            if isinstance(node, Row) and not node.items:
                reading.add(node.mark, "telling leads nowhere", "adult-not-told")
            return
        slot = self._slots.telling(adult, len(scenes), key.mark)
        self.tellings[adult] = Telling(adult, scenes, slot)

    def _known(self, text: Text | None) -> SceneId | None:
        found = self._reading.one_of(text, "scene", self._scenes, "unknown-scene")
        return SceneId(found) if found is not None else None


def _act_text(action: Action) -> str:
    """Return what the closing pages say was done, for an action's move."""
    match action:
        case Action.LOOK:
            return "Looked at the profile."
        case Action.SAVE:
            return "Saved the messages."
        case Action.BLOCK:
            return "Blocked the account."
        case Action.REPORT:
            return "Reported the account."


def _finish(
    scenes: Mapping[SceneId, Scene],
    start: SceneId,
    responses: Mapping[tuple[Action, ContactId], Response],
    slots: Slots,
) -> dict[SceneId, Scene]:
    """Mark rounds and asides, and give choices what their actions bring along.

    Rounds are those of the story's own gotos. Telling and blocking can lead to a
    scene again as well, but only so often: remembering every choice for that would
    multiply the states of each story for what ends by itself.
    """
    plain = {scene.id: ways(scene) for scene in scenes.values()}
    asides = leading_to(plain, BACK)
    answers = (one.goto for one in responses.values() if one.goto is not None)
    alone = reachable(plain, (start, *answers))
    on_round = rounds(plain)
    return {
        scene.id: replace(
            _finish_scene(scene, asides, on_round, responses, slots),
            telling=scene.id not in alone,
        )
        for scene in scenes.values()
    }


def _finish_scene(
    scene: Scene,
    asides: frozenset[SceneId],
    on_round: Mapping[SceneId, int],
    responses: Mapping[tuple[Action, ContactId], Response],
    slots: Slots,
) -> Scene:
    loop = on_round.get(scene.id, -1)
    aside = scene.id in asides
    if loop < 0 and not aside and not any(choice.does for choice in scene.choices):
        return scene
    return replace(
        scene,
        aside=aside,
        loop=loop,
        choices=tuple(
            _finish_choice(choice, loop, on_round, responses, slots)
            for choice in scene.choices
        ),
    )


def _with_move(own: tuple[Move, ...], acted: Move) -> tuple[Move, ...]:
    """Add the move of an action; a choice's own of the same skill is that very move.

    So saving is one move, whether by the action or together with an adult.
    """
    if any(move.skill is acted.skill for move in own):
        return tuple(
            replace(move, id=acted.id) if move.skill is acted.skill else move
            for move in own
        )
    return (*own, acted)


def _finish_choice(
    choice: Choice,
    loop: int,
    on_round: Mapping[SceneId, int],
    responses: Mapping[tuple[Action, ContactId], Response],
    slots: Slots,
) -> Choice:
    effects, moves = choice.effects, choice.moves
    for action, contact in choice.does:
        slot = slots.kept(action, contact)
        if slot is not None:
            effects += (Effect(slot, 1),)
        response = responses.get((action, contact))
        if response is not None and response.move is not None:
            moves = _with_move(moves, response.move)
    inside = loop >= 0 and on_round.get(choice.goto, -1) == loop
    return replace(choice, effects=effects, moves=moves, loop=loop if inside else -1)
