"""Operations of Aleph Alpha: translation. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.translation import TranslationRequest, TranslationResponse

__all__ = [
    "AsyncTranslationOperations",
    "TRANSLATE",
    "TranslationOperations",
]

TRANSLATE: Operation[TranslationResponse] = Operation(
    id="translate",
    method="POST",
    path="/translate",
    decode=late(__name__, "..models.translation", "decode_translation_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.translation", "encode_translation_request"),
)


class TranslationOperations:
    """Translation of texts."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def translate(
        self,
        *,
        body: TranslationRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> TranslationResponse:
        """
        Translate a text.

        Returns the translation with an estimate of its quality, per segment where the model makes
        segments. The source language is found by the model.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The translation.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, translate; aleph-alpha-client 11.5.1 and its recorded traffic
        (2025).
        """
        return self._client.call(TRANSLATE, {"nice": nice}, body, options)


class AsyncTranslationOperations:
    """Same as `TranslationOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def translate(
        self,
        *,
        body: TranslationRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> TranslationResponse:
        """Same as `TranslationOperations.translate`."""
        return await self._client.call(TRANSLATE, {"nice": nice}, body, options)
