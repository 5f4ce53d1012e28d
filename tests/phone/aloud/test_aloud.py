"""The phone reads aloud: in order, never on top of itself, silent at once."""

import pygame

from game.phone.actions import OpenChat, OpenStory, Place, Start
from game.phone.aloud.aloud import Aloud
from game.phone.pace import Pace

STORY = (OpenStory("pencil"), Start(), OpenChat())


def hear(pilot, seconds=60):
    """Let time pass in steps of a twentieth of a second."""
    for _ in range(20 * seconds):
        pilot.wait(50)


def open_chat(pilot, voice):
    for press in STORY:
        pilot.press(press)
    pilot.app.aloud.hush()
    pilot.app.aloud.off()
    voice.said.clear()
    pilot.app.refresh()


def test_nothing_is_read_unless_it_is_set(listen, voice):
    pilot = listen(speech=False)
    open_chat(pilot, voice)
    hear(pilot, 5)

    assert voice.said == []


def test_messages_and_answers_are_read_one_after_another(listen, voice):
    pilot = listen()
    open_chat(pilot, voice)
    assert voice.said == ["Kit's phone: Bo."]

    hear(pilot)

    assert voice.said == [
        "Kit's phone: Bo.",
        "It is Friday.",
        "Bo: can you keep a secret from your mum?",
        "Kit's tummy goes tight.",
        "3 answers",
        "1. Answer: I don't keep secrets like that.",
        "2. Answer: ok...",
        "3. Ask the class what it is about.",
    ]


def test_in_a_group_every_message_says_who_speaks(listen, voice):
    pilot = listen()
    open_chat(pilot, voice)
    pilot.figure(2)
    hear(pilot)

    assert "Ada: your nan loves cake!" in voice.said
    assert "Bo: don't tell her!" in voice.said


def test_the_next_message_waits_until_the_last_was_read(listen, voice):
    pilot = listen(pace=Pace.NORMAL)
    open_chat(pilot, voice)
    for _ in range(20 * 120):
        before = list(voice.said), voice.left
        pilot.wait(50)
        if voice.said != before[0]:
            assert before[1] <= 50, "the voice was still reading"
        if voice.said[-1].startswith("3."):
            break

    assert "Bo: can you keep a secret from your mum?" in voice.said
    assert voice.said[-1] == "3. Ask the class what it is about."


def test_a_key_stops_the_voice_and_the_next_message_is_read_instead(listen, voice):
    pilot = listen(pace=Pace.ON_KEY)
    open_chat(pilot, voice)
    hear(pilot, 5)
    said = len(voice.said)
    pilot.key(pygame.K_SPACE)
    assert voice.said[said:] == ["It is Friday."]

    pilot.key(pygame.K_SPACE)
    assert voice.stops
    assert voice.said[-1] == "Bo: can you keep a secret from your mum?"


def test_tab_reads_the_answer_it_comes_to_instead(listen, voice):
    pilot = listen()
    open_chat(pilot, voice)
    pilot.key(pygame.K_TAB)

    assert voice.said[-1] == "1. Answer: I don't keep secrets like that."
    pilot.key(pygame.K_TAB)
    assert voice.said[-1] == "2. Answer: ok..."


def test_r_reads_the_last_message_again(listen, voice):
    pilot = listen()
    open_chat(pilot, voice)
    hear(pilot)
    voice.said.clear()
    pilot.key(pygame.K_r)
    hear(pilot)

    assert voice.said == [
        "Kit's tummy goes tight.",
        "1. Answer: I don't keep secrets like that.",
        "2. Answer: ok...",
        "3. Ask the class what it is about.",
    ]


def test_v_turns_the_voice_on_and_off(listen, voice):
    pilot = listen(speech=False)
    pilot.key(pygame.K_v)
    assert pilot.phone.settings.speech
    assert voice.said

    pilot.key(pygame.K_v)
    said = len(voice.said)
    assert not pilot.phone.settings.speech
    assert voice.left == 0
    hear(pilot, 5)
    assert len(voice.said) == said


def test_the_quick_exit_silences_the_voice_in_the_same_frame(listen, voice):
    pilot = listen()
    open_chat(pilot, voice)
    assert voice.left
    pilot.key(pygame.K_ESCAPE)

    assert pilot.phone.place is Place.DRAWING
    assert voice.left == 0
    said = len(voice.said)
    for key in (pygame.K_r, pygame.K_TAB, pygame.K_v, pygame.K_v):
        pilot.key(key)
    hear(pilot, 5)
    assert len(voice.said) == said


def test_the_ring_waits_until_what_is_in_it_was_read(listen, voice):
    pilot = listen(scan=1000)
    open_chat(pilot, voice)
    hear(pilot)

    assert "3 answers" in voice.said
    assert "Answer: ok..." in voice.said
    assert voice.said.index("Answer: ok...") > voice.said.index("3 answers")


def test_without_a_voice_all_goes_on_in_silence(listen):
    pilot = listen(pace=Pace.NORMAL)
    looked = []
    pilot.app.aloud = Aloud(lambda: looked.append(1))
    for press in STORY:
        pilot.press(press)
    hear(pilot)

    assert not pilot.app.aloud.speaking
    assert len(pilot.choices()) == 3
    assert pilot.phone.view.shown == len(pilot.phone.items)
    assert len(looked) == 1, "a voice is looked for once"


def test_what_is_over_is_closed(listen, voice):
    pilot = listen()
    assert pilot.app.aloud.on
    pilot.app.aloud.close()

    assert voice.closed
    assert not pilot.app.aloud.on
    assert not pilot.app.aloud.speaking


def test_what_was_answered_is_not_asked_again(listen, voice):
    pilot = listen(pace=Pace.NORMAL, motion=True)
    open_chat(pilot, voice)
    hear(pilot)
    asked = voice.said.count("3 answers")
    pilot.figure(2)
    for _ in range(40):
        pilot.wait(50)

    assert asked == voice.said.count("3 answers") == 1
    assert "2 answers" not in voice.said
