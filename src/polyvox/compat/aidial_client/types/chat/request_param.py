"""
Messages and answer formats of a request.

Source: aidial-client 0.18, types.chat.request_param; ai-dial-core open_api_core.yaml (2026).
"""

from __future__ import annotations

from typing import Any, Literal, Required, TypeAlias, TypedDict

from polyvox.compat.aidial_client.types.chat.cache import (
    CacheBreakpointParam,
    PromptCacheBreakpointParam,
)
from polyvox.compat.aidial_client.types.chat.function import FunctionCallParam
from polyvox.compat.aidial_client.types.chat.tool import ToolCallParam

__all__ = [
    "AssistantMessageParam",
    "AttachmentParam",
    "CustomContentParam",
    "DeveloperMessageParam",
    "FunctionMessageParam",
    "ImageURLParam",
    "InputAudioParam",
    "InputFileParam",
    "Message",
    "MessageContentAudioPartParam",
    "MessageContentFilePartParam",
    "MessageContentImagePartParam",
    "MessageContentPartParam",
    "MessageContentRefusalPartParam",
    "MessageContentTextPartParam",
    "MessageCustomFieldsParam",
    "ResponseFormat",
    "ResponseFormatJsonObject",
    "ResponseFormatJsonSchema",
    "ResponseFormatJsonSchemaObject",
    "ResponseFormatText",
    "StageParam",
    "SystemMessageParam",
    "ToolMessageParam",
    "UserMessageParam",
]


class AttachmentParam(TypedDict, total=False):
    """Something that travels with a message: its `data`, or the `url` that leads to it."""

    type: str
    title: str
    data: str
    url: str
    reference_type: str
    reference_url: str


class StageParam(TypedDict, total=False):
    """A step that an application showed, sent back."""

    name: Required[str]
    status: Required[Literal["completed", "failed"]]
    content: str | None
    attachments: list[AttachmentParam] | None


class CustomContentParam(TypedDict, total=False):
    """What DIAL adds to a message."""

    stages: list[StageParam] | None
    attachments: list[AttachmentParam] | None
    state: dict[str, Any] | None
    form_value: Any | None
    form_schema: Any | None


class MessageCustomFieldsParam(TypedDict, total=False):
    """What DIAL adds beside a message."""

    cache_breakpoint: CacheBreakpointParam | None


class ImageURLParam(TypedDict, total=False):
    """An image by its address."""

    url: Required[str]
    detail: Literal["auto", "low", "high"] | None


class InputFileParam(TypedDict, total=False):
    """A file, by its content or its id."""

    file_data: str | None
    file_id: str | None
    filename: str | None


class InputAudioParam(TypedDict):
    """A recording in base64."""

    data: str
    format: str


class MessageContentTextPartParam(TypedDict, total=False):
    """A text in a message."""

    type: Required[Literal["text"]]
    text: Required[str]
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None


class MessageContentImagePartParam(TypedDict, total=False):
    """An image in a message."""

    type: Required[Literal["image_url"]]
    image_url: Required[ImageURLParam]
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None


class MessageContentFilePartParam(TypedDict, total=False):
    """A file in a message."""

    type: Required[Literal["file"]]
    file: Required[InputFileParam]
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None


class MessageContentAudioPartParam(TypedDict, total=False):
    """A recording in a message."""

    type: Required[Literal["input_audio"]]
    input_audio: Required[InputAudioParam]
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None


class MessageContentRefusalPartParam(TypedDict):
    """A refusal in an assistant's message."""

    type: Literal["refusal"]
    refusal: str


MessageContentPartParam: TypeAlias = (
    MessageContentTextPartParam
    | MessageContentImagePartParam
    | MessageContentFilePartParam
    | MessageContentAudioPartParam
    | MessageContentRefusalPartParam
)
_Content: TypeAlias = str | list[MessageContentPartParam]


class SystemMessageParam(TypedDict, total=False):
    """A system message."""

    role: Required[Literal["system"]]
    content: Required[_Content]
    custom_content: CustomContentParam | None
    custom_fields: MessageCustomFieldsParam | None
    name: str | None


class DeveloperMessageParam(TypedDict, total=False):
    """A developer's message, which newer models take for a system message."""

    role: Required[Literal["developer"]]
    content: Required[_Content]
    custom_content: CustomContentParam | None
    custom_fields: MessageCustomFieldsParam | None
    name: str | None


class UserMessageParam(TypedDict, total=False):
    """A user's message."""

    role: Required[Literal["user"]]
    content: Required[_Content]
    custom_content: CustomContentParam | None
    custom_fields: MessageCustomFieldsParam | None
    name: str | None


class AssistantMessageParam(TypedDict, total=False):
    """An earlier answer, sent back."""

    role: Required[Literal["assistant"]]
    content: _Content | None
    custom_content: CustomContentParam | None
    custom_fields: MessageCustomFieldsParam | None
    function_call: FunctionCallParam | None
    tool_calls: list[ToolCallParam]
    refusal: str | None
    name: str | None


class ToolMessageParam(TypedDict, total=False):
    """What a tool returned."""

    role: Required[Literal["tool"]]
    content: Required[_Content]
    tool_call_id: Required[str]
    custom_content: CustomContentParam | None
    custom_fields: MessageCustomFieldsParam | None


class FunctionMessageParam(TypedDict, total=False):
    """What a function returned."""

    role: Required[Literal["function"]]
    content: Required[_Content]
    name: Required[str]
    custom_content: CustomContentParam | None
    custom_fields: MessageCustomFieldsParam | None


Message: TypeAlias = (
    SystemMessageParam
    | DeveloperMessageParam
    | UserMessageParam
    | AssistantMessageParam
    | ToolMessageParam
    | FunctionMessageParam
)


class ResponseFormatText(TypedDict):
    """Asks for plain text."""

    type: Literal["text"]


class ResponseFormatJsonObject(TypedDict):
    """Asks for a JSON object."""

    type: Literal["json_object"]


class ResponseFormatJsonSchemaObject(TypedDict, total=False):
    """A schema with its name."""

    name: Required[str]
    schema: Required[dict[str, Any]]
    description: str | None
    strict: bool | None


class ResponseFormatJsonSchema(TypedDict):
    """Asks for JSON that fits a schema."""

    type: Literal["json_schema"]
    json_schema: ResponseFormatJsonSchemaObject


ResponseFormat: TypeAlias = ResponseFormatText | ResponseFormatJsonObject | ResponseFormatJsonSchema
