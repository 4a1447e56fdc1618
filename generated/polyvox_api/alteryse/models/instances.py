"""Models of Alteryse: instances. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ChatMessage",
    "ChatRequest",
    "GenerateRequest",
    "Options",
    "PieceMessage",
    "Role",
    "RunRequest",
    "TextAnswer",
    "TextPiece",
]


Role: TypeAlias = Literal["system", "user", "assistant"] | str
"""Who says a message."""


@define(eq=False, repr=False, weakref_slot=False)
class GenerateRequest(Model):
    """
    A prompt to continue.

    Attributes:
        mode: Always `generate`.
        stream: Whether to answer in pieces; set by the streaming call.
        prompt: The text to continue.
        images: Pictures for models that see, as base64 without a `data:` prefix. The encoding is
            inferred from Ollama.
        options: Settings of the model, all optional; leave out what should keep the instance's
            default. Names and meanings are those of Ollama, whose settings of the host (`num_gpu`
            and the like) are missing here; other keys pass through. Stated defaults are Ollama's.
    """

    prompt: str
    mode: Literal["generate"] = "generate"
    stream: bool | Unset = UNSET
    images: list[str] | Unset = UNSET
    options: Options | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_generate_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> GenerateRequest:
        """The value of a decoded JSON object."""
        return decode_generate_request(source)


_GENERATE_REQUEST: Final = frozenset({"mode", "stream", "prompt", "images", "options"})


def decode_generate_request(source: Any) -> GenerateRequest:
    """`GenerateRequest` of decoded JSON."""
    get = source.get
    return GenerateRequest(
        source["prompt"],
        source["mode"],
        get("stream", UNSET),
        get("images", UNSET),
        decode_options(value) if (value := get("options", UNSET)).__class__ is dict else value,
        None if source.keys() <= _GENERATE_REQUEST else extra_of(source, _GENERATE_REQUEST),
    )


def encode_generate_request(value: Any) -> JsonObject:
    """JSON of a `GenerateRequest`."""
    result: JsonObject = {}
    result["mode"] = value.mode
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    result["prompt"] = value.prompt
    if (item := value.images) is not UNSET:
        result["images"] = item
    if (item := value.options) is not UNSET:
        result["options"] = encode_options(item) if isinstance(item, Options) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatRequest(Model):
    """
    A conversation to answer.

    Attributes:
        mode: Always `chat`.
        stream: Whether to answer in pieces; set by the streaming call.
        messages: The conversation so far, oldest message first. It may end with any role.
        options: Settings of the model, all optional; leave out what should keep the instance's
            default. Names and meanings are those of Ollama, whose settings of the host (`num_gpu`
            and the like) are missing here; other keys pass through. Stated defaults are Ollama's.
    """

    messages: list[ChatMessage]
    mode: Literal["chat"] = "chat"
    stream: bool | Unset = UNSET
    options: Options | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatRequest:
        """The value of a decoded JSON object."""
        return decode_chat_request(source)


_CHAT_REQUEST: Final = frozenset({"mode", "stream", "messages", "options"})


def decode_chat_request(source: Any) -> ChatRequest:
    """`ChatRequest` of decoded JSON."""
    get = source.get
    return ChatRequest(
        [decode_chat_message(item) if item.__class__ is dict else item for item in value]
        if (value := source["messages"]).__class__ is list
        else value,
        source["mode"],
        get("stream", UNSET),
        decode_options(value) if (value := get("options", UNSET)).__class__ is dict else value,
        None if source.keys() <= _CHAT_REQUEST else extra_of(source, _CHAT_REQUEST),
    )


def encode_chat_request(value: Any) -> JsonObject:
    """JSON of a `ChatRequest`."""
    result: JsonObject = {}
    result["mode"] = value.mode
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    item = value.messages
    result["messages"] = (
        [encode_chat_message(part) if isinstance(part, ChatMessage) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.options) is not UNSET:
        result["options"] = encode_options(item) if isinstance(item, Options) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatMessage(Model):
    """
    One message of a conversation.

    Attributes:
        role: Who says a message.
        content: The text.
        images: Pictures, as base64 without a `data:` prefix. The encoding is inferred from Ollama.
    """

    role: Role
    content: str
    images: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatMessage:
        """The value of a decoded JSON object."""
        return decode_chat_message(source)


_CHAT_MESSAGE: Final = frozenset({"role", "content", "images"})


def decode_chat_message(source: Any) -> ChatMessage:
    """`ChatMessage` of decoded JSON."""
    get = source.get
    return ChatMessage(
        source["role"],
        source["content"],
        get("images", UNSET),
        None if source.keys() <= _CHAT_MESSAGE else extra_of(source, _CHAT_MESSAGE),
    )


def encode_chat_message(value: Any) -> JsonObject:
    """JSON of a `ChatMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    result["content"] = value.content
    if (item := value.images) is not UNSET:
        result["images"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Options(Model):
    """
    Settings of the model, all optional; leave out what should keep the instance's default. Names
    and meanings are those of Ollama, whose settings of the host (`num_gpu` and the like) are
    missing here; other keys pass through. Stated defaults are Ollama's.

    Attributes:
        numa: Whether to spread memory over NUMA nodes.
        num_ctx: Size of the context in tokens; 4096, in older versions 2048.
        num_batch: Prompt tokens processed at once; 512.
        logits_all: Whether to keep the logits of all tokens.
        vocab_only: Whether to load only the vocabulary.
        num_thread: Threads to compute with; by default the server decides.
        num_keep: Tokens of the prompt kept when the context shifts; 4.
        seed: Makes sampling repeatable; 0.
        num_predict: Most tokens to generate: -1 until the model stops, -2 until the context is
            full.
        top_k: Number of most likely tokens to sample from; 40.
        top_p: Share of probability to sample from, 0 to 1; 0.9.
        tfs_z: Strength of tail-free sampling; 1 switches it off.
        typical_p: Share of probability for typical sampling; 1 switches it off.
        repeat_last_n: Tokens looked back on to avoid repetition: 64; 0 none, -1 the whole context.
        temperature: Sampling temperature; 0.8.
        repeat_penalty: Penalty on repetition; 1.1.
        presence_penalty: Penalty on tokens that occurred; 0.
        frequency_penalty: Penalty on frequent tokens; 0.
        mirostat: Version of Mirostat sampling; 0 switches it off.
        mirostat_tau: Target entropy of Mirostat; 5.
        mirostat_eta: Learning rate of Mirostat; 0.1.
        penalize_newline: Whether line breaks count as repetition.
        stop: Texts at which the answer ends.
    """

    numa: bool | Unset = UNSET
    num_ctx: int | Unset = UNSET
    num_batch: int | Unset = UNSET
    logits_all: bool | Unset = UNSET
    vocab_only: bool | Unset = UNSET
    num_thread: int | Unset = UNSET
    num_keep: int | Unset = UNSET
    seed: int | Unset = UNSET
    num_predict: int | Unset = UNSET
    top_k: int | Unset = UNSET
    top_p: float | Unset = UNSET
    tfs_z: float | Unset = UNSET
    typical_p: float | Unset = UNSET
    repeat_last_n: int | Unset = UNSET
    temperature: float | Unset = UNSET
    repeat_penalty: float | Unset = UNSET
    presence_penalty: float | Unset = UNSET
    frequency_penalty: float | Unset = UNSET
    mirostat: int | Unset = UNSET
    mirostat_tau: float | Unset = UNSET
    mirostat_eta: float | Unset = UNSET
    penalize_newline: bool | Unset = UNSET
    stop: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Options:
        """The value of a decoded JSON object."""
        return decode_options(source)


_OPTIONS: Final = frozenset(
    {
        "numa",
        "num_ctx",
        "num_batch",
        "logits_all",
        "vocab_only",
        "num_thread",
        "num_keep",
        "seed",
        "num_predict",
        "top_k",
        "top_p",
        "tfs_z",
        "typical_p",
        "repeat_last_n",
        "temperature",
        "repeat_penalty",
        "presence_penalty",
        "frequency_penalty",
        "mirostat",
        "mirostat_tau",
        "mirostat_eta",
        "penalize_newline",
        "stop",
    }
)


def decode_options(source: Any) -> Options:
    """`Options` of decoded JSON."""
    get = source.get
    return Options(
        get("numa", UNSET),
        get("num_ctx", UNSET),
        get("num_batch", UNSET),
        get("logits_all", UNSET),
        get("vocab_only", UNSET),
        get("num_thread", UNSET),
        get("num_keep", UNSET),
        get("seed", UNSET),
        get("num_predict", UNSET),
        get("top_k", UNSET),
        get("top_p", UNSET),
        get("tfs_z", UNSET),
        get("typical_p", UNSET),
        get("repeat_last_n", UNSET),
        get("temperature", UNSET),
        get("repeat_penalty", UNSET),
        get("presence_penalty", UNSET),
        get("frequency_penalty", UNSET),
        get("mirostat", UNSET),
        get("mirostat_tau", UNSET),
        get("mirostat_eta", UNSET),
        get("penalize_newline", UNSET),
        get("stop", UNSET),
        None if source.keys() <= _OPTIONS else extra_of(source, _OPTIONS),
    )


def encode_options(value: Any) -> JsonObject:
    """JSON of a `Options`."""
    result: JsonObject = {}
    if (item := value.numa) is not UNSET:
        result["numa"] = item
    if (item := value.num_ctx) is not UNSET:
        result["num_ctx"] = item
    if (item := value.num_batch) is not UNSET:
        result["num_batch"] = item
    if (item := value.logits_all) is not UNSET:
        result["logits_all"] = item
    if (item := value.vocab_only) is not UNSET:
        result["vocab_only"] = item
    if (item := value.num_thread) is not UNSET:
        result["num_thread"] = item
    if (item := value.num_keep) is not UNSET:
        result["num_keep"] = item
    if (item := value.seed) is not UNSET:
        result["seed"] = item
    if (item := value.num_predict) is not UNSET:
        result["num_predict"] = item
    if (item := value.top_k) is not UNSET:
        result["top_k"] = item
    if (item := value.top_p) is not UNSET:
        result["top_p"] = item
    if (item := value.tfs_z) is not UNSET:
        result["tfs_z"] = item
    if (item := value.typical_p) is not UNSET:
        result["typical_p"] = item
    if (item := value.repeat_last_n) is not UNSET:
        result["repeat_last_n"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.repeat_penalty) is not UNSET:
        result["repeat_penalty"] = item
    if (item := value.presence_penalty) is not UNSET:
        result["presence_penalty"] = item
    if (item := value.frequency_penalty) is not UNSET:
        result["frequency_penalty"] = item
    if (item := value.mirostat) is not UNSET:
        result["mirostat"] = item
    if (item := value.mirostat_tau) is not UNSET:
        result["mirostat_tau"] = item
    if (item := value.mirostat_eta) is not UNSET:
        result["mirostat_eta"] = item
    if (item := value.penalize_newline) is not UNSET:
        result["penalize_newline"] = item
    if (item := value.stop) is not UNSET:
        result["stop"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextAnswer(Model):
    """
    The answer to both modes. Further members are unknown, and kept.

    Attributes:
        content: The generated text.
    """

    content: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextAnswer:
        """The value of a decoded JSON object."""
        return decode_text_answer(source)


_TEXT_ANSWER: Final = frozenset({"content"})


def decode_text_answer(source: Any) -> TextAnswer:
    """`TextAnswer` of decoded JSON."""
    return TextAnswer(
        source["content"],
        None if source.keys() <= _TEXT_ANSWER else extra_of(source, _TEXT_ANSWER),
    )


def encode_text_answer(value: Any) -> JsonObject:
    """JSON of a `TextAnswer`."""
    result: JsonObject = {}
    result["content"] = value.content
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextPiece(Model):
    """
    One piece of a streamed answer. No stream was seen: `content` follows from the whole answer, the
    other members from Ollama, which an instance seems to stand in front of. Take the text from the
    first of `content`, `response` and `message.content` that is there.

    Attributes:
        content: Text of this piece.
        response: Text of this piece, as Ollama names it for a prompt.
        message: A piece of a message, as Ollama sends it for a conversation.
        done: Whether this is the last piece.
    """

    content: str | Unset = UNSET
    response: str | Unset = UNSET
    message: PieceMessage | Unset = UNSET
    done: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_piece(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextPiece:
        """The value of a decoded JSON object."""
        return decode_text_piece(source)


_TEXT_PIECE: Final = frozenset({"content", "response", "message", "done"})


def decode_text_piece(source: Any) -> TextPiece:
    """`TextPiece` of decoded JSON."""
    get = source.get
    return TextPiece(
        get("content", UNSET),
        get("response", UNSET),
        decode_piece_message(value)
        if (value := get("message", UNSET)).__class__ is dict
        else value,
        get("done", UNSET),
        None if source.keys() <= _TEXT_PIECE else extra_of(source, _TEXT_PIECE),
    )


def encode_text_piece(value: Any) -> JsonObject:
    """JSON of a `TextPiece`."""
    result: JsonObject = {}
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.response) is not UNSET:
        result["response"] = item
    if (item := value.message) is not UNSET:
        result["message"] = encode_piece_message(item) if isinstance(item, PieceMessage) else item
    if (item := value.done) is not UNSET:
        result["done"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PieceMessage(Model):
    """
    A piece of a message, as Ollama sends it for a conversation.

    Attributes:
        role: Who says a message.
        content: Text of this piece.
    """

    role: Role | Unset = UNSET
    content: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_piece_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PieceMessage:
        """The value of a decoded JSON object."""
        return decode_piece_message(source)


_PIECE_MESSAGE: Final = frozenset({"role", "content"})


def decode_piece_message(source: Any) -> PieceMessage:
    """`PieceMessage` of decoded JSON."""
    get = source.get
    return PieceMessage(
        get("role", UNSET),
        get("content", UNSET),
        None if source.keys() <= _PIECE_MESSAGE else extra_of(source, _PIECE_MESSAGE),
    )


def encode_piece_message(value: Any) -> JsonObject:
    """JSON of a `PieceMessage`."""
    result: JsonObject = {}
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if value.extra:
        result.update(value.extra)
    return result


RunRequest: TypeAlias = GenerateRequest | ChatRequest | JsonObject
"""What an instance shall do, told apart by `mode`."""

_RUN_REQUEST: Final[dict[Any, Callable[[Any], RunRequest]]] = {
    "generate": decode_generate_request,
    "chat": decode_chat_request,
}


def decode_run_request(source: Any) -> RunRequest:
    """`RunRequest` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("mode")
        decode = _RUN_REQUEST.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: RunRequest = source
    return result


def encode_run_request(value: Any) -> Any:
    """JSON of a `RunRequest`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
