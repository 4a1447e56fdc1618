"""Operations of AI DIAL: metadata. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.shared_applications import ResourceMetadata

__all__ = [
    "AsyncMetadataOperations",
    "GET_APPLICATION_METADATA",
    "GET_CONVERSATION_METADATA",
    "GET_FILE_METADATA",
    "GET_PROMPT_METADATA",
    "GET_TOOLSET_METADATA",
    "MetadataOperations",
]

GET_FILE_METADATA: Operation[ResourceMetadata] = Operation(
    id="get_file_metadata",
    method="GET",
    path="/v1/metadata/files/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True, may_be_empty=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
        Parameter("permissions", "query"),
    ),
)
GET_CONVERSATION_METADATA: Operation[ResourceMetadata] = Operation(
    id="get_conversation_metadata",
    method="GET",
    path="/v1/metadata/conversations/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True, may_be_empty=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
        Parameter("permissions", "query"),
    ),
)
GET_PROMPT_METADATA: Operation[ResourceMetadata] = Operation(
    id="get_prompt_metadata",
    method="GET",
    path="/v1/metadata/prompts/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True, may_be_empty=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
        Parameter("permissions", "query"),
    ),
)
GET_APPLICATION_METADATA: Operation[ResourceMetadata] = Operation(
    id="get_application_metadata",
    method="GET",
    path="/v1/metadata/applications/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True, may_be_empty=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
        Parameter("permissions", "query"),
    ),
)
GET_TOOLSET_METADATA: Operation[ResourceMetadata] = Operation(
    id="get_toolset_metadata",
    method="GET",
    path="/v1/metadata/toolsets/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True, may_be_empty=True),
        Parameter("limit", "query"),
        Parameter("token", "query"),
        Parameter("recursive", "query"),
        Parameter("permissions", "query"),
    ),
)


class MetadataOperations:
    """Metadata of stored resources and listings of folders."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_file_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Describe a file or list a folder of files.

        A path that ends with `/` is a folder and answers one page of its children; without the
        slash it is looked up as an item, so a folder then answers 404. The empty path is the root
        of the bucket. Follow `nextToken` until it is absent: pages are filtered after paging and
        may be short.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path in the bucket; a trailing slash makes it a folder, empty is the bucket root.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            permissions: True adds to each node what the caller may do with it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The node, and for a folder one page of its children.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, resource metadata and listing, 0.18 and 2026.
        """
        return self._client.call(
            GET_FILE_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    def get_conversation_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Describe a conversation or list a folder of conversations.

        A path that ends with `/` is a folder and answers one page of its children; without the
        slash it is looked up as an item, so a folder then answers 404. The empty path is the root
        of the bucket. Follow `nextToken` until it is absent: pages are filtered after paging and
        may be short.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path in the bucket; a trailing slash makes it a folder, empty is the bucket root.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            permissions: True adds to each node what the caller may do with it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The node, and for a folder one page of its children.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, resource metadata and listing, 0.18 and 2026.
        """
        return self._client.call(
            GET_CONVERSATION_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    def get_prompt_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Describe a prompt or list a folder of prompts.

        A path that ends with `/` is a folder and answers one page of its children; without the
        slash it is looked up as an item, so a folder then answers 404. The empty path is the root
        of the bucket. Follow `nextToken` until it is absent: pages are filtered after paging and
        may be short.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path in the bucket; a trailing slash makes it a folder, empty is the bucket root.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            permissions: True adds to each node what the caller may do with it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The node, and for a folder one page of its children.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, resource metadata and listing, 0.18 and 2026.
        """
        return self._client.call(
            GET_PROMPT_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    def get_application_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Describe an application or list a folder of applications.

        A path that ends with `/` is a folder and answers one page of its children; without the
        slash it is looked up as an item, so a folder then answers 404. The empty path is the root
        of the bucket. Follow `nextToken` until it is absent: pages are filtered after paging and
        may be short.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path in the bucket; a trailing slash makes it a folder, empty is the bucket root.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            permissions: True adds to each node what the caller may do with it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The node, and for a folder one page of its children.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, resource metadata and listing, 0.18 and 2026.
        """
        return self._client.call(
            GET_APPLICATION_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    def get_toolset_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Describe a toolset or list a folder of toolsets.

        A path that ends with `/` is a folder and answers one page of its children; without the
        slash it is looked up as an item, so a folder then answers 404. The empty path is the root
        of the bucket. Follow `nextToken` until it is absent: pages are filtered after paging and
        may be short.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path in the bucket; a trailing slash makes it a folder, empty is the bucket root.
            limit: Longest page, 0 to 1000; 100 when absent. A shorter page may have a successor.
            token: The `nextToken` of the previous page; absent for the first one.
            recursive: True lists the whole subtree, items only, without folder nodes.
            permissions: True adds to each node what the caller may do with it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The node, and for a folder one page of its children.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, resource metadata and listing, 0.18 and 2026.
        """
        return self._client.call(
            GET_TOOLSET_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )


class AsyncMetadataOperations:
    """Same as `MetadataOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def get_file_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `MetadataOperations.get_file_metadata`."""
        return await self._client.call(
            GET_FILE_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    async def get_conversation_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `MetadataOperations.get_conversation_metadata`."""
        return await self._client.call(
            GET_CONVERSATION_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    async def get_prompt_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `MetadataOperations.get_prompt_metadata`."""
        return await self._client.call(
            GET_PROMPT_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    async def get_application_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `MetadataOperations.get_application_metadata`."""
        return await self._client.call(
            GET_APPLICATION_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )

    async def get_toolset_metadata(
        self,
        bucket: str,
        path: str,
        *,
        limit: int | Unset = UNSET,
        token: str | Unset = UNSET,
        recursive: bool | Unset = UNSET,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `MetadataOperations.get_toolset_metadata`."""
        return await self._client.call(
            GET_TOOLSET_METADATA,
            {
                "bucket": bucket,
                "path": path,
                "limit": limit,
                "token": token,
                "recursive": recursive,
                "permissions": permissions,
            },
            None,
            options,
        )
