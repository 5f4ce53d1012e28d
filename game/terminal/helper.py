"""The help page in the terminal: asks once for the nation, and remembers it."""

from game.help.directory import DEFAULT_NATION, Audience, Directory, Nation
from game.terminal import words
from game.terminal.console import Console
from game.words import say


class Helper:
    """Shows who helps. What is remembered is the nation, until the program ends."""

    def __init__(self, console: Console, directory: Directory) -> None:
        self._console = console
        self._directory = directory
        self._nation: Nation | None = None

    def show(self) -> None:
        """Show the page of the player's nation, and of others as long as asked.

        Raises:
            Left: If the player leaves instead of answering.
        """
        nation = self._nation or self._choose()
        while True:
            page = self._directory.page(nation.id, Audience.CHILD)
            self._console.show("", *words.help_page(nation, page))
            go_on = say("Type n for another nation, or press Enter to go on:")
            if self._console.ask(go_on) != "n":
                return
            nation = self._choose()

    def leaving(self) -> str:
        """Return the last line for somebody who leaves early."""
        chosen = self._nation.id if self._nation else DEFAULT_NATION
        return words.leaving(self._directory.page(chosen, Audience.CHILD))

    def _choose(self) -> Nation:
        known = self._directory.nations()
        (usual,) = (one for one in known if one.id == DEFAULT_NATION)
        self._console.show("", *words.nations(known))
        question = say("Where do you live? Type a number, or press Enter for {nation}:")
        at = self._console.pick(question.format(nation=usual.name), len(known))
        self._nation = usual if at is None else known[at]
        return self._nation
