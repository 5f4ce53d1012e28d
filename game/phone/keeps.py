"""What this game keeps on this machine: every file there is, in words."""

from collections.abc import Sequence

from game.files import SEEN, Kept
from game.phone import settings as keeping
from game.phone.actions import Go, Place, Set
from game.phone.elements import Page, Role
from game.phone.layout import Kit
from game.phone.look import Style, Tone
from game.phone.settings import Settings
from game.phone.widgets import Flow, back_header, column, sheet
from game.words import say


def keeps_page(kit: Kit, kept: Sequence[Kept], settings: Settings) -> Page:
    """Return the page that says what is kept, and how to wipe it."""
    title = say("What this game keeps")
    head = back_header(kit, title)
    left, width = column(kit)
    flow = Flow(kit, left, kit.px(8), width)
    flow.text(say("This game does not know who you are."), Style.STRONG)
    flow.gap(6)
    flow.text(
        say(
            "It asks for no name. It uses no camera and no internet. It sends nothing"
            " away."
        )
    )
    _part(flow, say("On this computer now"))
    if not kept:
        flow.text(say("Nothing is kept here."))
    for file in kept:
        words = _words(file)
        flow.text(f"• {words}", name=words)
        flow.gap(4)
    if any(file.story for file in kept):
        flow.text(
            say("A grown-up who uses this computer can read that, too."),
            Style.SMALL,
            Tone.PAPER_SOFT,
        )
    if settings.shared:
        flow.text(
            say("Many people use this computer, so no story is kept."),
            Style.SMALL,
            Tone.PAPER_SOFT,
        )
    flow.gap(16)
    usual = Settings(shared=settings.shared, nation=settings.nation)
    flow.button(say("Put the settings back"), Set(usual), icon="undo")
    flow.gap(8)
    flow.button(say("Forget everything"), Go(Place.FORGET), icon="close")
    if kept:
        _part(flow, say("For the adults"))
        where = str(kept[0].path)[: -len(kept[0].name)]
        words = say("The files are in this folder, and you can read them: {folder}")
        flow.text(words.format(folder=where), Style.SMALL, Tone.PAPER_SOFT)
        for file in kept:
            flow.gap(4)
            flow.text(file.name, Style.SMALL, Tone.PAPER_SOFT)
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, "keeps")))


def _words(file: Kept) -> str:
    if file.story:
        return say("What was chosen in “{story}”.").format(story=file.story)
    if file.name == keeping.FILE:
        return say("How you like to play: the settings.")
    if file.name == SEEN:
        return say("Which stories for older children a grown-up has looked at.")
    return say("A file of this game.")


def _part(flow: Flow, title: str) -> None:
    flow.gap(24)
    flow.text(title, Style.HEADING, role=Role.HEADING)
    flow.gap(8)
