"""
What a chat answers: completions, and the chunks of a stream.

Source: aidial-client 0.18, types.chat.response; names and order of the repr as in its first README.
"""

from __future__ import annotations

from typing import Any

from polyvox.compat.aidial_client.types.record import Record, list_of, one_of

__all__ = [
    "Attachment",
    "ChatCompletionChunk",
    "ChatCompletionMessage",
    "ChatCompletionMessageDelta",
    "ChatCompletionMessageToolCall",
    "ChatCompletionResponse",
    "Choice",
    "ChoiceDelta",
    "ChunkEmptyDelta",
    "CompletionTokensDetails",
    "CompletionUsage",
    "CustomContent",
    "FunctionCall",
    "FunctionCallDelta",
    "PromptTokensDetails",
    "Stage",
    "Statistics",
    "ToolCallDelta",
    "UsagePerModel",
]


class Attachment(Record):
    """Something that travels with a message: its `data`, or the `url` that leads to it."""

    index: int | None = None
    type: str | None = None
    title: str | None = None
    data: str | None = None
    url: str | None = None
    reference_type: str | None = None
    reference_url: str | None = None


class Stage(Record, nested={"attachments": list_of(Attachment)}):
    """A step that an application shows while it works."""

    index: int | None = None
    name: str | None = None
    status: str | None = None
    content: str | None = None
    attachments: list[Attachment] | None = None


class CustomContent(Record, nested={"stages": list_of(Stage), "attachments": list_of(Attachment)}):
    """What DIAL adds to a message."""

    stages: list[Stage] | None = None
    attachments: list[Attachment] | None = None
    state: Any = None
    form_value: Any = None
    form_schema: Any = None


class FunctionCall(Record, shown="arguments name"):
    """A function that the model calls, with its arguments as JSON text."""

    arguments: str = ""
    name: str = ""


class FunctionCallDelta(Record, shown="arguments name"):
    """A piece of a function call."""

    arguments: str | None = None
    name: str | None = None


class ChatCompletionMessageToolCall(
    Record,
    shown="id function type",
    nested={"function": one_of(FunctionCall)},
    fresh={"function": FunctionCall},
):
    """A tool that the model calls."""

    id: str = ""
    function: FunctionCall
    type: str = "function"


class ToolCallDelta(
    Record, shown="index id function type", nested={"function": one_of(FunctionCallDelta)}
):
    """A piece of a tool call."""

    index: int = 0
    id: str | None = None
    function: FunctionCallDelta | None = None
    type: str | None = None


class ChatCompletionMessage(
    Record,
    shown="role content custom_content function_call tool_calls",
    nested={
        "custom_content": one_of(CustomContent),
        "function_call": one_of(FunctionCall),
        "tool_calls": list_of(ChatCompletionMessageToolCall),
    },
):
    """The answer itself."""

    role: str = "assistant"
    content: str | None = None
    refusal: str | None = None
    custom_content: CustomContent | None = None
    function_call: FunctionCall | None = None
    tool_calls: list[ChatCompletionMessageToolCall] | None = None


class ChunkEmptyDelta(
    Record,
    shown="content object tool_calls role",
    nested={
        "custom_content": one_of(CustomContent),
        "function_call": one_of(FunctionCallDelta),
        "tool_calls": list_of(ToolCallDelta),
    },
):
    """What a chunk adds to the answer."""

    content: str | None = None
    object: str | None = None
    tool_calls: list[ToolCallDelta] | None = None
    role: str | None = None
    refusal: str | None = None
    custom_content: CustomContent | None = None
    function_call: FunctionCallDelta | None = None


ChatCompletionMessageDelta = ChunkEmptyDelta


class Choice(
    Record,
    shown="index message finish_reason logprobs",
    nested={"message": one_of(ChatCompletionMessage)},
    fresh={"message": ChatCompletionMessage},
):
    """One of the answers."""

    index: int = 0
    message: ChatCompletionMessage
    finish_reason: str | None = None
    logprobs: Any = None


class ChoiceDelta(
    Record,
    shown="index delta finish_reason logprobs",
    nested={"delta": one_of(ChunkEmptyDelta)},
    fresh={"delta": ChunkEmptyDelta},
):
    """More of one of the answers."""

    index: int = 0
    delta: ChunkEmptyDelta
    finish_reason: str | None = None
    logprobs: Any = None


class PromptTokensDetails(Record):
    """Tokens of the prompt that came from a cache or went into it."""

    cached_tokens: int | None = None
    cache_write_tokens: int | None = None


class CompletionTokensDetails(Record):
    """Tokens of the answer that were spent on reasoning."""

    reasoning_tokens: int | None = None


class CompletionUsage(
    Record,
    shown="prompt_tokens completion_tokens total_tokens",
    nested={
        "prompt_tokens_details": one_of(PromptTokensDetails),
        "completion_tokens_details": one_of(CompletionTokensDetails),
    },
):
    """Tokens used."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0
    prompt_tokens_details: PromptTokensDetails | None = None
    completion_tokens_details: CompletionTokensDetails | None = None


class UsagePerModel(Record):
    """Tokens that one model used on behalf of an application."""

    index: int | None = None
    model: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0


class Statistics(Record, nested={"usage_per_model": list_of(UsagePerModel)}):
    """Usage per model, and which messages were left out to keep below max_prompt_tokens."""

    usage_per_model: list[UsagePerModel] | None = None
    discarded_messages: list[int] | None = None


class _Completion(Record, shown="id object choices created model usage system_fingerprint"):
    """What whole answers and chunks share."""

    id: str = ""
    object: str = ""
    created: int = 0
    model: str | None = None
    usage: CompletionUsage | None = None
    statistics: Statistics | None = None
    system_fingerprint: str | None = None


_COMMON = {"usage": one_of(CompletionUsage), "statistics": one_of(Statistics)}


class ChatCompletionResponse(
    _Completion, nested={**_COMMON, "choices": list_of(Choice)}, fresh={"choices": list}
):
    """A whole answer."""

    object: str = "chat.completion"
    choices: list[Choice]


class ChatCompletionChunk(
    _Completion, nested={**_COMMON, "choices": list_of(ChoiceDelta)}, fresh={"choices": list}
):
    """A piece of a streamed answer."""

    object: str = "chat.completion.chunk"
    choices: list[ChoiceDelta]
