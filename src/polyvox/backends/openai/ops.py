"""
What OpenAI's clients do, as flows: chat, embeddings, models, images and sound.

Written once for both clients; see `polyvox_core.flow`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from polyvox.backends.chat_stream import ChatSource
from polyvox.backends.encoding import (
    Making,
    PartTable,
    encoded,
    encoded_file,
    image_url,
    input_audio,
    made,
    making,
)
from polyvox.backends.inputs import CallKeywords, ChatKeywords, messages_of, split_options
from polyvox.backends.openai.wire import reply_of
from polyvox.backends.openai_shape import Completion
from polyvox.backends.vectors import embeddings_of
from polyvox.parts import AudioPart, FilePart, ImagePart
from polyvox.types import ChatInput, Embeddings, Reply
from polyvox_api.openai.operations import chat as chat_api
from polyvox_api.openai.operations import embeddings as embeddings_api
from polyvox_core.calling import Answer, Call, call
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Flow, Incoming
from polyvox_core.operation import Operation
from polyvox_core.settings import Settings
from polyvox_core.shapes import is_object

__all__ = [
    "OpenAIChatKeywords",
    "OpenAIEmbedKeywords",
    "chat",
    "chat_source",
    "checked",
    "embed",
    "simple",
]

T = TypeVar("T")

PARTS = PartTable(
    "OpenAI",
    "texts, ImagePart (also from a web address), AudioPart, and FilePart (also a stored file)",
    {ImagePart: image_url, AudioPart: input_audio, FilePart: encoded_file},
)
_CHAT = chat_api.CREATE_CHAT_COMPLETION.raw()
_CHAT_STREAM = chat_api.CREATE_CHAT_COMPLETION_STREAM.raw()
_EMBED = embeddings_api.CREATE_EMBEDDINGS.raw()


class OpenAIChatKeywords(ChatKeywords, total=False):
    """
    Options of a chat with OpenAI, besides those of every chat.

    Options of one server alone, such as `top_k` of vLLM, go into `extra_body`. A stream asks for
    the usage at its end; `stream_options={}` keeps it from asking.

    Keys:
        verbosity: low, medium or high.
        modalities: What to answer with: text, audio.
        audio: Voice and format of a spoken answer.
        prediction: Text that the answer will mostly repeat.
        web_search_options: Of models that search.
        metadata: Up to 16 texts by name, kept with the answer.
        store: Whether the server keeps the answer.
        service_tier: auto, default, flex or priority.
        prompt_cache_key: Groups requests that share a prefix.
        safety_identifier: Stable id of the end user.
        functions: The older form of tools.
        function_call: The older form of tool_choice.
    """

    verbosity: str | None
    modalities: Sequence[str] | None
    audio: Mapping[str, Any] | None
    prediction: Mapping[str, Any] | None
    web_search_options: Mapping[str, Any] | None
    metadata: Mapping[str, str] | None
    store: bool | None
    service_tier: str | None
    prompt_cache_key: str | None
    safety_identifier: str | None
    functions: Sequence[Mapping[str, Any]] | None
    function_call: str | Mapping[str, Any] | None


class OpenAIEmbedKeywords(CallKeywords, total=False):
    """
    Options of an embedding with OpenAI.

    Keys:
        dimensions: Length of the vectors, where the model can choose.
        encoding_format: `base64` makes the answer smaller; the vectors are the same.
        user: Whom the request is made for.
    """

    dimensions: int | None
    encoding_format: str | None
    user: str | None


_CHAT_NAMES = OpenAIChatKeywords.__optional_keys__ - CallKeywords.__optional_keys__
_EMBED_NAMES = OpenAIEmbedKeywords.__optional_keys__ - CallKeywords.__optional_keys__


def _chat_call(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
    *,
    stream: bool,
) -> Making:
    if not model:
        msg = "The chat names no model."
        raise ConfigError(msg, hint="Pass model=; client.models.list() shows them.")
    body, call_options = split_options(options, _CHAT_NAMES, "A chat with OpenAI")
    wanted = body.pop("stream_options", {"include_usage": True})
    if stream and wanted:
        body["stream_options"] = wanted

    def make(messages: list[Any]) -> Call[Any]:
        sent = {"model": model, "messages": messages, **body}
        return Call(settings, _CHAT_STREAM if stream else _CHAT, {}, sent, call_options)

    return making(messages_of(given, system), make, lambda messages: encoded(messages, PARTS))


def checked(this: Call[Any], incoming: Incoming) -> Flow[Answer[Any]]:
    """
    The whole answer of *this*; an error that came with the status 200 is raised.

    Source: OpenRouter documentation, errors (2026): failures of the model behind it.
    """
    answer = yield from this.whole(incoming)
    value = answer.value
    if is_object(value) and value.get("error") and not value.get("choices"):
        raise this.explain.reported({"error": value["error"]}, answer.headers)
    return answer


def chat(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
) -> Flow[Reply]:
    """One chat, answered as a whole."""
    this = yield from made(_chat_call(settings, given, model, system, options, stream=False))
    return (yield from this.answered(reply_of, lambda incoming: checked(this, incoming)))


def chat_source(
    settings: Settings,
    given: ChatInput,
    model: str,
    system: str | None,
    options: Mapping[str, Any],
) -> ChatSource[Reply]:
    """The events of one streamed chat."""
    this = _chat_call(settings, given, model, system, options, stream=True)
    return ChatSource(this, Completion(), reply_of)


def embed(
    settings: Settings, inputs: str | Sequence[str], model: str, options: Mapping[str, Any]
) -> Flow[Embeddings]:
    """Vectors for texts."""
    body, call_options = split_options(options, _EMBED_NAMES, "An embedding with OpenAI")
    texts = [inputs] if isinstance(inputs, str) else list(inputs)
    sent = {"model": model, "input": texts, **body}
    this: Call[Any] = Call(settings, _EMBED, {}, sent, call_options)
    decode = embeddings_api.CREATE_EMBEDDINGS.decode
    return (
        yield from this.answered(
            lambda value, _: embeddings_of(value, len(texts), decode),
            lambda incoming: checked(this, incoming),
        )
    )


def simple(
    settings: Settings,
    operation: Operation[T],
    arguments: Mapping[str, Any],
    options: Mapping[str, Any],
    body: Any = None,
    names: frozenset[str] = frozenset(),
) -> Flow[T]:
    """The decoded answer of one operation; options called *names* go into the body."""
    more, call_options = split_options(options, names, operation.id)
    sent = {**body, **more} if is_object(body) else body
    answer = yield from call(settings, operation, arguments, sent, call_options)
    return answer.value
