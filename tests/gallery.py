"""Write ``docs/gallery``: every page at every size, text size and theme, to look at.

``python -m tests.gallery`` after ``pytest tests/phone --accept-pictures``. The pictures
are those that the tests compare with, so the gallery shows what is tested.
"""

from pathlib import Path

from game.phone.look import Theme
from tests.phone.test_pictures import PAGES, SIZES, TEXTS, picture_name

FOLDER = Path(__file__).parent.parent / "docs" / "gallery"
PICTURES = "../../tests/phone/pictures"


def gallery():
    """Return the text of each file of the gallery by its name."""
    return {"README.md": index(), **{f"{page}.md": sheet(page) for page in PAGES}}


def index():
    """Return the first page: a picture of each page of the game."""
    sizes = ", ".join(f"{width}x{height}" for width, height in SIZES.values())
    cells = [
        f"[![{page}]({PICTURES}/{picture_name(page, 'laptop', 100, Theme.LIGHT)}.png)"
        f"<br>{page}]({page}.md)"
        for page in PAGES
    ]
    rows = [cells[at : at + 3] for at in range(0, len(cells), 3)]
    return "\n".join(
        [
            "# Gallery",
            "",
            (
                f"Every page of the phone at {sizes} pixels, with text of 100 and 200"
                " per cent, by day, by night and with the most contrast. Written by"
                " `python -m tests.gallery`; the pictures are those that"
                " `pytest tests/phone` compares each page with, kept smaller than the"
                " window they show. The story in them is that of the tests, which has"
                " something for every page."
            ),
            "",
            *table(("", "", ""), rows),
            "",
        ]
    )


def sheet(page):
    """Return all pictures of one page."""
    lines = [f"# {page}", "", "[All pages](README.md)", ""]
    for size, (width, height) in SIZES.items():
        rows = [
            [
                f"![{page}, {theme}, {text} %]"
                f"({PICTURES}/{picture_name(page, size, text, theme)}.png)"
                for theme in Theme
            ]
            for text in TEXTS
        ]
        lines += [f"## {width}x{height}", "", *table(tuple(Theme), rows), ""]
    return "\n".join(lines)


def table(head, rows):
    """Return lines of a table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row + [''] * (len(head) - len(row)))} |"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for name, text in gallery().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
