"""The stories as plain text: for screen readers, pipes and places with no window."""
