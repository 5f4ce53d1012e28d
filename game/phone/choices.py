"""What can be answered: words to somebody, or something to do."""

from dataclasses import replace

from game.engine.events import Pick
from game.phone.actions import Do
from game.phone.buttons import Press, wide_button
from game.phone.cards import face
from game.phone.elements import Button, Element, Picture, Rect, Text
from game.phone.layout import Kit, shorten
from game.phone.look import Style, Tone
from game.phone.model import ChatModel
from game.phone.transcript import chat_name
from game.phone.widgets import shifted
from game.story.model import Choice, ContactId
from game.words import say


def choice_button(
    kit: Kit,
    model: ChatModel,
    at: tuple[int, int],
    width: int,
    numbered: tuple[int, Choice],
) -> tuple[Element, ...]:
    """Return a choice with its number; the button itself comes first.

    Over words that go into another chat than the open one stands to whom; what is
    done and not said has a mark at its end.
    """
    number, choice = numbered
    press = Press(choice.text, Do(Pick(choice.id)), key=str(number), label=choice.text)
    if not choice.spoken:
        return _deed(kit, at, width, press)
    if choice.chat is None or choice.chat == model.chat:
        name = say("Answer: {text}").format(text=choice.text)
        return wide_button(kit, at, width, replace(press, name=name))
    to = chat_name(model.story, choice.chat)
    name = say("To {name}: {text}").format(name=to, text=choice.text)
    made = wide_button(kit, at, width, replace(press, name=name))
    contact = model.story.cast.get(ContactId(choice.chat))
    side, gap = kit.look.grown(24), kit.px(8)
    line = kit.look.line(Style.LABEL)
    head = max(side, line) + kit.px(4)
    button, *marks, text = made
    assert isinstance(button, Button)
    assert isinstance(text, Text)
    tall = max(button.rect.h, head + text.rect.h + kit.px(20))
    rect = replace(button.rect, h=tall)
    top = rect.y + (tall - head - text.rect.h) // 2
    spot = Rect(text.rect.x, top + (head - side) // 2, side, side)
    room = text.rect.w - side - gap
    shown = shorten(say("To {name}").format(name=to), room, Style.LABEL, kit.measure)
    where = Rect(spot.right + gap, top + (head - line) // 2, room, line)
    return (
        replace(button, rect=rect),
        *shifted(marks, 0, (tall - button.rect.h) // 2),
        *face(contact, to, spot),
        Text(where, (shown,), Style.LABEL, Tone.CARD_SOFT, ""),
        replace(text, rect=replace(text.rect, y=top + head)),
    )


def _deed(
    kit: Kit, at: tuple[int, int], width: int, press: Press
) -> tuple[Element, ...]:
    side, gap = kit.look.grown(16), kit.px(12)
    button, *written = wide_button(kit, at, width - side - gap, press)
    assert isinstance(button, Button)
    rect = replace(button.rect, w=width)
    spot = Rect(rect.right - side - gap, rect.y + (rect.h - side) // 2, side, side)
    mark = Picture(spot, "next", tint=Tone.CARD_SOFT.ink)
    return replace(button, rect=rect), *written, mark
