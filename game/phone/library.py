"""What the phone needs of the library of stories; ``game.files`` has the real one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from game.engine.saves import Resumed
from game.engine.session import Session
from game.files import Kept, StoryCard
from game.help.directory import Directory
from game.story.model import Story


class Library(Protocol):
    """Stories, drawings, sounds, help, and what is kept of plays on this machine."""

    @property
    def pictures(self) -> Path:
        """The folder of the drawings."""

    @property
    def sounds(self) -> Path:
        """The folder of the small sounds."""

    @property
    def settings_dir(self) -> Path:
        """The folder for what is kept; it may not exist yet."""

    def stories(self) -> Sequence[StoryCard]:
        """Return a card for each story, those of one band together."""

    def load(self, story_id: str) -> Story:
        """Return a story."""

    def help(self) -> Directory:
        """Return who helps, by nation."""

    def seen(self) -> frozenset[str]:
        """Return the ids of the stories whose page for grown-ups was read here."""

    def mark_seen(self, story_id: str) -> None:
        """Keep that the page for grown-ups of a story was read."""

    def kept_files(self) -> tuple[Kept, ...]:
        """Return what is kept on this machine now."""

    def kept(self) -> frozenset[str]:
        """Return the ids of the stories of which a play is kept."""

    def keep(self, session: Session) -> None:
        """Save a play."""

    def resume(self, story: Story) -> Resumed | None:
        """Return the kept play of a story, or None."""

    def forget(self, story_id: str) -> None:
        """Wipe the kept play of a story."""

    def forget_plays(self) -> None:
        """Wipe every kept play."""

    def forget_all(self) -> None:
        """Wipe every kept play, and which stories were read."""
