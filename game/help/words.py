"""The sentences of the help pages that are the same for every service.

Says when and where something was seen; knows no service by name.
"""

import re
from collections.abc import Iterable
from typing import Final

from game.words import say

_DATE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?\Z")


def is_date(text: str) -> bool:
    """Whether *text* is a day, a month or a year, as ``2026-11-23`` or a part of it."""
    return _DATE.match(text) is not None


def date(text: str) -> str:
    """Return a day, a month or a year as people write it: ``23 November 2026``.

    Raises:
        ValueError: If it is none of them.
    """
    found = _DATE.match(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    words = [str(int(day))] if day else []
    words += [_months()[int(month) - 1]] if month else []
    return " ".join((*words, year))


def emergency_line(phone: str | None, *, themselves: bool) -> str:
    """Return what to do in danger.

    Args:
        phone: The emergency number, None where none is known for sure.
        themselves: Whether the reader may be the one in danger, or looks after them.
    """
    if themselves:
        line = say("Are you in danger? Do you feel unsafe right now? Call {number}.")
    else:
        line = say("If a child is in danger right now, call {number}.")
    return line.format(number=phone or say("the emergency number where you live"))


def seen(addresses: Iterable[str], on: str, page_date: str | None) -> str:
    """Return where and when the details of a service were last seen.

    Args:
        addresses: The web addresses of the pages, at least one.
        on: The day the pages were read.
        page_date: The date that the page itself shows, None if it shows none.
    """
    sites = ", ".join(dict.fromkeys(site(address) for address in addresses))
    line = say("Last seen on {date}, in saved pages of {sites}.").format(
        date=date(on), sites=sites
    )
    if page_date is None:
        return f"{line} {say('We do not know how old the page is.')}"
    age = say("Date of the page: {date}.").format(date=date(page_date))
    return f"{line} {age}"


def source(address: str, on: str) -> str:
    """Return where and when we read what happens when somebody gets in touch."""
    return say("We read this on {date}, in a saved page of {site}.").format(
        date=date(on), site=site(address)
    )


def site(address: str) -> str:
    """Return the site of a web address: the rest is too long to read out."""
    return re.sub(r"\Ahttps?://(www\.)?", "", address).split("/")[0]


def changes(checked: str) -> str:
    """Return that details can change, and when they were last checked."""
    return say(
        "Details can change. We last checked them on {date}, in saved web pages. If a "
        "number does not work, ask an adult you trust to help you find a new one."
    ).format(date=date(checked))


def not_endorsed() -> str:
    """Return that no service stands behind this game."""
    return say("No service on this page made this game, or stands behind it.")


def _months() -> tuple[str, ...]:
    return (
        say("January"),
        say("February"),
        say("March"),
        say("April"),
        say("May"),
        say("June"),
        say("July"),
        say("August"),
        say("September"),
        say("October"),
        say("November"),
        say("December"),
    )
