"""Operations of AI DIAL: toolsets. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.shared_applications import ResourceMetadata
    from ..models.shared_deployments import ToolsetDeployment
    from ..models.toolsets import (
        ToolsetList,
        ToolsetResource,
        ToolsetSignInRequest,
        ToolsetSignOutRequest,
    )

__all__ = [
    "AsyncToolsetsOperations",
    "DELETE_TOOLSET_RESOURCE",
    "GET_TOOLSET",
    "GET_TOOLSET_RESOURCE",
    "LIST_TOOLSETS",
    "PUT_TOOLSET_RESOURCE",
    "SIGN_IN_TOOLSET",
    "SIGN_OUT_TOOLSET",
    "ToolsetsOperations",
]

LIST_TOOLSETS: Operation[ToolsetList] = Operation(
    id="list_toolsets",
    method="GET",
    path="/openai/toolsets",
    decode=late(__name__, "..models.toolsets", "decode_toolset_list"),
)
GET_TOOLSET: Operation[ToolsetDeployment] = Operation(
    id="get_toolset",
    method="GET",
    path="/openai/toolsets/{toolset_name}",
    decode=late(__name__, "..models.shared_deployments", "decode_toolset_deployment"),
    parameters=(Parameter("toolset_name", "path", segments=True),),
)
SIGN_IN_TOOLSET: Operation[bool] = Operation(
    id="sign_in_toolset",
    method="POST",
    path="/v1/ops/toolset/signin",
    body="json",
    encode=late(__name__, "..models.toolsets", "encode_toolset_sign_in_request"),
)
SIGN_OUT_TOOLSET: Operation[bool] = Operation(
    id="sign_out_toolset",
    method="POST",
    path="/v1/ops/toolset/signout",
    body="json",
    encode=late(__name__, "..models.toolsets", "encode_toolset_sign_out_request"),
)
GET_TOOLSET_RESOURCE: Operation[ToolsetResource] = Operation(
    id="get_toolset_resource",
    method="GET",
    path="/v1/toolsets/{bucket}/{path}",
    decode=late(__name__, "..models.toolsets", "decode_toolset_resource"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-None-Match", "header"),
    ),
)
PUT_TOOLSET_RESOURCE: Operation[ResourceMetadata] = Operation(
    id="put_toolset_resource",
    method="PUT",
    path="/v1/toolsets/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
        Parameter("If-None-Match", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.toolsets", "encode_toolset_resource"),
)
DELETE_TOOLSET_RESOURCE: Operation[None] = Operation(
    id="delete_toolset_resource",
    method="DELETE",
    path="/v1/toolsets/{bucket}/{path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    answer="empty",
)


class ToolsetsOperations:
    """MCP toolsets, their tools and the sign-in to them."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_toolsets(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ToolsetList:
        """
        List the toolsets the caller may use.

        Holds configured toolsets, the caller's own and public ones.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The toolsets.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(LIST_TOOLSETS, {}, None, options)

    def get_toolset(
        self,
        toolset_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ToolsetDeployment:
        """
        Describe one toolset.

        An unknown name answers 404 and a forbidden one 403, both without a body.

        Args:
            toolset_name: Name of the toolset; may hold slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The toolset.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(GET_TOOLSET, {"toolset_name": toolset_name}, None, options)

    def sign_in_toolset(
        self,
        *,
        body: ToolsetSignInRequest,
        options: CallOptions | None = None,
    ) -> bool:
        """
        Store credentials for a toolset.

        Answers the JSON value `true`. Which fields OAUTH needs beside `code` differs between
        versions.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            Stored.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, toolset operations (2026).
        """
        return self._client.call(SIGN_IN_TOOLSET, {}, body, options)

    def sign_out_toolset(
        self,
        *,
        body: ToolsetSignOutRequest,
        options: CallOptions | None = None,
    ) -> bool:
        """
        Forget the credentials for a toolset.

        Answers the JSON value `true`, as the sign-in does; the answer was not seen.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            Forgotten.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial- core, toolset operations (2026).
        """
        return self._client.call(SIGN_OUT_TOOLSET, {}, body, options)

    def get_toolset_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ToolsetResource:
        """
        Read a toolset stored in a bucket.

        The stored JSON with its entity tag in `ETag`. A missing one answers 404, a folder path 400,
        no permission 403. Secrets are left out.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the toolset in its bucket, folders separated by `/`.
            if_none_match: Entity tag the caller already holds; newer Core answers 304 while it is
                current.
            options: Limits, retries and headers of this call alone.

        Returns:
            The stored toolset.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, toolset resources (2026).
        """
        return self._client.call(
            GET_TOOLSET_RESOURCE,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    def put_toolset_resource(
        self,
        bucket: str,
        path: str,
        *,
        body: ToolsetResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Store a toolset in a bucket, replacing what is there.

        Answers the metadata of what was written, with the new entity tag. Invalid JSON or a folder
        path answers 400, a failed precondition 412, a body over the size limit 413.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the toolset in its bucket, folders separated by `/`.
            if_match: Acts only while the toolset still has this entity tag; otherwise 412.
            if_none_match: `*` writes only when no toolset exists there yet; otherwise 412.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            Metadata of the stored toolset.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, toolset resources (2026).
        """
        return self._client.call(
            PUT_TOOLSET_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    def delete_toolset_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete a toolset from a bucket.

        Answers 200 without a body; a missing one answers 404, a changed one 412 when `If-Match` was
        sent.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the toolset in its bucket, folders separated by `/`.
            if_match: Acts only while the toolset still has this entity tag; otherwise 412.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, toolset resources (2026).
        """
        return self._client.call(
            DELETE_TOOLSET_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match},
            None,
            options,
        )


class AsyncToolsetsOperations:
    """Same as `ToolsetsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_toolsets(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ToolsetList:
        """Same as `ToolsetsOperations.list_toolsets`."""
        return await self._client.call(LIST_TOOLSETS, {}, None, options)

    async def get_toolset(
        self,
        toolset_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ToolsetDeployment:
        """Same as `ToolsetsOperations.get_toolset`."""
        return await self._client.call(GET_TOOLSET, {"toolset_name": toolset_name}, None, options)

    async def sign_in_toolset(
        self,
        *,
        body: ToolsetSignInRequest,
        options: CallOptions | None = None,
    ) -> bool:
        """Same as `ToolsetsOperations.sign_in_toolset`."""
        return await self._client.call(SIGN_IN_TOOLSET, {}, body, options)

    async def sign_out_toolset(
        self,
        *,
        body: ToolsetSignOutRequest,
        options: CallOptions | None = None,
    ) -> bool:
        """Same as `ToolsetsOperations.sign_out_toolset`."""
        return await self._client.call(SIGN_OUT_TOOLSET, {}, body, options)

    async def get_toolset_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ToolsetResource:
        """Same as `ToolsetsOperations.get_toolset_resource`."""
        return await self._client.call(
            GET_TOOLSET_RESOURCE,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    async def put_toolset_resource(
        self,
        bucket: str,
        path: str,
        *,
        body: ToolsetResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `ToolsetsOperations.put_toolset_resource`."""
        return await self._client.call(
            PUT_TOOLSET_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    async def delete_toolset_resource(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ToolsetsOperations.delete_toolset_resource`."""
        return await self._client.call(
            DELETE_TOOLSET_RESOURCE,
            {"bucket": bucket, "path": path, "If-Match": if_match},
            None,
            options,
        )
