"""Operations of Aleph Alpha: steering. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.steering import SteeringConcept, SteeringConceptRequest

__all__ = [
    "AsyncSteeringOperations",
    "CREATE_STEERING_CONCEPT",
    "SteeringOperations",
]

CREATE_STEERING_CONCEPT: Operation[SteeringConcept] = Operation(
    id="create_steering_concept",
    method="POST",
    path="/steering_concepts",
    decode=late(__name__, "..models.steering", "decode_steering_concept"),
    body="json",
    encode=late(__name__, "..models.steering", "encode_steering_concept_request"),
)


class SteeringOperations:
    """Concepts that steer completions and chats (beta)."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_steering_concept(
        self,
        *,
        body: SteeringConceptRequest,
        options: CallOptions | None = None,
    ) -> SteeringConcept:
        """
        Create a steering concept from examples (beta).

        Pairs of texts say from which style to which a concept steers; its id then goes into
        `steering_concepts` of completions and chats. The same examples give the same id, so
        repeating a call does no harm. Not every installation has it.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The concept, new or known.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, create_steering_concept; aleph-alpha-client 11.5.1 and its
        recorded traffic (2025).
        """
        return self._client.call(CREATE_STEERING_CONCEPT, {}, body, options)


class AsyncSteeringOperations:
    """Same as `SteeringOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_steering_concept(
        self,
        *,
        body: SteeringConceptRequest,
        options: CallOptions | None = None,
    ) -> SteeringConcept:
        """Same as `SteeringOperations.create_steering_concept`."""
        return await self._client.call(CREATE_STEERING_CONCEPT, {}, body, options)
