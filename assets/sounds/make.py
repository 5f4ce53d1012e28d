"""Writes the sounds of the game beside itself: ``python assets/sounds/make.py``.

Each is a few struck notes, like felt on wood: soft at the start, low, short. None is
an alarm, and none a reward. Everything is made of sums and products of numbers, so that
every machine writes the same bytes.
"""

import struct
import wave
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RATE: Final = 22_050
"""Samples a second; one channel of 16 bits."""
PEAK: Final = 0.2
"""The loudest a sample gets, of 1: 14 dB below the loudest possible."""
PARTIALS: Final = ((1, 1.0, 3), (2, 0.22, 5), (3, 0.05, 8))
"""What a note is made of: times its pitch, how loud, and how fast it fades.

Fading with 3 means that what is left falls as the cube of the time that is left.
"""


@dataclass(frozen=True, slots=True)
class Note:
    """A struck note: its pitch in hertz, when and for how long in seconds.

    ``attack`` is how many seconds it swells, and ``bend`` by how many hertz its pitch
    moves while it sounds. A note without pitch is a breath of air.
    """

    pitch: float
    start: float
    length: float
    level: float = 1.0
    attack: float = 0.012
    bend: float = 0.0


C4, E4, G4, A4, C5, E5 = 261.6, 329.6, 392.0, 440.0, 523.3, 659.3
AIR: Final = 0.0

SOUNDS: Final[Mapping[str, tuple[Note, ...]]] = {
    "message-in": (Note(G4, 0, 0.2, 0.8), Note(C5, 0.06, 0.24)),
    "message-sent": (Note(C5, 0, 0.17, bend=60),),
    "choice": (Note(E4, 0, 0.14, attack=0.006), Note(C4, 0, 0.12, 0.5)),
    "someone-listens": (
        Note(C4, 0, 0.44, 1.0, attack=0.07),
        Note(G4, 0.03, 0.41, 0.7, attack=0.08),
        Note(E5, 0.08, 0.36, 0.3, attack=0.1),
    ),
    "page": (Note(AIR, 0, 0.2, attack=0.07),),
    "elsewhere": (Note(E5, 0, 0.22, 0.8), Note(C5, 0.11, 0.28, 0.8)),
    "unlock": (Note(C4, 0, 0.22, 0.8), Note(A4, 0.07, 0.26)),
    "end": (
        Note(G4, 0, 0.3, 0.8, attack=0.03),
        Note(E4, 0.1, 0.32, 0.9, attack=0.03),
        Note(C4, 0.2, 0.25, 1.0, attack=0.03),
    ),
}
"""Each sound by its name, which is that of its file."""
QUIETER: Final[Mapping[str, float]] = {"page": 0.35, "choice": 0.7, "elsewhere": 0.7}


def samples(name: str) -> list[int]:
    """Return the samples of a sound, of 16 bits each."""
    notes = SOUNDS[name]
    size = round(max(note.start + note.length for note in notes) * RATE)
    mixed = [0.0] * size
    for note in notes:
        first = round(note.start * RATE)
        for at, value in enumerate(_breath(note) if note.pitch == AIR else _note(note)):
            if first + at < size:
                mixed[first + at] += value
    loudest = max(map(abs, mixed))
    grown = PEAK * QUIETER.get(name, 1.0) * 32_767 / loudest
    return [round(value * grown) for value in mixed]


def write(folder: Path) -> None:
    """Write every sound into *folder*."""
    for name in SOUNDS:
        sound = samples(name)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(sound)}h", *sound))


def _note(note: Note) -> Iterator[float]:
    size = round(note.length * RATE)
    turns = 0.0
    for at in range(size):
        gone = at / size
        swelling = _swell(at / RATE, note.attack)
        yield sum(
            note.level * loud * swelling * (1 - gone) ** fading * _sine(turns * times)
            for times, loud, fading in PARTIALS
        )
        turns += (note.pitch + note.bend * gone) / RATE


def _breath(note: Note) -> Iterator[float]:
    """Noise that was dulled twice, from numbers that are always the same."""
    size = round(note.length * RATE)
    number, dull, duller = 1, 0.0, 0.0
    for at in range(size):
        number = (number * 1_103_515_245 + 12_345) % 2**31
        dull += (number / 2**30 - 1 - dull) * 0.22
        duller += (dull - duller) * 0.22
        left = 1 - at / size
        yield note.level * duller * _swell(at / RATE, note.attack) * left * left


def _swell(seconds: float, attack: float) -> float:
    """Rise from 0 to 1 within *attack*, without a corner at either end."""
    gone = min(seconds / attack, 1.0)
    return gone * gone * (3 - 2 * gone)


def _sine(turns: float) -> float:
    """Sine of that many turns, to a thousandth: a triangle rounded by a polynomial."""
    q = 4 * abs((turns + 0.75) % 1 - 0.5) - 1
    return q * (1.570796 - q * q * (0.645964 - q * q * (0.079693 - q * q * 0.004682)))


if __name__ == "__main__":
    write(Path(__file__).parent)
