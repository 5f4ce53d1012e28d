"""The facts of a story in the order of its states.

Declared facts come first, then telling and hearing, then what is read of actions: a
state holds no more than something depends on.
"""

from game.source import Mark
from game.story.model import Action, Fact

_READABLE: dict[str, Action] = {
    "looked": Action.LOOK,
    "saved": Action.SAVE,
    "blocked": Action.BLOCK,
    "reported": Action.REPORT,
}


class Slots:
    """Gives each fact its index; facts that come for free get one when first read."""

    def __init__(self, declared: tuple[Fact, ...], contacts: tuple[str, ...]) -> None:
        self._facts = list(declared)
        self._at = {fact.name: slot for slot, fact in enumerate(declared)}
        self._count = len(declared)
        self._contacts = contacts
        self.heard = self._add(Fact("heard", 0, 1, 0, switch=True))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts so far, in order."""
        return tuple(self._facts)

    def names(self) -> tuple[str, ...]:
        """Return the names a condition can use that are worth suggesting."""
        actions = (f"{word}.{who}" for word in _READABLE for who in self._contacts)
        return (*self._at, *actions)

    def telling(self, adult: str, times: int, mark: Mark) -> int:
        """Add the fact that counts how often *adult* was told."""
        return self._add(Fact(f"told.{adult}", 0, times, 0, mark=mark))

    def action(self, action: Action, contact: str) -> int:
        """Return the index of the fact that remembers an action, adding it if new."""
        word = next(word for word, known in _READABLE.items() if known is action)
        name = f"{word}.{contact}"
        if name not in self._at:
            self._add(Fact(name, 0, 1, 0, switch=True))
        return self._at[name]

    def kept(self, action: Action, contact: str) -> int | None:
        """Return the index of the fact that remembers an action, None if none does."""
        word = next(word for word, known in _READABLE.items() if known is action)
        return self._at.get(f"{word}.{contact}")

    def find(self, name: str) -> int | None:
        """Return the index of a fact by the name that conditions use."""
        if name in self._at:
            return self._at[name]
        word, _, contact = name.partition(".")
        if word in _READABLE and contact in self._contacts:
            return self.action(_READABLE[word], contact)
        return None

    def declared(self, name: str) -> tuple[int, int, int, bool] | None:
        """Return index, low, high and whether it is yes/no, of a declared fact."""
        slot = self._at.get(name)
        if slot is None or slot >= self._count:
            return None
        fact = self._facts[slot]
        return slot, fact.low, fact.high, fact.switch

    def _add(self, fact: Fact) -> int:
        self._at[fact.name] = len(self._facts)
        self._facts.append(fact)
        return self._at[fact.name]
