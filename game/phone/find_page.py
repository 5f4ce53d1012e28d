"""Finding a story: by age, by time, by what it practises."""

from collections.abc import Sequence
from dataclasses import replace

from game.files import StoryCard
from game.phone.actions import Action, Back, Find
from game.phone.buttons import PRIMARY, Press
from game.phone.drawer import over
from game.phone.elements import Page, Rect, Role
from game.phone.finding import LENGTHS, Finding, found, minutes_name
from game.phone.layout import Kit
from game.phone.look import Style
from game.phone.nations import option_grid
from game.phone.skills import band_name
from game.phone.widgets import Flow
from game.score.words import skill_name
from game.story.model import Band, Skill
from game.words import say, say_many


def find_page(
    kit: Kit, under: Page, cards: Sequence[StoryCard], finding: Finding
) -> Page:
    """Return what can be looked for among *cards*, over the page *under*.

    Only bands and skills that some story has can be chosen.
    """
    grown = 1 + (kit.look.text - 100) / 200
    width = min(kit.width, round(kit.px(640) * grown))
    edge = kit.px(20)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    bands = [band for band in Band if any(card.band is band for card in cards)]
    skills = [one for one in Skill if any(one in card.skills for card in cards)]
    for title, options in (
        (say("Ages"), _options(finding, "band", bands)),
        (say("Time"), _options(finding, "minutes", LENGTHS)),
        (say("What you practise"), _options(finding, "skill", skills)),
    ):
        flow.text(title, Style.HEADING, role=Role.HEADING)
        flow.gap(8)
        option_grid(flow, options, title)
        flow.gap(14)
    count = len(found(cards, finding))
    words = say_many("Show {count} story", "Show {count} stories", count)
    show = Press(words.format(count=count), Back(), PRIMARY)
    span = Rect((kit.width - width) // 2, 0, width, 0)
    return over(kit, under, span, flow, say("Find a story"), onward=show)


def _options(
    finding: Finding, key: str, values: Sequence[Band | int | Skill]
) -> list[tuple[str, Action, bool]]:
    """Return radio buttons for each value, and first one for any."""
    now = getattr(finding, key)
    made: list[tuple[str, Action, bool]] = []
    for value in (None, *values):
        wanted = replace(finding, **{key: value})  # type: ignore[arg-type]
        made.append((_name(value), Find(wanted), value == now))
    return made


def _name(value: Band | int | Skill | None) -> str:
    match value:
        case None:
            return say("Any")
        case Band():
            return band_name(value)
        case Skill():
            return skill_name(value)
        case _:
            return minutes_name(value)
