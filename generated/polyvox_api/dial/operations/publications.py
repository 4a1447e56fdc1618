"""Operations of AI DIAL: publications. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.publications import (
        CreatePublicationRequest,
        ListPublishedResourcesRequest,
        Publication,
        PublicationLink,
        PublicationList,
        PublicationRuleList,
        PublishedResourceList,
        RejectPublicationRequest,
        UpdatePublicationRequest,
    )

__all__ = [
    "APPROVE_PUBLICATION",
    "AsyncPublicationsOperations",
    "CREATE_PUBLICATION",
    "DELETE_PUBLICATION",
    "GET_PUBLICATION",
    "LIST_PUBLICATIONS",
    "LIST_PUBLICATION_RULES",
    "LIST_PUBLISHED_RESOURCES",
    "PublicationsOperations",
    "REJECT_PUBLICATION",
    "UPDATE_PUBLICATION",
]

LIST_PUBLICATIONS: Operation[PublicationList] = Operation(
    id="list_publications",
    method="POST",
    path="/v1/ops/publication/list",
    decode=late(__name__, "..models.publications", "decode_publication_list"),
    body="json",
    encode=late(__name__, "..models.publications", "encode_publication_link"),
)
GET_PUBLICATION: Operation[Publication] = Operation(
    id="get_publication",
    method="POST",
    path="/v1/ops/publication/get",
    decode=late(__name__, "..models.publications", "decode_publication"),
    body="json",
    encode=late(__name__, "..models.publications", "encode_publication_link"),
)
CREATE_PUBLICATION: Operation[Publication] = Operation(
    id="create_publication",
    method="POST",
    path="/v1/ops/publication/create",
    decode=late(__name__, "..models.publications", "decode_publication"),
    body="json",
    encode=late(__name__, "..models.publications", "encode_create_publication_request"),
)
DELETE_PUBLICATION: Operation[None] = Operation(
    id="delete_publication",
    method="POST",
    path="/v1/ops/publication/delete",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.publications", "encode_publication_link"),
    answer="empty",
)
APPROVE_PUBLICATION: Operation[Publication] = Operation(
    id="approve_publication",
    method="POST",
    path="/v1/ops/publication/approve",
    decode=late(__name__, "..models.publications", "decode_publication"),
    body="json",
    encode=late(__name__, "..models.publications", "encode_publication_link"),
)
REJECT_PUBLICATION: Operation[Publication] = Operation(
    id="reject_publication",
    method="POST",
    path="/v1/ops/publication/reject",
    decode=late(__name__, "..models.publications", "decode_publication"),
    body="json",
    encode=late(__name__, "..models.publications", "encode_reject_publication_request"),
)
UPDATE_PUBLICATION: Operation[Publication] = Operation(
    id="update_publication",
    method="POST",
    path="/v1/ops/publication/update",
    decode=late(__name__, "..models.publications", "decode_publication"),
    body="json",
    encode=late(__name__, "..models.publications", "encode_update_publication_request"),
)
LIST_PUBLISHED_RESOURCES: Operation[PublishedResourceList] = Operation(
    id="list_published_resources",
    method="POST",
    path="/v1/ops/publication/resource/list",
    decode=late(__name__, "..models.publications", "decode_published_resource_list"),
    parameters=(Parameter("permissions", "query"),),
    body="json",
    encode=late(__name__, "..models.publications", "encode_list_published_resources_request"),
)
LIST_PUBLICATION_RULES: Operation[PublicationRuleList] = Operation(
    id="list_publication_rules",
    method="POST",
    path="/v1/ops/publication/rule/list",
    decode=late(__name__, "..models.publications", "decode_publication_rule_list"),
    body="json",
    encode=late(__name__, "..models.publications", "encode_publication_link"),
)


class PublicationsOperations:
    """Requests to publish resources, and their review."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_publications(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> PublicationList:
        """
        List the publication requests of a bucket.

        The URL is `publications/<bucket>/` with its trailing slash; `publications/public/` lists
        the pending requests of everybody and needs an administrator. Entries are short: ask
        `get_publication` for resources and rules.

        Args:
            body: The bucket whose requests to list.
            options: Limits, retries and headers of this call alone.

        Returns:
            The requests, without pages.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, PublicationController and PublicationService.
        """
        return self._client.call(LIST_PUBLICATIONS, {}, body, options)

    def get_publication(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> Publication:
        """
        Read one publication request in full.

        Open to its author and to administrators; 403 for everybody else, 404 when it does not
        exist.

        Args:
            body: The request to read.
            options: Limits, retries and headers of this call alone.

        Returns:
            The publication request.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, PublicationController.
        """
        return self._client.call(GET_PUBLICATION, {}, body, options)

    def create_publication(
        self,
        *,
        body: CreatePublicationRequest,
        options: CallOptions | None = None,
    ) -> Publication:
        """
        Ask for resources to be published, or withdrawn from the public.

        The server copies the sources to a review bucket and waits for an administrator. Rules say
        who may read the target folder; they are combined with those of the folders above, and the
        root `public/` takes none. The list of resources may be empty when there are rules. Bad URLs
        are a 400 with a text.

        Args:
            body: What to publish, where to, and for whom.
            options: Limits, retries and headers of this call alone.

        Returns:
            The pending publication request.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, PublicationController and PublicationService.
        """
        return self._client.call(CREATE_PUBLICATION, {}, body, options)

    def delete_publication(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete a publication request.

        Resources that were already published stay public; withdraw them with a new request whose
        action is DELETE. The answer has no body.

        Args:
            body: The request to delete.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, PublicationController.
        """
        return self._client.call(DELETE_PUBLICATION, {}, body, options)

    def approve_publication(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> Publication:
        """
        Approve a publication request as an administrator.

        Carries out the actions of the request and notifies its author. 403 for everybody but
        administrators; 404 also for a request that was already decided.

        Args:
            body: The request to approve.
            options: Limits, retries and headers of this call alone.

        Returns:
            The request with its new status.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, PublicationController and PublicationService.
        """
        return self._client.call(APPROVE_PUBLICATION, {}, body, options)

    def reject_publication(
        self,
        *,
        body: RejectPublicationRequest,
        options: CallOptions | None = None,
    ) -> Publication:
        """
        Reject a publication request as an administrator.

        The comment reaches the author as a notification. 403 for everybody but administrators; 404
        also for a request that was already decided.

        Args:
            body: The request to reject, and why.
            options: Limits, retries and headers of this call alone.

        Returns:
            The request with its new status.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, PublicationController and PublicationService.
        """
        return self._client.call(REJECT_PUBLICATION, {}, body, options)

    def update_publication(
        self,
        *,
        body: UpdatePublicationRequest,
        options: CallOptions | None = None,
    ) -> Publication:
        """
        Change a pending publication request as an administrator.

        Replaces target folder, resources, rules and shown author as a whole: what is left out is
        gone. Name and author stay. 403 with the text `Only admin can update publications` for
        everybody else; a request that was already decided is refused, with 500 in the version seen.

        Args:
            body: The request and its new content.
            options: Limits, retries and headers of this call alone.

        Returns:
            The changed publication request.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core PublicationController and PublicationService.updatePublication (2026).
        """
        return self._client.call(UPDATE_PUBLICATION, {}, body, options)

    def list_published_resources(
        self,
        *,
        body: ListPublishedResourcesRequest,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> PublishedResourceList:
        """
        List the caller's resources that were published.

        Entries name the sources in the caller's own bucket, not the public copies, and only
        approved requests count. The answer is a bare JSON array, not an object with a list.

        Args:
            permissions: Add the caller's permissions to every entry.
            body: The types to list.
            options: Limits, retries and headers of this call alone.

        Returns:
            Metadata of the sources.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18 and 2026, PublicationController.listPublishedResources.
        """
        return self._client.call(
            LIST_PUBLISHED_RESOURCES, {"permissions": permissions}, body, options
        )

    def list_publication_rules(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> PublicationRuleList:
        """
        List the access rules of a public folder and of the folders above it.

        The URL is a public folder with its trailing slash, for example `public/finance/`; anything
        else is a 400. A folder without rules of its own is left out of the answer.

        Args:
            body: The folder.
            options: Limits, retries and headers of this call alone.

        Returns:
            Rules by folder.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, PublicationController.listRules and RuleService.
        """
        return self._client.call(LIST_PUBLICATION_RULES, {}, body, options)


class AsyncPublicationsOperations:
    """Same as `PublicationsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_publications(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> PublicationList:
        """Same as `PublicationsOperations.list_publications`."""
        return await self._client.call(LIST_PUBLICATIONS, {}, body, options)

    async def get_publication(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> Publication:
        """Same as `PublicationsOperations.get_publication`."""
        return await self._client.call(GET_PUBLICATION, {}, body, options)

    async def create_publication(
        self,
        *,
        body: CreatePublicationRequest,
        options: CallOptions | None = None,
    ) -> Publication:
        """Same as `PublicationsOperations.create_publication`."""
        return await self._client.call(CREATE_PUBLICATION, {}, body, options)

    async def delete_publication(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `PublicationsOperations.delete_publication`."""
        return await self._client.call(DELETE_PUBLICATION, {}, body, options)

    async def approve_publication(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> Publication:
        """Same as `PublicationsOperations.approve_publication`."""
        return await self._client.call(APPROVE_PUBLICATION, {}, body, options)

    async def reject_publication(
        self,
        *,
        body: RejectPublicationRequest,
        options: CallOptions | None = None,
    ) -> Publication:
        """Same as `PublicationsOperations.reject_publication`."""
        return await self._client.call(REJECT_PUBLICATION, {}, body, options)

    async def update_publication(
        self,
        *,
        body: UpdatePublicationRequest,
        options: CallOptions | None = None,
    ) -> Publication:
        """Same as `PublicationsOperations.update_publication`."""
        return await self._client.call(UPDATE_PUBLICATION, {}, body, options)

    async def list_published_resources(
        self,
        *,
        body: ListPublishedResourcesRequest,
        permissions: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> PublishedResourceList:
        """Same as `PublicationsOperations.list_published_resources`."""
        return await self._client.call(
            LIST_PUBLISHED_RESOURCES, {"permissions": permissions}, body, options
        )

    async def list_publication_rules(
        self,
        *,
        body: PublicationLink,
        options: CallOptions | None = None,
    ) -> PublicationRuleList:
        """Same as `PublicationsOperations.list_publication_rules`."""
        return await self._client.call(LIST_PUBLICATION_RULES, {}, body, options)
