"""What can be answered: words to somebody, or something to do."""

from dataclasses import replace

from game.engine.events import Pick
from game.phone.actions import Do
from game.phone.buttons import Press, mirrored, wide_button
from game.phone.cards import face
from game.phone.elements import Button, Element, Picture, Rect, Text
from game.phone.layout import Kit, shorten
from game.phone.look import Colour, Style, Tone
from game.phone.model import ChatModel
from game.phone.transcript import chat_name
from game.phone.widgets import shifted
from game.phone.writing.direction import runs_rtl
from game.story.model import ChatId, Choice, ContactId
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
    done and not said has a mark at its end. One that was taken has a check for its
    number; one that was tried before says so, quietly.
    """
    made = _choice(kit, model, at, width, numbered)
    if numbered[1].id == model.taken:
        return _taken(made)
    return made


def _choice(
    kit: Kit,
    model: ChatModel,
    at: tuple[int, int],
    width: int,
    numbered: tuple[int, Choice],
) -> tuple[Element, ...]:
    number, choice = numbered
    tried = choice.id in model.tried
    press = Press(choice.text, Do(Pick(choice.id)), key=str(number), label=choice.text)
    if choice.id == model.taken:
        press = replace(press, key="", icon="check")
    if not choice.spoken:
        return _with_end(kit, at, width, press, tried=tried, deed=True)
    if choice.chat is None or choice.chat == model.chat:
        name = say("Answer: {text}").format(text=choice.text)
        press = replace(press, name=name)
        return _with_end(kit, at, width, press, tried=tried)
    to = chat_name(model.story, choice.chat)
    name = say("To {name}: {text}").format(name=to, text=choice.text)
    press = replace(press, name=name)
    made = _with_end(kit, at, width, press, tried=tried)
    return _addressed(kit, model, choice.chat, made)


def _addressed(
    kit: Kit, model: ChatModel, chat: ChatId, made: tuple[Element, ...]
) -> tuple[Element, ...]:
    """Return a choice with the face and the name of the chat it goes to on top."""
    to = chat_name(model.story, chat)
    contact = model.story.cast.get(ContactId(chat))
    side, gap = kit.look.grown(24), kit.px(8)
    line = kit.look.line(Style.LABEL)
    head = max(side, line) + kit.px(4)
    button, *rest = made
    assert isinstance(button, Button)
    text = next(e for e in rest if isinstance(e, Text) and e.style is Style.BODY)
    tall = max(button.rect.h, head + text.rect.h + kit.px(20))
    rect = replace(button.rect, h=tall)
    top = rect.y + (tall - head - text.rect.h) // 2
    spot = Rect(text.rect.x, top + (head - side) // 2, side, side)
    room = text.rect.w - side - gap
    shown = shorten(say("To {name}").format(name=to), room, Style.LABEL, kit.measure)
    where = Rect(spot.right + gap, top + (head - line) // 2, room, line)
    marks = [e for e in rest if e is not text]
    return (
        replace(button, rect=rect),
        *shifted(marks, 0, (tall - button.rect.h) // 2),
        *face(contact, to, spot),
        Text(where, (shown,), Style.LABEL, Tone.CARD_SOFT, ""),
        replace(text, rect=replace(text.rect, y=top + head)),
    )


def _with_end(  # noqa: PLR0913 (two marks, of which none, one or both are there)
    kit: Kit,
    at: tuple[int, int],
    width: int,
    press: Press,
    *,
    tried: bool,
    deed: bool = False,
) -> tuple[Element, ...]:
    """Return a choice with its marks at the end: tried before, done and not said."""
    side, gap = kit.look.grown(16) if deed else 0, kit.px(12)
    words = say("tried")
    wide = kit.measure(words, Style.SMALL) if tried else 0
    end = (side + gap if deed else 0) + (wide + gap if tried else 0)
    if tried:
        name = say("{what} You tried this before.").format(what=press.name)
        press = replace(press, name=name)
    button, *written = wide_button(kit, at, width - end, press)
    assert isinstance(button, Button)
    rect = replace(button.rect, w=width)
    rtl = runs_rtl(press.label)
    marks: list[Element] = []
    x = rect.right - gap
    if deed:
        x -= side
        spot = Rect(x, rect.y + (rect.h - side) // 2, side, side)
        on = "back" if rtl else "next"
        marks.append(Picture(spot, on, tint=Tone.CARD_SOFT.ink))
        x -= gap
    if tried:
        line = kit.look.line(Style.SMALL)
        spot = Rect(x - wide, rect.y + (rect.h - line) // 2, wide, line)
        marks.append(Text(spot, (words,), Style.SMALL, Tone.CARD_SOFT, ""))
    if rtl:
        written = [*shifted(written, end, 0)]
        marks = [*mirrored(marks, rect)]
    return replace(button, rect=rect), *written, *marks


def _taken(made: tuple[Element, ...]) -> tuple[Element, ...]:
    """Return a choice as it looks just after it was taken."""
    button, *rest = made
    assert isinstance(button, Button)
    fill = Colour.TEAL_WASH
    marked = replace(button, fill=fill, hover=fill, border=Colour.PRIMARY)
    return marked, *(
        replace(one, tone=Tone.WHY) if isinstance(one, Text) else one for one in rest
    )
