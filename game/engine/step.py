"""All rules of play: what a command makes of a state.

Pure. Knows no clock, file, screen or chance, and not how the player came here.
"""

from typing import TypeAlias

from game.engine.events import (
    Act,
    Acted,
    Command,
    Ended,
    Event,
    Explained,
    Moved,
    Offered,
    Pick,
    Picked,
    Returned,
    StepOut,
    SteppedOut,
    Tell,
    Telling,
)
from game.story.model import (
    BACK,
    Action,
    Choice,
    ChoiceId,
    ContactId,
    Effect,
    Facts,
    Scene,
    SceneId,
    Story,
)
from game.values import value


@value()
class Place:
    """Where to return to; a scene that was not ``played`` yet starts there."""

    scene: SceneId
    played: bool = True


@value()
class State:
    """A bookmark: everything the rules have to remember, and nothing else.

    The player is always at a moment of choice or at an ending. ``taken`` are the
    choices that are gone from the rounds the player is in; ``back`` is where telling
    began, while it is under way; ``out`` says that the player stepped out.
    """

    scene: SceneId
    facts: Facts
    taken: frozenset[tuple[SceneId, ChoiceId]] = frozenset()
    back: Place | None = None
    out: bool = False


@value()
class Step:
    """Where a command led, and what the player got to see on the way, in order."""

    state: State
    events: tuple[Event, ...]


class IllegalCommandError(Exception):
    """The player cannot do that now. The state is unchanged: it is a value."""

    def __init__(self, command: Command, state: State) -> None:
        super().__init__(f"{command} is not possible at {state.scene!r}")
        self.command = command
        self.state = state


_Taken: TypeAlias = frozenset[tuple[SceneId, ChoiceId]]
_Way: TypeAlias = tuple[SceneId, Facts, _Taken, Place | None]
"""Where to go on: scene, facts, choices taken, the place to return to.

A plain tuple: the player is never there, and a State costs a fifth of a step.
"""


def begin(story: Story) -> Step:
    """Open the first scene. The last event is ``Offered`` or ``Ended``."""
    facts = tuple(fact.start for fact in story.facts)
    return _enter(story, (story.start, facts, frozenset(), None), [])


def enter(story: Story, scene: SceneId, facts: Facts, back: Place | None) -> Step:
    """Open any scene with these facts.

    ``back`` is where to return to; a scene with a way back needs it.
    """
    return _enter(story, (scene, facts, frozenset(), back), [])


def advance(story: Story, state: State, command: Command) -> Step:
    """Return the step that *command* makes from *state*.

    A choice, telling and an action with a scene of its own lead to a new state. An
    action that nothing depends on leaves the state as it is and only shows something.

    Raises:
        IllegalCommandError: If the player cannot do that now.
    """
    if not state.out:
        if isinstance(command, Pick):
            choice = _open_choice(story, state, command.choice)
            if choice is not None:
                return _pick(story, state, choice)
        match command:
            case Act(action, contact) if _may_act(story, state, action, contact):
                return _act(story, state, action, contact)
            case Tell(adult) if adult in tellable(story, state):
                return _tell(story, state, adult)
            case StepOut() if story.scenes[state.scene].ending is None:
                state = State(
                    state.scene, state.facts, state.taken, state.back, out=True
                )
                return Step(state, (SteppedOut(),))
            case _:
                pass
    raise IllegalCommandError(command, state)


def moment(story: Story, state: State) -> Offered | Ended | SteppedOut:
    """Return what the player is looking at: a choice, an ending, or the way out."""
    if state.out:
        return SteppedOut()
    scene = story.scenes[state.scene]
    if scene.ending is not None:
        return Ended(scene.ending)
    return Offered(_choices(scene, state.facts, state.taken))


def tellable(story: Story, state: State) -> tuple[ContactId, ...]:
    """Return the adults who can be told now, in the order of the story.

    Empty once all have been told as often as the story has an answer for, and at an
    ending that offers nothing more.
    """
    ending = story.scenes[state.scene].ending
    if state.out or (ending is not None and not ending.offer):
        return ()
    return tuple(
        telling.adult
        for telling in story.tellings.values()
        if state.facts[telling.slot] < len(telling.scenes)
    )


def commands(story: Story, state: State) -> tuple[Command, ...]:
    """Return every command that is possible now and changes the state.

    Stepping out is always possible before the end and is left out.
    """
    found: list[Command] = []
    match moment(story, state):
        case Offered(choices):
            found += [Pick(choice.id) for choice in choices]
            found += [
                Act(response.action, response.contact)
                for response in story.responses.values()
                if response.slot is not None and not state.facts[response.slot]
            ]
        case _:
            pass
    return (*found, *(Tell(adult) for adult in tellable(story, state)))


def _choices(
    scene: Scene, facts: Facts, taken: frozenset[tuple[SceneId, ChoiceId]]
) -> tuple[Choice, ...]:
    return tuple(
        [
            choice
            for choice in scene.choices
            if (choice.when is None or choice.when.test(facts))
            and (choice.loop < 0 or (scene.id, choice.id) not in taken)
        ]
    )


def _open_choice(story: Story, state: State, key: ChoiceId) -> Choice | None:
    scene = story.scenes[state.scene]
    for choice in scene.choices:
        if choice.id == key:
            if choice.when is not None and not choice.when.test(state.facts):
                return None
            if choice.loop >= 0 and (scene.id, key) in state.taken:
                return None
            return choice
    return None


def _pick(story: Story, state: State, choice: Choice) -> Step:
    events: list[Event] = [Picked(choice)]
    if choice.does:
        events += [Acted(action, contact) for action, contact in choice.does]
    if choice.why:
        events.append(Explained(choice.why))
    if choice.moves:
        events += map(Moved, choice.moves)
    facts = (
        _apply(story, state.facts, choice.effects) if choice.effects else state.facts
    )
    taken = state.taken
    if choice.loop >= 0:
        taken |= {(state.scene, choice.id)}
    return _enter(story, (choice.goto, facts, taken, state.back), events)


def _may_act(story: Story, state: State, action: Action, contact: ContactId) -> bool:
    if contact not in story.cast or contact == story.player:
        return False
    if story.scenes[state.scene].ending is not None:
        return False
    if action is Action.LOOK:
        return True
    response = story.responses.get((action, contact))
    if action is Action.BLOCK and response is None:
        return False
    return response is None or response.slot is None or not state.facts[response.slot]


def _act(story: Story, state: State, action: Action, contact: ContactId) -> Step:
    events: list[Event] = [Acted(action, contact)]
    response = story.responses.get((action, contact))
    if response is None:
        return Step(state, tuple(events))
    events += response.lines
    if response.move is not None:
        events += [Explained(response.move.why), Moved(response.move)]
    if response.slot is None:
        return Step(state, tuple(events))
    facts = _apply(story, state.facts, (Effect(response.slot, 1),))
    back = state.back
    if response.goto is not None:
        if not story.scenes[state.scene].telling:
            way = response.goto, facts, state.taken, None
            return _enter(story, way, events)
        if back is not None:
            # The conversation goes on first; the scene comes when it goes back.
            back = Place(response.goto, played=False)
    state = State(state.scene, facts, state.taken, back)
    return Step(state, (*events, moment(story, state)))


def _tell(story: Story, state: State, adult: ContactId) -> Step:
    telling = story.tellings[adult]
    scene = telling.scenes[state.facts[telling.slot]]
    facts = _apply(story, state.facts, (Effect(telling.slot, 1, by=True),))
    back = state.back if state.back is not None else Place(state.scene)
    return _enter(story, (scene, facts, state.taken, back), [Telling(adult)])


def _apply(story: Story, facts: Facts, effects: tuple[Effect, ...]) -> Facts:
    changed = list(facts)
    for effect in effects:
        fact = story.facts[effect.slot]
        value = changed[effect.slot] + effect.value if effect.by else effect.value
        changed[effect.slot] = min(max(value, fact.low), fact.high)
    return tuple(changed)


def _enter(story: Story, way: _Way, events: list[Event]) -> Step:
    """Play from the scene of *way* on until there is a choice or an ending.

    *events* come before those on the way and are added to.
    """
    goto, facts, taken, back = way
    while True:
        if goto == BACK:
            # The parser refuses a 'back' that can be reached without telling.
            assert back is not None
            events.append(Returned())
            place, back = back, None
            scene = story.scenes[place.scene]
            if place.played:
                break
        else:
            scene = story.scenes[goto]
        if back is not None and not scene.aside:
            back = None
        for beat in scene.beats:
            if beat.when is None or beat.when.test(facts):
                events += beat.lines
                if beat.effects:
                    facts = _apply(story, facts, beat.effects)
                if beat.goto is not None:
                    goto = beat.goto
                    break
        else:
            break
    taken = taken and _still_taken(story, taken, scene, back)
    state = State(scene.id, facts, taken, back)
    if scene.ending is not None:
        events.append(Ended(scene.ending))
    else:
        events.append(Offered(_choices(scene, facts, taken)))
    return Step(state, tuple(events))


def _still_taken(
    story: Story,
    taken: frozenset[tuple[SceneId, ChoiceId]],
    scene: Scene,
    back: Place | None,
) -> frozenset[tuple[SceneId, ChoiceId]]:
    """Forget the choices of rounds that the story has left for good."""
    loops = {scene.loop}
    if back is not None:
        loops.add(story.scenes[back.scene].loop)
    return frozenset(key for key in taken if story.scenes[key[0]].loop in loops)
