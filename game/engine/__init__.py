"""All rules of play, as pure functions; the session is the one object that changes."""
