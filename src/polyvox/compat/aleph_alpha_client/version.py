"""
Which version this package stands for.
"""

from __future__ import annotations

__all__ = ["MIN_API_VERSION", "__version__"]

__version__ = "11.5.1"
MIN_API_VERSION = "1.19.0"
