"""An adult who does not listen puts it right, on every way through a story.

Walks on the rules of play alone, and remembers beside each state who has yet to say
sorry: the words, not a fact of the story, say that it happened.
"""

from game.engine.events import Ended, Picked
from game.engine.step import advance, begin, commands, moment
from game.files import Library
from game.story.model import Message

LIBRARY = Library()

# The one adult of each story who does not listen at first, and a word of theirs then.
BRUSHED_OFF = {
    "friend-of-a-friend": ("mum", "I'm sure it's nothing."),
    "just-a-new-friend": ("dad", "Not now, love!"),
    "the-threat": ("dad", "I need a minute."),
}


def left_alone(events, adult, words, owed):
    """Return whether that adult still has to say sorry after these events."""
    for event in events:
        if isinstance(event, Message) and event.speaker == adult:
            owed = (owed or words in event.text) and "sorry" not in event.text.lower()
    return owed


def walk(story):
    """Yield each state in which sorry is owed or not, and each step out of it."""
    adult, words = BRUSHED_OFF[story.id]
    waiting = [(begin(story).state, False)]
    seen = set()
    while waiting:
        state, owed = waiting.pop()
        if (state, owed) in seen:
            continue
        seen.add((state, owed))
        steps = [advance(story, state, command) for command in commands(story, state)]
        after = [left_alone(step.events, adult, words, owed) for step in steps]
        yield state, owed, tuple(zip(steps, after, strict=True))
        waiting += [
            (step.state, alone) for step, alone in zip(steps, after, strict=True)
        ]


def test_every_story_has_an_adult_who_does_not_listen_at_first(shipped):
    adult, words = BRUSHED_OFF[shipped.id]
    said = [
        event
        for _, _, steps in walk(shipped)
        for step, _ in steps
        for event in step.events
        if isinstance(event, Message) and event.speaker == adult
    ]

    assert any(words in event.text for event in said)


def test_no_story_ends_before_that_adult_has_said_sorry(shipped):
    for state, owed, _ in walk(shipped):
        assert not owed or not isinstance(moment(shipped, state), Ended), state


def test_nobody_is_left_alone_with_it_for_more_than_two_scenes(shipped):
    """Within two choices that adult says sorry, or another adult has listened."""
    alone = {
        state: [
            step.state
            for step, after in steps
            if after and isinstance(step.events[0], Picked)
        ]
        for state, owed, steps in walk(shipped)
        if owed and not state.facts[shipped.heard]
    }
    left = alone.keys()
    for _ in range(2):
        left = {state for state in alone if left & set(alone[state])}

    assert left == set()
