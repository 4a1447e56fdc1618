"""Operations of OpenAI: responses. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.responses import ResponseStreamEvent
    from ..models.responses_parts_2 import CreateResponseRequest
    from ..models.responses_parts_3 import DeletedResponse, ResponseResource

__all__ = [
    "AsyncResponsesOperations",
    "CANCEL_RESPONSE",
    "CREATE_RESPONSE",
    "CREATE_RESPONSE_STREAM",
    "DELETE_RESPONSE",
    "GET_RESPONSE",
    "ResponsesOperations",
]

CREATE_RESPONSE: Operation[ResponseResource] = Operation(
    id="create_response",
    method="POST",
    path="/responses",
    decode=late(__name__, "..models.responses_parts_3", "decode_response_resource"),
    body="json",
    encode=late(__name__, "..models.responses_parts_2", "encode_create_response_request"),
)
CREATE_RESPONSE_STREAM: Operation[ResponseStreamEvent] = Operation(
    id="create_response_stream",
    method="POST",
    path="/responses",
    decode=late(__name__, "..models.responses", "decode_response_stream_event"),
    body="json",
    encode=late(__name__, "..models.responses_parts_2", "encode_create_response_request"),
    stream=StreamRule(
        "sse",
        ends=(
            EndRule(
                path="/type",
                values=("response.completed", "response.failed", "response.incomplete"),
            ),
            EndRule(data="[DONE]"),
        ),
        constants={"stream": True},
    ),
)
GET_RESPONSE: Operation[ResponseResource] = Operation(
    id="get_response",
    method="GET",
    path="/responses/{response_id}",
    decode=late(__name__, "..models.responses_parts_3", "decode_response_resource"),
    parameters=(
        Parameter("response_id", "path"),
        Parameter("include[]", "query"),
    ),
)
DELETE_RESPONSE: Operation[DeletedResponse | None] = Operation(
    id="delete_response",
    method="DELETE",
    path="/responses/{response_id}",
    decode=late(__name__, "..models.responses_parts_3", "decode_deleted_response"),
    parameters=(Parameter("response_id", "path"),),
    may_be_empty=True,
)
CANCEL_RESPONSE: Operation[ResponseResource] = Operation(
    id="cancel_response",
    method="POST",
    path="/responses/{response_id}/cancel",
    decode=late(__name__, "..models.responses_parts_3", "decode_response_resource"),
    parameters=(Parameter("response_id", "path"),),
)


class ResponsesOperations:
    """The Responses API, with built-in tools and responses that the server stores."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_response(
        self,
        *,
        body: CreateResponseRequest,
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """
        Create a response.

        Sends a text or input items and returns a response with output items, whole or as typed
        events. With `store` the server keeps the response, and `previous_response_id` continues it.
        With `background` the call returns at once, and `get_response` tells how far the response
        is. The stream of OpenAI has no `[DONE]`; it ends with the event that carries the finished
        response; other servers send `[DONE]` behind it. vLLM, LM Studio, llama.cpp and OpenRouter
        serve this path, not all of them with storage, and with fewer built-in tools.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The response, whole or as a stream of events.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, responses and streaming events (2026); LM Studio
        documentation, OpenAI compatibility (2026); OpenRouter documentation, Responses API (2026).
        """
        return self._client.call(CREATE_RESPONSE, {}, body, options)

    def create_response_stream(
        self,
        *,
        body: CreateResponseRequest,
        options: CallOptions | None = None,
    ) -> Stream[ResponseStreamEvent]:
        """
        Create a response.

        Sends a text or input items and returns a response with output items, whole or as typed
        events. With `store` the server keeps the response, and `previous_response_id` continues it.
        With `background` the call returns at once, and `get_response` tells how far the response
        is. The stream of OpenAI has no `[DONE]`; it ends with the event that carries the finished
        response; other servers send `[DONE]` behind it. vLLM, LM Studio, llama.cpp and OpenRouter
        serve this path, not all of them with storage, and with fewer built-in tools.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, responses and streaming events (2026); LM Studio
        documentation, OpenAI compatibility (2026); OpenRouter documentation, Responses API (2026).
        """
        return self._client.stream(CREATE_RESPONSE_STREAM, {}, body, options)

    def get_response(
        self,
        response_id: str,
        *,
        include: list[str] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """
        Read a stored response.

        Returns the response with this id, in the state it has now; a background response is asked
        for until its status is neither `queued` nor `in_progress`. Only stored responses can be
        read. Servers without storage answer 404.

        Args:
            response_id: Id of the response, as its creation returned it.
            include: Further parts of the output to return, such as `reasoning.encrypted_content`.
            options: Limits, retries and headers of this call alone.

        Returns:
            The response.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, responses (2026); the brackets in `include[]` as openai-python
        3.52 sends them.
        """
        return self._client.call(
            GET_RESPONSE, {"response_id": response_id, "include[]": include}, None, options
        )

    def delete_response(
        self,
        response_id: str,
        *,
        options: CallOptions | None = None,
    ) -> DeletedResponse | None:
        """
        Delete a stored response.

        Deletes the response with this id and confirms it; some servers answer without a body.

        Args:
            response_id: Id of the response, as its creation returned it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The confirmation, or an empty body.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, responses (2026).
        """
        return self._client.call(DELETE_RESPONSE, {"response_id": response_id}, None, options)

    def cancel_response(
        self,
        response_id: str,
        *,
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """
        Cancel a response that runs in the background.

        Stops a response that was created with `background` and returns it in its last state. The
        request has no body. Other responses are refused with 400.

        Args:
            response_id: Id of the response, as its creation returned it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The cancelled response.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, responses (2026).
        """
        return self._client.call(CANCEL_RESPONSE, {"response_id": response_id}, None, options)


class AsyncResponsesOperations:
    """Same as `ResponsesOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_response(
        self,
        *,
        body: CreateResponseRequest,
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """Same as `ResponsesOperations.create_response`."""
        return await self._client.call(CREATE_RESPONSE, {}, body, options)

    def create_response_stream(
        self,
        *,
        body: CreateResponseRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[ResponseStreamEvent]:
        """Same as `ResponsesOperations.create_response_stream`."""
        return self._client.stream(CREATE_RESPONSE_STREAM, {}, body, options)

    async def get_response(
        self,
        response_id: str,
        *,
        include: list[str] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """Same as `ResponsesOperations.get_response`."""
        return await self._client.call(
            GET_RESPONSE, {"response_id": response_id, "include[]": include}, None, options
        )

    async def delete_response(
        self,
        response_id: str,
        *,
        options: CallOptions | None = None,
    ) -> DeletedResponse | None:
        """Same as `ResponsesOperations.delete_response`."""
        return await self._client.call(DELETE_RESPONSE, {"response_id": response_id}, None, options)

    async def cancel_response(
        self,
        response_id: str,
        *,
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """Same as `ResponsesOperations.cancel_response`."""
        return await self._client.call(CANCEL_RESPONSE, {"response_id": response_id}, None, options)
