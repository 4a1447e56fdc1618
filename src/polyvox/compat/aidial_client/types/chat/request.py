"""
A whole request, and the options of `chat.completions.create`.

Source: aidial-client 0.18, types.chat.request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypeAlias, TypedDict

from polyvox.compat.aidial_client.types.chat.cache import (
    CacheBreakpointParam,
    PromptCacheOptionsParam,
)
from polyvox.compat.aidial_client.types.chat.function import FunctionCallSpecParam, FunctionParam
from polyvox.compat.aidial_client.types.chat.request_param import Message, ResponseFormat
from polyvox.compat.aidial_client.types.chat.tool import (
    StaticToolParam,
    ToolCallSpecParam,
    ToolParam,
)

__all__ = [
    "ChatCompletionRequest",
    "ChatCompletionRequestCustomFields",
    "CreateOptions",
    "ReasoningEffort",
    "StreamOptions",
]

ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high"]


class StreamOptions(TypedDict, total=False):
    """How an answer is streamed."""

    include_usage: bool | None


class ChatCompletionRequestCustomFields(TypedDict, total=False):
    """What DIAL adds to a request."""

    configuration: dict[str, Any] | None
    cache_breakpoint: CacheBreakpointParam | None


class _Options(TypedDict, total=False):
    """What requests and `create` have in common."""

    functions: Sequence[FunctionParam] | None
    function_call: Literal["none", "auto"] | FunctionCallSpecParam | None
    tools: Sequence[ToolParam | StaticToolParam] | None
    tool_choice: Literal["none", "auto", "required"] | ToolCallSpecParam | None
    parallel_tool_calls: bool | None
    temperature: float | None
    top_p: float | None
    n: int | None
    stop: str | Sequence[str] | None
    max_tokens: int | None
    max_completion_tokens: int | None
    max_prompt_tokens: int | None
    presence_penalty: float | None
    frequency_penalty: float | None
    logit_bias: Mapping[str, float] | None
    seed: int | None
    user: str | None
    reasoning_effort: ReasoningEffort | str | None
    prompt_cache_key: str | None
    prompt_cache_options: PromptCacheOptionsParam | None
    response_format: ResponseFormat | None
    stream_options: StreamOptions | None
    custom_fields: ChatCompletionRequestCustomFields | None
    logprobs: bool | None
    top_logprobs: int | None


class ChatCompletionRequest(_Options, total=False):
    """The body of a chat request."""

    messages: Required[list[Message]]
    model: str
    stream: bool | None
    data_sources: list[Any]


class CreateOptions(_Options, total=False):
    """
    What `create` takes besides deployment, messages, stream and api_version.

    Keys:
        model: Sent in the body; the URL names the deployment, always.
        extra_body: Merged into the body.
        extra_headers: Sent besides the others; a credential here replaces the client's own.
        extra_params: Appended to the URL.
    """

    model: str | None
    extra_body: Mapping[str, Any] | None
    extra_headers: Mapping[str, str] | None
    extra_params: Mapping[str, Any] | None
