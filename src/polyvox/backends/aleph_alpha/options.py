"""
What calls of Aleph Alpha take by name, and which names say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from polyvox.backends.inputs import CallKeywords, ChatKeywords
from polyvox.parts import ImagePart
from polyvox_core.errors import ConfigError

__all__ = [
    "CHAT_NAMES",
    "COMPLETE_NAMES",
    "EMBED_NAMES",
    "AlephAlphaChatKeywords",
    "CompleteKeywords",
    "EmbedKeywords",
    "Prompt",
    "one_limit",
]

Prompt: TypeAlias = str | Sequence[str | ImagePart | Mapping[str, Any]]
"""
A text, or items: texts, images, and dicts such as `{"type": "token_ids", "data": [...]}`.
"""


class AlephAlphaChatKeywords(ChatKeywords, total=False):
    """
    Options of a chat with Aleph Alpha, besides those of every chat.

    Keys:
        maximum_tokens: The same as max_tokens, under which it is sent.
        steering_concepts: Id of a concept, or `_worker/<name>`; one at a time.
        hosting: "aleph-alpha" keeps the request in the vendor's own data centres.
        nice: Let other requests go first.

    The service ignores `seed` and `user`, and rejects `parallel_tool_calls`.
    """

    maximum_tokens: int | None
    steering_concepts: Sequence[str] | None
    hosting: str | None
    nice: bool | None


class CompleteKeywords(CallKeywords, total=False):
    """
    Options of a completion with Aleph Alpha, under the service's own names.

    Keys:
        maximum_tokens: Most tokens to generate; max_tokens says the same.
        stop_sequences: Texts at which the completion ends; stop says the same.
        log_probs: Alternatives per token, 0 to 20.
        best_of: Completions to choose the best from; more than n.
        nice: Let other requests go first.
    """

    maximum_tokens: int | None
    max_tokens: int | None
    minimum_tokens: int | None
    echo: bool | None
    temperature: float | None
    top_k: int | None
    top_p: float | None
    presence_penalty: float | None
    frequency_penalty: float | None
    sequence_penalty: float | None
    sequence_penalty_min_length: int | None
    repetition_penalties_include_prompt: bool | None
    repetition_penalties_include_completion: bool | None
    use_multiplicative_presence_penalty: bool | None
    use_multiplicative_frequency_penalty: bool | None
    use_multiplicative_sequence_penalty: bool | None
    penalty_bias: str | None
    penalty_exceptions: Sequence[str] | None
    penalty_exceptions_include_stop_sequences: bool | None
    best_of: int | None
    n: int | None
    logit_bias: Mapping[str, float] | None
    log_probs: int | None
    stop: str | Sequence[str] | None
    stop_sequences: Sequence[str] | None
    tokens: bool | None
    raw_completion: bool | None
    disable_optimizations: bool | None
    completion_bias_inclusion: Sequence[str] | None
    completion_bias_inclusion_first_token_only: bool | None
    completion_bias_exclusion: Sequence[str] | None
    completion_bias_exclusion_first_token_only: bool | None
    contextual_control_threshold: float | None
    control_log_additive: bool | None
    steering_concepts: Sequence[str] | None
    hosting: str | None
    nice: bool | None


class EmbedKeywords(CallKeywords, total=False):
    """
    Options of an embedding with Aleph Alpha.

    Keys:
        dimensions: Length of the vectors, for models that can choose.
        encoding_format: "base64" makes the answer smaller; the vectors are the same.
        hosting: "aleph-alpha" keeps the request in the vendor's own data centres.
        nice: Let other requests go first.
    """

    dimensions: int | None
    encoding_format: str | None
    hosting: str | None
    nice: bool | None


_CALL = CallKeywords.__optional_keys__
CHAT_NAMES = AlephAlphaChatKeywords.__optional_keys__ - _CALL
COMPLETE_NAMES = CompleteKeywords.__optional_keys__ - _CALL
EMBED_NAMES = EmbedKeywords.__optional_keys__ - _CALL


def one_limit(body: dict[str, Any], *names: str) -> None:
    """
    Move the token limit of *body* to the first of *names*, which all mean the same.

    Raises:
        ConfigError: Two of them are there, and differ.
    """
    given = {name: body.pop(name) for name in names if name in body}
    if len(set(given.values())) > 1:
        shown = ", ".join(f"{name}={value!r}" for name, value in given.items())
        msg = f"{shown} mean the same, and differ."
        raise ConfigError(msg, hint=f"Pass {names[0]} only.")
    for value in given.values():
        body[names[0]] = value
