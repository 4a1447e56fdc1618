"""Operations of Alteryse: instances. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import EndRule, Operation, Parameter, StreamRule, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.instances import RunRequest, TextAnswer, TextPiece

__all__ = [
    "AsyncInstancesOperations",
    "InstancesOperations",
    "RUN_INSTANCE",
    "RUN_INSTANCE_STREAM",
]

RUN_INSTANCE: Operation[TextAnswer] = Operation(
    id="run_instance",
    method="POST",
    path="/{instance_id}/",
    decode=late(__name__, "..models.instances", "decode_text_answer"),
    parameters=(Parameter("instance_id", "path"),),
    body="json",
    encode=late(__name__, "..models.instances", "encode_run_request"),
)
RUN_INSTANCE_STREAM: Operation[TextPiece] = Operation(
    id="run_instance_stream",
    method="POST",
    path="/{instance_id}/",
    decode=late(__name__, "..models.instances", "decode_text_piece"),
    parameters=(Parameter("instance_id", "path"),),
    body="json",
    encode=late(__name__, "..models.instances", "encode_run_request"),
    stream=StreamRule(
        "ndjson",
        ends=(
            EndRule(path="/done", values=(True,)),
            EndRule(path="/content"),
            EndRule(path="/response"),
            EndRule(path="/message/content"),
        ),
        constants={"stream": True},
    ),
)


class InstancesOperations:
    """Running the model of an instance, as one answer or as a stream."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def run_instance(
        self,
        instance_id: str,
        *,
        body: RunRequest,
        options: CallOptions | None = None,
    ) -> TextAnswer:
        """
        Continue a prompt or answer a conversation on an instance.

        Takes a `GenerateRequest` or a `ChatRequest`, told apart by `mode`, and returns one text for
        both. The JavaScript client posts with the trailing slash, the Python client without it, so
        a server may redirect (307, 308) from one form to the other; this is the form with the
        slash. Leave unset members out: the JavaScript client does, while the Python client sends
        `null` for `images` and `options`. A 503 carries a `code` and passes by itself. Both clients
        always send `stream: false`; that `true` gives JSON objects, one per line, is inferred from
        an unused parser in the JavaScript client. A server that does not know the flag answers with
        one JSON object, which reads as a stream of one piece.

        Args:
            instance_id: Id of the instance; one path segment without slashes.
            body: What to run, and how.
            options: Limits, retries and headers of this call alone.

        Returns:
            The text, whole or in pieces.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: alteryse-js (2024), TextGeneration; alteryse-py 0.1.0, text_generation.
        """
        return self._client.call(RUN_INSTANCE, {"instance_id": instance_id}, body, options)

    def run_instance_stream(
        self,
        instance_id: str,
        *,
        body: RunRequest,
        options: CallOptions | None = None,
    ) -> Stream[TextPiece]:
        """
        Continue a prompt or answer a conversation on an instance.

        Takes a `GenerateRequest` or a `ChatRequest`, told apart by `mode`, and returns one text for
        both. The JavaScript client posts with the trailing slash, the Python client without it, so
        a server may redirect (307, 308) from one form to the other; this is the form with the
        slash. Leave unset members out: the JavaScript client does, while the Python client sends
        `null` for `images` and `options`. A 503 carries a `code` and passes by itself. Both clients
        always send `stream: false`; that `true` gives JSON objects, one per line, is inferred from
        an unused parser in the JavaScript client. A server that does not know the flag answers with
        one JSON object, which reads as a stream of one piece.

        Args:
            instance_id: Id of the instance; one path segment without slashes.
            body: What to run, and how.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: alteryse-js (2024), TextGeneration; alteryse-py 0.1.0, text_generation.
        """
        return self._client.stream(RUN_INSTANCE_STREAM, {"instance_id": instance_id}, body, options)


class AsyncInstancesOperations:
    """Same as `InstancesOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def run_instance(
        self,
        instance_id: str,
        *,
        body: RunRequest,
        options: CallOptions | None = None,
    ) -> TextAnswer:
        """Same as `InstancesOperations.run_instance`."""
        return await self._client.call(RUN_INSTANCE, {"instance_id": instance_id}, body, options)

    def run_instance_stream(
        self,
        instance_id: str,
        *,
        body: RunRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[TextPiece]:
        """Same as `InstancesOperations.run_instance_stream`."""
        return self._client.stream(RUN_INSTANCE_STREAM, {"instance_id": instance_id}, body, options)
