"""A voice is a program beside the game: fed, stopped, never waited for."""

import io
import os
import shutil
import subprocess
import sys
import time

import pytest

from game.phone.aloud import programs, speaker
from game.phone.aloud.programs import PROGRAMS, Program
from game.phone.aloud.speaker import Speaker
from game.phone.aloud.voices import LATE, LineVoice, expected, find

SLOW = "import sys, time; print('on', file=open({path!r}, 'w')); time.sleep(60)"
WRITES = "import sys; open({path!r}, 'a').write({what} + '\\n')"
ECHO = """
import sys
for number, line in enumerate(sys.stdin, 1):
    with open({path!r}, "a") as file:
        file.write(line)
    if "slowly" not in line:
        print(number, flush=True)
"""
SAYS = """
import sys
from game.phone.aloud.programs import Program
from game.phone.aloud.speaker import Speaker
Speaker(Program({command!r}), sys.stdout).take(sys.stdin)
"""


def python(code):
    return (sys.executable, "-c", code)


def until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.01)


@pytest.fixture
def heard(tmp_path):
    """What programs wrote down, line by line, and where."""

    class Heard:
        path = str(tmp_path / "heard")

        def __call__(self):
            if not os.path.exists(self.path):  # noqa: PTH110 (a program writes it)
                return []
            with open(self.path, encoding="utf-8") as file:  # noqa: PTH123 (see above)
                return file.read().splitlines()

    return Heard()


@pytest.fixture
def voice_of():
    """Make a voice of a program in Python, and close it in the end."""
    made = []

    def voice_of(code, *, tells=True):
        made.append(LineVoice(python(code), tells=tells))
        return made[-1]

    yield voice_of
    for voice in made:
        voice.close()


def test_a_voice_gets_a_line_for_each_text(voice_of, heard):
    voice = voice_of(ECHO.format(path=heard.path))
    voice.speak("one\nline, “źle” -x")
    voice.speak("slowly")
    voice.stop()

    until(lambda: heard() == ["one line, “źle” -x", "slowly", ""])


def test_it_speaks_until_it_tells_that_it_is_done(voice_of, heard):
    voice = voice_of(ECHO.format(path=heard.path))
    voice.speak("hello")

    assert voice.pass_time(0)
    until(lambda: not voice.pass_time(0))
    assert heard() == ["hello"]


def test_one_that_hangs_is_not_waited_for(voice_of, heard):
    voice = voice_of(ECHO.format(path=heard.path))
    voice.speak("slowly")
    until(heard)

    assert voice.pass_time(expected("slowly"))
    assert not voice.pass_time((LATE - 1) * expected("slowly"))


def test_one_that_does_not_tell_speaks_for_as_long_as_expected(voice_of, heard):
    voice = voice_of(ECHO.format(path=heard.path), tells=False)
    voice.speak("hello")
    until(heard)

    assert voice.pass_time(expected("hello") - 1)
    assert not voice.pass_time(1)


def test_what_was_stopped_speaks_no_more(voice_of, heard):
    voice = voice_of(ECHO.format(path=heard.path))
    voice.speak("slowly")
    voice.stop()

    assert not voice.pass_time(0)


def test_a_program_that_cannot_be_started_is_silence():
    voice = LineVoice(("no-such-program-here",), tells=True)
    voice.speak("hello")
    voice.stop()

    assert not voice.pass_time(0)
    voice.close()


def test_a_program_that_dies_is_started_again(voice_of, heard):
    voice = voice_of(WRITES.format(path=heard.path, what="sys.stdin.readline()"))
    voice.speak("hello")
    until(lambda: not voice.pass_time(0))
    voice.speak("again")
    until(lambda: not voice.pass_time(0))

    assert [line for line in heard() if line] == ["hello", "again"]


def test_a_program_that_does_not_end_is_ended(voice_of):
    voice = voice_of("import time; time.sleep(60)")
    voice.speak("hello")
    began = time.monotonic()
    voice.close()

    assert time.monotonic() - began < 10


def says(heard, what, **more):
    return Program(python(WRITES.format(path=heard.path, what=what)), **more)


def test_the_speaker_gives_a_text_as_input(heard):
    Speaker(says(heard, "sys.stdin.read()"), io.StringIO()).take(slowly(["one"], heard))

    assert heard() == ["one"]


def test_the_speaker_gives_a_text_as_last_argument(heard):
    program = says(heard, "sys.argv[1]", argument=True)
    Speaker(program, io.StringIO()).take(slowly(["--help"], heard))

    assert heard() == ["--help"]


def slowly(lines, heard):
    """Lines one after another, each when the one before was said."""
    for count, line in enumerate(lines, start=1):
        yield line
        until(lambda count=count: len(heard()) >= count)


def test_the_speaker_tells_what_was_said_to_its_end(heard):
    out = io.StringIO()

    def lines():
        yield "one"
        until(lambda: out.getvalue() == "1\n")
        yield ""
        yield "three"
        until(lambda: out.getvalue() == "1\n3\n")

    Speaker(says(heard, "sys.stdin.read()"), out).take(lines())


def test_the_speaker_stops_what_is_said_for_the_next_and_at_the_end(heard):
    out = io.StringIO()
    hush = python(WRITES.format(path=heard.path, what="'hush'"))
    program = Program(python(SLOW.format(path=heard.path)), hush=hush)
    speaking = Speaker(program, out)
    began = time.monotonic()

    def lines():
        yield "one"
        until(heard)
        yield ""
        assert heard()[-1] == "hush"

    speaking.take(lines())

    assert time.monotonic() - began < 20
    assert out.getvalue() == ""


def test_the_speaker_goes_on_where_a_program_is_gone():
    out = io.StringIO()
    Speaker(Program(("no-such-program-here",)), out).take(["one", "two"])

    assert out.getvalue() == ""


def test_the_speaker_goes_on_where_what_stops_a_program_hangs(heard, monkeypatch):
    monkeypatch.setattr(speaker, "HUSHING", 0.2)
    hangs = python("import time; time.sleep(60)")
    program = Program(python(SLOW.format(path=heard.path)), hush=hangs)
    began = time.monotonic()

    def lines():
        yield "one"
        until(heard)
        yield "two"

    Speaker(program, io.StringIO()).take(lines())

    assert time.monotonic() - began < 20


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="there is no /proc to look in")  # noqa: PTH112
def test_when_the_game_is_killed_its_voice_stops(heard):
    """Nothing goes on speaking, however the game ended."""
    path = heard.path
    write = f"print(os.getpid(), file=open({path!r}, 'w'))"
    slow = python(f"import os, time; {write}; time.sleep(60)")
    command = python(SAYS.format(command=slow))
    game = f"""
import time
from game.phone.aloud.voices import LineVoice
voice = LineVoice({command!r}, tells=True)
voice.speak("hello")
time.sleep(60)
"""
    with subprocess.Popen(python(game)) as running:
        until(lambda: heard() and heard()[0])
        speaks = int(heard()[0])
        assert os.path.exists(f"/proc/{speaks}")  # noqa: PTH110
        running.kill()

    until(lambda: not _lives(speaks))


def _lives(process):
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as file:  # noqa: PTH123
            return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_the_voice_of_this_system_is_looked_for_in_order(monkeypatch):
    there = {"espeak-ng", "spd-say"}
    monkeypatch.setattr(shutil, "which", lambda name: name if name in there else None)
    assert programs.found().name == "spd-say"

    there.remove("spd-say")
    assert programs.found().name == "espeak-ng"
    there.clear()
    assert programs.found() is None


def test_without_a_program_that_speaks_there_is_no_voice(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(programs, "found", lambda: PROGRAMS[0])
    assert isinstance(find(), LineVoice)

    monkeypatch.setattr(programs, "found", lambda: None)
    assert find() is None


def test_on_windows_powershell_speaks(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(shutil, "which", lambda name: f"C:/{name}.exe")
    assert isinstance(find(), LineVoice)

    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert find() is None


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not here")
def test_espeak_makes_sound_of_what_it_is_given():
    command = next(one.command for one in PROGRAMS if one.name == "espeak-ng")
    made = [
        subprocess.run(
            [*command, "--stdout"], input=text.encode(), capture_output=True, check=True
        ).stdout
        for text in ("Hi.", "Bo: can you keep a secret from your mum?")
    ]

    assert all(sound.startswith(b"RIFF") for sound in made)
    assert len(made[1]) > 2 * len(made[0])
