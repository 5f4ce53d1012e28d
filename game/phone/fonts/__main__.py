"""Makes the weights of the letters: ``python -m game.phone.fonts FOLDER``."""

import os
import sys
from pathlib import Path

from game.phone.fonts.weights import make_weights

if hasattr(os, "nice"):
    os.nice(10)
make_weights(Path(sys.argv[1]))
