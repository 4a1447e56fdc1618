"""Operations of Ollama: blobs. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, Parameter, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.content import FileContent

__all__ = [
    "AsyncBlobsOperations",
    "BlobsOperations",
    "CHECK_BLOB",
    "UPLOAD_BLOB",
]

UPLOAD_BLOB: Operation[None] = Operation(
    id="upload_blob",
    method="POST",
    path="/api/blobs/{digest}",
    decode=nothing,
    parameters=(Parameter("digest", "path"),),
    body="bytes",
    answer="empty",
)
CHECK_BLOB: Operation[None] = Operation(
    id="check_blob",
    method="HEAD",
    path="/api/blobs/{digest}",
    decode=nothing,
    parameters=(Parameter("digest", "path"),),
    answer="empty",
)


class BlobsOperations:
    """Files on the server from which models are created."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def upload_blob(
        self,
        digest: str,
        *,
        body: FileContent,
        options: CallOptions | None = None,
    ) -> None:
        """
        Upload a file as a blob.

        Stores the bytes of the body under their digest, for `files` of `create_model`; the answer
        has no body. The server computes the digest again: another one than in the path is a 400.

        Args:
            digest: The word `sha256`, a colon, and the SHA-256 of the contents in lower-case
                hexadecimal.
            body: The bytes of the file, as they are.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md, Create a Blob.
        """
        return self._client.call(UPLOAD_BLOB, {"digest": digest}, body, options)

    def check_blob(
        self,
        digest: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """
        Find out whether the server has a blob.

        Succeeds when the blob is there and is a 404 otherwise, both without a body.

        Args:
            digest: The word `sha256`, a colon, and the SHA-256 of the contents in lower-case
                hexadecimal.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md, Check if a Blob Exists.
        """
        return self._client.call(CHECK_BLOB, {"digest": digest}, None, options)


class AsyncBlobsOperations:
    """Same as `BlobsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def upload_blob(
        self,
        digest: str,
        *,
        body: FileContent,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `BlobsOperations.upload_blob`."""
        return await self._client.call(UPLOAD_BLOB, {"digest": digest}, body, options)

    async def check_blob(
        self,
        digest: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `BlobsOperations.check_blob`."""
        return await self._client.call(CHECK_BLOB, {"digest": digest}, None, options)
