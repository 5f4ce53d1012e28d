"""The phone for somebody who hears it: a tree for screen readers."""
