"""The help pages of a nation as sections of a document."""

from typing import TypeAlias

from game.help.directory import Audience, Directory, HelpPage, Nation, Service
from game.report.document import Block, Bullets, Option, Para, Section, Words

HelpFor: TypeAlias = tuple[Nation, tuple[tuple[Audience, HelpPage], ...]]
"""A nation and its pages, by who asks."""

_TITLES = {
    Audience.CHILD: "Who can help children: {nation}",
    Audience.PARENT: "Who can help parents: {nation}",
    Audience.TEACHER: "Who can help teachers: {nation}",
}


def help_for(directory: Directory, nation: Nation) -> HelpFor:
    """Return the help pages of a nation for everybody who may ask."""
    return nation, tuple((one, directory.page(nation.id, one)) for one in Audience)


def help_sections(help_for: HelpFor) -> tuple[Section, ...]:
    """Return a section for each help page: danger first, the note last."""
    nation, pages = help_for
    return tuple(
        Section(
            f"help-{audience.value}",
            _TITLES[audience].format(nation=nation.name),
            _page(page),
        )
        for audience, page in pages
    )


def _page(page: HelpPage) -> tuple[Block, ...]:
    seen = (Para((page.emergency_seen,)),) if page.emergency_seen is not None else ()
    return (
        Para((page.emergency,)),
        *seen,
        *(block for service in page.services for block in _service(service)),
        Para((page.note,)),
    )


def _service(service: Service) -> tuple[Block, ...]:
    details: list[tuple[str, Words]] = [
        (label, (text,)) for label, text in service.ways()
    ]
    if service.notes is not None:
        details.append(("Good to know", (service.notes,)))
    details.append(("Seen", (service.seen,)))
    option = Option(service.name, f"for {service.who_for}", tuple(details))
    if not service.what_happens:
        return (option,)
    happens = (*service.what_happens, *service.what_happens_seen)
    return (
        option,
        Para(("What happens when you get in touch:",)),
        Bullets(tuple((line,) for line in happens)),
    )
