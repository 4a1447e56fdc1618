"""
Tokens to texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = ["DetokenizationRequest", "DetokenizationResponse"]


@dataclass(frozen=True)
class DetokenizationRequest(Writable):
    """Ids of tokens."""

    token_ids: Sequence[int]


@dataclass(frozen=True)
class DetokenizationResponse(Readable):
    """The text that they stand for."""

    result: str
