"""What leads where in a story, as boxes and ways between them.

Knows the story; not how a chart is drawn or written down.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from game.story.model import (
    BACK,
    Action,
    Choice,
    ContactId,
    Heard,
    Line,
    Message,
    Response,
    Scene,
    SceneId,
    Skill,
    Story,
    Telling,
)


class Kind(StrEnum):
    """What a box of a chart is, by what happens there."""

    CHOICE = "choice"
    PASSAGE = "passage"
    TELLING = "telling"
    ENDING = "ending"
    PIECE = "piece"


class Sign(StrEnum):
    """What a way is, in the word that every form of a chart shows."""

    RISK = "risk"
    TELL = "tell"
    SAFE = "safe"
    CHOICE = "choice"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: a choice, an action, or what follows by itself.

    ``to`` is the box it leads to, ``BACK`` for where telling began, or None where
    nothing changes place. For what follows by itself, ``text`` is empty or
    ``otherwise``. ``when`` is the condition as written, or empty. ``skills`` are those
    of its safety moves.
    """

    sign: Sign
    text: str
    to: SceneId | None
    when: str = ""
    skills: tuple[Skill, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A scene, or a shared piece with the scene that uses it.

    ``text`` is what it opens with, or for an ending what it says, and may be empty.
    ``opens`` tells how a play comes here from anywhere (``tell Mum``), ``hears`` names
    the adults who listen here, ``inside`` tells what is inside a piece.
    """

    id: SceneId
    kind: Kind
    text: str
    ways: tuple[Way, ...] = ()
    start: bool = False
    ordinary: bool = False
    aside: bool = False
    offer: bool = False
    opens: tuple[str, ...] = ()
    hears: tuple[str, ...] = ()
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The boxes of a story in the order of its file, and what is always possible."""

    title: str
    boxes: Mapping[SceneId, Box]
    start: SceneId
    always: tuple[Way, ...]


def chart(story: Story, *, fold: bool = True) -> Chart:
    """Return the chart of a story.

    Args:
        story: As parsed; it may still have problems that only checking finds.
        fold: Whether a shared piece is one box with the scene that uses it.
    """
    members: dict[SceneId, list[Scene]] = {}
    home: dict[SceneId, SceneId] = {BACK: BACK}
    for scene in story.scenes.values():
        user = SceneId(scene.id.partition("/")[0]) if fold else scene.id
        home[scene.id] = user
        members.setdefault(user, []).append(scene)
    always = _always(story, home)
    return Chart(
        story.title,
        {box: _box(story, scenes, home, always) for box, scenes in members.items()},
        home[story.start],
        always,
    )


def _box(
    story: Story,
    scenes: list[Scene],
    home: Mapping[SceneId, SceneId],
    always: tuple[Way, ...],
) -> Box:
    name = home[scenes[0].id]
    opening = scenes[0]
    ending = next((one.ending for one in scenes if one.ending is not None), None)
    openings = [way for way in always if way.to == name]
    lines = [line for one in scenes for beat in one.beats for line in beat.lines]
    hears = [story.cast[line.adult].name for line in lines if isinstance(line, Heard)]
    told = opening.telling or any(way.sign is Sign.TELL for way in openings)
    if ending is not None:
        kind = Kind.ENDING
    elif len(scenes) > 1:
        kind = Kind.PIECE
    elif told:
        kind = Kind.TELLING
    else:
        kind = Kind.CHOICE if opening.choices else Kind.PASSAGE
    ways = dict.fromkeys(
        way
        for scene in scenes
        for way in _ways(scene, home)
        if len(scenes) == 1 or way.to != name
    )
    return Box(
        name,
        kind,
        ending.text if ending is not None else _gist(story, lines),
        tuple(ways),
        start=home[story.start] == name,
        ordinary=opening.ordinary,
        aside=any(scene.aside for scene in scenes),
        offer=ending is not None and bool(ending.offer),
        opens=tuple(way.text for way in openings),
        hears=tuple(dict.fromkeys(hears)),
        inside=_inside(scenes) if len(scenes) > 1 else "",
    )


def _ways(scene: Scene, home: Mapping[SceneId, SceneId]) -> list[Way]:
    """Return the ways on from a scene, those that open by themselves first."""
    found: list[Way] = []
    for beat in scene.beats:
        if beat.goto is not None:
            when = beat.when.text if beat.when is not None else ""
            text = "otherwise" if found and not when else ""
            found.append(Way(Sign.ON, text, home[beat.goto], when))
    for choice in scene.choices:
        when = choice.when.text if choice.when is not None else ""
        skills = tuple(dict.fromkeys(move.skill for move in choice.moves))
        found.append(Way(_sign(choice), choice.text, home[choice.goto], when, skills))
    return found


def _sign(choice: Choice) -> Sign:
    if choice.risk:
        return Sign.RISK
    if any(move.skill is Skill.TELL for move in choice.moves):
        return Sign.TELL
    return Sign.SAFE if choice.moves else Sign.CHOICE


def _gist(story: Story, lines: list[Line]) -> str:
    """Return what a scene opens with."""
    for line in lines:
        match line:
            case Message():
                return f"{story.cast[line.speaker].name}: {line.text}"
            case Heard():
                continue
            case _:
                return line.text
    return ""


def _inside(scenes: list[Scene]) -> str:
    """Say what is folded away; the scene that uses a piece is not a part of it."""
    signs = [_sign(choice) for scene in scenes for choice in scene.choices]
    counts = [
        f"{signs.count(sign)} {word}"
        for sign, word in (
            (Sign.TELL, "to tell"),
            (Sign.SAFE, "safe"),
            (Sign.RISK, "risky"),
            (Sign.CHOICE, "other"),
        )
        if sign in signs
    ]
    inside = len(scenes) - 1
    said = "1 scene" if inside == 1 else f"{inside} scenes"
    return f"{said}; choices: {', '.join(counts)}" if counts else said


def _always(story: Story, home: Mapping[SceneId, SceneId]) -> tuple[Way, ...]:
    """Return what is possible at every choice, telling first."""
    return tuple(
        replace(way, to=home[way.to]) if way.to is not None else way
        for way in (
            *_tellings(story),
            *(_answer(story, answer) for answer in story.responses.values()),
        )
    )


def _tellings(story: Story) -> list[Way]:
    return [
        Way(Sign.TELL, _told(story, telling, time), scene)
        for telling in story.tellings.values()
        for time, scene in enumerate(telling.scenes)
    ]


def _told(story: Story, telling: Telling, time: int) -> str:
    times = ("", " again", " a third time")
    again = times[time] if time < len(times) else f", time {time + 1}"
    return f"tell {story.cast[telling.adult].name}{again}"


_DONE: Final[Mapping[Action, str]] = {
    Action.LOOK: "look at {name}'s profile",
    Action.SAVE: "save {name}'s messages",
    Action.BLOCK: "block {name}",
    Action.REPORT: "report {name}",
}


def _answer(story: Story, answer: Response) -> Way:
    name = story.cast[ContactId(answer.contact)].name
    return Way(
        Sign.SAFE if answer.move is not None else Sign.CHOICE,
        _DONE[answer.action].format(name=name),
        answer.goto,
        "",
        (answer.move.skill,) if answer.move is not None else (),
    )
