"""A chart as a drawing."""

import re
from xml.etree import ElementTree as ET

import pytest

from game.chart.chart import Box, Chart, Kind, Sign, Way
from game.chart.layered import place
from game.chart.shapes import glyph_shape, outline
from game.chart.sheet import on_a_sheet
from game.chart.svg import as_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart):
    """Return the root of the drawing of a chart; it is an error if it is no XML."""
    return ET.fromstring(as_svg(chart, on_a_sheet(chart, place)))  # noqa: S314


def texts(root):
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_screen_reader_hears_what_it_is(small):
    root = drawn(small)

    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "The pencil & the <cake>: map of the story"
    assert root.find(f"{SVG}desc").text.startswith("10 scenes and 2 endings")
    assert root.get("aria-labelledby") == "t d"


def test_every_box_and_every_way_is_written_as_text(small):
    shown = " ".join(texts(drawn(small)))

    for number, box in enumerate(small.boxes, start=1):
        assert f"{number}. {box}" in shown
    for words in (
        "SAFE: SAY NO no",
        "RISK ok",
        "TELL Ring Mum.",
        "START",
        "ENDING, CAN STILL TELL",
        "EVERYDAY CHOICE",
        "SHARED PIECE",
        "Mum listens",
        "at every choice: block Jo",
        "→ back to where telling began",
        "Telling is possible from every scene",
    ):
        assert words in shown


def test_the_legend_names_every_shape(small):
    shown = texts(drawn(small))

    for words in (
        "risky choice: a way back follows",
        "route to telling",
        "safe move, with the skill it practises",
        "other choice",
        "goes on by itself, under a condition",
        "an adult listens here",
        "scene with a choice",
        "scene that goes on by itself",
        "scene of telling someone",
        "ending",
        "shared piece, folded into one box",
    ):
        assert words in shown


def test_every_kind_and_every_sign_has_a_shape_of_its_own():
    """In black and white as well: the outlines differ without their classes."""
    plain = re.compile(r' class="[^"]*"')

    outlines = {plain.sub("", outline(kind, 240, 100)) for kind in Kind}
    glyphs = {plain.sub("", glyph_shape(sign, 0, 0)) for sign in Sign}

    assert len(outlines) == len(Kind)
    assert len(glyphs) == len(Sign)
    assert outline(Kind.CHOICE, 240, 100, start=True) != outline(Kind.CHOICE, 240, 100)


def test_text_can_be_read_on_every_fill(small):
    """4.5 to 1 for text (WCAG AA), 3 to 1 for outlines and lines."""
    style = drawn(small).find(f"{SVG}style").text
    rules = dict(re.findall(r"^(\S[^{]*) \{([^}]*)\}", style, re.MULTILINE))
    fills = re.findall(r"fill: (#\w{6})", "".join(rules.values()))
    ink = [
        re.search(r"fill: (#\w{6})", rules[name])[1]
        for name in ("text", ".from, .more")
    ]
    paper = [
        re.search(r"fill: (#\w{6})", rules[name])[1]
        for name in (".card", ".passage", ".telling", ".ending", ".piece")
    ]
    strokes = re.findall(r"stroke: (#\w{6})", style)

    assert len(fills) > 10
    assert min(contrast(one, other) for one in ink for other in paper) >= 4.5
    assert min(contrast(one, other) for one in strokes for other in paper) >= 3


def test_nothing_in_a_drawing_runs_or_is_loaded(small):
    svg = as_svg(small, on_a_sheet(small))

    assert "<script" not in svg
    assert "href" not in svg
    assert "url(" not in svg


@pytest.mark.parametrize(
    "text", ["</text><script>alert(1)</script>", 'a"b', "&amp; &", "]]>", "\x07bell"]
)
def test_any_text_is_safe(text):
    way = Way(Sign.CHOICE, text, "b", text)
    boxes = {
        "a": Box("a", Kind.CHOICE, text, (way,), start=True),
        "b": Box("b", Kind.ENDING, text, hears=(text,), opens=(text,)),
    }

    root = drawn(Chart(text, boxes, "a", (way,)))

    assert {one.tag for one in root.iter()} <= {
        SVG + name
        for name in [
            "svg",
            "title",
            "desc",
            "style",
            "rect",
            "g",
            "path",
            "text",
            "tspan",
            "circle",
        ]
    }
    written = "".join(one for one in text if one.isprintable())
    assert any(written.split()[0] in shown for shown in texts(root))


def test_lines_of_risk_and_of_telling_are_drawn_otherwise(small):
    classes = [path.get("class") for path in drawn(small).iter(f"{SVG}path")]

    assert "line risk" in classes
    assert "line tell" in classes
    assert "line" in classes


def test_no_text_leaves_its_card():
    """As measured; a long name is cut, a long choice takes two lines."""
    long = "w" * 60
    boxes = {
        long: Box(
            long, Kind.CHOICE, long, (Way(Sign.RISK, long, long, long),), start=True
        )
    }
    chart = Chart("One", boxes, long, ())

    (spot,) = on_a_sheet(chart).spots

    assert all(len(line.text) < 40 for line in spot.card.lines)
    assert max(line.y for line in spot.card.lines) < spot.card.height
