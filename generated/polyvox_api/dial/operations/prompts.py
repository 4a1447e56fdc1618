"""Operations of AI DIAL: prompts. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.prompts import PromptResource
    from ..models.shared_applications import ResourceMetadata

__all__ = [
    "AsyncPromptsOperations",
    "DELETE_PROMPT",
    "GET_PROMPT",
    "PUT_PROMPT",
    "PromptsOperations",
]

GET_PROMPT: Operation[PromptResource] = Operation(
    id="get_prompt",
    method="GET",
    path="/v1/prompts/{bucket}/{path}",
    decode=late(__name__, "..models.prompts", "decode_prompt_resource"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-None-Match", "header"),
    ),
)
PUT_PROMPT: Operation[ResourceMetadata] = Operation(
    id="put_prompt",
    method="PUT",
    path="/v1/prompts/{bucket}/{path}",
    decode=late(__name__, "..models.shared_applications", "decode_resource_metadata"),
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
        Parameter("If-None-Match", "header"),
    ),
    body="json",
    encode=late(__name__, "..models.prompts", "encode_prompt_resource"),
)
DELETE_PROMPT: Operation[None] = Operation(
    id="delete_prompt",
    method="DELETE",
    path="/v1/prompts/{bucket}/{path}",
    decode=nothing,
    parameters=(
        Parameter("bucket", "path"),
        Parameter("path", "path", segments=True),
        Parameter("If-Match", "header"),
    ),
    answer="empty",
)


class PromptsOperations:
    """Stored prompts."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_prompt(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> PromptResource:
        """
        Read a prompt stored in a bucket.

        The stored JSON with its entity tag in `ETag`. A missing one answers 404, a folder path 400,
        no permission 403.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the prompt in its bucket, folders separated by `/`.
            if_none_match: Entity tag the caller already holds; newer Core answers 304 while it is
                current.
            options: Limits, retries and headers of this call alone.

        Returns:
            The stored prompt.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, prompt resources, 0.18; aidial-client 0.18, resources/prompts.
        """
        return self._client.call(
            GET_PROMPT,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    def put_prompt(
        self,
        bucket: str,
        path: str,
        *,
        body: PromptResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """
        Store a prompt in a bucket, replacing what is there.

        Answers the metadata of what was written, with the new entity tag. Invalid JSON or a folder
        path answers 400, a failed precondition 412, a body over the size limit 413. The body is
        stored as it is.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the prompt in its bucket, folders separated by `/`.
            if_match: Acts only while the prompt still has this entity tag; otherwise 412.
            if_none_match: `*` writes only when no prompt exists there yet; otherwise 412.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            Metadata of the stored prompt.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, prompt resources, 0.18; aidial-client 0.18, resources/prompts.
        """
        return self._client.call(
            PUT_PROMPT,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    def delete_prompt(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete a prompt from a bucket.

        Answers 200 without a body; a missing one answers 404, a changed one 412 when `If-Match` was
        sent.

        Args:
            bucket: Bucket id (letters and digits only), or `public`.
            path: Path of the prompt in its bucket, folders separated by `/`.
            if_match: Acts only while the prompt still has this entity tag; otherwise 412.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, prompt resources, 0.18; aidial-client 0.18, resources/prompts.
        """
        return self._client.call(
            DELETE_PROMPT, {"bucket": bucket, "path": path, "If-Match": if_match}, None, options
        )


class AsyncPromptsOperations:
    """Same as `PromptsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def get_prompt(
        self,
        bucket: str,
        path: str,
        *,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> PromptResource:
        """Same as `PromptsOperations.get_prompt`."""
        return await self._client.call(
            GET_PROMPT,
            {"bucket": bucket, "path": path, "If-None-Match": if_none_match},
            None,
            options,
        )

    async def put_prompt(
        self,
        bucket: str,
        path: str,
        *,
        body: PromptResource,
        if_match: str | Unset = UNSET,
        if_none_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ResourceMetadata:
        """Same as `PromptsOperations.put_prompt`."""
        return await self._client.call(
            PUT_PROMPT,
            {"bucket": bucket, "path": path, "If-Match": if_match, "If-None-Match": if_none_match},
            body,
            options,
        )

    async def delete_prompt(
        self,
        bucket: str,
        path: str,
        *,
        if_match: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `PromptsOperations.delete_prompt`."""
        return await self._client.call(
            DELETE_PROMPT, {"bucket": bucket, "path": path, "If-Match": if_match}, None, options
        )
