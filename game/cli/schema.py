"""``schema``: the story format for editors."""

import argparse
import json

from game.cli.output import OK, say, wrong
from game.files import write_whole
from game.schema.schema import piece_schema, story_schema


def schema(options: argparse.Namespace) -> int:
    """Show the JSON Schema of a story, or of a shared piece; or write it to a file."""
    data = piece_schema() if options.piece else story_schema()
    text = json.dumps(data, indent=1, ensure_ascii=False)
    if options.out is None:
        say(text)
        return OK
    try:
        write_whole(options.out, text + "\n")
    except OSError as error:
        return wrong(f"{options.out} cannot be written: {error.strerror}")
    say(f"{options.out}: written")
    return OK
