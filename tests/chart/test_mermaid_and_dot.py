"""A chart for other programs: Mermaid flowcharts and Graphviz graphs."""

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.chart.chart import Box, Chart, Kind, Sign, Way
from game.chart.dot import as_dot
from game.chart.mermaid import as_mermaid
from game.story.model import BACK

NASTY = ['"', "]", "end", "a --> b", "#quot;", "<b>", "`x`", "\\", "\n", "{{", "%%", ""]


def with_text(text):
    ways = (Way(Sign.CHOICE, text, "b", text), Way(Sign.ON, "", BACK, text))
    boxes = {
        "a": Box("a", Kind.CHOICE, text, ways, start=True, hears=(text,)),
        "b": Box("b", Kind.ENDING, text, inside=text),
    }
    return Chart(text, boxes, "a", (Way(Sign.SAFE, text, None),))


def test_mermaid_shows_boxes_by_shape_and_ways_by_arrow_and_word(small):
    lines = as_mermaid(small).splitlines()

    assert lines[:4] == [
        "---",
        'title: "The pencil & the <cake>"',
        "---",
        "flowchart TD",
    ]
    assert (
        "  %% Telling is possible from every scene; it is not drawn from each of them."
        in lines
    )
    inside = "2 scenes#59; choices#58; 1 to tell, 1 other"
    look = "look at Jo's profile #40;safe#58; notice#41;"
    always = f"{look}<br>save Jo's messages"
    for line in (
        '  n1["START<br><b>hello</b>"]',
        '  n2("<b>pushed</b>")',
        '  n5(["ENDING, CAN STILL TELL<br><b>done</b><br>Kit can laugh about it."])',
        '  n6{{"TELLING<br><b>told-mum</b>"}}',
        f'  n7[["SHARED PIECE<br><b>words</b><br>{inside}<br>♥ Mum listens"]]',
        '  n1 -->|"SAFE#58; SAY NO no"| n4',
        '  n1 -.->|"RISK ok"| n2',
        '  n1 ==>|"TELL Ring Mum."| n7',
        '  n2 -->|"if blocked.jo"| n4',
        "  n3 --> n4",
        '  n6 -->|"if heard"| back',
        '  always ==>|"TELL tell Mum"| n6',
        '  always -->|"block Jo"| n3',
        f'  always[/"<b>At every choice</b><br>{always}"/]',
    ):
        assert line in lines


@pytest.mark.parametrize("text", NASTY)
def test_any_text_is_safe_in_mermaid(text):
    """Between quotes stand only letters, digits, harmless signs and numbered ones."""
    lines = as_mermaid(with_text(text)).splitlines()[3:]

    for quoted in re.findall(r'"([^"]*)"', "\n".join(lines)):
        rest = re.sub(r"<br>|<b>|</b>|#\d+;", "", quoted)
        assert re.fullmatch(r"[\w .,!?'\-_/…·♥]*", rest), quoted
    assert all(line.count('"') % 2 == 0 for line in lines)


def test_dot_shows_boxes_by_shape_and_ways_by_style_and_word(small):
    lines = as_dot(small).splitlines()

    dashed = 'style=dashed, color="#9a3412", arrowhead=empty'
    for line in (
        '  "hello" [label="START\\nhello", shape=box];',
        '  "pushed" [label="pushed", shape=box, style="rounded"];',
        '  "told-mum" [label="TELLING\\ntold-mum", shape=octagon];',
        '  "hello" -> "cake" [label="SAFE: SAY NO no"];',
        f'  "hello" -> "pushed" [label="RISK ok", {dashed}];',
        '  "hello" -> "words" [label="TELL Ring Mum.", style=bold, color="#1d4ed8"];',
        '  "gone" -> "cake" [label=""];',
        '  "told-mum" -> "back" [label="if heard"];',
        '  "(always)" -> "gone" [label="block Jo"];',
    ):
        assert line in lines


@given(some.text(max_size=40))
def test_any_text_is_safe_in_dot(text):
    """A quoted string ends where it should, whatever is in it."""
    for line in as_dot(with_text(text)).splitlines():
        outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        assert '"' not in outside
        assert "\\" not in outside


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("text", NASTY)
def test_graphviz_reads_what_is_written(text):
    done = subprocess.run(
        ["dot", "-Tplain"],  # noqa: S607
        input=as_dot(with_text(text)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stderr == ""
    assert "node a " in done.stdout
