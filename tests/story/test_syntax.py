"""What is said where a text is not YAML, and what messages mean in spite of it."""

import re
from pathlib import Path

import pytest

from game.source import StoryError
from game.story.model import Message
from game.story.parse import parse
from game.story.tree import read

PAGE = Path(__file__).parents[2] / "docs/reference/story-format.md"
ROW = re.compile(r"^\| (`- jay.+) \| .+ \| (.+) \|$", re.MULTILINE)
TRAPS = [
    (written, outcome)
    for row, outcome in ROW.findall(PAGE.read_text(encoding="utf-8"))
    for written in re.findall(r"`- (jay.+?)`(?:,|$)", row)
]

SIGN = "YAML gives a {} at the start of a text a meaning of its own"
IN_QUOTES = "put the whole text in double quotes"
COLON = ("a second colon on this line confuses YAML", f'{IN_QUOTES}: - mia: "ok: fine"')
EARLY = (
    "the quotes end before the text does",
    f'{IN_QUOTES}, and write a quote inside it as \\"',
)
HASH = (
    "the { that opens here has no }: YAML leaves out what follows a #",
    "put the text with the # in quotes, and } after it",
)


def said(text):
    """Return place, message and hint of the one thing that is wrong."""
    _, (problem,) = read(text, "f")
    place = f"{problem.mark.line}:{problem.mark.column}"
    return place, problem.message, problem.hint


def message(text):
    """Return what a message is read as."""
    tree, problems = read(f"- mia: {text}\n- mia: bye\n", "f")
    assert problems == ()
    return tree.items[0].at["mia"].value


@pytest.mark.parametrize(
    "text",
    ["no", "10:30", "what?", "a:b", "really?!", "...", "it's ok", "2 + 2 = 4", "o_O"],
)
def test_messages_mean_what_is_written(text):
    assert message(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "#nope",
        "hi # you",
        "@mia hi",
        "ok: fine",
        "*wow*",
        "!!",
        "&c",
        "[laughs]",
        "? no",
    ],
)
def test_in_quotes_every_message_means_what_is_written(text):
    assert message(f'"{text}"') == text


@pytest.mark.parametrize("sign", list("@`%*!|>?-,]}"))
def test_a_message_with_a_sign_in_front_wants_quotes(sign):
    text = {"*": "*wow*", "!": "!!"}.get(sign, f"{sign} hi")

    assert said(f"- mia: {text}\n- mia: bye\n") == (
        "1:8",
        SIGN.format(sign),
        IN_QUOTES,
    )


@pytest.mark.parametrize("sign", list("@`%*!|>?-"))
def test_a_message_with_a_sign_in_front_wants_quotes_in_braces_too(sign):
    text = {"*": "*wow*", "!": "!!"}.get(sign, f"{sign} hi")

    assert said(f"- {{mia: {text}}}\n- mia: bye\n") == (
        "1:9",
        SIGN.format(sign),
        IN_QUOTES,
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- mia: ok: fine", "1:10"),
        ("- {mia: ok: fine}", "1:11"),
        ("- mia: : fine", "1:8"),
        ("- {mia: : fine}", "1:9"),
    ],
)
def test_a_second_colon_wants_quotes(line, place):
    assert said(line) == (place, *COLON)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- mia: 'it's'", "1:12"),
        ('- mia: "hi" there', "1:13"),
        ("- {mia: 'it's'}", "1:13"),
    ],
)
def test_quotes_that_end_too_early_are_shown_at_their_end(line, place):
    assert said(line) == (place, *EARLY)


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_quote_without_its_partner_is_shown_where_it_opens(quote):
    assert said(f"- mia: hi\n- mia: {quote}hi\n- mia: bye\n") == (
        "2:8",
        f"the {quote} that opens here has no partner",
        f"write {quote} at the end of the text as well",
    )


def test_a_backslash_that_means_nothing_is_shown_itself():
    assert said('- mia: "o\\o"') == (
        "1:10",
        "a \\ in double quotes starts a special sign, and this one means nothing",
        "write \\\\ for a single \\",
    )


@pytest.mark.parametrize("text", ["#nope", "hi # you"])
@pytest.mark.parametrize("rest", ["- mia: bye\n", "\n\n- mia: bye\n"])
def test_a_hash_in_braces_swallows_the_rest_of_the_line(text, rest):
    assert said(f"- {{mia: {text}}}\n{rest}") == ("1:3", *HASH)


@pytest.mark.parametrize(
    ("text", "bracket", "partner"),
    [("- [mia, bo\n- bye\n", "[", "]"), ("- {mia: hi\n- bo: bye\n", "{", "}")],
)
def test_a_bracket_without_its_partner_is_shown_where_it_opens(text, bracket, partner):
    assert said(text) == (
        "1:3",
        f"the {bracket} that opens here has no {partner}",
        f"add {partner} where the list or the table is over",
    )


def test_a_bracket_that_closes_nothing_is_shown_itself():
    assert said("- {mia: hi}}\n") == (
        "1:12",
        "this } closes nothing",
        "delete it, or put the text in quotes if the } belongs to it",
    )


def test_a_missing_comma_is_asked_for():
    assert said("- {mia: hi [bo]}\n") == (
        "1:12",
        "in brackets or braces a comma stands between two entries",
        "add the comma, or put a text with brackets in quotes",
    )


def test_a_second_colon_in_braces_over_several_lines_is_shown_itself():
    assert said("- {mia: hi,\n   bo: ok: fine}\n") == ("2:10", *COLON)


def test_a_comma_in_front_in_the_first_line_is_shown_there():
    assert said("{, a: b}")[0] == "1:2"


def test_a_tab_in_front_is_asked_to_be_spaces():
    assert said("- mia: hi\n\t- mia: bye\n") == (
        "2:1",
        "a tab stands at the start of this line",
        "use spaces: two for each step to the right",
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  b: 1\n c: 2\n", "3:2"),
        ("a:\n  - b\n   - c: 1\n  -d: 2\n", "3:4"),
        ("- a\nb: c\n", "2:1"),
        ("a: b\n- c\n", "2:1"),
    ],
)
def test_a_line_that_stands_in_the_wrong_column_is_shown(text, place):
    found, _, hint = said(text)

    assert found == place
    assert hint


def test_a_line_that_does_not_fit_is_compared_with_those_above():
    assert said("a:\n  b: 1\n c: 2\n") == (
        "3:2",
        "this line does not fit the lines above",
        "lines of one list start in the same column; look at this line and above",
    )


def test_what_nobody_thought_of_is_said_in_the_words_of_yaml():
    assert said("[a] b") == (
        "1:5",
        "this cannot be read as YAML: did not find expected <document start>",
        IN_QUOTES,
    )


def test_the_page_of_the_format_has_a_table_of_traps():
    assert len(TRAPS) >= 10


@pytest.mark.parametrize(("written", "outcome"), TRAPS)
def test_the_table_of_traps_is_true(text, written, outcome):
    """Each message comes out as written, or as a problem with the promised hint."""
    whole = text(
        cast="\nkit: {name: Kit}\njay: {name: Jay}\nmum: {name: Mum, trusted: yes}\n",
        scenes=f"\nhello:\n  - {written}\n  - end: Kit goes home.\n",
    )
    try:
        story = parse(whole, "story.yaml")
    except StoryError as error:
        (problem,) = error.problems
        assert outcome.startswith("a problem: put ")
        assert ("in quotes" in outcome) == ("quotes" in problem.hint)
        assert ("a space" in outcome) == ("a space" in problem.hint)
        assert problem.mark.line == 16
    else:
        (message,) = story.scenes["hello"].beats[0].lines
        assert outcome == "the text as written"
        assert isinstance(message, Message)
        assert f"jay: {message.text}" == written
