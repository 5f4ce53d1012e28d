"""A place in a text has the line and the column that an editor shows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.source import Mark
from game.story.places import Source

BREAKS = {"usual": "\n", "other": "\n\r\x85\u2028\u2029"}


def counted(text, at, length):
    """Return the mark of a place, found by going through all of the text."""
    ends = [0, *(end.end() for end in re.finditer("\r\n|[\r\n\x85\u2028\u2029]", text))]
    line = sum(end <= at for end in ends)
    fits = length and not any(at < end <= at + length for end in ends)
    return Mark("f", line, at - ends[line - 1] + 1, length if fits else 1)


def shown(mark):
    return mark.line, mark.column, mark.width


@pytest.mark.parametrize("breaks", BREAKS.values(), ids=BREAKS)
@given(data=st.data())
def test_places_are_counted_as_by_going_through_the_text(breaks, data):
    parts = st.sampled_from(["a", "words and words" * 20, *breaks, "\n" * 300])
    text = "".join(data.draw(st.lists(parts, max_size=20)))
    source = Source(text, "f")

    for _ in range(5):
        at = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, min(40, len(text) - at)))
        mark = counted(text, at, length)
        assert shown(source.mark(at, length)) == shown(mark)
        assert (source.line(at), source.column(at)) == (mark.line - 1, mark.column - 1)


@pytest.mark.parametrize("end", [511, 512, 513, 1024])
def test_a_line_that_starts_where_a_piece_does_is_a_line_of_its_own(end):
    source = Source("a" * (end - 1) + "\nb", "f")

    assert shown(source.mark(end - 1, 0)) == (1, end, 1)
    assert shown(source.mark(end)) == (2, 1, 1)
    assert shown(source.mark(end + 1)) == (2, 2, 1)
