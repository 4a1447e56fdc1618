"""Operations of OpenAI: batches. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.batches import Batch, BatchList, CreateBatchRequest

__all__ = [
    "AsyncBatchesOperations",
    "BatchesOperations",
    "CANCEL_BATCH",
    "CREATE_BATCH",
    "GET_BATCH",
    "LIST_BATCHES",
]

LIST_BATCHES: Operation[BatchList] = Operation(
    id="list_batches",
    method="GET",
    path="/batches",
    decode=late(__name__, "..models.batches", "decode_batch_list"),
    parameters=(
        Parameter("after", "query"),
        Parameter("limit", "query"),
    ),
)
CREATE_BATCH: Operation[Batch] = Operation(
    id="create_batch",
    method="POST",
    path="/batches",
    decode=late(__name__, "..models.batches", "decode_batch"),
    body="json",
    encode=late(__name__, "..models.batches", "encode_create_batch_request"),
)
GET_BATCH: Operation[Batch] = Operation(
    id="get_batch",
    method="GET",
    path="/batches/{batch_id}",
    decode=late(__name__, "..models.batches", "decode_batch"),
    parameters=(Parameter("batch_id", "path"),),
)
CANCEL_BATCH: Operation[Batch] = Operation(
    id="cancel_batch",
    method="POST",
    path="/batches/{batch_id}/cancel",
    decode=late(__name__, "..models.batches", "decode_batch"),
    parameters=(Parameter("batch_id", "path"),),
)


class BatchesOperations:
    """Many requests in one file, answered within a day."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_batches(
        self,
        *,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> BatchList:
        """
        List batches, page by page.

        Returns a page of batches, newest first. While `has_more` is true, the id of the last batch
        as `after` gives the next page.

        Args:
            after: Id of the last batch of the previous page.
            limit: Most batches on the page, 1 to 100; 20 when left out.
            options: Limits, retries and headers of this call alone.

        Returns:
            A page of batches.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, batch (2026).
        """
        return self._client.call(LIST_BATCHES, {"after": after, "limit": limit}, None, options)

    def create_batch(
        self,
        *,
        body: CreateBatchRequest,
        options: CallOptions | None = None,
    ) -> Batch:
        """
        Begin to answer a file of requests.

        Takes an uploaded `.jsonl` file of requests to one endpoint and answers them within a day,
        at a lower price. The answers are in the file `output_file_id`, failed requests in
        `error_file_id`.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The batch, not yet begun.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, batch (2026).
        """
        return self._client.call(CREATE_BATCH, {}, body, options)

    def get_batch(
        self,
        batch_id: str,
        *,
        options: CallOptions | None = None,
    ) -> Batch:
        """
        Read the state of a batch.

        Returns the batch with this id, its progress and the ids of its results.

        Args:
            batch_id: Id of the batch.
            options: Limits, retries and headers of this call alone.

        Returns:
            The batch.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, batch (2026).
        """
        return self._client.call(GET_BATCH, {"batch_id": batch_id}, None, options)

    def cancel_batch(
        self,
        batch_id: str,
        *,
        options: CallOptions | None = None,
    ) -> Batch:
        """
        Cancel a batch.

        Stops a batch; it is `cancelling` for up to ten minutes, then `cancelled`, and keeps the
        answers that were ready. The request has no body.

        Args:
            batch_id: Id of the batch.
            options: Limits, retries and headers of this call alone.

        Returns:
            The batch.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, batch (2026).
        """
        return self._client.call(CANCEL_BATCH, {"batch_id": batch_id}, None, options)


class AsyncBatchesOperations:
    """Same as `BatchesOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_batches(
        self,
        *,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> BatchList:
        """Same as `BatchesOperations.list_batches`."""
        return await self._client.call(
            LIST_BATCHES, {"after": after, "limit": limit}, None, options
        )

    async def create_batch(
        self,
        *,
        body: CreateBatchRequest,
        options: CallOptions | None = None,
    ) -> Batch:
        """Same as `BatchesOperations.create_batch`."""
        return await self._client.call(CREATE_BATCH, {}, body, options)

    async def get_batch(
        self,
        batch_id: str,
        *,
        options: CallOptions | None = None,
    ) -> Batch:
        """Same as `BatchesOperations.get_batch`."""
        return await self._client.call(GET_BATCH, {"batch_id": batch_id}, None, options)

    async def cancel_batch(
        self,
        batch_id: str,
        *,
        options: CallOptions | None = None,
    ) -> Batch:
        """Same as `BatchesOperations.cancel_batch`."""
        return await self._client.call(CANCEL_BATCH, {"batch_id": batch_id}, None, options)
