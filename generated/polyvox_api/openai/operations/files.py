"""Operations of OpenAI: files. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.downloads import AsyncDownload, Download

    from ..models.files import DeletedFile, FileList, FileUploadRequest, ListOrder
    from ..models.shared import FileObject

__all__ = [
    "AsyncFilesOperations",
    "DELETE_FILE",
    "DOWNLOAD_FILE_CONTENT",
    "FilesOperations",
    "GET_FILE",
    "LIST_FILES",
    "UPLOAD_FILE",
]

LIST_FILES: Operation[FileList] = Operation(
    id="list_files",
    method="GET",
    path="/files",
    decode=late(__name__, "..models.files", "decode_file_list"),
    parameters=(
        Parameter("after", "query"),
        Parameter("limit", "query"),
        Parameter("order", "query"),
        Parameter("purpose", "query"),
    ),
)
UPLOAD_FILE: Operation[FileObject] = Operation(
    id="upload_file",
    method="POST",
    path="/files",
    decode=late(__name__, "..models.shared", "decode_file_object"),
    body="multipart",
    encode=late(__name__, "..models.files", "encode_file_upload_request"),
)
GET_FILE: Operation[FileObject] = Operation(
    id="get_file",
    method="GET",
    path="/files/{file_id}",
    decode=late(__name__, "..models.shared", "decode_file_object"),
    parameters=(Parameter("file_id", "path"),),
)
DELETE_FILE: Operation[DeletedFile | None] = Operation(
    id="delete_file",
    method="DELETE",
    path="/files/{file_id}",
    decode=late(__name__, "..models.files", "decode_deleted_file"),
    parameters=(Parameter("file_id", "path"),),
    may_be_empty=True,
)
DOWNLOAD_FILE_CONTENT: Operation[bytes] = Operation(
    id="download_file_content",
    method="GET",
    path="/files/{file_id}/content",
    parameters=(Parameter("file_id", "path"),),
    answer="bytes",
)


class FilesOperations:
    """Uploaded files and the results of batches."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_files(
        self,
        *,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        order: ListOrder | Unset = UNSET,
        purpose: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> FileList:
        """
        List uploaded files, page by page.

        Returns a page of files. While `has_more` is true, the id of the last file as `after` gives
        the next page. Servers that keep few files answer all at once, without `has_more`.

        Args:
            after: Id of the last file of the previous page.
            limit: Most files on the page, 1 to 10,000; 10,000 when left out.
            order: Order by creation time.
            purpose: Only files of this purpose.
            options: Limits, retries and headers of this call alone.

        Returns:
            A page of files.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, files (2026).
        """
        return self._client.call(
            LIST_FILES,
            {"after": after, "limit": limit, "order": order, "purpose": purpose},
            None,
            options,
        )

    def upload_file(
        self,
        *,
        body: FileUploadRequest,
        options: CallOptions | None = None,
    ) -> FileObject:
        """
        Upload a file.

        Stores a file for a purpose and returns its id; up to 512 MB, larger ones in parts with
        `create_upload`. A batch needs a `.jsonl` file. The name of the file part becomes
        `filename`. A limited life is asked for with the extra fields `expires_after[anchor]`
        (`created_at`) and `expires_after[seconds]`.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            What is known about the stored file.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, files (2026); the brackets as openai-python 3.52 sends them.
        """
        return self._client.call(UPLOAD_FILE, {}, body, options)

    def get_file(
        self,
        file_id: str,
        *,
        options: CallOptions | None = None,
    ) -> FileObject:
        """
        Read what is known about a file.

        Returns name, size, purpose and state of the file with this id.

        Args:
            file_id: Id of the file.
            options: Limits, retries and headers of this call alone.

        Returns:
            What is known about the file.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, files (2026).
        """
        return self._client.call(GET_FILE, {"file_id": file_id}, None, options)

    def delete_file(
        self,
        file_id: str,
        *,
        options: CallOptions | None = None,
    ) -> DeletedFile | None:
        """
        Delete a file.

        Deletes the file with this id and confirms it.

        Args:
            file_id: Id of the file.
            options: Limits, retries and headers of this call alone.

        Returns:
            The confirmation, or an empty body.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, files (2026).
        """
        return self._client.call(DELETE_FILE, {"file_id": file_id}, None, options)

    def download_file_content(
        self,
        file_id: str,
        *,
        options: CallOptions | None = None,
    ) -> Download:
        """
        Download the content of a file.

        Returns the bytes as they were stored. Files of some purposes cannot be downloaded; those
        answer 400.

        Args:
            file_id: Id of the file.
            options: Limits, retries and headers of this call alone.

        Returns:
            A download that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, files (2026).
        """
        return self._client.download(DOWNLOAD_FILE_CONTENT, {"file_id": file_id}, None, options)


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

    async def list_files(
        self,
        *,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        order: ListOrder | Unset = UNSET,
        purpose: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> FileList:
        """Same as `FilesOperations.list_files`."""
        return await self._client.call(
            LIST_FILES,
            {"after": after, "limit": limit, "order": order, "purpose": purpose},
            None,
            options,
        )

    async def upload_file(
        self,
        *,
        body: FileUploadRequest,
        options: CallOptions | None = None,
    ) -> FileObject:
        """Same as `FilesOperations.upload_file`."""
        return await self._client.call(UPLOAD_FILE, {}, body, options)

    async def get_file(
        self,
        file_id: str,
        *,
        options: CallOptions | None = None,
    ) -> FileObject:
        """Same as `FilesOperations.get_file`."""
        return await self._client.call(GET_FILE, {"file_id": file_id}, None, options)

    async def delete_file(
        self,
        file_id: str,
        *,
        options: CallOptions | None = None,
    ) -> DeletedFile | None:
        """Same as `FilesOperations.delete_file`."""
        return await self._client.call(DELETE_FILE, {"file_id": file_id}, None, options)

    def download_file_content(
        self,
        file_id: str,
        *,
        options: CallOptions | None = None,
    ) -> AsyncDownload:
        """Same as `FilesOperations.download_file_content`."""
        return self._client.download(DOWNLOAD_FILE_CONTENT, {"file_id": file_id}, None, options)
