"""
Concepts that steer completions and chats, made of pairs of examples.
"""

from __future__ import annotations

from dataclasses import dataclass

from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = [
    "SteeringConceptCreationRequest",
    "SteeringConceptCreationResponse",
    "SteeringPairedExample",
]


@dataclass(frozen=True)
class SteeringPairedExample(Writable):
    """A text to steer away from, and one to steer to."""

    negative: str
    positive: str


@dataclass(frozen=True)
class SteeringConceptCreationRequest(Writable):
    """The examples that make a concept."""

    examples: list[SteeringPairedExample]


@dataclass(frozen=True)
class SteeringConceptCreationResponse(Readable):
    """The concept's *id*; equal examples give the same one."""

    id: str
