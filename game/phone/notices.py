"""A message that waits: as a card on the locked phone, as a strip over a chat."""

from collections.abc import Sequence
from typing import Final

from game.phone.actions import OpenChat
from game.phone.cards import face
from game.phone.elements import Button, Element, Rect, Scroll, Text
from game.phone.layout import Kit, clamp
from game.phone.look import Colour, Radius, Style, Tone
from game.phone.model import ChatModel, News
from game.words import say

LINES: Final = 3
"""How many lines of a message are shown before it is opened."""


def news_card(
    kit: Kit, news: News, spot: Rect, action: OpenChat, lines: int = LINES
) -> tuple[Sequence[Element], int]:
    """Return a message that waits as something to open, and its height.

    The button comes first: a card with the face, the name and the first words, from
    the top left of *spot* and as wide.
    """
    pad, side = kit.px(14), kit.look.grown(44)
    x = spot.x + pad + side + kit.px(12)
    room = spot.right - pad - x
    name_line, line = kit.look.line(Style.STRONG), kit.look.line(Style.BODY)
    words = clamp(news.text, room, Style.BODY, kit.measure, lines) if lines else ()
    who = clamp(news.name, room, Style.STRONG, kit.measure, 1)
    tall = max(side, name_line + line * len(words))
    rect = Rect(spot.x, spot.y, spot.w, tall + 2 * pad)
    y = spot.y + pad
    name = say("New message from {name}: {text}")
    button = Button(
        rect,
        name.format(name=news.name, text=news.text),
        action,
        fill=Colour.CARD,
        hover=Colour.TEAL_WASH,
        radius=kit.px(Radius.SHEET),
        lift=kit.px(4),
    )
    below = Rect(x, y + name_line, room, line * len(words))
    return (
        button,
        *face(news.contact, news.name, Rect(spot.x + pad, y, side, side)),
        Text(Rect(x, y, room, name_line), who, Style.STRONG, Tone.ON_CARD, ""),
        Text(below, words, Style.BODY, Tone.ON_CARD, ""),
    ), rect.h


def notification(
    kit: Kit, model: ChatModel, frame: Rect, top: int, bottom: int
) -> Scroll | None:
    """Return the strip under the header that tells of a message in another chat.

    It lies between *top* and *bottom*, and stays until that chat is opened or
    something is answered. The messages below it move down: it lies over none of them.
    """
    news = model.news
    if news is None:
        return None
    edge = kit.px(10)
    # Where there is little room, it is for the messages.
    lines = 1 if frame.h < kit.px(640) or kit.look.roomy else 2
    spot = Rect(edge, edge, frame.w - 2 * edge, 0)
    card, height = news_card(kit, news, spot, OpenChat(news.chat), lines)
    if 2 * height > bottom - top:
        # In the lowest windows it only says who wrote.
        card, height = news_card(kit, news, spot, OpenChat(news.chat), 0)
    tall = height + edge + kit.px(6)
    return Scroll(
        Rect(frame.x, top, frame.w, tall),
        tall,
        tuple(card),
        key=f"chat news {news.chat} {len(model.items)} {news.text}",
        drops=True,
    )
