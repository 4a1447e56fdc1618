"""Operations of Aleph Alpha: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.chat import ChatCompletion, ChatCompletionChunk
    from ..models.chat_parts import ChatRequest

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
    decode=late(__name__, "..models.chat", "decode_chat_completion"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.chat_parts", "encode_chat_request"),
)
CREATE_CHAT_COMPLETION_STREAM: Operation[ChatCompletionChunk] = Operation(
    id="create_chat_completion_stream",
    method="POST",
    path="/chat/completions",
    decode=late(__name__, "..models.chat", "decode_chat_completion_chunk"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.chat_parts", "encode_chat_request"),
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
    """Answers to conversations, whole or as a stream."""

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
        body: ChatRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ChatCompletion:
        """
        Answer a conversation.

        Sends the messages and returns the answer, whole or as server-sent events. At most one
        system message, first; what must follow depends on the model's chat template, usually user
        and assistant in turn. The token limit is `max_tokens`: `maximum_tokens`, which the vendor's
        client sends, is answered with 200 and has no effect. Models that cannot chat answer 400
        with the code `MISSING_CAPABILITY`. Reasoning models put `<think>...</think>` in front of
        the content, structured output included.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The answer, whole or as a stream of chunks.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, chatCompletions; aleph-alpha-client 11.5.1 and its recorded
        traffic (2025).
        """
        return self._client.call(CREATE_CHAT_COMPLETION, {"nice": nice}, body, options)

    def create_chat_completion_stream(
        self,
        *,
        body: ChatRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Stream[ChatCompletionChunk]:
        """
        Answer a conversation.

        Sends the messages and returns the answer, whole or as server-sent events. At most one
        system message, first; what must follow depends on the model's chat template, usually user
        and assistant in turn. The token limit is `max_tokens`: `maximum_tokens`, which the vendor's
        client sends, is answered with 200 and has no effect. Models that cannot chat answer 400
        with the code `MISSING_CAPABILITY`. Reasoning models put `<think>...</think>` in front of
        the content, structured output included.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, chatCompletions; aleph-alpha-client 11.5.1 and its recorded
        traffic (2025).
        """
        return self._client.stream(CREATE_CHAT_COMPLETION_STREAM, {"nice": nice}, body, options)


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
        body: ChatRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ChatCompletion:
        """Same as `ChatOperations.create_chat_completion`."""
        return await self._client.call(CREATE_CHAT_COMPLETION, {"nice": nice}, body, options)

    def create_chat_completion_stream(
        self,
        *,
        body: ChatRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncStream[ChatCompletionChunk]:
        """Same as `ChatOperations.create_chat_completion_stream`."""
        return self._client.stream(CREATE_CHAT_COMPLETION_STREAM, {"nice": nice}, body, options)
