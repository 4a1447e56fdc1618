"""Operations of AI DIAL: sharing. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.sharing import (
        CopySharedRequest,
        CreateShareRequest,
        DiscardSharedRequest,
        Invitation,
        InvitationLink,
        InvitationList,
        ListSharedRequest,
        RevokeSharedRequest,
        SharedResourceList,
    )

__all__ = [
    "AsyncSharingOperations",
    "COPY_SHARED",
    "CREATE_SHARE",
    "DELETE_INVITATION",
    "DISCARD_SHARED",
    "GET_INVITATION",
    "LIST_INVITATIONS",
    "LIST_SHARED",
    "REVOKE_SHARED",
    "SharingOperations",
]

CREATE_SHARE: Operation[InvitationLink] = Operation(
    id="create_share",
    method="POST",
    path="/v1/ops/resource/share/create",
    decode=late(__name__, "..models.sharing", "decode_invitation_link"),
    body="json",
    encode=late(__name__, "..models.sharing", "encode_create_share_request"),
)
LIST_SHARED: Operation[SharedResourceList] = Operation(
    id="list_shared",
    method="POST",
    path="/v1/ops/resource/share/list",
    decode=late(__name__, "..models.sharing", "decode_shared_resource_list"),
    body="json",
    encode=late(__name__, "..models.sharing", "encode_list_shared_request"),
)
DISCARD_SHARED: Operation[None] = Operation(
    id="discard_shared",
    method="POST",
    path="/v1/ops/resource/share/discard",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.sharing", "encode_discard_shared_request"),
    answer="empty",
)
REVOKE_SHARED: Operation[None] = Operation(
    id="revoke_shared",
    method="POST",
    path="/v1/ops/resource/share/revoke",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.sharing", "encode_revoke_shared_request"),
    answer="empty",
)
COPY_SHARED: Operation[None] = Operation(
    id="copy_shared",
    method="POST",
    path="/v1/ops/resource/share/copy",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.sharing", "encode_copy_shared_request"),
    answer="empty",
)
LIST_INVITATIONS: Operation[InvitationList] = Operation(
    id="list_invitations",
    method="GET",
    path="/v1/invitations",
    decode=late(__name__, "..models.sharing", "decode_invitation_list"),
)
GET_INVITATION: Operation[Invitation | None] = Operation(
    id="get_invitation",
    method="GET",
    path="/v1/invitations/{id}",
    decode=late(__name__, "..models.sharing", "decode_invitation"),
    parameters=(
        Parameter("id", "path"),
        Parameter("accept", "query"),
    ),
    may_be_empty=True,
)
DELETE_INVITATION: Operation[None] = Operation(
    id="delete_invitation",
    method="DELETE",
    path="/v1/invitations/{id}",
    decode=nothing,
    parameters=(Parameter("id", "path"),),
    answer="empty",
)


class SharingOperations:
    """Sharing of resources and the invitations that grant access."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_share(
        self,
        *,
        body: CreateShareRequest,
        options: CallOptions | None = None,
    ) -> InvitationLink:
        """
        Create an invitation link to resources of the caller.

        Whoever opens the link and accepts it gets the named permissions, READ when none are named.
        Per-request keys are refused with 403, as for every sharing operation.

        Args:
            body: What to share, and how.
            options: Limits, retries and headers of this call alone.

        Returns:
            Path of the invitation, to be put behind the server's address.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, ShareController; OpenAPI document of ai-dial-core (2026).
        """
        return self._client.call(CREATE_SHARE, {}, body, options)

    def list_shared(
        self,
        *,
        body: ListSharedRequest,
        options: CallOptions | None = None,
    ) -> SharedResourceList:
        """
        List the resources shared with the caller, or by the caller.

        `with: others` lists what the caller has shared; every other value lists what was shared
        with the caller. The list comes whole, without pages.

        Args:
            body: Which types, and in which direction.
            options: Limits, retries and headers of this call alone.

        Returns:
            Metadata of the shared resources, permissions included.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, ShareController; OpenAPI document of ai-dial-core (2026).
        """
        return self._client.call(LIST_SHARED, {}, body, options)

    def discard_shared(
        self,
        *,
        body: DiscardSharedRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Give up access to resources that others shared with the caller.

        The resources stay where they are; only the caller's access ends. The answer has no body.

        Args:
            body: The resources to give up.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, ShareController.
        """
        return self._client.call(DISCARD_SHARED, {}, body, options)

    def revoke_shared(
        self,
        *,
        body: RevokeSharedRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Take shared access to the caller's resources back from everybody.

        Withdraws the named permissions from all users, all permissions when none are named, and
        removes them from open invitations too. The answer has no body.

        Args:
            body: The resources, each with the permissions to withdraw.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, ShareController and RevokeResourcesRequest.
        """
        return self._client.call(REVOKE_SHARED, {}, body, options)

    def copy_shared(
        self,
        *,
        body: CopySharedRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Give the users of one resource the same access to another.

        Copies the grants, not the content. Both resources must lie in the caller's bucket and must
        differ, otherwise 400. The answer has no body.

        Args:
            body: Where the grants are, and where they shall hold as well.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, ShareController.
        """
        return self._client.call(COPY_SHARED, {}, body, options)

    def list_invitations(
        self,
        *,
        options: CallOptions | None = None,
    ) -> InvitationList:
        """
        List the open invitations that the caller has created.

        Expired invitations are left out.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The invitations, without pages.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, InvitationController and InvitationService.
        """
        return self._client.call(LIST_INVITATIONS, {}, None, options)

    def get_invitation(
        self,
        id: str,
        *,
        accept: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Invitation | None:
        """
        Look at an invitation, or accept it.

        Without `accept` the answer shows what is offered. With `accept=true` the same address
        accepts the invitation and answers 200 with an empty body; it is a GET that changes state,
        so do not let anything prefetch it. Accepting one's own invitation is a 400, an unknown or
        expired one a 404 with a text.

        Args:
            id: Id of the invitation, the last segment of the invitation link.
            accept: Accept the invitation instead of showing it.
            options: Limits, retries and headers of this call alone.

        Returns:
            The invitation; empty after accepting.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, InvitationController and ShareService.
        """
        return self._client.call(GET_INVITATION, {"id": id, "accept": accept}, None, options)

    def delete_invitation(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete an invitation of the caller.

        The link stops working; access that was already accepted stays. An invitation of somebody
        else is a 403. The answer has no body.

        Args:
            id: Id of the invitation.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, InvitationController.
        """
        return self._client.call(DELETE_INVITATION, {"id": id}, None, options)


class AsyncSharingOperations:
    """Same as `SharingOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_share(
        self,
        *,
        body: CreateShareRequest,
        options: CallOptions | None = None,
    ) -> InvitationLink:
        """Same as `SharingOperations.create_share`."""
        return await self._client.call(CREATE_SHARE, {}, body, options)

    async def list_shared(
        self,
        *,
        body: ListSharedRequest,
        options: CallOptions | None = None,
    ) -> SharedResourceList:
        """Same as `SharingOperations.list_shared`."""
        return await self._client.call(LIST_SHARED, {}, body, options)

    async def discard_shared(
        self,
        *,
        body: DiscardSharedRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SharingOperations.discard_shared`."""
        return await self._client.call(DISCARD_SHARED, {}, body, options)

    async def revoke_shared(
        self,
        *,
        body: RevokeSharedRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SharingOperations.revoke_shared`."""
        return await self._client.call(REVOKE_SHARED, {}, body, options)

    async def copy_shared(
        self,
        *,
        body: CopySharedRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SharingOperations.copy_shared`."""
        return await self._client.call(COPY_SHARED, {}, body, options)

    async def list_invitations(
        self,
        *,
        options: CallOptions | None = None,
    ) -> InvitationList:
        """Same as `SharingOperations.list_invitations`."""
        return await self._client.call(LIST_INVITATIONS, {}, None, options)

    async def get_invitation(
        self,
        id: str,
        *,
        accept: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> Invitation | None:
        """Same as `SharingOperations.get_invitation`."""
        return await self._client.call(GET_INVITATION, {"id": id, "accept": accept}, None, options)

    async def delete_invitation(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SharingOperations.delete_invitation`."""
        return await self._client.call(DELETE_INVITATION, {"id": id}, None, options)
