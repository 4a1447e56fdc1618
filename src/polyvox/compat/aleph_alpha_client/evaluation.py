"""
How likely an expected completion is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from polyvox.compat.aleph_alpha_client.prompt import Prompt, prompt_json
from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = ["EvaluationRequest", "EvaluationResponse"]


@dataclass(frozen=True)
class EvaluationRequest(Writable):
    """A prompt, and the completion that is expected."""

    prompt: Prompt
    completion_expected: str
    contextual_control_threshold: float | None = None
    control_log_additive: bool | None = True

    _sends_nulls: ClassVar[bool] = True

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**super().to_json(), "prompt": prompt_json(self.prompt)}


@dataclass(frozen=True)
class EvaluationResponse(Readable):
    """The likelihoods in *result*, such as `log_probability`."""

    model_version: str
    message: str | None
    result: dict[str, Any]
    num_tokens_prompt_total: int

    @classmethod
    def from_json(cls, json: Any) -> EvaluationResponse:
        """The answer in *json*."""
        return super().from_json({"message": None, **json})
