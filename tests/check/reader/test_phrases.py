"""Finding phrases."""

import pytest

from game.check.reader.lists import Phrase, patterns_of
from game.check.reader.passages import Kind, Passage, Voice
from game.check.reader.phrases import by_word, matches
from game.source import Mark
from game.story.model import Band


def matching(phrases, text, voice=Voice.STORY):
    one = Passage(text, Kind.CHAT, voice, Mark("story.yaml", 1, 1))
    return matches(by_word(phrases, Band.NINE, one.words), [one])


def phrases(say, *, unless=(), bands=tuple(Band), voices=tuple(Voice), rule="blame"):
    return [
        Phrase(
            rule,
            pattern,
            "because",
            "instead",
            frozenset(voices),
            frozenset(bands),
            tuple(one for text in unless for one in patterns_of(text)),
        )
        for pattern in patterns_of(say)
    ]


def found(say, text, voice=Voice.STORY, **more):
    by_rule = matching(phrases(say, **more), text, voice)
    return [match.said for matches in by_rule.values() for match in matches]


@pytest.mark.parametrize(
    ("say", "text", "said"),
    [
        ("why did you", "But WHY did you do that?", ["WHY did you"]),
        ("should|could have", "You could have told me.", ["could have"]),
        ("shouldn't have", "you shouldnt have", ["shouldnt have"]),
        ("(you're|you are) silly", "you are silly", ["you are silly"]),
        ("(you're|you are) silly", "You're silly", ["You're silly"]),
        ("(you're|you are) silly", "you silly", []),
        ("won't ... tell", "I won't ever tell", ["won't ever tell"]),
        ("won't ... tell", "I won't tell", ["won't tell"]),
        ("won't ... tell", "won't one two three four tell", []),
        ("if only", "What if? Only two came.", []),
        ("if only", "What if? If only she knew.", ["If only"]),
        ("why did you", "why", []),
        ("why did you", "nothing of it", []),
    ],
)
def test_a_phrase_is_found_within_a_sentence_however_it_is_written(say, text, said):
    assert found(say, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is your fault.", ["your fault"]),
        ("It is not your fault.", []),
        ("It is never really your fault.", []),
        ("Not so. And then it is your fault.", ["your fault"]),
    ],
)
def test_words_around_a_phrase_excuse_it(text, said):
    assert found("your fault", text, unless=["not|never ... fault"]) == said


def test_a_phrase_counts_for_its_voices_and_bands_only():
    assert found("nude", "a nude", bands=[Band.NINE]) == ["nude"]
    assert found("nude", "a nude", bands=[Band.SEVEN]) == []
    assert found("nude", "a nude", Voice.ADULT, voices=[Voice.ADULT]) == ["nude"]
    assert found("nude", "a nude", Voice.FRIEND, voices=[Voice.ADULT]) == []


def test_of_a_rule_the_first_phrase_in_a_passage_is_enough():
    both = [*phrases("lesson learned"), *phrases("if only"), *phrases("only once")]

    by_rule = matching(both, "if only once. lesson learned")

    assert [match.said for match in by_rule["blame"]] == ["if only"]
    assert list(by_rule) == ["blame"]


def test_rules_are_found_each_by_itself():
    both = [*phrases("if only"), *phrases("only once", rule="promise")]

    by_rule = matching(both, "if only once")

    assert {rule: len(some) for rule, some in by_rule.items()} == {
        "blame": 1,
        "promise": 1,
    }
