"""The chart of a story: what leads where, and how to show it in four forms."""
