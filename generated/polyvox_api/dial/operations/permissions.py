"""Operations of AI DIAL: permissions. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.permissions import ListPermissionsRequest, PermissionList, PermissionReceiver

__all__ = [
    "AsyncPermissionsOperations",
    "GRANT_PERMISSIONS",
    "LIST_PERMISSIONS",
    "PermissionsOperations",
    "REVOKE_PERMISSIONS",
]

GRANT_PERMISSIONS: Operation[None] = Operation(
    id="grant_permissions",
    method="POST",
    path="/v1/ops/resource/per-request-permissions/grant",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.permissions", "encode_permission_receiver"),
    answer="empty",
)
REVOKE_PERMISSIONS: Operation[None] = Operation(
    id="revoke_permissions",
    method="POST",
    path="/v1/ops/resource/per-request-permissions/revoke",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.permissions", "encode_permission_receiver"),
    answer="empty",
)
LIST_PERMISSIONS: Operation[PermissionList] = Operation(
    id="list_permissions",
    method="POST",
    path="/v1/ops/resource/per-request-permissions/list",
    decode=late(__name__, "..models.permissions", "decode_permission_list"),
    body="json",
    encode=late(__name__, "..models.permissions", "encode_list_permissions_request"),
)


class PermissionsOperations:
    """Permissions that a per-request key grants to other deployments."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def grant_permissions(
        self,
        *,
        body: PermissionReceiver,
        options: CallOptions | None = None,
    ) -> None:
        """
        Let another deployment use resources for the length of one request.

        Only for callers that hold a per-request key, that is, for deployments while they serve a
        request; everybody else gets 403. The grant ends with that request. Naming no resource, or a
        resource without permissions, is a 400. The answer has no body.

        Args:
            body: Who may use which resources.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core PerRequestPermissionController (2026); aidial-client 0.18,
        resources/permissions.
        """
        return self._client.call(GRANT_PERMISSIONS, {}, body, options)

    def revoke_permissions(
        self,
        *,
        body: PermissionReceiver,
        options: CallOptions | None = None,
    ) -> None:
        """
        Take back a grant made during this request.

        The body has the shape of the grant; only the named permissions end. The answer has no body.

        Args:
            body: Who shall lose which permissions.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core PerRequestPermissionController (2026).
        """
        return self._client.call(REVOKE_PERMISSIONS, {}, body, options)

    def list_permissions(
        self,
        *,
        body: ListPermissionsRequest,
        options: CallOptions | None = None,
    ) -> PermissionList:
        """
        List the grants received, or made, during this request.

        `with: ME` fills `resources` with what the caller may use; `with: OTHERS` fills `receivers`
        with what the caller granted. The other field is absent.

        Args:
            body: The direction.
            options: Limits, retries and headers of this call alone.

        Returns:
            The grants, in the field that belongs to the direction.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core PerRequestPermissionController (2026).
        """
        return self._client.call(LIST_PERMISSIONS, {}, body, options)


class AsyncPermissionsOperations:
    """Same as `PermissionsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def grant_permissions(
        self,
        *,
        body: PermissionReceiver,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `PermissionsOperations.grant_permissions`."""
        return await self._client.call(GRANT_PERMISSIONS, {}, body, options)

    async def revoke_permissions(
        self,
        *,
        body: PermissionReceiver,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `PermissionsOperations.revoke_permissions`."""
        return await self._client.call(REVOKE_PERMISSIONS, {}, body, options)

    async def list_permissions(
        self,
        *,
        body: ListPermissionsRequest,
        options: CallOptions | None = None,
    ) -> PermissionList:
        """Same as `PermissionsOperations.list_permissions`."""
        return await self._client.call(LIST_PERMISSIONS, {}, body, options)
