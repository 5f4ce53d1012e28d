"""What the checker has to know from outside a story: the data of this game."""

from game.check.reader.levels import HelpTexts
from game.check.reader.parse import parse_lists
from game.check.rules import Surroundings
from game.files import Library, picture_names
from game.help.directory import DEFAULT_NATION, Audience


def surroundings(library: Library) -> Surroundings:
    """Return it all, but for the texts of the story.

    Raises:
        StoryError: If a file of words has problems.
    """
    page = library.help().page(DEFAULT_NATION, Audience.CHILD)
    return Surroundings(
        pictures=picture_names(library.pictures),
        lists=parse_lists(library.word_files()),
        undrawn=_undrawn,
        help=HelpTexts(f"assets/help/{DEFAULT_NATION}.yaml", page.sentences()),
    )


def _undrawn(text: str) -> tuple[str, ...]:
    """Return the characters of a text that the phone cannot draw on this computer."""
    # Most texts need no letters but those of English.
    if text.isascii():
        return ()
    from game.phone.fonts.coverage import LEXEND  # noqa: PLC0415
    from game.phone.fonts.pieces import Faces, undrawn  # noqa: PLC0415
    from game.phone.fonts.weights import variable  # noqa: PLC0415

    return tuple(undrawn(text, Faces((variable(),), LEXEND)))
