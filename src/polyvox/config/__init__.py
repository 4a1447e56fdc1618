"""
Where a client's arguments come from when they are not given: environment, profile, default.

An argument beats the environment, which beats a profile, which beats the default. Nothing is read
before a client is made. A key goes to the server it was given for and to no other; docs/decisions
010 has the rule.
"""

from __future__ import annotations

from polyvox.config.explaining import Config, Explanation, Setting
from polyvox.config.files import ConfigWarning

__all__ = ["Config", "ConfigWarning", "Explanation", "Setting"]
