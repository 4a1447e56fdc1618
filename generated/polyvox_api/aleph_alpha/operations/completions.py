"""Operations of Aleph Alpha: completions. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.completions import CompletionEvent, CompletionRequest, CompletionResponse

__all__ = [
    "AsyncCompletionsOperations",
    "COMPLETE",
    "COMPLETE_JSON",
    "COMPLETE_STREAM",
    "CompletionsOperations",
]

COMPLETE: Operation[CompletionResponse] = Operation(
    id="complete",
    method="POST",
    path="/complete",
    decode=late(__name__, "..models.completions", "decode_completion_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.completions", "encode_completion_request"),
)
COMPLETE_STREAM: Operation[CompletionEvent] = Operation(
    id="complete_stream",
    method="POST",
    path="/complete",
    decode=late(__name__, "..models.completions", "decode_completion_event"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.completions", "encode_completion_request"),
    stream=StreamRule(
        "sse",
        ends=(
            EndRule(path="/type", values=("completion_summary",)),
            EndRule(data="[DONE]"),
        ),
        constants={"stream": True},
    ),
)
COMPLETE_JSON: Operation[CompletionResponse] = Operation(
    id="complete_json",
    method="POST",
    path="/complete/json",
    decode=late(__name__, "..models.completions", "decode_completion_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.completions", "encode_completion_request"),
)


class CompletionsOperations:
    """Continuations of prompts, whole or as a stream of typed events."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def complete(
        self,
        *,
        body: CompletionRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CompletionResponse:
        """
        Continue a prompt.

        Sends a prompt and returns its continuations, whole or as typed events: chunks, one summary
        per continuation, and one summary of all as the last event. No `[DONE]` follows in recorded
        streams; the vendor's Rust client accepts one. The token limit is `maximum_tokens` here.
        `best_of` cannot be streamed. Without streaming, fields that were not asked for are left
        out, never null.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The continuations, whole or as a stream of events.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, complete; aleph-alpha-client 11.5.1 and its recorded traffic
        (2025); aleph-alpha-client-rs 0.29.
        """
        return self._client.call(COMPLETE, {"nice": nice}, body, options)

    def complete_stream(
        self,
        *,
        body: CompletionRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Stream[CompletionEvent]:
        """
        Continue a prompt.

        Sends a prompt and returns its continuations, whole or as typed events: chunks, one summary
        per continuation, and one summary of all as the last event. No `[DONE]` follows in recorded
        streams; the vendor's Rust client accepts one. The token limit is `maximum_tokens` here.
        `best_of` cannot be streamed. Without streaming, fields that were not asked for are left
        out, never null.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, complete; aleph-alpha-client 11.5.1 and its recorded traffic
        (2025); aleph-alpha-client-rs 0.29.
        """
        return self._client.stream(COMPLETE_STREAM, {"nice": nice}, body, options)

    def complete_json(
        self,
        *,
        body: CompletionRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CompletionResponse:
        """
        Continue a prompt with valid JSON.

        Like `complete`, but every continuation is JSON, whether the prompt asks for it or not; one
        that meets the token limit is cut off and no longer valid. Only workers of luminous models
        serve it, which are deprecated since June 2026; chat models have `response_format` instead.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The continuations.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, completeJson.
        """
        return self._client.call(COMPLETE_JSON, {"nice": nice}, body, options)


class AsyncCompletionsOperations:
    """Same as `CompletionsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def complete(
        self,
        *,
        body: CompletionRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CompletionResponse:
        """Same as `CompletionsOperations.complete`."""
        return await self._client.call(COMPLETE, {"nice": nice}, body, options)

    def complete_stream(
        self,
        *,
        body: CompletionRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncStream[CompletionEvent]:
        """Same as `CompletionsOperations.complete_stream`."""
        return self._client.stream(COMPLETE_STREAM, {"nice": nice}, body, options)

    async def complete_json(
        self,
        *,
        body: CompletionRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CompletionResponse:
        """Same as `CompletionsOperations.complete_json`."""
        return await self._client.call(COMPLETE_JSON, {"nice": nice}, body, options)
