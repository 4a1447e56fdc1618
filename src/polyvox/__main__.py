"""
`python -m polyvox`: the same as the command `polyvox`.
"""

from __future__ import annotations

import sys

from polyvox.cli import main

if __name__ == "__main__":  # pragma: no cover - runs in a process of its own
    sys.exit(main())
