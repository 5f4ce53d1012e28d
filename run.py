#!/usr/bin/env python3
"""Set the game up in an environment of its own, then start it.

    python3 run.py                     play
    python3 run.py play the-threat     anything that `python -m game` understands
    python3 run.py test                run every test

Needs Python 3.11 and nothing else, and changes nothing outside the clone,
except when the clone is read-only: then the environment lies in the user's cache
folder. What has been set up is used again until pyproject.toml or Python
changes; what was set up half way is thrown away.

This file must be readable to the end by Python 2.7, so that a Python that is too
old can say so in a sentence. Modules that only setting up needs are imported where
they are used: every start of the game waits for this file.
"""

import io
import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))

# What an environment is for, from least to most; each holds all before it.
PURPOSES = ("play", "test")


class SetupError(Exception):
    """The game cannot be set up; the message is one sentence for the player."""


def main(arguments):
    """Do what *arguments* ask and return the exit code, if there is one to return.

    On POSIX, this process becomes the game as soon as all is set up.
    """
    if sys.version_info < (3, 11):
        say(
            "This game needs Python 3.11 or newer, and this is Python %d.%d: "
            "get a newer one from python.org or from your system's packages."
            % sys.version_info[:2]
        )
        return 1
    try:
        if arguments[:1] == ["test"]:
            python = ready_python("test")
            os.chdir(ROOT)
            # Asking for particular tests is faster without starting workers.
            options = arguments[1:] or ["-n", "auto"]
            return become([python, "-m", "pytest"] + options)
        # -P: a game.py that happens to lie in the current folder is not ours.
        command = [ready_python("play"), "-P", "-m", "game"]
        return become(command + (arguments or ["play"]))
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def say(sentence):
    """Tell the player something, without mixing it into what the game prints."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def become(command):
    """Run *command* in place of this process, or wait for its exit code on Windows.

    Windows has no exec: there, the shell would take the keyboard back while the
    game still runs.
    """
    if os.name != "nt":
        os.execv(command[0], command)
    return run_as_child(command)


def run_as_child(command):
    """Run *command* to its end and return its exit code; Ctrl-C is its own affair."""
    import signal
    import subprocess

    child = subprocess.Popen(command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return child.wait()


def ready_python(purpose):
    """Return the path of a Python that has all that *purpose* needs.

    Raises:
        SetupError: If there is none and none can be made.
    """
    places = (os.path.join(ROOT, ".venv"), place_for_user())
    for place in places:
        if is_ready(place, purpose):
            return python_of(place)
    for place in places:
        if is_writable(place):
            set_up(place, purpose)
            return python_of(place)
    raise SetupError(
        "There is nowhere to set the game up, because neither %s nor %s can be "
        "written to." % places
    )


def place_for_user():
    """Return the folder for the environment when the clone is read-only.

    Each clone has its own, because an environment plays the stories of one clone.
    """
    import zlib

    home = os.path.expanduser("~")
    if os.name == "nt":
        caches = os.environ.get("LOCALAPPDATA", os.path.join(home, "AppData", "Local"))
    elif sys.platform == "darwin":
        caches = os.path.join(home, "Library", "Caches")
    else:
        caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    clone = "%08x" % zlib.crc32(os.fsencode(ROOT))
    return os.path.join(caches, "whos-typing", clone)


def python_of(place):
    """Return the path of the Python in the environment at *place*."""
    if os.name == "nt":
        return os.path.join(place, "Scripts", "python.exe")
    return os.path.join(place, "bin", "python")


# The stamp of an environment is the last thing written when it is set up and the
# first thing removed when it is changed. It tells, on a line each, what the
# environment was made with and what for, and then the whole of pyproject.toml:
# comparing that is faster than importing a hash to compare.


def stamp_of(place):
    """Return the path of the stamp of the environment at *place*."""
    return os.path.join(place, "whos-typing.stamp")


def read_stamp(place):
    """Return maker, purpose and project of the stamp at *place*, empty if missing."""
    try:
        with io.open(stamp_of(place), encoding="utf-8") as file:
            maker, purpose, project = file.read().split("\n", 2)
    except (OSError, ValueError):
        return "", "", ""
    return maker, purpose, project


def write_stamp(place, purpose):
    """Declare the environment at *place* to be ready for *purpose*."""
    unfinished = stamp_of(place) + ".new"
    with io.open(unfinished, "w", encoding="utf-8") as file:
        file.write("%s\n%s\n%s" % (this_maker(), purpose, this_project()))
    os.replace(unfinished, stamp_of(place))


def this_maker():
    """Return on one line which Python this is and which clone."""
    return ascii((sys.version, sys.base_prefix, ROOT))


def this_project():
    """Return the text of pyproject.toml."""
    with io.open(os.path.join(ROOT, "pyproject.toml"), encoding="utf-8") as file:
        return file.read()


def is_ready(place, purpose):
    """Tell whether the environment at *place* has all that *purpose* needs now."""
    maker, made_for, project = read_stamp(place)
    return (
        maker == this_maker()
        and PURPOSES.index(made_for) >= PURPOSES.index(purpose)
        and project == this_project()
        and os.path.exists(python_of(place))
    )


def is_writable(place):
    """Tell whether an environment can be made at *place*; its folder is made."""
    try:
        os.makedirs(place, exist_ok=True)
        with io.open(place + ".lock", "a"):
            return os.access(place, os.W_OK)
    except OSError:
        return False


def set_up(place, purpose):
    """Make the environment at *place* ready for *purpose*, unless another start did.

    Raises:
        SetupError: If it cannot be made; what there is counts as not set up.
    """
    say("Setting up, this happens once...")
    with io.open(place + ".lock", "a") as lock:
        wait_for(lock)
        if is_ready(place, purpose):
            return
        maker = read_stamp(place)[0]
        try:
            if maker:
                os.remove(stamp_of(place))
            if maker != this_maker() or not os.path.exists(python_of(place)):
                make_environment(place)
            install(place, purpose, lock)
            write_stamp(place, purpose)
        except (OSError, ValueError) as error:
            raise SetupError("The game could not be set up: %s." % error)


def wait_for(lock):
    """Wait until no other process holds the file *lock*, then hold it till closed."""
    try:
        if os.name == "nt":
            wait_for_on_windows(lock)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError:
        # Some network drives know no locks. Two first starts at once are rare, and
        # not to start at all would be worse.
        pass


def wait_for_on_windows(lock):
    """Wait for the first byte of *lock*."""
    import errno
    import msvcrt

    lock.seek(0)
    while True:
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        except OSError as error:
            # Windows gives up after ten seconds; setting up takes longer.
            if error.errno != errno.EDEADLOCK:
                raise
        else:
            return


def make_environment(place):
    """Make a new environment with pip at *place*, whatever was there before.

    Raises:
        SetupError: If this Python lacks what that takes.
    """
    import subprocess

    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        raise SetupError(
            "This Python lacks the modules venv and ensurepip: on Debian and Ubuntu, "
            "install them with `sudo apt install python%d.%d-venv`, then start the "
            "game again." % sys.version_info[:2]
        )
    try:
        venv.create(place, clear=True, symlinks=os.name != "nt", with_pip=True)
    except subprocess.CalledProcessError:
        raise SetupError(
            "This Python cannot put pip into a new environment: reinstall Python, "
            "then start the game again."
        )


def install(place, purpose, lock):
    """Install the game and what *purpose* needs into the environment at *place*.

    Raises:
        SetupError: If pip fails; what it said is in a file that the error names.
    """
    import subprocess
    import tomllib

    command = [python_of(place), "-m", "pip", "install", "--editable", ROOT]
    if purpose == "test":
        command += tomllib.loads(this_project())["dependency-groups"]["dev"]
    log = os.path.join(place, "setup.log")
    with io.open(log, "wb") as output:
        code = subprocess.call(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            # A personal pip.conf may ask for --user, which an environment refuses.
            env=dict(os.environ, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1"),
            # Should this process be killed, pip goes on, and so must the lock.
            pass_fds=() if os.name == "nt" else (lock.fileno(),),
        )
    if code:
        raise SetupError(
            "The packages that the game needs could not be installed: see that this "
            "computer is online, then start the game again (details: %s)." % log
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
