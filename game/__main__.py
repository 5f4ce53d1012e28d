"""``python -m game`` is ``whos-typing``."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
