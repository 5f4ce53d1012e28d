"""A short way to what a robot found: some of its deeds that lead there as well."""

TAILS = (10, 30, 100, 300, 1000)
TRIES = 60
"""How often deeds are done again, at most."""


def shorter(deeds, breaks):
    """Return few of the last deeds that break the same, all of them if none do.

    Args:
        deeds: What was done, in order; the last one broke something.
        breaks: Does deeds on a phone that is new, and tells whether that breaks.
    """
    for count in TAILS:
        if breaks(deeds[-count:]):
            return _fewer(deeds[-count:], breaks)
    return deeds


def _fewer(deeds, breaks):
    """Leave out halves, quarters and so on, as long as it still breaks."""
    tries, size = 0, len(deeds) // 2
    while size and tries < TRIES:
        at = 0
        while at < len(deeds) and tries < TRIES:
            rest = deeds[:at] + deeds[at + size :]
            tries += 1
            if rest and breaks(rest):
                deeds = rest
            else:
                at += size
        size //= 2
    return deeds
