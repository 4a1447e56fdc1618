"""
What must be mended in the seed document of LWE's Python module before its blocks run.

Block 0 stands for all blocks of a document. `docs/seeds.md` shows the same table; a test compares.
"""

from __future__ import annotations

from seed_mends import Mend

__all__ = ["LWE"]

LWE = (
    Mend(
        0,
        "from lwe import ApiBackend",
        "from polyvox.compat.lwe import ApiBackend",
        "the import line is what a user changes",
    ),
    Mend(
        0,
        "from lwe.core.config import Config",
        "from polyvox.compat.lwe.core.config import Config",
        "the import line is what a user changes",
    ),
)
