"""A story file's text to a story, or to everything that is wrong with it.

Parses texts, never files: where a piece comes from is the caller's business.
"""

import hashlib
from collections import deque
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.collecting import nothing_collected
from game.source import Mark, StoryError
from game.story import keys
from game.story.answers import Answers
from game.story.cast import read_cast, read_chats
from game.story.direct import DirectReader
from game.story.expand import Expander, SceneText
from game.story.facts import read_facts
from game.story.model import (
    BACK,
    Band,
    Contact,
    ContactId,
    ForAdults,
    OtherName,
    Scene,
    SceneId,
    Skill,
    Story,
)
from game.story.nodes import Table
from game.story.parts import Names, Parts
from game.story.pieces import Pieces, back_is_no_scene, no_pieces
from game.story.reading import Reading, is_id
from game.story.scenes import read_scene
from game.story.shape import check_shape, join
from game.story.slots import Slots
from game.story.tree import read

LONGEST_MESSAGE: Final[Mapping[Band, int]] = MappingProxyType(
    {Band.SEVEN: 80, Band.NINE: 140, Band.ELEVEN: 200, Band.FOURTEEN: 200}
)
"""Characters a message may have (content guide, "Words by age band")."""

_STORY: Final = keys.names(keys.STORY)
_STORY_NEEDED: Final = keys.needed(keys.STORY)
_FOR_ADULTS: Final = keys.names(keys.FOR_ADULTS)
_CURRICULUM: Final = keys.names(keys.CURRICULUM)


_PIECE: Final = 65_536


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
    with nothing_collected():
        tree, problems = read(text, file)
        reading.take(problems)
        story: Story | None = None
        if tree is None and not problems:
            reading.add(
                Mark(file, 1, 1), "the file is empty", "empty-file", "start with title:"
            )
        table = reading.table(tree, "a story")
        if table is not None:
            story = _Top(reading, table, pieces).story(story_id, _edition(text))
    if story is None:
        raise StoryError(reading.problems)
    return story


def _edition(text: str) -> str:
    digest = hashlib.blake2s(digest_size=8)
    # Piece by piece: in a large story, a copy of the text is worth saving.
    for at in range(0, len(text), _PIECE):
        digest.update(text[at : at + _PIECE].encode("utf-8", "replace"))
    return digest.hexdigest()


class _Top:
    """Reads the top of one file, and has its scenes read; used once."""

    def __init__(self, reading: Reading, table: Table, pieces: Pieces) -> None:
        self._reading = reading
        self._table = table
        self._pieces = pieces

    def story(self, story_id: str, edition: str) -> Story | None:
        reading, at = self._reading, self._table.at
        reading.keys(self._table, "a story", _STORY, _STORY_NEEDED)
        band = self._band()
        cast = read_cast(reading, at.get("cast"))
        chats = read_chats(reading, at.get("chats"), cast)
        player = reading.one_of(
            reading.text(at.get("player"), "player"), "contact", cast, "unknown-contact"
        )
        slots = Slots(read_facts(reading, at.get("facts")), tuple(cast))
        texts = deque(self._scene_texts(cast))
        who = ContactId(player or next(iter(cast), ""))
        parts = Parts(reading, Names(who, cast, chats, LONGEST_MESSAGE[band]), slots)
        answers = Answers(parts, texts)
        when = reading.table(at.get("when"), "when")
        if when is not None:
            answers.read(when)
        # Without that, it would only seem unclear to whom something is said.
        parts.telling_is_clear = answers.all_told
        told = answers.told()
        direct = DirectReader(parts)
        read_so_far: dict[SceneId, Scene] = {}
        while texts:
            text = texts.popleft()
            adult = told.get(text.id.partition("/")[0])
            scene = direct.read(text, adult) or read_scene(parts, text, adult)
            read_so_far[scene.id] = scene
        start = self._start(read_so_far)
        responses = answers.finished()
        scenes = join(read_so_far, start, responses, slots)
        story = Story(
            id=story_id,
            title=reading.prose(at.get("title"), "title"),
            about=reading.prose(at.get("about"), "about"),
            band=band,
            minutes=reading.number(at.get("minutes"), "minutes", 1, 60),
            skills=self._skills(),
            for_adults=self._for_adults(),
            goodbye=reading.prose(at.get("goodbye"), "goodbye"),
            player=who,
            cast=MappingProxyType(cast),
            chats=MappingProxyType(chats),
            facts=slots.facts,
            start=start,
            scenes=MappingProxyType(scenes),
            responses=MappingProxyType(responses),
            tellings=MappingProxyType(answers.tellings),
            heard=slots.heard,
            pressure=self._pressure(scenes),
            counted=reading.yes(at.get("counted"), "counted", default=True),
            harmless=reading.yes(at.get("harmless"), "harmless"),
            curriculum=self._curriculum(),
            names=self._swaps(cast),
            glossary=self._glossary(),
            edition=edition,
        )
        if not reading.problems:
            # With a goto that leads nowhere, the shape would only seem to be wrong.
            tellings = answers.tellings.values()
            opened = (scene for one in tellings for scene in one.scenes)
            check_shape(reading, scenes, start, responses, opened)
        return None if reading.problems else story

    def _band(self) -> Band:
        text = self._reading.text(self._table.at.get("band"), "band")
        band = self._reading.one_of(text, "band", list(Band), "unknown-band")
        return Band(band) if band is not None else Band.FOURTEEN

    def _skills(self) -> tuple[Skill, ...]:
        texts = self._reading.texts(self._table.at.get("skills"), "skills")
        found = (
            self._reading.one_of(text, "skill", list(Skill), "unknown-skill")
            for text in texts
        )
        return tuple(Skill(skill) for skill in found if skill is not None)

    def _scene_texts(self, cast: Mapping[ContactId, Contact]) -> tuple[SceneText, ...]:
        reading = self._reading
        # The tree lets go of its scenes, so that each can be forgotten once it is
        # read: a large story would otherwise be in memory twice.
        table = reading.table(self._table.at.pop("scenes", None), "scenes")
        if table is None:
            return ()
        usual = all(map(is_id, table.names)) and BACK not in table.names
        for key in () if usual else table.keys:
            if reading.id(key, "a scene") == BACK:
                back_is_no_scene(reading, key)
        names = {str(contact.id): contact.name for contact in cast.values()}
        expander = Expander(reading, self._pieces, names)
        return expander.expand(table)

    def _start(self, scenes: Mapping[SceneId, Scene]) -> SceneId:
        text = self._reading.text(self._table.at.get("start"), "start")
        found = self._reading.one_of(text, "scene", scenes, "unknown-scene")
        return SceneId(found or "")

    def _pressure(self, scenes: Mapping[SceneId, Scene]) -> frozenset[SceneId]:
        texts = self._reading.texts(self._table.at.get("pressure"), "pressure")
        found = (
            self._reading.one_of(text, "scene", scenes, "unknown-scene")
            for text in texts
        )
        return frozenset(SceneId(scene) for scene in found if scene is not None)

    def _for_adults(self) -> ForAdults:
        reading = self._reading
        table = reading.table(self._table.at.get("for-adults"), "for-adults")
        if table is None:
            return ForAdults("", (), "")
        reading.keys(table, "for-adults", _FOR_ADULTS, _FOR_ADULTS)
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
        reading.keys(table, "curriculum", _CURRICULUM)
        return tuple(
            (key.value, tuple(text.value for text in reading.texts(node, key.value)))
            for key, node in table.entries
        )

    def _swaps(
        self, cast: Mapping[ContactId, Contact]
    ) -> tuple[tuple[ContactId, tuple[OtherName, ...]], ...]:
        reading = self._reading
        table = reading.table(self._table.at.get("names"), "names")
        found: list[tuple[ContactId, tuple[OtherName, ...]]] = []
        for key, node in table.entries if table is not None else ():
            who = reading.one_of(key, "contact", cast, "unknown-contact")
            texts = reading.texts(node, "names")
            names = tuple(OtherName(text.value, text.mark) for text in texts)
            if who is not None:
                found.append((ContactId(who), names))
        return tuple(found)

    def _glossary(self) -> tuple[tuple[str, str], ...]:
        table = self._reading.table(self._table.at.get("glossary"), "glossary")
        return tuple(
            (key.value, self._reading.prose(node, f"{key.value!r}"))
            for key, node in (table.entries if table is not None else ())
        )
