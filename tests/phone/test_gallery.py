"""The gallery in the documents shows every page as it is tested."""

import re

from tests.gallery import FOLDER, gallery


def test_the_gallery_is_of_the_pages_there_are():
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}

    assert kept == gallery(), "run: python -m tests.gallery"


def test_every_picture_of_the_gallery_is_there():
    shown = [
        target
        for text in gallery().values()
        for target in re.findall(r"\((\.\./[^)]+)\)", text)
    ]

    assert len(shown) > 300
    assert [one for one in shown if not (FOLDER / one).is_file()] == []
