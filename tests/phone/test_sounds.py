"""Small sounds: what they are, when they are made, and that play never needs them."""

import runpy
import wave
from array import array
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.phone.actions import Exit, GoHome, Place, Undo
from game.phone.cues import Cue, Moment, cue
from game.phone.pace import Pace
from game.phone.sounds import RATE, Sounds
from game.phone.transcript import Item, Kind
from game.story.model import ChatId, ContactId

FOLDER = Path(__file__).parents[2] / "assets" / "sounds"
QUIET = 10 ** (-12 / 20) * 32_768
"""12 dB below the loudest sample there can be."""

every_cue = pytest.mark.parametrize("wanted", list(Cue))


def samples(name):
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        assert file.getparams()[:3] == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


# What they are.


@every_cue
def test_a_sound_is_short_soft_and_small(wanted):
    sound = samples(wanted)

    assert 0.1 < len(sound) / RATE < 0.6
    assert max(map(abs, sound)) <= QUIET
    assert (FOLDER / f"{wanted}.wav").stat().st_size < 20_000


@every_cue
def test_a_sound_begins_and_ends_in_silence_without_a_click(wanted):
    sound = samples(wanted)
    steps = [abs(one - two) for one, two in pairwise(sound)]

    assert max(map(abs, sound[:8])) < 200
    assert max(map(abs, sound[-8:])) < 200
    assert max(steps) < 1500


@every_cue
def test_a_sound_swells_before_it_fades(wanted):
    """The loudest moment is never the first."""
    sound = samples(wanted)
    loudest = max(range(len(sound)), key=lambda at: abs(sound[at]))

    assert 0.004 * RATE < loudest < 0.75 * len(sound)


def test_the_sounds_are_those_that_the_program_writes(tmp_path):
    made = runpy.run_path(str(FOLDER / "make.py"))
    made["write"](tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    assert written == {path.name: path.read_bytes() for path in FOLDER.glob("*.wav")}
    assert written.keys() == {f"{one}.wav" for one in Cue}


def test_every_sound_has_a_licence_row():
    rows = (FOLDER.parent / "LICENSES.md").read_text(encoding="utf-8")

    assert [one for one in Cue if f"| `sounds/{one}.wav` |" not in rows] == []


# Which one belongs to what.

KIT, MUM = ChatId("kit"), ChatId("mum")
HELLO = Item(Kind.THEIRS, KIT, "hello")
ANSWER = Item(Kind.MINE, KIT, "hi")
DEED = Item(Kind.DEED, KIT, "Kit blocked it.")
THOUGHT = Item(Kind.FEELING, KIT, "Kit wonders.")
DINNER = Item(Kind.THEIRS, MUM, "dinner!")
CHATTING = Moment(on=True, place=Place.CHAT, play=7, shown=(HELLO,), chat=KIT, done=1)


def after(*items, **changes):
    return replace(CHATTING, shown=(HELLO, *items), **changes)


@pytest.mark.parametrize(
    ("before", "now", "heard"),
    [
        (CHATTING, CHATTING, None),
        (CHATTING, after(HELLO), Cue.MESSAGE_IN),
        (CHATTING, after(HELLO, THOUGHT), Cue.MESSAGE_IN),
        (CHATTING, after(THOUGHT), None),
        (CHATTING, after(ANSWER), Cue.MESSAGE_SENT),
        (CHATTING, after(DINNER), Cue.ELSEWHERE),
        (CHATTING, after(DINNER, HELLO), Cue.MESSAGE_IN),
        (CHATTING, after(ANSWER, done=2), Cue.MESSAGE_SENT),
        (CHATTING, after(DEED, done=2), Cue.CHOICE),
        (CHATTING, after(listeners=frozenset({ContactId("mum")})), Cue.SOMEONE_LISTENS),
        (CHATTING, after(HELLO, play=8), None),
        (CHATTING, replace(CHATTING, shown=(), done=0), None),
        (CHATTING, after(HELLO, done=0), None),
    ],
)
def test_what_comes_into_a_play_is_heard(before, now, heard):
    assert cue(before, now) is heard


@pytest.mark.parametrize(
    ("before", "now", "heard"),
    [
        (Place.LOCK, Place.CHAT, Cue.UNLOCK),
        (Place.CHAT, Place.CLOSING, Cue.END),
        (Place.HOME, Place.ABOUT, Cue.PAGE),
        (Place.ABOUT, Place.HOME, None),
        (Place.CHAT, Place.SETTINGS, None),
        (Place.CHAT, Place.DRAWING, None),
        (Place.DRAWING, Place.CLOSING, None),
        (Place.DRAWING, Place.CHAT, None),
    ],
)
def test_few_pages_are_heard(before, now, heard):
    assert cue(replace(CHATTING, place=before), replace(CHATTING, place=now)) is heard


def test_a_closing_page_that_is_turned_is_heard():
    closing = replace(CHATTING, place=Place.CLOSING)

    assert cue(closing, replace(closing, turned=1)) is Cue.PAGE


def test_that_sounds_are_on_again_is_heard_and_off_they_are_not():
    off = replace(CHATTING, on=False)

    assert cue(off, CHATTING) is Cue.CHOICE
    assert cue(CHATTING, off) is None
    assert cue(off, replace(off, shown=(HELLO, HELLO))) is None


# The phone makes them.


class Ear:
    """Hears what a phone plays."""

    def __init__(self):
        self.heard = []

    def play(self, wanted):
        self.heard.append(wanted)

    def silence(self):
        self.heard.append(None)

    def since(self):
        found, self.heard = self.heard, []
        return found


@pytest.fixture
def ear(hold):
    pilot = hold(pace=Pace.AT_ONCE)
    pilot.app.sounds = Ear()
    pilot.app.refresh()
    assert pilot.app.sounds.since() == []
    return pilot, pilot.app.sounds


def test_a_story_is_heard_from_its_page_to_its_end(ear):
    pilot, heard = ear
    pilot.take_phone()
    pilot.figure(1)
    while not pilot.over:
        pilot.figure(1)
    pilot.press(GoHome())

    sounds = heard.since()
    assert sounds[:2] == [Cue.PAGE, Cue.UNLOCK]
    assert Cue.MESSAGE_SENT in sounds
    assert None not in sounds


def test_going_back_is_silent(ear):
    pilot, heard = ear
    pilot.take_phone()
    pilot.figure(1)
    heard.since()
    pilot.press(Undo(0))

    assert heard.since() == []


def test_the_quick_exit_stops_what_is_heard(ear):
    pilot, heard = ear
    pilot.take_phone()
    heard.since()
    pilot.press(Exit())

    assert heard.since() == [None]


def test_one_key_turns_sounds_off_and_on(ear):
    pilot, heard = ear
    pilot.key(pygame.K_m)
    assert not pilot.phone.settings.sound
    pilot.take_phone()
    assert set(heard.since()) == {None}

    pilot.key(pygame.K_m)
    assert pilot.phone.settings.sound
    assert heard.since() == [Cue.CHOICE]


# The way to the loudspeakers.


@pytest.fixture
def mixer():
    pygame.mixer.quit()
    yield pygame.mixer
    pygame.mixer.quit()


def test_the_loudspeakers_are_opened_with_the_first_sound(mixer):
    sounds = Sounds(FOLDER)
    sounds.silence()
    assert mixer.get_init() is None

    sounds.play(Cue.END)
    assert mixer.get_init() == (RATE, -16, 1)
    assert mixer.get_busy()

    sounds.silence()
    assert not mixer.get_busy()


def test_without_loudspeakers_all_is_silent(mixer, monkeypatch):
    monkeypatch.setenv("SDL_AUDIODRIVER", "nothing-of-that-name")
    sounds = Sounds(FOLDER)
    sounds.play(Cue.END)
    sounds.play(Cue.PAGE)
    sounds.silence()

    assert mixer.get_init() is None


def test_without_its_file_a_sound_is_silent(mixer, tmp_path):
    sounds = Sounds(tmp_path)
    sounds.play(Cue.END)

    assert not mixer.get_busy()
