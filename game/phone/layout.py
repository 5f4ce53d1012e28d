"""How text and boxes find their places: pure sums, without a window.

Everything is in pixels. ``Kit`` carries what every page needs to measure.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import Final, Protocol, TypeAlias

from game.phone.elements import Align, Rect, Role, Text
from game.phone.look import Look, Style, Tone
from game.phone.writing.breaking import directed, rejoined, words
from game.phone.writing.clusters import clusters


class Measure(Protocol):
    """Tells how wide texts are."""

    def __call__(self, text: str, style: Style) -> int:
        """Return the width of one line of text, in pixels."""

    def rows(
        self, paragraph: str, width: int, style: Style
    ) -> tuple[tuple[str, int], ...] | None:
        """Break a paragraph at blanks into lines of at most *width*.

        Returns:
            At least one line, each with its own width; None where that takes more
            than to add up words.
        """


@dataclass(frozen=True, slots=True)
class Kit:
    """The design, the size of the window, and a way to measure text."""

    look: Look
    width: int
    height: int
    measure: Measure

    def px(self, size: float) -> int:
        """Return pixels of the screen for *size* pixels of the design."""
        return self.look.px(size)

    @property
    def wide(self) -> bool:
        """Whether there is room for panes at the sides of the chat."""
        return self.width >= self.px(900) * (1 + (self.look.text - 100) / 300)

    @property
    def margin(self) -> int:
        """What stays free at the sides of a page."""
        return self.px(16 if self.width < self.px(600) else 24)


def wrap(text: str, width: int, style: Style, measure: Measure) -> tuple[str, ...]:
    """Break *text* into lines no wider than *width*.

    Breaks at blanks, between Chinese characters, and elsewhere inside a word only
    where the word alone is too wide. A single character wider than *width* gets a line
    of its own. Line breaks in the text are kept. At least one line comes back. Each
    runs as its paragraph does, if need be by a mark of direction at its start, which
    has no width.
    """
    return wrapped(text, width, style, measure)[0]


def wrapped(
    text: str, width: int, style: Style, measure: Measure
) -> tuple[tuple[str, ...], int]:
    """Break *text* into lines as ``wrap`` does, and tell how wide the widest is."""
    lines: list[str] = []
    widest = 0
    for paragraph in text.split("\n"):
        rows = measure.rows(paragraph, width, style)
        if rows is None:
            found = _rows(words(paragraph), width, lambda row: measure(row, style))
            rows = tuple(
                (line, measure(line, style)) for line in directed(paragraph, found)
            )
        for line, wide in rows:
            lines.append(line)
            widest = max(widest, wide)
    return tuple(lines), widest


_SAMPLE: Final = "how wide letters are on the whole, told by those of a few words"
_NEARLY: Final = 1.2
"""How many times too wide by that guess a text may be and still be measured whole."""

_Part: TypeAlias = tuple[str, str]
"""What joins a word on, and the word."""


def _rows(parts: list[_Part], width: int, wide: Callable[[str], int]) -> list[str]:
    """Return the lines of a paragraph.

    To measure is what takes time: how many words a line has is first guessed by their
    letters, and then made right.
    """
    whole = _joined(parts)
    sample = _SAMPLE if whole.isascii() else whole
    letter = wide(sample) / max(1, len(sample))
    if len(whole) * letter <= _NEARLY * width and wide(whole) <= width:
        return [whole]
    found: list[str] = []
    while parts:
        count = _fitting(parts, width, letter, wide)
        if count:
            found.append(_joined(parts[:count]))
            parts = parts[count:]
            continue
        (_, word), *parts = parts
        *full, rest = _break(word, width, wide)
        found += full
        if wide(rest) <= width:
            parts = [("", rest), *parts]
        else:
            found.append(rest)
    return found


def _fitting(
    parts: list[_Part], width: int, letter: float, wide: Callable[[str], int]
) -> int:
    """Return how many words fit on a line, where a letter is about so wide."""
    count, room = 0, width / letter
    for glue, word in parts:
        room -= len(glue) + len(word)
        if room < 0:
            break
        count += 1
    guess = count = max(1, count)
    while count and wide(_joined(parts[:count])) > width:
        count -= 1
    if count == guess:
        while count < len(parts) and wide(_joined(parts[: count + 1])) <= width:
            count += 1
    return count


def _joined(parts: list[_Part]) -> str:
    text = "".join(chain.from_iterable(parts))
    return text[len(parts[0][0]) :] if parts else ""


def _break(word: str, width: int, wide: Callable[[str], int]) -> list[str]:
    """Break a word that is too wide for a line."""
    parts = [""]
    for cluster in clusters(word):
        if parts[-1] and wide(parts[-1] + cluster) > width:
            parts.append("")
        parts[-1] += cluster
    return parts


def shorten(text: str, width: int, style: Style, measure: Measure) -> str:
    """Return *text* on one line of *width*, its end cut off with dots if need be.

    What a reader takes for one character is left whole.
    """
    text = " ".join(text.split())
    if measure(text, style) <= width:
        return text
    parts = clusters(text)
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_cut(parts, middle), style) <= width:
            low = middle
        else:
            high = middle - 1
    return _cut(parts, low)


def _cut(parts: list[str], count: int) -> str:
    return "".join(parts[:count]).rstrip() + "…"


def clamp(
    text: str, width: int, style: Style, measure: Measure, most: int
) -> tuple[str, ...]:
    """Return at most *most* lines of *text*, the last cut off with dots if need be."""
    lines = wrap(text, width, style, measure)
    if len(lines) <= most:
        return lines
    rest = rejoined(lines[most - 1 :])
    last = shorten(rest, width, style, measure)
    return *lines[: most - 1], *directed(text, [last])


def text_block(  # noqa: PLR0913, PLR0917 (all that a text is)
    kit: Kit,
    text: str,
    at: tuple[int, int],
    width: int,
    style: Style,
    tone: Tone,
    *,
    name: str | None = None,
    align: Align = Align.LEFT,
    role: Role = Role.TEXT,
) -> Text:
    """Return *text* wrapped to *width* with its top left corner *at* a place.

    ``name`` is what is said for it, the text itself when left out.
    """
    lines = wrap(text, width, style, kit.measure)
    height = len(lines) * kit.look.line(style)
    rect = Rect(at[0], at[1], width, height)
    said = text if name is None else name
    return Text(rect, lines, style, tone, said, align, role)
