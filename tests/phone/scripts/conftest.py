"""A small story told in many languages: sentences of our own, for looking at letters.

Somebody new says how old they are, and asks for a secret.
"""

from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
STORY = (HERE / "story.yaml").read_text(encoding="utf-8")


def told(language):
    """The text of the story in a language."""
    kept = (HERE / f"{language}.yaml").read_text(encoding="utf-8")
    story = STORY
    for key, words in yaml.safe_load(kept).items():
        story = story.replace(f"<{key}>", words)
    return story


@pytest.fixture
def language():
    """Given by the tests that need it."""
    return "polish"


@pytest.fixture
def shelf(shelf, language):
    shelf.text = told(language)
    return shelf
