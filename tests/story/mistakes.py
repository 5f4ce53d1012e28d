"""Good stories with a few mistakes in them, for tests that must hold of any text."""

import re
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/story-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
STORIES = [
    EXAMPLES[0],
    *(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "scenarios").glob("*/story.yaml"))
    ),
]
PIECES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (ROOT / "scenarios/_shared").glob("*.yaml")
}

SPECIALS = [
    *"#@?:-*&!|>%`'\"[]{},~=<.$\\",
    ": ",
    " #",
    "- ",
    "? ",
    "---",
    "...",
    "!!str ",
    "&a ",
    "*a",
    "<<: ",
    "\t",
    "\n",
    "\r",
    "\x85",
    "\u2028",
    "\ufeff",
    "\0",
    "\ud800",
    "🎂",
    "back",
    "goto: back",
    "use: telling",
    "if: ",
    "no",
    "[" * 50,
    "(" * 50,
    "9" * 30,
]


@st.composite
def mutated(draw, texts, most=4):
    """Draw a text with one to *most* mistakes in it."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, most))):
        change = draw(st.sampled_from(CHANGES))
        text = change(draw, text)
    return text


def place(draw, items):
    return draw(st.integers(0, max(0, len(items) - 1)))


def without_a_line(draw, text):
    lines = text.split("\n")
    del lines[place(draw, lines)]
    return "\n".join(lines)


def with_a_line_twice(draw, text):
    lines = text.split("\n")
    lines.insert(place(draw, lines), lines[place(draw, lines)])
    return "\n".join(lines)


def with_two_lines_swapped(draw, text):
    lines = text.split("\n")
    one, other = place(draw, lines), place(draw, lines)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def with_another_indent(draw, text):
    lines = text.split("\n")
    at = place(draw, lines)
    lines[at] = (
        draw(st.sampled_from(["", " ", "  ", "    ", "\t"])) + lines[at].lstrip()
    )
    return "\n".join(lines)


def with_another_character(draw, text):
    at = place(draw, text)
    return text[:at] + draw(st.characters(codec=None)) + text[at + 1 :]


def with_a_special(draw, text):
    at = place(draw, text)
    return text[:at] + draw(st.sampled_from(SPECIALS)) + text[at:]


def with_another_word(draw, text):
    """Put one word of the text in the place of another: names then point elsewhere."""
    words = list(re.finditer(r"[a-z][a-z0-9_-]*", text))
    if not words:
        return text
    old, new = words[place(draw, words)], words[place(draw, words)]
    return text[: old.start()] + new.group() + text[old.end() :]


def cut_short(draw, text):
    return text[: place(draw, text)]


CHANGES = [
    without_a_line,
    with_a_line_twice,
    with_two_lines_swapped,
    with_another_indent,
    with_another_character,
    with_a_special,
    with_another_word,
    with_another_word,
    cut_short,
]

YAML_SOUP = st.lists(
    st.sampled_from([*SPECIALS, "a", "title", "scenes", " ", "  ", "\n", "\n  "]),
    max_size=60,
).map("".join)
