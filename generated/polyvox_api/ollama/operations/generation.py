"""Operations of Ollama: generation. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import EndRule, Operation, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.generation import ChatAnswer, ChatRequest, GenerateAnswer, GenerateRequest

__all__ = [
    "AsyncGenerationOperations",
    "CHAT",
    "CHAT_STREAM",
    "GENERATE",
    "GENERATE_STREAM",
    "GenerationOperations",
]

GENERATE: Operation[GenerateAnswer] = Operation(
    id="generate",
    method="POST",
    path="/api/generate",
    decode=late(__name__, "..models.generation", "decode_generate_answer"),
    body="json",
    encode=late(__name__, "..models.generation", "encode_generate_request"),
)
GENERATE_STREAM: Operation[GenerateAnswer] = Operation(
    id="generate_stream",
    method="POST",
    path="/api/generate",
    decode=late(__name__, "..models.generation", "decode_generate_answer"),
    body="json",
    encode=late(__name__, "..models.generation", "encode_generate_request"),
    stream=StreamRule(
        "ndjson", ends=(EndRule(path="/done", values=(True,)),), constants={"stream": True}
    ),
)
CHAT: Operation[ChatAnswer] = Operation(
    id="chat",
    method="POST",
    path="/api/chat",
    decode=late(__name__, "..models.generation", "decode_chat_answer"),
    body="json",
    encode=late(__name__, "..models.generation", "encode_chat_request"),
)
CHAT_STREAM: Operation[ChatAnswer] = Operation(
    id="chat_stream",
    method="POST",
    path="/api/chat",
    decode=late(__name__, "..models.generation", "decode_chat_answer"),
    body="json",
    encode=late(__name__, "..models.generation", "encode_chat_request"),
    stream=StreamRule(
        "ndjson", ends=(EndRule(path="/done", values=(True,)),), constants={"stream": True}
    ),
)


class GenerationOperations:
    """Texts and conversations, as one answer or as a stream."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def generate(
        self,
        *,
        body: GenerateRequest,
        options: CallOptions | None = None,
    ) -> GenerateAnswer:
        """
        Continue a prompt.

        Sends a prompt and returns the text, whole or in pieces. Set `stream` to false for the whole
        answer: the server streams by default. Pieces have `done: false`; a last one has `done:
        true`, an empty text, the reason and the statistics. Without a prompt the model is loaded
        (`done_reason` load), with `keep_alive` 0 besides it is unloaded (unload). With `think`,
        thoughts come in `thinking`, before the text.

        Args:
            body: The prompt, the model and how to sample.
            options: Limits, retries and headers of this call alone.

        Returns:
            The text, whole or in pieces.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08); ollama-js 0.5.9.
        """
        return self._client.call(GENERATE, {}, body, options)

    def generate_stream(
        self,
        *,
        body: GenerateRequest,
        options: CallOptions | None = None,
    ) -> Stream[GenerateAnswer]:
        """
        Continue a prompt.

        Sends a prompt and returns the text, whole or in pieces. Set `stream` to false for the whole
        answer: the server streams by default. Pieces have `done: false`; a last one has `done:
        true`, an empty text, the reason and the statistics. Without a prompt the model is loaded
        (`done_reason` load), with `keep_alive` 0 besides it is unloaded (unload). With `think`,
        thoughts come in `thinking`, before the text.

        Args:
            body: The prompt, the model and how to sample.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08); ollama-js 0.5.9.
        """
        return self._client.stream(GENERATE_STREAM, {}, body, options)

    def chat(
        self,
        *,
        body: ChatRequest,
        options: CallOptions | None = None,
    ) -> ChatAnswer:
        """
        Answer a conversation.

        Sends the messages and returns the answer, whole or in pieces. Set `stream` to false for the
        whole answer: the server streams by default. Arguments of a tool call are an object, not a
        text; its result goes back as a message of the role `tool` with `tool_name`. A tool call may
        come in any piece, not just in the last. Without messages the model is loaded or, with
        `keep_alive` 0, unloaded. Older documentation wants `stream` false with tools; newer servers
        stream them.

        Args:
            body: The conversation, the model and how to sample.
            options: Limits, retries and headers of this call alone.

        Returns:
            The answer, whole or in pieces.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08); ollama-js 0.5.9.
        """
        return self._client.call(CHAT, {}, body, options)

    def chat_stream(
        self,
        *,
        body: ChatRequest,
        options: CallOptions | None = None,
    ) -> Stream[ChatAnswer]:
        """
        Answer a conversation.

        Sends the messages and returns the answer, whole or in pieces. Set `stream` to false for the
        whole answer: the server streams by default. Arguments of a tool call are an object, not a
        text; its result goes back as a message of the role `tool` with `tool_name`. A tool call may
        come in any piece, not just in the last. Without messages the model is loaded or, with
        `keep_alive` 0, unloaded. Older documentation wants `stream` false with tools; newer servers
        stream them.

        Args:
            body: The conversation, the model and how to sample.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08); ollama-js 0.5.9.
        """
        return self._client.stream(CHAT_STREAM, {}, body, options)


class AsyncGenerationOperations:
    """Same as `GenerationOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def generate(
        self,
        *,
        body: GenerateRequest,
        options: CallOptions | None = None,
    ) -> GenerateAnswer:
        """Same as `GenerationOperations.generate`."""
        return await self._client.call(GENERATE, {}, body, options)

    def generate_stream(
        self,
        *,
        body: GenerateRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[GenerateAnswer]:
        """Same as `GenerationOperations.generate_stream`."""
        return self._client.stream(GENERATE_STREAM, {}, body, options)

    async def chat(
        self,
        *,
        body: ChatRequest,
        options: CallOptions | None = None,
    ) -> ChatAnswer:
        """Same as `GenerationOperations.chat`."""
        return await self._client.call(CHAT, {}, body, options)

    def chat_stream(
        self,
        *,
        body: ChatRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[ChatAnswer]:
        """Same as `GenerationOperations.chat_stream`."""
        return self._client.stream(CHAT_STREAM, {}, body, options)
