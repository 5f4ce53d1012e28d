"""Stopping on the way: for now, or for good."""

from game.engine.events import StepOut
from game.phone.actions import Back, Do, Exit, GoHome
from game.phone.drawer import over
from game.phone.elements import Page, Rect
from game.phone.layout import Kit
from game.phone.widgets import Flow
from game.words import say


def stop_page(kit: Kit, under: Page, *, shared: bool) -> Page:
    """Return the ways to stop, over the page *under*.

    On a *shared* computer nothing is kept to go on with.
    """
    width = min(kit.width, round(kit.px(480) * (1 + (kit.look.text - 100) / 200)))
    edge = kit.px(20)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    words = say("It is fine to stop. Nothing is lost.")
    if shared:
        words = say(
            "It is fine to stop. Others use this computer too, so the story starts"
            " from the beginning next time."
        )
    flow.text(words)
    flow.gap(16)
    flow.button(say("Stop here, and see what helped"), Do(StepOut()), icon="step-out")
    flow.gap(8)
    home = say("Back to the stories") if shared else say("Go on another time")
    flow.button(home, GoHome(), icon="home")
    flow.gap(8)
    flow.button(say("Hide this now"), Exit(), icon="exit")
    flow.gap(8)
    flow.button(say("Keep playing"), Back(), icon="back")
    left = (kit.width - width) // 2
    return over(kit, under, Rect(left, 0, width, 0), flow, say("Stop here?"))
