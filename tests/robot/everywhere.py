"""Every page a phone can show at a moment of a play, in any window: no painting."""

from game.engine.session import Session
from game.engine.transcript import command_for, picks
from game.phone.actions import Place
from game.phone.company import Company
from game.phone.look import TEXT_SIZES, Face, Spacing, Theme
from game.phone.pages import build
from game.phone.phone import Phone
from game.phone.settings import Settings
from game.phone.window import LEAST

SIDES = (480, 800, 1080, 1366, 1440, 1920, 2160, 2560, 3840)
HEIGHTS = (480, 600, 768, 800, 1080, 1200, 1440, 1920, 2160, 3840)
SCALES = (1.0, 1.5, 2.0, 3.0)
UNDER = {
    Place.FORGET: (Place.SETTINGS,),
    Place.STOP: (Place.CHAT,),
    Place.DRAWER: (Place.CHAT,),
    Place.PROFILE: (Place.CHAT,),
}
"""What lies under a page that does not cover all of it."""


def plays(library):
    """Return the recorded plays of every story: (story id, what the player does)."""
    return tuple(
        (path.parent.parent.name, picks(path.read_text(encoding="utf-8")))
        for file in library.files()
        for path in sorted(file.parent.glob("plays/*.chat"))
    )


def endings(library):
    """Return the endings of every story: {(story id, ending id)}."""
    stories = [library.load(file.parent.name) for file in library.files()]
    return {
        (story.id, scene.ending.id)
        for story in stories
        for scene in story.scenes.values()
        if scene.ending is not None
    }


def windows():
    """Return every size and scale factor in which a window can be: (w, h, scale)."""
    return tuple(
        (width, height, scale)
        for width in SIDES
        for height in HEIGHTS
        for scale in SCALES
        if width >= LEAST[0] * scale and height >= LEAST[1] * scale
    )


def any_settings(chance):
    """Return settings that change what a page looks like, drawn by *chance*."""
    return Settings(
        text=chance.choice(TEXT_SIZES),
        face=chance.choice(tuple(Face)),
        letters=chance.choice(tuple(Spacing)),
        lines=chance.choice(tuple(Spacing)),
        theme=chance.choice(tuple(Theme)),
        projector=chance.random() < 0.2,
        shared=chance.random() < 0.5,
        company=chance.choice(tuple(Company)),
        scan=chance.choice((0, 1500)),
    )


def held(library, story, steps, settings):
    """Return a phone on which so much of a story was played."""
    session = Session(story)
    for step in steps:
        session.send(command_for(session, step))
    phone = Phone(library, settings)
    phone.take_up(session)
    return phone


def pages(phone, kit):
    """Yield every page of a phone with what it is called."""
    for place in Place:
        if place is Place.CLOSING:
            yield from _closing(phone, kit)
        elif place is Place.PROFILE:
            for contact in phone.story.cast:
                if contact != phone.story.player:
                    phone.contact = contact
                    yield f"{place} {contact}", _page(phone, kit, place)
        else:
            yield str(place), _page(phone, kit, place)


def _closing(phone, kit):
    phone.turned = 1000
    last = _page(phone, kit, Place.CLOSING)
    for phone.turned in range(1000):
        page = _page(phone, kit, Place.CLOSING)
        yield f"closing {phone.turned}", page
        if page == last:
            return


def _page(phone, kit, place):
    phone.stack = (Place.HOME, *UNDER.get(place, ()), place)
    return build(phone, kit)
