"""Measurements of the game, each beside a named public program in the same run."""
