"""The command line: arguments in, exit codes out.

Each command's module is imported when it is used: starting quickly counts on an old
PC.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from game.cli.output import OK, PROBLEMS, say, wrong


class _Version(argparse.Action):
    """Show the version; looked up only when asked for, as start-up counts."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import tomllib  # noqa: PLC0415
        from importlib import metadata  # noqa: PLC0415

        from game.files import ROOT  # noqa: PLC0415

        try:
            version = metadata.version("whos-typing")
        except metadata.PackageNotFoundError:
            text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
            version = tomllib.loads(text)["project"]["version"]
        say(f"whos-typing {version}")
        parser.exit()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name, those of the process by default.

    Returns:
        0 if all is well, 1 if something has problems, 2 if it was used wrongly.

    Raises:
        SystemExit: From argparse: with 0 after ``--help``, 2 after wrong usage.
    """
    _speak_any_language()
    given = sys.argv[1:] if arguments is None else list(arguments)
    # With no command the game is played: that is what most people came for.
    options = _parser().parse_args(given or ["play"])
    try:
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has stopped reading; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        return wrong(f"{error.filename or 'a file'} cannot be used: {error.strerror}")
    except KeyboardInterrupt:
        return OK
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="whos-typing",
        description="Hold somebody else's phone, and decide what this person answers.",
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="show which version this is"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    play = commands.add_parser("play", help="play a story; the same as no command")
    play.add_argument(
        "story", nargs="?", help="its name, as 'list' shows it, or its folder"
    )
    play.add_argument(
        "--terminal", action="store_true", help="in words, without a window"
    )
    play.add_argument(
        "--together",
        action="store_true",
        help="stop at the questions to talk about with others",
    )
    play.add_argument(
        "--follow",
        type=Path,
        metavar="FILE",
        help="go on from where this play-through (.chat) leads; nothing is kept",
    )
    play.add_argument(
        "--from",
        dest="scene",
        metavar="SCENE",
        help="start in this scene; nothing is kept",
    )
    play.add_argument(
        "--with",
        dest="facts",
        action="append",
        default=[],
        metavar="FACT=VALUE",
        help="what holds when the story starts, such as heard=yes or told.mum=1",
    )
    play.set_defaults(run=_play)

    stories = commands.add_parser("list", help="show the stories")
    stories.set_defaults(run=_list)

    check = commands.add_parser("check", help="find what is wrong in story files")
    check.add_argument("paths", nargs="*", type=Path, help="files, folders or names")
    check.add_argument(
        "--output",
        choices=("human", "json", "github"),
        default="human",
        help="for people, as JSON, or as annotations of a GitHub workflow",
    )
    check.add_argument(
        "--max-size", type=_mebibytes, metavar="MIB", help="largest file to read (4)"
    )
    check.add_argument(
        "--max-states",
        type=_states,
        default=100_000,
        metavar="N",
        help="states of a story to visit at most (100,000)",
    )
    check.add_argument(
        "--figures",
        action="store_true",
        help="show states, minutes, and the moves of each ending",
    )
    check.add_argument(
        "--plays",
        type=Path,
        metavar="FOLDER",
        help="write the play that shows a problem, to follow with 'play --follow'",
    )
    check.add_argument(
        "--watch",
        action="store_true",
        help="check again whenever something changes, until Ctrl-C",
    )
    check.set_defaults(run=_check)

    plays = commands.add_parser("plays", help="play a story's play-throughs again")
    plays.add_argument("paths", nargs="*", type=Path, help=".chat files or folders")
    plays.add_argument(
        "--write", action="store_true", help="write down what is shown now"
    )
    plays.set_defaults(run=_plays)

    ids = commands.add_parser("ids", help="write ids beside the lines of a story")
    ids.add_argument("path", type=Path, help="a story file, folder or name")
    ids.set_defaults(run=_ids)

    new = commands.add_parser("new", help="write a small story to start from")
    new.add_argument(
        "path", type=Path, metavar="STORY", help="a folder that is not there yet"
    )
    new.add_argument(
        "--yes", action="store_true", help="ask nothing, and take the usual answers"
    )
    new.set_defaults(run=_new)

    schema = commands.add_parser(
        "schema", help="show the format of stories as a JSON Schema, for editors"
    )
    schema.add_argument(
        "--piece", action="store_true", help="that of a shared piece, not of a story"
    )
    schema.add_argument(
        "--out", type=Path, metavar="FILE", help="write it to a file instead"
    )
    schema.set_defaults(run=_schema)

    chart = commands.add_parser("map", help="draw what leads where in a story")
    chart.add_argument(
        "story", help="its name, as 'list' shows it, or its folder or file"
    )
    chart.add_argument(
        "--form",
        choices=("svg", "mermaid", "dot", "text"),
        help="a drawing (svg), for other programs, or in words; "
        "what the name of FILE says, or svg",
    )
    chart.add_argument(
        "--out", type=Path, metavar="FILE", help="write it there; else it is printed"
    )
    chart.add_argument(
        "--pieces", action="store_true", help="show every scene of shared pieces"
    )
    chart.add_argument(
        "--plain-layout",
        action="store_true",
        help="draw without Graphviz also where there is one",
    )
    chart.set_defaults(run=_map)

    script = commands.add_parser(
        "script", help="write down every line of every branch, to print or to read"
    )
    script.add_argument(
        "story", help="its name, as 'list' shows it, or its folder or file"
    )
    script.add_argument(
        "--form",
        choices=("html", "text"),
        help="a page to print, or plain text; what the name of FILE says, or html",
    )
    script.add_argument(
        "--out", type=Path, metavar="FILE", help="write it there; else it is printed"
    )
    script.add_argument(
        "--nation", default="uk", help="whose help pages come at the end (uk)"
    )
    script.set_defaults(run=_script)
    return parser


def _script(options: argparse.Namespace) -> int:
    from game.cli.script import show_script  # noqa: PLC0415 - start-up counts

    return show_script(options)


def _new(options: argparse.Namespace) -> int:
    from game.cli.new import new  # noqa: PLC0415 - start-up counts

    return new(options)


def _play(options: argparse.Namespace) -> int:
    from game.cli.play import play  # noqa: PLC0415 - start-up counts

    return play(options)


def _list(options: argparse.Namespace) -> int:
    from game.cli.play import show_stories  # noqa: PLC0415 - start-up counts

    return show_stories(options)


def _check(options: argparse.Namespace) -> int:
    if options.watch:
        from game.cli.watch import watch  # noqa: PLC0415 - start-up counts

        return watch(options)
    from game.cli.authors import check  # noqa: PLC0415 - start-up counts

    return check(options)


def _plays(options: argparse.Namespace) -> int:
    from game.cli.authors import plays  # noqa: PLC0415 - start-up counts

    return plays(options)


def _ids(options: argparse.Namespace) -> int:
    from game.cli.authors import ids  # noqa: PLC0415 - start-up counts

    return ids(options)


def _schema(options: argparse.Namespace) -> int:
    from game.cli.schema import schema  # noqa: PLC0415 - start-up counts

    return schema(options)


def _map(options: argparse.Namespace) -> int:
    from game.cli.map import show_map  # noqa: PLC0415 - start-up counts

    return show_map(options)


def _states(text: str) -> int:
    """Turn a number of states into an int."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


def _mebibytes(text: str) -> int:
    """Turn a size in MiB into bytes."""
    try:
        size = int(float(text) * 1024 * 1024)
    except (ValueError, OverflowError):
        size = 0
    if size <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size in MiB above 0")
    return size


def _speak_any_language() -> None:
    """Let a console with an old code page show every story, if not every letter.

    What is typed or piped in may be any bytes.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
