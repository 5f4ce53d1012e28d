"""The story format as a JSON Schema, for editors."""
