"""The phone: a window in which a story is played. Knows no rules of play."""
