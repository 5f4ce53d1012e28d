"""Stopping on the way: for now, or for good."""

from game.engine.events import StepOut
from game.phone.actions import Back, Do, Exit, GoHome
from game.phone.buttons import PRIMARY
from game.phone.drawer import over
from game.phone.elements import Page, Rect, Role
from game.phone.layout import Kit
from game.phone.look import Style
from game.phone.widgets import Flow
from game.words import say


def stop_page(kit: Kit, under: Page) -> Page:
    """Return the ways to stop, over the page *under*."""
    width = min(kit.width, round(kit.px(480) * (1 + (kit.look.text - 100) / 200)))
    edge = kit.px(20)
    flow = Flow(kit, edge, kit.px(4), width - 2 * edge)
    flow.text(say("It is fine to stop. Nothing is lost."), Style.BODY, role=Role.TEXT)
    flow.gap(16)
    flow.button(say("Keep playing"), Back(), PRIMARY)
    flow.gap(8)
    flow.button(say("Stop here, and see what helped"), Do(StepOut()), icon="step-out")
    flow.gap(8)
    flow.button(say("Go on another time"), GoHome(), icon="home")
    flow.gap(8)
    flow.button(say("Hide this now"), Exit(), icon="exit")
    left = (kit.width - width) // 2
    return over(kit, under, Rect(left, 0, width, 0), flow, say("Stop here?"))
