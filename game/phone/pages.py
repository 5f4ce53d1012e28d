"""Which page is up: a phone and a size in, a page out. Changes nothing."""

from game.phone.about import Before, about_page, broken_page
from game.phone.actions import Place
from game.phone.adults import adults_page
from game.phone.chat import chat_page
from game.phone.closing.pages import Helping, closing_page
from game.phone.closing.told import closing_of
from game.phone.drawer import drawer_page
from game.phone.drawing import drawing_page
from game.phone.elements import Page
from game.phone.find_page import find_page
from game.phone.help_page import help_page
from game.phone.home import home_page
from game.phone.keeps import keeps_page
from game.phone.layout import Kit
from game.phone.lock import lock_page
from game.phone.model import adults, first_news
from game.phone.names_page import names_page
from game.phone.panes import chats_page
from game.phone.phone import Phone
from game.phone.profile import profile_page
from game.phone.saved import saved, tray_page
from game.phone.settings_page import forget_page, settings_page
from game.phone.stop import stop_page
from game.phone.tell import tell_page
from game.phone.try_page import try_page
from game.story.model import Action


def build(phone: Phone, kit: Kit) -> Page:
    """Return the page that is up, over those it does not cover."""
    return _build(phone, kit, phone.stack)


def _build(phone: Phone, kit: Kit, stack: tuple[Place, ...]) -> Page:  # noqa: PLR0911 (one case per page)
    match stack[-1]:
        case Place.HOME:
            return home_page(kit, phone.cards, phone.opened.begun, phone.finding)
        case Place.FIND:
            under = _build(phone, kit, stack[:-1])
            return find_page(kit, under, phone.cards, phone.finding)
        case Place.HELP:
            return help_page(
                kit, phone.directory, phone.settings, audience=phone.audience
            )
        case Place.SETTINGS:
            return settings_page(kit, phone.directory, phone.settings)
        case Place.FORGET:
            return forget_page(kit, _build(phone, kit, stack[:-1]))
        case Place.KEEPS:
            return keeps_page(kit, phone.library.kept_files(), phone.settings)
        case Place.DRAWING:
            return drawing_page(kit, phone.drawing)
        case Place.BROKEN:
            return broken_page(kit)
        case Place.ABOUT | Place.ADULTS | Place.SCRIPT | Place.NAMES as place:
            return _before(phone, kit, place)
        case place:
            return _play(phone, kit, stack, place)


def _before(phone: Phone, kit: Kit, place: Place) -> Page:
    assert phone.story is not None
    if place is Place.ADULTS:
        return adults_page(kit, phone.story, locked=phone.opened.locked)
    if place is Place.SCRIPT:
        # As the script itself, this is loaded only when somebody reads it.
        from game.phone.script_page import script_page  # noqa: PLC0415

        return script_page(kit, phone.script, phone.turned)
    if place is Place.NAMES:
        return names_page(kit, phone.opened.roles)
    before = Before(
        phone.opened.under_way,
        phone.opened.change,
        phone.settings.shared,
        phone.opened.locked,
    )
    return about_page(kit, phone.story, before=before)


def _play(  # noqa: C901, PLR0911 (one case per page)
    phone: Phone, kit: Kit, stack: tuple[Place, ...], place: Place
) -> Page:
    session = phone.session
    assert session is not None
    player = session.story.cast[session.story.player]
    match place:
        case Place.TRY:
            return try_page(kit, player, tried=phone.tried)
        case Place.LOCK:
            return lock_page(kit, player, first_news(session.story, phone.items))
        case Place.TRAY:
            return tray_page(kit, session.story, saved(session))
        case Place.TELL:
            kept = bool(saved(session))
            return tell_page(kit, player, adults(session), saved=kept)
        case Place.CLOSING:
            helping = Helping(lambda: phone.directory, phone.settings)
            return closing_page(kit, closing_of(session), phone.turned, helping)
        case Place.STOP:
            return stop_page(
                kit, _build(phone, kit, stack[:-1]), shared=phone.settings.shared
            )
        case Place.PROFILE:
            assert phone.contact is not None
            contact = session.story.cast[phone.contact]
            kept = session.done_at(Action.SAVE, contact.id) is not None
            under = _build(phone, kit, stack[:-1])
            return profile_page(kit, contact, under, saved=kept)
        case _:
            pass
    assert phone.play is not None
    model = phone.play.model(phone.settings)
    match place:
        case Place.CHAT:
            return chat_page(kit, model)
        case Place.CHATS:
            return chats_page(kit, model)
        case Place.DRAWER:
            return drawer_page(kit, model, _build(phone, kit, stack[:-1]))
        case _:
            raise AssertionError(place)
