"""
Translations of texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = ["TranslationRequest", "TranslationResponse", "TranslationSegment"]


@dataclass
class TranslationRequest(Writable):
    """A text, and the code of the language that it is wanted in."""

    model: str
    source: str
    target_language: str


@dataclass
class TranslationSegment(Readable):
    """A part of the text; *score* estimates its quality, from 0 to 1."""

    source: str
    translation: str
    score: float


@dataclass
class TranslationResponse:
    """The translation; *score* estimates its quality, from 0 to 1."""

    translation: str
    score: float
    segments: list[TranslationSegment] | None
    num_tokens_prompt_total: int
    num_tokens_generated: int

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> TranslationResponse:
        """The answer in *json*."""
        found = json.get("segments")
        return cls(
            json["translation"],
            json["score"],
            None if found is None else [TranslationSegment.from_json(one) for one in found],
            json["num_tokens_prompt_total"],
            json["num_tokens_generated"],
        )
