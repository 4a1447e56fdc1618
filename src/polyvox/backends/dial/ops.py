"""
What AI DIAL's clients do, as flows: chat, embeddings, tokens, ratings, and the listings.

Written once for both clients; see `polyvox_core.flow`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from polyvox.backends.chat_stream import ChatSource
from polyvox.backends.dial.parts import wants_attachments, with_parts
from polyvox.backends.dial.types import DialReply
from polyvox.backends.dial.wire import DialCompletion, reply_of
from polyvox.backends.encoding import Making, made, making
from polyvox.backends.inputs import CallKeywords, ChatKeywords, messages_of, split_options
from polyvox.backends.vectors import embeddings_of
from polyvox.types import ChatInput, Embeddings
from polyvox_api.dial.operations import bucket as bucket_api
from polyvox_api.dial.operations import chat as chat_api
from polyvox_api.dial.operations import deployments as deployments_api
from polyvox_api.dial.operations import embeddings as embeddings_api
from polyvox_core.calling import Call, call
from polyvox_core.errors import ConfigError, StatusError
from polyvox_core.flow import Flow, Work
from polyvox_core.operation import Operation
from polyvox_core.settings import Settings

__all__ = [
    "DialChatKeywords",
    "EmbedKeywords",
    "chat",
    "chat_source",
    "count_tokens",
    "embed",
    "get_bucket",
    "rate",
    "simple",
]

T = TypeVar("T")

_CHAT = chat_api.CREATE_CHAT_COMPLETION.raw()
_CHAT_STREAM = chat_api.CREATE_CHAT_COMPLETION_STREAM.raw()
_EMBED = embeddings_api.CREATE_EMBEDDINGS.raw()


class DialChatKeywords(ChatKeywords, total=False):
    """
    Options of a chat with AI DIAL, besides those of every chat.

    Keys:
        max_prompt_tokens: The server drops older messages to stay below this.
        custom_fields: `configuration` of the deployment, `cache_breakpoint`.
        prompt_cache_key: Groups requests that share a prefix.
        prompt_cache_options: `mode` and `ttl` of the prompt cache.
        functions: The older form of tools.
        function_call: The older form of tool_choice.
        data_sources: Azure's own, passed through.
        addons: Deprecated.
        api_version: Version of the upstream's API, such as `2024-10-21`.
        conversation_id: Sent as X-CONVERSATION-ID.
        job_title: Sent as X-JOB-TITLE.
        cache_policy: `availability-priority` or `cache-priority`.
        upstream_id: Sent as X-UPSTREAM-ID.
        as_attachments: Whether images, recordings and files travel as attachments instead of
            content parts; by default they do for ids that begin with `applications/`.
    """

    max_prompt_tokens: int | str | None
    custom_fields: Mapping[str, Any] | None
    prompt_cache_key: str | None
    prompt_cache_options: Mapping[str, Any] | None
    functions: Sequence[Mapping[str, Any]] | None
    function_call: str | Mapping[str, Any] | None
    data_sources: Sequence[Any] | None
    addons: Sequence[Mapping[str, Any]] | None
    api_version: str | None
    conversation_id: str | None
    job_title: str | None
    cache_policy: str | None
    upstream_id: str | None
    as_attachments: bool | None


class EmbedKeywords(CallKeywords, total=False):
    """
    Options of an embedding with AI DIAL.

    Keys:
        dimensions: Length of the vectors.
        user: Whom the request is made for.
        custom_fields: `type` and `instruction`.
        custom_input: Texts and attachments together.
    """

    dimensions: int | None
    user: str | None
    custom_fields: Mapping[str, Any] | None
    custom_input: Sequence[Any] | None


_HEADERS = {
    "conversation_id": "X-CONVERSATION-ID",
    "job_title": "X-JOB-TITLE",
    "cache_policy": "X-DIAL-CACHE-POLICY",
    "upstream_id": "X-UPSTREAM-ID",
}
_EMBED_NAMES = EmbedKeywords.__optional_keys__ - CallKeywords.__optional_keys__
_CHAT_NAMES = DialChatKeywords.__optional_keys__ - CallKeywords.__optional_keys__


def _chat_call(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
    api_version: str | None,
    *,
    stream: bool,
) -> Making:
    if not model:
        msg = "The chat names no deployment."
        raise ConfigError(msg, hint="Pass model=; client.deployments.list() shows them.")
    body, call_options = split_options(options, _CHAT_NAMES, "A chat with AI DIAL")
    arguments = {"deployment_name": model, "api-version": body.pop("api_version", api_version)}
    for name, header in _HEADERS.items():
        if name in body:
            arguments[header] = body.pop(name)
    attached = body.pop("as_attachments", wants_attachments(model))

    def make(messages: list[Any]) -> Call[Any]:
        sent = {"messages": messages, **body}
        return Call(settings, _CHAT_STREAM if stream else _CHAT, arguments, sent, call_options)

    messages = messages_of(given, system)
    return making(messages, make, lambda messages: with_parts(messages, attached=attached))


def chat(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
    api_version: str | None,
) -> Flow[DialReply]:
    """One chat, answered as a whole."""
    made_late = _chat_call(settings, given, model, system, options, api_version, stream=False)
    this = yield from made(made_late)
    return (yield from this.answered(reply_of))


def chat_source(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
    api_version: str | None,
) -> ChatSource[DialReply]:
    """The events of one streamed chat."""
    this = _chat_call(settings, given, model, system, options, api_version, stream=True)
    return ChatSource(this, DialCompletion(), reply_of)


def simple(
    settings: Settings,
    operation: Operation[T],
    arguments: Mapping[str, Any],
    options: Mapping[str, Any],
    body: Any = None,
) -> Flow[T]:
    """The decoded answer of one operation."""
    _, call_options = split_options(options, (), operation.id)
    answer = yield from call(settings, operation, arguments, body, call_options)
    return answer.value


def get_bucket(settings: Settings) -> Flow[str]:
    """The caller's own bucket."""
    answer = yield from call(settings, bucket_api.GET_BUCKET, {})
    return answer.value.bucket


def embed(
    settings: Settings, inputs: str | Sequence[str], model: str, options: Mapping[str, Any]
) -> Flow[Embeddings]:
    """Vectors for texts."""
    body, call_options = split_options(options, _EMBED_NAMES, "An embedding with AI DIAL")
    texts = [inputs] if isinstance(inputs, str) else list(inputs)
    this: Call[Any] = Call(
        settings, _EMBED, {"deployment_name": model}, {"input": texts, **body}, call_options
    )
    decode = embeddings_api.CREATE_EMBEDDINGS.decode
    return (yield from this.answered(lambda value, _: embeddings_of(value, len(texts), decode)))


def count_tokens(
    settings: Settings, inputs: str | Sequence[Any], model: str, options: Mapping[str, Any]
) -> Flow[list[int]]:
    """Token counts of texts and chats."""
    texts = [inputs] if isinstance(inputs, str) else inputs
    attached = wants_attachments(model)
    body = yield Work(lambda: {"inputs": [_token_input(one, attached) for one in texts]})
    operation = deployments_api.TOKENIZE.raw()
    result = yield from simple(settings, operation, {"deployment_name": model}, options, body)
    counts: list[int] = []
    for position, output in enumerate(result.get("outputs") or ()):
        if "token_count" not in output:
            msg = f"AI DIAL could not count the tokens of input {position}: {output.get('error')}."
            raise StatusError(msg, hint="Check that input.", backend="dial")
        counts.append(output["token_count"])
    return counts


def _token_input(one: Any, attached: bool) -> dict[str, Any]:
    if isinstance(one, str):
        return {"type": "string", "value": one}
    return {
        "type": "request",
        "value": {"messages": with_parts(messages_of(one, None), attached=attached)},
    }


def rate(
    settings: Settings,
    model: str,
    response_id: str | None,
    good: bool,
    comment: str | None,
    options: Mapping[str, Any],
) -> Flow[None]:
    """Tell the deployment whether an answer was good."""
    body = {"rate": good, "responseId": response_id, "comment": comment}
    sent = {name: value for name, value in body.items() if value is not None}
    arguments = {"deployment_name": model}
    yield from simple(settings, deployments_api.RATE_RESPONSE.raw(), arguments, options, sent)
