"""Text to a tree: everything stays as the author wrote it, or is a problem."""

import time

import pytest

from game.source import Mark, Problem, StoryError
from game.story.nodes import Row, Table, Text
from game.story.tree import decode, read, too_large


def tree_of(text):
    tree, problems = read(text, "f")
    assert problems == ()
    return tree


def problems_of(text):
    _, problems = read(text, "f")
    return [str(problem) for problem in problems]


def text_of(text):
    """Return the text under a, its place with its width, and whether it is plain."""
    found = tree_of(text).at["a"]
    assert isinstance(found, Text)
    return found.value, found.mark, found.plain


def value_of(text):
    return tree_of(f"a: {text}\n").at["a"].value


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "off", "~", "null", "10:30", "0x1f", "1_000", "1e3", "=", "<<"],
)
def test_words_that_yaml_gives_a_type_stay_texts(word):
    assert value_of(word) == word


def test_quotes_are_taken_off_and_remembered():
    assert text_of('a: "hi"') == ("hi", Mark("f", 1, 4, 4), False)
    assert text_of("a: hi") == ("hi", Mark("f", 1, 4, 2), True)


def test_lists_and_tables_carry_their_places():
    tree = tree_of("a:\n  - b\n  - {c: d}\n")

    row = tree.at["a"]
    assert isinstance(row, Row)
    assert row.mark == Mark("f", 2, 3)
    assert [item.mark for item in row.items] == [Mark("f", 2, 5), Mark("f", 3, 5)]
    assert row.items[1].flow
    assert not tree.flow


def test_a_text_of_several_lines_is_marked_at_its_first():
    assert text_of("a: 'b\n  c'") == ("b c", Mark("f", 1, 4), False)


def test_a_comment_behind_a_plain_text_is_noticed():
    assert tree_of("a: b # c").at["a"].comment
    assert tree_of("a: #c").at["a"].comment
    assert not tree_of("a: b").at["a"].comment
    assert not tree_of("a: 'b' # c").at["a"].comment
    assert not tree_of("a: b\n# c").at["a"].comment


def test_a_text_that_would_stand_below_the_last_line_is_empty():
    assert text_of("? a\n") == ("", Mark("f", 2, 1), True)


def test_a_text_knows_the_line_below_it():
    tree = tree_of("a: b\nc: |\n  d\n\n  e\n\nf: 'g\n\n  h'\ni: >\n  j")

    assert [tree.at[key].below for key in "acfi"] == [2, 7, 10, 12]


def test_a_file_of_comments_has_no_tree():
    assert read("# nothing yet\n", "f") == (None, ())


def test_all_refused_things_are_found_in_one_pass():
    assert problems_of("a: &b c\nd: *e\nf: !g h\ni: 1\ni: 2\n") == [
        "f:1:4: YAML reads &b as a name for this place [anchor]",
        "f:2:4: YAML reads *e as a reference to another place [alias]",
        "f:3:4: YAML reads !g as a type [tag]",
        "f:5:1: 'i' is here twice [duplicate-key]",
    ]


@pytest.mark.parametrize("mark", ["&b", "!b"])
def test_lists_and_tables_are_refused_names_and_types_as_well(mark):
    assert len(problems_of(f"a: {mark} [c]")) == 1
    assert len(problems_of(f"a: {mark} {{c: d}}")) == 1


def test_a_type_of_yaml_is_shown_as_it_is_written():
    assert problems_of("a: !!int 3") == ["f:1:4: YAML reads !!int as a type [tag]"]


def test_an_alias_for_the_whole_file_is_a_problem():
    assert problems_of("*a\n") == [
        "f:1:1: YAML reads *a as a reference to another place [alias]"
    ]


def test_the_first_of_two_values_counts():
    tree, _ = read("a: b\na: c\n", "f")

    assert isinstance(tree, Table)
    assert tree.at["a"].value == "b"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_levels_are_counted_before_they_are_built(opening):
    """PyYAML itself takes the interpreter down at this depth."""
    started = time.perf_counter()
    tree, problems = read(opening * 100_000, "f")

    assert time.perf_counter() - started < 2
    assert tree is None
    assert [problem.rule for problem in problems] == ["too-deep"]


def test_too_deep_is_said_at_the_level_that_is_too_much():
    tree, problems = read("[" * 50, "f")

    assert tree is None
    assert problems == (
        Problem(
            Mark("f", 1, 41),
            "this is more than 40 levels deep",
            "too-deep",
            "a bracket may be missing its partner",
        ),
    )


def test_forty_levels_are_fine():
    assert problems_of("[" * 40 + "]" * 40) == []


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("\0", "U+0000"),
        ("\x0b", "U+000B"),
        ("\x7f", "U+007F"),
        ("\x80", "U+0080"),
        ("\ud800", "U+D800"),
        ("\ufffe", "U+FFFE"),
    ],
)
def test_characters_that_cannot_be_shown_are_refused(letter, code):
    assert problems_of(f"a: b\nc: d{letter}e\n") == [
        f"f:2:5: {code} is not a character that can be shown [control-character]"
    ]


@pytest.mark.parametrize("letter", ["\x85", "\u2028", "\r", "\r\n", "\n"])
def test_all_line_breaks_of_yaml_are_counted(letter):
    assert problems_of(f"a: b{letter}c: d\0") == [
        "f:2:5: U+0000 is not a character that can be shown [control-character]"
    ]


def test_a_character_written_with_a_backslash_is_refused_as_well():
    assert problems_of('a: "b\\0"') == [
        "f:1:4: U+0000 is not a character that can be shown [control-character]"
    ]


def test_emoji_and_every_script_are_fine():
    assert value_of("héllo 🎂 שלום 你好") == "héllo 🎂 שלום 你好"


def test_bytes_are_read_as_utf8_with_or_without_a_mark_in_front():
    assert decode("à: b".encode(), "f") == "à: b"
    assert decode("à: b".encode("utf-8-sig"), "f") == "à: b"


def test_bytes_that_are_not_utf8_are_shown_where_they_stand():
    with pytest.raises(StoryError) as error:
        decode(b"a: b\nc: caf\xe9\n", "f")

    assert error.value.problems == (
        Problem(
            Mark("f", 2, 7),
            "byte 0xe9 is not UTF-8 text",
            "not-utf8",
            "save the file as UTF-8 in your editor",
        ),
    )


def test_a_mark_in_front_does_not_move_the_place():
    with pytest.raises(StoryError) as error:
        decode(b"\xef\xbb\xbfab\xff", "f")

    assert str(error.value) == "f:1:3: byte 0xff is not UTF-8 text [not-utf8]"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger():
    assert decode(b"1234", "f", max_size=4) == "1234"

    with pytest.raises(StoryError) as error:
        decode(b"12345", "f", max_size=4)

    assert error.value.problems == (too_large("f", 5, 4),)


def test_how_much_too_large_a_file_is_is_said_in_bytes():
    assert str(too_large("f", 3_000_000, 2 * 1024 * 1024)) == (
        "f:1:1: the file has 3,000,000 bytes, more than 2 MiB [too-large]"
    )


def test_a_file_of_nothing_but_mistakes_is_not_read_to_its_end():
    started = time.perf_counter()

    _, problems = read("\n".join(f"- &a{at} hm" for at in range(100_000)), "f")

    assert time.perf_counter() - started < 2
    assert len(problems) == 1_000
    assert problems[0].hint == "put the message in quotes"
    assert problems[-1].mark.line == 1_000
    assert problems[-1].hint == (
        "put the message in quotes; the file was read no further than this problem"
    )


def test_a_reference_where_a_name_is_wanted_is_a_problem_and_keeps_its_words():
    tree, problems = read("*a : b\n", "f")

    assert [problem.rule for problem in problems] == ["alias"]
    assert tree.at["*a"].value == "b"
