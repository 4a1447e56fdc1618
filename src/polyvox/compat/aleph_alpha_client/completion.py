"""
Completions of prompts: requests, answers, and the three items of a stream.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from polyvox.compat.aleph_alpha_client.prompt import Prompt, prompt_json
from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = [
    "CompletionRequest",
    "CompletionResponse",
    "CompletionResponseStreamItem",
    "CompletionResult",
    "CompletionSummary",
    "LogProbs",
    "StreamChunk",
    "StreamSummary",
    "stream_item_from_json",
]

LogProbs: TypeAlias = Sequence[Mapping[str, float | None]]
"""For each token, the logarithms of the likeliest tokens' probabilities."""


@dataclass(frozen=True)
class CompletionRequest(Writable):
    """A prompt to continue; members that are not None are sent, defaults too."""

    prompt: Prompt
    maximum_tokens: int | None = None
    temperature: float = 0.0
    top_k: int = 0
    top_p: float = 0.0
    presence_penalty: float = 0.0
    frequency_penalty: float = 0.0
    repetition_penalties_include_prompt: bool = False
    use_multiplicative_presence_penalty: bool = False
    penalty_bias: str | None = None
    penalty_exceptions: list[str] | None = None
    penalty_exceptions_include_stop_sequences: bool | None = None
    best_of: int | None = None
    n: int = 1
    logit_bias: dict[int, float] | None = None
    log_probs: int | None = None
    stop_sequences: list[str] | None = None
    tokens: bool = False
    disable_optimizations: bool = False
    minimum_tokens: int = 0
    echo: bool = False
    use_multiplicative_frequency_penalty: bool = False
    sequence_penalty: float = 0.0
    sequence_penalty_min_length: int = 2
    use_multiplicative_sequence_penalty: bool = False
    completion_bias_inclusion: Sequence[str] | None = None
    completion_bias_inclusion_first_token_only: bool = False
    completion_bias_exclusion: Sequence[str] | None = None
    completion_bias_exclusion_first_token_only: bool = False
    contextual_control_threshold: float | None = None
    control_log_additive: bool | None = True
    repetition_penalties_include_completion: bool = True
    raw_completion: bool = False
    steering_concepts: list[str] | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        payload = {**super().to_json(), "prompt": prompt_json(self.prompt)}
        if self.logit_bias is not None:
            payload["logit_bias"] = {str(token): bias for token, bias in self.logit_bias.items()}
        return payload


@dataclass(frozen=True)
class CompletionResult(Readable):
    """One completion; members that were not asked for are None."""

    log_probs: LogProbs | None = None
    completion: str | None = None
    completion_tokens: Sequence[str] | None = None
    finish_reason: str | None = None
    raw_completion: str | None = None


def _optimized(json: Mapping[str, Any]) -> Prompt | None:
    """The prompt as the service changed it; None when it did not."""
    items = json.get("optimized_prompt")
    return Prompt.from_json(items) if items else None


@dataclass(frozen=True)
class CompletionResponse:
    """The completions of a prompt, and the tokens that all of them used."""

    model_version: str
    completions: Sequence[CompletionResult]
    num_tokens_prompt_total: int
    num_tokens_generated: int
    optimized_prompt: Prompt | None = None

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> CompletionResponse:
        """The answer in *json*."""
        return CompletionResponse(
            json["model_version"],
            [CompletionResult.from_json(one) for one in json["completions"]],
            json["num_tokens_prompt_total"],
            json["num_tokens_generated"],
            _optimized(json),
        )

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return asdict(self)


@dataclass(frozen=True)
class StreamChunk(Readable):
    """A piece of the completion number *index*."""

    index: int
    log_probs: LogProbs | None
    completion: str
    raw_completion: str | None
    completion_tokens: Sequence[str] | None

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> StreamChunk:
        """The piece in *json*."""
        return cls(
            json["index"],
            json.get("log_probs"),
            json["completion"],
            json.get("raw_completion"),
            json.get("completion_tokens"),
        )

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return asdict(self)


@dataclass(frozen=True)
class StreamSummary(Readable):
    """The end of the completion number *index*."""

    index: int
    model_version: str
    finish_reason: str

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return asdict(self)


@dataclass(frozen=True)
class CompletionSummary:
    """The end of all completions, and the tokens that all of them used."""

    optimized_prompt: Prompt | None
    num_tokens_prompt_total: int
    num_tokens_generated: int

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> CompletionSummary:
        """The summary in *json*."""
        return CompletionSummary(
            _optimized(json), json["num_tokens_prompt_total"], json["num_tokens_generated"]
        )

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return asdict(self)


CompletionResponseStreamItem: TypeAlias = StreamChunk | StreamSummary | CompletionSummary


def stream_item_from_json(json: Mapping[str, Any]) -> CompletionResponseStreamItem:
    """
    The item of a completion stream in *json*.

    Raises:
        ValueError: It is of an unknown type.
    """
    match json["type"]:
        case "stream_chunk":
            return StreamChunk.from_json(json)
        case "stream_summary":
            return StreamSummary.from_json(json)
        case "completion_summary":
            return CompletionSummary.from_json(json)
        case other:
            msg = f"Unknown stream item type: {other}"
            raise ValueError(msg)
