"""
The version of this distribution, also for its build; asking the installed metadata takes 12 ms.
"""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
