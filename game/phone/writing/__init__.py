"""How writing goes: directions, scripts, what belongs together, where a line may end.

Pure sums over characters: no font, no window. What Unicode says of a character comes
from the standard library and from fontTools, what it says of a text is here.
"""
