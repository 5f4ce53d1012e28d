"""The two schemas, ready to check data."""

import pytest
from jsonschema import Draft7Validator

from game.schema.schema import piece_schema, story_schema


@pytest.fixture(scope="session")
def of_story():
    """Check data against the schema of a story."""
    return Draft7Validator(story_schema())


@pytest.fixture(scope="session")
def of_piece():
    """Check data against the schema of a piece."""
    return Draft7Validator(piece_schema())
