"""Operations of AI DIAL: files. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.downloads import AsyncDownload, Download

    from ..models.shared_applications import ResourceMetadata
    from ..models.shared_files import FileUpload

__all__ = [
    "AsyncFilesOperations",
    "DELETE_FILE",
    "DOWNLOAD_FILE",
    "FilesOperations",
    "UPLOAD_FILE",
]

DOWNLOAD_FILE: Operation[bytes] = Operation(
    id="download_file",
    method="GET",
    path="/v1/files/{bucket}/{path}",
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
        Parameter("If-None-Match", "header"),
    ),
    answer="bytes",
)
UPLOAD_FILE: Operation[ResourceMetadata] = Operation(
    id="upload_file",
    method="PUT",
    path="/v1/files/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
        Parameter("If-None-Match", "header"),
    ),
    body="multipart",
    encode=late(__name__, "..models.shared_files", "encode_file_upload"),
)
DELETE_FILE: Operation[None] = Operation(
    id="delete_file",
    method="DELETE",
    path="/v1/files/{bucket}/{path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    answer="empty",
)


class FilesOperations:
    """Contents of stored files."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def download_file(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Download:
        """
        Download a file.

        The answer has the type the file was uploaded with, its size and its entity tag. A missing
        file answers 404 without a body, a folder 400. Core 0.18 ignores both headers; newer Core
        answers 412 and 304. Ranges are not served.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the file in its bucket, folders separated by `/`.
            if_match: Acts only while the file still has this entity tag; otherwise 412.
            if_none_match: Entity tag the caller already holds; newer Core answers 304 while it is
                current.
            options: Limits, retries and headers of this call alone.

        Returns:
            A download that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, controller of files, 0.18 and 2026.
        """
        return self._client.download(
            DOWNLOAD_FILE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            None,
            options,
        )

    def upload_file(
        self,
        bucket: str,
        path: str,
        *,
        body: FileUpload,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Upload a file, replacing what is there.

        One part named `file`; its type is stored, its file name is ignored, since the name comes
        from the path. A path that ends with `/` answers 400, a foreign bucket 403, a failed
        precondition 412, a body over the limit (512 MB) 413. Folders come to be with the files in
        them.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the file in its bucket, folders separated by `/`.
            if_match: Acts only while the file still has this entity tag; otherwise 412.
            if_none_match: `*` writes only when no file exists there yet; otherwise 412.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            Metadata of the stored file.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai- dial-core, controller of files, 0.18 and 2026.
        """
        return self._client.call(
            UPLOAD_FILE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    def delete_file(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete a file.

        Answers 200 without a body; a missing file answers 404, a folder 400, a changed one 412.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the file in its bucket, folders separated by `/`.
            if_match: Acts only while the file still has this entity tag; otherwise 412.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, controller of files, 0.18 and 2026.
        """
        return self._client.call(
            DELETE_FILE, {"bucket": bucket, "path": path, "If-Match": if_match}, None, options
        )


class AsyncFilesOperations:
    """Same as `FilesOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def download_file(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncDownload:
        """Same as `FilesOperations.download_file`."""
        return self._client.download(
            DOWNLOAD_FILE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            None,
            options,
        )

    async def upload_file(
        self,
        bucket: str,
        path: str,
        *,
        body: FileUpload,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `FilesOperations.upload_file`."""
        return await self._client.call(
            UPLOAD_FILE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    async def delete_file(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `FilesOperations.delete_file`."""
        return await self._client.call(
            DELETE_FILE, {"bucket": bucket, "path": path, "If-Match": if_match}, None, options
        )
