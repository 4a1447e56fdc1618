"""Models of AI DIAL: shared_chat_parts. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "AssistantMessage",
    "Attachment",
    "AudioPart",
    "AudioSource",
    "CacheBreakpoint",
    "CacheCustomFields",
    "ContentPart",
    "CustomContent",
    "DeveloperMessage",
    "FilePart",
    "FilePartSource",
    "FunctionCall",
    "ImageDetail",
    "ImagePart",
    "ImageUrl",
    "MessageSkill",
    "OpenObject",
    "PromptCacheBreakpoint",
    "PromptCacheMode",
    "RefusalPart",
    "Stage",
    "StageStatus",
    "SystemMessage",
    "TextPart",
    "ToolCall",
    "ToolMessage",
    "UserCustomContent",
    "UserMessage",
]


PromptCacheMode: TypeAlias = Literal["implicit", "explicit"] | str
"""Whether the deployment picks the breakpoints of the prompt cache, or the caller."""

ImageDetail: TypeAlias = Literal["auto", "low", "high"] | str
"""How closely the model looks at a picture."""

StageStatus: TypeAlias = Literal["completed", "failed"] | str
"""Outcome of a stage."""


@define(eq=False, repr=False, weakref_slot=False)
class PromptCacheBreakpoint(Model):
    """
    Marks a content part as the end of a cached prefix.

    Attributes:
        mode: Whether the deployment picks the breakpoints of the prompt cache, or the caller.
    """

    mode: PromptCacheMode
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_prompt_cache_breakpoint(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PromptCacheBreakpoint:
        """The value of a decoded JSON object."""
        return decode_prompt_cache_breakpoint(source)


_PROMPT_CACHE_BREAKPOINT: Final = frozenset({"mode"})


def decode_prompt_cache_breakpoint(source: Any) -> PromptCacheBreakpoint:
    """`PromptCacheBreakpoint` of decoded JSON."""
    return PromptCacheBreakpoint(
        source["mode"],
        None
        if source.keys() <= _PROMPT_CACHE_BREAKPOINT
        else extra_of(source, _PROMPT_CACHE_BREAKPOINT),
    )


def encode_prompt_cache_breakpoint(value: Any) -> JsonObject:
    """JSON of a `PromptCacheBreakpoint`."""
    result: JsonObject = {}
    result["mode"] = value.mode
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CacheBreakpoint(Model):
    """
    Marks the end of a cached prefix.

    Attributes:
        expire_at: Time in ISO 8601 at which the cached prefix may expire.
    """

    expire_at: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_cache_breakpoint(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CacheBreakpoint:
        """The value of a decoded JSON object."""
        return decode_cache_breakpoint(source)


_CACHE_BREAKPOINT: Final = frozenset({"expire_at"})


def decode_cache_breakpoint(source: Any) -> CacheBreakpoint:
    """`CacheBreakpoint` of decoded JSON."""
    get = source.get
    return CacheBreakpoint(
        get("expire_at", UNSET),
        None if source.keys() <= _CACHE_BREAKPOINT else extra_of(source, _CACHE_BREAKPOINT),
    )


def encode_cache_breakpoint(value: Any) -> JsonObject:
    """JSON of a `CacheBreakpoint`."""
    result: JsonObject = {}
    if (item := value.expire_at) is not UNSET:
        result["expire_at"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CacheCustomFields(Model):
    """
    DIAL's own fields of a message or tool.

    Attributes:
        cache_breakpoint: Marks the end of a cached prefix.
    """

    cache_breakpoint: CacheBreakpoint | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_cache_custom_fields(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CacheCustomFields:
        """The value of a decoded JSON object."""
        return decode_cache_custom_fields(source)


_CACHE_CUSTOM_FIELDS: Final = frozenset({"cache_breakpoint"})


def decode_cache_custom_fields(source: Any) -> CacheCustomFields:
    """`CacheCustomFields` of decoded JSON."""
    get = source.get
    return CacheCustomFields(
        decode_cache_breakpoint(value)
        if (value := get("cache_breakpoint", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CACHE_CUSTOM_FIELDS else extra_of(source, _CACHE_CUSTOM_FIELDS),
    )


def encode_cache_custom_fields(value: Any) -> JsonObject:
    """JSON of a `CacheCustomFields`."""
    result: JsonObject = {}
    if (item := value.cache_breakpoint) is not UNSET:
        result["cache_breakpoint"] = (
            encode_cache_breakpoint(item) if isinstance(item, CacheBreakpoint) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SystemMessage(Model):
    """
    Instructions for the model.

    Attributes:
        role: Always `system`.
        content: A text, or content parts.
        name: Name of the author.
        custom_content: DIAL's own content of an answer, also sent back when the conversation goes
            on.
        custom_fields: DIAL's own fields of a message or tool.
    """

    content: str | list[ContentPart]
    role: Literal["system"] = "system"
    name: str | Unset = UNSET
    custom_content: CustomContent | Unset = UNSET
    custom_fields: CacheCustomFields | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_system_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SystemMessage:
        """The value of a decoded JSON object."""
        return decode_system_message(source)


_SYSTEM_MESSAGE: Final = frozenset({"role", "content", "name", "custom_content", "custom_fields"})


def decode_system_message(source: Any) -> SystemMessage:
    """`SystemMessage` of decoded JSON."""
    get = source.get
    return SystemMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        get("name", UNSET),
        decode_custom_content(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
        else value,
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
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
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_custom_content(item) if isinstance(item, CustomContent) else item
        )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeveloperMessage(Model):
    """
    Instructions for the model, in the form newer models expect.

    Attributes:
        role: Always `developer`.
        content: A text, or content parts.
        name: Name of the author.
        custom_content: DIAL's own content of an answer, also sent back when the conversation goes
            on.
        custom_fields: DIAL's own fields of a message or tool.
    """

    content: str | list[ContentPart]
    role: Literal["developer"] = "developer"
    name: str | Unset = UNSET
    custom_content: CustomContent | Unset = UNSET
    custom_fields: CacheCustomFields | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_developer_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeveloperMessage:
        """The value of a decoded JSON object."""
        return decode_developer_message(source)


_DEVELOPER_MESSAGE: Final = frozenset(
    {"role", "content", "name", "custom_content", "custom_fields"}
)


def decode_developer_message(source: Any) -> DeveloperMessage:
    """`DeveloperMessage` of decoded JSON."""
    get = source.get
    return DeveloperMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        get("name", UNSET),
        decode_custom_content(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
        else value,
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
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
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_custom_content(item) if isinstance(item, CustomContent) else item
        )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
        )
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
        custom_content: DIAL's own content of a user message.
        custom_fields: DIAL's own fields of a message or tool.
    """

    content: str | list[ContentPart]
    role: Literal["user"] = "user"
    name: str | Unset = UNSET
    custom_content: UserCustomContent | Unset = UNSET
    custom_fields: CacheCustomFields | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_user_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UserMessage:
        """The value of a decoded JSON object."""
        return decode_user_message(source)


_USER_MESSAGE: Final = frozenset({"role", "content", "name", "custom_content", "custom_fields"})


def decode_user_message(source: Any) -> UserMessage:
    """`UserMessage` of decoded JSON."""
    get = source.get
    return UserMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        get("name", UNSET),
        decode_user_custom_content(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
        else value,
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
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
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_user_custom_content(item) if isinstance(item, UserCustomContent) else item
        )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
        )
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
        tool_calls: Tools the model called.
        function_call: Name of a function and its arguments.
        custom_content: DIAL's own content of an answer, also sent back when the conversation goes
            on.
        custom_fields: DIAL's own fields of a message or tool.
    """

    role: Literal["assistant"] = "assistant"
    content: str | list[ContentPart] | None | Unset = UNSET
    refusal: str | None | Unset = UNSET
    name: str | Unset = UNSET
    tool_calls: list[ToolCall] | Unset = UNSET
    function_call: FunctionCall | None | Unset = UNSET
    custom_content: CustomContent | Unset = UNSET
    custom_fields: CacheCustomFields | Unset = UNSET
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
        "tool_calls",
        "function_call",
        "custom_content",
        "custom_fields",
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
        [decode_tool_call(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        decode_function_call(value)
        if (value := get("function_call", UNSET)).__class__ is dict
        else value,
        decode_custom_content(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
        else value,
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
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
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_custom_content(item) if isinstance(item, CustomContent) else item
        )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
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
        name: Name of the tool.
        custom_content: DIAL's own content of an answer, also sent back when the conversation goes
            on.
        custom_fields: DIAL's own fields of a message or tool.
    """

    content: str | list[ContentPart]
    tool_call_id: str
    role: Literal["tool"] = "tool"
    name: str | Unset = UNSET
    custom_content: CustomContent | Unset = UNSET
    custom_fields: CacheCustomFields | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolMessage:
        """The value of a decoded JSON object."""
        return decode_tool_message(source)


_TOOL_MESSAGE: Final = frozenset(
    {"role", "content", "tool_call_id", "name", "custom_content", "custom_fields"}
)


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
        decode_custom_content(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
        else value,
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
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
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_custom_content(item) if isinstance(item, CustomContent) else item
        )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
        )
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
        prompt_cache_breakpoint: Marks a content part as the end of a cached prefix.
    """

    text: str
    type: Literal["text"] = "text"
    prompt_cache_breakpoint: PromptCacheBreakpoint | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextPart:
        """The value of a decoded JSON object."""
        return decode_text_part(source)


_TEXT_PART: Final = frozenset({"type", "text", "prompt_cache_breakpoint"})


def decode_text_part(source: Any) -> TextPart:
    """`TextPart` of decoded JSON."""
    get = source.get
    return TextPart(
        source["text"],
        source["type"],
        decode_prompt_cache_breakpoint(value)
        if (value := get("prompt_cache_breakpoint", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _TEXT_PART else extra_of(source, _TEXT_PART),
    )


def encode_text_part(value: Any) -> JsonObject:
    """JSON of a `TextPart`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if (item := value.prompt_cache_breakpoint) is not UNSET:
        result["prompt_cache_breakpoint"] = (
            encode_prompt_cache_breakpoint(item)
            if isinstance(item, PromptCacheBreakpoint)
            else item
        )
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
        prompt_cache_breakpoint: Marks a content part as the end of a cached prefix.
    """

    image_url: ImageUrl
    type: Literal["image_url"] = "image_url"
    prompt_cache_breakpoint: PromptCacheBreakpoint | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImagePart:
        """The value of a decoded JSON object."""
        return decode_image_part(source)


_IMAGE_PART: Final = frozenset({"type", "image_url", "prompt_cache_breakpoint"})


def decode_image_part(source: Any) -> ImagePart:
    """`ImagePart` of decoded JSON."""
    get = source.get
    return ImagePart(
        decode_image_url(value) if (value := source["image_url"]).__class__ is dict else value,
        source["type"],
        decode_prompt_cache_breakpoint(value)
        if (value := get("prompt_cache_breakpoint", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _IMAGE_PART else extra_of(source, _IMAGE_PART),
    )


def encode_image_part(value: Any) -> JsonObject:
    """JSON of a `ImagePart`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.image_url
    result["image_url"] = encode_image_url(item) if isinstance(item, ImageUrl) else item
    if (item := value.prompt_cache_breakpoint) is not UNSET:
        result["prompt_cache_breakpoint"] = (
            encode_prompt_cache_breakpoint(item)
            if isinstance(item, PromptCacheBreakpoint)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageUrl(Model):
    """
    Where a picture is, and how closely to look at it.

    Attributes:
        url: A web URL, a data URL, or a storage URL `files/<bucket>/<path>`.
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
        prompt_cache_breakpoint: Marks a content part as the end of a cached prefix.
    """

    file: FilePartSource
    type: Literal["file"] = "file"
    prompt_cache_breakpoint: PromptCacheBreakpoint | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_file_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FilePart:
        """The value of a decoded JSON object."""
        return decode_file_part(source)


_FILE_PART: Final = frozenset({"type", "file", "prompt_cache_breakpoint"})


def decode_file_part(source: Any) -> FilePart:
    """`FilePart` of decoded JSON."""
    get = source.get
    return FilePart(
        decode_file_part_source(value) if (value := source["file"]).__class__ is dict else value,
        source["type"],
        decode_prompt_cache_breakpoint(value)
        if (value := get("prompt_cache_breakpoint", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _FILE_PART else extra_of(source, _FILE_PART),
    )


def encode_file_part(value: Any) -> JsonObject:
    """JSON of a `FilePart`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.file
    result["file"] = encode_file_part_source(item) if isinstance(item, FilePartSource) else item
    if (item := value.prompt_cache_breakpoint) is not UNSET:
        result["prompt_cache_breakpoint"] = (
            encode_prompt_cache_breakpoint(item)
            if isinstance(item, PromptCacheBreakpoint)
            else item
        )
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
        prompt_cache_breakpoint: Marks a content part as the end of a cached prefix.
    """

    input_audio: AudioSource
    type: Literal["input_audio"] = "input_audio"
    prompt_cache_breakpoint: PromptCacheBreakpoint | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_audio_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AudioPart:
        """The value of a decoded JSON object."""
        return decode_audio_part(source)


_AUDIO_PART: Final = frozenset({"type", "input_audio", "prompt_cache_breakpoint"})


def decode_audio_part(source: Any) -> AudioPart:
    """`AudioPart` of decoded JSON."""
    get = source.get
    return AudioPart(
        decode_audio_source(value) if (value := source["input_audio"]).__class__ is dict else value,
        source["type"],
        decode_prompt_cache_breakpoint(value)
        if (value := get("prompt_cache_breakpoint", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _AUDIO_PART else extra_of(source, _AUDIO_PART),
    )


def encode_audio_part(value: Any) -> JsonObject:
    """JSON of a `AudioPart`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.input_audio
    result["input_audio"] = encode_audio_source(item) if isinstance(item, AudioSource) else item
    if (item := value.prompt_cache_breakpoint) is not UNSET:
        result["prompt_cache_breakpoint"] = (
            encode_prompt_cache_breakpoint(item)
            if isinstance(item, PromptCacheBreakpoint)
            else item
        )
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
class RefusalPart(Model):
    """
    A refusal of the model.

    Attributes:
        type: Always `refusal`.
        refusal: Why the model refused.
    """

    refusal: str
    type: Literal["refusal"] = "refusal"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_refusal_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RefusalPart:
        """The value of a decoded JSON object."""
        return decode_refusal_part(source)


_REFUSAL_PART: Final = frozenset({"type", "refusal"})


def decode_refusal_part(source: Any) -> RefusalPart:
    """`RefusalPart` of decoded JSON."""
    return RefusalPart(
        source["refusal"],
        source["type"],
        None if source.keys() <= _REFUSAL_PART else extra_of(source, _REFUSAL_PART),
    )


def encode_refusal_part(value: Any) -> JsonObject:
    """JSON of a `RefusalPart`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["refusal"] = value.refusal
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Attachment(Model):
    """
    Something attached to a message or stage. Exactly one of `data` and `url` is sent.

    Attributes:
        type: MIME type; `text/markdown` when absent.
        title: Title to show.
        data: Content as text, or as base64 for binary types.
        url: Where the content is; a storage URL `files/<bucket>/<path>` needs access to it.
        reference_type: MIME type of the source.
        reference_url: Where the content was taken from.
    """

    type: str | None | Unset = UNSET
    title: str | None | Unset = UNSET
    data: str | None | Unset = UNSET
    url: str | None | Unset = UNSET
    reference_type: str | None | Unset = UNSET
    reference_url: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_attachment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Attachment:
        """The value of a decoded JSON object."""
        return decode_attachment(source)


_ATTACHMENT: Final = frozenset({"type", "title", "data", "url", "reference_type", "reference_url"})


def decode_attachment(source: Any) -> Attachment:
    """`Attachment` of decoded JSON."""
    get = source.get
    return Attachment(
        get("type", UNSET),
        get("title", UNSET),
        get("data", UNSET),
        get("url", UNSET),
        get("reference_type", UNSET),
        get("reference_url", UNSET),
        None if source.keys() <= _ATTACHMENT else extra_of(source, _ATTACHMENT),
    )


def encode_attachment(value: Any) -> JsonObject:
    """JSON of a `Attachment`."""
    result: JsonObject = {}
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.title) is not UNSET:
        result["title"] = item
    if (item := value.data) is not UNSET:
        result["data"] = item
    if (item := value.url) is not UNSET:
        result["url"] = item
    if (item := value.reference_type) is not UNSET:
        result["reference_type"] = item
    if (item := value.reference_url) is not UNSET:
        result["reference_url"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class MessageSkill(Model):
    """
    A skill that a message uses.

    Attributes:
        url: Storage URL of the skill.
    """

    url: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_message_skill(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> MessageSkill:
        """The value of a decoded JSON object."""
        return decode_message_skill(source)


_MESSAGE_SKILL: Final = frozenset({"url"})


def decode_message_skill(source: Any) -> MessageSkill:
    """`MessageSkill` of decoded JSON."""
    return MessageSkill(
        source["url"],
        None if source.keys() <= _MESSAGE_SKILL else extra_of(source, _MESSAGE_SKILL),
    )


def encode_message_skill(value: Any) -> JsonObject:
    """JSON of a `MessageSkill`."""
    result: JsonObject = {}
    result["url"] = value.url
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UserCustomContent(Model):
    """
    DIAL's own content of a user message.

    Attributes:
        attachments: What the user attached.
        form_value: The filled-in form, any JSON, for the form schema of the previous answer.
        skills: Skills to use.
    """

    attachments: list[Attachment] | Unset = UNSET
    form_value: Any = UNSET
    skills: list[MessageSkill] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_user_custom_content(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UserCustomContent:
        """The value of a decoded JSON object."""
        return decode_user_custom_content(source)


_USER_CUSTOM_CONTENT: Final = frozenset({"attachments", "form_value", "skills"})


def decode_user_custom_content(source: Any) -> UserCustomContent:
    """`UserCustomContent` of decoded JSON."""
    get = source.get
    return UserCustomContent(
        [decode_attachment(item) if item.__class__ is dict else item for item in value]
        if (value := get("attachments", UNSET)).__class__ is list
        else value,
        get("form_value", UNSET),
        [decode_message_skill(item) if item.__class__ is dict else item for item in value]
        if (value := get("skills", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _USER_CUSTOM_CONTENT else extra_of(source, _USER_CUSTOM_CONTENT),
    )


def encode_user_custom_content(value: Any) -> JsonObject:
    """JSON of a `UserCustomContent`."""
    result: JsonObject = {}
    if (item := value.attachments) is not UNSET:
        result["attachments"] = (
            [encode_attachment(part) if isinstance(part, Attachment) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.form_value) is not UNSET:
        result["form_value"] = item
    if (item := value.skills) is not UNSET:
        result["skills"] = (
            [
                encode_message_skill(part) if isinstance(part, MessageSkill) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CustomContent(Model):
    """
    DIAL's own content of an answer, also sent back when the conversation goes on.

    Attributes:
        attachments: What the answer carries besides text.
        stages: Steps that the application showed.
        state: State of the application, opaque JSON, usually an object; to be sent back unchanged.
        form_schema: A JSON object whose keys nobody prescribes.
        form_value: A filled-in form, any JSON.
        skills: Skills that were used.
    """

    attachments: list[Attachment] | Unset = UNSET
    stages: list[Stage] | Unset = UNSET
    state: Any = UNSET
    form_schema: OpenObject | Unset = UNSET
    form_value: Any = UNSET
    skills: list[MessageSkill] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_custom_content(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CustomContent:
        """The value of a decoded JSON object."""
        return decode_custom_content(source)


_CUSTOM_CONTENT: Final = frozenset(
    {"attachments", "stages", "state", "form_schema", "form_value", "skills"}
)


def decode_custom_content(source: Any) -> CustomContent:
    """`CustomContent` of decoded JSON."""
    get = source.get
    return CustomContent(
        [decode_attachment(item) if item.__class__ is dict else item for item in value]
        if (value := get("attachments", UNSET)).__class__ is list
        else value,
        [decode_stage(item) if item.__class__ is dict else item for item in value]
        if (value := get("stages", UNSET)).__class__ is list
        else value,
        get("state", UNSET),
        get("form_schema", UNSET),
        get("form_value", UNSET),
        [decode_message_skill(item) if item.__class__ is dict else item for item in value]
        if (value := get("skills", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _CUSTOM_CONTENT else extra_of(source, _CUSTOM_CONTENT),
    )


def encode_custom_content(value: Any) -> JsonObject:
    """JSON of a `CustomContent`."""
    result: JsonObject = {}
    if (item := value.attachments) is not UNSET:
        result["attachments"] = (
            [encode_attachment(part) if isinstance(part, Attachment) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.stages) is not UNSET:
        result["stages"] = (
            [encode_stage(part) if isinstance(part, Stage) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.state) is not UNSET:
        result["state"] = item
    if (item := value.form_schema) is not UNSET:
        result["form_schema"] = item
    if (item := value.form_value) is not UNSET:
        result["form_value"] = item
    if (item := value.skills) is not UNSET:
        result["skills"] = (
            [
                encode_message_skill(part) if isinstance(part, MessageSkill) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Stage(Model):
    """
    A step of an application, shown while it works.

    Attributes:
        name: Title of the step.
        status: Outcome; null while the step runs.
        content: Text of the step, in Markdown.
        attachments: What the step carries besides text.
        parent_stage_index: Index of the stage that this one belongs to.
    """

    name: str | None | Unset = UNSET
    status: StageStatus | None | Unset = UNSET
    content: str | None | Unset = UNSET
    attachments: list[Attachment] | Unset = UNSET
    parent_stage_index: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_stage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Stage:
        """The value of a decoded JSON object."""
        return decode_stage(source)


_STAGE: Final = frozenset({"name", "status", "content", "attachments", "parent_stage_index"})


def decode_stage(source: Any) -> Stage:
    """`Stage` of decoded JSON."""
    get = source.get
    return Stage(
        get("name", UNSET),
        get("status", UNSET),
        get("content", UNSET),
        [decode_attachment(item) if item.__class__ is dict else item for item in value]
        if (value := get("attachments", UNSET)).__class__ is list
        else value,
        get("parent_stage_index", UNSET),
        None if source.keys() <= _STAGE else extra_of(source, _STAGE),
    )


def encode_stage(value: Any) -> JsonObject:
    """JSON of a `Stage`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.attachments) is not UNSET:
        result["attachments"] = (
            [encode_attachment(part) if isinstance(part, Attachment) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.parent_stage_index) is not UNSET:
        result["parent_stage_index"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCall(Model):
    """
    A call of a function, which the caller is to run.

    Attributes:
        id: Id that the tool message repeats.
        type: Kind of the tool, `function`.
        function: Name of a function and its arguments.
    """

    id: str
    function: FunctionCall
    type: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolCall:
        """The value of a decoded JSON object."""
        return decode_tool_call(source)


_TOOL_CALL: Final = frozenset({"id", "type", "function"})


def decode_tool_call(source: Any) -> ToolCall:
    """`ToolCall` of decoded JSON."""
    get = source.get
    return ToolCall(
        source["id"],
        decode_function_call(value) if (value := source["function"]).__class__ is dict else value,
        get("type", UNSET),
        None if source.keys() <= _TOOL_CALL else extra_of(source, _TOOL_CALL),
    )


def encode_tool_call(value: Any) -> JsonObject:
    """JSON of a `ToolCall`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.type) is not UNSET:
        result["type"] = item
    item = value.function
    result["function"] = encode_function_call(item) if isinstance(item, FunctionCall) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionCall(Model):
    """
    Name of a function and its arguments.

    Attributes:
        name: Name of the function.
        arguments: Arguments as JSON text, not checked by the server.
    """

    name: str
    arguments: str
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
    return FunctionCall(
        source["name"],
        source["arguments"],
        None if source.keys() <= _FUNCTION_CALL else extra_of(source, _FUNCTION_CALL),
    )


def encode_function_call(value: Any) -> JsonObject:
    """JSON of a `FunctionCall`."""
    result: JsonObject = {}
    result["name"] = value.name
    result["arguments"] = value.arguments
    if value.extra:
        result.update(value.extra)
    return result


OpenObject: TypeAlias = JsonObject
"""A JSON object whose keys nobody prescribes."""


ContentPart: TypeAlias = TextPart | ImagePart | FilePart | AudioPart | RefusalPart | JsonObject
"""One part of a message, told apart by `type`."""

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
