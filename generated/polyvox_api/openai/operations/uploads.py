"""Operations of OpenAI: uploads. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.uploads import (
        AddUploadPartRequest,
        CompleteUploadRequest,
        CreateUploadRequest,
        Upload,
        UploadPart,
    )

__all__ = [
    "ADD_UPLOAD_PART",
    "AsyncUploadsOperations",
    "CANCEL_UPLOAD",
    "COMPLETE_UPLOAD",
    "CREATE_UPLOAD",
    "UploadsOperations",
]

CREATE_UPLOAD: Operation[Upload] = Operation(
    id="create_upload",
    method="POST",
    path="/uploads",
    decode=late(__name__, "..models.uploads", "decode_upload"),
    body="json",
    encode=late(__name__, "..models.uploads", "encode_create_upload_request"),
)
ADD_UPLOAD_PART: Operation[UploadPart] = Operation(
    id="add_upload_part",
    method="POST",
    path="/uploads/{upload_id}/parts",
    decode=late(__name__, "..models.uploads", "decode_upload_part"),
    parameters=(Parameter("upload_id", "path"),),
    body="multipart",
    encode=late(__name__, "..models.uploads", "encode_add_upload_part_request"),
)
COMPLETE_UPLOAD: Operation[Upload] = Operation(
    id="complete_upload",
    method="POST",
    path="/uploads/{upload_id}/complete",
    decode=late(__name__, "..models.uploads", "decode_upload"),
    parameters=(Parameter("upload_id", "path"),),
    body="json",
    encode=late(__name__, "..models.uploads", "encode_complete_upload_request"),
)
CANCEL_UPLOAD: Operation[Upload] = Operation(
    id="cancel_upload",
    method="POST",
    path="/uploads/{upload_id}/cancel",
    decode=late(__name__, "..models.uploads", "decode_upload"),
    parameters=(Parameter("upload_id", "path"),),
)


class UploadsOperations:
    """Uploads of large files in parts."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_upload(
        self,
        *,
        body: CreateUploadRequest,
        options: CallOptions | None = None,
    ) -> Upload:
        """
        Begin the upload of a large file.

        Announces a file of up to 8 GB, which then comes in parts of up to 64 MB within an hour. Few
        compatible servers have uploads.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The upload, which waits for parts.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, uploads (2026).
        """
        return self._client.call(CREATE_UPLOAD, {}, body, options)

    def add_upload_part(
        self,
        upload_id: str,
        *,
        body: AddUploadPartRequest,
        options: CallOptions | None = None,
    ) -> UploadPart:
        """
        Send one part of a large file.

        Adds up to 64 MB. Parts may be sent side by side; their order is settled when the upload is
        completed.

        Args:
            upload_id: Id of the upload.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The part.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, uploads (2026).
        """
        return self._client.call(ADD_UPLOAD_PART, {"upload_id": upload_id}, body, options)

    def complete_upload(
        self,
        upload_id: str,
        *,
        body: CompleteUploadRequest,
        options: CallOptions | None = None,
    ) -> Upload:
        """
        Join the parts of an upload to a file.

        Joins the parts in the given order; together they must have the announced size. The answer
        holds the finished file.

        Args:
            upload_id: Id of the upload.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The completed upload with its file.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, uploads (2026).
        """
        return self._client.call(COMPLETE_UPLOAD, {"upload_id": upload_id}, body, options)

    def cancel_upload(
        self,
        upload_id: str,
        *,
        options: CallOptions | None = None,
    ) -> Upload:
        """
        Give up an upload.

        Drops the parts sent so far; none can be added afterwards. The request has no body.

        Args:
            upload_id: Id of the upload.
            options: Limits, retries and headers of this call alone.

        Returns:
            The cancelled upload.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, uploads (2026).
        """
        return self._client.call(CANCEL_UPLOAD, {"upload_id": upload_id}, None, options)


class AsyncUploadsOperations:
    """Same as `UploadsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_upload(
        self,
        *,
        body: CreateUploadRequest,
        options: CallOptions | None = None,
    ) -> Upload:
        """Same as `UploadsOperations.create_upload`."""
        return await self._client.call(CREATE_UPLOAD, {}, body, options)

    async def add_upload_part(
        self,
        upload_id: str,
        *,
        body: AddUploadPartRequest,
        options: CallOptions | None = None,
    ) -> UploadPart:
        """Same as `UploadsOperations.add_upload_part`."""
        return await self._client.call(ADD_UPLOAD_PART, {"upload_id": upload_id}, body, options)

    async def complete_upload(
        self,
        upload_id: str,
        *,
        body: CompleteUploadRequest,
        options: CallOptions | None = None,
    ) -> Upload:
        """Same as `UploadsOperations.complete_upload`."""
        return await self._client.call(COMPLETE_UPLOAD, {"upload_id": upload_id}, body, options)

    async def cancel_upload(
        self,
        upload_id: str,
        *,
        options: CallOptions | None = None,
    ) -> Upload:
        """Same as `UploadsOperations.cancel_upload`."""
        return await self._client.call(CANCEL_UPLOAD, {"upload_id": upload_id}, None, options)
