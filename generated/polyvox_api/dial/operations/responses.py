"""Operations of AI DIAL: responses. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.responses import ResponseStreamEvent
    from ..models.responses_parts import CreateResponseRequest
    from ..models.responses_parts_2 import DeletedResponse, ResponseResource

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
    path="/openai/v1/responses",
    decode=late(__name__, "..models.responses_parts_2", "decode_response_resource"),
    body="json",
    encode=late(__name__, "..models.responses_parts", "encode_create_response_request"),
)
CREATE_RESPONSE_STREAM: Operation[ResponseStreamEvent] = Operation(
    id="create_response_stream",
    method="POST",
    path="/openai/v1/responses",
    decode=late(__name__, "..models.responses", "decode_response_stream_event"),
    body="json",
    encode=late(__name__, "..models.responses_parts", "encode_create_response_request"),
    stream=StreamRule(
        "sse",
        ends=(
            EndRule(
                path="/type",
                values=("response.completed", "response.failed", "response.incomplete"),
            ),
        ),
        constants={"stream": True},
    ),
)
GET_RESPONSE: Operation[ResponseResource] = Operation(
    id="get_response",
    method="GET",
    path="/openai/v1/responses/{response_id}",
    decode=late(__name__, "..models.responses_parts_2", "decode_response_resource"),
    parameters=(Parameter("response_id", "path"),),
)
DELETE_RESPONSE: Operation[DeletedResponse | None] = Operation(
    id="delete_response",
    method="DELETE",
    path="/openai/v1/responses/{response_id}",
    decode=late(__name__, "..models.responses_parts_2", "decode_deleted_response"),
    parameters=(Parameter("response_id", "path"),),
    may_be_empty=True,
)
CANCEL_RESPONSE: Operation[ResponseResource] = Operation(
    id="cancel_response",
    method="POST",
    path="/openai/v1/responses/{response_id}/cancel",
    decode=late(__name__, "..models.responses_parts_2", "decode_response_resource"),
    parameters=(Parameter("response_id", "path"),),
)


class ResponsesOperations:
    """The OpenAI Responses API, routed by the model named in the body."""

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
        Create a response with the OpenAI Responses API.

        Sends input items and returns a response with output items, whole or as typed events.
        `model` in the body names the deployment. Core has the route; the shape is the one OpenAI
        publishes and was not seen through Core. The stream has no `[DONE]`; it ends with the event
        that carries the finished response.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The response, whole or as a stream of events.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) for the route; the published OpenAI Responses API
        (2025) for the shape.
        """
        return self._client.call(CREATE_RESPONSE, {}, body, options)

    def create_response_stream(
        self,
        *,
        body: CreateResponseRequest,
        options: CallOptions | None = None,
    ) -> Stream[ResponseStreamEvent]:
        """
        Create a response with the OpenAI Responses API.

        Sends input items and returns a response with output items, whole or as typed events.
        `model` in the body names the deployment. Core has the route; the shape is the one OpenAI
        publishes and was not seen through Core. The stream has no `[DONE]`; it ends with the event
        that carries the finished response.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) for the route; the published OpenAI Responses API
        (2025) for the shape.
        """
        return self._client.stream(CREATE_RESPONSE_STREAM, {}, body, options)

    def get_response(
        self,
        response_id: str,
        *,
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """
        Read a stored response.

        Returns the response with this id, in the state it has now. Core has the route; how Core
        finds the deployment that holds the response, and the shape of its answer, were not seen.

        Args:
            response_id: Id of the response, as its creation returned it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The response.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) for the route; the published OpenAI Responses API
        (2025) for the shape.
        """
        return self._client.call(GET_RESPONSE, {"response_id": response_id}, None, options)

    def delete_response(
        self,
        response_id: str,
        *,
        options: CallOptions | None = None,
    ) -> DeletedResponse | None:
        """
        Delete a stored response.

        Deletes the response with this id and confirms it. The confirmation is the one OpenAI
        publishes; what Core answers was not seen, and an empty body is accepted too.

        Args:
            response_id: Id of the response, as its creation returned it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The confirmation, or an empty body.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) for the route; the published OpenAI Responses API
        (2025) for the shape.
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
        request has no body. Core has the route; its answer was not seen.

        Args:
            response_id: Id of the response, as its creation returned it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The cancelled response.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core RouteTemplate (2026) for the route; the published OpenAI Responses API
        (2025) for the shape.
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
        options: CallOptions | None = None,
    ) -> ResponseResource:
        """Same as `ResponsesOperations.get_response`."""
        return await self._client.call(GET_RESPONSE, {"response_id": response_id}, None, options)

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
