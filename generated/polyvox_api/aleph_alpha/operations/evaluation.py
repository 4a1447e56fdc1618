"""Operations of Aleph Alpha: evaluation. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.evaluation import (
        EvaluationRequest,
        EvaluationResponse,
        ExplanationRequest,
        ExplanationResponse,
    )

__all__ = [
    "AsyncEvaluationOperations",
    "EVALUATE",
    "EXPLAIN",
    "EvaluationOperations",
]

EVALUATE: Operation[EvaluationResponse] = Operation(
    id="evaluate",
    method="POST",
    path="/evaluate",
    decode=late(__name__, "..models.evaluation", "decode_evaluation_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.evaluation", "encode_evaluation_request"),
)
EXPLAIN: Operation[ExplanationResponse] = Operation(
    id="explain",
    method="POST",
    path="/explain",
    decode=late(__name__, "..models.evaluation", "decode_explanation_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.evaluation", "encode_explanation_request"),
)


class EvaluationOperations:
    """How likely a completion is, and which parts of the prompt made it so."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def evaluate(
        self,
        *,
        body: EvaluationRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EvaluationResponse:
        """
        Say how likely a completion is after a prompt.

        Returns the log probability of the expected completion and measures made of it. The token
        count covers the prompt and the expected completion.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The measures.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, evaluate; aleph-alpha-client 11.5.1 and its recorded traffic
        (2025).
        """
        return self._client.call(EVALUATE, {"nice": nice}, body, options)

    def explain(
        self,
        *,
        body: ExplanationRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ExplanationResponse:
        """
        Say which parts of a prompt led to a completion.

        Returns one explanation of the whole target, or one per token of it. Each holds one item per
        prompt item, in order, and a last item for the part of the target that came before.
        Positions in texts count characters; rectangles in images are parts of the whole, 0 to 1.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The explanations.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, explain; aleph-alpha-client 11.5.1 and its recorded traffic
        (2025).
        """
        return self._client.call(EXPLAIN, {"nice": nice}, body, options)


class AsyncEvaluationOperations:
    """Same as `EvaluationOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def evaluate(
        self,
        *,
        body: EvaluationRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EvaluationResponse:
        """Same as `EvaluationOperations.evaluate`."""
        return await self._client.call(EVALUATE, {"nice": nice}, body, options)

    async def explain(
        self,
        *,
        body: ExplanationRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> ExplanationResponse:
        """Same as `EvaluationOperations.explain`."""
        return await self._client.call(EXPLAIN, {"nice": nice}, body, options)
