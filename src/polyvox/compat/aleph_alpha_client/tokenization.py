"""
Texts to tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = ["TokenizationRequest", "TokenizationResponse"]


@dataclass(frozen=True)
class TokenizationRequest(Writable):
    """A text, and what is wanted of it: tokens, their ids, or both."""

    prompt: str
    tokens: bool
    token_ids: bool


@dataclass(frozen=True)
class TokenizationResponse(Readable):
    """What was asked for; the rest is None."""

    tokens: Sequence[str] | None = None
    token_ids: Sequence[int] | None = None
