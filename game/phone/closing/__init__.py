"""The closing pages: what was done and why it helps, and who can help further."""
