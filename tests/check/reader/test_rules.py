"""Rules over the words of a story; broken stories show each of them once more."""

from collections.abc import Iterator
from dataclasses import replace
from inspect import isfunction

import pytest

from game.check.check import check
from game.check.reader import rules
from game.check.reader.levels import HelpTexts
from game.check.reader.manuscript import Manuscript
from game.check.reader.parse import parse_lists
from game.check.reader.rules import READER
from game.check.rules import Finding, Surroundings

WORDS = """\
about: Words of the tests.
rule: real-name
said-by: [story, player, adult, friend, stranger]
phrases: [{say: [Acme], reason: it is real, hint: say the shop}]
long-words:
  7-9: potato another somebody
  11-14: constellation
spellings: {dont: don't}
short-forms: {idk: I don't know}
"""
LISTS = parse_lists({"words.yaml": WORDS})
AROUND = Surroundings(lists=LISTS)
LINE = "- bo: it's a cake"


def said(parsed, around=AROUND):
    return [
        (rule.__name__.replace("_", "-"), finding.message)
        for rule in READER
        for finding in rule(Manuscript(parsed, around))
    ]


def rules_of(parsed):
    return [rule for rule, _ in said(parsed)]


def line(text):
    return (LINE, f"- bo: {text}")


def test_every_rule_of_the_reader_that_is_written_is_applied():
    written = [
        one
        for name, one in vars(rules).items()
        if isfunction(one)
        and one.__module__ == rules.__name__
        and not name.startswith("_")
        and one.__annotations__["return"] == Iterator[Finding]
    ]

    assert set(written) == set(READER)


def test_without_lists_no_word_is_a_problem(story):
    parsed = story(line("idk, dont ring Acme about the extravaganza"))

    assert said(parsed, Surroundings()) == []


@pytest.mark.parametrize(
    "text",
    [
        "another potato",
        "potatoes, and another's",
        "worrying",
        "carried and covered",
        "i met Felicity",
        "9999999",
        "half-hearted",
    ],
)
def test_long_words_that_are_known_or_long_by_their_ending_are_fine(story, text):
    assert said(story(line(text))) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("an extravaganza. extravaganza!", "extravaganza"),
        ("Extravaganza!", "extravaganza"),
        ("no... Extravaganza!", "extravaganza"),
        ("an extravaganza-ish thing", "extravaganza-ish"),
        ("the constellation", "constellation"),
    ],
)
def test_a_long_word_that_is_not_known_is_found_once(story, text, word):
    assert said(story(line(text))) == [
        ("long-word", f"{word!r} is a long word for 9-11")
    ]


def test_words_of_older_bands_are_no_longer_long_there(story):
    older = story(("band: 9-11", "band: 11-14"), line("the constellation"))
    three = story(("band: 9-11", "band: 14+"), line("an umbrella"))

    assert said(older) == said(three) == []


def test_the_glossary_explains_long_words_and_short_forms(story):
    parsed = story(
        ("player: kit", "glossary: {IDK: x, big extravaganza: y}\nplayer: kit"),
        line("idk, it's an extravaganza"),
    )

    assert said(parsed) == []


def test_short_forms_and_apostrophes_are_told_apart(story):
    assert said(story(line("idk. Dont ask. dont!"))) == [
        ("short-form", "the glossary does not explain 'idk'"),
        ("missing-apostrophe", "'dont' lacks its apostrophe"),
        ("missing-apostrophe", "'dont' lacks its apostrophe"),
    ]


def test_a_phrase_says_why_it_should_not_be_there(story):
    assert said(story(line("at the acme"))) == [
        ("real-name", "'acme' is a real name: it is real")
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("ring 0800 1111", "'0800 1111' looks like a phone number"),
        ("ring +44 (0)7700 900-123", "looks like a phone number"),
        ("write to kit.k@mail.uk", "looks like an e-mail address"),
        ("look at https://x.example/a", "looks like a web address"),
        ("look at www.cake", "looks like a web address"),
        ("look at cake.org.uk", "looks like a web address"),
        ("it's in SW1A 1AA", "looks like a postcode"),
        ("it's in m1 1ae", "looks like a postcode"),
        ("at 3 mill lane", "looks like a street address"),
        ("at 12b, Old Mill Close", "looks like a street address"),
    ],
)
def test_numbers_and_addresses_are_found(story, text, what):
    (finding,) = rules.real_contact(Manuscript(story(line(text)), AROUND))

    assert finding.message.endswith(what)


@pytest.mark.parametrize(
    "text",
    [
        "31 out of 40",
        "999 or 101",
        "in 2026",
        "at 10:30 on 24.11.2026",
        "jay_11 wrote",
        "2 of us walk down the road",
        "3 times this way",
        "ok.then",
        "4 more drives",
    ],
)
def test_other_numbers_are_no_addresses(story, text):
    assert said(story(line(text))) == []


def many(*texts):
    notes = "".join(f"    - note: {text}\n" for text in texts)
    return ("    - bo: it's a cake\n", notes)


EASY = "The cat sat on the mat, and the dog sat on the cat."
MIDDLE = "Mother carries the yellow butter to the kitchen table."
HARD = "Another potato, another potato, another potato, another potato."


def test_a_level_is_taken_of_a_hundred_words(story):
    enough = Manuscript(story(many(*[EASY] * 9)), AROUND)

    assert [str(level) for level in enough.levels] == ["reasons 0.4"]
    assert Manuscript(story(), AROUND).levels == ()


def test_what_is_too_hard_is_shown_at_its_hardest_line(story):
    parsed = story(many(*[EASY] * 2, *[MIDDLE] * 10))
    (finding,) = rules.reading_level(Manuscript(parsed, AROUND))

    assert (
        finding.message == "the reading level of the reasons is 4.5, above 4 for 9-11"
    )
    assert str(finding.mark) == "story.yaml:24:13"
    assert finding.hint == (
        "the hardest lines, hardest first: 24, 25, 26, 27, 28; "
        "shorter sentences and shorter words help"
    )


def test_the_hardest_tenth_is_shown_where_there_are_enough_lines(story):
    parsed = story(many(*[EASY] * 20, HARD, HARD))
    (finding,) = rules.hardest_tenth(Manuscript(parsed, AROUND))

    assert finding.message.startswith(
        "the reading level of the hardest tenth of the reasons is "
    )
    assert finding.hint == "the hardest lines, hardest first: 42, 43"
    for fine in (many(HARD), many(*[EASY] * 25)):
        assert list(rules.hardest_tenth(Manuscript(story(fine), AROUND))) == []


def test_one_hard_line_is_found_if_it_is_long_enough(story):
    assert rules_of(story(line(HARD))) == ["hard-line"]
    assert rules_of(story(line("Another potato. Another."))) == []


def test_a_run_on_sentence_is_found(story):
    run_on = "and then the cat sat on the mat " * 3

    assert said(story(line(run_on.strip()))) == [
        ("long-sentence", "this sentence has 24 words, more than 18 for 9-11")
    ]
    assert rules_of(story(line("One two. " * 10 + "Go."))) == []


def test_a_help_page_that_is_too_hard_is_shown_in_its_file(story):
    help_page = HelpTexts("assets/help/uk.yaml", (HARD,))
    parsed = story()
    around = Surroundings(help=help_page)
    (finding,) = rules.reading_level(Manuscript(parsed, around))

    assert str(finding.mark) == "assets/help/uk.yaml:1:1"
    assert finding.message.startswith("the reading level of the help page is ")


def test_a_report_has_the_levels_and_what_was_quieted(story):
    parsed = story(line("an extravaganza"))
    text = "\n" * 20 + "    # quiet long-word: it is one\n    - bo: an extravaganza\n"
    around = Surroundings(
        lists=LISTS,
        texts={"story.yaml": text},
        help=HelpTexts("uk.yaml", ("We help.",)),
    )
    report = check(parsed, around)

    assert report.problems == ()
    assert report.proven
    assert [str(one) for one in report.quieted] == [
        "story.yaml:22: long-word is quieted: it is one"
    ]
    assert [str(level) for level in report.levels] == ["help 0.0"]


def test_hard_lines_of_a_shared_piece_are_named_with_their_file(story):
    parsed = story(many(*[MIDDLE] * 12))
    moved = "\n" * 22 + "    - note: x\n"
    texts = {"story.yaml": moved, "_shared/piece.yaml": MIDDLE}
    (finding,) = rules.reading_level(
        Manuscript(parsed, Surroundings(texts=texts, lists=LISTS))
    )

    assert str(finding.mark) == "_shared/piece.yaml:1:1"


def test_a_letter_that_cannot_be_drawn_is_named_where_it_stands(story):
    """In what is said and in names, each once for a text; other letters are fine."""
    parsed = story(line("it is ∮ and ∮"))
    parsed = replace(
        parsed,
        cast={
            **parsed.cast,
            "bo": replace(parsed.cast["bo"], name="B∮"),
        },
    )
    around = Surroundings(undrawn=lambda text: tuple(one for one in "∮" if one in text))

    assert said(parsed, around) == [
        ("missing-glyph", "no font here can draw '∮' (U+222E)"),
        ("missing-glyph", "no font here can draw '∮' (U+222E)"),
    ]
