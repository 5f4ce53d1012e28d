"""The phone for somebody who presses one switch: a ring goes round by itself."""
