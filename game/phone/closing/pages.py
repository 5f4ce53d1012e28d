"""The closing pages, one after the other, and what stands on the plain ones."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.help.directory import Audience, Directory
from game.phone.actions import Action, Back, Go, GoHome, Place, Turn, Undo
from game.phone.buttons import PRIMARY, TELL, Press
from game.phone.closing.grown_up import grown_up
from game.phone.closing.ideas import ideas
from game.phone.closing.model import Closing
from game.phone.closing.practised import practised
from game.phone.closing.timeline import timeline
from game.phone.elements import (
    Align,
    Box,
    Element,
    Page,
    Picture,
    Rect,
    Role,
    Text,
)
from game.phone.help_page import elsewhere, services
from game.phone.layout import Kit
from game.phone.look import Colour, Style, Tone
from game.phone.settings import Settings
from game.phone.widgets import Flow, calm, column, foot, header, sheet
from game.words import say

NEW_DAY: Final = "scene-morning"

BROADEST: Final = 2.35
"""How many times as broad as tall a scene is shown at the most; it is drawn 16:9."""


@dataclass(frozen=True, slots=True)
class Helping:
    """Where the pages find who helps; the directory is read when it is asked for."""

    directory: Callable[[], Directory]
    settings: Settings


Build: TypeAlias = Callable[[Flow, Closing, Helping], str]
"""Fills a page and returns its title."""


def closing_page(kit: Kit, closing: Closing, number: int, helping: Helping) -> Page:
    """Return one of the closing pages, *number* counted from 0."""
    pages = _pages(closing)
    number = min(number, len(pages) - 1)
    left, width = column(kit, 600)
    flow = Flow(kit, left, kit.px(8), width)
    title = pages[number](flow, closing, helping)
    onward, words = _onward(pages, number)
    head = header(kit, "", back=_back(closing, number))
    foot = _foot(kit, number, len(pages), Press(words, onward, PRIMARY))
    body = sheet(kit, head[0].rect.h, flow, f"closing {number}", bottom=foot[0].rect.h)
    return Page(title, (*head, calm(body), *foot), space=onward)


def _back(closing: Closing, number: int) -> Action:
    """Return the way back; from the first page of a stopped play it goes on."""
    if number:
        return Turn(number - 1)
    return Back() if closing.carry_on is None else Undo(closing.carry_on)


def _pages(closing: Closing) -> tuple[Build, ...]:
    """Return what builds each page; where there are no other ideas, no page of them."""
    other = (_what_else,) if closing.other else ()
    return (
        _what_happened,
        _what_helped,
        *other,
        _practised,
        _put_down,
        _who_helps,
        _grown_up,
    )


def _onward(pages: tuple[Build, ...], number: int) -> tuple[Action, str]:
    """Return the way on from a page, and what it is called."""
    if number == len(pages) - 1:
        return GoHome(), say("Back to the stories")
    following = pages[number + 1]
    words = say("Next")
    if following is _who_helps:
        words = say("Who can help")
    elif following is _grown_up:
        words = say("A page for a grown-up")
    return Turn(number + 1), words


def _foot(kit: Kit, number: int, pages: int, press: Press) -> tuple[Element, ...]:
    """Return the way on and how far it is, at the bottom of the window."""
    dot = kit.px(10)
    strip, line, *rest = foot(kit, press, 600, above=dot + kit.px(10))
    top = strip.rect.y
    start = (kit.width - pages * dot * 2 + dot) // 2
    row = Rect(start, top + kit.px(14), pages * dot * 2 - dot, dot)
    dots = [
        Box(
            Rect(start + at * dot * 2, row.y, dot, dot),
            Colour.PRIMARY if at <= number else Colour.DOT,
            dot // 2,
        )
        for at in range(pages)
    ]
    far = say("Page {number} of {pages}").format(number=number + 1, pages=pages)
    told = Text(row, (), Style.SMALL, Tone.PAPER_SOFT, far)
    return strip, line, *dots, told, *rest


def _what_happened(flow: Flow, closing: Closing, _: Helping) -> str:
    player = closing.player.name
    offered = closing.ending is not None and bool(closing.ending.offer)
    # Where letters are large, the way to tell someone comes before any drawing.
    if not (offered and flow.kit.look.roomy):
        _scene(flow, _drawing(closing))
    title = say("How it went for {player}").format(player=player)
    if closing.ending is None:
        title = say("{player} stopped here").format(player=player)
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(10)
    text = say("You can stop at any time. That is a good thing to know.")
    flow.text(closing.ending.text if closing.ending else text)
    if closing.ending is not None and closing.ending.offer:
        flow.gap(18)
        _offer(flow, closing)
    if closing.carry_on is not None:
        flow.gap(18)
        flow.button(say("Carry on playing"), Undo(closing.carry_on), icon="undo")
    return title


def _drawing(closing: Closing) -> str:
    """Return the name of the drawing for how it went.

    It is the one that the story names, or else a day some time after it, if one was
    drawn for whoever's phone it is. Where telling is still to come, there is a new day.
    """
    ending = closing.ending
    if ending is not None and ending.picture is not None:
        return ending.picture.name
    if ending is None or ending.offer:
        return NEW_DAY
    return f"scene-end-{closing.player.picture}"


def _offer(flow: Flow, closing: Closing) -> None:
    assert closing.ending is not None
    kit = flow.kit
    pad = kit.px(18)
    inner = Flow(kit, flow.x + pad, flow.y + pad, flow.width - 2 * pad)
    inner.text(closing.ending.offer, Style.STRONG, Tone.TALK)
    if closing.can_tell:
        inner.gap(12)
        inner.button(say("Tell someone"), Go(Place.TELL), TELL, icon="tell")
    rect = Rect(flow.x, flow.y, flow.width, inner.y + pad - flow.y)
    box = Box(rect, Tone.TALK.ground, kit.px(20))
    flow.add([box, *inner.elements], rect.h)


def _what_helped(flow: Flow, closing: Closing, _: Helping) -> str:
    if not closing.marks:
        _scene(flow, f"scene-telling-{closing.player.picture}", instead="scene-telling")
    flow.text(closing.headline, Style.TITLE, role=Role.HEADING)
    flow.gap(20)
    timeline(flow, closing)
    if not closing.marks:
        words = say("{player} can tell someone whenever it feels right.")
        flow.text(words.format(player=closing.player.name))
    return closing.headline


def _what_else(flow: Flow, closing: Closing, _: Helping) -> str:
    return ideas(flow, closing)


def _put_down(flow: Flow, closing: Closing, _: Helping) -> str:
    _scene(flow, "scene-phone-down", middle=True)
    title = say("Put the phone down")
    flow.text(title, Style.TITLE, role=Role.HEADING, align=Align.CENTRE)
    flow.gap(10)
    flow.text(closing.story.goodbye, align=Align.CENTRE)
    flow.gap(20)
    flow.button(say("Back to the stories"), GoHome(), icon="home")
    return title


def _practised(flow: Flow, closing: Closing, _: Helping) -> str:
    return practised(flow, closing)


def _who_helps(flow: Flow, _: Closing, helping: Helping) -> str:
    title = say("Who can help")
    flow.text(title, Style.TITLE, role=Role.HEADING)
    flow.gap(14)
    directory = helping.directory()
    services(flow, directory, helping.settings, Audience.CHILD)
    flow.gap(24)
    elsewhere(flow, directory, helping.settings)
    return title


def _grown_up(flow: Flow, closing: Closing, helping: Helping) -> str:
    return grown_up(flow, closing, helping.directory(), helping.settings)


def _scene(
    flow: Flow, picture: str, *, middle: bool = False, instead: str = NEW_DAY
) -> None:
    """Add a drawing over the width of the column, low enough for a small window.

    It is cut a little at the most: whoever is drawn keeps the head. Where there is none
    of that name it is *instead*.
    """
    kit = flow.kit
    tall = min(flow.width * 9 // 16, kit.height // (4 if kit.look.roomy else 3))
    width = min(flow.width, round(tall * BROADEST))
    x = flow.x + (flow.width - width) // 2 if middle else flow.x
    rect = Rect(x, flow.y, width, tall)
    flow.add(Picture(rect, picture, cover=True, instead=instead), tall)
    flow.gap(20)
