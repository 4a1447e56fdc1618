"""Operations of OpenAI: moderations. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.moderations import CreateModerationRequest, ModerationReport

__all__ = [
    "AsyncModerationsOperations",
    "CREATE_MODERATION",
    "ModerationsOperations",
]

CREATE_MODERATION: Operation[ModerationReport] = Operation(
    id="create_moderation",
    method="POST",
    path="/moderations",
    decode=late(__name__, "..models.moderations", "decode_moderation_report"),
    body="json",
    encode=late(__name__, "..models.moderations", "encode_create_moderation_request"),
)


class ModerationsOperations:
    """Whether a text or picture is harmful."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_moderation(
        self,
        *,
        body: CreateModerationRequest,
        options: CallOptions | None = None,
    ) -> ModerationReport:
        """
        Tell whether texts or pictures are harmful.

        Returns one result per text, or one for a list of parts that belong together. Keys of
        `categories` and `category_scores` are the categories, some with a slash in them; new ones
        appear with new models.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The results.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, moderations (2026).
        """
        return self._client.call(CREATE_MODERATION, {}, body, options)


class AsyncModerationsOperations:
    """Same as `ModerationsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_moderation(
        self,
        *,
        body: CreateModerationRequest,
        options: CallOptions | None = None,
    ) -> ModerationReport:
        """Same as `ModerationsOperations.create_moderation`."""
        return await self._client.call(CREATE_MODERATION, {}, body, options)
