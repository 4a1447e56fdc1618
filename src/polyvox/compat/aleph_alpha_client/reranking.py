"""
Documents in the order of their relevance to a query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = ["RerankRequest", "RerankResponse", "RerankResult", "RerankUsage"]


@dataclass(frozen=True)
class RerankRequest(Writable):
    """A query and documents; the best *top_n* are wanted, or all."""

    query: str
    documents: Sequence[str]
    top_n: int | None = None


@dataclass(frozen=True)
class RerankResult(Readable):
    """The relevance of the document at *index* of the request."""

    index: int
    relevance_score: float


@dataclass(frozen=True)
class RerankUsage(Readable):
    """Tokens of a ranking; the service tells the total only."""

    completion_tokens: int
    prompt_tokens: int
    total_tokens: int


@dataclass(frozen=True)
class RerankResponse:
    """The documents, the most relevant first."""

    results: list[RerankResult]
    usage: RerankUsage

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> RerankResponse:
        """The answer in *json*."""
        return RerankResponse(
            [RerankResult.from_json(one) for one in json["results"]],
            RerankUsage.from_json(json["usage"]),
        )
