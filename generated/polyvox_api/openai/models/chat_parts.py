"""Models of OpenAI: chat_parts. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import (
    ImageDetail,
    OpenObject,
    RefusalPart,
    ToolChoiceMode,
    decode_refusal_part,
)

__all__ = [
    "AssistantMessage",
    "AudioPart",
    "AudioSource",
    "ChatAudioReference",
    "ChatCompletionRequestToolChoice",
    "ChatMessage",
    "ChatTool",
    "ContentPart",
    "CustomCall",
    "CustomTool",
    "CustomToolDefinition",
    "DeveloperMessage",
    "FilePart",
    "FilePartSource",
    "FunctionCall",
    "FunctionCallMode",
    "FunctionCallName",
    "FunctionDefinition",
    "FunctionMessage",
    "FunctionTool",
    "ImagePart",
    "ImageUrl",
    "LogitBias",
    "NamedToolChoice",
    "SystemMessage",
    "TextPart",
    "ToolCall",
    "ToolMessage",
    "UserMessage",
]


FunctionCallMode: TypeAlias = Literal["none", "auto"] | str
"""Whether the model calls functions, in the older form."""


@define(eq=False, repr=False, weakref_slot=False)
class SystemMessage(Model):
    """
    Instructions for the model.

    Attributes:
        role: Always `system`.
        content: A text, or content parts.
        name: Name of the author.
    """

    content: str | list[ContentPart]
    role: Literal["system"] = "system"
    name: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_system_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SystemMessage:
        """The value of a decoded JSON object."""
        return decode_system_message(source)


_SYSTEM_MESSAGE: Final = frozenset({"role", "content", "name"})


def decode_system_message(source: Any) -> SystemMessage:
    """`SystemMessage` of decoded JSON."""
    get = source.get
    return SystemMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        get("name", UNSET),
        None if source.keys() <= _SYSTEM_MESSAGE else extra_of(source, _SYSTEM_MESSAGE),
    )


def encode_system_message(value: Any) -> JsonObject:
    """JSON of a `SystemMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if (item := value.name) is not UNSET:
        result["name"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeveloperMessage(Model):
    """
    Instructions for the model, in the form of newer OpenAI models; many compatible servers know
    `system` only.

    Attributes:
        role: Always `developer`.
        content: A text, or content parts.
        name: Name of the author.
    """

    content: str | list[ContentPart]
    role: Literal["developer"] = "developer"
    name: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_developer_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeveloperMessage:
        """The value of a decoded JSON object."""
        return decode_developer_message(source)


_DEVELOPER_MESSAGE: Final = frozenset({"role", "content", "name"})


def decode_developer_message(source: Any) -> DeveloperMessage:
    """`DeveloperMessage` of decoded JSON."""
    get = source.get
    return DeveloperMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        get("name", UNSET),
        None if source.keys() <= _DEVELOPER_MESSAGE else extra_of(source, _DEVELOPER_MESSAGE),
    )


def encode_developer_message(value: Any) -> JsonObject:
    """JSON of a `DeveloperMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if (item := value.name) is not UNSET:
        result["name"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UserMessage(Model):
    """
    What the user says.

    Attributes:
        role: Always `user`.
        content: A text, or content parts.
        name: Name of the author.
    """

    content: str | list[ContentPart]
    role: Literal["user"] = "user"
    name: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_user_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UserMessage:
        """The value of a decoded JSON object."""
        return decode_user_message(source)


_USER_MESSAGE: Final = frozenset({"role", "content", "name"})


def decode_user_message(source: Any) -> UserMessage:
    """`UserMessage` of decoded JSON."""
    get = source.get
    return UserMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        get("name", UNSET),
        None if source.keys() <= _USER_MESSAGE else extra_of(source, _USER_MESSAGE),
    )


def encode_user_message(value: Any) -> JsonObject:
    """JSON of a `UserMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if (item := value.name) is not UNSET:
        result["name"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class AssistantMessage(Model):
    """
    What the model answered before.

    Attributes:
        role: Always `assistant`.
        content: A text, content parts, or null beside tool calls.
        refusal: Why the model refused.
        name: Name of the author.
        reasoning_content: What the model thought, for servers that want it back under this name.
        reasoning: What the model thought, for servers that want it back under this name.
        reasoning_details: What the model thought, in the parts of OpenRouter, to be sent back
            unchanged.
        audio: A spoken answer that came before.
        tool_calls: Tools the model called.
        function_call: Name of a function and its arguments.
    """

    role: Literal["assistant"] = "assistant"
    content: str | list[ContentPart] | None | Unset = UNSET
    refusal: str | None | Unset = UNSET
    name: str | Unset = UNSET
    reasoning_content: str | None | Unset = UNSET
    reasoning: str | None | Unset = UNSET
    reasoning_details: list[OpenObject] | None | Unset = UNSET
    audio: ChatAudioReference | None | Unset = UNSET
    tool_calls: list[ToolCall] | Unset = UNSET
    function_call: FunctionCall | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_assistant_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AssistantMessage:
        """The value of a decoded JSON object."""
        return decode_assistant_message(source)


_ASSISTANT_MESSAGE: Final = frozenset(
    {
        "role",
        "content",
        "refusal",
        "name",
        "reasoning_content",
        "reasoning",
        "reasoning_details",
        "audio",
        "tool_calls",
        "function_call",
    }
)


def decode_assistant_message(source: Any) -> AssistantMessage:
    """`AssistantMessage` of decoded JSON."""
    get = source.get
    return AssistantMessage(
        source["role"],
        [decode_content_part(item) for item in value]
        if (value := get("content", UNSET)).__class__ is list
        else value,
        get("refusal", UNSET),
        get("name", UNSET),
        get("reasoning_content", UNSET),
        get("reasoning", UNSET),
        get("reasoning_details", UNSET),
        decode_chat_audio_reference(value)
        if (value := get("audio", UNSET)).__class__ is dict
        else value,
        [decode_tool_call(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        decode_function_call(value)
        if (value := get("function_call", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _ASSISTANT_MESSAGE else extra_of(source, _ASSISTANT_MESSAGE),
    )


def encode_assistant_message(value: Any) -> JsonObject:
    """JSON of a `AssistantMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    if (item := value.content) is not UNSET:
        result["content"] = (
            [encode_content_part(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.refusal) is not UNSET:
        result["refusal"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.reasoning_content) is not UNSET:
        result["reasoning_content"] = item
    if (item := value.reasoning) is not UNSET:
        result["reasoning"] = item
    if (item := value.reasoning_details) is not UNSET:
        result["reasoning_details"] = item
    if (item := value.audio) is not UNSET:
        result["audio"] = (
            encode_chat_audio_reference(item) if isinstance(item, ChatAudioReference) else item
        )
    if (item := value.tool_calls) is not UNSET:
        result["tool_calls"] = (
            [encode_tool_call(part) if isinstance(part, ToolCall) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.function_call) is not UNSET:
        result["function_call"] = (
            encode_function_call(item) if isinstance(item, FunctionCall) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolMessage(Model):
    """
    What a tool returned.

    Attributes:
        role: Always `tool`.
        content: A text, or content parts.
        tool_call_id: Id of the tool call that this answers.
        name: Name of the tool, which some servers need.
    """

    content: str | list[ContentPart]
    tool_call_id: str
    role: Literal["tool"] = "tool"
    name: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolMessage:
        """The value of a decoded JSON object."""
        return decode_tool_message(source)


_TOOL_MESSAGE: Final = frozenset({"role", "content", "tool_call_id", "name"})


def decode_tool_message(source: Any) -> ToolMessage:
    """`ToolMessage` of decoded JSON."""
    get = source.get
    return ToolMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["tool_call_id"],
        source["role"],
        get("name", UNSET),
        None if source.keys() <= _TOOL_MESSAGE else extra_of(source, _TOOL_MESSAGE),
    )


def encode_tool_message(value: Any) -> JsonObject:
    """JSON of a `ToolMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    result["tool_call_id"] = value.tool_call_id
    if (item := value.name) is not UNSET:
        result["name"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionMessage(Model):
    """
    What a function returned, in the older form.

    Attributes:
        role: Always `function`.
        content: The result as text.
        name: Name of the function.
    """

    content: str | None
    name: str
    role: Literal["function"] = "function"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionMessage:
        """The value of a decoded JSON object."""
        return decode_function_message(source)


_FUNCTION_MESSAGE: Final = frozenset({"role", "content", "name"})


def decode_function_message(source: Any) -> FunctionMessage:
    """`FunctionMessage` of decoded JSON."""
    return FunctionMessage(
        source["content"],
        source["name"],
        source["role"],
        None if source.keys() <= _FUNCTION_MESSAGE else extra_of(source, _FUNCTION_MESSAGE),
    )


def encode_function_message(value: Any) -> JsonObject:
    """JSON of a `FunctionMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    result["content"] = value.content
    result["name"] = value.name
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatAudioReference(Model):
    """
    A spoken answer that came before.

    Attributes:
        id: Id of the spoken answer.
    """

    id: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_audio_reference(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatAudioReference:
        """The value of a decoded JSON object."""
        return decode_chat_audio_reference(source)


_CHAT_AUDIO_REFERENCE: Final = frozenset({"id"})


def decode_chat_audio_reference(source: Any) -> ChatAudioReference:
    """`ChatAudioReference` of decoded JSON."""
    return ChatAudioReference(
        source["id"],
        None if source.keys() <= _CHAT_AUDIO_REFERENCE else extra_of(source, _CHAT_AUDIO_REFERENCE),
    )


def encode_chat_audio_reference(value: Any) -> JsonObject:
    """JSON of a `ChatAudioReference`."""
    result: JsonObject = {}
    result["id"] = value.id
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextPart(Model):
    """
    A text.

    Attributes:
        type: Always `text`.
        text: The text.
    """

    text: str
    type: Literal["text"] = "text"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextPart:
        """The value of a decoded JSON object."""
        return decode_text_part(source)


_TEXT_PART: Final = frozenset({"type", "text"})


def decode_text_part(source: Any) -> TextPart:
    """`TextPart` of decoded JSON."""
    return TextPart(
        source["text"],
        source["type"],
        None if source.keys() <= _TEXT_PART else extra_of(source, _TEXT_PART),
    )


def encode_text_part(value: Any) -> JsonObject:
    """JSON of a `TextPart`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImagePart(Model):
    """
    A picture.

    Attributes:
        type: Always `image_url`.
        image_url: Where a picture is, and how closely to look at it.
    """

    image_url: ImageUrl
    type: Literal["image_url"] = "image_url"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImagePart:
        """The value of a decoded JSON object."""
        return decode_image_part(source)


_IMAGE_PART: Final = frozenset({"type", "image_url"})


def decode_image_part(source: Any) -> ImagePart:
    """`ImagePart` of decoded JSON."""
    return ImagePart(
        decode_image_url(value) if (value := source["image_url"]).__class__ is dict else value,
        source["type"],
        None if source.keys() <= _IMAGE_PART else extra_of(source, _IMAGE_PART),
    )


def encode_image_part(value: Any) -> JsonObject:
    """JSON of a `ImagePart`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.image_url
    result["image_url"] = encode_image_url(item) if isinstance(item, ImageUrl) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageUrl(Model):
    """
    Where a picture is, and how closely to look at it.

    Attributes:
        url: A web URL or a data URL; local servers often take data URLs only.
        detail: How closely the model looks at a picture.
    """

    url: str
    detail: ImageDetail | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_url(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageUrl:
        """The value of a decoded JSON object."""
        return decode_image_url(source)


_IMAGE_URL: Final = frozenset({"url", "detail"})


def decode_image_url(source: Any) -> ImageUrl:
    """`ImageUrl` of decoded JSON."""
    get = source.get
    return ImageUrl(
        source["url"],
        get("detail", UNSET),
        None if source.keys() <= _IMAGE_URL else extra_of(source, _IMAGE_URL),
    )


def encode_image_url(value: Any) -> JsonObject:
    """JSON of a `ImageUrl`."""
    result: JsonObject = {}
    result["url"] = value.url
    if (item := value.detail) is not UNSET:
        result["detail"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FilePart(Model):
    """
    A file.

    Attributes:
        type: Always `file`.
        file: The content of a file, or the id of an uploaded one.
    """

    file: FilePartSource
    type: Literal["file"] = "file"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_file_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FilePart:
        """The value of a decoded JSON object."""
        return decode_file_part(source)


_FILE_PART: Final = frozenset({"type", "file"})


def decode_file_part(source: Any) -> FilePart:
    """`FilePart` of decoded JSON."""
    return FilePart(
        decode_file_part_source(value) if (value := source["file"]).__class__ is dict else value,
        source["type"],
        None if source.keys() <= _FILE_PART else extra_of(source, _FILE_PART),
    )


def encode_file_part(value: Any) -> JsonObject:
    """JSON of a `FilePart`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.file
    result["file"] = encode_file_part_source(item) if isinstance(item, FilePartSource) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FilePartSource(Model):
    """
    The content of a file, or the id of an uploaded one.

    Attributes:
        file_data: Content as a data URL.
        file_id: Id of an uploaded file.
        filename: Name of the file.
    """

    file_data: str | Unset = UNSET
    file_id: str | Unset = UNSET
    filename: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_file_part_source(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FilePartSource:
        """The value of a decoded JSON object."""
        return decode_file_part_source(source)


_FILE_PART_SOURCE: Final = frozenset({"file_data", "file_id", "filename"})


def decode_file_part_source(source: Any) -> FilePartSource:
    """`FilePartSource` of decoded JSON."""
    get = source.get
    return FilePartSource(
        get("file_data", UNSET),
        get("file_id", UNSET),
        get("filename", UNSET),
        None if source.keys() <= _FILE_PART_SOURCE else extra_of(source, _FILE_PART_SOURCE),
    )


def encode_file_part_source(value: Any) -> JsonObject:
    """JSON of a `FilePartSource`."""
    result: JsonObject = {}
    if (item := value.file_data) is not UNSET:
        result["file_data"] = item
    if (item := value.file_id) is not UNSET:
        result["file_id"] = item
    if (item := value.filename) is not UNSET:
        result["filename"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class AudioPart(Model):
    """
    A recording.

    Attributes:
        type: Always `input_audio`.
        input_audio: The content of a recording.
    """

    input_audio: AudioSource
    type: Literal["input_audio"] = "input_audio"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_audio_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AudioPart:
        """The value of a decoded JSON object."""
        return decode_audio_part(source)


_AUDIO_PART: Final = frozenset({"type", "input_audio"})


def decode_audio_part(source: Any) -> AudioPart:
    """`AudioPart` of decoded JSON."""
    return AudioPart(
        decode_audio_source(value) if (value := source["input_audio"]).__class__ is dict else value,
        source["type"],
        None if source.keys() <= _AUDIO_PART else extra_of(source, _AUDIO_PART),
    )


def encode_audio_part(value: Any) -> JsonObject:
    """JSON of a `AudioPart`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.input_audio
    result["input_audio"] = encode_audio_source(item) if isinstance(item, AudioSource) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class AudioSource(Model):
    """
    The content of a recording.

    Attributes:
        data: Content in base64.
        format: Format, such as `wav` or `mp3`.
    """

    data: str
    format: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_audio_source(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AudioSource:
        """The value of a decoded JSON object."""
        return decode_audio_source(source)


_AUDIO_SOURCE: Final = frozenset({"data", "format"})


def decode_audio_source(source: Any) -> AudioSource:
    """`AudioSource` of decoded JSON."""
    return AudioSource(
        source["data"],
        source["format"],
        None if source.keys() <= _AUDIO_SOURCE else extra_of(source, _AUDIO_SOURCE),
    )


def encode_audio_source(value: Any) -> JsonObject:
    """JSON of a `AudioSource`."""
    result: JsonObject = {}
    result["data"] = value.data
    result["format"] = value.format
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCall(Model):
    """
    A call of a tool, which the caller is to run. OpenAI always sends and needs `id` and `type`;
    some servers leave them out.

    Attributes:
        id: Id that the tool message repeats.
        type: Kind of the tool, `function` or `custom`.
        function: Name of a function and its arguments.
        custom: Name of a custom tool and its input.
    """

    id: str | None | Unset = UNSET
    type: str | None | Unset = UNSET
    function: FunctionCall | Unset = UNSET
    custom: CustomCall | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolCall:
        """The value of a decoded JSON object."""
        return decode_tool_call(source)


_TOOL_CALL: Final = frozenset({"id", "type", "function", "custom"})


def decode_tool_call(source: Any) -> ToolCall:
    """`ToolCall` of decoded JSON."""
    get = source.get
    return ToolCall(
        get("id", UNSET),
        get("type", UNSET),
        decode_function_call(value)
        if (value := get("function", UNSET)).__class__ is dict
        else value,
        decode_custom_call(value) if (value := get("custom", UNSET)).__class__ is dict else value,
        None if source.keys() <= _TOOL_CALL else extra_of(source, _TOOL_CALL),
    )


def encode_tool_call(value: Any) -> JsonObject:
    """JSON of a `ToolCall`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.function) is not UNSET:
        result["function"] = encode_function_call(item) if isinstance(item, FunctionCall) else item
    if (item := value.custom) is not UNSET:
        result["custom"] = encode_custom_call(item) if isinstance(item, CustomCall) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionCall(Model):
    """
    Name of a function and its arguments.

    Attributes:
        name: Name of the function.
        arguments: Arguments as JSON text, not checked by the server; a few servers send the object
            itself.
    """

    name: str | Unset = UNSET
    arguments: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionCall:
        """The value of a decoded JSON object."""
        return decode_function_call(source)


_FUNCTION_CALL: Final = frozenset({"name", "arguments"})


def decode_function_call(source: Any) -> FunctionCall:
    """`FunctionCall` of decoded JSON."""
    get = source.get
    return FunctionCall(
        get("name", UNSET),
        get("arguments", UNSET),
        None if source.keys() <= _FUNCTION_CALL else extra_of(source, _FUNCTION_CALL),
    )


def encode_function_call(value: Any) -> JsonObject:
    """JSON of a `FunctionCall`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.arguments) is not UNSET:
        result["arguments"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CustomCall(Model):
    """
    Name of a custom tool and its input.

    Attributes:
        name: Name of the tool.
        input: Input, free text.
    """

    name: str | Unset = UNSET
    input: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_custom_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CustomCall:
        """The value of a decoded JSON object."""
        return decode_custom_call(source)


_CUSTOM_CALL: Final = frozenset({"name", "input"})


def decode_custom_call(source: Any) -> CustomCall:
    """`CustomCall` of decoded JSON."""
    get = source.get
    return CustomCall(
        get("name", UNSET),
        get("input", UNSET),
        None if source.keys() <= _CUSTOM_CALL else extra_of(source, _CUSTOM_CALL),
    )


def encode_custom_call(value: Any) -> JsonObject:
    """JSON of a `CustomCall`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.input) is not UNSET:
        result["input"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionTool(Model):
    """
    A function that the caller runs.

    Attributes:
        type: Always `function`.
        function: What a function does and takes.
    """

    function: FunctionDefinition
    type: Literal["function"] = "function"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionTool:
        """The value of a decoded JSON object."""
        return decode_function_tool(source)


_FUNCTION_TOOL: Final = frozenset({"type", "function"})


def decode_function_tool(source: Any) -> FunctionTool:
    """`FunctionTool` of decoded JSON."""
    return FunctionTool(
        decode_function_definition(value)
        if (value := source["function"]).__class__ is dict
        else value,
        source["type"],
        None if source.keys() <= _FUNCTION_TOOL else extra_of(source, _FUNCTION_TOOL),
    )


def encode_function_tool(value: Any) -> JsonObject:
    """JSON of a `FunctionTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.function
    result["function"] = (
        encode_function_definition(item) if isinstance(item, FunctionDefinition) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionDefinition(Model):
    """
    What a function does and takes.

    Attributes:
        name: Name of the function.
        description: What it does, for the model.
        parameters: A JSON object whose keys nobody prescribes.
        strict: Whether the arguments follow the schema exactly.
    """

    name: str
    description: str | Unset = UNSET
    parameters: OpenObject | Unset = UNSET
    strict: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_definition(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionDefinition:
        """The value of a decoded JSON object."""
        return decode_function_definition(source)


_FUNCTION_DEFINITION: Final = frozenset({"name", "description", "parameters", "strict"})


def decode_function_definition(source: Any) -> FunctionDefinition:
    """`FunctionDefinition` of decoded JSON."""
    get = source.get
    return FunctionDefinition(
        source["name"],
        get("description", UNSET),
        get("parameters", UNSET),
        get("strict", UNSET),
        None if source.keys() <= _FUNCTION_DEFINITION else extra_of(source, _FUNCTION_DEFINITION),
    )


def encode_function_definition(value: Any) -> JsonObject:
    """JSON of a `FunctionDefinition`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.parameters) is not UNSET:
        result["parameters"] = item
    if (item := value.strict) is not UNSET:
        result["strict"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CustomTool(Model):
    """
    A tool that takes free text (OpenAI).

    Attributes:
        type: Always `custom`.
        custom: What a custom tool does and takes.
    """

    custom: CustomToolDefinition
    type: Literal["custom"] = "custom"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_custom_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CustomTool:
        """The value of a decoded JSON object."""
        return decode_custom_tool(source)


_CUSTOM_TOOL: Final = frozenset({"type", "custom"})


def decode_custom_tool(source: Any) -> CustomTool:
    """`CustomTool` of decoded JSON."""
    return CustomTool(
        decode_custom_tool_definition(value)
        if (value := source["custom"]).__class__ is dict
        else value,
        source["type"],
        None if source.keys() <= _CUSTOM_TOOL else extra_of(source, _CUSTOM_TOOL),
    )


def encode_custom_tool(value: Any) -> JsonObject:
    """JSON of a `CustomTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.custom
    result["custom"] = (
        encode_custom_tool_definition(item) if isinstance(item, CustomToolDefinition) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CustomToolDefinition(Model):
    """
    What a custom tool does and takes.

    Attributes:
        name: Name of the tool.
        description: What it does, for the model.
        format: A JSON object whose keys nobody prescribes.
    """

    name: str
    description: str | Unset = UNSET
    format: OpenObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_custom_tool_definition(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CustomToolDefinition:
        """The value of a decoded JSON object."""
        return decode_custom_tool_definition(source)


_CUSTOM_TOOL_DEFINITION: Final = frozenset({"name", "description", "format"})


def decode_custom_tool_definition(source: Any) -> CustomToolDefinition:
    """`CustomToolDefinition` of decoded JSON."""
    get = source.get
    return CustomToolDefinition(
        source["name"],
        get("description", UNSET),
        get("format", UNSET),
        None
        if source.keys() <= _CUSTOM_TOOL_DEFINITION
        else extra_of(source, _CUSTOM_TOOL_DEFINITION),
    )


def encode_custom_tool_definition(value: Any) -> JsonObject:
    """JSON of a `CustomToolDefinition`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.format) is not UNSET:
        result["format"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class NamedToolChoice(Model):
    """
    The tool that must be called, or the tools that may be.

    Attributes:
        type: Kind of the choice: `function`, `custom` or `allowed_tools`.
        function: The function or tool that must be called.
        custom: The function or tool that must be called.
        allowed_tools: A JSON object whose keys nobody prescribes.
    """

    type: str
    function: FunctionCallName | Unset = UNSET
    custom: FunctionCallName | Unset = UNSET
    allowed_tools: OpenObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_named_tool_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> NamedToolChoice:
        """The value of a decoded JSON object."""
        return decode_named_tool_choice(source)


_NAMED_TOOL_CHOICE: Final = frozenset({"type", "function", "custom", "allowed_tools"})


def decode_named_tool_choice(source: Any) -> NamedToolChoice:
    """`NamedToolChoice` of decoded JSON."""
    get = source.get
    return NamedToolChoice(
        source["type"],
        decode_function_call_name(value)
        if (value := get("function", UNSET)).__class__ is dict
        else value,
        decode_function_call_name(value)
        if (value := get("custom", UNSET)).__class__ is dict
        else value,
        get("allowed_tools", UNSET),
        None if source.keys() <= _NAMED_TOOL_CHOICE else extra_of(source, _NAMED_TOOL_CHOICE),
    )


def encode_named_tool_choice(value: Any) -> JsonObject:
    """JSON of a `NamedToolChoice`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.function) is not UNSET:
        result["function"] = (
            encode_function_call_name(item) if isinstance(item, FunctionCallName) else item
        )
    if (item := value.custom) is not UNSET:
        result["custom"] = (
            encode_function_call_name(item) if isinstance(item, FunctionCallName) else item
        )
    if (item := value.allowed_tools) is not UNSET:
        result["allowed_tools"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionCallName(Model):
    """
    The function or tool that must be called.

    Attributes:
        name: Name of the function or tool.
    """

    name: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_call_name(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionCallName:
        """The value of a decoded JSON object."""
        return decode_function_call_name(source)


_FUNCTION_CALL_NAME: Final = frozenset({"name"})


def decode_function_call_name(source: Any) -> FunctionCallName:
    """`FunctionCallName` of decoded JSON."""
    return FunctionCallName(
        source["name"],
        None if source.keys() <= _FUNCTION_CALL_NAME else extra_of(source, _FUNCTION_CALL_NAME),
    )


def encode_function_call_name(value: Any) -> JsonObject:
    """JSON of a `FunctionCallName`."""
    result: JsonObject = {}
    result["name"] = value.name
    if value.extra:
        result.update(value.extra)
    return result


LogitBias: TypeAlias = dict[str, float]
"""Bias per token id, -100 to 100."""


ChatMessage: TypeAlias = (
    SystemMessage
    | DeveloperMessage
    | UserMessage
    | AssistantMessage
    | ToolMessage
    | FunctionMessage
    | JsonObject
)
"""One message of a conversation, told apart by `role`."""

_CHAT_MESSAGE: Final[dict[Any, Callable[[Any], ChatMessage]]] = {
    "system": decode_system_message,
    "developer": decode_developer_message,
    "user": decode_user_message,
    "assistant": decode_assistant_message,
    "tool": decode_tool_message,
    "function": decode_function_message,
}


def decode_chat_message(source: Any) -> ChatMessage:
    """`ChatMessage` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("role")
        decode = _CHAT_MESSAGE.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ChatMessage = source
    return result


def encode_chat_message(value: Any) -> Any:
    """JSON of a `ChatMessage`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ContentPart: TypeAlias = TextPart | ImagePart | FilePart | AudioPart | RefusalPart | JsonObject
"""
One part of a message, told apart by `type`. Servers have further types, such as `video_url` (vLLM).
"""

_CONTENT_PART: Final[dict[Any, Callable[[Any], ContentPart]]] = {
    "text": decode_text_part,
    "image_url": decode_image_part,
    "file": decode_file_part,
    "input_audio": decode_audio_part,
    "refusal": decode_refusal_part,
}


def decode_content_part(source: Any) -> ContentPart:
    """`ContentPart` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _CONTENT_PART.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ContentPart = source
    return result


def encode_content_part(value: Any) -> Any:
    """JSON of a `ContentPart`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ChatTool: TypeAlias = FunctionTool | CustomTool | JsonObject
"""A tool of a chat request, told apart by `type`."""

_CHAT_TOOL: Final[dict[Any, Callable[[Any], ChatTool]]] = {
    "function": decode_function_tool,
    "custom": decode_custom_tool,
}


def decode_chat_tool(source: Any) -> ChatTool:
    """`ChatTool` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _CHAT_TOOL.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ChatTool = source
    return result


def encode_chat_tool(value: Any) -> Any:
    """JSON of a `ChatTool`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ChatCompletionRequestToolChoice: TypeAlias = ToolChoiceMode | NamedToolChoice | JsonObject
"""Whether, or which, tool must be called."""


def decode_chat_completion_request_tool_choice(source: Any) -> ChatCompletionRequestToolChoice:
    """`ChatCompletionRequestToolChoice` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"type"}:
            return decode_named_tool_choice(source)
    result: ChatCompletionRequestToolChoice = source
    return result


def encode_chat_completion_request_tool_choice(value: Any) -> Any:
    """JSON of a `ChatCompletionRequestToolChoice`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
