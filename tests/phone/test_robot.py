"""Somebody does anything: the phone never breaks, and there is always a way on.

A small part of what ``nox -s robot`` does, without a window.
"""

import pygame
import pytest

from game.files import Library
from game.phone.actions import Place
from tests.robot.__main__ import grown
from tests.robot.everywhere import endings, plays
from tests.robot.guide import follow
from tests.robot.robot import Robot

PLAYS = plays(Library())
ACTS = 80


@pytest.fixture
def robot(tmp_path, cache):
    def robot(seed):
        pygame.display.init()
        pygame.font.init()
        surface = pygame.display.set_mode((800, 600), pygame.RESIZABLE)
        return Robot(Library(settings_dir=tmp_path), surface, seed, cache=cache)

    return robot


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_all_is_well_and_mostly_the_story_goes_on(robot, seed):
    """Clicks, keys, other sizes and other settings; each is followed by a look."""
    player = robot(seed)
    while player.acts < ACTS:
        player.roam()

    assert player.changed >= ACTS // 3


@pytest.mark.parametrize("story", sorted({story for story, _ in PLAYS}))
def test_a_recorded_play_is_followed_by_clicks_to_the_last_closing_page(robot, story):
    player = robot(0)
    steps = next(steps for key, steps in PLAYS if key == story)
    follow(player, story, steps)

    assert {key for key, _ in player.endings} == {story}
    assert player.endings <= endings(Library())
    assert player.last_closing_page() > 0
    assert player.closing_pages_missed() == []
    assert player.phone.place is Place.HOME


@pytest.mark.parametrize(
    ("readings", "growth"),
    [
        ([], 0),
        ([86, 92, 84, 90, 85, 92, 86, 90, 86], 0),
        ([80, 82, 84, 86, 88, 90, 92, 94, 96], 12),
    ],
    ids=["none", "up and down", "a leak"],
)
def test_memory_grows_only_where_it_does_not_come_back(readings, growth):
    assert grown(readings)[0] == growth
