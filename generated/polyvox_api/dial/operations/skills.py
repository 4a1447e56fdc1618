"""Operations of AI DIAL: skills. Generated from the specification; edit that instead."""

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
    "AsyncSkillsOperations",
    "CREATE_SKILL_FOLDER",
    "DELETE_SKILL",
    "DELETE_SKILL_FILE",
    "DELETE_SKILL_FOLDER",
    "DOWNLOAD_SKILL",
    "DOWNLOAD_SKILL_FILE",
    "GET_SKILL_FILE_METADATA",
    "LIST_SKILLS",
    "LIST_SKILL_FILES",
    "SkillsOperations",
    "UPLOAD_SKILL",
    "UPLOAD_SKILL_FILE",
]

DOWNLOAD_SKILL: Operation[bytes] = Operation(
    id="download_skill",
    method="GET",
    path="/v2/skills/{bucket}/{path}",
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
    ),
    answer="bytes",
)
UPLOAD_SKILL: Operation[None] = Operation(
    id="upload_skill",
    method="PUT",
    path="/v2/skills/{bucket}/{path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    body="multipart",
    encode=late(__name__, "..models.shared_files", "encode_file_upload"),
    answer="empty",
)
DELETE_SKILL: Operation[None] = Operation(
    id="delete_skill",
    method="DELETE",
    path="/v2/skills/{bucket}/{path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    answer="empty",
)
CREATE_SKILL_FOLDER: Operation[None] = Operation(
    id="create_skill_folder",
    method="PUT",
    path="/v2/skills/{bucket}/{path}/",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
    ),
    answer="empty",
)
DELETE_SKILL_FOLDER: Operation[None] = Operation(
    id="delete_skill_folder",
    method="DELETE",
    path="/v2/skills/{bucket}/{path}/",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
    ),
    answer="empty",
)
DOWNLOAD_SKILL_FILE: Operation[bytes] = Operation(
    id="download_skill_file",
    method="GET",
    path="/v2/skills/{bucket}/{path}/files/{file_path}",
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("file_path", "path", segments=True),
    ),
    answer="bytes",
)
UPLOAD_SKILL_FILE: Operation[None] = Operation(
    id="upload_skill_file",
    method="PUT",
    path="/v2/skills/{bucket}/{path}/files/{file_path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("file_path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    body="multipart",
    encode=late(__name__, "..models.shared_files", "encode_file_upload"),
    answer="empty",
)
DELETE_SKILL_FILE: Operation[None] = Operation(
    id="delete_skill_file",
    method="DELETE",
    path="/v2/skills/{bucket}/{path}/files/{file_path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("file_path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    answer="empty",
)
LIST_SKILLS: Operation[ResourceMetadata] = Operation(
    id="list_skills",
    method="GET",
    path="/v2/metadata/skills/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True, may_be_empty=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
    ),
)
LIST_SKILL_FILES: Operation[ResourceMetadata] = Operation(
    id="list_skill_files",
    method="GET",
    path="/v2/metadata/skills/{bucket}/{path}/files",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
    ),
)
GET_SKILL_FILE_METADATA: Operation[ResourceMetadata] = Operation(
    id="get_skill_file_metadata",
    method="GET",
    path="/v2/metadata/skills/{bucket}/{path}/files/{file_path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("file_path", "path", segments=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
    ),
)


class SkillsOperations:
    """Skills, zipped folders of instructions and files (preview)."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def download_skill(
        self,
        bucket: str,
        path: str,
        *,
        options: CallOptions | None = None,
    ) -> Download:
        """
        Download a skill as a ZIP archive.

        Core labels the answer `application/zip` and gives no file name. A missing skill answers
        404.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            options: Limits, retries and headers of this call alone.

        Returns:
            A download that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, /v2/skills preview (2026).
        """
        return self._client.download(
            DOWNLOAD_SKILL, {"bucket": bucket, "path": path}, None, options
        )

    def upload_skill(
        self,
        bucket: str,
        path: str,
        *,
        body: FileUpload,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Upload a skill as a ZIP archive.

        Answers 200 without a body and the new entity tag in `ETag`; without `If-Match` newer Core
        only creates. Early versions take the bundle's files as parts of their own instead of one
        archive.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            if_match: Acts only while the skill still has this entity tag; otherwise 412.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, /v2/skills preview (2026).
        """
        return self._client.call(
            UPLOAD_SKILL, {"bucket": bucket, "path": path, "If-Match": if_match}, body, options
        )

    def delete_skill(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete a skill with all its files.

        Answers 200 without a body; a missing skill answers 404, a changed one 412.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            if_match: Acts only while the skill still has this entity tag; otherwise 412.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial- core, /v2/skills preview (2026).
        """
        return self._client.call(
            DELETE_SKILL, {"bucket": bucket, "path": path, "If-Match": if_match}, None, options
        )

    def create_skill_folder(
        self,
        bucket: str,
        path: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """
        Create a folder that groups skills.

        The closing slash makes the path a folder. The answer is taken to be empty.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the folder in its bucket, without the closing slash.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial- core, /v2/skills preview (2026).
        """
        return self._client.call(
            CREATE_SKILL_FOLDER, {"bucket": bucket, "path": path}, None, options
        )

    def delete_skill_folder(
        self,
        bucket: str,
        path: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete an empty folder of skills.

        A folder that still holds something answers 409. The answer is taken to be empty.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the folder in its bucket, without the closing slash.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai- dial-core, /v2/skills preview (2026).
        """
        return self._client.call(
            DELETE_SKILL_FOLDER, {"bucket": bucket, "path": path}, None, options
        )

    def download_skill_file(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        options: CallOptions | None = None,
    ) -> Download:
        """
        Download one file of a skill.

        `ETag` is the tag of the whole skill. A missing file or skill answers 404.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            file_path: Path of the file inside the skill.
            options: Limits, retries and headers of this call alone.

        Returns:
            A download that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, /v2/skills preview (2026).
        """
        return self._client.download(
            DOWNLOAD_SKILL_FILE,
            {"bucket": bucket, "path": path, "file_path": file_path},
            None,
            options,
        )

    def upload_skill_file(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        body: FileUpload,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Add or replace one file of a skill.

        Exactly one part. `If-Match` and the answered `ETag` are tags of the whole skill.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            file_path: Path of the file inside the skill.
            if_match: Acts only while the skill still has this entity tag; otherwise 412.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai- dial-core, /v2/skills preview (2026).
        """
        return self._client.call(
            UPLOAD_SKILL_FILE,
            {"bucket": bucket, "path": path, "file_path": file_path, "If-Match": if_match},
            body,
            options,
        )

    def delete_skill_file(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete one file of a skill.

        `If-Match` and the answered `ETag` are tags of the whole skill.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            file_path: Path of the file inside the skill.
            if_match: Acts only while the skill still has this entity tag; otherwise 412.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, /v2/skills preview (2026).
        """
        return self._client.call(
            DELETE_SKILL_FILE,
            {"bucket": bucket, "path": path, "file_path": file_path, "If-Match": if_match},
            None,
            options,
        )

    def list_skills(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        List skills and folders of skills.

        The empty path lists the root of the bucket. Follow `nextToken` until it is absent. A skill
        is an ITEM, and listings have no entity tag.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the folder with its closing slash; empty is the bucket root.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The folder and one page of its children.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, /v2/skills preview (2026).
        """
        return self._client.call(
            LIST_SKILLS,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
            },
            None,
            options,
        )

    def list_skill_files(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        List the files of a skill.

        Older Core marks a sub-folder as ITEM with a `url` that ends with `/`; trust the url.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            options: Limits, retries and headers of this call alone.

        Returns:
            One page of the files.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, /v2/skills preview (2026).
        """
        return self._client.call(
            LIST_SKILL_FILES,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
            },
            None,
            options,
        )

    def get_skill_file_metadata(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Describe a file or sub-folder of a skill.

        Core documents a sub-folder that narrows the listing; what a plain file answers was not
        seen.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the skill in its bucket, folders separated by `/`.
            file_path: Path of the file or sub-folder inside the skill.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The node, and for a folder one page of its children.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, /v2/skills preview (2026).
        """
        return self._client.call(
            GET_SKILL_FILE_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "file_path": file_path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
            },
            None,
            options,
        )


class AsyncSkillsOperations:
    """Same as `SkillsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def download_skill(
        self,
        bucket: str,
        path: str,
        *,
        options: CallOptions | None = None,
    ) -> AsyncDownload:
        """Same as `SkillsOperations.download_skill`."""
        return self._client.download(
            DOWNLOAD_SKILL, {"bucket": bucket, "path": path}, None, options
        )

    async def upload_skill(
        self,
        bucket: str,
        path: str,
        *,
        body: FileUpload,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SkillsOperations.upload_skill`."""
        return await self._client.call(
            UPLOAD_SKILL, {"bucket": bucket, "path": path, "If-Match": if_match}, body, options
        )

    async def delete_skill(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SkillsOperations.delete_skill`."""
        return await self._client.call(
            DELETE_SKILL, {"bucket": bucket, "path": path, "If-Match": if_match}, None, options
        )

    async def create_skill_folder(
        self,
        bucket: str,
        path: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SkillsOperations.create_skill_folder`."""
        return await self._client.call(
            CREATE_SKILL_FOLDER, {"bucket": bucket, "path": path}, None, options
        )

    async def delete_skill_folder(
        self,
        bucket: str,
        path: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SkillsOperations.delete_skill_folder`."""
        return await self._client.call(
            DELETE_SKILL_FOLDER, {"bucket": bucket, "path": path}, None, options
        )

    def download_skill_file(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        options: CallOptions | None = None,
    ) -> AsyncDownload:
        """Same as `SkillsOperations.download_skill_file`."""
        return self._client.download(
            DOWNLOAD_SKILL_FILE,
            {"bucket": bucket, "path": path, "file_path": file_path},
            None,
            options,
        )

    async def upload_skill_file(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        body: FileUpload,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SkillsOperations.upload_skill_file`."""
        return await self._client.call(
            UPLOAD_SKILL_FILE,
            {"bucket": bucket, "path": path, "file_path": file_path, "If-Match": if_match},
            body,
            options,
        )

    async def delete_skill_file(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SkillsOperations.delete_skill_file`."""
        return await self._client.call(
            DELETE_SKILL_FILE,
            {"bucket": bucket, "path": path, "file_path": file_path, "If-Match": if_match},
            None,
            options,
        )

    async def list_skills(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `SkillsOperations.list_skills`."""
        return await self._client.call(
            LIST_SKILLS,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
            },
            None,
            options,
        )

    async def list_skill_files(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `SkillsOperations.list_skill_files`."""
        return await self._client.call(
            LIST_SKILL_FILES,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
            },
            None,
            options,
        )

    async def get_skill_file_metadata(
        self,
        bucket: str,
        path: str,
        file_path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `SkillsOperations.get_skill_file_metadata`."""
        return await self._client.call(
            GET_SKILL_FILE_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "file_path": file_path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
            },
            None,
            options,
        )
