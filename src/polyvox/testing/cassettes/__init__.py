"""
Record and replay: real traffic in a file without secrets, played back without a network.
"""

from __future__ import annotations

from polyvox.testing.cassettes.cassette import Cassette, CassetteMode, UnrecordedRequest

__all__ = ["Cassette", "CassetteMode", "UnrecordedRequest"]
