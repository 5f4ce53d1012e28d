"""The boxes of a chart as cards: lines of text at their places, and ports below.

Knows how much room text takes; not where a card lies on the sheet.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from game.chart.chart import Box, Kind, Sign, Way
from game.chart.measure import cut, width_of, wrapped
from game.chart.words import goes_back, hearing, label, said, tags
from game.story.model import SceneId

WIDTH: Final = 240.0
"""Of every card, in pixels, as all sizes here."""

PAD: Final = 10.0
GLYPH: Final = 16.0
"""Width and height of the shape that tells what a way is."""

SIZE: Final = 11.0
TITLE_SIZE: Final = 13.0
_LEADING: Final = 14.0
_ROOM: Final = WIDTH - 2 * PAD
_INDENT: Final = GLYPH + 5


class Style(StrEnum):
    """What a line of a card is; also its class in the drawing."""

    TAG = "tag"
    TITLE = "title"
    TEXT = "text"
    FROM = "from"
    HEARS = "hears"
    OPENS = "opens"
    WAY = "way"


@dataclass(frozen=True, slots=True)
class Glyph:
    """The shape of a way with its number in the card, from 1."""

    sign: Sign
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card; ``y`` is its baseline from the top of the card.

    ``label`` comes before the text in bold, ``leads`` after it.
    """

    y: float
    style: Style
    text: str
    indent: float = 0
    label: str = ""
    leads: str = ""
    glyph: Glyph | None = None


@dataclass(frozen=True, slots=True)
class Port:
    """Where a card is left for another: what leads there, in order of the card.

    ``x`` is from the left edge of the card. ``glyphs`` is empty where the scene just
    goes on.
    """

    x: float
    to: SceneId
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A box with its size, all lines and all ports from left to right."""

    id: SceneId
    kind: Kind
    height: float
    lines: tuple[Line, ...]
    ports: tuple[Port, ...]
    start: bool = False

    def with_ports(self, order: Iterable[SceneId]) -> "Card":
        """Return the card with its ports in the order of where they lead."""
        at = {port.to: port.glyphs for port in self.ports}
        ports = _ports({to: at[to] for to in order})
        return replace(self, ports=ports)


def card(
    box: Box,
    numbers: Mapping[SceneId, int],
    drawn: Collection[SceneId],
    sources: Iterable[SceneId],
) -> Card:
    """Return a box as a card.

    Args:
        box: Of the chart.
        numbers: Of all boxes, in the order they are read.
        drawn: Where lines lead from the card; what leads elsewhere is named in words.
        sources: Boxes that lead here without a line.
    """
    lines: list[Line] = []
    y = PAD
    for style, text, most in _heading(box, numbers, sources):
        indent = _INDENT if style in {Style.HEARS, Style.OPENS} else 0
        size = TITLE_SIZE if style is Style.TITLE else SIZE
        texts = (
            (cut(text, size, _ROOM, bold=True),)
            if style in {Style.TITLE, Style.TAG}
            else wrapped(text, size, _ROOM - indent, most=most)
        )
        for one in texts:
            y += _LEADING + (2 if style is Style.TITLE else 0)
            lines.append(Line(y - 4, style, one, indent))
    targets: dict[SceneId, list[Glyph]] = {}
    plain = len(box.ways) == 1 and box.ways[0].sign is Sign.ON and not box.ways[0].when
    for number, way in enumerate(box.ways, start=1):
        glyph = Glyph(way.sign, number)
        led = way.to in drawn
        if way.to is not None and led:
            targets.setdefault(way.to, []).extend([] if plain else [glyph])
        if plain and led:
            continue
        y += 5
        shown = Glyph(way.sign, number) if not plain else None
        for line in _way(way, shown, y, _leads(way, numbers, led=led)):
            lines.append(line)
            y = line.y + 4
    ports = _ports({to: tuple(glyphs) for to, glyphs in targets.items()})
    y += PAD + (GLYPH if any(port.glyphs for port in ports) else 0)
    return Card(box.id, box.kind, y, tuple(lines), ports, box.start)


def _heading(
    box: Box, numbers: Mapping[SceneId, int], sources: Iterable[SceneId]
) -> Iterable[tuple[Style, str, int]]:
    """Return the lines before the ways: style, text, and in how many lines at most."""
    said_of = " · ".join(tag.upper() for tag in tags(box))
    if said_of:
        yield Style.TAG, said_of, 1
    yield Style.TITLE, f"{numbers[box.id]}. {box.id}", 1
    came = ", ".join(f"{numbers[source]}. {source}" for source in sources)
    if came:
        yield Style.FROM, f"also from {came}", 2
    for opened in box.opens:
        yield Style.OPENS, f"at every choice: {opened}", 2
    if box.inside:
        yield Style.TEXT, box.inside, 2
    if box.text:
        yield Style.TEXT, box.text, 4 if box.kind is Kind.ENDING else 1
    if box.hears:
        yield Style.HEARS, hearing(box), 2


def _leads(way: Way, numbers: Mapping[SceneId, int], *, led: bool) -> str:
    if goes_back(way):
        return "→ back to where telling began"
    return "" if way.to is None or led else f"→ {numbers[way.to]}. {way.to}"


def _way(way: Way, glyph: Glyph | None, y: float, leads: str) -> list[Line]:
    mark = label(way).upper()
    shown = f"{mark} " if mark else ""
    room = _ROOM - _INDENT
    first = width_of(shown, SIZE, bold=True)
    leads = cut(leads, SIZE, room, bold=True)
    # Behind a long label there is hardly room for a word.
    most = 3 if first > room / 2 else 2
    texts = wrapped(said(way), SIZE, room, most=most, first=first)
    end = width_of(texts[-1] + " ", SIZE) + (first if len(texts) == 1 else 0)
    fits = end + width_of(leads, SIZE, bold=True) <= room
    lines = [
        Line(y + _LEADING * at - 4, Style.WAY, text, _INDENT)
        for at, text in enumerate(texts, start=1)
    ]
    lines[0] = replace(lines[0], label=mark, glyph=glyph)
    if leads and fits:
        lines[-1] = replace(lines[-1], leads=leads)
    elif leads:
        y = lines[-1].y + _LEADING
        lines.append(Line(y, Style.WAY, "", _INDENT, leads=leads))
    return lines


def _ports(targets: Mapping[SceneId, tuple[Glyph, ...]]) -> tuple[Port, ...]:
    """Spread ports over the foot of a card, each with room for its glyphs."""
    widths = [max(1, len(glyphs)) * GLYPH for glyphs in targets.values()]
    spare = (_ROOM - sum(widths)) / (len(widths) + 1)
    ports: list[Port] = []
    x = PAD
    for (to, glyphs), width in zip(targets.items(), widths, strict=True):
        x += spare
        ports.append(Port(x + width / 2, to, glyphs))
        x += width
    return tuple(ports)
