"""`python -m polyvox_generator COMMAND`: see `cli.py`."""

from __future__ import annotations

import sys

from polyvox_generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
