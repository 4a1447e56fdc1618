"""
What Aleph Alpha's clients do, as flows: chat, completions, embeddings, tokens, models.

Written once for both clients; see `polyvox_core.flow`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from polyvox.backends.aleph_alpha.options import (
    CHAT_NAMES,
    COMPLETE_NAMES,
    EMBED_NAMES,
    Prompt,
    one_limit,
)
from polyvox.backends.aleph_alpha.wire import (
    PARTS,
    AlephAlphaCompletion,
    completion_reply,
    prompt_items,
    reply_of,
    sendable,
)
from polyvox.backends.chat_stream import ChatSource
from polyvox.backends.encoding import Making, encoded, made, making
from polyvox.backends.inputs import messages_of, split_options
from polyvox.backends.vectors import embeddings_of
from polyvox.types import ChatInput, Embeddings, Reply
from polyvox_api.aleph_alpha.operations import chat as chat_api
from polyvox_api.aleph_alpha.operations import completions as completions_api
from polyvox_api.aleph_alpha.operations import embeddings as embeddings_api
from polyvox_api.aleph_alpha.operations import models as models_api
from polyvox_api.aleph_alpha.operations import tokenization as tokenization_api
from polyvox_core.calling import Call, call
from polyvox_core.errors import ConfigError, NotFound
from polyvox_core.flow import Flow, Work
from polyvox_core.settings import CallOptions, Settings
from polyvox_core.shapes import is_array

if TYPE_CHECKING:
    from polyvox_api.aleph_alpha.models import ModelSettings

__all__ = [
    "chat",
    "chat_source",
    "complete",
    "count_tokens",
    "embed",
    "find_model",
    "list_models",
]

_CHAT = chat_api.CREATE_CHAT_COMPLETION.raw()
_CHAT_STREAM = chat_api.CREATE_CHAT_COMPLETION_STREAM.raw()
_COMPLETE = completions_api.COMPLETE.raw()
_EMBED = embeddings_api.CREATE_EMBEDDINGS.raw()
_TOKENIZE = tokenization_api.TOKENIZE.raw()


def _split(
    options: Mapping[str, Any], names: frozenset[str], what: str, model: str
) -> tuple[dict[str, Any], dict[str, Any], CallOptions]:
    """Arguments, body members and call options of a call to *model*."""
    if not model:
        msg = f"{what} names no model."
        raise ConfigError(msg, hint="Pass model=; client.models.list() shows them.")
    body, call_options = split_options(options, names, what)
    arguments = {"nice": True} if body.pop("nice", False) else {}
    return arguments, body, call_options


def _chat_call(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
    *,
    stream: bool,
) -> Making:
    arguments, body, call_options = _split(options, CHAT_NAMES, "A chat with Aleph Alpha", model)
    # The service takes the limit under this name only, and says nothing about others.
    one_limit(body, "max_tokens", "max_completion_tokens", "maximum_tokens")
    if stream:
        # Without it a streamed reply would lack the usage that a whole one has.
        body.setdefault("stream_options", {"include_usage": True})

    def make(messages: list[Any]) -> Call[Any]:
        sent = {"model": model, "messages": [sendable(one) for one in messages], **body}
        return Call(settings, _CHAT_STREAM if stream else _CHAT, arguments, sent, call_options)

    return making(messages_of(given, system), make, lambda messages: encoded(messages, PARTS))


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
    return ChatSource(this, AlephAlphaCompletion(), reply_of)


def complete(
    settings: Settings, prompt: Prompt, model: str, options: Mapping[str, Any]
) -> Flow[Reply]:
    """One prompt, continued."""
    arguments, body, call_options = _split(
        options, COMPLETE_NAMES, "A completion with Aleph Alpha", model
    )
    one_limit(body, "maximum_tokens", "max_tokens")
    stop = body.pop("stop", None)
    if stop is not None:
        body.setdefault("stop_sequences", [stop] if isinstance(stop, str) else list(stop))
    items = prompt if isinstance(prompt, str) else (yield Work(lambda: prompt_items(prompt)))
    sent = {"model": model, "prompt": items, **body}
    this: Call[Any] = Call(settings, _COMPLETE, arguments, sent, call_options)
    return (yield from this.answered(completion_reply))


def embed(
    settings: Settings, inputs: str | Sequence[str], model: str, options: Mapping[str, Any]
) -> Flow[Embeddings]:
    """Vectors for texts."""
    arguments, body, call_options = _split(
        options, EMBED_NAMES, "An embedding with Aleph Alpha", model
    )
    texts = [inputs] if isinstance(inputs, str) else list(inputs)
    sent = {"model": model, "input": texts, **body}
    this: Call[Any] = Call(settings, _EMBED, arguments, sent, call_options)
    decode = embeddings_api.CREATE_EMBEDDINGS.decode
    return (yield from this.answered(lambda value, _: embeddings_of(value, len(texts), decode)))


def count_tokens(
    settings: Settings, inputs: str | Sequence[str], model: str, options: Mapping[str, Any]
) -> Flow[list[int]]:
    """Token counts of texts, one call each."""
    _, _, call_options = _split(options, frozenset(), "Tokenizing with Aleph Alpha", model)
    counts: list[int] = []
    for text in [inputs] if isinstance(inputs, str) else inputs:
        body = {"model": model, "prompt": text, "tokens": False, "token_ids": True}
        this: Call[Any] = Call(settings, _TOKENIZE, {}, body, call_options)
        answer = yield from this.attempts(this.whole)
        counts.append(this.read(lambda: _count(answer.value), answer))  # noqa: B023 - read at once
        this.done(counts[-1])
    return counts


def _count(value: Any) -> int:
    ids = value["token_ids"]
    if not is_array(ids):
        msg = f"token_ids of type {type(ids).__name__}"
        raise TypeError(msg)
    return len(ids)


def list_models(settings: Settings, options: Mapping[str, Any]) -> Flow[list[ModelSettings]]:
    """The models, and what they can do."""
    _, call_options = split_options(options, (), "Listing models")
    answer = yield from call(settings, models_api.LIST_MODEL_SETTINGS, {}, None, call_options)
    return list(answer.value)


def find_model(settings: Settings, name: str, options: Mapping[str, Any]) -> Flow[ModelSettings]:
    """One model of the listing, since the service has no call for one."""
    models = yield from list_models(settings, options)
    for model in models:
        if model.name == name:
            return model
    msg = f"Aleph Alpha has no model {name!r}."
    names = ", ".join(model.name for model in models) or "none"
    raise NotFound(msg, hint=f"There are: {names}.", backend="aleph_alpha")
