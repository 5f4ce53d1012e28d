"""Comparing pages with their accepted pictures; headless, before pygame starts."""

import os
import struct
import zlib
from pathlib import Path

import pygame
import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

PICTURES = Path(__file__).parent / "phone" / "pictures"


def pytest_addoption(parser):
    parser.addoption(
        "--accept-pictures",
        action="store_true",
        help="save the pictures of pages as they are drawn now; look at them first",
    )


@pytest.fixture
def same_picture(request, tmp_path):
    """Compare a page with its accepted picture; on failure say where to look."""

    def compare(page, name):
        accepted = PICTURES / f"{name}.png"
        if request.config.getoption("--accept-pictures"):
            accepted.parent.mkdir(exist_ok=True)
            save_small(page, accepted)
        assert accepted.exists(), f"no {accepted.name}: run pytest --accept-pictures"
        wanted = pygame.image.load(accepted).convert(page)
        if differing_pixels(page, wanted):
            pygame.image.save(page, tmp_path / accepted.name)
            pytest.fail(f"{name} changed: compare {tmp_path} with {accepted}")

    return compare


def save_small(page, path):
    """Save as PNG without row filters: flat pages take a third less that way."""
    width, height = page.get_size()
    pixels = pygame.image.tobytes(page, "RGB")
    row = 3 * width
    rows = b"".join(b"\0" + pixels[at : at + row] for at in range(0, len(pixels), row))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in (
            (b"IHDR", head),
            (b"IDAT", zlib.compress(rows, 9)),
            (b"IEND", b""),
        ):
            file.write(struct.pack(">I", len(data)) + kind + data)
            file.write(struct.pack(">I", zlib.crc32(kind + data)))


def differing_pixels(one, other):
    """Count pixels that differ by more than 2 of 255 in some channel."""
    width, height = one.get_size()
    if other.get_size() != (width, height):
        return width * height
    same = pygame.mask.from_threshold(one, (0, 0, 0), (3, 3, 3, 255), other)
    return width * height - same.count()
