"""The help files to a directory, or everything that is wrong with them.

Texts come in. Rules that only help files have are named ``help-...``; the others are
those of the story format.
"""

from collections.abc import Mapping
from typing import Final

from game.help import words
from game.help.directory import (
    Audience,
    Directory,
    Emergency,
    Listing,
    Nation,
    NationId,
    Service,
)
from game.source import StoryError
from game.story.nodes import Node, Table, Text
from game.story.reading import Reading
from game.story.tree import read

_CONTACTS: Final = ("phone", "text", "web")
_DETAILS: Final = (*_CONTACTS, "chat", "email", "hours", "cost", "notes")
_NEEDED: Final = ("name", "who-for", "for", "seen")
_SEEN: Final = ("seen", "page-date")
_MOST: Final = 1000
"""The highest place in the list of nations."""


def parse_help(texts: Mapping[str, str]) -> Directory:
    """Return the directory that these help files make.

    Args:
        texts: The text of each file by its name.

    Raises:
        StoryError: With every problem of every file.
    """
    reading = Reading()
    listings: dict[NationId, Listing] = {}
    also: list[tuple[Text, Listing]] = []
    for file, text in texts.items():
        root, problems = read(text, file)
        reading.take(problems)
        table = reading.table(root, "a help file")
        if table is None:
            continue
        listing = _listing(reading, table)
        if not listing.nation.id:
            continue
        if listing.nation.id in listings:
            reading.add(
                table.mark,
                f"there is a file for {listing.nation.id!r} already",
                "help-nation-twice",
                "put the services of both files into one",
            )
        listings[listing.nation.id] = listing
        match table.at.get("also"):
            case Text() as named:
                also.append((named, listing))
            case _:
                pass
    for named, listing in also:
        others = sorted(listings.keys() - {listing.nation.id})
        reading.one_of(named, "nation", others, "help-unknown-nation")
    if reading.problems:
        raise StoryError(reading.problems)
    return Directory(listings)


def _listing(reading: Reading, table: Table) -> Listing:
    what = "a help file"
    known = ("nation", "name", "order", "checked", "also", "emergency", "services")
    reading.keys(table, what, known, ("nation", "name", "order", "checked"))
    nation = reading.text(table.at.get("nation"), "nation")
    also = reading.text(table.at.get("also"), "also")
    checked = _day(reading, table.at.get("checked"), "checked")
    return Listing(
        nation=Nation(
            NationId(reading.id(nation, "a nation") if nation else ""),
            reading.prose(table.at.get("name"), "name"),
        ),
        order=reading.number(table.at.get("order"), "order", 1, _MOST),
        checked=checked,
        services=tuple(
            service
            for item in reading.row(table.at.get("services"), "services")
            if (service := _service(reading, item, checked)) is not None
        ),
        emergency=_emergency(reading, table.at.get("emergency"), checked),
        also=NationId(also.value) if also else None,
    )


def _emergency(reading: Reading, node: Node | None, checked: str) -> Emergency | None:
    table = reading.table(node, "emergency")
    if table is None:
        return None
    reading.keys(table, "emergency", ("phone", *_SEEN), ("phone", "seen"))
    phone = reading.prose(table.at.get("phone"), "phone")
    return Emergency(phone, _seen(reading, table, checked))


def _service(reading: Reading, node: Node, checked: str) -> Service | None:
    table = reading.table(node, "a service")
    if table is None:
        return None
    known = (*_NEEDED, *_DETAILS, "page-date", "what-happens")
    reading.keys(table, "a service", known, _NEEDED)
    if not any(key in table.at for key in _CONTACTS):
        reading.add(
            table.mark,
            "nobody can reach this service",
            "help-no-contact",
            f"give one of: {', '.join(_CONTACTS)}",
        )
    details = {
        key: reading.prose(table.at[key], key) for key in _DETAILS if key in table.at
    }
    lines, pages = _what_happens(reading, table.at.get("what-happens"))
    return Service(
        name=reading.prose(table.at.get("name"), "name"),
        who_for=reading.prose(table.at.get("who-for"), "who-for"),
        audience=_audience(reading, table.at.get("for")),
        seen=_seen(reading, table, checked),
        what_happens=lines,
        what_happens_seen=pages,
        **details,
    )


def _audience(reading: Reading, node: Node | None) -> tuple[Audience, ...]:
    found = (
        reading.one_of(text, "audience", tuple(Audience), "help-unknown-audience")
        for text in reading.texts(node, "for")
    )
    return tuple(Audience(name) for name in found if name is not None)


def _what_happens(
    reading: Reading, node: Node | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines, and where they were read, each page once."""
    lines: list[str] = []
    pages: dict[str, None] = {}
    for item in reading.row(node, "what-happens"):
        table = reading.table(item, "a line of what-happens")
        if table is not None:
            needed = ("line", "seen", "on")
            reading.keys(table, "a line of what-happens", needed, needed)
            lines.append(reading.prose(table.at.get("line"), "line"))
            on = _day(reading, table.at.get("on"), "on")
            for address in _addresses(reading, table):
                pages[words.source(address, on)] = None
    return tuple(lines), tuple(pages)


def _seen(reading: Reading, table: Table, checked: str) -> str:
    page_date = table.at.get("page-date")
    return words.seen(
        _addresses(reading, table),
        checked,
        _date(reading, page_date, "page-date") if page_date else None,
    )


def _addresses(reading: Reading, table: Table) -> tuple[str, ...]:
    addresses = reading.texts(table.at.get("seen"), "seen")
    for address in addresses:
        if not address.value.startswith(("https://", "http://")):
            reading.add(
                address.mark,
                f"{address.value!r} is not the address of a web page",
                "help-not-an-address",
                "copy the whole address, from https:// on",
            )
    if "seen" in table.at and not addresses:
        reading.add(
            table.at["seen"].mark,
            "nobody knows where this was seen",
            "help-not-seen",
            "give the address of the page",
        )
    return tuple(address.value for address in addresses)


_ANY_DAY: Final = "2000-01-01"
"""Stands for a date that has a problem of its own."""


def _day(reading: Reading, node: Node | None, what: str) -> str:
    day = _date(reading, node, what)
    if node is not None and len(day) < len(_ANY_DAY):
        reading.add(
            node.mark,
            f"{what} should be a day",
            "help-not-a-date",
            "write it like 2026-11-23",
        )
        return _ANY_DAY
    return day


def _date(reading: Reading, node: Node | None, what: str) -> str:
    text = reading.text(node, what)
    if text is None:
        return _ANY_DAY
    if words.is_date(text.value):
        return text.value
    reading.add(
        text.mark,
        f"{what} should be a date",
        "help-not-a-date",
        "write it like 2026-11-23, 2026-11 or 2026",
    )
    return _ANY_DAY
