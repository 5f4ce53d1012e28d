"""The help files that ship: what must be true of every page a child may see."""

import re
from pathlib import Path

import pytest

from game.help.directory import DEFAULT_NATION, Audience
from game.help.parse import parse_help

FILES = sorted((Path(__file__).parents[2] / "assets" / "help").glob("*.yaml"))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in FILES}
DIRECTORY = parse_help(TEXTS)
PAGES = [
    (nation.id, audience) for nation in DIRECTORY.nations() for audience in Audience
]
SERVICES = [
    service
    for nation in DIRECTORY.nations()
    for service in DIRECTORY.listings[nation.id].services
]
NOT_SEEN_BY_US = {
    "112",
    "911",
    "000",
    "111",
    "119",
    "3018",
    "85258",
    "50101",
    "0800 0119 100",
    "1800 555 222",
    "0808 8020 400",
    "833-591-5669",
    "800 219 090",
}
"""Numbers that people know, or that a list had, and that we found on no page."""

assert FILES


@pytest.mark.parametrize(("nation", "audience"), PAGES)
def test_every_page_starts_with_the_emergency_line(nation, audience):
    page = DIRECTORY.page(nation, audience)

    assert re.search(
        r"[Cc]all (999|the emergency number where you live)\.\Z", page.emergency
    )
    assert (page.emergency_seen is not None) == ("999" in page.emergency)


@pytest.mark.parametrize(("nation", "audience"), PAGES)
def test_every_page_says_that_details_change_and_nobody_endorsed_the_game(
    nation, audience
):
    note = DIRECTORY.page(nation, audience).note

    assert note.startswith("Details can change.")
    assert "last checked them on 23 November 2026" in note
    assert note.endswith("No service on this page made this game, or stands behind it.")


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_every_service_can_be_reached_and_says_where_and_when_it_was_seen(service):
    assert service.phone or service.text or service.web
    assert service.audience
    assert service.who_for
    assert re.match(
        r"Last seen on 23 November 2026, in saved pages of \S+\.\w+", service.seen
    )


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_what_happens_comes_with_where_it_was_read(service):
    assert bool(service.what_happens) == bool(service.what_happens_seen)


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_no_number_is_shown_that_nobody_has_seen(service):
    shown = {
        service.phone,
        *re.split(r"[^\d ]+", " ".join(text for _, text in service.ways())),
        *(service.notes or "").split(),
    }

    assert not {number.strip() for number in shown if number} & NOT_SEEN_BY_US


@pytest.mark.parametrize("nation", ["uk", "england", "scotland", "wales"])
def test_children_in_the_uk_find_childline_and_ceop(nation):
    services = {
        service.name: service
        for service in DIRECTORY.page(nation, Audience.CHILD).services
    }

    assert services["Childline"].phone == "0800 1111"
    assert services["CEOP Safety Centre"].web == "ceop.police.uk/safety-centre"
    assert "Report Remove (Childline and IWF)" in services


@pytest.mark.parametrize(
    ("nation", "name"),
    [
        ("uk", "Childline"),
        ("uk", "Report Remove (Childline and IWF)"),
        ("uk", "CEOP Safety Centre"),
        ("wales", "Meic"),
    ],
)
def test_a_child_can_read_what_happens_after_getting_in_touch(nation, name):
    services = DIRECTORY.page(nation, Audience.CHILD).services
    (service,) = [service for service in services if service.name == name]

    assert len(service.what_happens) >= 3


def test_a_nation_of_the_uk_has_its_own_services_first():
    names = [
        service.name for service in DIRECTORY.page("wales", Audience.CHILD).services
    ]

    assert names[:2] == ["Meic", "Childline"]


def test_children_are_not_sent_to_lines_for_adults():
    names = {service.name for service in DIRECTORY.page("uk", Audience.CHILD).services}

    assert not names & {"NSPCC Helpline", "Stop It Now"}


def test_teachers_find_the_helpline_for_professionals():
    names = {
        service.name for service in DIRECTORY.page("uk", Audience.TEACHER).services
    }

    assert "Professionals Online Safety Helpline" in names


def test_the_list_starts_with_the_default_nation_and_ends_with_anywhere_else():
    nations = DIRECTORY.nations()

    assert nations[0].id == DEFAULT_NATION
    assert nations[-1].name == "Somewhere else"
    assert len(nations) >= 16


def test_a_child_anywhere_else_still_gets_a_page():
    page = DIRECTORY.page("elsewhere", Audience.CHILD)

    assert page.services == ()
    assert page.emergency == (
        "Are you in danger? Do you feel unsafe right now? "
        "Call the emergency number where you live."
    )
