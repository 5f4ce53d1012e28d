"""The command line: arguments in, exit codes out.

The only module that prints. Front-ends and tools are imported by the command that
needs them, because starting quickly counts on an old PC.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.source import Problem, StoryError

OK: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name, those of the process by default.

    Returns:
        0 if all is well, 1 if something has problems, 2 if it was used wrongly.
    """
    _speak_utf8()
    parser = _parser()
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        options = parser.parse_args(["play", *(arguments or ())])
    try:
        code: int = options.run(options)
    except StoryError as error:
        _show(error.problems, {})
        return PROBLEMS
    except BrokenPipeError:
        # Whoever read our output has stopped reading; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except KeyboardInterrupt:
        return OK
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="whos-typing",
        description="Hold somebody else's phone, and decide what this person answers.",
    )
    commands = parser.add_subparsers(title="commands", metavar="")

    play = commands.add_parser("play", help="play a story (the usual thing)")
    play.add_argument("story", nargs="?", help="its name, as 'list' shows it")
    play.add_argument(
        "--terminal", action="store_true", help="in words, without a window"
    )
    play.add_argument(
        "--together",
        action="store_true",
        help="stop at the questions to talk about with others",
    )
    play.set_defaults(run=_play)

    listing = commands.add_parser("list", help="show the stories")
    listing.set_defaults(run=_list)

    check = commands.add_parser("check", help="find what is wrong in story files")
    check.add_argument("paths", nargs="*", type=Path, help="files or folders")
    check.add_argument(
        "--output", choices=("human", "json", "github"), default="human"
    )
    check.add_argument(
        "--max-size",
        type=_mebibytes,
        default=None,
        metavar="MIB",
        help="largest file to read, 4 if not given",
    )
    check.set_defaults(run=_check)

    plays = commands.add_parser("plays", help="play a story's play-throughs again")
    plays.add_argument("paths", nargs="*", type=Path, help=".chat files or folders")
    plays.add_argument(
        "--write", action="store_true", help="write down what is shown now"
    )
    plays.set_defaults(run=_plays)

    ids = commands.add_parser("ids", help="write ids beside the lines of a story")
    ids.add_argument("path", type=Path, help="a story file")
    ids.set_defaults(run=_ids)
    return parser


def _play(options: argparse.Namespace) -> int:
    from game.files import FileError, Library  # noqa: PLC0415 - start-up counts

    library = Library()
    try:
        if options.story is not None and options.story not in {
            card.id for card in library.stories()
        }:
            library.load(options.story)
    except FileError as error:
        return _wrong(str(error))
    if not options.terminal:
        from game.phone.app import NoScreenError, run  # noqa: PLC0415

        try:
            run(library, story=options.story)
        except NoScreenError as error:
            print(f"{error} The story can be read here instead.\n")
        else:
            return OK
    from game.terminal import app  # noqa: PLC0415

    app.run(library, story=options.story, read=_ask, write=_say, together=options.together)
    return OK


def _list(_: argparse.Namespace) -> int:
    from game.files import Library  # noqa: PLC0415

    for card in Library().stories():
        print(f"{card.id}  ({card.band}, {card.minutes} minutes)")
        print(f"    {card.title}. {card.about}")
    return OK


def _check(options: argparse.Namespace) -> int:
    from game.check.check import check  # noqa: PLC0415
    from game.check.rules import Surroundings  # noqa: PLC0415
    from game.files import (  # noqa: PLC0415
        FileError,
        Library,
        picture_names,
        read_story,
        story_files,
    )
    from game.story.parse import parse  # noqa: PLC0415
    from game.story.tree import MAX_SIZE  # noqa: PLC0415

    library = Library()
    around = Surroundings(picture_names(library.pictures))
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    proven: list[str] = []
    for path in options.paths or [library.scenarios]:
        try:
            files = story_files(path)
        except FileError as error:
            return _wrong(str(error))
        if not files:
            return _wrong(f"there is no story.yaml below {str(path)!r}")
        for file in files:
            try:
                source = read_story(file, options.max_size or MAX_SIZE)
                texts.update(source.texts)
                story = parse(
                    source.text,
                    source.file,
                    story_id=source.story_id,
                    pieces=source.pieces,
                )
                report = check(story, around)
            except FileError as error:
                return _wrong(str(error))
            except StoryError as error:
                problems += error.problems
            else:
                problems += report.problems
                proven.append(
                    f"{source.file}: {report.states:,} states visited, "
                    f"{report.endings} endings, {len(report.problems)} problems"
                )
            if "source" in locals():
                texts.update(source.texts)
    _report(problems, texts, proven, options.output)
    return PROBLEMS if problems else OK


def _report(
    problems: Sequence[Problem],
    texts: dict[str, str],
    proven: Sequence[str],
    output: str,
) -> None:
    match output:
        case "json":
            print(json.dumps([_as_data(problem) for problem in problems], indent=1))
        case "github":
            for problem in problems:
                print(_as_annotation(problem))
        case _:
            _show(problems, texts)
            for line in proven:
                print(line)


def _show(problems: Sequence[Problem], texts: dict[str, str]) -> None:
    for problem in problems:
        print(problem.render(texts))
        print()
    if problems:
        count = len(problems)
        print("1 problem" if count == 1 else f"{count} problems")


def _as_data(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.mark.file,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "width": problem.mark.width,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }


def _as_annotation(problem: Problem) -> str:
    mark = problem.mark
    text = problem.message + (f". Hint: {problem.hint}" if problem.hint else "")
    text = text.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
    file = mark.file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    place = f"file={file},line={mark.line},col={mark.column}"
    return f"::error {place},title={problem.rule}::{text}"


def _plays(options: argparse.Namespace) -> int:
    from game.engine.session import Session  # noqa: PLC0415
    from game.engine.step import IllegalCommandError  # noqa: PLC0415
    from game.engine.transcript import (  # noqa: PLC0415
        TranscriptError,
        picks,
        play,
    )
    from game.files import (  # noqa: PLC0415
        STORY_FILE,
        Library,
        read_story,
        write_whole,
    )
    from game.story.parse import parse  # noqa: PLC0415

    code = OK
    for where in options.paths or [Library().scenarios]:
        if not where.exists():
            return _wrong(f"there is no file or folder {str(where)!r}")
        for path in sorted(where.rglob("*.chat")) if where.is_dir() else [where]:
            source = read_story(path.parent.parent / STORY_FILE)
            try:
                story = parse(
                    source.text,
                    source.file,
                    story_id=source.story_id,
                    pieces=source.pieces,
                )
            except StoryError as error:
                _show(error.problems, source.texts)
                return PROBLEMS
            written = path.read_text(encoding="utf-8")
            shown: list[str] = []
            try:
                for line in play(Session(story), picks(written)):
                    shown.append(line)
            except (TranscriptError, IllegalCommandError) as error:
                print(f"{path}: after {len(shown)} lines: {error}")
                code = PROBLEMS
                continue
            now = "\n".join(shown) + "\n"
            if now == written:
                print(f"{path}: as written")
            elif options.write:
                write_whole(path, now)
                print(f"{path}: written")
            else:
                print(f"{path}: goes differently now; look, then use --write")
                code = PROBLEMS
    return code


def _ids(options: argparse.Namespace) -> int:
    from game.files import FileError, read_story, write_whole  # noqa: PLC0415
    from game.story.ids import with_ids  # noqa: PLC0415

    try:
        source = read_story(options.path)
    except FileError as error:
        return _wrong(str(error))
    text, count = with_ids(source.text, source.file)
    if count:
        write_whole(options.path, text)
    print(f"{source.file}: {count} ids written")
    return OK


def _mebibytes(text: str) -> int:
    try:
        size = int(float(text) * 1024 * 1024)
    except (ValueError, OverflowError):
        size = 0
    if size <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size in MiB above 0")
    return size


def _wrong(sentence: str) -> int:
    print(f"whos-typing: {sentence}", file=sys.stderr)
    return USAGE


def _ask(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None


def _say(line: str) -> None:
    print(line, flush=True)


def _speak_utf8() -> None:
    """Let a Windows console with an old code page show every story."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
