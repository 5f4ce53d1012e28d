"""Every picture draws at the sizes the game uses, and asks only for what it gets.

pygame draws SVG with nanosvg, which silently leaves out what it does not know.
"""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pygame
import pytest

ASSETS = Path(__file__).parents[1] / "assets"
PICTURES = sorted((ASSETS / "pictures").glob("*.svg"))
assert PICTURES, "no pictures found"

DRAWN = {"svg", "title", "g", "path", "circle", "ellipse", "rect"}
NEVER_DRAWN = {"class", "clip-path", "filter", "mask", "style"}
INK = "#1f2a44"
FULL_BLEED = ("lock-", "scene-", "wallpaper-")

PLAYERS = {"sam", "nina", "leo"}
CHILDREN = PLAYERS | {"mia", "ade", "robin", "girl", "boy"}
ADULTS = {"mum", "dad", "nan", "aunt", "coach", "teacher", "ms-okoro", "mr-lind"}
ADULTS |= {"brother", "sister"}
MOODS = {
    *((who, mood) for who in CHILDREN for mood in ("happy", "worried", "relieved")),
    *((who, mood) for who in PLAYERS for mood in ("thinking", "sad")),
    *((who, mood) for who in ADULTS for mood in ("listening", "busy")),
}
HEAVY = 6_100
"""How many bytes a face has at most: it is read when it is first seen."""

every_picture = pytest.mark.parametrize(
    "path", PICTURES, ids=[path.stem for path in PICTURES]
)


def elements(path):
    """The elements of a picture with their names, outermost first."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 (our own file)
    return [(node.tag.rpartition("}")[2], node) for node in root.iter()]


def is_icon(path):
    return elements(path)[0][1].get("viewBox") == "0 0 24 24"


def parts(name):
    """The lines of a portrait by the comment above them, less how it is turned."""
    text = (ASSETS / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    found = {}
    here = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("<!--"):
            here = line
        elif (
            not line.startswith(("<g", "</", "<title", "<svg"))
            and 'r="118"' not in line
        ):
            found.setdefault(here, []).append(line)
    return found


def is_full_bleed(path):
    return path.stem.startswith(FULL_BLEED)


@pytest.mark.parametrize("size", [32, 64, 240])
@every_picture
def test_picture_fills_its_size(path, size):
    """It keeps its shape, fits (nanosvg may round up by one pixel) and shows."""
    picture = pygame.image.load_sized_svg(path, (size, size))
    drawn = pygame.mask.from_surface(picture, 127)

    assert size <= max(picture.get_size()) <= size + 1
    assert drawn.count() > 0.02 * size * size


@every_picture
def test_corners_are_transparent_where_meant(path):
    picture = pygame.image.load_sized_svg(path, (240, 240))
    right, bottom = picture.get_width() - 1, picture.get_height() - 1
    corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)]
    if is_full_bleed(path):
        corners = [(3, 3), (right - 3, 3), (3, bottom - 3), (right - 3, bottom - 3)]

    alphas = {picture.get_at(corner).a for corner in corners}

    assert alphas == ({255} if is_full_bleed(path) else {0})


@every_picture
def test_picture_uses_only_what_nanosvg_draws(path):
    names = {name for name, _ in elements(path)}
    attributes = {key for _, node in elements(path) for key in node.attrib}
    colours = {
        node.get(key, "") for _, node in elements(path) for key in ("fill", "stroke")
    }

    assert names <= DRAWN
    assert not attributes & NEVER_DRAWN
    assert not [colour for colour in colours if colour.startswith("url")]


@every_picture
def test_picture_says_what_it_shows(path):
    """The title is its second element, for editors and for screen readers."""
    name, title = elements(path)[1]

    assert name == "title"
    assert title.text


@pytest.mark.parametrize(
    "path", [path for path in PICTURES if is_icon(path)], ids=lambda path: path.stem
)
def test_icon_has_one_colour(path):
    """So that a page can tint it."""
    colours = set(re.findall(r"#\w+", path.read_text(encoding="utf-8")))

    assert colours == {INK}


@pytest.mark.parametrize("who", sorted(PLAYERS))
def test_white_text_stands_on_the_upper_half_of_a_lock_screen(who):
    """Everywhere but on the stars, which are smaller than a full stop."""
    picture = pygame.image.load_sized_svg(
        ASSETS / "pictures" / f"lock-{who}.svg", (400, 400)
    )
    width, height = picture.get_size()
    contrasts = sorted(
        1.05 / (luminance(picture.get_at((x, y))) + 0.05)
        for x in range(width)
        for y in range(height // 2)
    )

    assert contrasts[len(contrasts) // 200] >= 4.5


def luminance(colour):
    """Of a colour, as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.r / 255, colour.g / 255, colour.b / 255)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_picture_has_a_licence_row():
    rows = (ASSETS / "LICENSES.md").read_text(encoding="utf-8").splitlines()
    named = {row.split("`")[1] for row in rows if row.startswith("| `pictures/")}

    assert named == {f"pictures/{path.name}" for path in PICTURES}


every_mood = pytest.mark.parametrize(
    ("who", "mood"), sorted(MOODS), ids=lambda word: word
)


@every_mood
def test_a_mood_is_of_the_same_person(who, mood):
    """Hair, clothes and skin stay; the face alone shows the mood."""
    usual, moody = parts(who), parts(f"{who}-{mood}")
    faces = {"<!-- face -->", "<!-- smile and moustache -->"}

    for part in usual.keys() - faces:
        assert moody[part] == usual[part]
    assert moody["<!-- face -->"] != usual["<!-- face -->"]


@every_mood
def test_a_mood_is_light(who, mood):
    path = ASSETS / "pictures" / f"{who}-{mood}.svg"

    assert path.stat().st_size <= HEAVY


def test_no_two_moods_of_a_person_look_the_same():
    for who in CHILDREN | ADULTS:
        names = [who, *(f"{who}-{mood}" for other, mood in MOODS if other == who)]
        faces = [tuple(parts(name)["<!-- face -->"]) for name in names]

        assert len(set(faces)) == len(names)


def test_the_palette_names_every_scene_and_every_mood():
    """So that who writes a story knows what there is."""
    palette = (ASSETS / "pictures" / "PALETTE.md").read_text(encoding="utf-8")
    rows = [row for row in palette.splitlines() if row.startswith("| ")]
    scenes = {p.stem.removeprefix("scene-") for p in PICTURES if "scene-" in p.stem}

    assert scenes <= set(re.findall(r"[\w-]+", " ".join(rows)))
    for who, mood in MOODS:
        assert [row for row in rows if re.search(rf"\b{who}\b.*\b{mood}\b", row)]


def test_everybody_in_a_story_has_a_picture_and_people_have_moods():
    told = {
        picture
        for path in (ASSETS.parent / "scenarios").glob("*/story.yaml")
        for picture in re.findall(
            r"picture: ([\w-]+)[,}\n]", path.read_text(encoding="utf-8")
        )
    }
    people = {who for who, _ in MOODS}
    things = {"blank", "football", "cat", "game-pad", "jay-kit"}

    assert told
    scenes = {one for one in told if one.startswith("scene-")}
    assert told - scenes <= people | things
