"""Help files become a directory, or a list of everything wrong with them."""

from textwrap import dedent

import pytest

from game.help.directory import Audience, Nation
from game.help.parse import parse_help
from game.source import StoryError

TOP = """\
nation: here
name: Here
order: 1
checked: 2026-11-23
"""
SERVICE = """\
services:
  - name: Kind Ears
    who-for: children
    for: child
    phone: 01 23
    seen: https://www.ears.example/about?page=1
"""


def problems(*texts):
    """Return place, rule and message of each problem of files named 1, 2, ..."""
    files = {str(at): dedent(text) for at, text in enumerate(texts, 1)}
    with pytest.raises(StoryError) as caught:
        parse_help(files)
    return [
        (str(problem.mark), problem.rule, problem.message)
        for problem in caught.value.problems
    ]


def test_a_service_is_read_with_all_that_is_known():
    text = TOP + dedent("""\
        services:
          - name: Kind Ears
            who-for: children under 12
            for: [child, parent]
            phone: 01 23
            text: 45
            chat: on the website
            web: ears.example
            email: hi@ears.example
            hours: 8 am to 8 pm
            cost: free
            notes: In two languages.
            page-date: 2024-04
            seen: [https://www.ears.example/about, https://news.example/1]
            what-happens:
              - line: Somebody says hello.
                seen: https://ears.example/call
                on: 2026-11-24
              - line: You can take your time.
                seen: https://ears.example/call
                on: 2026-11-24
        """)

    (service,) = parse_help({"here": text}).page("here", Audience.PARENT).services

    assert service.name == "Kind Ears"
    assert service.who_for == "children under 12"
    assert service.audience == (Audience.CHILD, Audience.PARENT)
    assert service.notes == "In two languages."
    assert service.ways() == (
        ("Phone", "01 23"),
        ("Text", "45"),
        ("Chat", "on the website"),
        ("Website", "ears.example"),
        ("Email", "hi@ears.example"),
        ("Open", "8 am to 8 pm"),
        ("Cost", "free"),
    )
    assert service.seen == (
        "Last seen on 23 November 2026, in saved pages of ears.example, news.example. "
        "Date of the page: April 2024."
    )
    assert service.what_happens == ("Somebody says hello.", "You can take your time.")
    assert service.what_happens_seen == (
        "We read this on 24 November 2026, in a saved page of ears.example.",
    )


def test_what_is_not_known_is_not_shown():
    (service,) = (
        parse_help({"here": TOP + SERVICE}).page("here", Audience.CHILD).services
    )

    assert service.ways() == (("Phone", "01 23"),)
    assert service.notes is None
    assert service.seen == (
        "Last seen on 23 November 2026, in saved pages of ears.example. "
        "We do not know how old the page is."
    )


def test_a_service_is_shown_only_to_those_it_is_for():
    directory = parse_help({"here": TOP + SERVICE})

    assert directory.page("here", Audience.TEACHER).services == ()


def test_a_nation_inherits_the_emergency_number_and_services_of_another():
    there = """\
        nation: there
        name: There
        order: 2
        checked: 2026-01-02
        also: here
        """
    here = TOP + "emergency: {phone: 99, seen: https://a.example}\n" + SERVICE

    page = parse_help({"1": dedent(there), "2": here}).page("there", Audience.CHILD)

    assert page.emergency == (
        "Are you in danger? Do you feel unsafe right now? Call 99."
    )
    assert page.emergency_seen == (
        "Last seen on 23 November 2026, in saved pages of a.example. "
        "We do not know how old the page is."
    )
    assert [service.name for service in page.services] == ["Kind Ears"]
    assert "last checked them on 2 January 2026" in page.note


def test_a_grown_up_reads_about_the_child_in_danger():
    page = parse_help({"here": TOP}).page("here", Audience.TEACHER)

    assert page.emergency == (
        "If a child is in danger right now, call the emergency number where you live."
    )
    assert page.emergency_seen is None


def test_nations_come_in_the_order_of_their_files_places_then_by_name():
    texts = {
        name: f"nation: {name}\nname: {name}\norder: {order}\nchecked: 2026-11-23\n"
        for name, order in [("zed", 1), ("cee", 2), ("bee", 2)]
    }

    assert parse_help(texts).nations() == (
        Nation("zed", "zed"),
        Nation("bee", "bee"),
        Nation("cee", "cee"),
    )


def test_a_nation_without_a_page_is_a_key_error():
    with pytest.raises(KeyError):
        parse_help({"here": TOP}).page("nowhere", Audience.CHILD)


def test_a_service_that_nobody_can_reach_is_a_problem():
    text = TOP + SERVICE.replace("phone: 01 23", "chat: on the website")

    assert problems(text) == [
        ("1:6:5", "help-no-contact", "nobody can reach this service")
    ]


def test_a_service_says_where_it_was_seen():
    text = TOP + SERVICE.replace("https://www.ears.example/about?page=1", "[]")

    assert problems(text) == [
        ("1:10:11", "help-not-seen", "nobody knows where this was seen")
    ]


def test_a_page_has_a_whole_address():
    text = TOP + SERVICE.replace("https://www.", "www.")

    assert problems(text) == [
        (
            "1:10:11",
            "help-not-an-address",
            "'www.ears.example/about?page=1' is not the address of a web page",
        )
    ]


def test_an_audience_is_one_that_the_game_knows():
    text = TOP + SERVICE.replace("for: child\n", "for: [kids]\n")

    assert problems(text) == [
        ("1:8:11", "help-unknown-audience", "no audience is called 'kids'")
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("yesterday", "checked should be a date"),
        ("2026-13", "checked should be a date"),
        ("2026-11", "checked should be a day"),
    ],
)
def test_the_day_of_the_last_check_is_a_day(written, message):
    text = TOP.replace("2026-11-23", written)

    assert problems(text) == [("1:4:10", "help-not-a-date", message)]


def test_the_date_of_a_page_is_a_date():
    text = TOP + SERVICE + "    page-date: last week\n"

    assert problems(text) == [
        ("1:11:16", "help-not-a-date", "page-date should be a date")
    ]


def test_two_files_for_one_nation_are_a_problem():
    assert problems(TOP, TOP) == [
        ("2:1:1", "help-nation-twice", "there is a file for 'here' already")
    ]


def test_a_nation_takes_the_entries_of_one_that_has_a_file():
    assert problems(TOP + "also: ther\n", TOP.replace("here", "there")) == [
        ("1:5:7", "help-unknown-nation", "no nation is called 'ther'")
    ]


def test_a_nation_does_not_take_its_own_entries_again():
    assert problems(TOP + "also: here\n") == [
        ("1:5:7", "help-unknown-nation", "no nation is called 'here'")
    ]


def test_every_problem_of_every_file_is_told_at_once():
    assert problems(
        "- a list", "name: There\n", TOP + "also: [x]\nservices: [a]\n"
    ) == [
        ("1:1:1", "not-a-table", "a help file should be a table of names and values"),
        ("2:1:1", "missing-key", "a help file has no 'checked' yet"),
        ("2:1:1", "missing-key", "a help file has no 'nation' yet"),
        ("2:1:1", "missing-key", "a help file has no 'order' yet"),
        ("3:5:7", "not-text", "also should be one text"),
        (
            "3:6:12",
            "not-a-table",
            "a service should be a table of names and values",
        ),
    ]


def test_a_line_of_what_happens_is_a_table():
    text = TOP + SERVICE + "    what-happens: [Somebody says hello.]\n"

    assert problems(text) == [
        (
            "1:11:20",
            "not-a-table",
            "a line of what-happens should be a table of names and values",
        )
    ]


def test_an_empty_help_file_is_no_nation():
    assert parse_help({"1": ""}).nations() == ()
