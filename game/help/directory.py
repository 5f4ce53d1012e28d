"""Who helps: the help pages of every nation.

Pure values. Reads no file, and knows nothing of stories or of how a play went.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType

from game.help.words import changes, emergency_line, not_endorsed
from game.words import say

NationId = NewType("NationId", str)

DEFAULT_NATION: Final = NationId("uk")
"""The nation whose page is shown until somebody chooses another."""


class Audience(StrEnum):
    """Who asks for help."""

    CHILD = "child"
    PARENT = "parent"
    TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation that has a help page; ``name`` is what a list shows."""

    id: NationId
    name: str


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody who helps, and how to reach them; None for what is not known.

    At least one of ``phone``, ``text`` and ``web`` is known. ``seen`` is a sentence:
    where and when these details were last seen. ``what_happens`` are sentences, in
    order, about what follows when somebody gets in touch; ``what_happens_seen`` are
    sentences too, one for each page they come from.
    """

    name: str
    who_for: str
    audience: tuple[Audience, ...]
    seen: str
    phone: str | None = None
    text: str | None = None
    chat: str | None = None
    web: str | None = None
    email: str | None = None
    hours: str | None = None
    cost: str | None = None
    notes: str | None = None
    what_happens: tuple[str, ...] = ()
    what_happens_seen: tuple[str, ...] = ()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Return label and text of each way to get in touch, the quickest first."""
        ways = (
            (say("Phone"), self.phone),
            (say("Text"), self.text),
            (say("Chat"), self.chat),
            (say("Website"), self.web),
            (say("Email"), self.email),
            (say("Open"), self.hours),
            (say("Cost"), self.cost),
        )
        return tuple((label, text) for label, text in ways if text is not None)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What a help page says: the emergency line first, the note last.

    ``emergency_seen`` says where the emergency number was seen, None without one.
    """

    emergency: str
    emergency_seen: str | None
    services: tuple[Service, ...]
    note: str

    def sentences(self) -> tuple[str, ...]:
        """Return every text for a child that is more than a name or a number.

        Where an entry was seen is for those who check it.
        """
        texts = [self.emergency]
        for service in self.services:
            texts += [service.who_for, service.notes or "", *service.what_happens]
        texts.append(self.note)
        return tuple(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Emergency:
    """The number to call in danger, and the sentence that says where it was seen."""

    phone: str
    seen: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One nation's own entries, as its file has them.

    ``also`` names the nation whose entries come after these, None for most;
    ``checked`` is the day on which the entries were last looked at, as ``2026-11-23``.
    Listings are shown by ``order``, then by name.
    """

    nation: Nation
    order: int
    checked: str
    services: tuple[Service, ...] = ()
    emergency: Emergency | None = None
    also: NationId | None = None


@dataclass(frozen=True, slots=True)
class Directory:
    """The help pages of all nations."""

    listings: Mapping[NationId, Listing] = field(repr=False)

    def nations(self) -> tuple[Nation, ...]:
        """Return every nation that has a page, in the order of a list."""
        listings = sorted(
            self.listings.values(), key=lambda one: (one.order, one.nation.name)
        )
        return tuple(listing.nation for listing in listings)

    def page(self, nation_id: str, audience: Audience) -> HelpPage:
        """Return the help page of a nation for who asks.

        Raises:
            KeyError: If there is no such nation.
        """
        own = self.listings[NationId(nation_id)]
        listings = (own,) if own.also is None else (own, self.listings[own.also])
        emergency = next(
            (one.emergency for one in listings if one.emergency is not None), None
        )
        return HelpPage(
            emergency=emergency_line(
                emergency.phone if emergency else None,
                themselves=audience is Audience.CHILD,
            ),
            emergency_seen=emergency.seen if emergency else None,
            services=tuple(
                service
                for listing in listings
                for service in listing.services
                if audience in service.audience
            ),
            note=f"{changes(min(one.checked for one in listings))} {not_endorsed()}",
        )
