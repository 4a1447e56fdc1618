"""Models of Ollama: embeddings. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import KeepAlive, Options, decode_options, encode_options

__all__ = [
    "EmbedAnswer",
    "EmbedPromptAnswer",
    "EmbedPromptRequest",
    "EmbedRequest",
]


@define(eq=False, repr=False, weakref_slot=False)
class EmbedRequest(Model):
    """
    Texts to embed.

    Attributes:
        model: Name of the model.
        input: A text, or several.
        truncate: Whether to cut texts longer than the context, which is the default.
        dimensions: Length of the vectors, for models that can choose it.
        options: Settings of the model, all optional; leave out what should keep its default. The
            server ignores keys that it does not know and writes a warning to its log. Stated
            defaults are those of the documentation.
        keep_alive: How long the model stays in memory: a duration such as `5m`, or seconds. Zero
            unloads it at once, a negative one keeps it for ever.
    """

    model: str
    input: str | list[str]
    truncate: bool | Unset = UNSET
    dimensions: int | Unset = UNSET
    options: Options | Unset = UNSET
    keep_alive: KeepAlive | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embed_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbedRequest:
        """The value of a decoded JSON object."""
        return decode_embed_request(source)


_EMBED_REQUEST: Final = frozenset(
    {"model", "input", "truncate", "dimensions", "options", "keep_alive"}
)


def decode_embed_request(source: Any) -> EmbedRequest:
    """`EmbedRequest` of decoded JSON."""
    get = source.get
    return EmbedRequest(
        source["model"],
        source["input"],
        get("truncate", UNSET),
        get("dimensions", UNSET),
        decode_options(value) if (value := get("options", UNSET)).__class__ is dict else value,
        get("keep_alive", UNSET),
        None if source.keys() <= _EMBED_REQUEST else extra_of(source, _EMBED_REQUEST),
    )


def encode_embed_request(value: Any) -> JsonObject:
    """JSON of a `EmbedRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["input"] = value.input
    if (item := value.truncate) is not UNSET:
        result["truncate"] = item
    if (item := value.dimensions) is not UNSET:
        result["dimensions"] = item
    if (item := value.options) is not UNSET:
        result["options"] = encode_options(item) if isinstance(item, Options) else item
    if (item := value.keep_alive) is not UNSET:
        result["keep_alive"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbedAnswer(Model):
    """
    Vectors, one per text.

    Attributes:
        model: Model that made them.
        embeddings: The vectors, in the order of the texts.
        total_duration: Time spent on the request, in nanoseconds.
        load_duration: Time spent on loading the model, in nanoseconds.
        prompt_eval_count: Tokens of the texts.
    """

    embeddings: list[list[float]]
    model: str | Unset = UNSET
    total_duration: int | Unset = UNSET
    load_duration: int | Unset = UNSET
    prompt_eval_count: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embed_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbedAnswer:
        """The value of a decoded JSON object."""
        return decode_embed_answer(source)


_EMBED_ANSWER: Final = frozenset(
    {"model", "embeddings", "total_duration", "load_duration", "prompt_eval_count"}
)


def decode_embed_answer(source: Any) -> EmbedAnswer:
    """`EmbedAnswer` of decoded JSON."""
    get = source.get
    return EmbedAnswer(
        source["embeddings"],
        get("model", UNSET),
        get("total_duration", UNSET),
        get("load_duration", UNSET),
        get("prompt_eval_count", UNSET),
        None if source.keys() <= _EMBED_ANSWER else extra_of(source, _EMBED_ANSWER),
    )


def encode_embed_answer(value: Any) -> JsonObject:
    """JSON of a `EmbedAnswer`."""
    result: JsonObject = {}
    if (item := value.model) is not UNSET:
        result["model"] = item
    result["embeddings"] = value.embeddings
    if (item := value.total_duration) is not UNSET:
        result["total_duration"] = item
    if (item := value.load_duration) is not UNSET:
        result["load_duration"] = item
    if (item := value.prompt_eval_count) is not UNSET:
        result["prompt_eval_count"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbedPromptRequest(Model):
    """
    One text to embed.

    Attributes:
        model: Name of the model.
        prompt: The text.
        options: Settings of the model, all optional; leave out what should keep its default. The
            server ignores keys that it does not know and writes a warning to its log. Stated
            defaults are those of the documentation.
        keep_alive: How long the model stays in memory: a duration such as `5m`, or seconds. Zero
            unloads it at once, a negative one keeps it for ever.
    """

    model: str
    prompt: str
    options: Options | Unset = UNSET
    keep_alive: KeepAlive | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embed_prompt_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbedPromptRequest:
        """The value of a decoded JSON object."""
        return decode_embed_prompt_request(source)


_EMBED_PROMPT_REQUEST: Final = frozenset({"model", "prompt", "options", "keep_alive"})


def decode_embed_prompt_request(source: Any) -> EmbedPromptRequest:
    """`EmbedPromptRequest` of decoded JSON."""
    get = source.get
    return EmbedPromptRequest(
        source["model"],
        source["prompt"],
        decode_options(value) if (value := get("options", UNSET)).__class__ is dict else value,
        get("keep_alive", UNSET),
        None if source.keys() <= _EMBED_PROMPT_REQUEST else extra_of(source, _EMBED_PROMPT_REQUEST),
    )


def encode_embed_prompt_request(value: Any) -> JsonObject:
    """JSON of a `EmbedPromptRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["prompt"] = value.prompt
    if (item := value.options) is not UNSET:
        result["options"] = encode_options(item) if isinstance(item, Options) else item
    if (item := value.keep_alive) is not UNSET:
        result["keep_alive"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbedPromptAnswer(Model):
    """
    One vector.

    Attributes:
        embedding: The vector.
    """

    embedding: list[float]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embed_prompt_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbedPromptAnswer:
        """The value of a decoded JSON object."""
        return decode_embed_prompt_answer(source)


_EMBED_PROMPT_ANSWER: Final = frozenset({"embedding"})


def decode_embed_prompt_answer(source: Any) -> EmbedPromptAnswer:
    """`EmbedPromptAnswer` of decoded JSON."""
    return EmbedPromptAnswer(
        source["embedding"],
        None if source.keys() <= _EMBED_PROMPT_ANSWER else extra_of(source, _EMBED_PROMPT_ANSWER),
    )


def encode_embed_prompt_answer(value: Any) -> JsonObject:
    """JSON of a `EmbedPromptAnswer`."""
    result: JsonObject = {}
    result["embedding"] = value.embedding
    if value.extra:
        result.update(value.extra)
    return result
