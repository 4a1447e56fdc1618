"""Operations of Aleph Alpha: rerank. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.rerank import RerankRequest, RerankResponse

__all__ = [
    "AsyncRerankOperations",
    "RERANK",
    "RerankOperations",
]

RERANK: Operation[RerankResponse] = Operation(
    id="rerank",
    method="POST",
    path="/rerank",
    decode=late(__name__, "..models.rerank", "decode_rerank_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.rerank", "encode_rerank_request"),
)


class RerankOperations:
    """Documents ordered by their relevance to a query."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def rerank(
        self,
        *,
        body: RerankRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RerankResponse:
        """
        Order documents by their relevance to a query.

        Results come with the most relevant first; `index` is the document's position in the
        request. The vendor's description leaves out `model`, which is needed.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The results.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, rerank; aleph-alpha-client 11.5.1 and its recorded traffic
        (December 2025).
        """
        return self._client.call(RERANK, {"nice": nice}, body, options)


class AsyncRerankOperations:
    """Same as `RerankOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def rerank(
        self,
        *,
        body: RerankRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RerankResponse:
        """Same as `RerankOperations.rerank`."""
        return await self._client.call(RERANK, {"nice": nice}, body, options)
