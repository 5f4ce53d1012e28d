"""The settings, each with a word on what it does."""

from dataclasses import replace

from game.help.directory import Directory
from game.phone.actions import Back, Forget, Go, Place, Set
from game.phone.buttons import PRIMARY
from game.phone.drawer import over
from game.phone.elements import Page, Rect, Role
from game.phone.layout import Kit
from game.phone.look import TEXT_SIZES, Style, Tone
from game.phone.nations import nation_buttons, option_grid
from game.phone.pace import Pace
from game.phone.settings import Settings
from game.phone.widgets import Flow, back_header, column, sheet
from game.words import say


def settings_page(kit: Kit, directory: Directory, settings: Settings) -> Page:
    """Return the page of settings; each takes effect at once."""
    title = say("Settings")
    head = back_header(kit, title)
    left, width = column(kit)
    flow = Flow(kit, left, kit.px(8), width)
    _part(flow, say("Size of the text"))
    option_grid(
        flow,
        [
            (
                say("{size} %").format(size=size),
                _with(settings, text=size),
                size == settings.text,
            )
            for size in TEXT_SIZES
        ],
    )
    _part(flow, say("Messages arrive"))
    option_grid(
        flow,
        [
            (_pace_name(pace), _with(settings, pace=pace), pace is settings.pace)
            for pace in Pace
        ],
    )
    _switches(flow, settings)
    _part(flow, say("Help for people in"))
    nation_buttons(flow, directory, settings)
    _part(flow, say("What is kept on this computer"))
    flow.text(
        say(
            "These settings, and how far each story was played. No name, nothing else."
        ),
        Style.SMALL,
        Tone.PAPER_SOFT,
    )
    flow.gap(10)
    flow.button(say("Forget everything"), Go(Place.FORGET), icon="close")
    return Page(title, (*head, sheet(kit, head[0].rect.h, flow, "settings")))


def _switches(flow: Flow, settings: Settings) -> None:
    _part(flow, say("Things move"))
    option_grid(
        flow,
        [
            (say("Yes"), _with(settings, motion=True), settings.motion),
            (say("No, keep still"), _with(settings, motion=False), not settings.motion),
        ],
    )
    _part(flow, say("Who is playing"))
    option_grid(
        flow,
        [
            (say("One alone"), _with(settings, company=False), not settings.company),
            (say("Some together"), _with(settings, company=True), settings.company),
        ],
    )
    flow.text(
        say("Together, the story stops at questions to talk about."),
        Style.SMALL,
        Tone.PAPER_SOFT,
    )


def _part(flow: Flow, title: str) -> None:
    flow.gap(20)
    flow.text(title, Style.HEADING, role=Role.HEADING)
    flow.gap(8)


def _with(settings: Settings, **changes: object) -> Set:
    return Set(replace(settings, **changes))  # type: ignore[arg-type]


def _pace_name(pace: Pace) -> str:
    match pace:
        case Pace.RELAXED:
            return say("Slowly")
        case Pace.NORMAL:
            return say("As usual")
        case Pace.AT_ONCE:
            return say("All at once")
        case Pace.ON_KEY:
            return say("When I press")


def forget_page(kit: Kit, under: Page) -> Page:
    """Return the question before everything is wiped, over the page *under*."""
    width = min(kit.width, round(kit.px(480) * (1 + (kit.look.text - 100) / 200)))
    edge = kit.px(20)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    flow.text(say("Your settings and every story you have begun will be wiped."))
    flow.gap(16)
    flow.button(say("Keep everything"), Back(), PRIMARY)
    flow.gap(8)
    flow.button(say("Yes, forget everything"), Forget(), icon="close")
    left = (kit.width - width) // 2
    return over(kit, under, Rect(left, 0, width, 0), flow, say("Forget everything?"))
