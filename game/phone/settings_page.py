"""The settings, each with a word on what it does."""

from dataclasses import dataclass, replace

from game.help.directory import Directory
from game.phone.actions import Back, Forget, Go, Place, Set
from game.phone.buttons import PRIMARY
from game.phone.drawer import over
from game.phone.elements import Page, Picture, Rect, Role
from game.phone.layout import Kit
from game.phone.look import TEXT_SIZES, Face, Spacing, Style, Theme, Tone
from game.phone.nations import nation_buttons, option_grid
from game.phone.pace import Pace
from game.phone.settings import SCANS, Settings
from game.phone.widgets import Flow, back_header, column, sheet
from game.words import say, say_many


def settings_page(kit: Kit, directory: Directory, settings: Settings) -> Page:
    """Return the page of settings; each takes effect at once."""
    title = say("Settings")
    head = back_header(kit, title)
    left, width = column(kit)
    flow = Flow(kit, left, kit.px(8), width)
    for row in (*_look(), *_play()):
        _row(flow, settings, row)
    _part(flow, say("Help for people in"), "globe")
    nation_buttons(flow, directory, settings)
    flow.gap(20)
    flow.button(say("What this game keeps"), Go(Place.KEEPS), icon="lock")
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, "settings")))


@dataclass(frozen=True, slots=True)
class _Row:
    """A setting: what it is called, what it can be, and a word on what it does.

    ``options`` are values of the setting ``key`` with what is written on them; ``icon``
    is its picture.
    """

    title: str
    key: str
    options: tuple[tuple[object, str], ...]
    icon: str
    note: str = ""


def _look() -> tuple[_Row, ...]:
    """Return the settings of how things look."""
    sizes = tuple((size, say("{size} %").format(size=size)) for size in TEXT_SIZES)
    apart = (
        (Spacing.NORMAL, say("As usual")),
        (Spacing.WIDE, say("Further")),
        (Spacing.WIDER, say("Furthest")),
    )
    return (
        _Row(say("Size of the text"), "text", sizes, "text-size"),
        _Row(
            say("Kind of letters"),
            "face",
            ((Face.LEXEND, "Lexend"), (Face.ATKINSON, "Atkinson")),
            "face",
            say("Take the ones that you read best."),
        ),
        _Row(say("How far letters are apart"), "letters", apart, "letter-spacing"),
        _Row(say("How far lines are apart"), "lines", apart, "line-spacing"),
        _Row(
            say("Colours"),
            "theme",
            (
                (Theme.LIGHT, say("Light")),
                (Theme.DARK, say("Dark")),
                (Theme.CONTRAST, say("Strong")),
            ),
            "contrast",
            say("Strong colours are easiest to tell apart."),
        ),
        _Row(
            say("Things move"),
            "motion",
            ((True, say("Yes")), (False, say("No, keep still"))),
            "motion",
        ),
    )


def _play() -> tuple[_Row, ...]:
    """Return the settings of how a story is played."""
    return (
        _Row(
            say("Messages arrive"),
            "pace",
            (
                (Pace.RELAXED, say("Slowly")),
                (Pace.NORMAL, say("As usual")),
                (Pace.AT_ONCE, say("All at once")),
                (Pace.ON_KEY, say("When I press")),
            ),
            "timer",
        ),
        _Row(
            say("Small sounds"),
            "sound",
            ((True, say("On")), (False, say("Off"))),
            "sound-on",
            say("The key m turns them off and on."),
        ),
        _Row(
            say("A screen that many look at"),
            "projector",
            ((False, say("No")), (True, say("Yes, large letters"))),
            "projector",
        ),
        _Row(
            say("Who uses this computer"),
            "shared",
            ((True, say("Many people")), (False, say("Only us"))),
            "people",
            say(
                "Where many people use it, no story is kept. The next child sees"
                " nothing of what you did."
            ),
        ),
        _Row(
            say("Read aloud"),
            "speech",
            ((False, say("No")), (True, say("Yes"))),
            "read-aloud",
            say(
                "The voice of this computer reads to you, if it has one. "
                "Press v for on and off, r to hear it again."
            ),
        ),
        _Row(
            say("Play with one switch"),
            "scan",
            ((0, say("Off")), *((step, _seconds(step)) for step in SCANS if step)),
            "switch",
            say(
                "A ring moves from button to button. "
                "The space key or a click presses what is in it."
            ),
        ),
    )


def _seconds(milliseconds: int) -> str:
    """Return for how long the ring rests at a button."""
    seconds = f"{milliseconds / 1000:g}"
    return say_many(
        "{count} second", "{count} seconds", -(-milliseconds // 1000)
    ).format(count=seconds)


def _row(flow: Flow, settings: Settings, row: _Row) -> None:
    _part(flow, row.title, row.icon)
    now = getattr(settings, row.key)
    option_grid(
        flow,
        [
            (words, Set(replace(settings, **{row.key: value})), value == now)  # type: ignore[arg-type]
            for value, words in row.options
        ],
        row.title,
    )
    if row.note:
        flow.text(row.note, Style.SMALL, Tone.PAPER_SOFT)


def _part(flow: Flow, title: str, icon: str) -> None:
    """Add a heading with its picture before it, in the middle of its first line."""
    kit = flow.kit
    flow.gap(20)
    side, gap = kit.look.icon, kit.px(10)
    line = kit.look.line(Style.HEADING)
    beside = Flow(kit, flow.x + side + gap, flow.y, flow.width - side - gap)
    beside.text(title, Style.HEADING, role=Role.HEADING)
    spot = Rect(flow.x, flow.y + (line - side) // 2, side, side)
    picture = Picture(spot, icon, tint=Tone.PAPER_TEAL.ink)
    flow.add([picture, *beside.elements], beside.y - flow.y)
    flow.gap(8)


def forget_page(kit: Kit, under: Page) -> Page:
    """Return the question before everything is wiped, over the page *under*."""
    width = min(kit.width, round(kit.px(480) * (1 + (kit.look.text - 100) / 200)))
    edge = kit.px(20)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    flow.text(say("Your settings and every story you have begun will be wiped."))
    flow.gap(16)
    flow.button(say("Keep everything"), Back(), PRIMARY)
    flow.gap(8)
    flow.button(say("Yes, forget everything"), Forget(), icon="wipe")
    left = (kit.width - width) // 2
    return over(kit, under, Rect(left, 0, width, 0), flow, say("Forget everything?"))
