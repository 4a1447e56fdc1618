"""Operations of AI DIAL: conversations. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.conversations import ConversationResource
    from ..models.shared_applications import ResourceMetadata

__all__ = [
    "AsyncConversationsOperations",
    "ConversationsOperations",
    "DELETE_CONVERSATION",
    "GET_CONVERSATION",
    "PUT_CONVERSATION",
]

GET_CONVERSATION: Operation[ConversationResource] = Operation(
    id="get_conversation",
    method="GET",
    path="/v1/conversations/{bucket}/{path}",
    decode=late(__name__, "..models.conversations", "decode_conversation_resource"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-None-Match", "header"),
    ),
)
PUT_CONVERSATION: Operation[ResourceMetadata] = Operation(
    id="put_conversation",
    method="PUT",
    path="/v1/conversations/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
        Parameter("If-None-Match", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.conversations", "encode_conversation_resource"),
)
DELETE_CONVERSATION: Operation[None] = Operation(
    id="delete_conversation",
    method="DELETE",
    path="/v1/conversations/{bucket}/{path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    answer="empty",
)


class ConversationsOperations:
    """Stored conversations."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_conversation(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ConversationResource:
        """
        Read a conversation stored in a bucket.

        The stored JSON with its entity tag in `ETag`. A missing one answers 404, a folder path 400,
        no permission 403.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the conversation in its bucket, folders separated by `/`.
            if_none_match: Entity tag the caller already holds; newer Core answers 304 while it is
                current.
            options: Limits, retries and headers of this call alone.

        Returns:
            The stored conversation.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, conversation resources, 0.18.
        """
        return self._client.call(
            GET_CONVERSATION,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    def put_conversation(
        self,
        bucket: str,
        path: str,
        *,
        body: ConversationResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Store a conversation in a bucket, replacing what is there.

        Answers the metadata of what was written, with the new entity tag. Invalid JSON or a folder
        path answers 400, a failed precondition 412, a body over the size limit 413. The body is
        stored as it is.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the conversation in its bucket, folders separated by `/`.
            if_match: Acts only while the conversation still has this entity tag; otherwise 412.
            if_none_match: `*` writes only when no conversation exists there yet; otherwise 412.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            Metadata of the stored conversation.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, conversation resources, 0.18.
        """
        return self._client.call(
            PUT_CONVERSATION,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    def delete_conversation(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete a conversation from a bucket.

        Answers 200 without a body; a missing one answers 404, a changed one 412 when `If-Match` was
        sent.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the conversation in its bucket, folders separated by `/`.
            if_match: Acts only while the conversation still has this entity tag; otherwise 412.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, conversation resources, 0.18.
        """
        return self._client.call(
            DELETE_CONVERSATION,
            {"bucket": bucket, "path": path, "If-Match": if_match},
            None,
            options,
        )


class AsyncConversationsOperations:
    """Same as `ConversationsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def get_conversation(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ConversationResource:
        """Same as `ConversationsOperations.get_conversation`."""
        return await self._client.call(
            GET_CONVERSATION,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    async def put_conversation(
        self,
        bucket: str,
        path: str,
        *,
        body: ConversationResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `ConversationsOperations.put_conversation`."""
        return await self._client.call(
            PUT_CONVERSATION,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    async def delete_conversation(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ConversationsOperations.delete_conversation`."""
        return await self._client.call(
            DELETE_CONVERSATION,
            {"bucket": bucket, "path": path, "If-Match": if_match},
            None,
            options,
        )
