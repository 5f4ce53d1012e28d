"""Colours by what they are for; ``themes`` says what each looks like. No numbers."""

from enum import Enum, StrEnum


class Colour(StrEnum):
    """What a colour is for: a ground, an ink, or a line."""

    # Grounds.
    DESK = "desk"
    """Behind everything, at the sides of a page in the middle of it."""
    PAPER = "paper"
    """A page."""
    ROOM = "room"
    """Behind a conversation that does not happen on the phone."""
    CARD = "card"
    """What lies on a page: cards, buttons, the messages of others."""
    HOT = "hot"
    """A quiet button under the pointer, and one that cannot be pressed."""
    MINE = "mine"
    """The messages of whoever's phone it is."""
    PRIMARY = "primary"
    """The button that most players want next."""
    PRIMARY_HOT = "primary-hot"
    TELL = "tell"
    """The way to tell someone; nothing else has this colour."""
    TELL_HOT = "tell-hot"
    BADGE = "badge"
    """How many messages are new."""
    SHEET = "sheet"
    """The paper of the drawing page."""
    TEAL_WASH = "teal-wash"
    SUN_WASH = "sun-wash"
    SKY_WASH = "sky-wash"
    VIOLET_WASH = "violet-wash"
    LEAF_WASH = "leaf-wash"
    CORAL_WASH = "coral-wash"

    # The pens of the drawing page, which look the same in every theme.
    PEN_BLUE = "pen-blue"
    PEN_TEAL = "pen-teal"
    PEN_RED = "pen-red"
    PEN_YELLOW = "pen-yellow"
    PEN_VIOLET = "pen-violet"
    PEN_GREEN = "pen-green"

    # Inks.
    INK = "ink"
    INK_SOFT = "ink-soft"
    TEAL_INK = "teal-ink"
    VIOLET_INK = "violet-ink"
    LEAF_INK = "leaf-ink"
    CORAL_INK = "coral-ink"
    ON_MINE = "on-mine"
    ON_PRIMARY = "on-primary"
    ON_TELL = "on-tell"
    ON_BADGE = "on-badge"

    # Lines, shadows and signs.
    EDGE = "edge"
    """The line around a card."""
    SHADOW = "shadow"
    """Under what lies on a page; its last two figures say how dense it is."""
    SHADE = "shade"
    """Over a page that lies behind another; dense likewise."""
    FOCUS = "focus"
    FOCUS_EDGE = "focus-edge"
    """Around the ring of the focus, so that it shows on any ground."""
    DOT = "dot"
    """What is at rest: a dot of somebody who types, a sign that cannot be pressed."""
    THUMB = "thumb"
    """How far a sheet is scrolled."""


class Tone(Enum):
    """Ink and the ground it stands on; every pair is readable in every theme."""

    ON_PAPER = Colour.INK, Colour.PAPER
    PAPER_SOFT = Colour.INK_SOFT, Colour.PAPER
    PAPER_TEAL = Colour.TEAL_INK, Colour.PAPER
    ON_CARD = Colour.INK, Colour.CARD
    CARD_SOFT = Colour.INK_SOFT, Colour.CARD
    CARD_TEAL = Colour.TEAL_INK, Colour.CARD
    CARD_CORAL = Colour.CORAL_INK, Colour.CARD
    ON_ROOM = Colour.INK, Colour.ROOM
    ROOM_SOFT = Colour.INK_SOFT, Colour.ROOM
    ROOM_TEAL = Colour.TEAL_INK, Colour.ROOM
    ON_DESK = Colour.INK, Colour.DESK
    DESK_SOFT = Colour.INK_SOFT, Colour.DESK
    ON_HOT = Colour.INK, Colour.HOT
    HOT_SOFT = Colour.INK_SOFT, Colour.HOT
    HOT_TEAL = Colour.TEAL_INK, Colour.HOT
    MINE = Colour.ON_MINE, Colour.MINE
    PRIMARY = Colour.ON_PRIMARY, Colour.PRIMARY
    PRIMARY_HOT = Colour.ON_PRIMARY, Colour.PRIMARY_HOT
    TELL = Colour.ON_TELL, Colour.TELL
    TELL_HOT = Colour.ON_TELL, Colour.TELL_HOT
    BADGE = Colour.ON_BADGE, Colour.BADGE
    FEELING = Colour.INK, Colour.VIOLET_WASH
    FEELING_LABEL = Colour.VIOLET_INK, Colour.VIOLET_WASH
    WHY = Colour.INK, Colour.TEAL_WASH
    WHY_SOFT = Colour.INK_SOFT, Colour.TEAL_WASH
    WHY_LABEL = Colour.TEAL_INK, Colour.TEAL_WASH
    TALK = Colour.INK, Colour.SUN_WASH
    SKY = Colour.INK, Colour.SKY_WASH
    ON_LEAF = Colour.INK, Colour.LEAF_WASH
    LEAF_LABEL = Colour.LEAF_INK, Colour.LEAF_WASH
    ON_CORAL = Colour.INK, Colour.CORAL_WASH

    @property
    def ink(self) -> Colour:
        """The colour of the letters."""
        return self.value[0]

    @property
    def ground(self) -> Colour:
        """The colour behind them."""
        return self.value[1]
