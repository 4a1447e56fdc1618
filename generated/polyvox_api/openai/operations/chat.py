"""Operations of OpenAI: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import EndRule, Operation, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.chat import ChatCompletionChunk
    from ..models.chat_parts_2 import ChatCompletion, ChatCompletionRequest

__all__ = [
    "AsyncChatOperations",
    "CREATE_CHAT_COMPLETION",
    "CREATE_CHAT_COMPLETION_STREAM",
    "ChatOperations",
]

CREATE_CHAT_COMPLETION: Operation[ChatCompletion] = Operation(
    id="create_chat_completion",
    method="POST",
    path="/chat/completions",
    decode=late(__name__, "..models.chat_parts_2", "decode_chat_completion"),
    body="json",
    encode=late(__name__, "..models.chat_parts_2", "encode_chat_completion_request"),
)
CREATE_CHAT_COMPLETION_STREAM: Operation[ChatCompletionChunk] = Operation(
    id="create_chat_completion_stream",
    method="POST",
    path="/chat/completions",
    decode=late(__name__, "..models.chat", "decode_chat_completion_chunk"),
    body="json",
    encode=late(__name__, "..models.chat_parts_2", "encode_chat_completion_request"),
    stream=StreamRule(
        "sse",
        ends=(
            EndRule(data="[DONE]"),
            EndRule(path="/choices/*/finish_reason"),
        ),
        constants={"stream": True},
    ),
)


class ChatOperations:
    """Chat completions, as one answer or as a stream."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_chat_completion(
        self,
        *,
        body: ChatCompletionRequest,
        options: CallOptions | None = None,
    ) -> ChatCompletion:
        """
        Answer a conversation.

        Sends the messages and returns the answer, whole or as server-sent events. Fields of one
        server alone, such as `top_k`, `min_p`, `chat_template_kwargs` or OpenRouter's `provider`,
        travel as extra fields; OpenAI refuses fields that it does not know. Reasoning models of
        OpenAI take `max_completion_tokens` instead of `max_tokens`; many compatible servers know
        the latter only. An error before the first chunk is an ordinary error answer; a later one
        arrives as an `error` object inside the stream. OpenRouter may also answer 200 with an
        `error` object instead of choices. Comment lines such as `: OPENROUTER PROCESSING` keep a
        stream alive.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The answer, whole or as a stream of chunks.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, chat completions and streaming (2026); OpenRouter
        documentation, streaming and errors (2026); vLLM documentation, reasoning outputs (2026).
        """
        return self._client.call(CREATE_CHAT_COMPLETION, {}, body, options)

    def create_chat_completion_stream(
        self,
        *,
        body: ChatCompletionRequest,
        options: CallOptions | None = None,
    ) -> Stream[ChatCompletionChunk]:
        """
        Answer a conversation.

        Sends the messages and returns the answer, whole or as server-sent events. Fields of one
        server alone, such as `top_k`, `min_p`, `chat_template_kwargs` or OpenRouter's `provider`,
        travel as extra fields; OpenAI refuses fields that it does not know. Reasoning models of
        OpenAI take `max_completion_tokens` instead of `max_tokens`; many compatible servers know
        the latter only. An error before the first chunk is an ordinary error answer; a later one
        arrives as an `error` object inside the stream. OpenRouter may also answer 200 with an
        `error` object instead of choices. Comment lines such as `: OPENROUTER PROCESSING` keep a
        stream alive.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, chat completions and streaming (2026); OpenRouter
        documentation, streaming and errors (2026); vLLM documentation, reasoning outputs (2026).
        """
        return self._client.stream(CREATE_CHAT_COMPLETION_STREAM, {}, body, options)


class AsyncChatOperations:
    """Same as `ChatOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_chat_completion(
        self,
        *,
        body: ChatCompletionRequest,
        options: CallOptions | None = None,
    ) -> ChatCompletion:
        """Same as `ChatOperations.create_chat_completion`."""
        return await self._client.call(CREATE_CHAT_COMPLETION, {}, body, options)

    def create_chat_completion_stream(
        self,
        *,
        body: ChatCompletionRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[ChatCompletionChunk]:
        """Same as `ChatOperations.create_chat_completion_stream`."""
        return self._client.stream(CREATE_CHAT_COMPLETION_STREAM, {}, body, options)
