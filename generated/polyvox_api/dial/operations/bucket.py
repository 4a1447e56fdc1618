"""Operations of AI DIAL: bucket. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.bucket import Bucket

__all__ = [
    "AsyncBucketOperations",
    "BucketOperations",
    "GET_BUCKET",
]

GET_BUCKET: Operation[Bucket] = Operation(
    id="get_bucket",
    method="GET",
    path="/v1/bucket",
    decode=late(__name__, "..models.bucket", "decode_bucket"),
)


class BucketOperations:
    """The storage bucket of the caller."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_bucket(
        self,
        *,
        options: CallOptions | None = None,
    ) -> Bucket:
        """
        Name the bucket of the caller.

        Each user or key has one bucket. Under a per-request key the answer also has `appdata`, the
        folder of the calling deployment.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The bucket.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, GET /v1/bucket, 0.18; aidial-client 0.18, resources/bucket.
        """
        return self._client.call(GET_BUCKET, {}, None, options)


class AsyncBucketOperations:
    """Same as `BucketOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def get_bucket(
        self,
        *,
        options: CallOptions | None = None,
    ) -> Bucket:
        """Same as `BucketOperations.get_bucket`."""
        return await self._client.call(GET_BUCKET, {}, None, options)
