"""Dates and sites as people write them."""

import pytest

from game.help.words import date, is_date, site


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-23", "23 November 2026"),
        ("2024-04-05", "5 April 2024"),
        ("2024-04", "April 2024"),
        ("2020", "2020"),
    ],
)
def test_a_date_is_read_as_people_write_it(written, read):
    assert date(written) == read


@pytest.mark.parametrize("text", ["now", "soon", "2026-00", "2026-11-32", "26-11-23"])
def test_anything_else_is_no_date(text):
    assert not is_date(text)

    with pytest.raises(ValueError, match=text):
        date(text)


def test_a_site_is_the_address_without_what_nobody_reads_out():
    assert site("https://www.iwf.org.uk/what-we-do?x=1") == "iwf.org.uk"
