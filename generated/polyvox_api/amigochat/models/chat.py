"""Models of AmigoChat: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ChatAnswer",
    "ChatChoice",
    "ChatChunk",
    "ChatCompletion",
    "ChatDelta",
    "ChatEnvelope",
    "ChatEnvelopeMessage",
    "ChatMessage",
    "ChatRequest",
    "ChunkChoice",
    "ContentPart",
    "ImagePart",
    "ImageUrl",
    "Role",
    "TextPart",
    "Usage",
]


Role: TypeAlias = Literal["system", "user", "assistant"] | str
"""Who says a message."""


@define(eq=False, repr=False, weakref_slot=False)
class ChatRequest(Model):
    """
    A conversation to answer. Known clients send all of these, except that some leave out `chatId`
    and `personaId`.

    Attributes:
        chat_id: A UUID that names the conversation; clients before December 2024 sent none.
        messages: The conversation so far, oldest message first.
        model: Full name of the model, no alias, such as `gpt-4o-mini`.
        persona_id: Persona that belongs to the model, such as `amigo` to `gpt-4o-mini`.
        frequency_penalty: Penalty on frequent tokens; clients send 0.
        presence_penalty: Penalty on tokens that occurred; clients send 0.
        max_tokens: Most tokens to generate; clients send 4000.
        temperature: Sampling temperature; clients send 0.5.
        top_p: Share of probability to sample from; clients send 0.95.
        stream: Whether to answer as a stream; set by the streaming call.
    """

    messages: list[ChatMessage]
    model: str
    chat_id: str | Unset = UNSET
    persona_id: str | Unset = UNSET
    frequency_penalty: float | Unset = UNSET
    presence_penalty: float | Unset = UNSET
    max_tokens: int | Unset = UNSET
    temperature: float | Unset = UNSET
    top_p: float | Unset = UNSET
    stream: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatRequest:
        """The value of a decoded JSON object."""
        return decode_chat_request(source)


_CHAT_REQUEST: Final = frozenset(
    {
        "chatId",
        "messages",
        "model",
        "personaId",
        "frequency_penalty",
        "presence_penalty",
        "max_tokens",
        "temperature",
        "top_p",
        "stream",
    }
)


def decode_chat_request(source: Any) -> ChatRequest:
    """`ChatRequest` of decoded JSON."""
    get = source.get
    return ChatRequest(
        [decode_chat_message(item) if item.__class__ is dict else item for item in value]
        if (value := source["messages"]).__class__ is list
        else value,
        source["model"],
        get("chatId", UNSET),
        get("personaId", UNSET),
        get("frequency_penalty", UNSET),
        get("presence_penalty", UNSET),
        get("max_tokens", UNSET),
        get("temperature", UNSET),
        get("top_p", UNSET),
        get("stream", UNSET),
        None if source.keys() <= _CHAT_REQUEST else extra_of(source, _CHAT_REQUEST),
    )


def encode_chat_request(value: Any) -> JsonObject:
    """JSON of a `ChatRequest`."""
    result: JsonObject = {}
    if (item := value.chat_id) is not UNSET:
        result["chatId"] = item
    item = value.messages
    result["messages"] = (
        [encode_chat_message(part) if isinstance(part, ChatMessage) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    result["model"] = value.model
    if (item := value.persona_id) is not UNSET:
        result["personaId"] = item
    if (item := value.frequency_penalty) is not UNSET:
        result["frequency_penalty"] = item
    if (item := value.presence_penalty) is not UNSET:
        result["presence_penalty"] = item
    if (item := value.max_tokens) is not UNSET:
        result["max_tokens"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.top_p) is not UNSET:
        result["top_p"] = item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatMessage(Model):
    """
    One message of a conversation.

    Attributes:
        role: Who says a message.
        content: A text, or content parts for models that see.
    """

    role: Role
    content: str | list[ContentPart] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatMessage:
        """The value of a decoded JSON object."""
        return decode_chat_message(source)


_CHAT_MESSAGE: Final = frozenset({"role", "content"})


def decode_chat_message(source: Any) -> ChatMessage:
    """`ChatMessage` of decoded JSON."""
    get = source.get
    return ChatMessage(
        source["role"],
        [decode_content_part(item) for item in value]
        if (value := get("content", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _CHAT_MESSAGE else extra_of(source, _CHAT_MESSAGE),
    )


def encode_chat_message(value: Any) -> JsonObject:
    """JSON of a `ChatMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    if (item := value.content) is not UNSET:
        result["content"] = (
            [encode_content_part(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
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
        image_url: Where a picture is.
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
    Where a picture is.

    Attributes:
        url: A URL, or the picture itself as a `data:` URL in base64.
        detail: How closely to look: `low`, `high` or `auto`.
    """

    url: str
    detail: str | Unset = UNSET
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
class ChatEnvelope(Model):
    """
    An answer under `message`, as most clients of 2024 read it.

    Attributes:
        message: The text, or a completion that holds it.
    """

    message: ChatEnvelopeMessage
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_envelope(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatEnvelope:
        """The value of a decoded JSON object."""
        return decode_chat_envelope(source)


_CHAT_ENVELOPE: Final = frozenset({"message"})


def decode_chat_envelope(source: Any) -> ChatEnvelope:
    """`ChatEnvelope` of decoded JSON."""
    return ChatEnvelope(
        decode_chat_envelope_message(source["message"]),
        None if source.keys() <= _CHAT_ENVELOPE else extra_of(source, _CHAT_ENVELOPE),
    )


def encode_chat_envelope(value: Any) -> JsonObject:
    """JSON of a `ChatEnvelope`."""
    result: JsonObject = {}
    item = value.message
    result["message"] = encode_chat_envelope_message(item)
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletion(Model):
    """
    A completion in the shape of OpenAI. Inside an envelope one client shows `choices`; as an answer
    of its own it is inferred.

    Attributes:
        id: Id of the completion.
        object: Kind of the object, `chat.completion`.
        created: Time of the answer, in seconds since 1970.
        model: Model that answered.
        choices: The answers; one is usual.
        usage: What the answer cost.
    """

    choices: list[ChatChoice]
    id: str | Unset = UNSET
    object: str | Unset = UNSET
    created: int | Unset = UNSET
    model: str | Unset = UNSET
    usage: Usage | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletion:
        """The value of a decoded JSON object."""
        return decode_chat_completion(source)


_CHAT_COMPLETION: Final = frozenset({"id", "object", "created", "model", "choices", "usage"})


def decode_chat_completion(source: Any) -> ChatCompletion:
    """`ChatCompletion` of decoded JSON."""
    get = source.get
    return ChatCompletion(
        [decode_chat_choice(item) if item.__class__ is dict else item for item in value]
        if (value := source["choices"]).__class__ is list
        else value,
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        decode_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        None if source.keys() <= _CHAT_COMPLETION else extra_of(source, _CHAT_COMPLETION),
    )


def encode_chat_completion(value: Any) -> JsonObject:
    """JSON of a `ChatCompletion`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.created) is not UNSET:
        result["created"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    item = value.choices
    result["choices"] = (
        [encode_chat_choice(part) if isinstance(part, ChatChoice) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_usage(item) if isinstance(item, Usage) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChoice(Model):
    """
    One answer.

    Attributes:
        index: Position among the choices, from 0.
        message: One message of a conversation.
        finish_reason: Why the answer ended, such as `stop` or `length`.
    """

    index: int | Unset = UNSET
    message: ChatMessage | Unset = UNSET
    finish_reason: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChoice:
        """The value of a decoded JSON object."""
        return decode_chat_choice(source)


_CHAT_CHOICE: Final = frozenset({"index", "message", "finish_reason"})


def decode_chat_choice(source: Any) -> ChatChoice:
    """`ChatChoice` of decoded JSON."""
    get = source.get
    return ChatChoice(
        get("index", UNSET),
        decode_chat_message(value) if (value := get("message", UNSET)).__class__ is dict else value,
        get("finish_reason", UNSET),
        None if source.keys() <= _CHAT_CHOICE else extra_of(source, _CHAT_CHOICE),
    )


def encode_chat_choice(value: Any) -> JsonObject:
    """JSON of a `ChatChoice`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.message) is not UNSET:
        result["message"] = encode_chat_message(item) if isinstance(item, ChatMessage) else item
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChunk(Model):
    """
    One event of a stream. `choices` may be empty; an event with `error` reports a failure.

    Attributes:
        id: Id of the completion.
        object: Kind of the object, `chat.completion.chunk`.
        created: Time of the answer, in seconds since 1970.
        model: Model that answers.
        choices: Pieces of the answers; one is usual.
        usage: What the answer cost.
    """

    id: str | Unset = UNSET
    object: str | Unset = UNSET
    created: int | Unset = UNSET
    model: str | Unset = UNSET
    choices: list[ChunkChoice] | Unset = UNSET
    usage: Usage | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_chunk(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChunk:
        """The value of a decoded JSON object."""
        return decode_chat_chunk(source)


_CHAT_CHUNK: Final = frozenset({"id", "object", "created", "model", "choices", "usage"})


def decode_chat_chunk(source: Any) -> ChatChunk:
    """`ChatChunk` of decoded JSON."""
    get = source.get
    return ChatChunk(
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        [decode_chunk_choice(item) if item.__class__ is dict else item for item in value]
        if (value := get("choices", UNSET)).__class__ is list
        else value,
        decode_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        None if source.keys() <= _CHAT_CHUNK else extra_of(source, _CHAT_CHUNK),
    )


def encode_chat_chunk(value: Any) -> JsonObject:
    """JSON of a `ChatChunk`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.created) is not UNSET:
        result["created"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.choices) is not UNSET:
        result["choices"] = (
            [encode_chunk_choice(part) if isinstance(part, ChunkChoice) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_usage(item) if isinstance(item, Usage) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChunkChoice(Model):
    """
    A piece of one answer. Its text is in the first of `delta.content`, `text` and `message.content`
    that is there.

    Attributes:
        index: Position among the choices, from 0.
        delta: What a piece adds to the message.
        text: Text of this piece, in the form of older completions.
        message: One message of a conversation.
        finish_reason: Why the answer ended; null before.
    """

    index: int | Unset = UNSET
    delta: ChatDelta | Unset = UNSET
    text: str | None | Unset = UNSET
    message: ChatMessage | Unset = UNSET
    finish_reason: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chunk_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChunkChoice:
        """The value of a decoded JSON object."""
        return decode_chunk_choice(source)


_CHUNK_CHOICE: Final = frozenset({"index", "delta", "text", "message", "finish_reason"})


def decode_chunk_choice(source: Any) -> ChunkChoice:
    """`ChunkChoice` of decoded JSON."""
    get = source.get
    return ChunkChoice(
        get("index", UNSET),
        decode_chat_delta(value) if (value := get("delta", UNSET)).__class__ is dict else value,
        get("text", UNSET),
        decode_chat_message(value) if (value := get("message", UNSET)).__class__ is dict else value,
        get("finish_reason", UNSET),
        None if source.keys() <= _CHUNK_CHOICE else extra_of(source, _CHUNK_CHOICE),
    )


def encode_chunk_choice(value: Any) -> JsonObject:
    """JSON of a `ChunkChoice`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.delta) is not UNSET:
        result["delta"] = encode_chat_delta(item) if isinstance(item, ChatDelta) else item
    if (item := value.text) is not UNSET:
        result["text"] = item
    if (item := value.message) is not UNSET:
        result["message"] = encode_chat_message(item) if isinstance(item, ChatMessage) else item
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatDelta(Model):
    """
    What a piece adds to the message.

    Attributes:
        role: Who says a message.
        content: Text of this piece.
    """

    role: Role | Unset = UNSET
    content: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatDelta:
        """The value of a decoded JSON object."""
        return decode_chat_delta(source)


_CHAT_DELTA: Final = frozenset({"role", "content"})


def decode_chat_delta(source: Any) -> ChatDelta:
    """`ChatDelta` of decoded JSON."""
    get = source.get
    return ChatDelta(
        get("role", UNSET),
        get("content", UNSET),
        None if source.keys() <= _CHAT_DELTA else extra_of(source, _CHAT_DELTA),
    )


def encode_chat_delta(value: Any) -> JsonObject:
    """JSON of a `ChatDelta`."""
    result: JsonObject = {}
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Usage(Model):
    """
    What an answer cost, in tokens.

    Attributes:
        prompt_tokens: Tokens of the request.
        completion_tokens: Tokens of the answer.
        total_tokens: Both together.
    """

    prompt_tokens: int | Unset = UNSET
    completion_tokens: int | Unset = UNSET
    total_tokens: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_usage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Usage:
        """The value of a decoded JSON object."""
        return decode_usage(source)


_USAGE: Final = frozenset({"prompt_tokens", "completion_tokens", "total_tokens"})


def decode_usage(source: Any) -> Usage:
    """`Usage` of decoded JSON."""
    get = source.get
    return Usage(
        get("prompt_tokens", UNSET),
        get("completion_tokens", UNSET),
        get("total_tokens", UNSET),
        None if source.keys() <= _USAGE else extra_of(source, _USAGE),
    )


def encode_usage(value: Any) -> JsonObject:
    """JSON of a `Usage`."""
    result: JsonObject = {}
    if (item := value.prompt_tokens) is not UNSET:
        result["prompt_tokens"] = item
    if (item := value.completion_tokens) is not UNSET:
        result["completion_tokens"] = item
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


ContentPart: TypeAlias = TextPart | ImagePart | JsonObject
"""One part of a message, told apart by `type`. Clients pass the parts of OpenAI on unchanged."""

_CONTENT_PART: Final[dict[Any, Callable[[Any], ContentPart]]] = {
    "text": decode_text_part,
    "image_url": decode_image_part,
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


ChatAnswer: TypeAlias = ChatEnvelope | ChatCompletion | JsonObject
"""A whole answer in one of its JSON shapes, told apart by the keys `message` and `choices`."""


def decode_chat_answer(source: Any) -> ChatAnswer:
    """`ChatAnswer` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"message"}:
            return decode_chat_envelope(source)
        if source.keys() >= {"choices"}:
            return decode_chat_completion(source)
    result: ChatAnswer = source
    return result


def encode_chat_answer(value: Any) -> Any:
    """JSON of a `ChatAnswer`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ChatEnvelopeMessage: TypeAlias = str | ChatCompletion | JsonObject
"""The text, or a completion that holds it."""


def decode_chat_envelope_message(source: Any) -> ChatEnvelopeMessage:
    """`ChatEnvelopeMessage` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"choices"}:
            return decode_chat_completion(source)
    result: ChatEnvelopeMessage = source
    return result


def encode_chat_envelope_message(value: Any) -> Any:
    """JSON of a `ChatEnvelopeMessage`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
