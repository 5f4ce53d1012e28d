"""Text to a story: tree, conditions, pieces, parse."""
