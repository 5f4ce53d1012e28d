"""What a story that can be read still gets wrong: rules over the text and the walk."""
