"""A program, run by ``nox -s wheel``: what an installed wheel must be able to do.

It runs in an empty folder, in an environment that holds the wheel and no clone, and
exits with 1 and a sentence at the first thing that is missing.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame

import game
from game.files import ROOT, Library, picture_names
from game.phone.app import App


def main():
    installed = Path(game.__file__).parent
    want(installed == ROOT, f"stories are looked for in {ROOT}, not in {installed}")
    want(not list(Path.cwd().iterdir()), "the folder is not empty")

    library = Library(settings_dir=Path(tempfile.mkdtemp()))
    stories = library.stories()
    want(len(stories) >= 3, f"there are {len(stories)} stories")
    schema = library.scenarios / "story.schema.json"
    want(schema.is_file(), f"the line at the top of each story leads to no {schema}")
    drawn = picture_names(library.pictures)
    for card in stories:
        story = library.load(card.id)
        missing = {contact.picture for contact in story.cast.values()} - drawn
        want(not missing, f"drawings are missing: {missing}")
        say_nothing_and_leave(card)
        open_the_phone(library, card.id)
    want(library.help().nations(), "there is nobody who helps")
    print(f"{len(stories)} stories play from {Path.cwd()}")


def say_nothing_and_leave(card):
    """Play in the terminal, as somebody on a machine that is new to the game."""
    story = card.id
    grown_up = "yes\n" if card.band.older else ""
    done = subprocess.run(
        [sys.executable, "-m", "game", "play", story, "--terminal"],
        input=f"{grown_up}\n1\n1\nt\n1\n1\n",
        env={**os.environ, "HOME": tempfile.mkdtemp()},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    want(done.returncode == 0 and not done.stderr, f"{story}: {done.stderr}")
    want("Who can help" in done.stdout or "0800 1111" in done.stdout, done.stdout)


def open_the_phone(library, story):
    pygame.init()
    surface = pygame.display.set_mode((480, 800))
    app = App(library, surface, story=story)
    app.frame((), 0)
    shown = pygame.display.get_surface()
    colours = {
        tuple(shown.get_at((x, y))) for x in range(240) for y in range(0, 400, 3)
    }
    want(len(colours) > 20, f"{story}: the page is nearly blank")


def want(holds, otherwise):
    if not holds:
        sys.exit(str(otherwise))


if __name__ == "__main__":
    main()
