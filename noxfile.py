"""The checks of this project, each by name: ``nox -s lint``, or all: ``nox``.

Runs in the environment that ``python3 run.py test`` made, so that a check needs no
network and waits for no installation; only ``wheel`` makes one of its own.
"""

import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent

nox.needs_version = ">=2025.2"
nox.options.sessions = ["lint", "types", "stories", "coverage", "wheel"]


def run(session: nox.Session, *command: str) -> None:
    """Run a module of the environment that nox itself runs in."""
    session.run(sys.executable, "-m", *command)


@nox.session(venv_backend="none")
def lint(session: nox.Session) -> None:
    """Rules and layout of the code, and which module may import which."""
    run(session, "ruff", "check")
    run(session, "ruff", "format", "--check")
    run(session, "pytest", "tests/test_architecture.py")


@nox.session(venv_backend="none")
def types(session: nox.Session) -> None:
    """Types of the game, strictly."""
    run(session, "mypy")


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """Every test but the slow ones, or the tests named after ``--``."""
    run(session, "pytest", *(session.posargs or ["-n", "auto"]))


@nox.session(venv_backend="none")
def coverage(session: nox.Session) -> None:
    """Every branch of the core is taken by some test."""
    run(session, "coverage", "erase")
    run(session, "coverage", "run", "-m", "pytest", "-n", "auto")
    run(session, "coverage", "combine", "--quiet")
    run(session, "coverage", "report")


@nox.session(venv_backend="none")
def stories(session: nox.Session) -> None:
    """The checker has nothing to say about our own stories."""
    run(session, "game", "check", "scenarios")


@nox.session(venv_backend="none")
def fuzz(session: nox.Session) -> None:
    """The slow tests: random players and random stories, for as long as it takes."""
    run(session, "pytest", "-n", "auto", "-m", "slow", *session.posargs)


@nox.session(venv_backend="none")
def mutations(session: nox.Session) -> None:
    """Our stories, spoilt on purpose: how much of it the checker sees."""
    run(session, "tests.mutations", *session.posargs)


@nox.session(venv_backend="none")
def robot(session: nox.Session) -> None:
    """Somebody does 20,000 things in a real window; needs Xvfb where there is none."""
    screen = ["xvfb-run", "-a", "-s", "-screen 0 2560x1440x24"]
    command = [sys.executable, "-m", "tests.robot", *session.posargs]
    session.run(*screen, *command, external=True)


@nox.session(venv_backend="none")
def kills(session: nox.Session) -> None:
    """The game dies 200 times, half of them while it saves; needs strace."""
    run(session, "tests.kills", *session.posargs)


@nox.session(venv_backend="none")
def editor(session: nox.Session) -> None:
    """A YAML language server shows mistakes at their places; needs node and npm."""
    run(session, "pytest", "-rs", "-m", "editor", "tests/schema", *session.posargs)


@nox.session(venv_backend="none")
def scripts(session: nox.Session) -> None:
    """Stories in Punjabi, Bengali and Chinese; each needs a font that has it."""
    run(session, "pytest", "-rs", "-m", "scripts", "tests/phone", *session.posargs)


@nox.session(venv_backend="none")
def bench(session: nox.Session) -> None:
    """Speed and size, beside those of programs that others wrote."""
    run(session, "bench", *session.posargs)


@nox.session(venv_backend="none")
def messages(session: nox.Session) -> None:
    """Write down what the program says, for translators."""
    (ROOT / "game" / "locale").mkdir(exist_ok=True)
    run(
        session,
        "babel.messages.frontend",
        "extract",
        "--mapping-file=pyproject.toml",
        "--no-default-keywords",
        "--keyword=say",
        "--keyword=say_many:1,2",
        "--add-comments=Translators:",
        "--project=whos-typing",
        "--output-file=game/locale/whos-typing.pot",
        "game",
    )


@nox.session
def wheel(session: nox.Session) -> None:
    """A wheel, installed by itself, plays its stories from an empty folder."""
    built = Path(session.create_tmp()) / "wheel"
    run(session, "build", "--outdir", str(built))
    session.install(*map(str, built.glob("*.whl")))
    empty = built / "empty"
    empty.mkdir(exist_ok=True)
    program = ROOT / "tests" / "packaging" / "play_from_a_wheel.py"
    with session.chdir(empty):
        # -P: the folder of the program is in the clone, and the game is not to be.
        session.run("python", "-P", str(program))
