"""Paints the elements of a page onto a surface. Decides nothing, changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, assert_never

import pygame

from game.phone.drawings import Drawings
from game.phone.elements import (
    Align,
    Box,
    Bubble,
    Button,
    Canvas,
    Dots,
    Element,
    Page,
    Picture,
    Rect,
    Scroll,
    Shade,
    Text,
)
from game.phone.fonts.lines import Fonts
from game.phone.kept import Kept
from game.phone.look import Colour, Look, Radius, Style, Tone
from game.phone.marks import (
    draw_box,
    draw_bubble,
    draw_button,
    draw_canvas,
    draw_dots,
    draw_thumb,
)
from game.phone.shapes import ring, round_rect
from game.phone.writing.direction import runs_rtl

"""What is written, in which letters and colour."""

KEPT_LINES: Final = 6_000_000
"""How many bytes of drawn lines of text are kept, about three windows full."""

RISE: Final = 14
"""How far a message rises into its place, in pixels of the design."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What of a page changes without the page: where it is scrolled, what is hot.

    ``hot`` and ``focus`` are keys of targets; ``phase`` counts the steps of the dots.
    ``coming`` says for a sheet how much of its way what came last has before it.
    ``around`` is where a large ring goes, in pixels of the window.
    """

    offsets: Mapping[str, int] = field(default_factory=dict)
    hot: object = None
    focus: object = None
    phase: int = 0
    coming: Mapping[str, float] = field(default_factory=dict)
    around: Rect | None = None


class Painter:
    """Paints with fonts and drawings that it keeps."""

    def __init__(self, fonts: Fonts, drawings: Drawings) -> None:
        self._fonts = fonts
        self._drawings = drawings
        self._lines = Kept(KEPT_LINES)

    def paint(
        self, surface: pygame.Surface, page: Page, look: Look, moment: Moment
    ) -> None:
        """Paint a page over the whole surface."""
        surface.fill(look.colour(page.ground))
        self._paint(surface, page.elements, look, moment, (0, 0))
        if moment.around is not None:
            self._ring(surface, moment.around, look)

    def _ring(self, surface: pygame.Surface, around: Rect, look: Look) -> None:
        """Draw the ring of somebody who presses one switch, as large as it can be."""
        width = look.px(4)
        room = surface.get_rect().inflate(-4 * width, -4 * width)
        rect = _placed(around, (0, 0)).inflate(width, width).clip(room)
        colours = look.colour(Colour.FOCUS), look.colour(Colour.FOCUS_EDGE)
        ring(surface, rect, look.px(14), colours, width)

    def _paint(  # noqa: C901, PLR0912 (one case per element)
        self,
        surface: pygame.Surface,
        elements: tuple[Element, ...],
        look: Look,
        moment: Moment,
        origin: tuple[int, int],
    ) -> None:
        window = surface.get_clip()
        focused: Button | None = None
        top, bottom = window.top - origin[1] - 8, window.bottom - origin[1] + 8
        for element in elements:
            if element.rect.y >= bottom or element.rect.bottom <= top:
                # Most of a long chat is above or below.
                continue
            rect = _placed(element.rect, origin)
            if not rect.inflate(0, 16).colliderect(window):
                continue
            match element:
                case Box():
                    draw_box(surface, element, rect, look)
                case Text():
                    self._text(surface, element, rect, look)
                case Picture():
                    self._picture(surface, element, rect, look)
                case Bubble():
                    self._bubble(surface, element, rect, look)
                case Button():
                    hot = _key(element) == moment.hot
                    draw_button(surface, element, rect, look, hot=hot)
                    if _key(element) == moment.focus:
                        focused = element
                case Dots():
                    draw_dots(surface, rect, look, moment.phase)
                case Shade():
                    veil = pygame.Surface(rect.size, pygame.SRCALPHA)
                    veil.fill(look.colour(Colour.SHADE))
                    surface.blit(veil, rect)
                    focused = None
                case Canvas():
                    draw_canvas(surface, element, rect, look)
                case Scroll():
                    self._scroll(surface, element, rect, look, moment)
                case _:
                    assert_never(element)
        if focused is not None:
            rect = _placed(focused.rect, origin)
            colours = look.colour(Colour.FOCUS), look.colour(Colour.FOCUS_EDGE)
            ring(surface, rect, focused.radius, colours, look.px(4))

    def _scroll(
        self,
        surface: pygame.Surface,
        scroll: Scroll,
        rect: pygame.Rect,
        look: Look,
        moment: Moment,
    ) -> None:
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        if scroll.ground is not None:
            surface.fill(look.colour(scroll.ground), rect)
        offset = moment.offsets.get(scroll.key, 0)
        origin = (rect.x, rect.y - offset)
        left = moment.coming.get(scroll.key, 0.0)
        if left and scroll.drops:
            down = origin[0], origin[1] - round(left * rect.h)
            self._paint(surface, scroll.elements, look, moment, down)
        elif left and scroll.fresh is not None:
            row = scroll.fresh
            there = tuple(e for e in scroll.elements if e.rect.y < row)
            self._paint(surface, there, look, moment, origin)
            rising = tuple(e for e in scroll.elements if e.rect.y >= row)
            below = origin[0], origin[1] + round(left * look.px(RISE))
            self._paint(surface, rising, look, moment, below)
        else:
            self._paint(surface, scroll.elements, look, moment, origin)
        draw_thumb(surface, scroll, rect, offset, look)
        surface.set_clip(before)

    def _text(
        self, surface: pygame.Surface, text: Text, rect: pygame.Rect, look: Look
    ) -> None:
        line = look.line(text.style)
        for row, words in enumerate(text.lines):
            drawn = self._line(words, text.style, text.tone.ink, look)
            free = rect.w - drawn.get_width()
            x = rect.x
            if text.align is Align.CENTRE:
                x += free // 2
            elif runs_rtl(words):
                x += free
            y = rect.y + row * line + (line - drawn.get_height()) // 2
            surface.blit(drawn, (x, y))

    def _line(
        self, words: str, style: Style, ink: Colour, look: Look
    ) -> pygame.Surface:
        colour = look.colour(ink)
        kind = look.font(style), look.bold(style), look.face, look.letters
        key = words, kind, colour
        drawn = self._lines.get(
            key, lambda: self._fonts.line(look, words, style, colour)
        )
        assert drawn is not None
        return drawn

    def _bubble(
        self, surface: pygame.Surface, bubble: Bubble, rect: pygame.Rect, look: Look
    ) -> None:
        tone = Tone.MINE if bubble.mine else Tone.ON_CARD
        draw_bubble(surface, bubble, rect, look, tone)
        pad_x, pad_y = bubble.padding
        line = look.line(Style.BODY)
        for row, words in enumerate(bubble.lines):
            drawn = self._line(words, Style.BODY, tone.ink, look)
            y = rect.y + pad_y + row * line + (line - drawn.get_height()) // 2
            free = rect.w - 2 * pad_x - drawn.get_width()
            x = rect.x + pad_x + (free if runs_rtl(words) else 0)
            surface.blit(drawn, (x, y))

    def _picture(
        self, surface: pygame.Surface, picture: Picture, rect: pygame.Rect, look: Look
    ) -> None:
        radius = look.px(Radius.SHEET) if picture.cover else 0
        tint = look.colour(picture.tint) if picture.tint else ""
        drawn = self._drawings.get(
            picture.picture,
            rect.size,
            tint=tint,
            radius=radius,
            cover=picture.cover,
            instead=picture.instead,
        )
        if drawn is not None:
            surface.blit(drawn, drawn.get_rect(center=rect.center))
        elif picture.initial:
            round_rect(surface, rect, rect.w // 2, look.colour(Colour.MINE))
            letter = self._line(picture.initial, Style.STRONG, Colour.ON_MINE, look)
            surface.blit(letter, letter.get_rect(center=rect.center))


def _placed(rect: Rect, origin: tuple[int, int]) -> pygame.Rect:
    return pygame.Rect(rect.x + origin[0], rect.y + origin[1], rect.w, rect.h)


def _key(button: Button) -> object:
    return button.name, button.action
