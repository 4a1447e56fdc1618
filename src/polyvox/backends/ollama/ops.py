"""
What Ollama's clients do, as flows: chat, prompts to continue, embeddings, and models.

Written once for both clients; see `polyvox_core.flow`. Every call that Ollama would stream by
itself says `"stream": false` unless it is meant to stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from polyvox.backends.chat_stream import ChatSource
from polyvox.backends.encoding import Making, images_of, made, making
from polyvox.backends.inputs import CallKeywords, messages_of, split_options
from polyvox.backends.ollama.wire import (
    PARTS,
    OllamaCompletion,
    completion_of,
    reply_of,
    usage_of,
    wire_messages,
)
from polyvox.types import ChatInput, Embeddings, Reply
from polyvox_api.ollama.operations import embeddings as embeddings_api
from polyvox_api.ollama.operations import generation as generation_api
from polyvox_core.calling import Call
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Flow, Work
from polyvox_core.message import Headers
from polyvox_core.settings import CallOptions, Settings
from polyvox_core.shapes import as_object

__all__ = [
    "OllamaChatKeywords",
    "OllamaCompleteKeywords",
    "OllamaEmbedKeywords",
    "chat",
    "chat_source",
    "complete",
    "embed",
]

_CHAT = generation_api.CHAT.raw()
_CHAT_STREAM = generation_api.CHAT_STREAM.raw()
_GENERATE = generation_api.GENERATE.raw()
_EMBED = embeddings_api.EMBED.raw()


class OllamaEmbedKeywords(CallKeywords, total=False):
    """
    Options of an embedding with Ollama.

    Keys:
        dimensions: Length of the vectors, for models that can choose it.
        truncate: False makes a text that is too long an error.
        options: Settings of the model, in Ollama's names.
        keep_alive: How long the model stays in memory: "5m", seconds, or -1 for ever.
    """

    dimensions: int | None
    truncate: bool | None
    options: Mapping[str, Any] | None
    keep_alive: str | float | None


class _Sampling(CallKeywords, total=False):
    """What chats and prompts share."""

    temperature: float | None
    top_p: float | None
    top_k: int | None
    min_p: float | None
    stop: str | Sequence[str] | None
    seed: int | None
    max_tokens: int | None
    max_completion_tokens: int | None
    presence_penalty: float | None
    frequency_penalty: float | None
    repeat_penalty: float | None
    num_ctx: int | None
    logprobs: bool | None
    top_logprobs: int | None
    reasoning_effort: str | None
    think: bool | str | None
    response_format: Mapping[str, Any] | None
    format: str | Mapping[str, Any] | None
    options: Mapping[str, Any] | None
    keep_alive: str | float | None


class OllamaChatKeywords(_Sampling, total=False):
    """
    Options of a chat with Ollama.

    Keys:
        tools: In the form of OpenAI.
        max_tokens: Ollama's `num_predict`, as is `max_completion_tokens`.
        response_format: In the form of OpenAI; becomes `format`.
        format: "json", or a JSON Schema.
        reasoning_effort: Becomes `think`; "none" switches thinking off.
        think: Whether the model thinks first, or how much ("low", "medium", "high").
        options: Further settings of the model, in Ollama's names: num_gpu, mirostat, ...
        keep_alive: How long the model stays in memory: "5m", seconds, or -1 for ever.
    """

    tools: Sequence[Mapping[str, Any]] | None


class OllamaCompleteKeywords(_Sampling, total=False):
    """
    Options of a prompt to continue, besides those of a chat.

    Keys:
        suffix: Text that shall follow the answer.
        images: One or several: bytes, paths, or base64.
        template: Prompt template in place of the model's.
        raw: True sends the prompt without a template.
    """

    suffix: str | None
    images: Any
    template: str | None
    raw: bool | None


_CALL_NAMES = CallKeywords.__optional_keys__
_CHAT_NAMES = OllamaChatKeywords.__optional_keys__ - _CALL_NAMES
_COMPLETE_NAMES = OllamaCompleteKeywords.__optional_keys__ - _CALL_NAMES
_EMBED_NAMES = OllamaEmbedKeywords.__optional_keys__ - _CALL_NAMES
_SETTINGS = {
    **dict.fromkeys(("max_tokens", "max_completion_tokens"), "num_predict"),
    **{
        name: name
        for name in (
            "temperature",
            "top_p",
            "top_k",
            "min_p",
            "stop",
            "seed",
            "presence_penalty",
            "frequency_penalty",
            "repeat_penalty",
            "num_ctx",
        )
    },
}
# The server ignores a setting that it does not know, so a slip would go unnoticed.
_SLIPS = {
    "max_tokens": "num_predict",
    "max_new_tokens": "num_predict",
    "max_completion_tokens": "num_predict",
    "stop_sequences": "stop",
    "context_length": "num_ctx",
    "repetition_penalty": "repeat_penalty",
}


def _named(model: str) -> str:
    if not model:
        msg = "The call names no model."
        raise ConfigError(msg, hint="Pass model=; client.models.list() shows what is there.")
    return model


def _settings_of_model(options: Mapping[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    """Settings of the model: those in *options*, then those that are taken out of *body*."""
    found: dict[str, Any] = {}
    for name, value in options.items():
        if name in _SLIPS:
            msg = f"Ollama has no setting {name!r}, and would ignore it."
            raise ConfigError(msg, hint=f"Use {_SLIPS[name]!r} in options.")
        if value is not None:
            found[name] = value
    for name, setting in _SETTINGS.items():
        if name in body:
            found[setting] = body.pop(name)
    if isinstance(found.get("stop"), tuple):
        found["stop"] = [*found["stop"]]
    return found


def _format_of(wanted: Mapping[str, Any]) -> Any:
    """Ollama's format for OpenAI's *wanted* response format; None for plain text."""
    match wanted.get("type"):
        case "json_schema":
            described = as_object(wanted.get("json_schema"))
            return described.get("schema") or "json"
        case "json_object":
            return "json"
        case "text" | None:
            return None
        case other:
            msg = f"Ollama has no response format {other!r}."
            raise ConfigError(msg, hint="Use json_schema, json_object, or format=.")


def _body(
    options: Mapping[str, Any], names: Iterable[str], what: str
) -> tuple[dict[str, Any], CallOptions]:
    """Members of the body that *options* ask for, in Ollama's words."""
    body, call_options = split_options(options, names, what)
    own = _settings_of_model(body.pop("options", {}), body)
    if own:
        body["options"] = own
    if "response_format" in body:
        wanted = _format_of(body.pop("response_format"))
        if wanted is not None:
            body.setdefault("format", wanted)
    if "reasoning_effort" in body:
        effort = body.pop("reasoning_effort")
        body.setdefault("think", False if effort == "none" else effort)
    return body, call_options


def _chat_call(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
    *,
    stream: bool,
) -> Making:
    body, call_options = _body(options, _CHAT_NAMES, "A chat with Ollama")
    named = _named(model)

    def make(messages: list[Any]) -> Call[Any]:
        sent = {"model": named, "messages": wire_messages(messages), **body}
        if stream:
            return Call(settings, _CHAT_STREAM, {}, sent, call_options)
        return Call(settings, _CHAT, {}, {**sent, "stream": False}, call_options)

    return making(messages_of(given, system), make)


def chat(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
) -> Flow[Reply]:
    """One chat, answered as a whole."""
    this = yield from made(_chat_call(settings, given, model, system, options, stream=False))
    return (yield from this.answered(reply_of))


def chat_source(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
) -> ChatSource[Reply]:
    """The events of one streamed chat."""
    this = _chat_call(settings, given, model, system, options, stream=True)
    return ChatSource(this, OllamaCompletion(), reply_of)


def complete(
    settings: Settings,
    prompt: str,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
) -> Flow[Reply]:
    """One prompt, continued as a whole."""
    body, call_options = _body(options, _COMPLETE_NAMES, "A prompt to Ollama")
    if "images" in body:
        pictures = body["images"]
        body["images"] = yield Work(lambda: images_of(pictures, PARTS))
    if system is not None:
        body["system"] = system
    sent = {"model": _named(model), "prompt": prompt, **body, "stream": False}
    this: Call[Any] = Call(settings, _GENERATE, {}, sent, call_options)
    return (yield from this.answered(completion_of))


def embed(
    settings: Settings, inputs: str | Sequence[str], model: str, options: Mapping[str, Any]
) -> Flow[Embeddings]:
    """Vectors for texts."""
    body, call_options = split_options(options, _EMBED_NAMES, "An embedding with Ollama")
    own = _settings_of_model(body.pop("options", {}), {})
    if own:
        body["options"] = own
    texts = [inputs] if isinstance(inputs, str) else list(inputs)
    sent = {"model": _named(model), "input": texts, **body}
    this: Call[Any] = Call(settings, _EMBED, {}, sent, call_options)

    def read(value: Any, _: Headers) -> Embeddings:
        vectors = value["embeddings"]
        if len(vectors) != len(texts):
            msg = f"{len(vectors)} vectors for {len(texts)} texts"
            raise ValueError(msg)
        return Embeddings(
            vectors=vectors,
            model=value.get("model"),
            usage=usage_of(value),
            raw=embeddings_api.EMBED.decode(value),
        )

    return (yield from this.answered(read))
