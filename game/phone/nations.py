"""Picking the nation whose help is shown: by hand, nothing is looked up."""

from dataclasses import replace

from game.help.directory import DEFAULT_NATION, Directory, Nation
from game.phone.actions import Action, Set
from game.phone.buttons import Press, height_of, wide_button
from game.phone.elements import Element, Role
from game.phone.look import Style
from game.phone.settings import Settings
from game.phone.widgets import Flow
from game.words import say


def nation_of(directory: Directory, settings: Settings) -> Nation:
    """Return the chosen nation, or the usual one, or else the first."""
    nations = {nation.id: nation for nation in directory.nations()}
    for wanted in (settings.nation, DEFAULT_NATION):
        for key, nation in nations.items():
            if key == wanted:
                return nation
    return next(iter(nations.values()))


def nation_buttons(flow: Flow, directory: Directory, settings: Settings) -> None:
    """Add a button for each nation, in columns if the names fit."""
    chosen = nation_of(directory, settings)
    options: list[tuple[str, Action, bool]] = [
        (nation.name, Set(replace(settings, nation=nation.id)), nation == chosen)
        for nation in directory.nations()
    ]
    option_grid(flow, options, say("Help for people in"))


def option_grid(
    flow: Flow, options: list[tuple[str, Action, bool]], title: str
) -> None:
    """Add radio buttons of (label, action, checked), as many in a row as fit.

    Each is named with the *title* of what it sets, which tells it from others.
    """
    kit = flow.kit
    gap = kit.px(8)
    longest = max(kit.measure(name, Style.BODY) for name, _, _ in options)
    least = longest + kit.look.icon + kit.px(46)
    columns = max(1, min(5, len(options), (flow.width + gap) // (least + gap)))
    # As many rows as needed, and those equally full.
    columns = -(-len(options) // -(-len(options) // columns))
    width = (flow.width - gap * (columns - 1)) // columns
    for start in range(0, len(options), columns):
        row: list[Element] = []
        tall = 0
        for at, (name, action, checked) in enumerate(options[start : start + columns]):
            said = say("{title}: {option}").format(title=title, option=name)
            press = Press(said, action, label=name, role=Role.RADIO, checked=checked)
            at_x = flow.x + at * (width + gap)
            made = wide_button(kit, (at_x, flow.y), width, press)
            row += made
            tall = max(tall, height_of(made))
        flow.add(row, tall + gap)
