"""Files of words: what they hold, and what is wrong with them."""

from textwrap import dedent

import pytest

from game.check.reader.lists import GAP, Lists
from game.check.reader.parse import parse_lists
from game.check.reader.passages import Voice
from game.source import StoryError
from game.story.model import Band

PHRASES = """
    about: Words that blame.
    rule: words-that-blame
    said-by: [story, adult]
    bands: [7-9]
    phrases:
      - say: [you should|could have, if ... only]
        reason: it blames
        hint: say it kindly
        unless: [should have a]
      - say: [nude]
        reason: too hard
        hint: leave it out
        said-by: [player]
        bands: [9-11, 11-14]
"""


def parsed(*texts):
    files = {f"{at}.yaml": dedent(text).lstrip() for at, text in enumerate(texts)}
    return parse_lists(files)


def problems(*texts):
    with pytest.raises(StoryError) as error:
        parsed(*texts)
    return [str(problem) for problem in error.value.problems]


def test_no_files_are_no_words():
    assert parsed() == Lists()


def test_phrases_take_what_they_do_not_say_from_the_top():
    first, second, third = parsed(PHRASES).phrases

    assert first.pattern == (
        frozenset({"you"}),
        frozenset({"should", "could"}),
        frozenset({"have"}),
    )
    assert (first.rule, first.reason, first.hint) == (
        "words-that-blame",
        "it blames",
        "say it kindly",
    )
    assert first.voices == {Voice.STORY, Voice.ADULT}
    assert first.bands == {Band.SEVEN}
    assert len(first.unless) == 1
    assert second.pattern[1] == GAP
    assert third.voices == {Voice.PLAYER}
    assert third.bands == {Band.NINE, Band.ELEVEN}


def test_a_phrase_without_bands_is_for_all():
    (phrase,) = parsed(
        """
        about: x
        rule: real-name
        said-by: [story]
        phrases:
          - {say: [London], reason: r, hint: h}
        """
    ).phrases

    assert phrase.bands == set(Band)


def test_forms_and_long_words_are_read_from_any_file():
    lists = parsed(
        "about: x\nshort-forms: {idk: I don't know}\nspoken: {uk: you kay}\n",
        "about: x\nspellings: {dont: don't}\n",
        "about: x\nlong-words: {7-9: banana, 11-14: Telephone o'clock}\n",
        "about: x\nlong-words: {7-9: potato}\n",
    )

    assert lists.short_forms == {"idk": "I don't know"}
    assert lists.spellings == {"dont": "don't"}
    assert lists.spoken == {"uk": "you kay"}
    assert lists.long_words == {
        Band.SEVEN: {"banana", "potato"},
        Band.NINE: {"banana", "potato"},
        Band.ELEVEN: {"banana", "potato", "telephone", "oclock"},
        Band.FOURTEEN: {"banana", "potato", "telephone", "oclock"},
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a list", ["0.yaml:1:1: a file of words should be a table"]),
        ("{}", ["0.yaml:1:1: a file of words has no 'about' yet [missing-key]"]),
        (
            "about: x\nrule: blame\nsaid-by: [story]\nphrases: []",
            ["0.yaml:2:7: no rule is called 'blame' [words-unknown-rule]"],
        ),
        (
            "about: x\nphrases: [hm]",
            [
                "0.yaml:1:1: a file of phrases has no 'rule' yet [missing-key]",
                "0.yaml:1:1: a file of phrases has no 'said-by' yet [missing-key]",
                "0.yaml:2:11: a phrase should be a table",
            ],
        ),
        (
            "about: x\nlong-words: {8-9: banana}",
            ["0.yaml:2:14: no band is called '8-9' [unknown-band]"],
        ),
        ("about: x\nspoken: no", ["0.yaml:2:9: spoken should be a table"]),
        ("about: [", ["0.yaml:1:8: "]),
    ],
)
def test_a_mistake_has_a_place(text, expected):
    found = problems(text)

    assert len(found) == len(expected)
    for problem, start in zip(found, expected, strict=True):
        assert problem.startswith(start)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("said-by: [anybody]", "no voice is called 'anybody' [words-unknown-voice]"),
        ("bands: [6-7]", "no band is called '6-7' [unknown-band]"),
        ("say: [... only]", "a phrase starts and ends with a word, "),
        ("say: [only ...]", "a phrase starts and ends with a word, "),
        ("say: [one||two]", "a phrase starts and ends with a word, "),
        ("say: [what?]", "a phrase starts and ends with a word, "),
        ("unless: [(x|) ...]", "a phrase starts and ends with a word, "),
        ("because: x", "a phrase has no key 'because' [unknown-key]"),
    ],
)
def test_a_mistake_in_a_phrase_has_a_place(line, expected):
    given = {"say": "say: [x]", "reason": "reason: r", "hint": "hint: h"}
    given[line.partition(":")[0]] = line
    body = "".join(f"      {one}\n" for one in given.values())
    text = f"about: x\nrule: real-name\nsaid-by: [story]\nphrases:\n  -\n{body}"

    found = problems(text)

    assert expected in found[0]
    assert found[0].startswith("0.yaml:")
