"""``script``: every line of every branch of a story, to print or to read."""

import argparse
from pathlib import Path

from game.cli.one_story import folder_of, read_or_show
from game.cli.output import OK, PROBLEMS, say, wrong
from game.files import STORY_FILE, FileError, Library, write_whole
from game.report.helpers import help_for
from game.report.html import as_html
from game.report.script import script
from game.report.text import as_text
from game.story.reading import close_to


def show_script(options: argparse.Namespace) -> int:
    """Write a story down whole, with who helps."""
    library = Library()
    directory = library.help()
    nations = {nation.id: nation for nation in directory.nations()}
    nation = nations.get(options.nation)
    if nation is None:
        hint = close_to(options.nation, nations) or f"there are: {', '.join(nations)}"
        return wrong(f"there are no help pages for {options.nation!r}; {hint}")
    try:
        named: str = options.story
        folder = folder_of(library, named) or library.find(named).parent
        story = read_or_show(folder / STORY_FILE)
    except FileError as error:
        return wrong(str(error))
    if story is None:
        return PROBLEMS
    out: Path | None = options.out
    form = options.form or ("text" if out and out.suffix.lower() == ".txt" else "html")
    document = script(story, help_for(directory, nation))
    written = as_text(document) if form == "text" else as_html(document)
    if out is None:
        say(written.removesuffix("\n"))
        return OK
    write_whole(out, written)
    say(f"{out}: written")
    return OK
