"""Models of Ollama: shared. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ChatMessage",
    "KeepAlive",
    "OpenObject",
    "Options",
    "Role",
    "Think",
    "ToolCall",
    "ToolCallFunction",
]


Role: TypeAlias = Literal["system", "user", "assistant", "tool"] | str
"""Who says a message."""


@define(eq=False, repr=False, weakref_slot=False)
class ChatMessage(Model):
    """
    One message of a conversation, or in a stream a piece of one. Beside tool calls the content may
    be missing.

    Attributes:
        role: Who says a message.
        content: The text.
        thinking: What the model thought before, when `think` was asked for.
        images: Pictures in base64, without a `data:` prefix; no URLs. Older servers answer null.
        tool_calls: Functions the model calls.
        tool_name: Name of the function whose result this is, for the role `tool`.
    """

    role: Role
    content: str | Unset = UNSET
    thinking: str | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    tool_calls: list[ToolCall] | Unset = UNSET
    tool_name: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatMessage:
        """The value of a decoded JSON object."""
        return decode_chat_message(source)


_CHAT_MESSAGE: Final = frozenset(
    {"role", "content", "thinking", "images", "tool_calls", "tool_name"}
)


def decode_chat_message(source: Any) -> ChatMessage:
    """`ChatMessage` of decoded JSON."""
    get = source.get
    return ChatMessage(
        source["role"],
        get("content", UNSET),
        get("thinking", UNSET),
        get("images", UNSET),
        [decode_tool_call(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        get("tool_name", UNSET),
        None if source.keys() <= _CHAT_MESSAGE else extra_of(source, _CHAT_MESSAGE),
    )


def encode_chat_message(value: Any) -> JsonObject:
    """JSON of a `ChatMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.thinking) is not UNSET:
        result["thinking"] = item
    if (item := value.images) is not UNSET:
        result["images"] = item
    if (item := value.tool_calls) is not UNSET:
        result["tool_calls"] = (
            [encode_tool_call(part) if isinstance(part, ToolCall) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.tool_name) is not UNSET:
        result["tool_name"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCall(Model):
    """
    A function that the model calls.

    Attributes:
        id: Id of the call, perhaps sent by newer servers.
        type: Kind of the call, `function` where it is sent.
        function: Name and arguments of a called function.
    """

    function: ToolCallFunction
    id: str | Unset = UNSET
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
        decode_tool_call_function(value)
        if (value := source["function"]).__class__ is dict
        else value,
        get("id", UNSET),
        get("type", UNSET),
        None if source.keys() <= _TOOL_CALL else extra_of(source, _TOOL_CALL),
    )


def encode_tool_call(value: Any) -> JsonObject:
    """JSON of a `ToolCall`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    item = value.function
    result["function"] = (
        encode_tool_call_function(item) if isinstance(item, ToolCallFunction) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCallFunction(Model):
    """
    Name and arguments of a called function.

    Attributes:
        index: Position among the calls, from 0, where the server numbers them.
        name: Name of the function.
        arguments: A JSON object whose keys nobody prescribes.
    """

    name: str
    index: int | Unset = UNSET
    arguments: OpenObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_call_function(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolCallFunction:
        """The value of a decoded JSON object."""
        return decode_tool_call_function(source)


_TOOL_CALL_FUNCTION: Final = frozenset({"index", "name", "arguments"})


def decode_tool_call_function(source: Any) -> ToolCallFunction:
    """`ToolCallFunction` of decoded JSON."""
    get = source.get
    return ToolCallFunction(
        source["name"],
        get("index", UNSET),
        get("arguments", UNSET),
        None if source.keys() <= _TOOL_CALL_FUNCTION else extra_of(source, _TOOL_CALL_FUNCTION),
    )


def encode_tool_call_function(value: Any) -> JsonObject:
    """JSON of a `ToolCallFunction`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    result["name"] = value.name
    if (item := value.arguments) is not UNSET:
        result["arguments"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Options(Model):
    """
    Settings of the model, all optional; leave out what should keep its default. The server ignores
    keys that it does not know and writes a warning to its log. Stated defaults are those of the
    documentation.

    Attributes:
        numa: Whether to spread memory over NUMA nodes.
        num_ctx: Size of the context in tokens; 4096, in older versions 2048.
        num_batch: Prompt tokens processed at once; 512.
        num_gpu: Layers to compute on GPUs; by default the server decides.
        main_gpu: GPU that computes what is not split.
        low_vram: Whether to save memory of the GPU.
        f16_kv: Whether the key-value cache is half precision.
        logits_all: Whether to keep the logits of all tokens.
        vocab_only: Whether to load only the vocabulary.
        use_mmap: Whether to map the model into memory.
        use_mlock: Whether to lock the model in memory.
        embedding_only: Whether the model only embeds.
        num_thread: Threads to compute with; by default the server decides.
        num_keep: Tokens of the prompt kept when the context shifts; 4.
        seed: Makes sampling repeatable; 0.
        num_predict: Most tokens to generate: -1 until the model stops, -2 until the context is
            full.
        top_k: Number of most likely tokens to sample from; 40.
        top_p: Share of probability to sample from, 0 to 1; 0.9.
        min_p: Least probability of a token, relative to the most likely one; 0.
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
        stop: Text, or texts, at which the answer ends.
    """

    numa: bool | Unset = UNSET
    num_ctx: int | Unset = UNSET
    num_batch: int | Unset = UNSET
    num_gpu: int | Unset = UNSET
    main_gpu: int | Unset = UNSET
    low_vram: bool | Unset = UNSET
    f16_kv: bool | Unset = UNSET
    logits_all: bool | Unset = UNSET
    vocab_only: bool | Unset = UNSET
    use_mmap: bool | Unset = UNSET
    use_mlock: bool | Unset = UNSET
    embedding_only: bool | Unset = UNSET
    num_thread: int | Unset = UNSET
    num_keep: int | Unset = UNSET
    seed: int | Unset = UNSET
    num_predict: int | Unset = UNSET
    top_k: int | Unset = UNSET
    top_p: float | Unset = UNSET
    min_p: float | Unset = UNSET
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
    stop: str | list[str] | Unset = UNSET
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
        "num_gpu",
        "main_gpu",
        "low_vram",
        "f16_kv",
        "logits_all",
        "vocab_only",
        "use_mmap",
        "use_mlock",
        "embedding_only",
        "num_thread",
        "num_keep",
        "seed",
        "num_predict",
        "top_k",
        "top_p",
        "min_p",
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
        get("num_gpu", UNSET),
        get("main_gpu", UNSET),
        get("low_vram", UNSET),
        get("f16_kv", UNSET),
        get("logits_all", UNSET),
        get("vocab_only", UNSET),
        get("use_mmap", UNSET),
        get("use_mlock", UNSET),
        get("embedding_only", UNSET),
        get("num_thread", UNSET),
        get("num_keep", UNSET),
        get("seed", UNSET),
        get("num_predict", UNSET),
        get("top_k", UNSET),
        get("top_p", UNSET),
        get("min_p", UNSET),
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
    if (item := value.num_gpu) is not UNSET:
        result["num_gpu"] = item
    if (item := value.main_gpu) is not UNSET:
        result["main_gpu"] = item
    if (item := value.low_vram) is not UNSET:
        result["low_vram"] = item
    if (item := value.f16_kv) is not UNSET:
        result["f16_kv"] = item
    if (item := value.logits_all) is not UNSET:
        result["logits_all"] = item
    if (item := value.vocab_only) is not UNSET:
        result["vocab_only"] = item
    if (item := value.use_mmap) is not UNSET:
        result["use_mmap"] = item
    if (item := value.use_mlock) is not UNSET:
        result["use_mlock"] = item
    if (item := value.embedding_only) is not UNSET:
        result["embedding_only"] = item
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
    if (item := value.min_p) is not UNSET:
        result["min_p"] = item
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


OpenObject: TypeAlias = JsonObject
"""A JSON object whose keys nobody prescribes."""


KeepAlive: TypeAlias = str | float
"""
How long the model stays in memory: a duration such as `5m`, or seconds. Zero unloads it at once, a
negative one keeps it for ever.
"""


Think: TypeAlias = bool | str | None
"""
Whether the model thinks first, or how much, in levels that the model defines (`low`, `medium`,
`high`).
"""
