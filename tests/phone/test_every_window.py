"""Every page fits every window: sizes, scale factors, text, spacing and themes."""

import random

import pygame
import pytest

from game.files import Library
from game.phone.app import kit_for
from game.phone.fonts.lines import Fonts
from tests.robot.everywhere import any_settings, held, pages, plays, windows
from tests.robot.sound import faults

SAMPLES = 24
WINDOWS = windows()


@pytest.fixture(scope="module")
def fonts(cache):
    pygame.font.init()
    return Fonts(cache)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library(settings_dir=tmp_path_factory.mktemp("kept"))


def test_windows_reach_from_a_phone_to_the_largest_screens():
    sizes = {window[:2] for window in WINDOWS}
    assert {(480, 800), (800, 480), (3840, 2160), (2160, 3840)} <= sizes
    assert {window[2] for window in WINDOWS} == {1, 1.5, 2, 3}


@pytest.mark.parametrize("seed", range(SAMPLES))
def test_every_page_fits_whatever_the_window(fonts, library, seed):
    check(fonts, library, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1400))
def test_every_page_fits_in_many_more_windows(fonts, library, seed):
    check(fonts, library, seed)


def check(fonts, library, seed):
    """Go to a moment of a recorded play in some window and look at every page."""
    chance = random.Random(seed)  # noqa: S311 (not for secrets)
    key, steps = chance.choice(plays(library))
    steps = steps[: chance.randint(0, len(steps))]
    settings, window = any_settings(chance), chance.choice(WINDOWS)
    phone = held(library, library.load(key), steps, settings)
    kit = kit_for(fonts, settings, window[:2], window[2])

    found = [
        f"{name}: {fault}"
        for name, page in pages(phone, kit)
        for fault in faults(page, kit)
    ]

    assert not found, (key, len(steps), settings, window, found)
